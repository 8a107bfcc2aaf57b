// Package action is the form of one action: the incident form while the phone
// is in the other hand, and every action on a dossier. What is typed is kept as
// a draft at once and never lost.
//
// It may import desk, kit, theme, nav, wording, lang, office, complaint, procedure, calendar.
package action

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
	"leermoment/ui/desk"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// timeout is how long the file may take.
const timeout = 10 * time.Second

// Config is what the screen needs. Subject "" is the incident form.
type Config struct {
	desk.Config
	Subject  string
	Action   string
	Draft    string // the half-filled form to go on with
	ReadFile func(path string) ([]byte, error)
}

// Screen is the screen of one action.
type Screen struct {
	c    Config
	form *kit.Form
	got  office.Form

	notice  string
	draft   *keeper
	states  int // of the form that were to be saved
	saved   time.Time
	saving  bool
	again   bool // something was typed while it was being saved
	sending bool
	gone    bool // recorded or thrown away: nothing is to be saved any more
	earlier earlier
	ask     *kit.Confirm
}

// New makes the screen; Init reads the action.
func New(c Config) *Screen {
	return &Screen{c: c, draft: &keeper{}}
}

// Answers carry their screen, since several may be open.
type (
	opened struct {
		to   *Screen
		form office.Form
		now  time.Time
		err  error
	}
	kept struct {
		to  *Screen
		at  time.Time
		err error
	}
	recorded struct {
		to       *Screen
		number   string
		undoable bool
		err      error
	}
	seen struct {
		to  *Screen
		seq int
	}
)

// Init implements nav.Screen.
func (s *Screen) Init() tea.Cmd {
	c := s.c
	return s.work(func(ctx context.Context) tea.Msg {
		f, err := c.Office.Form(ctx, c.Viewer, c.Subject, procedure.ActionID(c.Action), c.Draft)
		return opened{s, f, c.Office.Now(), err}
	})
}

// work runs something that takes time, with a limit.
func (s *Screen) work(do func(context.Context) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		return do(ctx)
	}
}

// Update implements nav.Screen.
func (s *Screen) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case opened:
		if msg.to == s {
			return s, s.open(msg)
		}
	case kept:
		if msg.to == s {
			return s, s.wasKept(msg)
		}
	case recorded:
		if msg.to == s {
			return s, s.wasRecorded(msg)
		}
	case seen:
		if msg.to == s {
			s.got.Seq = msg.seq
		}
	case found:
		s.earlier.take(msg, s)
	case nav.Themed:
		s.c.Styles = msg.Styles
		if s.form != nil {
			s.form.Restyle(msg.Styles)
		}
	case tea.KeyPressMsg:
		return s, s.press(msg)
	case tea.PasteMsg:
		return s, s.edit(msg)
	}
	return s, nil
}

// Loading implements nav.Loader.
func (s *Screen) Loading() bool { return s.form == nil }

// open builds the form, with what was typed before.
func (s *Screen) open(o opened) tea.Cmd {
	if o.err != nil {
		return tea.Sequence(nav.To(nav.Back{}), nav.To(nav.Say{Text: s.c.Speaker.Why(o.err, "app.failed")}))
	}
	s.got = o.form
	if r := o.form.Offer.Refusal; r != nil {
		return tea.Sequence(nav.To(nav.Back{}), nav.To(nav.Say{Text: s.c.Speaker.Refusal(r.Key, r.Args)}))
	}
	s.form = kit.NewForm(s.fields(o), s.c.Speaker, s.c.Styles, o.now)
	if d := o.form.Draft; d != nil {
		s.draft.resume(d.ID)
		s.saved = d.SavedAt
		for name, value := range d.Values {
			s.form.Set(name, value)
		}
		s.form.Begin()
		s.notice = s.c.Speaker.T("action-screen.draft-back")
	}
	return s.lookEarlier()
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	if s.form == nil {
		if msg.String() == "esc" {
			return nav.To(nav.Back{})
		}
		return nil
	}
	if s.ask != nil {
		return s.answer(msg)
	}
	s.notice = ""
	switch msg.String() {
	case "esc":
		return nav.To(nav.Back{})
	case "f2":
		return s.showEarlier()
	case "ctrl+y":
		return nav.To(nav.Copy{Text: s.form.Values()[s.form.Focused()]})
	case "ctrl+x":
		if s.form.Dirty() {
			s.ask = kit.NewConfirm(s.c.Styles, s.c.Speaker, s.c.Speaker.T("action-screen.discard-ask"), s.c.Speaker.T("action-screen.discard-what"))
		}
		return nil
	}
	return s.edit(msg)
}

func (s *Screen) edit(msg tea.Msg) tea.Cmd {
	if s.form == nil {
		return nil
	}
	event, cmd := s.form.Update(msg)
	switch event {
	case kit.Submitted:
		return tea.Batch(cmd, s.record())
	case kit.Edited:
		return tea.Batch(cmd, s.keep(), s.lookEarlier())
	}
	return cmd
}

func (s *Screen) answer(msg tea.KeyPressMsg) tea.Cmd {
	result, done := s.ask.Update(msg)
	if !done {
		return nil
	}
	s.ask = nil
	if result.Outcome != kit.Agreed {
		return nil
	}
	s.gone = true
	c, keeper := s.c, s.draft
	return tea.Sequence(s.work(func(ctx context.Context) tea.Msg {
		err := keeper.end(func(draft string) error { return c.Office.DropDraft(ctx, c.Viewer, draft) })
		if err != nil {
			return nav.Say{Text: c.Speaker.T("action-screen.failed")}
		}
		return nil
	}), nav.To(nav.Done{Text: c.Speaker.T("action-screen.discarded")}))
}

// keep saves the draft: at once, but one save at a time.
func (s *Screen) keep() tea.Cmd {
	if s.gone || !s.form.Dirty() {
		return nil
	}
	if s.saving {
		s.again = true
		return nil
	}
	s.saving, s.again = true, false
	s.states++
	c, keeper, n := s.c, s.draft, s.states
	d := office.Draft{Subject: c.Subject, Action: s.got.Offer.Spec.ID, Values: s.typed()}
	return s.work(func(ctx context.Context) tea.Msg {
		err := keeper.save(ctx, c, d, n)
		return kept{s, c.Office.Now(), err}
	})
}

// typed is what a draft keeps: what was touched, and for an incident form the
// moment at which it was opened, since that starts the clock.
func (s *Screen) typed() map[string]string {
	values := s.form.Changed()
	if s.c.Subject == "" {
		values[wording.Received] = s.form.Values()[wording.Received]
	}
	return values
}

func (s *Screen) wasKept(k kept) tea.Cmd {
	s.saving = false
	if k.err != nil {
		s.notice = s.c.Speaker.Why(k.err, "action-screen.failed")
		return nil
	}
	s.saved = k.at
	if s.again {
		return s.keep()
	}
	return nil
}

// Leaving implements nav.Leaver: what was typed last is saved too.
func (s *Screen) Leaving() tea.Cmd {
	if s.form == nil || s.gone || !s.form.Dirty() {
		return nil
	}
	s.saving = false
	return s.keep()
}
