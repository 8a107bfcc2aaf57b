package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
)

// Update takes a message.
func (f *Form) Update(msg tea.Msg) (Event, tea.Cmd) {
	f.end = false
	if len(f.fields) == 0 {
		return f.bare(msg), nil
	}
	f.stay()
	in := f.fields[f.focus]
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return f.press(msg, in)
	case tea.PasteMsg:
		return f.edited(in, in.paste(msg.Content)), nil
	}
	return NoEvent, in.update(msg)
}

// bare takes a message for a form that asks nothing.
func (f *Form) bare(msg tea.Msg) Event {
	if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == "ctrl+s" {
		return Submitted
	}
	return NoEvent
}

func (f *Form) press(msg tea.KeyPressMsg, in *input) (Event, tea.Cmd) {
	switch key := msg.String(); {
	case key == "ctrl+s":
		return f.submit(), nil
	case key == "tab":
		f.move(1)
	case key == "shift+tab":
		f.move(-1)
	case key == "enter" && in.Kind != LongField:
		f.end = !f.move(1)
	case key == "down" && in.atBottom():
		f.move(1)
	case key == "up" && in.atTop():
		f.move(-1)
	case in.Kind == ChoiceField:
		return f.edited(in, in.choose(msg)), nil
	default:
		if msg.Text != "" && lang.Plain(msg.Text) != msg.Text {
			return NoEvent, nil
		}
		before := in.typed()
		cmd := in.update(msg)
		return f.edited(in, in.typed() != before), cmd
	}
	return NoEvent, nil
}

func (f *Form) edited(in *input, changed bool) Event {
	if !changed {
		return NoEvent
	}
	in.edited, in.exact, in.fault, f.refused = true, false, "", false
	return Edited
}

// submit checks everything and goes to the first field that is not right.
func (f *Form) submit() Event {
	f.tried = true
	for i, in := range f.fields {
		if !f.refused {
			in.fault = "" // another field may have mended it: they look again
		}
		in.astray = false // it was said, and the choice stands as they see it
		if f.shows(i) && f.faultOf(i) != "" {
			f.enter(i)
			return NoEvent
		}
	}
	return Submitted
}

// faultOf is what is wrong with a field now.
func (f *Form) faultOf(i int) string {
	in := f.fields[i]
	value := in.Value()
	switch {
	case in.fault != "":
		return in.fault
	case in.astray:
		return f.speaker.T("form.wrong-choice")
	case strings.TrimSpace(value) == "":
		if in.Required {
			return f.speaker.T("form.required")
		}
		return ""
	case in.wrong:
		return f.speaker.T("form.wrong-" + in.kindName())
	case in.Check != nil:
		return in.Check(value)
	}
	return ""
}
