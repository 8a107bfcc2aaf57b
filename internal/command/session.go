package command

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
)

// session is one command on one open file by one person.
type session struct {
	*lang.Speaker
	office *office.Office
	org    *organisation.Organisation
	viewer office.Viewer
	daily  *func(context.Context) error // what makes the copy of the day, as long as nobody took that upon him
}

// takesDaily takes it upon what runs long to make the copies of the day.
func (s session) takesDaily() func(context.Context) error {
	daily := *s.daily
	*s.daily = nil
	if daily == nil {
		return func(context.Context) error { return nil }
	}
	return daily
}

// with opens the file, finds out who acts and runs the command.
func (a *app) with(ctx context.Context, run func(context.Context, session) error) error {
	return a.open(ctx, a.acting(run))
}

// acting runs the command as who acts.
func (a *app) acting(run func(context.Context, session) error) func(context.Context, session) error {
	return func(ctx context.Context, s session) error {
		viewer, err := s.office.Acting(ctx, a.flags.as, a.edge.User)
		if errors.Is(err, office.ErrNotFound) {
			key := "usage.who"
			if s.org.Seq == 0 {
				key = "usage.empty"
			}
			return misuse(key, nil)
		}
		if err != nil {
			return err
		}
		s.viewer = viewer
		return run(ctx, s)
	}
}

// open opens the file only. Who waits long for it hears why: after a crash it is
// read whole, and one of an older form is made anew.
func (a *app) open(ctx context.Context, run func(context.Context, session) error) error {
	open := func(ctx context.Context, path string, clock func() time.Time) (Opened, error) {
		if a.edge.Waits != nil {
			defer a.edge.Waits(func() { fmt.Fprintln(a.edge.Err, a.words().T("command.opening")) })()
		}
		return a.edge.Open(ctx, path, clock)
	}
	return a.openBy(ctx, open, run)
}

func (a *app) openBy(ctx context.Context, open opener, run func(context.Context, session) error) (err error) {
	if a.flags.db == "" {
		return complaint.Faults{{Field: "db", Key: "required"}}
	}
	opened, err := open(ctx, a.flags.db, a.edge.Clock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, opened.Close()) }()
	org, err := opened.Office.Organisation(ctx)
	if err != nil {
		return err
	}
	if a.flags.lang == "" {
		a.flags.lang = org.Language
	}
	daily := opened.Daily
	if err := run(ctx, session{Speaker: a.words(), office: opened.Office, org: org, daily: &daily}); err != nil {
		return err
	}
	if daily == nil {
		return nil
	}
	// once it is done, so that nobody waits for an answer
	if err := daily(ctx); err != nil && ctx.Err() == nil {
		fmt.Fprintln(a.edge.Err, NoDaily(err, a.words()))
	}
	return nil
}

// NoDaily says why no copy of the day could be made.
func NoDaily(err error, s *lang.Speaker) string {
	return s.T("copies.no-daily", lang.Args{"Why": fileTrouble(err, s)})
}

// stays prepares for a command that takes long or stays open.
func (a *app) stays() error {
	if a.edge.Stays == nil {
		return nil
	}
	return a.edge.Stays()
}

// screen starts the terminal program, opened at a subject,
// or line by line where that was asked for, or is what the person prefers.
func (a *app) screen(cmd *cobra.Command, subject string) error {
	asked := a.flags.lang != ""
	chosen := cmd.Flags().Changed(linearName)
	return a.open(cmd.Context(), func(ctx context.Context, s session) error {
		viewer, err := s.office.Acting(ctx, a.flags.as, a.edge.User)
		if err != nil && !errors.Is(err, office.ErrNotFound) {
			return err
		}
		if err := s.knows(ctx, viewer, subject); err != nil {
			return err
		}
		linear := a.flags.linear
		if !chosen && viewer.ID != "" {
			p, err := s.office.Preferences(ctx, viewer)
			if err != nil {
				return err
			}
			linear = p[office.Way] == office.ByLines
		}
		return a.edge.Screen(ctx, Screen{Office: s.office, Viewer: viewer, Subject: subject, Lang: s.Language(), Asked: asked, Linear: linear, Chosen: chosen, Daily: s.takesDaily()})
	})
}

// knows gives ErrNotFound for a subject that is not there; who is still to be
// asked for his name is not told.
func (s session) knows(ctx context.Context, viewer office.Viewer, subject string) error {
	if subject == "" || subject == organisation.Stream || viewer.ID == "" {
		return nil
	}
	switch {
	case office.IsNotice(subject):
		_, err := s.office.Notice(ctx, viewer, subject)
		return err
	case office.IsExpert(subject):
		_, err := s.office.Expert(ctx, viewer, subject)
		return err
	case office.IsMeasure(subject):
		_, err := s.office.Measure(ctx, viewer, subject)
		return err
	}
	_, err := s.office.Dossier(ctx, viewer, subject, time.Time{})
	return err
}
