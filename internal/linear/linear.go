package linear

import (
	"context"
	"errors"
	"io"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
)

// Config is what the program needs. In gives one line after the other and is
// read only when one is wanted.
type Config struct {
	Office  *office.Office
	Viewer  office.Viewer // zero: ask
	Subject string        // opened at the start, or ""
	Speaker *lang.Speaker
	Asked   bool // the language was asked for, and is not what the viewer prefers
	Chosen  bool // line by line was asked for just now: say how it can be kept
	// ReadFile reads a file that is to be attached; nil where the person sits at
	// another machine.
	ReadFile func(path string) ([]byte, error)
	In       io.Reader
	Out      io.Writer
}

// The ways in which a question ends without an answer.
var (
	errBack     = errors.New("one level up")
	errPrevious = errors.New("the question before")
	errStop     = errors.New("the person stops")
	errEnd      = errors.New("nothing more comes in")
)

// session is one person at work.
type session struct {
	c    Config
	ctx  context.Context
	sp   *lang.Speaker
	o    *office.Office
	v    office.Viewer
	org  *organisation.Organisation
	told bool // how a form is filled in was explained
	line console
}

// Run speaks with a person until he stops, the line ends, or the context does.
// What is half filled in is kept.
func Run(ctx context.Context, c Config) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := &session{c: c, ctx: ctx, sp: c.Speaker, o: c.Office, v: c.Viewer, line: newConsole(ctx, c.In, c.Out)}
	err := s.run()
	if errors.Is(err, errStop) {
		s.say(s.sp.T("linear.goodbye"))
	}
	if errors.Is(err, errStop) || errors.Is(err, errEnd) || errors.Is(err, errBack) || ctx.Err() != nil {
		return nil
	}
	return err
}

func (s *session) run() (err error) {
	if s.org, err = s.o.Organisation(s.ctx); err != nil {
		return err
	}
	if s.org.Seq == 0 {
		if err := s.setup(); err != nil {
			return err
		}
	}
	if s.v.ID == "" {
		if err := s.askWho(); err != nil {
			return err
		}
	}
	if err := s.follow(); err != nil {
		return err
	}
	s.greet()
	if s.c.Subject != "" {
		if err := s.open(s.c.Subject); err != nil {
			return err
		}
	}
	for {
		err := s.main()
		if errors.Is(err, errBack) {
			s.say(s.sp.T("linear.at-top"))
		} else if err != nil {
			return err
		}
	}
}

// follow speaks the language that the person prefers.
func (s *session) follow() error {
	p, err := s.o.Preferences(s.ctx, s.v)
	if err != nil || s.c.Asked {
		return err
	}
	s.speak(p["language"])
	return nil
}

// speak speaks a language, or that of the organisation.
func (s *session) speak(language string) {
	l, ok := lang.Parse(language)
	if !ok {
		if l, ok = lang.Parse(s.org.Language); !ok {
			return
		}
	}
	s.sp = lang.New(l, s.o.Zone())
}

// stay does something again and again until the person goes one level up.
func (s *session) stay(do func() error) error {
	for {
		if err := do(); err != nil {
			return up(err)
		}
	}
}

// up is nil where somebody went one level up: the level above goes on.
func up(err error) error {
	if errors.Is(err, errBack) {
		return nil
	}
	return err
}

// failed says what could not be read, and goes one level up.
func (s *session) failed(err error) error {
	if s.ctx.Err() != nil {
		return errEnd
	}
	if errors.Is(err, office.ErrNotFound) {
		s.say(s.sp.T("command.not-found"))
	} else {
		s.say(s.sp.Why(err, "linear.failed"))
	}
	return errBack
}
