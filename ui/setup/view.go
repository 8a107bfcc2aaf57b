package setup

import (
	"strings"

	"leermoment/internal/lang"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// introLines is the room above the form.
const introLines = 2

// names are the screens, by the key of their title.
var names = [steps]string{"organisation", "staff", "ways"}

// Title implements nav.Screen.
func (s *Screen) Title() string {
	sp := s.c.Speaker
	title := sp.T("setup." + names[s.at] + "-title")
	if s.at == 0 {
		title = sp.T("setup.title")
	}
	return sp.T("setup.steps", lang.Args{"Title": title, "I": s.at + 1, "Of": steps})
}

// Typing implements nav.Screen.
func (s *Screen) Typing() bool { return true }

// Notice implements nav.Screen.
func (s *Screen) Notice() string {
	switch {
	case s.notice != "":
		return s.notice
	case s.at == 0 && s.now().Value("start") == startDemo:
		return s.c.Speaker.T("setup.demo-after")
	case s.now().AtEnd():
		return s.c.Speaker.T("action-screen.at-end")
	}
	return ""
}

// Keys implements nav.Screen.
func (s *Screen) Keys() []nav.Key {
	sp := s.c.Speaker
	on := "setup.next"
	if s.at == steps-1 {
		on = "key.record"
	}
	keys := []nav.Key{{Press: "ctrl+s", Label: sp.T(on), Short: true}, {Press: "tab", Label: sp.T("key.next-field"), Short: true}}
	if s.at > 0 {
		keys = append(keys, nav.Key{Press: "esc", Label: sp.T("key.back"), Short: true})
	}
	return append(keys, nav.Key{Press: "ctrl+c", Label: sp.T("key.quit"), Short: true})
}

// Body implements nav.Screen.
func (s *Screen) Body(size nav.Size) string {
	lines := kit.Wrap(s.c.Speaker.T("setup.intro-"+names[s.at]), size.W-2)
	intro := kit.FillBlock(" "+strings.Join(lines, "\n "), size.W, introLines)
	return intro + "\n" + s.now().View(size.W, size.H-introLines)
}

// Cursor implements nav.Cursored.
func (s *Screen) Cursor(size nav.Size) (x, y int, ok bool) {
	s.now().View(size.W, size.H-introLines)
	x, y, ok = s.now().Cursor()
	return x, y + introLines, ok
}
