package dossier

import (
	"context"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/nav"
)

// A dossier can be read as it had been recorded at an earlier moment, and that
// be compared with another one.

type (
	// momentChosen is the moment as of which the dossier is to be read; zero is now.
	momentChosen struct{ at time.Time }
	// compareChosen is the moment with which the one that is shown is compared.
	compareChosen struct{ at time.Time }
	compared      struct {
		to   *Screen
		with *office.Dossier
		err  error
	}
)

// present is the choice of now.
const present = "now"

// askMoment asks for one of the moments at which something was recorded.
func (s *Screen) askMoment(title string, choose func(time.Time) tea.Msg) tea.Cmd {
	sp := s.c.Speaker
	choices := []nav.Choice{{ID: present, Label: sp.T("past.now")}}
	for i := len(s.moments) - 1; i >= 0; i-- {
		m := s.moments[i]
		choices = append(choices, nav.Choice{ID: strconv.Itoa(i), Label: sp.Moment(m.RecordedAt), Hint: sp.T("event." + m.Name)})
	}
	moments := s.moments
	return nav.To(nav.Pick{Title: title, Choices: choices, To: func(id string) tea.Msg {
		i, err := strconv.Atoi(id)
		if err != nil {
			return choose(time.Time{})
		}
		return choose(moments[i].RecordedAt)
	}})
}

// compare reads the dossier as of another moment.
func (s *Screen) compare(at time.Time) tea.Cmd {
	c, number := s.c, s.d.Number
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		d, err := c.Office.Dossier(ctx, c.Viewer, number, at)
		return compared{s, d, err}
	}
}

// differences opens what differs between the dossier shown and another moment.
func (s *Screen) differences(m compared) tea.Cmd {
	if m.err != nil {
		s.failed = s.c.Speaker.Why(m.err, "app.failed")
		return nil
	}
	sp := s.c.Speaker
	return nav.To(nav.Read{Title: sp.T("past.differences"), Text: strings.Join(wording.Differences(sp, s.d, m.with), "\n")})
}

// banner stands where the next thing to do would: what is shown is past.
func (s *Screen) banner() string {
	return s.c.Speaker.T("past.as-known", lang.Args{"At": s.c.Speaker.Moment(s.d.Now)})
}
