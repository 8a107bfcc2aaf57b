package kit

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

// Column says how one column of a Table is drawn. A column with a Width is
// that wide; one without has at least Min cells and shares what is left by
// its weight Flex (0 counts as 1). By Name it is remembered as the one that a
// list is sorted by, whatever the language; without one its title is its name.
type Column struct {
	Name  string
	Title string
	Width int
	Min   int
	Flex  int
	// Right aligns the cells to the right.
	Right bool
	// Priority tells which column goes first when the table is narrow: the
	// highest. A column of priority 0 always stays.
	Priority int
}

// Row is one line of a Table. Sign is one or two cells in front of it, so
// that what its colours say can be read without them. Of rows with the same
// Group that follow each other only the first has its Sign. Also is what is
// searched besides the cells.
type Row struct {
	ID       string
	Sign     string
	SignTone Tone
	Group    string
	Also     string
	Cells    []Cell
}

// AtEnd is the Order of a cell that stands at the end of a list, whichever way
// round it is sorted. So does a cell in which nothing stands.
const AtEnd = "~"

// Cell is a piece of text with its tone. Short says the same in fewer words,
// where Text does not fit. Order is what it is sorted by where that is not its
// text.
type Cell struct {
	Text  string
	Short string
	Tone  Tone
	Order string
}

// Table is a list of rows with a cursor. Its cursor stays with the row's ID
// when rows change.
type Table struct {
	styles  theme.Styles
	speaker *lang.Speaker
	columns []Column
	all     []Row
	rows    []Row // of all those that are shown, in their order
	find    filter
	typing  bool
	sortBy  string // name of a column; "" is as the rows came
	reverse bool
	sorted  bool // an order was given or chosen
	fresh   bool // the order was chosen just now
	served  bool // who fills it has searched and sorted already
	beyond  bool // there are more rows than are held
	bare    bool // no titles above the columns
	empty   string
	cursor  int
	offset  int
	page    int
	header  int
	signs   int
	drawn   drawnRows
}

// NewTable makes a table without rows.
func NewTable(styles theme.Styles, speaker *lang.Speaker, columns ...Column) *Table {
	return &Table{styles: styles, speaker: speaker, columns: columns, page: 1}
}

// Restyle changes the colours.
func (t *Table) Restyle(styles theme.Styles) { t.styles, t.drawn = styles, drawnRows{} }

// SetColumns replaces the columns.
func (t *Table) SetColumns(columns ...Column) { t.columns = columns }

// SetEmpty says what stands there when there are no rows.
func (t *Table) SetEmpty(text string) { t.empty = text }

// SetRows replaces the rows. The cursor stays on the row with the same ID or,
// where that is gone, as near to its place as can be.
func (t *Table) SetRows(rows []Row) {
	t.all = rows
	t.refresh()
}

// Len is the number of rows that are shown.
func (t *Table) Len() int { return len(t.rows) }

// Index is the place of the cursor, counted from 0; 0 in an empty table.
func (t *Table) Index() int { return t.cursor }

// Selected is the ID of the row under the cursor, if there is one.
func (t *Table) Selected() (id string, ok bool) {
	if t.cursor >= len(t.rows) {
		return "", false
	}
	return t.rows[t.cursor].ID, true
}

// Select moves the cursor to the row with this ID and says whether it exists.
func (t *Table) Select(id string) bool {
	for i, row := range t.rows {
		if row.ID == id {
			t.cursor = i
			return true
		}
	}
	return false
}

// Move moves the cursor by so many rows, as far as there are rows.
func (t *Table) Move(rows int) { t.cursor, t.fresh = t.clamp(t.cursor+rows), false }

// SetBeyond says whether there are more rows than the table holds.
func (t *Table) SetBeyond(more bool) { t.beyond = more }

// NearEnd says that the cursor is within a page of the last row, so that who
// holds no more rows had better fetch them.
func (t *Table) NearEnd() bool { return t.cursor+t.page >= len(t.rows)-1 }

// Position is "3 van 7" in the speaker's language, "3 van 7+" where there are more,
// or "" without rows.
func (t *Table) Position() string {
	if len(t.rows) == 0 {
		return ""
	}
	if t.beyond {
		return position(t.speaker, t.cursor+1, len(t.rows)) + "+"
	}
	return position(t.speaker, t.cursor+1, len(t.rows))
}

// Update moves the cursor and says whether the key was the table's.
func (t *Table) Update(msg tea.KeyPressMsg) bool {
	if len(t.rows) == 0 {
		return false
	}
	switch msg.String() {
	case "up", "k":
		t.Move(-1)
	case "down", "j":
		t.Move(1)
	case "pgup":
		t.Move(-t.page)
	case "pgdown":
		t.Move(t.page)
	case "home", "g":
		t.Move(-len(t.rows))
	case "end", "G":
		t.Move(len(t.rows))
	default:
		return false
	}
	return true
}

// Click puts the cursor on the row drawn at line y of the last View, counted
// from 0 at its top, and says whether there was one.
func (t *Table) Click(y int) bool {
	row := t.offset + y - t.header
	if y < t.header || y >= t.header+t.page || row >= len(t.rows) {
		return false
	}
	t.Move(row - t.cursor)
	return true
}

// View draws exactly height lines of at most width cells: the titles, and the
// rows around the cursor. It remembers the height, so that a page is what the
// person sees.
func (t *Table) View(width, height int) string {
	if width <= 0 || height <= 0 {
		return ""
	}
	if len(t.rows) == 0 {
		return FillBlock(t.viewEmpty(width), width, height)
	}
	t.measure(height)
	plan := planColumns(t.keepSorted(), width, t.signs)
	lines := make([]string, 0, height)
	if t.header > 0 {
		lines = append(lines, t.viewHeader(plan))
	}
	lines = append(lines, t.viewRows(plan)...)
	return FillBlock(strings.Join(lines, "\n"), width, height)
}

func (t *Table) viewEmpty(width int) string {
	text := t.empty
	if t.find.typed != "" && (t.served || len(t.all) > 0) {
		text = t.speaker.T("kit.nothing-found")
	}
	lines := Wrap(text, width-2)
	for i, line := range lines {
		lines[i] = " " + paint(t.styles.Muted, line)
	}
	return strings.Join(lines, "\n")
}

// measure divides the height and scrolls as little as keeps the cursor seen.
func (t *Table) measure(height int) {
	t.header = 0
	if height > 2 && t.titled() {
		t.header = 1
	}
	t.page = height - t.header
	t.offset = min(t.offset, t.cursor)
	t.offset = max(t.offset, t.cursor-t.page+1)
	t.offset = max(0, min(t.offset, len(t.rows)-t.page))
}

// titled says whether any column has a title; without one there is no header.
func (t *Table) titled() bool {
	return !t.bare && slices.ContainsFunc(t.columns, func(c Column) bool { return c.Title != "" })
}

func (t *Table) clamp(index int) int {
	return max(0, min(index, len(t.rows)-1))
}
