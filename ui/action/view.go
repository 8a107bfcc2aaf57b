package action

import (
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// Title implements nav.Screen.
func (s *Screen) Title() string {
	sp := s.c.Speaker
	if s.c.Subject == "" {
		return sp.T("intake.title")
	}
	if s.c.Subject == office.Itself {
		return sp.T("action." + s.c.Action)
	}
	return sp.T("action-screen.title", lang.Args{"Subject": s.c.Subject, "Action": sp.T("action." + s.c.Action)})
}

// Typing implements nav.Screen.
func (s *Screen) Typing() bool { return s.form != nil && s.ask == nil }

// Keys implements nav.Screen.
func (s *Screen) Keys() []nav.Key {
	sp := s.c.Speaker
	keys := []nav.Key{
		{Press: "ctrl+s", Label: sp.T("key.record"), Short: true}, {Press: "tab", Label: sp.T("key.next-field"), Short: true},
		{Press: "esc", Label: sp.T("key.later"), Short: true},
	}
	if len(s.earlier.rows) > 0 {
		keys = append(keys, nav.Key{Press: "F2", Label: sp.T("key.earlier")})
	}
	return append(keys, nav.Key{Press: "ctrl+y", Label: sp.T("key.copy-text")}, nav.Key{Press: "ctrl+x", Label: sp.T("key.discard")})
}

// Notice implements nav.Screen.
func (s *Screen) Notice() string {
	sp := s.c.Speaker
	switch {
	case s.notice != "":
		return s.notice
	case s.form != nil && s.form.AtEnd():
		return sp.T("action-screen.at-end")
	case !s.saved.IsZero() && s.form != nil && s.form.Dirty():
		return sp.T("action-screen.draft-saved", lang.Args{"At": sp.When(s.saved, s.c.Office.Now())})
	case len(s.got.Busy) > 0:
		b := s.got.Busy[0]
		return sp.T("action-screen.busy", lang.Args{"Name": b.Person, "Ago": sp.Ago(b.At, s.c.Office.Now())})
	}
	return ""
}

// follows says what happens after the action, before it is taken.
func (s *Screen) follows() string {
	return s.c.Speaker.T("after." + string(s.got.Offer.Spec.ID))
}

// Body implements nav.Screen: the form, and below it what follows.
func (s *Screen) Body(size nav.Size) string {
	if s.form == nil {
		return ""
	}
	form := kit.FillBlock(s.form.View(size.W, s.formHeight(size)), size.W, s.formHeight(size))
	body := form + "\n" + s.c.Styles.Border.Render(kit.Rule(size.W)) + "\n " + s.c.Styles.Text.Render(kit.Fit(s.follows(), size.W-2))
	if s.ask != nil {
		return kit.Place(body, s.ask.View(size.W-4, size.H-2), size.W, size.H)
	}
	return body
}

// formHeight leaves room for a line and what follows below the form.
func (s *Screen) formHeight(size nav.Size) int { return max(1, size.H-2) }

// Cursor implements nav.Cursored.
func (s *Screen) Cursor(size nav.Size) (x, y int, ok bool) {
	if s.form == nil || s.ask != nil {
		return 0, 0, false
	}
	s.form.View(size.W, s.formHeight(size))
	return s.form.Cursor()
}
