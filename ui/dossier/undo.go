package dossier

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/nav"
)

type (
	// undoTold is what taking back would do.
	undoTold struct {
		to   *Screen
		what office.Undo
		err  error
	}
	// undoAgreed says that it is to be done.
	undoAgreed struct {
		to   *Screen
		what office.Undo
	}
	undone struct {
		to   *Screen
		what office.Undo
		err  error
	}
)

// askUndo finds out what it would do to take back what the viewer recorded last.
func (s *Screen) askUndo() tea.Cmd {
	if !s.known.IsZero() {
		return nav.To(nav.Say{Text: s.banner()})
	}
	c, number := s.c, s.d.Number
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		what, err := c.Office.Undo(ctx, c.Viewer, number)
		return undoTold{s, what, err}
	}
}

// confirmUndo says what will happen and asks whether it is to.
func (s *Screen) confirmUndo(t undoTold) tea.Cmd {
	sp := s.c.Speaker
	if t.err != nil {
		return nav.To(nav.Say{Text: sp.Why(t.err, "app.failed")})
	}
	lines := []string{sp.T("undo.stays", lang.Args{"At": sp.When(t.what.At, s.c.Office.Now())})}
	for _, again := range t.what.Opens {
		lines = append(lines, s.again(t.what, again))
	}
	lines = append(lines, sp.T("undo.outside"))
	return nav.To(nav.Ask{Question: sp.T("undo.ask", lang.Args{"What": sp.T("event." + t.what.Event)}), Follows: strings.Join(lines, "\n"), Yes: undoAgreed{s, t.what}})
}

// again says that something has to be done again, and that what was too late
// stays so.
func (s *Screen) again(u office.Undo, title procedure.Text) string {
	said := lang.Args{"Title": title.In(string(s.c.Speaker.Language()))}
	for _, late := range u.StayLate {
		if late == title {
			return s.c.Speaker.T("undo.open-late", said)
		}
	}
	return s.c.Speaker.T("undo.open", said)
}

func (s *Screen) undo(what office.Undo) tea.Cmd {
	c, number, reason := s.c, s.d.Number, s.c.Speaker.T("undo.reason")
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		return undone{s, what, c.Office.TakeBack(ctx, c.Viewer, number, what, reason)}
	}
}

func (s *Screen) wasUndone(u undone) tea.Cmd {
	sp := s.c.Speaker
	if u.err != nil {
		return tea.Batch(s.read(), nav.To(nav.Say{Text: sp.Why(u.err, "undo.failed")}))
	}
	return tea.Batch(s.read(), nav.To(nav.Say{Text: sp.T("undo.done", lang.Args{"What": sp.T("event." + u.what.Event)})}))
}
