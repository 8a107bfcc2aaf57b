// Package papers is the screens of one form: the Postvak with notices that are
// not yet complaints (S06, S07), the list of experts with their files (S40),
// that of the improvements (S39), the agenda with everything that is owed, and
// the letters that have to go out.
// A list stands above, what is selected can be read below it.
//
// It may import desk, kit, theme, nav, wording, lang, office, complaint, procedure, calendar.
package papers

import (
	"cmp"
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/desk"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// timeout is how long a read may take before the screen says so.
const timeout = 10 * time.Second

// Config is what the screen needs.
type Config = desk.Config

// source is what one of the screens shows.
type source interface {
	columns(sp *lang.Speaker) []kit.Column
	list(ctx context.Context, c Config) (contents, error)
	adds() string // the action by which another one is added, "" for none
	name() string // of its words in the catalogue
}

// contents are what a list has. file gives the one that is selected, where that is
// known with the list; first says that there is more than these, "" where there is not.
type contents struct {
	rows  []kit.Row
	file  func(id string) []kit.Line
	first string
}

// reader is a source whose files are read one by one: nil where one may not be read.
type reader interface {
	file(ctx context.Context, c Config, id string) (lines []kit.Line, err error)
}

// told are lines as the pane shows them.
func told(lines []wording.Line) []kit.Line {
	tones := map[wording.Weight]kit.Tone{wording.Aside: kit.Muted, wording.Well: kit.Good, wording.Wrong: kit.Bad, wording.Waits: kit.Accent}
	out := make([]kit.Line, len(lines))
	for i, l := range lines {
		out[i] = kit.Line{Text: l.Text, Tone: tones[l.Weight], Indent: l.Indent}
	}
	return out
}

// opener is a source in which enter does something else than to offer the actions.
type opener interface {
	open(id string) tea.Msg
	openKey() string // what it does, as a key of the catalogue
}

// printer is a source of which a row can be printed.
type printer interface{ print(id string) tea.Msg }

// copier is a source with more to copy than a number: the text of what is
// selected, and what that is called.
type copier interface {
	text(ctx context.Context, c Config, id string) (label, text string, err error)
}

// shared is a source whose rows are of several people; column is where the name
// stands.
type shared interface{ column() int }

// subjectOf is the number in a row's ID; what follows a slash tells rows of one
// number apart.
func subjectOf(id string) string {
	number, _, _ := strings.Cut(id, "/")
	return number
}

// Papers is the screen.
type Papers struct {
	c       Config
	of      source
	table   *kit.Table
	pane    *kit.Pane
	reading desk.Reading
	shown   string // whose file stands in the pane
	want    string // to be selected once it is there
	said    string
	has     contents
}

// Inbox is the Postvak; the notice of that number is selected, "" is the first.
func Inbox(c Config, selected string) *Papers { return newPapers(c, inbox{}, selected) }

// Experts is the list of experts; the one of that number is selected.
func Experts(c Config, selected string) *Papers { return newPapers(c, experts{}, selected) }

// Measures is the list of improvements; the one of that number is selected.
func Measures(c Config, selected string) *Papers { return newPapers(c, improvements{}, selected) }

// Agenda is everything that is owed, by day.
func Agenda(c Config) *Papers { return newPapers(c, agenda{}, "") }

// Letters are those that have to go out.
func Letters(c Config) *Papers { return newPapers(c, letters{}, "") }

func newPapers(c Config, of source, selected string) *Papers {
	p := &Papers{c: c, of: of, want: selected, table: kit.NewTable(c.Styles, c.Speaker), pane: kit.NewPane(c.Styles, c.Speaker)}
	p.table.SetColumns(of.columns(c.Speaker)...)
	p.table.SetEmpty(c.Speaker.T(of.name() + ".empty"))
	return p
}

// Init implements nav.Screen.
func (p *Papers) Init() tea.Cmd { return p.read() }

// Update implements nav.Screen.
func (p *Papers) Update(msg tea.Msg) (nav.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case listed:
		if msg.to == p {
			return p, p.answered(msg)
		}
	case filed:
		if id, _ := p.table.Selected(); msg.to == p && msg.id == id {
			p.show(msg)
		}
	case narrowed:
		if msg.to == p {
			p.table.Narrow(msg.name)
			return p, p.open(false)
		}
	case nav.Changed:
		return p, p.read()
	case nav.Themed:
		p.c.Styles = msg.Styles
		p.table.Restyle(msg.Styles)
		p.pane.Restyle(msg.Styles)
	case tea.KeyPressMsg:
		return p, p.press(msg)
	case tea.PasteMsg:
		cmd, _ := p.c.Find(p.table, p.of.name(), msg)
		return p, tea.Batch(cmd, p.open(false))
	case tea.MouseClickMsg:
		p.table.Click(msg.Y)
		return p, p.open(false)
	}
	return p, nil
}

func (p *Papers) press(msg tea.KeyPressMsg) tea.Cmd {
	if remember, taken := p.c.Find(p.table, p.of.name(), msg); taken {
		return tea.Batch(remember, p.open(false))
	}
	id, selected := p.table.Selected()
	switch msg.String() {
	case "esc":
		return nav.To(nav.Back{})
	case "n":
		if p.of.adds() == "" {
			return nil
		}
		return nav.To(nav.Act{Subject: office.Itself, Action: p.of.adds()})
	case "enter":
		if o, ok := p.of.(opener); ok && selected {
			return nav.To(o.open(id))
		}
		fallthrough
	case "a":
		if selected {
			return nav.To(nav.Actions{Subject: subjectOf(id)})
		}
	case "w":
		return p.askWho()
	case "P":
		if x, ok := p.of.(printer); ok && selected {
			return nav.To(x.print(id))
		}
	case "y":
		if selected {
			return p.copy(id)
		}
	case "r":
		return p.read()
	case "ctrl+d", "ctrl+u":
		p.pane.Update(tea.KeyPressMsg{Code: map[string]rune{"ctrl+d": tea.KeyPgDown, "ctrl+u": tea.KeyPgUp}[msg.String()]})
	default:
		p.table.Update(msg)
		return p.open(false)
	}
	return nil
}

// askWho shows the rows of one person, or of all.
func (p *Papers) askWho() tea.Cmd {
	s, ok := p.of.(shared)
	if !ok {
		return nil
	}
	choices := []nav.Choice{{ID: everybody, Label: p.c.Speaker.T("papers.everybody")}}
	for _, name := range p.table.Values(s.column()) {
		choices = append(choices, nav.Choice{ID: name, Label: name})
	}
	return nav.To(nav.Pick{Title: p.c.Speaker.T("papers.who"), Choices: choices, To: func(id string) tea.Msg {
		if id == everybody {
			id = ""
		}
		return narrowed{p, id}
	}})
}

// everybody is the choice that narrows to nobody.
const everybody = "*"

// Body implements nav.Screen: the list above, the file below; beside each other
// where there is room.
func (p *Papers) Body(size nav.Size) string {
	if size.W > 120 {
		side := size.W / 2
		return kit.Beside(p.c.Styles, p.table.View(size.W-side-3, size.H), p.pane.View(side, size.H), size.W, side, size.H)
	}
	top := max(4, min(size.H/2, p.table.Len()+2))
	rule := p.c.Styles.Border.Render(kit.Rule(size.W))
	return strings.Join([]string{p.table.View(size.W, top), rule, p.pane.View(size.W, size.H-top-1)}, "\n")
}

// Title implements nav.Screen.
func (p *Papers) Title() string { return p.c.Speaker.T(p.of.name() + ".title") }

// Notice implements nav.Screen.
func (p *Papers) Notice() string { return cmp.Or(p.said, p.table.Found(), p.has.first) }

// Subject implements nav.Subjected.
func (p *Papers) Subject() string {
	id, _ := p.table.Selected()
	return subjectOf(id)
}

// Typing implements nav.Screen.
func (p *Papers) Typing() bool { return p.table.Typing() }

// Position is where the cursor stands in the list.
func (p *Papers) Position() string { return p.table.Position() }

// Keys implements nav.Screen.
func (p *Papers) Keys() []nav.Key {
	if p.Typing() {
		return p.c.TypingKeys()
	}
	sp := p.c.Speaker
	keys := []nav.Key{{Press: "enter", Label: sp.T("key.actions"), Short: true}}
	if o, ok := p.of.(opener); ok {
		keys = []nav.Key{{Press: "enter", Label: sp.T(o.openKey()), Short: true}, {Press: "a", Label: sp.T("key.actions")}}
	}
	if _, ok := p.of.(shared); ok {
		keys = append(keys, nav.Key{Press: "w", Label: sp.T("papers.who"), Short: true})
	}
	if p.of.adds() != "" {
		keys = append(keys, nav.Key{Press: "n", Label: sp.T(p.of.name() + ".add"), Short: true})
	}
	if _, ok := p.of.(printer); ok {
		keys = append(keys, nav.Key{Press: "P", Label: sp.T("print.key")})
	}
	find := p.c.FindKeys(p.of.adds() == "")
	return append(keys, []nav.Key{
		find[0], {Press: "esc", Label: sp.T("key.back"), Short: true}, find[1], find[2], {Press: "ctrl+d ctrl+u", Label: sp.T("key.page")}, {Press: "y", Label: sp.T("key.copy")}, {Press: "r", Label: sp.T("key.reload")},
	}...)
}
