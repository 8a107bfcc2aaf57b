// Package supervision is the screen Toezicht (S13): what goes wrong now, for
// whom it waits, and what was late last month and why.
//
// It may import desk, kit, theme, nav, lang, office, complaint, procedure, calendar.
package supervision

import (
	"cmp"
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/desk"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// Config is what the screen needs.
type Config = desk.Config

// listName is that of the list among those whose order is remembered.
const listName = "supervision"

// Screen is the screen.
type Screen struct {
	c       Config
	proc    *procedure.Procedure
	got     office.Overview
	month   calendar.Day
	reading desk.Reading
	table   *kit.Table
	waits   *kit.Pane
	late    *kit.Pane
	failed  string
}

// New makes the screen; Init reads.
func New(c Config) *Screen {
	s := &Screen{c: c, table: kit.NewTable(c.Styles, c.Speaker), waits: kit.NewPane(c.Styles, c.Speaker), late: kit.NewPane(c.Styles, c.Speaker)}
	sp := c.Speaker
	s.table.SetColumns(kit.Column{Name: "number", Title: sp.T("register.number"), Width: 8}, kit.Column{Name: "wrong", Title: sp.T("supervision.wrong"), Min: 22, Flex: 4},
		kit.Column{Name: "complainant", Title: sp.T("register.complainant"), Min: 12, Flex: 3, Priority: 2}, kit.Column{Name: "time", Title: sp.T("register.time"), Width: 16, Right: true})
	s.table.SetEmpty(sp.T("supervision.all-well"))
	return s
}

type answer struct {
	to     *Screen
	month  calendar.Day // that was asked about
	got    office.Overview
	proc   *procedure.Procedure
	orders desk.Orders
	err    error
}

// Init implements nav.Screen.
func (s *Screen) Init() tea.Cmd { return s.read() }

func (s *Screen) read() tea.Cmd {
	if !s.reading.Ask(true) {
		return nil
	}
	return s.fetch()
}

func (s *Screen) fetch() tea.Cmd {
	c, month := s.c, s.month
	return s.reading.Begin(func(ctx context.Context) tea.Msg {
		got, err := c.Office.Supervise(ctx, c.Viewer, month)
		if err != nil {
			return answer{to: s, month: month, err: err}
		}
		proc, err := c.Office.Procedure(ctx)
		if err != nil {
			return answer{to: s, month: month, err: err}
		}
		orders, err := c.Orders(ctx)
		return answer{s, month, got, proc, orders, err}
	})
}

// Leaving implements nav.Leaver.
func (s *Screen) Leaving() tea.Cmd {
	s.reading.End()
	return nil
}

// Update implements nav.Screen.
func (s *Screen) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case answer:
		if msg.to == s {
			return s, s.answered(msg)
		}
	case nav.Changed:
		return s, s.read()
	case nav.Aged:
		if now := s.c.Office.Now(); now.Truncate(time.Minute) != s.got.Now.Truncate(time.Minute) {
			return s, s.read()
		}
	case nav.Themed:
		s.c.Styles = msg.Styles
		s.table.Restyle(msg.Styles)
		s.waits.Restyle(msg.Styles)
		s.late.Restyle(msg.Styles)
	case tea.KeyPressMsg:
		if remember, taken := s.c.Find(s.table, listName, msg); taken {
			return s, remember
		}
		return s, s.press(msg)
	case tea.PasteMsg:
		s.table.Find(msg)
	case tea.MouseClickMsg:
		s.table.Click(msg.Y)
	}
	return s, nil
}

// answered shows an answer, unless another month was chosen meanwhile, and asks
// again where that is wanted.
func (s *Screen) answered(a answer) tea.Cmd {
	show, again := s.reading.Answered()
	if show && a.month == s.month {
		s.take(a)
	}
	if again {
		return s.fetch()
	}
	return nil
}

func (s *Screen) take(a answer) {
	if a.err != nil {
		s.failed = s.c.Speaker.Why(a.err, "app.failed")
		return
	}
	s.failed, s.got, s.proc, s.month = "", a.got, a.proc, a.got.Month
	var rows []kit.Row
	for _, d := range s.got.Open {
		rows = append(rows, s.row(d))
	}
	s.table.Resume(a.orders.Of(listName))
	s.table.SetRows(rows)
	s.table.SetBeyond(s.got.More)
	s.waits.SetLines(s.waiting())
	s.late.SetLines(s.wasLate())
}

func (s *Screen) row(d office.OpenDuty) kit.Row {
	sign, tone := "!", kit.Warn
	switch {
	case !d.Duty.DueAt.IsZero() && s.got.Now.After(d.Duty.DueAt):
		sign, tone = "✗", kit.Bad
	case d.Severity == complaint.SeriousCase:
		sign, tone = "‼", kit.Bad
	}
	left, order := "", kit.AtEnd
	if due := d.Duty.DueAt; !due.IsZero() {
		left, order = s.c.Speaker.ShortLeft(due, s.got.Now), due.UTC().Format(time.RFC3339)
	}
	return kit.Row{ID: d.Number + "/" + d.Duty.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{
		{Text: d.Number}, {Text: s.title(d), Short: s.short(d)}, {Text: d.Complainant, Tone: kit.Muted}, {Text: left, Tone: tone, Order: order}}}
}

func (s *Screen) title(d office.OpenDuty) string {
	o, _ := s.proc.Obligation(d.Duty.ID)
	return o.Title.In(string(s.c.Speaker.Language()))
}

func (s *Screen) short(d office.OpenDuty) string {
	o, _ := s.proc.Obligation(d.Duty.ID)
	return o.Short.In(string(s.c.Speaker.Language()))
}

func (s *Screen) waiting() []kit.Line {
	sp := s.c.Speaker
	lines := []kit.Line{{Text: sp.T("supervision.waits"), Tone: kit.Accent}}
	for _, w := range s.got.Waits {
		name := w.Name
		if name == "" {
			name = sp.T("role." + string(w.Role))
		}
		tone := kit.Muted
		said := sp.N("supervision.open", w.Open, lang.Args{"Name": name})
		if w.Overdue > 0 {
			tone, said = kit.Bad, sp.N("supervision.overdue", w.Overdue, lang.Args{"Name": name, "Open": w.Open})
		}
		lines = append(lines, kit.Line{Text: said, Tone: tone, Indent: 1},
			kit.Line{Text: sp.T("supervision.oldest", lang.Args{"At": sp.NearDay(w.Oldest, s.got.Now)}), Tone: kit.Muted, Indent: 3})
	}
	if len(s.got.Waits) == 0 {
		lines = append(lines, kit.Line{Text: sp.T("supervision.nobody"), Tone: kit.Muted, Indent: 1})
	}
	return lines
}

func (s *Screen) wasLate() []kit.Line {
	sp := s.c.Speaker
	lines := []kit.Line{{Text: sp.T("supervision.late", lang.Args{"Month": sp.Month(s.got.Month.Year, s.got.Month.Month)}), Tone: kit.Accent}}
	for _, l := range s.got.Late {
		why := l.Why
		if why == "" {
			why = sp.T("supervision.no-reason")
		}
		lines = append(lines, kit.Line{Text: sp.T("supervision.late-line", lang.Args{"Number": l.Number, "Title": s.title(l.OpenDuty),
			"By": sp.ShortLeft(l.Duty.DueAt, l.Duty.DueAt.Add(l.By))}), Indent: 1}, kit.Line{Text: why, Tone: kit.Muted, Indent: 3})
	}
	if len(s.got.Late) == 0 {
		lines = append(lines, kit.Line{Text: sp.T("supervision.nothing-late"), Tone: kit.Good, Indent: 1})
	}
	return lines
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	id, selected := s.table.Selected()
	number, _, _ := strings.Cut(id, "/")
	switch msg.String() {
	case "esc":
		return nav.To(nav.Back{})
	case "enter":
		if selected {
			return nav.To(nav.Open{Subject: number})
		}
	case "a":
		if selected {
			return nav.To(nav.Actions{Subject: number})
		}
	case "y":
		if selected {
			return nav.To(nav.Copy{Text: number})
		}
	case "left", "h":
		s.month = s.month.AddDays(-1)
		return s.read()
	case "right", "l":
		s.month = s.month.AddDays(32)
		return s.read()
	case "ctrl+d":
		s.late.Update(tea.KeyPressMsg{Code: tea.KeyPgDown})
	case "ctrl+u":
		s.late.Update(tea.KeyPressMsg{Code: tea.KeyPgUp})
	case "r":
		return s.read()
	default:
		s.table.Update(msg)
	}
	return nil
}

// Body implements nav.Screen: what goes wrong above, for whom it waits and what
// was late beside each other below.
func (s *Screen) Body(size nav.Size) string {
	top := max(5, min(size.H/2, s.table.Len()+2))
	below := size.H - top - 1
	side := size.W * 3 / 5
	return strings.Join([]string{kit.FillBlock(s.table.View(size.W, top), size.W, top), s.c.Styles.Border.Render(kit.Rule(size.W)),
		kit.Beside(s.c.Styles, s.waits.View(size.W-side-3, below), s.late.View(side, below), size.W, side, below)}, "\n")
}

// Title implements nav.Screen.
func (s *Screen) Title() string { return s.c.Speaker.T("supervision.title") }

// Notice implements nav.Screen.
func (s *Screen) Notice() string { return cmp.Or(s.failed, s.table.Found(), s.first()) }

// first says that there is more than the list has.
func (s *Screen) first() string {
	if !s.got.More {
		return ""
	}
	return s.c.Speaker.T("agenda.first", lang.Args{"Most": office.MostOfAKind})
}

// Typing implements nav.Screen.
func (s *Screen) Typing() bool { return s.table.Typing() }

// Position is where the cursor stands in the list.
func (s *Screen) Position() string { return s.table.Position() }

// Keys implements nav.Screen.
func (s *Screen) Keys() []nav.Key {
	if s.Typing() {
		return s.c.TypingKeys()
	}
	sp, find := s.c.Speaker, s.c.FindKeys(true)
	return []nav.Key{
		{Press: "enter", Label: sp.T("key.open"), Short: true}, {Press: "← →", Label: sp.T("supervision.month"), Short: true},
		find[0], {Press: "esc", Label: sp.T("key.back"), Short: true}, find[1], find[2], {Press: "a", Label: sp.T("key.actions")},
		{Press: "ctrl+d ctrl+u", Label: sp.T("key.page")}, {Press: "y", Label: sp.T("key.copy")}, {Press: "r", Label: sp.T("key.reload")},
	}
}
