// Package setup asks, on an empty file, what the organisation is called and who
// works there.
//
// It may import kit, theme, nav, lang, office, complaint, procedure, calendar.
package setup

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/theme"
)

// Founded says that the organisation is there; the root asks who it is.
type Founded struct{ Login string }

// Config is what the screen needs.
type Config struct {
	Office  *office.Office
	Speaker *lang.Speaker
	Styles  theme.Styles
}

// Screen is the screen.
type Screen struct {
	c      Config
	form   *kit.Form
	notice string
}

// New makes the screen.
func New(c Config) *Screen {
	sp := c.Speaker
	field := func(name, title, hint string, required bool) kit.Field {
		return kit.Field{Name: name, Title: sp.T(title), Hint: sp.T(hint), Required: required}
	}
	empty := "setup.manager-hint"
	return &Screen{c: c, form: kit.NewForm([]kit.Field{
		field("organisation_name", "field.organisation_name", "setup.organisation-hint", true),
		field("address", "field.address", "setup.organisation-hint", false),
		field("email", "field.email", "setup.organisation-hint", false),
		field("phone", "field.phone", "setup.organisation-hint", false),
		field("director", "setup.director-name", "setup.name-hint", true),
		field("director-login", "setup.director-login", "setup.login-hint", true),
		field("manager", "setup.manager-name", empty, false),
		field("manager-login", "setup.manager-login", empty, false),
		field("leader", "setup.leader-name", empty, false),
		field("leader-login", "setup.leader-login", empty, false),
	}, sp, c.Styles, c.Office.Now())}
}

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
		s.form.Restyle(msg.Styles)
	case tea.KeyPressMsg, tea.PasteMsg:
		s.notice = ""
		event, cmd := s.form.Update(msg)
		if event == kit.Submitted {
			return s, tea.Batch(cmd, s.found())
		}
		return s, cmd
	}
	return s, nil
}

// founding makes the request; a role without a person of its own is the
// director's.
func founding(v map[string]string, language string) office.Founding {
	f := office.Founding{Name: v["organisation_name"], Address: v["address"], Email: v["email"], Phone: v["phone"], Language: language}
	director := office.NewStaff{Login: strings.TrimSpace(v["director-login"]), Name: v["director"], Roles: []procedure.Role{procedure.Director}}
	var others []office.NewStaff
	for _, x := range []struct {
		name string
		role procedure.Role
	}{{"manager", procedure.OfficeManager}, {"leader", procedure.ProjectLeader}} {
		if v[x.name] == "" && v[x.name+"-login"] == "" {
			director.Roles = append(director.Roles, x.role)
			continue
		}
		others = append(others, office.NewStaff{Login: strings.TrimSpace(v[x.name+"-login"]), Name: v[x.name], Roles: []procedure.Role{x.role}})
	}
	f.Staff = append([]office.NewStaff{director}, others...)
	return f
}

func (s *Screen) found() tea.Cmd {
	o, f := s.c.Office, founding(s.form.Values(), string(s.c.Speaker.Language()))
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

// show puts each fault beside the field it is about: that of the person with
// this login.
func (s *Screen) show(faults complaint.Faults) {
	values, said := s.form.Values(), map[string]string{}
	for _, f := range faults {
		text := s.c.Speaker.Fault(f.Key, f.Args)
		name := f.Field
		for _, who := range []string{"director", "manager", "leader"} {
			if strings.TrimSpace(values[who+"-login"]) != f.Args["Value"] {
				continue
			}
			if name = who; f.Field == "login" {
				name = who + "-login"
			}
		}
		said[name] = text
	}
	if elsewhere := s.form.SetFaults(said); len(elsewhere) > 0 {
		s.notice = elsewhere[0]
	}
}

// Title implements nav.Screen.
func (s *Screen) Title() string { return s.c.Speaker.T("setup.title") }

// Typing implements nav.Screen.
func (s *Screen) Typing() bool { return true }

// Notice implements nav.Screen.
func (s *Screen) Notice() string {
	if s.notice == "" && s.form.AtEnd() {
		return s.c.Speaker.T("action-screen.at-end")
	}
	return s.notice
}

// Keys implements nav.Screen.
func (s *Screen) Keys() []nav.Key {
	sp := s.c.Speaker
	return []nav.Key{{Press: "ctrl+s", Label: sp.T("key.record"), Short: true}, {Press: "tab", Label: sp.T("key.next-field"), Short: true},
		{Press: "ctrl+c", Label: sp.T("key.quit"), Short: true}}
}

// introLines is the room above the form.
const introLines = 2

// Body implements nav.Screen.
func (s *Screen) Body(size nav.Size) string {
	intro := kit.FillBlock(strings.Join(kit.Wrap(" "+s.c.Speaker.T("setup.intro"), size.W), "\n"), size.W, introLines)
	return intro + "\n" + s.form.View(size.W, size.H-introLines)
}

// Cursor implements nav.Cursored.
func (s *Screen) Cursor(size nav.Size) (x, y int, ok bool) {
	s.form.View(size.W, size.H-introLines)
	x, y, ok = s.form.Cursor()
	return x, y + introLines, ok
}
