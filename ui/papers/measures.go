package papers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
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

func (improvements) list(ctx context.Context, c Config) (contents, error) {
	all, err := c.Office.Measures(ctx, c.Viewer)
	if err != nil {
		return contents{}, err
	}
	var rows []kit.Row
	for _, m := range all {
		sign, tone := signOf(m)
		order := cmp.Or(dayOrder("3", m.CheckedAt), dayOrder("2", m.DoneAt), fmt.Sprintf("1%04d-%02d-%02d", m.By.Year, m.By.Month, m.By.Day))
		rows = append(rows, kit.Row{ID: m.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{
			{Text: m.ID}, {Text: m.What}, {Text: m.OwnerName}, {Text: wording.MeasureState(c.Speaker, m, c.Office.Now()), Tone: tone, Order: order}}})
	}
	done := slices.IndexFunc(all, func(m office.MeasureView) bool { return !m.DoneAt.IsZero() })
	if done == office.MostOfAKind || done < 0 && len(all) == office.MostOfAKind || done >= 0 && len(all)-done >= office.MostDone {
		return contents{rows: rows, first: c.Speaker.T("measures.first", lang.Args{"Most": office.MostOfAKind, "Done": office.MostDone})}, nil
	}
	return contents{rows: rows}, nil
}

// dayOrder sorts by a state and within it by its moment; "" where that has not come.
func dayOrder(state string, at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return state + at.UTC().Format(time.RFC3339)
}

// signOf marks how far a measure is.
func signOf(m office.MeasureView) (sign string, tone kit.Tone) {
	switch {
	case !m.CheckedAt.IsZero():
		return "✓", kit.Good
	case !m.DoneAt.IsZero():
		return "●", kit.Accent
	case m.Overdue:
		return "✗", kit.Bad
	}
	return "·", kit.Muted
}

func (improvements) file(ctx context.Context, c Config, id string) ([]kit.Line, error) {
	m, err := c.Office.Measure(ctx, c.Viewer, id)
	if err != nil {
		return nil, err
	}
	return told(wording.Measure(c.Speaker, m)), nil
}
