package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

// confirmWidth is the text width of a Confirm, in cells.
const confirmWidth = 60

// Confirm is an overlay that asks whether to go on, and says what will happen
// then. It stands on no until the person moves it.
type Confirm struct {
	styles   theme.Styles
	speaker  *lang.Speaker
	question string
	pane     *Pane
	yes      bool
}

// NewConfirm asks a question; follows says what will happen after a yes.
func NewConfirm(styles theme.Styles, speaker *lang.Speaker, question, follows string) *Confirm {
	pane := NewPane(styles, speaker)
	if follows != "" {
		pane.SetText(follows)
	}
	return &Confirm{styles: styles, speaker: speaker, question: question, pane: pane}
}

// Restyle changes the colours.
func (c *Confirm) Restyle(styles theme.Styles) {
	c.styles = styles
	c.pane.Restyle(styles)
}

// Update moves between yes and no, and scrolls a long text. A letter only
// moves: it takes an enter to agree, so that a stray key does nothing.
func (c *Confirm) Update(msg tea.Msg) (Result, bool) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		c.pane.Update(msg)
		return Result{}, false
	}
	switch key.String() {
	case "left", "h", "j", "y":
		c.yes = true
	case "right", "l", "n":
		c.yes = false
	case "tab", "shift+tab":
		c.yes = !c.yes
	case "esc":
		return Result{Outcome: Dismissed}, true
	case "enter":
		if c.yes {
			return Result{Outcome: Agreed}, true
		}
		return Result{Outcome: Dismissed}, true
	default:
		c.pane.Update(msg)
	}
	return Result{}, false
}

// View draws the question, what follows and the two answers.
func (c *Confirm) View(width, height int) string {
	box := newFrame(c.styles, confirmWidth, width, height)
	w, h := box.inner()
	if w <= 0 || h <= 0 {
		return ""
	}
	lines := c.viewQuestion(w, h)
	if follows := c.viewFollows(w, h-len(lines)-1); follows != "" {
		lines = append(append(lines, ""), strings.Split(follows, "\n")...)
	}
	if len(lines)+1 < h {
		lines = append(lines, "")
	}
	return box.draw("", c.speaker.T("kit.keys-confirm"), c.pane.Position(), append(lines, c.viewAnswers()))
}

// viewQuestion leaves the last line for the answers.
func (c *Confirm) viewQuestion(width, height int) []string {
	lines := Wrap(c.question, width)
	lines = lines[:max(min(len(lines), height-1), 0)]
	for i, line := range lines {
		lines[i] = paint(c.styles.Bold, line)
	}
	return lines
}

// viewFollows is given the lines below the question and the empty one under
// it, and leaves one for the answers and an empty one where there is room.
func (c *Confirm) viewFollows(width, room int) string {
	needed := len(c.pane.wrapped(width))
	if room > 2 {
		room--
	}
	if room < 2 || needed == 0 {
		return ""
	}
	return c.pane.View(width, min(needed, room-1))
}

func (c *Confirm) viewAnswers() string {
	return c.viewAnswer("kit.yes", c.yes) + " " + c.viewAnswer("kit.no", !c.yes)
}

func (c *Confirm) viewAnswer(key string, chosen bool) string {
	text := lang.Plain(c.speaker.T(key))
	if chosen {
		return paint(selectedStyle(c.styles, Accent), "["+text+"]")
	}
	return paint(c.styles.Text, " "+text+" ")
}
