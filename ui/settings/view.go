package settings

import (
	"cmp"
	"strings"

	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// Above the list stand the parts and a rule; below the numbers what they rest on.
const (
	tableTop    = 2
	aboutHeight = 5
)

// Title implements nav.Screen.
func (s *Screen) Title() string {
	if s.form != nil {
		return s.change.title
	}
	return s.c.Speaker.T("settings.title")
}

// Notice implements nav.Screen.
func (s *Screen) Notice() string {
	switch {
	case s.said != "":
		return s.said
	case s.form != nil:
		return s.change.after
	case s.loaded && !s.is.May:
		return cmp.Or(s.table().Found(), s.c.Speaker.T("settings.director-only"))
	}
	return s.table().Found()
}

// Typing implements nav.Screen.
func (s *Screen) Typing() bool { return s.ask == nil && (s.form != nil || s.table().Typing()) }

// Position is where the cursor stands in the list.
func (s *Screen) Position() string {
	switch {
	case s.form != nil:
		return ""
	case s.part() == procedurePart:
		return s.pane.Position()
	}
	return s.table().Position()
}

// Body implements nav.Screen.
func (s *Screen) Body(size nav.Size) string {
	body := s.parts(size)
	if s.form != nil {
		body = kit.FillBlock(s.form.View(size.W, size.H), size.W, size.H)
	}
	if s.ask != nil {
		return kit.Place(body, s.ask.View(size.W-4, size.H-2), size.W, size.H)
	}
	return body
}

func (s *Screen) parts(size nav.Size) string {
	rule := s.c.Styles.Border.Render(kit.Rule(size.W))
	lines, room := []string{s.tabs.View(size.W), rule}, size.H-tableTop
	switch s.part() {
	case procedurePart:
		lines = append(lines, s.pane.View(size.W, room))
	case numbersPart:
		about := min(aboutHeight, room/2)
		lines = append(lines, s.table().View(size.W, room-about-1), rule, s.viewAbout(size.W, about))
	default:
		lines = append(lines, s.table().View(size.W, room))
	}
	return strings.Join(lines, "\n")
}

// viewAbout says in short what the number under the cursor is.
func (s *Screen) viewAbout(width, height int) string {
	id, _ := s.table().Selected()
	n, ok := s.numberOf(id)
	if !ok {
		return kit.FillBlock("", width, height)
	}
	var lines []string
	for i, text := range s.about(n) {
		tone := kit.Muted
		if i == 0 {
			tone = kit.Plain
		}
		for _, line := range kit.Wrap(text, width-2) {
			lines = append(lines, " "+kit.Paint(s.c.Styles, tone, line, width-2))
		}
	}
	return kit.FillBlock(strings.Join(lines, "\n"), width, height)
}

// Cursor implements nav.Cursored.
func (s *Screen) Cursor(size nav.Size) (x, y int, ok bool) {
	if s.form == nil || s.ask != nil {
		return 0, 0, false
	}
	s.form.View(size.W, size.H)
	return s.form.Cursor()
}
