// Package register is the first screen: the klachtenoverzicht (S10), with what
// has to be done now and how long there is.
//
// It may import desk, kit, theme, nav, lang, office, complaint, procedure, calendar.
package register

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/desk"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// timeout is how long a read may take before the screen says so.
const timeout = 10 * time.Second

// listName is that of the list among those whose order is remembered.
const listName = "register"

// Register is the screen. Its list is searched and sorted where the complaints
// lie, since there may be more than belong on a screen.
type Register struct {
	desk   Config
	proc   *procedure.Procedure
	people map[string]string // names by ID

	tabs    *kit.Tabs
	table   *kit.Table
	page    office.Page
	now     time.Time
	at      map[string]int // places of the lines by their number
	reading desk.Reading
	begun   wanted // what the question that was asked last is about
	further bool   // the lines behind these are under way
	failed  string
	loaded  bool
	shown   wanted // what the lines are of
	resumed bool   // the list is sorted as it was left
}

// Config is what the screen needs.
type Config = desk.Config

// New makes the screen; Init reads.
func New(c Config) *Register {
	r := &Register{desk: c, tabs: kit.NewTabs(c.Styles), table: kit.NewTable(c.Styles, c.Speaker), now: c.Office.Now()}
	r.table.Served()
	r.setTabs()
	r.setColumns()
	return r
}

// Init implements nav.Screen.
func (r *Register) Init() tea.Cmd { return r.read() }

func (r *Register) view() office.View {
	id, ok := r.tabs.Active()
	if !ok {
		return office.Todo
	}
	return office.View(id)
}

// Update implements nav.Screen.
func (r *Register) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case answer:
		if msg.to == r {
			return r, r.take(msg)
		}
	case more:
		if msg.to == r {
			return r, r.takeMore(msg)
		}
	case nav.Changed:
		return r, r.read()
	case nav.Aged:
		if now := r.desk.Office.Now(); now.Truncate(time.Minute) != r.now.Truncate(time.Minute) {
			return r, r.read()
		}
	case nav.Themed:
		r.desk.Styles = msg.Styles
		r.tabs.Restyle(msg.Styles)
		r.table.Restyle(msg.Styles)
	case tea.PasteMsg:
		cmd, _ := r.find(msg)
		return r, cmd
	case tea.KeyPressMsg:
		if cmd, taken := r.find(msg); taken {
			return r, cmd
		}
		return r, tea.Batch(r.press(msg), r.reach())
	case tea.MouseClickMsg:
		return r, r.click(msg)
	case tea.MouseWheelMsg:
		r.table.Move(map[tea.MouseButton]int{tea.MouseWheelDown: 3, tea.MouseWheelUp: -3}[msg.Button])
		return r, r.reach()
	}
	return r, nil
}

// Loading implements nav.Loader.
func (r *Register) Loading() bool { return !r.loaded }

func (r *Register) press(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "enter":
		return r.open()
	case "n":
		return nav.To(nav.NewComplaint{})
	case "p":
		return nav.To(nav.Inbox{})
	case "t":
		return nav.To(nav.Supervision{})
	case "A":
		return nav.To(nav.Agenda{})
	case "b":
		return nav.To(nav.Letters{})
	case "m":
		return nav.To(nav.Measures{})
	case "v":
		return nav.To(nav.History{})
	case "d":
		return nav.To(nav.Experts{})
	case "P":
		return r.print()
	case "a":
		if id := r.Subject(); id != "" {
			return nav.To(nav.Actions{Subject: id})
		}
	case "r":
		return r.read()
	case "y":
		if id := r.Subject(); id != "" {
			return nav.To(nav.Copy{Text: id})
		}
	case "tab":
		r.tabs.Turn(1)
		return r.read()
	case "shift+tab":
		r.tabs.Turn(-1)
		return r.read()
	default:
		if r.tabs.Update(msg) {
			return r.read()
		}
		r.table.Update(msg)
	}
	return nil
}

// find searches and sorts: it asks anew where that is asked otherwise, once the
// order is kept, so that who leaves at once does not lose it.
func (r *Register) find(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	words, order := r.table.Words(), r.table.Order()
	remember, taken := r.desk.Find(r.table, listName, msg)
	if r.table.Words() == words && r.table.Order() == order {
		return nil, taken
	}
	read := r.read()
	if remember == nil || read == nil {
		return tea.Batch(remember, read), taken
	}
	return func() tea.Msg {
		if failed := remember(); failed != nil {
			return tea.BatchMsg{nav.To(failed), read}
		}
		return read()
	}, taken
}

func (r *Register) click(msg tea.MouseClickMsg) tea.Cmd {
	switch {
	case msg.Y == 0 && r.tabs.Click(msg.X):
		return r.read()
	case msg.Y >= tableTop:
		before := r.table.Index()
		if r.table.Click(msg.Y-tableTop) && r.table.Index() == before {
			return r.open()
		}
	}
	return nil
}

func (r *Register) open() tea.Cmd {
	id, ok := r.table.Selected()
	if !ok {
		return nil
	}
	if draft, is := strings.CutPrefix(id, draftPrefix); is {
		return nav.To(nav.NewComplaint{Draft: draft})
	}
	return nav.To(nav.Open{Subject: id})
}

// draftPrefix marks the rows of incident forms that are only half filled in.
const draftPrefix = "draft:"

func isDraft(id string) bool { return strings.HasPrefix(id, draftPrefix) }
