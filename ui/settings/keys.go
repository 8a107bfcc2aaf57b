package settings

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.ask != nil:
		return s.answer(msg)
	case s.form != nil:
		return s.fill(msg)
	}
	s.said = ""
	if s.part() != procedurePart {
		if remember, taken := s.c.Find(s.table(), listName(s.part()), msg); taken {
			return remember
		}
	}
	switch msg.String() {
	case "esc":
		return nav.To(nav.Back{})
	case "r":
		return s.read()
	case "tab":
		s.tabs.Turn(1)
		return nil
	case "shift+tab":
		s.tabs.Turn(-1)
		return nil
	}
	if s.loaded && s.acts(msg) {
		return s.act(msg.String())
	}
	if !s.tabs.Update(msg) {
		if s.part() == procedurePart {
			s.pane.Update(msg)
		} else {
			s.table().Update(msg)
		}
	}
	return nil
}

// acts says whether a key does something on this part.
func (s *Screen) acts(msg tea.KeyPressMsg) bool {
	for _, k := range s.partKeys() {
		if k.Press == msg.String() {
			return true
		}
	}
	return false
}

// act does what a key of the part does. Who may not change anything is told so.
func (s *Screen) act(key string) tea.Cmd {
	id, selected := "", true
	if s.part() != procedurePart {
		id, selected = s.table().Selected()
	}
	if key == "enter" && s.part() == procedurePart {
		return s.readProcedure()
	}
	if key == "enter" && s.part() == numbersPart && selected {
		return s.readNumber(id)
	}
	if key == "c" {
		s.askCheck()
		return nil
	}
	if !s.is.May {
		s.said = s.c.Speaker.T("settings.director-only")
		return nil
	}
	if !selected && key != "n" {
		return nil
	}
	switch s.part() {
	case organisationPart:
		return s.actOrganisation(key, id)
	case numbersPart:
		s.askNumber(id)
		return nil
	case procedurePart:
		s.askUse()
		return nil
	}
	return s.actItem(key, id)
}

func (s *Screen) actOrganisation(key, id string) tea.Cmd {
	switch {
	case key == "n":
		s.askClosing()
	case key == "x":
		s.askOpen(id)
	case strings.HasPrefix(id, closingRow):
		s.askHolidays()
	default:
		s.askDetails(id)
	}
	return nil
}

// partKeys are the keys of the part that is looked at.
func (s *Screen) partKeys() []nav.Key {
	sp := s.c.Speaker
	key := func(press, label string) nav.Key { return nav.Key{Press: press, Label: sp.T(label), Short: true} }
	switch s.part() {
	case organisationPart:
		return []nav.Key{key("enter", "settings.key-change"), key("n", "settings.key-closing"), key("x", "settings.key-remove")}
	case numbersPart:
		return []nav.Key{key("enter", "key.read"), key("w", "settings.key-change")}
	case procedurePart:
		return []nav.Key{key("enter", "key.read"), key("c", "settings.key-check"), key("u", "settings.key-use")}
	}
	return []nav.Key{key("enter", "settings.key-name"), key("n", "settings.key-add"), key("m", "settings.key-merge"), key("x", "settings.key-retire"),
		{Press: "t", Label: sp.T("settings.key-restore")}}
}

// Keys implements nav.Screen.
func (s *Screen) Keys() []nav.Key {
	sp := s.c.Speaker
	switch {
	case s.ask != nil:
		return nil // the question says them
	case s.form != nil:
		return []nav.Key{{Press: "ctrl+s", Label: sp.T("key.record"), Short: true}, {Press: "tab", Label: sp.T("key.next-field"), Short: true},
			{Press: "esc", Label: sp.T("key.back"), Short: true}}
	}
	if s.Typing() {
		return s.c.TypingKeys()
	}
	keys := append(s.partKeys(), nav.Key{Press: "tab", Label: sp.T("settings.key-parts")})
	if s.part() != procedurePart {
		keys = append(keys, s.c.FindKeys(false)...)
	}
	return append(keys,
		nav.Key{Press: "esc", Label: sp.T("key.back"), Short: true}, nav.Key{Press: "r", Label: sp.T("key.reload")})
}

// answer takes the answer to what is about to happen.
func (s *Screen) answer(msg tea.KeyPressMsg) tea.Cmd {
	result, done := s.ask.Update(msg)
	if !done {
		return nil
	}
	agreed := s.agreed
	s.ask, s.agreed = nil, nil
	if result.Outcome != kit.Agreed {
		return nil
	}
	return agreed()
}
