package papers

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// agenda shows everything that is owed: what is too late on top, then day by
// day, with whose it is.
type agenda struct{}

func (agenda) name() string    { return "agenda" }
func (agenda) adds() string    { return "" }
func (agenda) column() int     { return 3 }
func (agenda) openKey() string { return "key.open" }

func (agenda) open(id string) tea.Msg { return nav.Open{Subject: subjectOf(id)} }

func (agenda) columns(sp *lang.Speaker) []kit.Column {
	return []kit.Column{{Name: "when", Title: sp.T("agenda.when"), Width: 16}, {Name: "number", Title: sp.T("register.number"), Width: 10}, {Name: "what", Title: sp.T("agenda.what"), Min: 22, Flex: 4},
		{Name: "who", Title: sp.T("agenda.who"), Min: 9, Flex: 2}, {Name: "time", Title: sp.T("agenda.time"), Width: 14, Right: true, Priority: 2}}
}

func (agenda) list(ctx context.Context, c Config) (contents, error) {
	lines, more, now, err := c.Office.Agenda(ctx, c.Viewer)
	if err != nil {
		return contents{}, err
	}
	p, err := c.Office.Procedure(ctx)
	if err != nil {
		return contents{}, err
	}
	sp := c.Speaker
	has, owed := contents{}, map[string]office.AgendaLine{}
	for _, l := range lines {
		when, left, order := sp.T("agenda.no-term"), "", kit.AtEnd
		if due := l.Duty.DueAt; !due.IsZero() {
			when, left, order = wording.Due(sp, due, now), sp.ShortLeft(due, now), due.Format(time.RFC3339)
		}
		sign, tone := " ", kit.Plain
		switch {
		case l.Overdue:
			sign, tone = "✗", kit.Bad
		case l.Severity == complaint.SeriousCase:
			sign, tone = "‼", kit.Bad
		case !l.Duty.DueAt.IsZero() && l.Duty.SoonAt.Before(now) && !l.Duty.SoonAt.IsZero():
			sign, tone = "!", kit.Warn
		}
		id, number, what, short := l.Number+"/"+l.Duty.ID, l.Number, l.Subject, ""
		if l.Measure != "" {
			id, number = l.Measure, l.Measure
		} else if o, ok := p.Obligation(l.Duty.ID); ok {
			what, short = o.Title.In(string(sp.Language())), o.Short.In(string(sp.Language()))
		}
		who := l.Name
		if who == "" {
			who = sp.T("role." + string(l.Role))
		}
		owed[id] = l
		has.rows = append(has.rows, kit.Row{ID: id, Sign: sign, SignTone: tone, Cells: []kit.Cell{
			{Text: when, Tone: tone, Order: order}, {Text: number}, {Text: what, Short: short}, {Text: who}, {Text: left, Tone: tone, Order: order}}})
	}
	if more {
		has.first = sp.T("agenda.first", lang.Args{"Most": office.MostOfAKind})
	}
	has.file = func(id string) []kit.Line {
		l, ok := owed[id]
		if !ok {
			return nil
		}
		return told(wording.Owed(sp, l, p, now))
	}
	return has, nil
}
