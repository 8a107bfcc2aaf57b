package store

import (
	"context"
	"database/sql"
	"regexp"
	"strings"
	"testing"
	"time"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// What is asked for the overview, the agenda, the header, the improvements, the Postvak
// and the history reads no table from its beginning, and makes no index for itself.
func TestWhatIsWatchedUsesItsIndexes(t *testing.T) {
	s := filled(t, 40)
	ctx := context.Background()
	sight := office.Sight{Viewer: "p1", Login: "jan", Roles: []procedure.Role{procedure.ProjectLeader, procedure.Director}, All: true}
	h, err := s.reading.take(ctx, s.read)
	if err != nil {
		t.Fatal(err)
	}
	defer s.reading.give(h)
	x := tx{h}
	past := office.PastQuery{From: noon.AddDate(0, -1, 0), Until: noon, Limit: 10}
	for name, ask := range map[string]func() error{
		"kinds":    func() error { _, err := x.OpenKinds(ctx); return err },
		"open":     func() error { _, _, err := x.OpenDuties(ctx, sight, noon, []string{"1", "20"}, 10); return err },
		"waiting":  func() error { _, err := x.Waiting(ctx, sight, noon); return err },
		"own":      func() error { _, err := x.OwnDuties(ctx, sight, time.Time{}, noon, noon, 10); return err },
		"late":     func() error { _, err := x.LateDuties(ctx, sight, noon.AddDate(0, -1, 0), noon, noon, 10); return err },
		"why":      func() error { _, err := x.Explained(ctx, []string{"2001-001"}); return err },
		"measures": func() error { _, err := x.Measures(ctx, sight, 10, 10); return err },
		"one's own measures": func() error {
			_, err := x.OwnMeasures(ctx, sight, "2026-11-01", 10)
			return err
		},
		"happened": func() error { _, err := x.Happened(ctx, sight, past); return err },
		"openings": func() error { _, err := x.Openings(ctx, sight, past); return err },
	} {
		h.prepared = map[string]*prepared{}
		if err := ask(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(h.prepared) == 0 {
			t.Fatalf("%s asks nothing", name)
		}
		for text := range h.prepared {
			plan := planOf(t, s, text)
			for _, step := range plan {
				scans := strings.HasPrefix(step, "SCAN ") && !strings.Contains(step, "USING COVERING INDEX") && !harmless.MatchString(step)
				if scans || strings.Contains(step, "AUTOMATIC") {
					t.Errorf("%s: %s\n%s", name, step, strings.Join(plan, "\n"))
				}
			}
		}
	}
}

// harmless are scans of what is small: a list that was given, what the question
// itself has put aside, or of an index of what is open as much as is asked for.
var harmless = regexp.MustCompile(`^SCAN (\w+ VIRTUAL TABLE|m USING INDEX measure_states_open|json_each|s |n |own|late|kind|CONSTANT ROW|\(subquery)`)

// planOf is how SQLite goes about a question, whatever it is asked with.
func planOf(t *testing.T, s *Store, text string) []string {
	t.Helper()
	var args []any
	named := map[string]bool{}
	for _, name := range regexp.MustCompile(`@(\w+)`).FindAllStringSubmatch(text, -1) {
		if !named[name[1]] {
			named[name[1]] = true
			args = append(args, sql.Named(name[1], nil))
		}
	}
	for range strings.Count(text, "?") {
		args = append(args, nil)
	}
	return steps(t, s, text, args...)
}
