package staff

import (
	"cmp"

	"leermoment/ui/nav"
)

// Title implements nav.Screen.
func (s *Screen) Title() string {
	if s.form != nil {
		return s.change.title
	}
	return s.c.Speaker.T("staff.title")
}

// Notice implements nav.Screen.
func (s *Screen) Notice() string {
	if s.form != nil {
		return s.said
	}
	return cmp.Or(s.said, s.table.Found())
}

// Typing implements nav.Screen.
func (s *Screen) Typing() bool { return s.form != nil || s.table.Typing() }

// Position is where the cursor stands in the list.
func (s *Screen) Position() string {
	if s.form != nil {
		return ""
	}
	return s.table.Position()
}

// Body implements nav.Screen.
func (s *Screen) Body(size nav.Size) string {
	if s.form != nil {
		return s.form.View(size.W, size.H)
	}
	return s.table.View(size.W, size.H)
}

// Cursor implements nav.Cursored.
func (s *Screen) Cursor(size nav.Size) (x, y int, ok bool) {
	if s.form == nil {
		return 0, 0, false
	}
	s.form.View(size.W, size.H)
	return s.form.Cursor()
}

// Keys implements nav.Screen.
func (s *Screen) Keys() []nav.Key {
	sp := s.c.Speaker
	if s.form != nil {
		return []nav.Key{{Press: "ctrl+s", Label: sp.T("key.record"), Short: true}, {Press: "tab", Label: sp.T("key.next-field"), Short: true},
			{Press: "esc", Label: sp.T("key.back"), Short: true}}
	}
	if s.Typing() {
		return s.c.TypingKeys()
	}
	find := s.c.FindKeys(false)
	return []nav.Key{{Press: "n", Label: sp.T("staff.add-short"), Short: true}, {Press: "s", Label: sp.T("staff.key"), Short: true},
		{Press: "e", Label: sp.T("staff.change")}, {Press: "i", Label: sp.T("staff.remove-key")}, {Press: "enter", Label: sp.T("staff.show-keys")}, {Press: "w", Label: sp.T("staff.set-deputy"), Short: true}, {Press: "x", Label: sp.T("staff.disable"), Short: true},
		find[0], find[1], find[2], {Press: "esc", Label: sp.T("key.back"), Short: true}, {Press: "r", Label: sp.T("key.reload")}}
}
