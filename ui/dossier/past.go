package dossier

import (
	"context"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
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

// knownAs keeps the moments to choose from: the last fact of each.
func (s *Screen) knownAs(d *office.Dossier) {
	s.moments = nil
	for _, e := range d.Events {
		if n := len(s.moments); n > 0 && s.moments[n-1].RecordedAt.Equal(e.RecordedAt) {
			s.moments[n-1] = e
			continue
		}
		s.moments = append(s.moments, e)
	}
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
	from, to := s.d, m.with
	if to.Now.Before(from.Now) {
		from, to = to, from
	}
	sp := s.c.Speaker
	lines := []string{sp.T("past.between", lang.Args{"From": sp.Moment(from.Now), "To": sp.Moment(to.Now)}), ""}
	for _, part := range [][]string{s.newFacts(from, to), s.otherDuties(from, to), s.otherForm(from, to)} {
		if len(part) > 0 {
			lines = append(append(lines, part...), "")
		}
	}
	if len(lines) == 2 {
		lines = append(lines, sp.T("past.same"))
	}
	return nav.To(nav.Read{Title: sp.T("past.differences"), Text: strings.Join(lines, "\n")})
}

func (s *Screen) newFacts(from, to *office.Dossier) (lines []string) {
	sp := s.c.Speaker
	for _, e := range to.Events[min(len(from.Events), len(to.Events)):] {
		who := e.Actor.Name
		if who == "" {
			who = sp.T("role.program")
		}
		lines = append(lines, sp.T("past.fact", lang.Args{"At": sp.Moment(e.HappenedAt), "Who": who, "What": sp.T("event." + e.Name)}))
	}
	return lines
}

func (s *Screen) otherDuties(from, to *office.Dossier) (lines []string) {
	sp := s.c.Speaker
	was := map[string]office.DutyView{}
	for _, d := range from.Duties {
		was[d.Obligation.ID] = d
	}
	for _, d := range to.Duties {
		if old, ok := was[d.Obligation.ID]; ok && old.Status != d.Status {
			lines = append(lines, sp.T("past.changed", lang.Args{"What": s.title(d), "Old": sp.T("status." + string(old.Status)), "New": sp.T("status." + string(d.Status))}))
		}
	}
	return lines
}

func (s *Screen) otherForm(from, to *office.Dossier) (lines []string) {
	sp, was, is := s.c.Speaker, s.formOf(from), s.formOf(to)
	for _, field := range complaint.FormFields() {
		if was[field] != is[field] {
			lines = append(lines, sp.T("past.changed", lang.Args{"What": sp.T("field." + field), "Old": orDash(was[field]), "New": orDash(is[field])}))
		}
	}
	return lines
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// banner stands where the next thing to do would: what is shown is past.
func (s *Screen) banner() string {
	return s.c.Speaker.T("past.as-known", lang.Args{"At": s.c.Speaker.Moment(s.d.Now)})
}
