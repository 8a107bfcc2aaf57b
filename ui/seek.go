package ui

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/kit"
)

// The palette reaches every complaint and reads only the newest when it opens:
// what is typed is asked of the store too, where there are more.

// mostHeld is how many complaints the palette holds, mostFound how many it shows
// besides for what is typed.
const (
	mostHeld  = 100
	mostFound = 50
)

// seeking is what is asked for a menu: one question at a time, since who types on
// before the answer is there wants the last one only.
type seeking struct {
	menu  *kit.Menu
	asked string
	under bool // an answer is under way
}

// sought is what the store has for what was typed in a menu.
type sought struct {
	menu *kit.Menu
	text string
	page office.Page
	err  error
}

// searching shows a menu that looks for more complaints than this page has.
func (a *App) searching(page office.Page, title string, items []kit.Item, do func(id string) tea.Cmd) tea.Cmd {
	menu := kit.NewMenu(a.styles, a.c.Speaker, title, items)
	a.overlay, a.chosen, a.seeking = menu, do, seeking{}
	if page.More {
		a.seeking.menu = menu
	}
	return nil
}

// seek asks for what is typed.
func (a *App) seek() tea.Cmd {
	s := &a.seeking
	if s.menu == nil || a.overlay != kit.Overlay(s.menu) || s.under || s.menu.Typed() == s.asked {
		return nil
	}
	s.asked = s.menu.Typed()
	if strings.TrimSpace(s.asked) == "" {
		s.menu.SetFound(s.asked, nil)
		return nil
	}
	s.under = true
	o, viewer, menu, text := a.c.Office, a.c.Viewer, s.menu, s.asked
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		page, err := o.List(ctx, viewer, office.Query{View: office.All, Search: text, Limit: mostFound})
		return sought{menu, text, page, err}
	}
}

// found shows what came back; that of another menu, or of what is no longer
// typed, is dropped.
func (a *App) found(f sought) tea.Cmd {
	if f.menu != a.seeking.menu {
		return nil
	}
	a.seeking.under = false
	if f.err != nil {
		a.said = a.c.Speaker.Why(f.err, "app.failed")
		return nil
	}
	if f.text == f.menu.Typed() {
		var items []kit.Item
		for _, l := range f.page.Lines {
			items = append(items, a.complaint(l))
		}
		f.menu.SetFound(f.text, items)
	}
	return a.seek()
}

// looking says whether what somebody types is still being looked for.
func (a *App) looking() bool {
	return a.seeking.under && a.overlay != nil && a.overlay == kit.Overlay(a.seeking.menu)
}

// complaint is one as the palette shows it.
func (a *App) complaint(l office.Line) kit.Item {
	return kit.Item{ID: l.Number, Label: a.c.Speaker.T("app.place", lang.Args{"Number": l.Number, "Name": l.Complainant}), Detail: l.Subject}
}
