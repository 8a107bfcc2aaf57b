package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

// Line is a paragraph of a Pane. Every line it wraps to begins Indent cells
// from the left; Lead, if there is one, stands in that room on the first.
type Line struct {
	Text   string
	Tone   Tone
	Lead   string
	Indent int
}

// Pane is a long text that scrolls inside a screen.
type Pane struct {
	styles  theme.Styles
	speaker *lang.Speaker
	lines   []Line
	offset  int
	page    int
	total   int
	wrap    wrapped
}

// wrapped keeps the lines of the last width, since a long text is drawn often.
type wrapped struct {
	width int
	lines []string
}

// NewPane makes an empty pane.
func NewPane(styles theme.Styles, speaker *lang.Speaker) *Pane {
	return &Pane{styles: styles, speaker: speaker, page: 1}
}

// Restyle changes the colours.
func (p *Pane) Restyle(styles theme.Styles) { p.styles, p.wrap = styles, wrapped{} }

// SetText shows a plain text, with its own line breaks, where the old one was.
func (p *Pane) SetText(text string) { p.SetLines([]Line{{Text: text}}) }

// SetLines replaces the paragraphs and stays at the same height.
func (p *Pane) SetLines(lines []Line) { p.lines, p.wrap = lines, wrapped{} }

// Top scrolls back to the beginning.
func (p *Pane) Top() { p.offset = 0 }

// Position is "12 van 80", the last line seen and how many there are at the
// last View, or "" when everything is seen.
func (p *Pane) Position() string {
	if p.total <= p.page {
		return ""
	}
	return position(p.speaker, min(p.offset+p.page, p.total), p.total)
}

// Update scrolls, by key or wheel, and says whether the message was for it.
func (p *Pane) Update(msg tea.Msg) bool {
	if lines, ok := scrolling(msg, p.page); ok {
		p.scroll(p.offset + lines)
		return true
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	switch key.String() {
	case "k":
		p.scroll(p.offset - 1)
	case "j":
		p.scroll(p.offset + 1)
	case "space":
		p.scroll(p.offset + p.page)
	case "home", "g":
		p.scroll(0)
	case "end", "G":
		p.scroll(p.total)
	default:
		return false
	}
	return true
}

func (p *Pane) scroll(to int) { p.offset = max(0, min(to, p.total-p.page)) }

// View draws exactly height lines of at most width cells. It remembers the
// height, so that a page is what the person sees.
func (p *Pane) View(width, height int) string {
	if width <= 0 || height <= 0 {
		return ""
	}
	lines := p.wrapped(width)
	p.page, p.total = height, len(lines)
	p.scroll(p.offset)
	return FillBlock(strings.Join(lines[p.offset:min(p.offset+height, len(lines))], "\n"), width, height)
}

func (p *Pane) wrapped(width int) []string {
	if p.wrap.width == width {
		return p.wrap.lines
	}
	p.wrap = wrapped{width: width}
	for _, line := range p.lines {
		p.wrap.lines = append(p.wrap.lines, line.wrap(p.styles, width)...)
	}
	return p.wrap.lines
}

func (l Line) wrap(styles theme.Styles, width int) []string {
	indent := min(max(l.Indent, 0), width/2)
	style := toneStyle(styles, l.Tone)
	lines := Wrap(l.Text, width-indent)
	for i, text := range lines {
		lead := ""
		if i == 0 {
			lead = Fit(l.Lead, indent)
		}
		lines[i] = paint(style, Pad(lead, indent)) + paint(style, text)
	}
	return lines
}
