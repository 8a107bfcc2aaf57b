package papers

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/kit"
)

// improvements shows the improvements (S39): who has to do what by when, and whether
// it helped.
type improvements struct{}

func (improvements) name() string { return "measures" }
func (improvements) adds() string { return "" } // they come from complaints

func (improvements) columns(sp *lang.Speaker) []kit.Column {
	return []kit.Column{{Name: "number", Title: sp.T("register.number"), Width: 10}, {Name: "what", Title: sp.T("measures.what"), Min: 18, Flex: 4},
		{Name: "owner", Title: sp.T("measures.owner"), Min: 10, Flex: 2}, {Name: "state", Title: sp.T("measures.state"), Width: 23, Right: true}}
}

func (improvements) list(ctx context.Context, c Config) ([]kit.Row, error) {
	all, err := c.Office.Measures(ctx, c.Viewer)
	if err != nil {
		return nil, err
	}
	var rows []kit.Row
	for _, m := range all {
		sign, tone, state := stateOf(c, m)
		order := cmp.Or(dayOrder("3", m.CheckedAt), dayOrder("2", m.DoneAt), fmt.Sprintf("1%04d-%02d-%02d", m.By.Year, m.By.Month, m.By.Day))
		rows = append(rows, kit.Row{ID: m.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{
			{Text: m.ID}, {Text: m.What}, {Text: m.OwnerName}, {Text: state, Tone: tone, Order: order}}})
	}
	return rows, nil
}

// dayOrder sorts by a state and within it by its moment; "" where that has not come.
func dayOrder(state string, at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return state + at.UTC().Format(time.RFC3339)
}

// stateOf says how far a measure is.
func stateOf(c Config, m office.MeasureView) (sign string, tone kit.Tone, state string) {
	sp := c.Speaker
	switch {
	case !m.CheckedAt.IsZero():
		return "✓", kit.Good, sp.T("measures.checked", lang.Args{"At": sp.NearDay(m.CheckedAt, c.Office.Now())})
	case !m.DoneAt.IsZero():
		return "●", kit.Accent, sp.T("measures.done")
	case m.Overdue:
		return "✗", kit.Bad, sp.T("measures.late", lang.Args{"By": day(sp, m.By)})
	}
	return "·", kit.Muted, sp.T("measures.open", lang.Args{"By": day(sp, m.By)})
}

func (improvements) file(ctx context.Context, c Config, id string) ([]kit.Line, error) {
	m, err := c.Office.Measure(ctx, c.Viewer, id)
	if err != nil {
		return nil, err
	}
	sp := c.Speaker
	lines := []kit.Line{{Text: m.What}, {Text: sp.T("measures.from", lang.Args{"Number": m.Complaint, "At": sp.Day(m.DecidedAt), "By": day(sp, m.By)}), Tone: kit.Muted}}
	if !m.DoneAt.IsZero() {
		lines = append(lines, kit.Line{}, kit.Line{Text: sp.T("measures.done-on", lang.Args{"At": sp.Day(m.DoneAt)}), Tone: kit.Good}, kit.Line{Text: m.Result})
	}
	if !m.CheckedAt.IsZero() {
		lines = append(lines, kit.Line{}, kit.Line{Text: sp.T("measures.helped", lang.Args{"Fell": sp.T("choice.fell." + string(m.Fell)), "At": sp.Day(m.CheckedAt)}), Tone: kit.Good}, kit.Line{Text: m.Effect})
	}
	return lines, nil
}

// day is a day that a person reads.
func day(sp *lang.Speaker, d calendar.Day) string { return sp.Date(d.Year, d.Month, d.Day) }
