package kit

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

// Item is one line of a Menu. Detail explains it; Disabled, when it is not
// empty, is the reason why it cannot be chosen now. Hint stands at the right,
// such as the key that does the same.
type Item struct {
	ID       string
	Label    string
	Detail   string
	Disabled string
	Hint     string
}

// Menu is an overlay from which one item is chosen. Typing makes the list
// shorter; what was found elsewhere for it makes it longer again.
type Menu struct {
	styles  theme.Styles
	speaker *lang.Speaker
	title   string
	items   []Item
	found   []Item
	sought  string // what they were found for
	filter  filter
	cursor  int
	offset  int
	page    int
	listAt  int
	refused bool
}

// NewMenu makes a menu with the cursor on the first item that can be chosen.
func NewMenu(styles theme.Styles, speaker *lang.Speaker, title string, items []Item) *Menu {
	m := &Menu{styles: styles, speaker: speaker, title: title, items: items, page: 1}
	m.rest()
	return m
}

// Restyle changes the colours.
func (m *Menu) Restyle(styles theme.Styles) { m.styles = styles }

// Typed is what a person typed to find something.
func (m *Menu) Typed() string { return m.filter.typed }

// SetFound adds what was found elsewhere for what was typed, each once, below
// what the menu holds itself. When one types on, only that of it stays in which the
// words are seen. The cursor stays on the item to which it was moved.
func (m *Menu) SetFound(typed string, items []Item) {
	before := m.shown()
	m.found, m.sought = nil, typed
	for _, item := range items {
		if !slices.ContainsFunc(m.items, func(held Item) bool { return held.ID == item.ID }) {
			m.found = append(m.found, item)
		}
	}
	if m.cursor == 0 || m.cursor >= len(before) {
		m.rest()
		return
	}
	at := slices.IndexFunc(m.shown(), func(item Item) bool { return item.ID == before[m.cursor].ID })
	m.move(max(at, 0))
}

// Update filters, moves and chooses. An item that cannot be chosen now shows
// its reason instead.
func (m *Menu) Update(msg tea.Msg) (Result, bool) {
	if lines, ok := scrolling(msg, m.page); ok {
		m.move(m.cursor + lines)
		return Result{}, false
	}
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		return m.click(msg.Y)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return Result{Outcome: Dismissed}, true
		case "enter":
			return m.choose()
		case "home":
			m.move(0)
			return Result{}, false
		case "end":
			m.move(len(m.items) + len(m.found))
			return Result{}, false
		}
	}
	if m.filter.Update(msg) {
		m.rest()
	}
	return Result{}, false
}

// Cursor is where the person types.
func (m *Menu) Cursor(width, height int) (x, y int, ok bool) {
	box := newFrame(m.styles, menuWidth, width, height)
	w, h := box.inner()
	if w <= 0 || h <= 0 {
		return 0, 0, false
	}
	x, y = box.corner()
	return x + m.filter.column(w), y, true
}

func (m *Menu) choose() (Result, bool) {
	shown := m.shown()
	if m.cursor >= len(shown) {
		return Result{}, false
	}
	item := shown[m.cursor]
	if item.Disabled != "" {
		m.refused = true
		return Result{}, false
	}
	return Result{Outcome: Chosen, ID: item.ID}, true
}

// click puts the cursor on an item, and chooses the one it was already on.
func (m *Menu) click(y int) (Result, bool) {
	row := y - m.listAt
	if row < 0 || row >= m.page || m.offset+row >= len(m.shown()) {
		return Result{}, false
	}
	if m.cursor == m.offset+row {
		return m.choose()
	}
	m.move(m.offset + row)
	return Result{}, false
}

func (m *Menu) move(to int) {
	m.refused = false
	m.cursor = max(0, min(to, len(m.shown())-1))
}

// rest puts the cursor on the first item shown that can be chosen.
func (m *Menu) rest() {
	m.move(0)
	for i, item := range m.shown() {
		if item.Disabled == "" {
			m.move(i)
			return
		}
	}
}

// shown are the items that match what was typed: first those whose label begins with
// it, then those whose label has it, then those that only match in their explanation, and then what was found
// for it elsewhere; where there are none, those whose label has the letters in that
// order, the nearest first.
func (m *Menu) shown() []Item {
	var begin, byLabel, byDetail, elsewhere []Item
	for i, item := range slices.Concat(m.items, m.found) {
		switch {
		case m.filter.begins(item.Label):
			begin = append(begin, item)
		case m.filter.matches(item.Label):
			byLabel = append(byLabel, item)
		case m.filter.matches(item.Label, item.Detail, item.Hint):
			byDetail = append(byDetail, item)
		case i >= len(m.items) && m.sought == m.filter.typed:
			elsewhere = append(elsewhere, item)
		}
	}
	if found := slices.Concat(begin, byLabel, byDetail, elsewhere); len(found) > 0 {
		return found
	}
	var near []Item
	for _, match := range fuzzy.FindFrom(fold(strings.Join(strings.Fields(m.filter.typed), "")), labels(m.items)) {
		near = append(near, m.items[match.Index])
	}
	return near
}

// labels are those of items as they are searched.
type labels []Item

// String implements fuzzy.Source.
func (l labels) String(i int) string { return fold(l[i].Label) }

// Len implements fuzzy.Source.
func (l labels) Len() int { return len(l) }
