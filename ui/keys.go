package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/ui/action"
	"leermoment/ui/dossier"
	"leermoment/ui/history"
	"leermoment/ui/keymap"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/papers"
	"leermoment/ui/preferences"
	"leermoment/ui/register"
	"leermoment/ui/settings"
	"leermoment/ui/setup"
	"leermoment/ui/staff"
)

// Screens speak of the usual keys alone. Here what is pressed becomes the usual
// key of what it means to this person, and a usual key that is shown becomes
// his own.

// chosenKey is a usual key that was chosen in the help, and not pressed.
type chosenKey tea.KeyPressMsg

// placeOf says which keys count on a screen.
func placeOf(s nav.Screen) keymap.Place {
	if s == nil || s.Typing() {
		return keymap.Form
	}
	switch s.(type) {
	case *register.Register:
		return keymap.Register
	case *dossier.Screen:
		return keymap.Dossier
	case *papers.Papers:
		return keymap.Agenda
	case *history.Screen:
		return keymap.History
	case *staff.Screen:
		return keymap.Staff
	case *settings.Screen:
		return keymap.Settings
	case *action.Screen, *setup.Screen, *preferences.Screen:
		return keymap.Form
	}
	return keymap.Lists
}

// Keys are those of the screen that is shown, by their usual names, and where
// they count.
func (a *App) Keys() (keymap.Place, []nav.Key) {
	s := a.top()
	if s == nil {
		return keymap.Form, nil
	}
	return placeOf(s), s.Keys()
}

// meant is the usual key of what was pressed; false where that does nothing any
// more. A letter that is typed is never anything else; a menu, in which one types
// too, and a question have their keys for good.
func (a *App) meant(msg tea.KeyPressMsg) (tea.KeyPressMsg, bool) {
	place := placeOf(a.top())
	if a.overlay != nil {
		switch a.overlay.(type) {
		case kit.Typed, *kit.Confirm:
			return msg, true
		}
		place = keymap.Lists
	}
	pressed := msg.String()
	if place == keymap.Form && msg.Text != "" {
		return msg, true
	}
	usual, ok := a.c.Keys.Meant(place, pressed)
	if usual == pressed {
		return msg, ok
	}
	key, _ := keymap.Press(usual)
	return key, ok
}

// speaks makes the program speak, with the person's own keys.
func (a *App) speaks(sp *lang.Speaker) {
	if !a.c.Keys.Usual() {
		sp = sp.Pressing(a.c.Keys.Sign)
	}
	a.c.Speaker = sp
}

// keyFaults is the place that tells what is wrong in the file of keys.
const keyFaults = "key-faults"

// keysWrong says in a sentence that something is wrong in the file of keys.
func (a *App) keysWrong() string {
	if len(a.c.KeyFaults) == 0 {
		return ""
	}
	return a.c.Speaker.N("keys.wrong", len(a.c.KeyFaults), lang.Args{"File": a.keyFile()})
}

// keyFile is the name of the file of keys without its folder.
func (a *App) keyFile() string {
	return a.c.KeyFile[strings.LastIndexAny(a.c.KeyFile, `/\\`)+1:]
}

// faultItems leads to what is wrong in the file of keys.
func (a *App) faultItems() []kit.Item {
	if len(a.c.KeyFaults) == 0 {
		return nil
	}
	return []kit.Item{{ID: keyFaults, Label: a.c.Speaker.T("keys.wrong-item", lang.Args{"File": a.keyFile()}), Detail: a.c.KeyFile}}
}

// readFaults is everything that is wrong in the file of keys, in full.
func (a *App) readFaults() nav.Read {
	sp := a.c.Speaker
	lines := []string{a.c.KeyFile, "", sp.T("keys.wrong-head"), ""}
	for _, f := range a.c.KeyFaults {
		lines = append(lines, FaultLine(sp, a.keyFile(), f))
	}
	return nav.Read{Title: sp.T("keys.title"), Text: strings.Join(lines, "\n")}
}

// FaultLine says what is wrong in a file of keys, and on which line.
func FaultLine(sp *lang.Speaker, file string, f keymap.Fault) string {
	key := "keys.at-line"
	if f.Line == 0 {
		key = "keys.at-file"
	}
	return sp.T(key, lang.Args{"File": file, "Line": f.Line, "What": sp.T(f.Key, f.Args)})
}

// help lists the keys; the one that is chosen is pressed.
func (a *App) help(s nav.Screen) tea.Cmd {
	sp, place := a.c.Speaker, placeOf(s)
	items := a.faultItems()
	add := func(section string, keys ...nav.Key) {
		for _, k := range keys {
			items = append(items, kit.Item{ID: k.Press, Label: k.Label, Hint: a.c.Keys.All(place, k.Press), Detail: section})
		}
	}
	add(sp.T("app.keys"), s.Keys()...)
	add(sp.T("app.keys-list"), nav.Key{Press: "↑ ↓ j k", Label: sp.T("key.move")}, nav.Key{Press: "pgup pgdn", Label: sp.T("key.page")},
		nav.Key{Press: "g G", Label: sp.T("key.ends")})
	add(sp.T("app.keys-everywhere"), nav.Key{Press: "ctrl+p", Label: sp.T("key.palette")}, nav.Key{Press: "?", Label: sp.T("key.help")},
		nav.Key{Press: "esc", Label: sp.T("key.back")}, nav.Key{Press: "q", Label: sp.T("key.quit")}, nav.Key{Press: "ctrl+t", Label: sp.T("keymap.show-copied")}, nav.Key{Press: "ctrl+c", Label: sp.T("key.leave")})
	return a.menu(sp.T("app.keys"), items, func(press string) tea.Cmd {
		if press == keyFaults {
			return nav.To(a.readFaults())
		}
		first, _, _ := strings.Cut(press, " ")
		name, _ := keymap.Name(first)
		key, ok := keymap.Press(name)
		if !ok {
			return nil
		}
		return nav.To(chosenKey(key))
	})
}
