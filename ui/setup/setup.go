// Package setup asks, on an empty file and in three screens, what the
// organisation is called, who works there and how it works; or it shows the
// made-up organisation instead. All of it can be changed later.
//
// It may import kit, theme, nav, wording, lang, office, complaint, procedure, calendar.
package setup

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/theme"
)

// Founded says that the organisation is there; the root asks who it is.
type Founded struct{ Login string }

// Demo says that the person wants to look around in the made-up organisation.
type Demo struct{}

// Config is what the screen needs; Demo says that there is one to show.
type Config struct {
	Office  *office.Office
	Speaker *lang.Speaker
	Styles  theme.Styles
	Demo    bool
}

// steps is how many screens there are at most.
const steps = 3

// Screen is the screen: one form at a time, the others kept as they were left.
type Screen struct {
	c      Config
	at     int // from 0
	forms  [steps]*kit.Form
	notice string
}

// New makes the screen.
func New(c Config) *Screen {
	s := &Screen{c: c}
	s.forms[0] = s.form(organisationFields(c))
	s.forms[1] = s.form(asked(wording.StaffFields(c.Speaker)))
	return s
}

func (s *Screen) form(fields []kit.Field) *kit.Form {
	return kit.NewForm(fields, s.c.Speaker, s.c.Styles, s.c.Office.Now())
}

func (s *Screen) now() *kit.Form { return s.forms[s.at] }

type founded struct {
	login string
	err   error
}

// Init implements nav.Screen.
func (s *Screen) Init() tea.Cmd { return nil }

// Update implements nav.Screen.
func (s *Screen) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case founded:
		return s, s.wasFounded(msg)
	case nav.Themed:
		s.c.Styles = msg.Styles
		for _, f := range s.forms {
			if f != nil {
				f.Restyle(msg.Styles)
			}
		}
	case tea.KeyPressMsg:
		if msg.String() == "esc" {
			s.at, s.notice = max(0, s.at-1), ""
			return s, nil
		}
		return s, s.fill(msg)
	case tea.PasteMsg:
		return s, s.fill(msg)
	}
	return s, nil
}

func (s *Screen) fill(msg tea.Msg) tea.Cmd {
	s.notice = ""
	event, cmd := s.now().Update(msg)
	if event != kit.Submitted {
		return cmd
	}
	return tea.Batch(cmd, s.next())
}

// next goes on: to the made-up organisation, the next screen, or the end.
func (s *Screen) next() tea.Cmd {
	switch {
	case s.at == 0 && s.now().Value("start") == startDemo:
		return nav.To(Demo{})
	case s.at == 1:
		if faults := wording.CheckStaff(s.now().Values()); faults != nil {
			s.show(faults)
			return nil
		}
		s.forms[2] = s.waysForm()
		s.at++
		return nil
	case s.at < steps-1:
		s.at++
		return nil
	}
	return s.found()
}

// waysForm is the last form, with who was named on the one before it; what was
// filled in already stays.
func (s *Screen) waysForm() *kit.Form {
	form := s.form(asked(wording.WaysFields(s.c.Speaker, s.forms[1].Values())))
	if was := s.forms[2]; was != nil {
		for name, value := range was.Changed() {
			form.Set(name, value)
		}
		form.Begin()
	}
	return form
}

// values are those of all screens.
func (s *Screen) values() map[string]string {
	all := map[string]string{}
	for _, f := range s.forms {
		if f == nil {
			continue
		}
		for name, value := range f.Values() {
			all[name] = value
		}
	}
	return all
}

func (s *Screen) found() tea.Cmd {
	f, faults := wording.Founding(s.values())
	if faults != nil {
		s.show(faults)
		return nil
	}
	o := s.c.Office
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return founded{f.Staff[0].Login, o.Found(ctx, f)}
	}
}

func (s *Screen) wasFounded(f founded) tea.Cmd {
	var faults complaint.Faults
	var refusal *complaint.Refusal
	switch {
	case f.err == nil:
		return nav.To(Founded{f.login})
	case errors.As(f.err, &faults):
		s.show(faults)
	case errors.As(f.err, &refusal):
		s.notice = s.c.Speaker.Refusal(refusal.Key, refusal.Args)
	default:
		s.notice = s.c.Speaker.Why(f.err, "action-screen.failed")
	}
	return nil
}

// show puts each fault beside the field it is about, on the screen where that is.
func (s *Screen) show(faults complaint.Faults) {
	said := map[string]string{}
	for _, f := range wording.PlacedFaults(faults, s.values()) {
		said[f.Field] = s.c.Speaker.Fault(f.Key, f.Args)
	}
	var elsewhere []string
	for i, form := range s.forms {
		if form == nil {
			continue
		}
		if elsewhere = form.SetFaults(said); len(elsewhere) < len(said) {
			s.at = i
			return
		}
	}
	if len(elsewhere) > 0 {
		s.notice = elsewhere[0]
	}
}
