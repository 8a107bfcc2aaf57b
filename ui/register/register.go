// Package register is the first screen: the klachtenoverzicht (S10), with what
// has to be done now and how long there is.
//
// It may import kit, theme, nav, lang, office, complaint, procedure, calendar.
package register

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/theme"
)

// timeout is how long a read may take before the screen says so.
const timeout = 10 * time.Second

// Register is the screen.
type Register struct {
	office  *office.Office
	viewer  office.Viewer
	speaker *lang.Speaker
	styles  theme.Styles
	proc    *procedure.Procedure
	people  map[string]string // names by ID

	tabs      *kit.Tabs
	table     *kit.Table
	page      office.Page
	now       time.Time
	search    string
	searching bool
	asked     int  // number of the question whose answer is awaited
	reading   bool // a question is under way
	failed    string
	loaded    bool
}

// Config is what the screen needs.
type Config struct {
	Office  *office.Office
	Viewer  office.Viewer
	Speaker *lang.Speaker
	Styles  theme.Styles
}

// New makes the screen; Init reads.
func New(c Config) *Register {
	r := &Register{office: c.Office, viewer: c.Viewer, speaker: c.Speaker, styles: c.Styles,
		tabs: kit.NewTabs(c.Styles), table: kit.NewTable(c.Styles, c.Speaker), now: c.Office.Now()}
	r.setTabs()
	r.setColumns()
	return r
}

// answer is a page that was read.
type answer struct {
	to       *Register
	question int
	page     office.Page
	proc     *procedure.Procedure
	people   map[string]string
	now      time.Time
	err      error
}

// Init implements nav.Screen.
func (r *Register) Init() tea.Cmd { return r.read() }

// read asks for the page, one question at a time: who types on before the answer
// is there wants the last one only.
func (r *Register) read() tea.Cmd {
	r.asked++
	if r.reading {
		return nil
	}
	return r.fetch()
}

func (r *Register) fetch() tea.Cmd {
	r.reading = true
	question, o, viewer := r.asked, r.office, r.viewer
	q := office.Query{View: r.view(), Search: r.search}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		page, err := o.List(ctx, viewer, q)
		if err != nil {
			return answer{to: r, question: question, err: err}
		}
		proc, err := o.Procedure(ctx)
		if err != nil {
			return answer{to: r, question: question, err: err}
		}
		org, err := o.Organisation(ctx)
		if err != nil {
			return answer{to: r, question: question, err: err}
		}
		people := map[string]string{}
		for _, m := range org.Staff {
			people[m.ID] = m.Name
		}
		return answer{r, question, page, proc, people, o.Now(), nil}
	}
}

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
	case nav.Changed:
		return r, r.read()
	case nav.Aged:
		if now := r.office.Now(); now.Truncate(time.Minute) != r.now.Truncate(time.Minute) {
			return r, r.read()
		}
	case nav.Themed:
		r.styles = msg.Styles
		r.tabs.Restyle(msg.Styles)
		r.table.Restyle(msg.Styles)
	case tea.PasteMsg:
		if r.searching {
			r.search += strings.TrimSpace(lang.Plain(msg.Content))
			return r, r.read()
		}
	case tea.KeyPressMsg:
		if r.searching {
			return r, r.typeSearch(msg)
		}
		return r, r.press(msg)
	case tea.MouseClickMsg:
		return r, r.click(msg)
	case tea.MouseWheelMsg:
		r.table.Move(map[tea.MouseButton]int{tea.MouseWheelDown: 3, tea.MouseWheelUp: -3}[msg.Button])
	}
	return r, nil
}

// Loading implements nav.Loader.
func (r *Register) Loading() bool { return !r.loaded }

// take shows an answer; to a question that is no longer asked, it asks the
// present one.
func (r *Register) take(a answer) tea.Cmd {
	r.reading = false
	if a.question != r.asked {
		return r.fetch()
	}
	r.loaded = true
	if a.err != nil {
		r.failed = r.speaker.Why(a.err, "register.failed")
		return nil
	}
	r.failed, r.page, r.proc, r.people, r.now = "", a.page, a.proc, a.people, a.now
	r.setTabs()
	r.table.SetRows(r.rows())
	r.table.SetEmpty(r.empty())
	return nil
}

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
	case "/":
		r.searching = true
		return nil
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
	case "esc":
		return r.clear()
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

func (r *Register) clear() tea.Cmd {
	r.searching = false
	if r.search == "" {
		return nil
	}
	r.search = ""
	return r.read()
}

func (r *Register) typeSearch(msg tea.KeyPressMsg) tea.Cmd {
	switch key := msg.String(); key {
	case "esc":
		return r.clear()
	case "enter":
		r.searching = false
		return nil
	case "up", "down", "pgup", "pgdown":
		r.table.Update(msg)
		return nil
	case "backspace":
		if runes := []rune(r.search); len(runes) > 0 {
			r.search = string(runes[:len(runes)-1])
		}
	case "ctrl+u":
		r.search = ""
	default:
		text := lang.Plain(msg.Text)
		if text == "" {
			return nil
		}
		r.search += text
	}
	return r.read()
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
