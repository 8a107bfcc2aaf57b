// Package staff is the screen of who works here: who stands in for whom, and
// who leaves and hands his work over.
//
// It may import desk, kit, theme, nav, lang, office, complaint, procedure, calendar.
package staff

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/desk"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// timeout is how long a read or a change may take.
const timeout = 10 * time.Second

// Config is what the screen needs.
type Config = desk.Config

// listName is that of the list among those whose order is remembered.
const listName = "staff"

// Screen is the screen; form is what is being asked, nil while the list is looked at.
type Screen struct {
	c      Config
	people []office.Colleague
	table  *kit.Table
	form   *kit.Form
	change change
	asked  int
	said   string
}

// change is what a form does once it is filled in.
type change struct {
	title string
	take  func(ctx context.Context, values map[string]string) error
}

// New makes the screen; Init reads.
func New(c Config) *Screen {
	s := &Screen{c: c, table: kit.NewTable(c.Styles, c.Speaker)}
	sp := c.Speaker
	s.table.SetColumns(kit.Column{Name: "login", Title: sp.T("staff.login"), Width: 10}, kit.Column{Name: "name", Title: sp.T("experts.name"), Min: 14, Flex: 2},
		kit.Column{Name: "roles", Title: sp.T("staff.roles"), Min: 14, Flex: 2}, kit.Column{Name: "remark", Title: sp.T("staff.remark"), Min: 14, Flex: 3})
	return s
}

type (
	listed struct {
		to     *Screen
		n      int
		people []office.Colleague
		orders desk.Orders
		err    error
	}
	changed struct {
		to  *Screen
		err error
	}
)

// Init implements nav.Screen.
func (s *Screen) Init() tea.Cmd { return s.read() }

func (s *Screen) read() tea.Cmd {
	s.asked++
	n, c := s.asked, s.c
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		people, err := c.Office.Colleagues(ctx)
		if err != nil {
			return listed{to: s, n: n, err: err}
		}
		orders, err := c.Orders(ctx)
		return listed{s, n, people, orders, err}
	}
}

// Update implements nav.Screen.
func (s *Screen) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case listed:
		if msg.to == s && msg.n == s.asked {
			s.list(msg)
		}
	case changed:
		if msg.to == s {
			return s, s.wasChanged(msg.err)
		}
	case keyChosen:
		c, sp := s.c, s.c.Speaker
		s.change = change{title: sp.T("staff.remove-key")}
		return s, func() tea.Msg {
			ctx, cancel := context.WithTimeout(context.Background(), timeout)
			defer cancel()
			return changed{s, c.Office.RemoveKey(ctx, c.Viewer, msg.login, msg.fingerprint)}
		}
	case nav.Changed:
		return s, s.read()
	case nav.Themed:
		s.c.Styles = msg.Styles
		s.table.Restyle(msg.Styles)
		if s.form != nil {
			s.form.Restyle(msg.Styles)
		}
	case tea.KeyPressMsg:
		if s.form != nil {
			return s, s.fill(msg)
		}
		if remember, taken := s.c.Find(s.table, listName, msg); taken {
			return s, remember
		}
		return s, s.press(msg)
	case tea.PasteMsg:
		if s.form != nil {
			return s, s.fill(msg)
		}
		s.table.Find(msg)
	case tea.MouseClickMsg:
		if s.form == nil {
			s.table.Click(msg.Y)
		}
	}
	return s, nil
}

func (s *Screen) list(l listed) {
	if l.err != nil {
		s.said = s.c.Speaker.Why(l.err, "app.failed")
		return
	}
	s.people = l.people
	sp := s.c.Speaker
	var rows []kit.Row
	for _, p := range l.people {
		roles := make([]string, len(p.Roles))
		for i, r := range p.Roles {
			roles[i] = string(r)
		}
		sign, tone, remark := "·", kit.Muted, ""
		switch {
		case p.Disabled:
			sign, remark = "–", sp.T("command.disabled")
		case len(p.Keys) > 0 && p.StandIn == "" && !p.DefaultOwner:
			remark = sp.N("staff.keys", len(p.Keys))
		case p.StandIn != "":
			sign, tone = "!", kit.Warn
			remark = sp.T("staff.away", lang.Args{"Name": p.StandIn, "Until": sp.NearDay(p.Until, s.c.Office.Now())})
		case p.DefaultOwner:
			remark = sp.T("staff.default-owner")
		}
		rows = append(rows, kit.Row{ID: p.Login, Sign: sign, SignTone: tone, Cells: []kit.Cell{
			{Text: p.Login}, {Text: p.Name}, {Text: sp.AllRoles(roles)}, {Text: remark, Tone: tone}}})
	}
	s.table.Resume(l.orders.Of(listName))
	s.table.SetRows(rows)
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	login, selected := s.table.Selected()
	switch key := msg.String(); {
	case key == "esc":
		return nav.To(nav.Back{})
	case key == "r":
		return s.read()
	case key == "w" && selected:
		s.askDeputy(login)
	case key == "x" && selected:
		s.askLeaving(login)
	case key == "e" && selected:
		s.askChange(login)
	case key == "n":
		s.askColleague()
	case key == "s" && selected:
		s.askKey(login)
	case key == "i" && selected:
		return s.askWhichKey(login)
	case key == "enter" && selected:
		return s.about(login)
	default:
		s.table.Update(msg)
	}
	return nil
}

// others are those who can be chosen instead of somebody.
func (s *Screen) others(than string) []kit.Choice {
	var out []kit.Choice
	for _, p := range s.people {
		if p.Login != than && !p.Disabled {
			out = append(out, kit.Choice{Value: p.Login, Label: p.Name})
		}
	}
	return out
}

func (s *Screen) askDeputy(login string) {
	sp, c := s.c.Speaker, s.c
	s.ask(sp.T("staff.deputy-title", lang.Args{"Name": s.name(login)}), []kit.Field{
		{Name: "deputy", Title: sp.T("staff.deputy"), Kind: kit.ChoiceField, Required: true, Choices: s.others(login)},
		{Name: "from", Title: sp.T("staff.from"), Kind: kit.DayField, Required: true},
		{Name: "until", Title: sp.T("staff.until"), Kind: kit.DayField, Required: true},
	}, func(ctx context.Context, v map[string]string) error {
		from, err := calendar.ParseDay(v["from"])
		if err != nil {
			return complaint.Faults{{Field: "from", Key: "day"}}
		}
		until, err := calendar.ParseDay(v["until"])
		if err != nil {
			return complaint.Faults{{Field: "until", Key: "day"}}
		}
		return c.Office.SetDeputy(ctx, c.Viewer, v["deputy"], login, from, until)
	})
}

func (s *Screen) askLeaving(login string) {
	sp, c := s.c.Speaker, s.c
	s.ask(sp.T("staff.leaving-title", lang.Args{"Name": s.name(login)}), []kit.Field{
		{Name: "hand_over", Title: sp.T("staff.hand-over"), Kind: kit.ChoiceField, Choices: s.others(login), Hint: sp.T("staff.hand-over-hint")},
	}, func(ctx context.Context, v map[string]string) error {
		return c.Office.Disable(ctx, c.Viewer, login, v["hand_over"], sp.T("command.handed-over"))
	})
}

func (s *Screen) name(login string) string {
	for _, p := range s.people {
		if p.Login == login {
			return p.Name
		}
	}
	return login
}

func (s *Screen) ask(title string, fields []kit.Field, take func(context.Context, map[string]string) error) {
	s.said = ""
	s.change = change{title, take}
	s.form = kit.NewForm(fields, s.c.Speaker, s.c.Styles, s.c.Office.Now())
}

func (s *Screen) fill(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == "esc" {
		s.form = nil
		return nil
	}
	s.said = ""
	event, cmd := s.form.Update(msg)
	if event != kit.Submitted {
		return cmd
	}
	values, take := s.form.Values(), s.change.take
	return tea.Batch(cmd, func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		return changed{s, take(ctx, values)}
	})
}

func (s *Screen) wasChanged(err error) tea.Cmd {
	sp := s.c.Speaker
	var faults complaint.Faults
	switch {
	case err == nil:
		said := sp.T("action-screen.recorded", lang.Args{"Action": s.change.title})
		s.form = nil
		return tea.Batch(s.read(), nav.To(nav.Say{Text: said}))
	case errors.As(err, &faults) && s.form != nil:
		said := map[string]string{}
		for _, f := range faults {
			said[f.Field] = sp.Fault(f.Key, f.Args)
		}
		if elsewhere := s.form.SetFaults(said); len(elsewhere) > 0 {
			s.said = elsewhere[0]
		}
	default:
		s.said = sp.Why(err, "action-screen.failed")
	}
	return nil
}
