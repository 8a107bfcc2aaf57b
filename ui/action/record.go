package action

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
	"leermoment/ui/nav"
)

// record takes the action.
func (s *Screen) record() tea.Cmd {
	if s.sending {
		return nil
	}
	in := s.got.Input(s.form.Values())
	s.sending = true
	c, keeper := s.c, s.draft
	fileFields := s.files()
	return s.work(func(ctx context.Context) tea.Msg {
		for _, name := range fileFields {
			file, err := readFile(c, name, in.Values[name])
			if err != nil {
				return recorded{to: s, err: err}
			}
			in.Files[name] = file
		}
		number := c.Subject
		err := keeper.end(func(draft string) (err error) {
			in.Draft = draft
			if c.Subject == "" {
				number, err = c.Office.Record(ctx, c.Viewer, in)
				return err
			}
			number, err = c.Office.TakeNew(ctx, c.Viewer, c.Subject, procedure.ActionID(c.Action), in)
			return err
		})
		undoable := false
		if err == nil && office.IsComplaint(c.Subject) {
			what, why := c.Office.Undo(ctx, c.Viewer, c.Subject)
			undoable = why == nil && what.Fact == in.Seen+1 && what.Seq == what.Fact // that, and nothing else
		}
		return recorded{s, number, undoable, err}
	})
}

func (s *Screen) wasRecorded(r recorded) tea.Cmd {
	s.sending = false
	sp := s.c.Speaker
	var faults complaint.Faults
	switch {
	case r.err == nil:
		s.gone = true
		if s.c.Subject == "" {
			return nav.To(nav.Done{Text: sp.T("intake.recorded", lang.Args{"Number": r.number}), Subject: r.number})
		}
		return nav.To(nav.Done{Text: sp.T("action-screen.recorded", lang.Args{"Action": sp.T("action." + s.c.Action)}), Subject: r.number, Undoable: r.undoable})
	case errors.As(r.err, &faults):
		if elsewhere := s.form.SetFaults(wording.Faults(sp, faults)); len(elsewhere) > 0 {
			s.notice = elsewhere[0]
		}
	case errors.Is(r.err, office.ErrStale):
		s.notice = sp.T("action-screen.stale")
		return s.lookAgain()
	default:
		s.notice = sp.Why(r.err, "action-screen.failed")
	}
	return nil
}

// lookAgain learns what the dossier is now, so that a second try counts.
func (s *Screen) lookAgain() tea.Cmd {
	c := s.c
	return s.work(func(ctx context.Context) tea.Msg {
		f, err := c.Office.Form(ctx, c.Viewer, c.Subject, procedure.ActionID(c.Action), "")
		if err != nil {
			return nav.Say{Text: c.Speaker.T("app.failed")}
		}
		return seen{s, f.Seq}
	})
}
