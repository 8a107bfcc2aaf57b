package ui

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// The frame around a screen: two lines above it, three below.
const (
	headerLines = 2
	footerLines = 3
	minWidth    = 60
	minHeight   = 16
	roomyWidth  = 100 // the header has room for the organisation too
)

// positioned is a screen with a place in a list.
type positioned interface{ Position() string }

// View implements tea.Model.
func (a *App) View() tea.View {
	v := tea.NewView(a.draw())
	v.AltScreen = true
	if _, bare := a.overlay.(*sheet); !bare && a.c.Preferences["mouse"] != "off" { // off leaves it to the terminal, to select text with
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = "Leermoment"
	if a.c.Org.Name != "" {
		v.WindowTitle += " · " + kit.Fit(lang.Plain(a.c.Org.Name), minWidth)
	}
	if x, y, ok := a.cursor(); ok {
		v.Cursor = tea.NewCursor(x, y)
	}
	return v
}

func (a *App) room() nav.Size {
	return nav.Size{W: a.size.W, H: a.size.H - headerLines - footerLines}
}

func (a *App) draw() string {
	switch {
	case a.size.W == 0 || a.size.H == 0:
		return ""
	case a.size.W < minWidth || a.size.H < minHeight:
		text := a.c.Speaker.T("app.too-small", lang.Args{"W": a.size.W, "H": a.size.H})
		return kit.ClipBlock(strings.Join(kit.Wrap(text, a.size.W), "\n"), a.size.W, a.size.H)
	}
	if s, ok := a.overlay.(*sheet); ok {
		return kit.FillBlock(s.View(a.size.W, a.size.H), a.size.W, a.size.H)
	}
	background := strings.Repeat("\n", a.size.H-1)
	if s := a.top(); s != nil {
		background = a.frame(s)
	}
	if a.overlay == nil {
		return background
	}
	return kit.Place(background, a.overlay.View(a.size.W-4, a.size.H-2), a.size.W, a.size.H)
}

func (a *App) frame(s nav.Screen) string {
	w := a.size.W
	rule := a.styles.Border.Render(kit.Rule(w))
	header, told := a.header(s.Title())
	lines := []string{
		header,
		rule,
		kit.FillBlock(s.Body(a.room()), w, a.room().H),
		a.notice(s, told),
		rule,
		a.footer(s),
	}
	return strings.Join(lines, "\n")
}

// who says who is working here, and in which role: the role alone where that does
// not fit whole into half of the line.
func (a *App) who(key string) string {
	if a.c.Viewer.ID == "" {
		return ""
	}
	m, _ := a.c.Org.Member(a.c.Viewer.ID)
	said := lang.Plain(a.c.Speaker.T(key, lang.Args{"Organisation": a.c.Org.Name, "Name": m.Name, "Role": a.roles(m)}))
	if kit.Width(said) > a.size.W/2 {
		return kit.Fit(a.roles(m), a.size.W/2)
	}
	return said
}

// notice is what the screen says, or the program; what is next stands beside it
// where the header has no room for that.
func (a *App) notice(s nav.Screen, told bool) string {
	w := a.size.W
	said := cmp.Or(a.said, s.Notice())
	line := a.styles.Text.Render(" " + kit.Fit(said, w-2))
	if told || a.said != "" {
		return line
	}
	next := a.next(w-kit.Width(line)-between-1, forms()...)
	if next == "" {
		return line
	}
	return kit.Columns(line, a.nextStyle().Render(next)+" ", w)
}

// footer are the keys that matter now, as many as fit whole; help is always
// among them.
func (a *App) footer(s nav.Screen) string {
	right := ""
	if p, ok := s.(positioned); ok {
		right = p.Position() + " "
	}
	help := a.key(s, a.helpKey(s))
	room := a.size.W - 2 - kit.Width(right) - kit.Width(help)
	line := " "
	for _, k := range s.Keys() {
		if !k.Short {
			continue
		}
		part := a.key(s, k) + "  "
		if room -= kit.Width(part); room < 0 {
			break
		}
		line += part
	}
	return kit.Columns(line+help, a.styles.Muted.Render(right), a.size.W)
}

func (a *App) key(s nav.Screen, k nav.Key) string {
	return a.styles.Accent.Render(kit.Fit(a.c.Keys.Shown(placeOf(s), k.Press), 12)) + " " + a.styles.Muted.Render(kit.Fit(k.Label, 24))
}

func (a *App) helpKey(s nav.Screen) nav.Key {
	press := "?"
	if s.Typing() {
		press = "F1"
	}
	return nav.Key{Press: press, Label: a.c.Speaker.T("key.help"), Short: true}
}

func (a *App) roles(m organisation.Member) string {
	var names []string
	for _, r := range []procedure.Role{procedure.OfficeManager, procedure.ProjectLeader, procedure.Director} {
		for _, has := range m.Roles {
			if has == r {
				names = append(names, a.c.Speaker.T("role."+string(r)))
			}
		}
	}
	return strings.Join(names, ", ")
}

func (a *App) cursor() (x, y int, ok bool) {
	if a.size.W < minWidth || a.size.H < minHeight {
		return 0, 0, false
	}
	if a.overlay != nil {
		t, typed := a.overlay.(kit.Typed)
		if !typed {
			return 0, 0, false
		}
		w, h := a.size.W-4, a.size.H-2
		x, y, ok = t.Cursor(w, h)
		left, top := kit.Origin(a.overlay.View(w, h), a.size.W, a.size.H)
		return x + left, y + top, ok
	}
	s, cursored := a.top().(nav.Cursored)
	if !cursored {
		return 0, 0, false
	}
	x, y, ok = s.Cursor(a.room())
	return x, y + headerLines, ok && y < a.room().H
}
