package settings

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

func numberID(n office.NumberView) string { return n.Obligation.ID + "/" + string(n.Name) }

func (s *Screen) numberRows() []kit.Row {
	sp, language := s.c.Speaker, string(s.c.Speaker.Language())
	var rows []kit.Row
	for _, n := range s.is.Numbers {
		sign, tone, whose := "·", kit.Muted, sp.T("settings.text")
		switch {
		case n.Was != "" || !n.ChangedAt.IsZero():
			sign, tone, whose = "●", kit.Accent, sp.T("settings.own-changed")
		case n.Own:
			sign, tone, whose = "○", kit.Plain, sp.T("settings.own")
		}
		rows = append(rows, kit.Row{ID: numberID(n), Sign: sign, SignTone: tone, Cells: []kit.Cell{{Text: n.Obligation.Title.In(language), Short: n.Obligation.Short.In(language)},
			{Text: s.number(n)}, {Text: whose, Tone: tone}, {Text: strings.Join(n.Obligation.Sentences, " "), Tone: kit.Muted}}})
	}
	return rows
}

// number is a number as people say it: "3 werkdagen", "kan na 7 dagen".
func (s *Screen) number(n office.NumberView) string {
	return s.c.Speaker.T("settings.number-"+string(n.Name), lang.Args{"Term": s.c.Speaker.Term(n.Term.String())})
}

func (s *Screen) numberOf(id string) (office.NumberView, bool) {
	for _, n := range s.is.Numbers {
		if numberID(n) == id {
			return n, true
		}
	}
	return office.NumberView{}, false
}

// about says of a number whose it is, who changed it and why, and in the
// procedure's own words what it rests on.
func (s *Screen) about(n office.NumberView) []string {
	sp := s.c.Speaker
	lines := []string{sp.T("settings.is-text")}
	switch {
	case n.Name == procedure.SoonNumber:
		lines[0] = sp.T("settings.is-soon")
	case n.Own:
		lines[0] = sp.T("settings.is-own")
	}
	if !n.ChangedAt.IsZero() {
		was := sp.T("settings.was-none")
		if n.Was != "" {
			was = sp.Term(n.Was)
		}
		lines = append(lines, sp.T("settings.changed-by", lang.Args{"At": sp.Day(n.ChangedAt), "Name": n.ChangedBy.Name, "Was": was}))
		if n.Reason != "" {
			lines = append(lines, sp.T("settings.changed-why", lang.Args{"Reason": n.Reason}))
		}
	}
	for _, id := range n.Obligation.Sentences {
		if x, ok := s.is.Procedure.Sentence(id); ok {
			lines = append(lines, sp.T("dossier.quote", lang.Args{"Text": x.Text, "Section": x.Section}))
		}
	}
	return lines
}

func (s *Screen) readNumber(id string) tea.Cmd {
	n, ok := s.numberOf(id)
	if !ok {
		return nil
	}
	title := s.c.Speaker.T("settings.number-title", lang.Args{"Title": n.Obligation.Title.In(string(s.c.Speaker.Language())), "Number": s.number(n)})
	return nav.To(nav.Read{Title: title, Text: strings.Join(s.about(n), "\n\n")})
}

// askNumber changes a number that is the organisation's own; what stands in the
// text says so.
func (s *Screen) askNumber(id string) {
	sp, c := s.c.Speaker, s.c
	n, ok := s.numberOf(id)
	switch {
	case !ok:
		return
	case !n.Own:
		s.said = sp.T("settings.is-text")
		return
	}
	title := sp.T("settings.number-title", lang.Args{"Title": n.Obligation.Title.In(string(sp.Language())), "Number": s.number(n)})
	s.open(change{title: title, after: sp.T("settings.number-after"), said: sp.T("settings.number-after"), take: func(ctx context.Context, seen int, v map[string]string) error {
		return c.Office.SetNumber(ctx, c.Viewer, seen, office.NumberChange{Obligation: n.Obligation.ID, Number: n.Name, Value: lang.ReadTerm(v["value"]), Reason: v["reason"]})
	}},
		kit.Field{Name: "value", Title: sp.T("settings.new-value"), Required: true, Hint: sp.T("settings.value-hint")},
		kit.Field{Name: "reason", Title: sp.T("settings.reason"), Required: true})
}
