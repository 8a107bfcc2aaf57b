package papers

import (
	"context"
	"errors"
	"slices"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
)

// experts shows the experts; the file of one is for the director alone (S40).
type experts struct{}

func (experts) name() string { return "experts" }
func (experts) adds() string { return string(office.AddsExpert) }

func (experts) columns(sp *lang.Speaker) []kit.Column {
	return []kit.Column{{Name: "number", Title: sp.T("register.number"), Width: 8}, {Name: "name", Title: sp.T("experts.name"), Min: 16, Flex: 3},
		{Name: "excluded", Title: sp.T("experts.excluded"), Min: 10, Flex: 3}}
}

func (experts) list(ctx context.Context, c Config) (contents, error) {
	all, err := c.Office.Experts(ctx, c.Viewer)
	if err != nil {
		return contents{}, err
	}
	now := c.Office.Now()
	var rows []kit.Row
	for _, e := range all {
		sign, tone, where := "·", kit.Muted, ""
		for _, x := range e.Exclusions {
			if e.Excludes(x.Client, c.Office.Day(now)) {
				where = x.Client
				sign, tone = "!", kit.Warn
			}
		}
		if f, err := c.Office.Expert(ctx, c.Viewer, e.ID); err == nil && slices.ContainsFunc(f.Duties, func(d office.DutyView) bool { return d.IsOpen(now) }) {
			sign, tone = "✗", kit.Bad
			where = c.Speaker.T("experts.wanting")
		}
		rows = append(rows, kit.Row{ID: e.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{{Text: e.ID}, {Text: e.Name}, {Text: where, Tone: tone}}})
	}
	return contents{rows: rows}, nil
}

func (experts) file(ctx context.Context, c Config, id string) ([]kit.Line, error) {
	sp := c.Speaker
	f, err := c.Office.Expert(ctx, c.Viewer, id)
	if errors.Is(err, office.ErrNotFound) {
		return []kit.Line{{Text: sp.T("experts.ask-director"), Tone: kit.Muted}}, nil
	}
	if err != nil {
		return nil, err
	}
	return told(wording.Expert(sp, f)), nil
}
