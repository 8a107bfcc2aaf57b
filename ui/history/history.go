// Package history is the screen "Wat er gebeurde": what was done over all
// dossiers, by day, by whom and of what kind, and for a director who opened
// which dossier.
//
// It may import desk, kit, theme, nav, lang, office, calendar.
package history

import (
	"context"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/calendar"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/desk"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// Config is what the screen needs.
type Config = desk.Config

// listName is that of the list among those whose order is remembered.
const listName = "history"

// Screen is the screen. What is asked for is a month, a person and a kind; what
// was read is searched and sorted by the table.
type Screen struct {
	c        Config
	got      office.Past
	month    calendar.Day
	by, kind string
	reading  desk.Reading
	loaded   bool
	table    *kit.Table
	failed   string
}

// New makes the screen; Init reads.
func New(c Config) *Screen {
	s := &Screen{c: c, table: kit.NewTable(c.Styles, c.Speaker)}
	sp := c.Speaker
	s.table.SetColumns(kit.Column{Name: "when", Title: sp.T("happened.when"), Width: 16}, kit.Column{Name: "who", Title: sp.T("happened.who"), Min: 10, Flex: 2},
		kit.Column{Name: "what", Title: sp.T("happened.what"), Min: 34, Flex: 5}, kit.Column{Name: "number", Title: sp.T("register.number"), Width: 10},
		kit.Column{Name: "subject", Title: sp.T("inbox.subject"), Min: 10, Flex: 4, Priority: 2})
	s.table.SetEmpty(sp.T("happened.nothing"))
	return s
}

type (
	answer struct {
		to *Screen
		wanted
		got    office.Past
		orders desk.Orders
		err    error
	}
	byChosen   struct{ login string }
	kindChosen struct{ name string }
)

// everything is the choice of no person, or no kind, in particular.
const everything = "*"

// Init implements nav.Screen.
func (s *Screen) Init() tea.Cmd { return s.read() }

func (s *Screen) read() tea.Cmd {
	if !s.reading.Ask(true) {
		return nil
	}
	return s.fetch()
}

func (s *Screen) fetch() tea.Cmd {
	c, want := s.c, s.wanted()
	return s.reading.Begin(func(ctx context.Context) tea.Msg {
		got, err := c.Office.Happened(ctx, c.Viewer, want.month, want.by, want.kind)
		if err != nil {
			return answer{to: s, wanted: want, err: err}
		}
		orders, err := c.Orders(ctx)
		return answer{s, want, got, orders, err}
	})
}

// Leaving implements nav.Leaver.
func (s *Screen) Leaving() tea.Cmd {
	s.reading.End()
	return nil
}

// wanted is what is asked for.
func (s *Screen) wanted() wanted { return wanted{s.month, s.by, s.kind} }

type wanted struct {
	month    calendar.Day
	by, kind string
}

// answered shows an answer, unless something else was asked for meanwhile, and asks
// again where that is wanted.
func (s *Screen) answered(a answer) tea.Cmd {
	show, again := s.reading.Answered()
	if show && a.wanted == s.wanted() {
		s.take(a)
	}
	if again {
		return s.fetch()
	}
	return nil
}

// Loading implements nav.Loader.
func (s *Screen) Loading() bool { return !s.loaded }

// Update implements nav.Screen.
func (s *Screen) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case answer:
		if msg.to == s {
			return s, s.answered(msg)
		}
	case byChosen:
		s.by = strings.TrimPrefix(msg.login, everything)
		return s, s.read()
	case kindChosen:
		s.kind = strings.TrimPrefix(msg.name, everything)
		return s, s.read()
	case nav.Changed:
		return s, s.read()
	case nav.Themed:
		s.c.Styles = msg.Styles
		s.table.Restyle(msg.Styles)
	case tea.KeyPressMsg:
		if remember, taken := s.c.Find(s.table, listName, msg); taken {
			return s, remember
		}
		return s, s.press(msg)
	case tea.PasteMsg:
		s.table.Find(msg)
	case tea.MouseClickMsg:
		s.table.Click(msg.Y - headLines)
	case tea.MouseWheelMsg:
		s.table.Move(map[tea.MouseButton]int{tea.MouseWheelDown: 3, tea.MouseWheelUp: -3}[msg.Button])
	}
	return s, nil
}

func (s *Screen) take(a answer) {
	s.loaded = true
	if a.err != nil {
		s.failed = s.c.Speaker.Why(a.err, "app.failed")
		return
	}
	s.failed, s.got, s.month = "", a.got, a.got.Month
	s.table.Resume(a.orders.Of(listName))
	s.fill()
}

// fill puts what was read into the table; the first of a day is marked.
func (s *Screen) fill() {
	sp := s.c.Speaker
	var rows []kit.Row
	for i, h := range s.got.Facts {
		who := h.Actor.Name
		if who == "" {
			who = sp.T("role.program")
		}
		what, where := sp.T("event."+h.Name), h.Stream
		if where == office.Itself {
			where = sp.T("happened.office")
		}
		on := sp.ShortDay(h.At)
		rows = append(rows, kit.Row{ID: strconv.Itoa(i), Sign: "▸", SignTone: kit.Accent, Group: on, Also: h.Complainant, Cells: []kit.Cell{
			{Text: sp.T("happened.at", lang.Args{"Day": on, "Clock": sp.Clock(h.At)}), Tone: kit.Muted, Order: h.At.UTC().Format(time.RFC3339)}, {Text: who}, {Text: what}, {Text: where},
			{Text: h.Subject, Tone: kit.Muted}}})
	}
	s.table.SetRows(rows)
}

func (s *Screen) selected() (office.Happening, bool) {
	id, ok := s.table.Selected()
	i, err := strconv.Atoi(id)
	if !ok || err != nil || i >= len(s.got.Facts) {
		return office.Happening{}, false
	}
	return s.got.Facts[i], true
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		if s.by != "" || s.kind != "" {
			s.by, s.kind = "", ""
			return s.read()
		}
		return nav.To(nav.Back{})
	case "enter":
		if h, ok := s.selected(); ok && h.Stream != office.Itself {
			return nav.To(nav.Open{Subject: h.Stream})
		}
	case "y":
		if h, ok := s.selected(); ok {
			return nav.To(nav.Copy{Text: h.Stream})
		}
	case "w":
		return s.askWho()
	case "s":
		return s.askKind()
	case "left", "h":
		s.month = s.month.AddDays(-1)
		return s.read()
	case "right", "l":
		s.month = s.month.AddDays(32)
		return s.read()
	case "r":
		return s.read()
	default:
		s.table.Update(msg)
	}
	return nil
}

func (s *Screen) askWho() tea.Cmd {
	sp := s.c.Speaker
	choices := []nav.Choice{{ID: everything, Label: sp.T("happened.everybody")}}
	for _, p := range s.got.Staff {
		choices = append(choices, nav.Choice{ID: p.Login, Label: p.Name})
	}
	return nav.To(nav.Pick{Title: sp.T("happened.who"), Choices: choices, To: func(id string) tea.Msg { return byChosen{id} }})
}

func (s *Screen) askKind() tea.Cmd {
	sp := s.c.Speaker
	choices := []nav.Choice{{ID: everything, Label: sp.T("happened.everything")}}
	if s.got.Opened {
		choices = append(choices, nav.Choice{ID: office.OpenedName, Label: sp.T("event." + office.OpenedName)})
	}
	for _, name := range s.got.Kinds {
		choices = append(choices, nav.Choice{ID: name, Label: sp.T("event." + name)})
	}
	return nav.To(nav.Pick{Title: sp.T("happened.kind"), Choices: choices, To: func(id string) tea.Msg { return kindChosen{id} }})
}
