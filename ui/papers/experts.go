package papers

import (
	"context"
	"errors"
	"slices"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
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

func (experts) list(ctx context.Context, c Config) ([]kit.Row, error) {
	all, err := c.Office.Experts(ctx, c.Viewer)
	if err != nil {
		return nil, err
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
	return rows, nil
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
	lines := []kit.Line{{Text: f.Name}}
	for _, reach := range []string{f.Email, f.Phone} {
		if reach != "" {
			lines = append(lines, kit.Line{Text: reach})
		}
	}
	for _, d := range f.Duties {
		if d.IsOpen(f.Now) {
			lines = append(lines, kit.Line{}, kit.Line{Text: sp.T("experts.owed", lang.Args{"Title": d.Obligation.Title.In(string(sp.Language())),
				"Left": sp.Left(d.DueAt, f.Now)}), Tone: kit.Bad})
		}
	}
	lines = append(lines, findings(sp, f)...)
	return append(lines, measures(sp, f)...), nil
}

func findings(sp *lang.Speaker, f *office.ExpertFile) []kit.Line {
	if len(f.Findings) == 0 {
		return []kit.Line{{}, {Text: sp.T("experts.nothing-found"), Tone: kit.Muted}}
	}
	var lines []kit.Line
	for _, x := range slices.Backward(f.Findings) {
		tone, verdict := kit.Good, sp.T("choice.insufficient.no")
		if x.Insufficient {
			tone, verdict = kit.Bad, sp.T("choice.insufficient.yes")
		}
		from := sp.T("choice.source." + string(x.Source))
		if x.Complaint != "" {
			from = x.Complaint
		}
		lines = append(lines, kit.Line{}, kit.Line{Text: sp.T("experts.finding", lang.Args{"At": sp.Day(x.At), "Source": from, "Verdict": verdict}), Tone: tone},
			kit.Line{Text: x.Text, Indent: 2})
	}
	return lines
}

func measures(sp *lang.Speaker, f *office.ExpertFile) []kit.Line {
	var lines []kit.Line
	for _, m := range slices.Backward(f.Measures) {
		key := "experts.measure"
		if m.Kind == complaint.ExcludedAtClient {
			key = "experts.exclusion"
		}
		lines = append(lines, kit.Line{}, kit.Line{Text: sp.T(key, lang.Args{"At": sp.Day(m.At), "Kind": sp.T("choice.expert_measure." + string(m.Kind)), "Client": m.Client})},
			kit.Line{Text: m.What, Indent: 2})
	}
	return lines
}
