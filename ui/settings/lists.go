package settings

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

func (s *Screen) itemRows(list procedure.List) []kit.Row {
	sp, p := s.c.Speaker, s.is.Procedure
	var rows []kit.Row
	for _, i := range p.Items(list) {
		sign, tone, state := "●", kit.Plain, ""
		switch now, _ := p.Item(list, p.Present(list, i.ID)); {
		case i.Into != "":
			sign, tone, state = "→", kit.Muted, sp.T("settings.merged", lang.Args{"Title": now.Title.In(string(sp.Language()))})
		case i.Retired:
			sign, tone, state = "–", kit.Muted, sp.T("settings.retired")
		}
		rows = append(rows, kit.Row{ID: i.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{{Text: i.Title.In(string(sp.Language())), Tone: tone}, {Text: s.elsewhere(i.Title), Tone: kit.Muted}, {Text: state, Tone: tone}}})
	}
	return rows
}

// elsewhere is how something is called in the other language.
func (s *Screen) elsewhere(t procedure.Text) string {
	if s.c.Speaker.Language() == lang.EN {
		return t.NL
	}
	return t.EN
}

func (s *Screen) actItem(key, id string) tea.Cmd {
	list, sp := s.list(), s.c.Speaker
	item, _ := s.is.Procedure.Item(list, id)
	title := lang.Args{"Title": item.Title.In(string(sp.Language()))}
	s.seen = s.is.Seq
	switch key {
	case "n":
		s.askItem(office.ListEdit{List: list, Change: office.ItemAdded}, sp.T("settings.add-"+string(list)), procedure.Text{})
	case "enter":
		s.askItem(office.ListEdit{List: list, Item: id, Change: office.ItemRenamed}, sp.T("settings.rename", title), item.Title)
	case "m":
		s.change = change{title: sp.T("settings.key-merge")}
		return s.askInto(item)
	case "x":
		s.change = change{title: sp.T("settings.key-retire")}
		s.ask = kit.NewConfirm(s.c.Styles, sp, sp.T("settings.retire", title), sp.T("settings.retire-what"))
		s.agreed = func() tea.Cmd { return s.edit(office.ListEdit{Item: id, Change: office.ItemRetired}) }
	case "t":
		s.change = change{title: sp.T("settings.key-restore")}
		return s.edit(office.ListEdit{Item: id, Change: office.ItemRestored})
	}
	return nil
}

// edit records a change of the list that is looked at.
func (s *Screen) edit(e office.ListEdit) tea.Cmd {
	c := s.c
	e.List = s.list()
	return s.record(func(ctx context.Context, seen int) error { return c.Office.EditList(ctx, c.Viewer, seen, e) })
}

// askItem adds something, or calls it otherwise.
func (s *Screen) askItem(e office.ListEdit, title string, is procedure.Text) {
	sp, c := s.c.Speaker, s.c
	s.open(change{title: title, take: func(ctx context.Context, seen int, v map[string]string) error {
		e := e
		e.Title = procedure.Text{NL: v["nl"], EN: v["en"]}
		return c.Office.EditList(ctx, c.Viewer, seen, e)
	}},
		kit.Field{Name: "nl", Title: sp.T("settings.in-dutch"), Required: true, Value: is.NL},
		kit.Field{Name: "en", Title: sp.T("settings.in-english"), Required: true, Value: is.EN})
}

// askInto asks with which one an item counts from now on.
func (s *Screen) askInto(item procedure.Item) tea.Cmd {
	sp, list := s.c.Speaker, s.list()
	var choices []nav.Choice
	for _, i := range s.is.Procedure.InUse(list) {
		if i.ID != item.ID {
			choices = append(choices, nav.Choice{ID: i.ID, Label: i.Title.In(string(sp.Language())),
				Detail: sp.T("settings.merge-what", lang.Args{"Old": item.Title.In(string(sp.Language())), "New": i.Title.In(string(sp.Language()))})})
		}
	}
	return nav.To(nav.Pick{Title: sp.T("settings.merge", lang.Args{"Title": item.Title.In(string(sp.Language()))}), Choices: choices,
		To: func(id string) tea.Msg { return merging{s, item.ID, id} }})
}
