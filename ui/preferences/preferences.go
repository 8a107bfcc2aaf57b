// Package preferences is the screen on which somebody says how he likes the
// program: its colours, its language, and whether it takes the mouse.
//
// It may import desk, kit, nav, office.
package preferences

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/office"
	"leermoment/ui/desk"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// timeout is how long a read or a change may take.
const timeout = 10 * time.Second

// Config is what the screen needs.
type Config = desk.Config

// Preferred says that the preferences were kept: the program has to follow them.
type Preferred struct{ Preferences office.Preferences }

// Screen is the screen.
type Screen struct {
	c    Config
	form *kit.Form
	said string
}

// New makes the screen; Init reads.
func New(c Config) *Screen { return &Screen{c: c} }

type (
	opened struct {
		to  *Screen
		got office.Preferences
		err error
	}
	kept struct {
		to  *Screen
		got office.Preferences
		err error
	}
)

// Init implements nav.Screen.
func (s *Screen) Init() tea.Cmd {
	c := s.c
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		got, err := c.Office.Preferences(ctx, c.Viewer)
		return opened{s, got, err}
	}
}

// Loading implements nav.Loader.
func (s *Screen) Loading() bool { return s.form == nil && s.said == "" }

// Update implements nav.Screen.
func (s *Screen) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case opened:
		if msg.to == s {
			s.open(msg)
		}
	case kept:
		if msg.to != s {
			return s, nil
		}
		if msg.err != nil {
			s.said = s.c.Speaker.Why(msg.err, "action-screen.failed")
			return s, nil
		}
		return s, nav.To(Preferred{msg.got})
	case nav.Themed:
		s.c.Styles = msg.Styles
		if s.form != nil {
			s.form.Restyle(msg.Styles)
		}
	case tea.KeyPressMsg:
		return s, s.press(msg)
	}
	return s, nil
}

func (s *Screen) open(o opened) {
	if o.err != nil {
		s.said = s.c.Speaker.Why(o.err, "app.failed")
		return
	}
	var fields []kit.Field
	for _, l := range office.AllLikings() {
		f := kit.Field{Name: l.Name, Title: s.c.Speaker.T("preferences." + l.Name), Kind: kit.ChoiceField, Value: o.got[l.Name]}
		for _, value := range l.Values {
			f.Choices = append(f.Choices, kit.Choice{Value: value, Label: s.c.Speaker.T("preferences." + l.Name + "-" + value)})
		}
		fields = append(fields, f)
	}
	s.form = kit.NewForm(fields, s.c.Speaker, s.c.Styles, s.c.Office.Now())
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "esc" || s.form == nil {
		return nav.To(nav.Back{})
	}
	event, cmd := s.form.Update(msg)
	if event != kit.Submitted {
		return cmd
	}
	c, v := s.c, s.form.Values()
	return tea.Batch(cmd, func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		err := c.Office.Prefer(ctx, c.Viewer, v)
		return kept{s, v, err}
	})
}

// Title implements nav.Screen.
func (s *Screen) Title() string { return s.c.Speaker.T("preferences.title") }

// Notice implements nav.Screen.
func (s *Screen) Notice() string { return s.said }

// Typing implements nav.Screen.
func (s *Screen) Typing() bool { return s.form != nil }

// Body implements nav.Screen.
func (s *Screen) Body(size nav.Size) string {
	if s.form == nil {
		return ""
	}
	return s.form.View(size.W, size.H)
}

// Keys implements nav.Screen.
func (s *Screen) Keys() []nav.Key {
	sp := s.c.Speaker
	return []nav.Key{{Press: "ctrl+s", Label: sp.T("key.record"), Short: true}, {Press: "tab", Label: sp.T("key.next-field"), Short: true},
		{Press: "← →", Label: sp.T("form.choose"), Short: true}, {Press: "esc", Label: sp.T("key.back"), Short: true}}
}
