package settings

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/kit"

	tea "charm.land/bubbletea/v2"
)

// closingRow begins the ids of the rows about closing days.
const closingRow = "closing "

func (s *Screen) organisationRows() []kit.Row {
	sp, is := s.c.Speaker, s.is
	row := func(id, title, value string) kit.Row {
		return kit.Row{ID: id, Sign: "·", SignTone: kit.Muted, Cells: []kit.Cell{{Text: title}, {Text: value}}}
	}
	rows := []kit.Row{
		row("organisation_name", sp.T("field.organisation_name"), is.Name), row("address", sp.T("field.address"), is.Address),
		row("email", sp.T("field.email"), is.Email), row("phone", sp.T("field.phone"), is.Phone),
		row("language", sp.T("settings.language"), sp.T("preferences.language-"+is.Language)),
		row("default_owner", sp.T("settings.default-owner"), is.Owner.Name),
		row(closingRow+"good-friday", sp.T("settings.good-friday"), s.closes(is.Closing.GoodFriday)),
		row(closingRow+"liberation-day", sp.T("settings.fifth-of-may"), s.closes(is.Closing.LiberationDay)),
	}
	for i, d := range is.Closing.Days {
		rows = append(rows, row(closingRow+strconv.Itoa(i), sp.T("settings.closed-days"), wording.Closing(sp, d.Span, d.Name)))
	}
	return rows
}

func (s *Screen) closes(closed bool) string {
	if closed {
		return s.c.Speaker.T("settings.closed")
	}
	return s.c.Speaker.T("settings.working-day")
}

// askDetails changes how the organisation is called and reached, beginning at
// the field that was pointed at.
func (s *Screen) askDetails(at string) {
	sp, c, is := s.c.Speaker, s.c, s.is
	var owners []kit.Choice
	for _, p := range is.Owners {
		owners = append(owners, kit.Choice{Value: p.Login, Label: p.Name})
	}
	s.open(change{title: sp.T("settings.describe"), done: Described{}, take: func(ctx context.Context, seen int, v map[string]string) error {
		return c.Office.Describe(ctx, c.Viewer, seen, office.Details{Name: v["organisation_name"], Address: v["address"], Email: v["email"],
			Phone: v["phone"], Language: v["language"], DefaultOwner: v["default_owner"]})
	}},
		kit.Field{Name: "organisation_name", Title: sp.T("field.organisation_name"), Required: true, Value: is.Name},
		kit.Field{Name: "address", Title: sp.T("field.address"), Value: is.Address},
		kit.Field{Name: "email", Title: sp.T("field.email"), Value: is.Email},
		kit.Field{Name: "phone", Title: sp.T("field.phone"), Value: is.Phone},
		kit.Field{Name: "language", Title: sp.T("settings.language"), Kind: kit.ChoiceField, Value: is.Language, Choices: languages(sp)},
		kit.Field{Name: "default_owner", Title: sp.T("settings.default-owner"), Kind: kit.ChoiceField, Value: is.DefaultOwner, Choices: owners},
	)
	s.form.Focus(at)
}

func languages(sp *lang.Speaker) []kit.Choice {
	return []kit.Choice{{Value: "nl", Label: sp.T("preferences.language-nl")}, {Value: "en", Label: sp.T("preferences.language-en")}}
}

// askHolidays says whether the two days on which offices differ are working days.
func (s *Screen) askHolidays() {
	sp, c, is := s.c.Speaker, s.c, s.is.Closing
	field := func(name, title string, closed bool) kit.Field {
		f := kit.Field{Name: name, Title: sp.T(title), Kind: kit.ChoiceField, Value: "open",
			Choices: []kit.Choice{{Value: "open", Label: s.closes(false)}, {Value: "closed", Label: s.closes(true)}}}
		if closed {
			f.Value = "closed"
		}
		return f
	}
	s.open(change{title: sp.T("settings.holidays"), after: sp.T("settings.remove-closing-what"), take: func(ctx context.Context, seen int, v map[string]string) error {
		is.GoodFriday, is.LiberationDay = v["good-friday"] == "closed", v["liberation-day"] == "closed"
		return c.Office.Close(ctx, c.Viewer, seen, is)
	}}, field("good-friday", "settings.good-friday", is.GoodFriday), field("liberation-day", "settings.fifth-of-may", is.LiberationDay))
}

// askClosing adds days on which the office is shut.
func (s *Screen) askClosing() {
	sp, c, is := s.c.Speaker, s.c, s.is.Closing
	s.open(change{title: sp.T("settings.add-closing"), after: sp.T("settings.remove-closing-what"), take: func(ctx context.Context, seen int, v map[string]string) error {
		days, err := closingDays(v)
		if err != nil {
			return err
		}
		is.Days = append(slices.Clone(is.Days), days)
		return onField("from", c.Office.Close(ctx, c.Viewer, seen, is))
	}},
		kit.Field{Name: "from", Title: sp.T("settings.from"), Kind: kit.DayField, Required: true},
		kit.Field{Name: "until", Title: sp.T("settings.until"), Kind: kit.DayField, Hint: sp.T("settings.until-hint")},
		kit.Field{Name: "called", Title: sp.T("settings.called"), Hint: sp.T("settings.called-hint")})
}

// closingDays reads what a form says.
func closingDays(v map[string]string) (d office.ClosingDays, err error) {
	d.Name = strings.TrimSpace(v["called"])
	if d.From, err = calendar.ParseDay(v["from"]); err != nil {
		return d, complaint.Faults{{Field: "from", Key: "day"}}
	}
	if d.Until = d.From; v["until"] != "" {
		if d.Until, err = calendar.ParseDay(v["until"]); err != nil {
			return d, complaint.Faults{{Field: "until", Key: "day"}}
		}
	}
	return d, nil
}

// onField puts faults of closing days on a field of the form.
func onField(field string, err error) error {
	faults, ok := err.(complaint.Faults)
	if !ok {
		return err
	}
	for i := range faults {
		faults[i].Field = field
	}
	return faults
}

// askOpen takes closing days away, after a question.
func (s *Screen) askOpen(id string) {
	i, err := strconv.Atoi(strings.TrimPrefix(id, closingRow))
	if err != nil || i >= len(s.is.Closing.Days) {
		return
	}
	sp, c, is := s.c.Speaker, s.c, s.is.Closing
	d := is.Days[i]
	s.seen, s.change = s.is.Seq, change{title: sp.T("settings.key-remove")}
	s.ask = kit.NewConfirm(s.c.Styles, sp, sp.T("settings.remove-closing", lang.Args{"Days": wording.Closing(sp, d.Span, d.Name)}), sp.T("settings.remove-closing-what"))
	s.agreed = func() tea.Cmd {
		return s.record(func(ctx context.Context, seen int) error {
			is.Days = slices.Delete(slices.Clone(is.Days), i, i+1)
			return c.Office.Close(ctx, c.Viewer, seen, is)
		})
	}
}
