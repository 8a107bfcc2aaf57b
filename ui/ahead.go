package ui

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"leermoment/ui/nav"
)

// Who types ahead, on a slow line or a busy machine, means the screen that he
// is about to see. What he types while that screen is still coming is held, and
// goes to it once it is there. Where it does not come after all, what was typed
// for it is dropped: on another screen it would mean something else.

// mostAhead is how many keys are held at most.
const mostAhead = 200

// moves are the keys that stay on the screen: what follows need not wait for
// what they read.
var moves = map[string]bool{"up": true, "down": true, "left": true, "right": true, "h": true, "j": true, "k": true, "l": true,
	"home": true, "end": true, "pgup": true, "pgdown": true, "g": true, "G": true, "tab": true, "shift+tab": true}

// settled is the answer to a key that asked for something.
type settled struct{ msg tea.Msg }

// asks remembers that an answer is under way.
func (a *App) asks(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	a.awaited++
	return func() tea.Msg { return settled{cmd()} }
}

// answered takes an answer; several commands at once are left to the runtime.
func (a *App) answered(s settled) tea.Cmd {
	a.awaited--
	if v := reflect.ValueOf(s.msg); v.IsValid() && v.Kind() == reflect.Slice {
		return func() tea.Msg { return s.msg }
	}
	if s.msg == nil {
		return nil
	}
	return a.update(s.msg)
}

// ahead says whether a screen is still coming, or what somebody wants to choose.
func (a *App) ahead() bool {
	if a.awaited > 0 || len(a.held) > 0 && a.looking() {
		return true
	}
	l, ok := a.top().(nav.Loader)
	return ok && a.overlay == nil && l.Loading()
}

// hold keeps what was typed ahead; false where it can be taken at once. Leaving
// at once is never held.
func (a *App) hold(msg tea.Msg) bool {
	key, _ := msg.(tea.KeyPressMsg)
	if chooses := key.String() == "enter" && a.looking(); key.String() == "ctrl+c" || !a.ahead() && !chooses {
		return false
	}
	if len(a.held) < mostAhead {
		a.held = append(a.held, msg)
	}
	return true
}

// missed drops what was typed for a screen that does not come.
func (a *App) missed() { a.held = nil }

// release gives what was typed ahead to the screen that is there by now.
func (a *App) release() tea.Cmd {
	var cmds []tea.Cmd
	for len(a.held) > 0 && !a.ahead() {
		msg := a.held[0]
		a.held = a.held[1:]
		cmds = append(cmds, a.update(msg))
	}
	return tea.Batch(cmds...)
}
