// Package dossier is everything about one complaint on one screen: what has to
// be done now and why, how the steps stand, and behind it obligations, history,
// form, letters, files and measures.
//
// It may import desk, kit, theme, nav, wording, lang, office, complaint, procedure, calendar.
package dossier

import (
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/desk"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// timeout is how long a read may take.
const timeout = 10 * time.Second

// Config is what the screen needs.
type Config = desk.Config

// part is one of the parts behind the tabs.
type part string

const (
	obligations part = "obligations"
	history     part = "history"
	form        part = "form"
	letters     part = "letters"
	files       part = "files"
	measures    part = "measures"
)

func parts() []part { return []part{obligations, history, form, letters, files, measures} }

// Screen is the dossier of one complaint.
type Screen struct {
	c       Config
	subject string
	d       *office.Dossier
	now     time.Time
	tabs    *kit.Tabs
	table   *kit.Table
	placed  bool // the cursor was put on what has to be done
	failed  string
	reading desk.Reading
	orders  desk.Orders        // how each part is sorted
	known   time.Time          // as of which moment it is read; zero is now
	moments []office.EventView // at which it can be read
}

// New makes the screen; Init reads. A measure opens its complaint.
func New(c Config, subject string) *Screen {
	s := &Screen{c: c, subject: subject, tabs: kit.NewTabs(c.Styles), table: kit.NewTable(c.Styles, c.Speaker)}
	s.table.SetBare()
	var tabs []kit.Tab
	for _, p := range parts() {
		tabs = append(tabs, kit.Tab{ID: string(p), Label: c.Speaker.T("part." + string(p))})
	}
	s.tabs.SetTabs(tabs...)
	return s
}

// Update implements nav.Screen.
func (s *Screen) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case answer:
		if msg.to == s {
			return s, s.answered(msg)
		}
	case momentChosen:
		s.known = msg.at
		return s, s.read()
	case compareChosen:
		return s, s.compare(msg.at)
	case compared:
		if msg.to == s {
			return s, s.differences(msg)
		}
	case undoTold:
		if msg.to == s {
			return s, s.confirmUndo(msg)
		}
	case undoAgreed:
		if msg.to == s {
			return s, s.undo(msg.what)
		}
	case undone:
		if msg.to == s {
			return s, s.wasUndone(msg)
		}
	case nav.Changed:
		return s, s.readFor(!msg.ByOthers)
	case nav.Aged:
		if now := s.c.Office.Now(); s.d != nil && now.Truncate(time.Minute) != s.now.Truncate(time.Minute) {
			return s, s.readFor(false)
		}
	case nav.Themed:
		s.c.Styles = msg.Styles
		s.tabs.Restyle(msg.Styles)
		s.table.Restyle(msg.Styles)
		s.fill()
	case tea.PasteMsg:
		s.table.Find(msg)
	case tea.KeyPressMsg:
		if remember, taken := s.find(msg); taken {
			return s, remember
		}
		return s, s.press(msg)
	case tea.MouseWheelMsg:
		s.table.Move(map[tea.MouseButton]int{tea.MouseWheelDown: 3, tea.MouseWheelUp: -3}[msg.Button])
	}
	return s, nil
}

// place puts the cursor on what has to be done, once.
func (s *Screen) place() {
	if s.placed {
		return
	}
	s.placed = true
	if s.d.Next != nil && s.part() == obligations {
		s.table.Select(s.d.Next.Duty.Obligation.ID)
	}
}

func (s *Screen) part() part {
	id, _ := s.tabs.Active()
	return part(id)
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch key := msg.String(); key {
	case "esc":
		if !s.known.IsZero() { // back to now first
			s.known = time.Time{}
			return s.read()
		}
		return nav.To(nav.Back{})
	case "r":
		return s.read()
	}
	if s.d == nil {
		return nil
	}
	if msg.String() == "P" {
		return s.print()
	}
	if key := msg.String(); s.d.About && key != "y" && key != "a" {
		if key == "enter" || key == "o" {
			return nav.To(nav.Read{Title: s.d.Number, Text: s.ownCopy()})
		}
		return nil
	}
	switch key := msg.String(); key {
	case "b":
		return s.askMoment(s.c.Speaker.T("past.which"), func(at time.Time) tea.Msg { return momentChosen{at} })
	case "v":
		return s.askMoment(s.c.Speaker.T("past.compare-with"), func(at time.Time) tea.Msg { return compareChosen{at} })
	case "enter":
		if !s.known.IsZero() {
			return s.open()
		}
		return s.doNext()
	case "o", "space":
		return s.open()
	case "a":
		if !s.known.IsZero() {
			return nav.To(nav.Say{Text: s.banner()})
		}
		return s.actions()
	case "y":
		return s.copy()
	case "u":
		return s.askUndo()
	case "ctrl+y":
		if id, ok := s.table.Selected(); ok && s.part() == letters {
			n, _ := strconv.Atoi(id)
			return nav.To(nav.Copy{Text: s.d.Letters[n].Text})
		}
	case "tab":
		s.turn(1)
	case "shift+tab":
		s.turn(-1)
	case "1", "2", "3", "4", "5", "6", "7", "8", "9":
		s.step(int(key[0] - '0'))
	default:
		if s.tabs.Update(msg) {
			s.show()
			return nil
		}
		s.table.Update(msg)
	}
	return nil
}

func (s *Screen) turn(by int) {
	s.tabs.Turn(by)
	s.show()
}

// show shows another part whole and from its top.
func (s *Screen) show() {
	s.table.Narrow("")
	s.fill()
	s.table.Move(-s.table.Len())
}

// step goes to the first obligation of a step.
func (s *Screen) step(number int) {
	s.tabs.Select(string(obligations))
	s.table.Narrow("")
	s.fill()
	for _, d := range wording.Duties(s.d) {
		if wording.StepNumber(s.d, d) == number {
			s.table.Select(d.Obligation.ID)
			return
		}
	}
}

// doNext goes on with a half-filled form, or opens the next thing to do.
func (s *Screen) doNext() tea.Cmd {
	if msg := s.toDo(); msg != nil {
		return nav.To(msg)
	}
	return s.open()
}

// toDo opens what is half filled in, else what is to be done next; nil where that
// is nothing, or not the viewer's.
func (s *Screen) toDo() tea.Msg {
	if len(s.d.Drafts) > 0 {
		d := s.d.Drafts[0]
		return nav.Act{Subject: s.d.Number, Action: string(d.Action), Draft: d.ID}
	}
	n := s.d.Next
	if n == nil || n.Offer.Refusal != nil {
		return nil
	}
	if len(n.Others) == 0 {
		return nav.Act{Subject: s.d.Number, Action: string(n.Offer.Spec.ID)}
	}
	choice := nav.Choose{Subject: s.d.Number, Actions: []string{string(n.Offer.Spec.ID)}}
	for _, o := range n.Others {
		choice.Actions = append(choice.Actions, string(o.Spec.ID))
	}
	return choice
}

// actions lists the actions, on a measure where one is selected.
func (s *Screen) actions() tea.Cmd {
	subject := s.d.Number
	if id, ok := s.table.Selected(); ok && s.part() == measures {
		subject = id
	}
	return nav.To(nav.Actions{Subject: subject})
}
