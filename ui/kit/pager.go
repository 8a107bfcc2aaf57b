package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

// pagerWidth is how wide a text is still read with ease, in cells.
const pagerWidth = 88

// Pager is an overlay in which a long text is read.
type Pager struct {
	pane    *Pane
	styles  theme.Styles
	speaker *lang.Speaker
	title   string
	copies  bool // y copies something of it
}

// NewPager makes a pager for a plain text.
func NewPager(styles theme.Styles, speaker *lang.Speaker, title, text string) *Pager {
	return NewLinesPager(styles, speaker, title, []Line{{Text: text}})
}

// NewLinesPager makes a pager for paragraphs with a tone and an indent.
func NewLinesPager(styles theme.Styles, speaker *lang.Speaker, title string, lines []Line) *Pager {
	pane := NewPane(styles, speaker)
	pane.SetLines(lines)
	return &Pager{pane: pane, styles: styles, speaker: speaker, title: title}
}

// NewCopyPager makes a pager in which y, and nothing else, chooses: to copy.
func NewCopyPager(styles theme.Styles, speaker *lang.Speaker, title, text string) *Pager {
	p := NewPager(styles, speaker, title, text)
	p.copies = true
	return p
}

// Restyle changes the colours.
func (p *Pager) Restyle(styles theme.Styles) {
	p.styles = styles
	p.pane.Restyle(styles)
}

// Update scrolls; esc, q and enter close.
func (p *Pager) Update(msg tea.Msg) (Result, bool) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "esc", "q", "enter":
			return Result{Outcome: Dismissed}, true
		case "y":
			if p.copies {
				return Result{Outcome: Chosen, ID: "copy"}, true
			}
		}
	}
	p.pane.Update(msg)
	return Result{}, false
}

// View draws the text in a box no larger than it needs.
func (p *Pager) View(width, height int) string {
	box := newFrame(p.styles, pagerWidth, width, height)
	w, h := box.inner()
	if w <= 0 || h <= 0 {
		return ""
	}
	h = max(min(h, len(p.pane.wrapped(w))), 1)
	lines := strings.Split(p.pane.View(w, h), "\n")
	keys := "kit.keys-pager"
	if p.copies {
		keys = "kit.keys-pager-copy"
	}
	return box.draw(p.title, p.speaker.T(keys), p.pane.Position(), lines)
}
