package settings

import (
	"cmp"
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// open shows a form; what it records is recorded against the organisation as it
// is seen now.
func (s *Screen) open(c change, fields ...kit.Field) {
	s.said, s.change, s.seen = "", c, s.is.Seq
	s.form = kit.NewForm(fields, s.c.Speaker, s.c.Styles, s.is.Now)
	for name, value := range s.left[c.title] {
		s.form.Set(name, value)
	}
}

func (s *Screen) fill(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == "esc" {
		s.left[s.change.title] = s.form.Changed() // it is there again when he comes back to it
		s.form, s.said = nil, ""
		return nil
	}
	s.said = ""
	event, cmd := s.form.Update(msg)
	if event != kit.Submitted {
		return cmd
	}
	values := s.form.Values()
	if s.change.then != nil {
		return tea.Batch(cmd, s.change.then(values))
	}
	take := s.change.take
	return tea.Batch(cmd, s.record(func(ctx context.Context, seen int) error { return take(ctx, seen, values) }))
}

// record runs a change.
func (s *Screen) record(take func(ctx context.Context, seen int) error) tea.Cmd {
	seen := s.seen
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		return changed{s, take(ctx, seen)}
	}
}

func (s *Screen) wasChanged(err error) tea.Cmd {
	sp := s.c.Speaker
	var faults complaint.Faults
	switch {
	case err == nil:
		said, done := cmp.Or(s.change.said, sp.T("command.settings-kept")), s.change.done
		s.form = nil
		delete(s.left, s.change.title)
		cmds := []tea.Cmd{s.read(), nav.To(nav.Say{Text: said})}
		if done != nil {
			cmds = append(cmds, nav.To(done))
		}
		return tea.Sequence(cmds...)
	case errors.Is(err, office.ErrStale):
		if s.said = sp.T("settings.stale"); s.form == nil {
			s.said = sp.T("command.stale")
		}
		return s.catchUp()
	case errors.As(err, &faults) && s.form != nil:
		said := map[string]string{}
		for _, f := range faults {
			said[f.Field] = sp.Fault(f.Key, f.Args)
		}
		if elsewhere := s.form.SetFaults(said); len(elsewhere) > 0 {
			s.said = elsewhere[0]
		}
	case errors.As(err, &faults) && len(faults) > 0:
		s.said = sp.Fault(faults[0].Key, faults[0].Args)
	default:
		s.said = sp.Why(err, "action-screen.failed")
	}
	return nil
}

// catchUp reads what somebody else changed; the form that stands can then be
// recorded against that.
func (s *Screen) catchUp() tea.Cmd {
	read := s.read()
	return func() tea.Msg {
		msg := read()
		if a, ok := msg.(arranged); ok && a.err == nil {
			a.forForm = true
			return a
		}
		return msg
	}
}
