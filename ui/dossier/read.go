package dossier

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/desk"
	"leermoment/ui/nav"
)

// answer is a dossier that was read.
type answer struct {
	to      *Screen
	known   time.Time // as of which moment it was asked for
	d       *office.Dossier
	measure bool // a measure was asked for: show the measures
	orders  desk.Orders
	now     time.Time
	err     error
}

// Init implements nav.Screen.
func (s *Screen) Init() tea.Cmd { return s.read() }

// read reads what somebody waits for.
func (s *Screen) read() tea.Cmd { return s.readFor(true) }

func (s *Screen) readFor(awaited bool) tea.Cmd {
	if !s.reading.Ask(awaited) {
		return nil
	}
	return s.fetch()
}

func (s *Screen) fetch() tea.Cmd {
	c, subject, known, first := s.c, s.subject, s.known, s.d == nil
	return s.reading.Begin(func(ctx context.Context) tea.Msg {
		a := answer{to: s, known: known, now: c.Office.Now()}
		if office.IsMeasure(subject) {
			m, err := c.Office.Measure(ctx, c.Viewer, subject)
			if err != nil {
				a.err = err
				return a
			}
			subject, a.measure = m.Complaint, true
		}
		if a.orders, a.err = c.Orders(ctx); a.err != nil {
			return a
		}
		a.d, a.err = c.Office.Dossier(ctx, c.Viewer, subject, known)
		if a.err == nil && first {
			a.err = c.Office.Opened(ctx, c.Viewer, subject)
		}
		return a
	})
}

// Leaving implements nav.Leaver.
func (s *Screen) Leaving() tea.Cmd {
	s.reading.End()
	return nil
}

// answered shows an answer, unless another moment was chosen meanwhile, and asks
// again where that is wanted.
func (s *Screen) answered(a answer) tea.Cmd {
	show, again := s.reading.Answered()
	var cmd tea.Cmd
	if show && a.known.Equal(s.known) {
		cmd = s.take(a)
	}
	if again {
		cmd = tea.Batch(cmd, s.fetch())
	}
	return cmd
}

func (s *Screen) take(a answer) tea.Cmd {
	if a.err != nil {
		if s.d == nil {
			return tea.Sequence(nav.To(nav.Back{}), nav.To(nav.Say{Text: s.c.Speaker.T("app.not-found", lang.Args{"Subject": s.subject})}))
		}
		s.failed = s.c.Speaker.Why(a.err, "app.failed")
		return nil
	}
	if s.orders == nil {
		s.orders = a.orders
	}
	s.failed, s.d, s.now = "", a.d, a.now
	if s.known.IsZero() {
		s.moments = wording.Moments(a.d)
	} else {
		s.now = a.d.Now
	}
	if a.measure && !s.placed {
		s.tabs.Select(string(measures))
	}
	s.fill()
	s.place()
	return nil
}

// Loading implements nav.Loader.
func (s *Screen) Loading() bool { return s.d == nil || s.reading.Awaits() }
