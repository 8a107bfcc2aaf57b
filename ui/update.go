package ui

import (
	"cmp"
	"errors"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/dossier"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/preferences"
	"leermoment/ui/settings"
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
	case tea.BackgroundColorMsg, tea.ColorProfileMsg, tea.EnvMsg:
		return a.sees(msg)
	case beat:
		return tea.Batch(a.look(), a.beat(), a.passAll(nav.Aged{}), a.comesDue())
	case came:
		return a.take(msg)
	case nav.Changed:
		return tea.Batch(a.passAll(msg), a.comes())
	case version:
		return a.changed(msg)
	case entered:
		a.c.Org, a.c.Viewer, a.stack = msg.org, msg.viewer, nil
		if msg.speaker != nil {
			a.c.Speaker = msg.speaker
		}
		if msg.prefer != nil {
			a.follow(msg.prefer)
			if a.lines = msg.prefer[office.Way] == office.ByLines && !a.c.Chosen; a.lines {
				return tea.Quit
			}
		}
		a.coming = coming{reading: a.coming.reading, again: a.coming.again} // another one's
		cmd := tea.Batch(a.start(), a.comes())
		a.said = cmp.Or(msg.said, a.keysWrong())
		return cmd
	case settled:
		return a.answered(msg)
	case Leave:
		return a.quit()
	case tea.KeyPressMsg:
		return a.press(msg)
	case chosenKey:
		return a.does(tea.KeyPressMsg(msg))
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
	if msg, ok := msg.(sought); ok {
		return a.found(msg)
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
	return tea.Batch(a.passAll(nav.Changed{ByOthers: true}), a.comes())
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
	case settings.Described:
		return a.described(), true
	case redescribed:
		return a.redescribed(msg), true
	case setup.Demo:
		return a.lookAround(), true
	case lookedAround:
		return a.lookedAround(msg), true
	case setup.Founded:
		return a.founded(msg.Login), true
	case nav.Read:
		a.read(msg)
		return nil, true
	case nav.Print:
		return a.asks(a.print(msg)), true
	case printed:
		return a.showPrinted(msg), true
	case nav.Ask:
		a.overlay, a.chosen = kit.NewConfirm(a.styles, a.c.Speaker, msg.Question, msg.Follows), func(id string) tea.Cmd {
			if id != agreed {
				return nil
			}
			return nav.To(msg.Yes)
		}
		return nil, true
	case nav.Back:
		if l, ok := a.top().(nav.Loader); ok && l.Loading() {
			a.missed()
		}
		if len(a.stack) == 1 { // somebody asked twice, before the first time was done
			return nil, true
		}
		return a.pop(), true
	case nav.Done:
		return a.done(msg), true
	case nav.Say:
		a.missed() // what is said now is to be read first
		a.said = msg.Text
		return nil, true
	case nav.Copy:
		return a.copy(msg.Text), true
	}
	return nil, false
}

// done leaves a form that was recorded and shows its dossier.
func (a *App) done(d nav.Done) tea.Cmd {
	a.stack = a.stack[:max(1, len(a.stack)-1)]
	cmds := []tea.Cmd{a.passAll(nav.Changed{}), a.comes()}
	if d.Subject != "" {
		cmds = append(cmds, a.push(a.dossier(d.Subject)))
	}
	a.said = d.Text
	if _, there := a.top().(*dossier.Screen); there && d.Undoable {
		a.said = a.c.Speaker.T("undo.recorded", lang.Args{"Said": d.Text})
	}
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
	key, ok := a.meant(msg)
	if !ok {
		return nil
	}
	return a.does(key)
}

// does does what a usual key does.
func (a *App) does(msg tea.KeyPressMsg) tea.Cmd {
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
	case key == "ctrl+t":
		return a.showCopied()
	}
	typing := s.Typing()
	cmd := a.pass(msg)
	if typing || moves[msg.String()] {
		return cmd
	}
	return a.asks(cmd)
}

// agreed is what a question gives as the choice where it is answered with yes.
const agreed = "yes"

func (a *App) inOverlay(msg tea.Msg) tea.Cmd {
	result, done := a.overlay.Update(msg)
	if !done {
		return a.seek()
	}
	if result.Outcome == kit.Agreed {
		result.ID = agreed
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
