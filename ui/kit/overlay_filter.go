package kit

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

// filterPrompt stands before what is typed.
const filterPrompt = "› "

// filter is a line in which a person types what to look for.
type filter struct{ typed string }

// Update takes what is typed and says whether the message was for it.
func (f *filter) Update(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		f.add(msg.Content)
		return true
	case tea.KeyPressMsg:
		switch msg.String() {
		case "backspace":
			f.typed = withoutLast(f.typed)
		case "ctrl+u":
			f.typed = ""
		case "ctrl+w":
			f.typed = withoutWord(f.typed)
		default:
			f.add(msg.Text)
			return msg.Text != ""
		}
		return true
	}
	return false
}

func (f *filter) add(text string) {
	f.typed = loose(f.typed + lang.Plain(text))
}

// view draws the line; hint stands there until something is typed.
func (f *filter) view(styles theme.Styles, hint string, width int) string {
	prompt := paint(styles.Accent, filterPrompt)
	room := width - Width(filterPrompt)
	if f.typed == "" {
		return Clip(prompt+paint(styles.Muted, Fit(hint, room)), width)
	}
	return Clip(prompt+paint(styles.Text, f.tail(room)), width)
}

// tail is the end of what was typed, with a cell left for the cursor.
func (f *filter) tail(room int) string {
	over := Width(f.typed) - (room - 1)
	if over <= 0 {
		return f.typed
	}
	return ansi.TruncateLeft(f.typed, over+1, ellipsis)
}

// column is where the cursor stands in the line.
func (f *filter) column(width int) int {
	prompt := Width(filterPrompt)
	at := prompt + Width(f.tail(width-prompt))
	return max(min(at, width-1), 0)
}

// matches says whether every word that was typed occurs in one of the texts,
// whatever its accents and capitals.
func (f *filter) matches(texts ...string) bool {
	where := fold(strings.Join(texts, "\n"))
	for _, word := range strings.Fields(fold(f.typed)) {
		if !strings.Contains(where, word) {
			return false
		}
	}
	return true
}

// begins says whether a text begins with what was typed.
func (f *filter) begins(text string) bool {
	return strings.HasPrefix(fold(text), fold(strings.TrimSpace(f.typed)))
}

// fold takes accents and capitals away, so that "cafe" finds "Café".
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(lang.PlainLines(text)))
}

func withoutLast(text string) string {
	last := ""
	for rest := text; rest != ""; {
		last, _ = ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest = rest[len(last):]
	}
	return strings.TrimSuffix(text, last)
}

func withoutWord(text string) string {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	return text[:strings.LastIndexFunc(text, unicode.IsSpace)+1]
}
