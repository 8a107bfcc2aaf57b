package kit

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

// input is one field with what a person does in it.
type input struct {
	Field
	speaker *lang.Speaker
	now     time.Time
	line    textinput.Model
	long    longText
	chosen  int    // of a choice; -1 none
	former  int    // the choice before its word
	word    string // what is typed of a choice
	astray  bool   // no choice begins with the word
	loaded  string
	exact   bool // the value is still the one that was loaded, byte for byte
	begin   int  // of the letters of the line that are seen
	edited  bool
	left    bool // the person has been here and gone on
	wrong   bool // what is typed is no moment, day or number
	fault   string
}

func newInput(field Field, speaker *lang.Speaker, now time.Time) *input {
	in := &input{Field: field, speaker: speaker, now: now, chosen: -1}
	if in.Lines == 0 {
		in.Lines = 3
	}
	switch in.Kind {
	case ChoiceField:
	case LongField:
	default:
		in.line = textinput.New()
		in.line.Prompt = ""
		in.line.SetVirtualCursor(false)
		in.line.KeyMap.Paste = key.NewBinding() // over SSH it would read the server's clipboard
	}
	in.load(field.Value)
	return in
}

// load puts a value without anybody having typed it.
func (in *input) load(value string) {
	in.loaded, in.exact, in.edited, in.wrong = value, in.canonical(value), false, false
	switch in.Kind {
	case ChoiceField:
		in.chosen = -1
		for i, c := range in.Choices {
			if c.Value == value {
				in.chosen = i
			}
		}
		in.again()
	case LongField:
		in.long = newLongText(lang.PlainLines(value))
	default:
		in.line.SetValue(in.shown(value))
		in.line.CursorEnd()
	}
}

// canonical says whether a value is one that its kind can have, so that it need
// not be read from what stands in the field.
func (in *input) canonical(value string) bool {
	var err error
	switch in.Kind {
	case MomentField:
		_, err = time.Parse(time.RFC3339, value)
	case DayField:
		_, err = time.Parse(time.DateOnly, value)
	case NumberField:
		return false
	}
	return err == nil || value == ""
}

// shown is a value as a person reads it in a line.
func (in *input) shown(value string) string {
	switch in.Kind {
	case MomentField:
		value = in.speaker.ShownMoment(value)
	case DayField:
		value = in.speaker.ShownDay(value)
	case PersonField:
		for _, c := range in.Choices {
			if c.Value == value {
				return lang.Plain(c.Label)
			}
		}
	}
	return lang.Plain(value)
}

// typed is what stands in the field.
func (in *input) typed() string {
	switch in.Kind {
	case ChoiceField:
		return ""
	case LongField:
		return in.long.Value()
	}
	return in.line.Value()
}

// Value is the field's value.
func (in *input) Value() string {
	in.wrong = false
	if in.exact {
		return in.loaded
	}
	text := in.typed()
	switch in.Kind {
	case ChoiceField:
		if in.chosen < 0 {
			return ""
		}
		return in.Choices[in.chosen].Value
	case MomentField:
		return in.parsed(text, in.speaker.MomentValue)
	case DayField:
		return in.parsed(text, in.speaker.DayValue)
	case PersonField:
		for _, c := range in.Choices {
			if strings.EqualFold(strings.TrimSpace(text), lang.Plain(c.Label)) {
				return c.Value
			}
		}
	case NumberField:
		text = strings.TrimSpace(text)
		if strings.Trim(text, "0123456789") != "" {
			return in.misread(in.typed())
		}
	}
	return text
}

// misread is a text that its kind cannot have; the one that was loaded comes
// back as it came.
func (in *input) misread(text string) string {
	in.wrong = true
	if text == lang.Plain(in.loaded) {
		return in.loaded
	}
	return text
}

func (in *input) parsed(text string, parse func(string, time.Time) (string, error)) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	value, err := parse(text, in.now)
	if err != nil {
		return in.misread(text)
	}
	return value
}

func (in *input) kindName() string {
	switch in.Kind {
	case MomentField:
		return "moment"
	case DayField:
		return "day"
	}
	return "number"
}

func (in *input) enter() {
	switch in.Kind {
	case ChoiceField:
		in.word, in.former = "", in.chosen
	case LongField:
	default:
		in.line.Focus()
	}
}

// leave writes a moment or a day out in full once it is understood. The value
// stays the one that was understood: a moment is written without its seconds.
func (in *input) leave() {
	in.left = true
	switch in.Kind {
	case ChoiceField, LongField:
	default:
		in.line.Blur()
		if value := in.Value(); !in.wrong && (in.Kind == MomentField || in.Kind == DayField) {
			in.line.SetValue(in.shown(value))
			in.loaded, in.exact = value, true
		}
	}
}

func (in *input) update(msg tea.Msg) (cmd tea.Cmd) {
	switch in.Kind {
	case ChoiceField:
	case LongField:
		if key, ok := msg.(tea.KeyPressMsg); ok && !in.long.Press(key.String()) {
			in.long.Insert(key.Text)
		}
	default:
		if key, ok := msg.(tea.KeyPressMsg); ok && in.accept(key.String()) {
			return nil
		}
		in.line, cmd = in.line.Update(msg)
	}
	return cmd
}

// paste puts text in at the cursor; on one line its line ends become spaces.
func (in *input) paste(text string) bool {
	switch in.Kind {
	case ChoiceField:
		was := in.chosen
		in.spell(strings.TrimSpace(lang.Plain(text)))
		return in.chosen != was
	case LongField:
		in.long.Insert(lang.PlainLines(text))
	default:
		in.line, _ = in.line.Update(tea.PasteMsg{Content: strings.TrimSpace(lang.Plain(text))})
	}
	return true
}

func (in *input) atTop() bool { return in.Kind != LongField || in.long.atTop() }

func (in *input) atBottom() bool { return in.Kind != LongField || in.long.atBottom() }

func (in *input) restyle(styles theme.Styles) {
	switch in.Kind {
	case ChoiceField, LongField:
	default:
		state := textinput.StyleState{Text: styles.Text, Placeholder: styles.Muted, Suggestion: styles.Muted, Prompt: styles.Border}
		in.line.SetStyles(textinput.Styles{Focused: state, Blurred: state})
	}
}
