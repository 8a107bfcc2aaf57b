package command

import (
	"context"
	"errors"

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
}

// with opens the file, finds out who acts and runs the command.
func (a *app) with(ctx context.Context, run func(context.Context, session) error) error {
	return a.open(ctx, func(ctx context.Context, s session) error {
		viewer, err := s.office.Acting(ctx, a.flags.as, a.edge.User)
		if errors.Is(err, office.ErrNotFound) {
			key := "command.who"
			if s.org.Seq == 0 {
				key = "command.empty"
			}
			return usage{errors.New(s.T(key))}
		}
		if err != nil {
			return err
		}
		s.viewer = viewer
		return run(ctx, s)
	})
}

// open opens the file only.
func (a *app) open(ctx context.Context, run func(context.Context, session) error) (err error) {
	if _, ok := lang.Parse(a.flags.lang); a.flags.lang != "" && !ok {
		return complaint.Faults{{Field: "lang", Key: "choice", Args: map[string]string{"Choices": "nl, en"}}}
	}
	opened, err := a.edge.Open(ctx, a.flags.db, a.edge.Clock)
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
	return run(ctx, session{Speaker: a.words(), office: opened.Office, org: org})
}

// screen starts the terminal program, opened at a subject.
func (a *app) screen(ctx context.Context, subject string) error {
	return a.open(ctx, func(ctx context.Context, s session) error {
		viewer, err := s.office.Acting(ctx, a.flags.as, a.edge.User)
		if err != nil && !errors.Is(err, office.ErrNotFound) {
			return err
		}
		return a.edge.Screen(ctx, Screen{Office: s.office, Viewer: viewer, Subject: subject, Lang: s.Language()})
	})
}
