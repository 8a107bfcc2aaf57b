package history

import (
	"cmp"
	"strings"

	"leermoment/internal/lang"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// headLines is how many lines stand above the table.
const headLines = 2

// Title implements nav.Screen.
func (s *Screen) Title() string { return s.c.Speaker.T("happened.title") }

// Typing implements nav.Screen.
func (s *Screen) Typing() bool { return s.table.Typing() }

// Position is where the cursor stands in the list.
func (s *Screen) Position() string { return s.table.Position() }

// Notice implements nav.Screen: what is searched for and how it is sorted, else
// what the cursor stands on.
func (s *Screen) Notice() string {
	if first := cmp.Or(s.failed, s.table.News()); first != "" {
		return first
	}
	sp := s.c.Speaker
	h, ok := s.selected()
	if !ok || h.Subject == "" {
		return s.table.Found()
	}
	return sp.T("happened.notice", lang.Args{"Number": h.Stream, "Name": h.Complainant, "Subject": h.Subject})
}

// Body implements nav.Screen.
func (s *Screen) Body(size nav.Size) string {
	return strings.Join([]string{s.head(size.W), s.c.Styles.Border.Render(kit.Rule(size.W)), s.table.View(size.W, size.H-headLines)}, "\n")
}

// head says which month, whose doing and what kind is shown.
func (s *Screen) head(w int) string {
	if !s.loaded {
		return ""
	}
	sp := s.c.Speaker
	who, what := sp.T("happened.everybody"), sp.T("happened.everything")
	for _, p := range s.got.Staff {
		if p.Login == s.by {
			who = p.Name
		}
	}
	if s.kind != "" {
		what = sp.T("event." + s.kind)
	}
	text := sp.T("happened.head", lang.Args{"Month": sp.Month(s.month.Year, s.month.Month), "Who": who, "What": what})
	return " " + s.c.Styles.Title.Render(kit.Fit(text, w-2))
}

// Keys implements nav.Screen.
func (s *Screen) Keys() []nav.Key {
	sp := s.c.Speaker
	if s.Typing() {
		return s.c.TypingKeys()
	}
	find := s.c.FindKeys(true)
	return []nav.Key{
		{Press: "enter", Label: sp.T("key.open"), Short: true}, {Press: "← →", Label: sp.T("supervision.month"), Short: true},
		{Press: "w", Label: sp.T("happened.key-who"), Short: true}, {Press: "s", Label: sp.T("happened.key-kind"), Short: true},
		find[0], find[1], find[2], {Press: "y", Label: sp.T("key.copy")}, {Press: "r", Label: sp.T("key.reload")},
		{Press: "esc", Label: sp.T("key.back")},
	}
}
