package ui

import (
	"errors"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/preferences"
	"leermoment/ui/setup"
	"leermoment/ui/theme"
)

// Update implements tea.Model.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		if a.hold(msg) {
			return a, nil
		}
	}
	cmd := a.update(msg)
	return a, tea.Batch(cmd, a.release())
}

func (a *App) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.size = nav.Size{W: msg.Width, H: msg.Height}
		return a.pass(msg)
	case tea.BackgroundColorMsg:
		if !a.looksAround() {
			return nil
		}
		return a.restyle(theme.New(msg.IsDark()))
	case beat:
		return tea.Batch(a.look(), a.beat(), a.passAll(nav.Aged{}))
	case version:
		return a.changed(msg)
	case entered:
		a.c.Org, a.c.Viewer, a.stack = msg.org, msg.viewer, nil
		if msg.prefer != nil {
			a.follow(msg.prefer)
		}
		cmd := a.start()
		a.said = msg.said
		return cmd
	case settled:
		return a.answered(msg)
	case Leave:
		return a.quit()
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.MouseMsg:
		return a.mouse(msg)
	case tea.PasteMsg:
		if a.overlay != nil {
			return a.inOverlay(msg)
		}
		return a.pass(msg)
	}
	if cmd, ok := a.asked(msg); ok {
		return cmd
	}
	return a.passAll(msg)
}

func (a *App) changed(v version) tea.Cmd {
	if v.err != nil {
		return a.inTrouble(v.err)
	}
	a.trouble = ""
	if v.n == a.version {
		return nil
	}
	first := a.version == 0
	a.version = v.n
	if first {
		return nil
	}
	return a.passAll(nav.Changed{})
}

// inTrouble says once what is wrong with the file, also to who types nothing.
func (a *App) inTrouble(err error) tea.Cmd {
	var t *office.Trouble
	text := a.c.Speaker.Why(err, "app.failed")
	if !errors.As(err, &t) || text == a.trouble {
		return nil
	}
	a.trouble = text
	return nav.To(nav.Say{Text: text})
}

func (a *App) restyle(s theme.Styles) tea.Cmd {
	a.styles = s
	if a.overlay != nil {
		a.overlay.Restyle(s)
	}
	return a.passAll(nav.Themed{Styles: s})
}

// asked does what a screen asks of the root.
func (a *App) asked(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case nav.Open:
		return a.push(a.dossier(msg.Subject)), true
	case nav.Inbox:
		return a.push(a.dossier(inboxPlace)), true
	case nav.Experts:
		return a.push(a.dossier(expertsPlace)), true
	case nav.Agenda:
		return a.push(a.dossier(agendaPlace)), true
	case nav.Letters:
		return a.push(a.dossier(lettersPlace)), true
	case nav.Supervision:
		return a.push(a.dossier(supervisionPlace)), true
	case nav.Measures:
		return a.push(a.dossier(measuresPlace)), true
	case nav.History:
		return a.push(a.dossier(historyPlace)), true
	case nav.Pick:
		return a.pick(msg), true
	case nav.NewComplaint:
		return a.push(a.intake(msg.Draft)), true
	case nav.Act:
		return a.push(a.action(msg)), true
	case nav.Choose:
		return a.choose(msg), true
	case nav.Actions:
		return a.asks(a.offerActions(msg.Subject)), true
	case offered:
		return a.showActions(msg), true
	case places:
		return a.showPlaces(msg), true
	case preferences.Preferred:
		return a.preferred(msg.Preferences), true
	case setup.Founded:
		return a.founded(msg.Login), true
	case nav.Read:
		a.overlay, a.chosen = kit.NewPager(a.styles, a.c.Speaker, msg.Title, msg.Text), nil
		return nil, true
	case nav.Back:
		if l, ok := a.top().(nav.Loader); ok && l.Loading() {
			a.missed()
		}
		return a.pop(), true
	case nav.Done:
		return a.done(msg), true
	case nav.Say:
		a.missed() // what is said now is to be read first
		a.said = msg.Text
		return nil, true
	case nav.Copy:
		a.said = a.c.Speaker.T("app.copied", lang.Args{"Text": msg.Text})
		return tea.SetClipboard(lang.PlainLines(msg.Text)), true
	}
	return nil, false
}

// done leaves a form that was recorded and shows its dossier.
func (a *App) done(d nav.Done) tea.Cmd {
	a.stack = a.stack[:max(1, len(a.stack)-1)]
	cmds := []tea.Cmd{a.passAll(nav.Changed{})}
	if d.Subject != "" {
		cmds = append(cmds, a.push(a.dossier(d.Subject)))
	}
	a.said = d.Text
	return tea.Batch(cmds...)
}

// pass gives a message to the top screen.
func (a *App) pass(msg tea.Msg) tea.Cmd {
	if len(a.stack) == 0 {
		return nil
	}
	i := len(a.stack) - 1
	var cmd tea.Cmd
	a.stack[i], cmd = a.stack[i].Update(msg)
	return cmd
}

// passAll gives a message to every screen: answers find their own screen, and
// what lies below keeps up.
func (a *App) passAll(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for i := range a.stack {
		s, cmd := a.stack[i].Update(msg)
		a.stack[i] = s
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}

func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "ctrl+c" {
		return a.quit()
	}
	if a.overlay != nil {
		return a.inOverlay(msg)
	}
	s := a.top()
	if s == nil {
		return nil
	}
	a.said = ""
	switch key := msg.String(); {
	case key == "f1", key == "?" && !s.Typing():
		return a.help(s)
	case key == "ctrl+p", key == ":" && !s.Typing():
		return a.asks(a.palette())
	case key == "q" && !s.Typing():
		return a.pop()
	}
	typing := s.Typing()
	cmd := a.pass(msg)
	if typing || moves[msg.String()] {
		return cmd
	}
	return a.asks(cmd)
}

func (a *App) inOverlay(msg tea.Msg) tea.Cmd {
	result, done := a.overlay.Update(msg)
	if !done {
		return nil
	}
	do := a.chosen
	a.overlay, a.chosen = nil, nil
	if do == nil {
		return nil
	}
	return a.asks(do(result.ID))
}

func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	if a.overlay != nil || len(a.stack) == 0 {
		return nil
	}
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		m.Y -= headerLines
		return a.pass(m)
	case tea.MouseWheelMsg:
		m.Y -= headerLines
		return a.pass(m)
	}
	return nil
}

// help lists the keys; the one that is chosen is pressed.
func (a *App) help(s nav.Screen) tea.Cmd {
	sp := a.c.Speaker
	var items []kit.Item
	add := func(section string, keys ...nav.Key) {
		for _, k := range keys {
			items = append(items, kit.Item{ID: k.Press, Label: k.Label, Hint: k.Press, Detail: section})
		}
	}
	add(sp.T("app.keys"), s.Keys()...)
	add(sp.T("app.keys-list"), nav.Key{Press: "↑ ↓ j k", Label: sp.T("key.move")}, nav.Key{Press: "pgup pgdn", Label: sp.T("key.page")},
		nav.Key{Press: "g G", Label: sp.T("key.ends")})
	add(sp.T("app.keys-everywhere"), nav.Key{Press: "ctrl+p", Label: sp.T("key.palette")}, nav.Key{Press: "?", Label: sp.T("key.help")},
		nav.Key{Press: "esc", Label: sp.T("key.back")}, nav.Key{Press: "q", Label: sp.T("key.quit")}, nav.Key{Press: "ctrl+c", Label: sp.T("key.leave")})
	return a.menu(sp.T("app.keys"), items, func(press string) tea.Cmd {
		key, ok := keyOf(press)
		if !ok {
			return nil
		}
		return nav.To(key)
	})
}

// keyOf is the first of the keys that people read as press.
func keyOf(press string) (key tea.KeyPressMsg, ok bool) {
	name, _, _ := strings.Cut(press, " ")
	if rest, found := strings.CutPrefix(name, "ctrl+"); found {
		key.Mod, name = tea.ModCtrl, rest
	} else if rest, found := strings.CutPrefix(name, "shift+"); found {
		key.Mod, name = tea.ModShift, rest
	}
	named := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "pgup": tea.KeyPgUp, "pgdn": tea.KeyPgDown,
		"↑": tea.KeyUp, "↓": tea.KeyDown, "←": tea.KeyLeft, "→": tea.KeyRight, "F1": tea.KeyF1}
	if code, found := named[name]; found {
		key.Code = code
		return key, true
	}
	letter, size := utf8.DecodeRuneInString(name)
	if size == 0 || size < len(name) {
		return key, false
	}
	key.Code = letter
	if key.Mod == 0 {
		key.Text = name
	}
	return key, true
}
