package uitest

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Press presses keys by the names that Bubble Tea gives them: "enter",
// "ctrl+s", "shift+tab", "pgdown", "space", "f1", "n", "G". Each counts as a
// key, also a letter.
func (d *Driver) Press(names ...string) {
	d.tb.Helper()
	for _, name := range names {
		msg, err := Key(name)
		if err != nil {
			d.tb.Fatalf("%v", err)
		}
		d.keys++
		d.Send(msg)
	}
}

// Type types text letter by letter. A line end is no letter: press enter.
func (d *Driver) Type(text string) {
	d.tb.Helper()
	for rest := text; rest != ""; {
		letter, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest = rest[len(letter):]
		if strings.ContainsFunc(letter, unicode.IsControl) {
			d.tb.Fatalf("%q cannot be typed as text; Press or Paste it", letter)
		}
		d.typed++
		d.Send(letterKey(letter))
	}
}

// Paste pastes text, as it is.
func (d *Driver) Paste(text string) {
	d.tb.Helper()
	d.Send(tea.PasteMsg{Content: text})
}

// Click presses and releases the left button of the mouse on a cell, counted
// from 0 at the upper left.
func (d *Driver) Click(x, y int) {
	d.tb.Helper()
	d.mouse(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	if !d.left {
		d.mouse(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	}
}

// mouse asks the view first, as the real program does.
func (d *Driver) mouse(msg tea.MouseMsg) {
	d.tb.Helper()
	if d.view.OnMouse != nil {
		d.add(d.view.OnMouse(msg))
	}
	d.Send(msg)
}

// Keys is how many keys were pressed that are not typed text.
func (d *Driver) Keys() int { return d.keys }

// TypedKeys is how many letters were typed.
func (d *Driver) TypedKeys() int { return d.typed }

// Key is the message for a key as Press names it.
func Key(name string) (tea.KeyPressMsg, error) {
	var key tea.KeyPressMsg
	rest := name
	for {
		mod, after, found := strings.Cut(rest, "+")
		held, known := modifiers()[mod]
		if !found || !known || after == "" {
			break
		}
		key.Mod |= held
		rest = after
	}
	if code, ok := codes()[rest]; ok {
		key.Code = code
		if code == tea.KeySpace && key.Mod == 0 {
			key.Text = " "
		}
		return key, nil
	}
	if letter, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth); rest == "" || letter != rest {
		return key, fmt.Errorf("there is no key %q", name)
	}
	if key.Mod == 0 {
		return letterKey(rest), nil
	}
	key.Code, _ = utf8.DecodeRuneInString(rest)
	return key, nil
}

// letterKey is the key that types one letter, as a terminal reports it.
func letterKey(letter string) tea.KeyPressMsg {
	r, size := utf8.DecodeRuneInString(letter)
	key := tea.KeyPressMsg{Text: letter, Code: r}
	switch {
	case size < len(letter):
		key.Code = tea.KeyExtended
	case unicode.IsUpper(r):
		key.Code, key.ShiftedCode, key.Mod = unicode.ToLower(r), r, tea.ModShift
	}
	return key
}

func modifiers() map[string]tea.KeyMod {
	return map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}
}

func codes() map[string]rune {
	return map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
		"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
	}
}
