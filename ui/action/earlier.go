package action

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/nav"
)

// mostEarlier is how many earlier complaints are shown.
const mostEarlier = 20

// earlier are complaints by the same person or organisation (S36).
type earlier struct {
	asked office.Same
	rows  []office.Row
}

// found is an answer; it counts only while the question still stands.
type found struct {
	to   *Screen
	who  office.Same
	rows []office.Row
}

func (e *earlier) take(f found, s *Screen) {
	if f.to == s && f.who == e.asked {
		e.rows = f.rows
	}
}

func (e *earlier) count(sp *lang.Speaker) string {
	if len(e.rows) == 0 {
		return ""
	}
	return sp.N("intake.earlier", len(e.rows))
}

// lookEarlier asks again when who the complainant is has changed.
func (s *Screen) lookEarlier() tea.Cmd {
	if s.c.Subject != "" {
		return nil
	}
	v := s.form.Values()
	who := office.Same{Name: v["complainant_name"], Organisation: v["organisation"], Email: v["email"]}
	if who == s.earlier.asked {
		return nil
	}
	s.earlier.asked = who
	c := s.c
	return s.work(func(ctx context.Context) tea.Msg {
		rows, err := c.Office.Earlier(ctx, c.Viewer, who, mostEarlier)
		if err != nil {
			return nil // it is only a help; the form goes on without it
		}
		return found{s, who, rows}
	})
}

func (s *Screen) showEarlier() tea.Cmd {
	if len(s.earlier.rows) == 0 {
		return nil
	}
	sp := s.c.Speaker
	var lines []string
	for _, r := range s.earlier.rows {
		lines = append(lines, sp.T("intake.earlier-line", lang.Args{"Number": r.Number, "Name": r.Complainant, "Subject": r.Subject,
			"At": sp.Day(r.ReceivedAt), "Phase": sp.T("phase." + string(r.Phase))}))
	}
	return nav.To(nav.Read{Title: sp.T("intake.earlier-title"), Text: strings.Join(lines, "\n")})
}
