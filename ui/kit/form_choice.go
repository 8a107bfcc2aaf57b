package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// choose moves to another choice, or to the one that begins with what is typed.
func (in *input) choose(msg tea.KeyPressMsg) (changed bool) {
	was := in.chosen
	switch key, n := msg.String(), len(in.Choices); {
	case n == 0:
	case msg.Text != "" && (key != "space" || in.word != ""):
		in.spell(msg.Text)
	case key == "backspace" && in.word != "":
		in.chosen = in.former
		in.again()
	case key == "backspace" && !in.Required:
		in.chosen = -1
		in.again()
	case key == "right" || key == "space":
		in.chosen = (in.chosen + 1) % n
		in.again()
	case key == "left":
		in.chosen = (max(in.chosen, 0) + n - 1) % n
		in.again()
	}
	return in.chosen != was
}

// again forgets what was typed of a choice.
func (in *input) again() { in.word, in.former, in.astray = "", in.chosen, false }

// spell adds letters to the word that is typed of a choice. Where the word begins
// none, as when somebody types a name without looking, the choice is again what it
// was before, and letters do nothing until another key.
func (in *input) spell(text string) {
	if in.astray && in.word != "" {
		return
	}
	switch word := in.word + text; {
	case in.word != "" && in.jump(word, 0):
		in.word = word
	case in.word != "" && strings.TrimSpace(text) == "": // the end of the word
		in.again()
	case in.short() && in.jump(text, 1): // the next one with this letter, or a second thought
		in.word, in.astray = text, false
	default:
		in.chosen, in.word, in.astray = in.former, word, true
	}
}

// short says whether at most one letter is typed of a choice.
func (in *input) short() bool { return len([]rune(in.word)) <= 1 }

// jump goes to the first choice that begins with a word, from the chosen one on or after it.
func (in *input) jump(word string, after int) bool {
	for i, n := 0, len(in.Choices); i < n; i++ {
		at := (in.chosen + after + i + n) % n
		if strings.HasPrefix(fold(in.Choices[at].Label), fold(word)) {
			in.chosen = at
			return true
		}
	}
	return false
}
