// Package settings is the screen of how the organisation has arranged things:
// its details and closing days, its own numbers beside those of the text, its
// categories and causes, and the procedure in force. A director changes them,
// everybody else reads them.
//
// It may import desk, kit, theme, nav, lang, office, complaint, procedure, calendar, wording.
package settings

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/desk"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/theme"
)

// timeout is how long a read or a change may take.
const timeout = 10 * time.Second

// Config is what the screen needs. ReadFile is nil where the person sits at
// another machine.
type Config struct {
	desk.Config
	ReadFile func(path string) ([]byte, error)
}

// Described says that the organisation is called otherwise, or speaks another
// language: the program has to follow.
type Described struct{}

// The parts of the screen, by the key of their title.
const (
	organisationPart = "organisation"
	numbersPart      = "numbers"
	categoriesPart   = "categories"
	causesPart       = "causes"
	procedurePart    = "procedure"
)

func parts() []string {
	return []string{organisationPart, numbersPart, categoriesPart, causesPart, procedurePart}
}

// Screen is the screen; form is what is being asked, ask what is about to
// happen, nil while the parts are looked at.
type Screen struct {
	c      Config
	is     office.Arranged
	loaded bool
	tabs   *kit.Tabs
	tables map[string]*kit.Table
	pane   *kit.Pane // of the procedure
	form   *kit.Form
	change change
	ask    *kit.Confirm
	agreed func() tea.Cmd // what a yes does
	seen   int            // of the organisation, as it was when the form came up
	asked  int
	said   string
	left   map[string]map[string]string // what was typed in forms that were left, by title
}

// change is what a form does once it is filled in: take records it, or then goes
// on by itself. after is said below the form, done to the program once it is
// recorded.
type change struct {
	title, after string
	said         string // once it is recorded; "" is that it is arranged so now
	take         func(ctx context.Context, seen int, values map[string]string) error
	then         func(values map[string]string) tea.Cmd
	done         tea.Msg
}

// New makes the screen; Init reads.
func New(c Config) *Screen {
	s := &Screen{c: c, tabs: kit.NewTabs(c.Styles), tables: map[string]*kit.Table{}, left: map[string]map[string]string{}, pane: kit.NewPane(c.Styles, c.Speaker)}
	sp := c.Speaker
	var tabs []kit.Tab
	for _, p := range parts() {
		tabs = append(tabs, kit.Tab{ID: p, Label: sp.T("settings." + p)})
		s.tables[p] = kit.NewTable(c.Styles, c.Speaker)
	}
	s.tabs.SetTabs(tabs...)
	s.tables[organisationPart].SetColumns(kit.Column{Name: "what", Title: sp.T("settings.what"), Min: 24, Flex: 1}, kit.Column{Name: "how", Title: sp.T("settings.how"), Min: 30, Flex: 3})
	s.tables[numbersPart].SetColumns(kit.Column{Name: "obligation", Title: sp.T("settings.obligation"), Min: 24, Flex: 2}, kit.Column{Name: "number", Title: sp.T("settings.term"), Min: 25, Flex: 1},
		kit.Column{Name: "whose", Title: sp.T("settings.whose"), Width: 9}, kit.Column{Name: "sentence", Title: sp.T("settings.sentence"), Width: 8, Priority: 1})
	for _, list := range []string{categoriesPart, causesPart} {
		s.tables[list].SetColumns(kit.Column{Name: "name", Title: sp.T("settings.name"), Min: 36, Flex: 2},
			kit.Column{Name: "elsewhere", Title: sp.T("settings.elsewhere"), Min: 36, Flex: 2, Priority: 1}, kit.Column{Name: "state", Title: sp.T("settings.state"), Min: 24, Flex: 1})
	}
	return s
}

type (
	arranged struct {
		to      *Screen
		n       int
		is      office.Arranged
		orders  desk.Orders
		forForm bool // what stands in the form is recorded against this
		err     error
	}
	changed struct {
		to  *Screen
		err error
	}
	// merging is the item that another is to be merged into.
	merging struct {
		to       *Screen
		id, into string
	}
)

// Init implements nav.Screen.
func (s *Screen) Init() tea.Cmd { return s.read() }

// Loading implements nav.Loader.
func (s *Screen) Loading() bool { return !s.loaded }

func (s *Screen) read() tea.Cmd {
	s.asked++
	n, c := s.asked, s.c
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		is, err := c.Office.Arranged(ctx, c.Viewer)
		if err != nil {
			return arranged{to: s, n: n, err: err}
		}
		orders, err := c.Orders(ctx)
		return arranged{to: s, n: n, is: is, orders: orders, err: err}
	}
}

// Update implements nav.Screen.
func (s *Screen) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case arranged:
		if msg.to == s && msg.n == s.asked {
			s.show(msg)
		}
	case changed:
		if msg.to == s {
			return s, s.wasChanged(msg.err)
		}
	case compared:
		if msg.to == s {
			return s, s.wasCompared(msg)
		}
	case merging:
		if msg.to == s {
			return s, s.edit(office.ListEdit{Change: office.ItemMerged, Item: msg.id, Into: msg.into})
		}
	case nav.Changed:
		return s, s.read()
	case nav.Themed:
		s.restyle(msg.Styles)
	case tea.KeyPressMsg:
		return s, s.press(msg)
	case tea.PasteMsg:
		if s.form != nil {
			return s, s.fill(msg)
		}
		s.table().Find(msg)
	case tea.MouseClickMsg:
		if msg.Y == 0 && s.form == nil {
			s.tabs.Click(msg.X)
		} else if s.form == nil {
			s.table().Click(msg.Y - tableTop)
		}
	}
	return s, nil
}

func (s *Screen) restyle(styles theme.Styles) {
	s.c.Styles = styles
	s.tabs.Restyle(styles)
	s.pane.Restyle(styles)
	for _, t := range s.tables {
		t.Restyle(styles)
	}
	if s.form != nil {
		s.form.Restyle(styles)
	}
	if s.ask != nil {
		s.ask.Restyle(styles)
	}
}

func (s *Screen) show(a arranged) {
	s.loaded = true
	if a.err != nil {
		s.said = s.c.Speaker.Why(a.err, "app.failed")
		return
	}
	if s.is = a.is; a.forForm {
		s.seen = a.is.Seq
	}
	for part, t := range s.tables {
		t.Resume(a.orders.Of(listName(part)))
	}
	s.tables[organisationPart].SetRows(s.organisationRows())
	s.tables[numbersPart].SetRows(s.numberRows())
	s.tables[categoriesPart].SetRows(s.itemRows(procedure.CategoryList))
	s.tables[causesPart].SetRows(s.itemRows(procedure.CauseList))
	s.pane.SetLines(s.procedureLines())
}

func (s *Screen) part() string {
	id, _ := s.tabs.Active()
	return id
}

// listName is that of a part's list among those whose order is remembered.
func listName(part string) string { return "settings." + part }

func (s *Screen) table() *kit.Table { return s.tables[s.part()] }

// list is the list of the part that is looked at.
func (s *Screen) list() procedure.List {
	if s.part() == causesPart {
		return procedure.CauseList
	}
	return procedure.CategoryList
}
