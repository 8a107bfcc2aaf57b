package kit

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/ui/theme"
)

// Tab is one of the views a person can choose. A Count above 0 stands behind
// its label.
type Tab struct {
	ID    string
	Label string
	Count int
	Over  bool // there are more than Count
}

// Tabs is a row of tabs of which one is active. It draws the active one in
// brackets.
type Tabs struct {
	styles theme.Styles
	tabs   []Tab
	active int
	spans  []tabSpan
	tight  bool
}

// tabSpan is where a tab was drawn, for the mouse.
type tabSpan struct{ from, to, index int }

// NewTabs makes a row of tabs with the first one active.
func NewTabs(styles theme.Styles, tabs ...Tab) *Tabs {
	return &Tabs{styles: styles, tabs: tabs}
}

// Restyle changes the colours.
func (t *Tabs) Restyle(styles theme.Styles) { t.styles = styles }

// SetTabs replaces the tabs; the one with the same ID stays active, or else
// the first one becomes it.
func (t *Tabs) SetTabs(tabs ...Tab) {
	id, _ := t.Active()
	t.tabs, t.active = tabs, 0
	t.Select(id)
}

// Active is the ID of the active tab, if there are tabs.
func (t *Tabs) Active() (id string, ok bool) {
	if t.active >= len(t.tabs) {
		return "", false
	}
	return t.tabs[t.active].ID, true
}

// Index is the place of the active tab, counted from 0.
func (t *Tabs) Index() int { return t.active }

// Select makes the tab with this ID active and says whether it exists.
func (t *Tabs) Select(id string) bool {
	for i, tab := range t.tabs {
		if tab.ID == id {
			t.active = i
			return true
		}
	}
	return false
}

// Turn moves by so many tabs and goes round at the ends.
func (t *Tabs) Turn(by int) {
	if n := len(t.tabs); n > 0 {
		t.active = ((t.active+by)%n + n) % n
	}
}

// Update moves to the tab beside the active one and says whether the key was
// the tabs'.
func (t *Tabs) Update(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "left", "h":
		t.active = max(t.active-1, 0)
	case "right", "l":
		t.active = max(min(t.active+1, len(t.tabs)-1), 0)
	default:
		return false
	}
	return len(t.tabs) > 0
}

// Click makes the tab drawn at cell x of the last View active, and says
// whether there was one.
func (t *Tabs) Click(x int) bool {
	for _, span := range t.spans {
		if x >= span.from && x < span.to {
			t.active = span.index
			return true
		}
	}
	return false
}

// View draws one line of at most width cells. Where not all tabs fit, ‹ and ›
// show on which side there are more, and the active one is always there.
func (t *Tabs) View(width int) string {
	t.spans, t.tight = nil, false
	if width <= 0 || len(t.tabs) == 0 {
		return ""
	}
	t.tight = t.span(0, len(t.tabs)) > width
	from, to := t.window(width)
	var line strings.Builder
	if from > 0 {
		line.WriteString(paint(t.styles.Muted, "‹"))
	}
	for i := from; i < to; i++ {
		if i > from {
			line.WriteString(paint(t.styles.Border, "│"))
		}
		at := Width(line.String())
		line.WriteString(t.viewTab(i, width-at))
		t.spans = append(t.spans, tabSpan{at, Width(line.String()), i})
	}
	if to < len(t.tabs) {
		line.WriteString(paint(t.styles.Muted, "›"))
	}
	return Clip(line.String(), width)
}

func (t *Tabs) viewTab(index, room int) string {
	text := Fit(t.tabs[index].text(), maxTabWidth)
	if index == t.active {
		return paint(t.styles.Accent.Bold(true), "["+Fit(text, max(room-2, 1))+"]")
	}
	before, after := t.air(index)
	text = Fit(text, max(room-before-after, 1))
	return paint(t.styles.Text, spaces(before)+text+spaces(after))
}

// air is the room around a tab that is not active, as wide as the brackets.
// The ends of the line do without when that lets all tabs stand on it.
func (t *Tabs) air(index int) (before, after int) {
	before, after = 1, 1
	if t.tight && index == 0 {
		before = 0
	}
	if index == len(t.tabs)-1 {
		after = 0
	}
	return before, after
}

// window chooses the tabs to draw: as many from the left as there is room
// for, starting later only when the active one would not be seen.
func (t *Tabs) window(width int) (from, to int) {
	for from = 0; from < t.active; from++ {
		if t.span(from, t.active+1) <= width {
			break
		}
	}
	for to = t.active + 1; to < len(t.tabs); to++ {
		if t.span(from, to+1) > width {
			break
		}
	}
	return from, to
}

// span is the width of the tabs from..to with their lines and marks.
func (t *Tabs) span(from, to int) int {
	width := to - from - 1
	for i := from; i < to; i++ {
		before, after := 1, 1
		if i != t.active {
			before, after = t.air(i)
		}
		width += before + Width(Fit(t.tabs[i].text(), maxTabWidth)) + after
	}
	if from > 0 {
		width++
	}
	if to < len(t.tabs) {
		width++
	}
	return width
}

// maxTabWidth keeps one long label from taking the whole line, in cells.
const maxTabWidth = 40

func (t Tab) text() string {
	if t.Count <= 0 {
		return t.Label
	}
	if t.Over {
		return t.Label + " " + strconv.Itoa(t.Count) + "+"
	}
	return t.Label + " " + strconv.Itoa(t.Count)
}
