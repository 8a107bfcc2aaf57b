// Package desk is what a screen is given to work with, and the lists on it: how
// they are searched and sorted, and that each is found again as somebody left it.
//
// It may import kit, theme, nav, lang, office.
package desk

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/theme"
)

// timeout is how long reading may take, and remembering.
const timeout = 10 * time.Second

// Config is what a screen needs.
type Config struct {
	Office  *office.Office
	Viewer  office.Viewer
	Speaker *lang.Speaker
	Styles  theme.Styles
}

// sorted stands before the name of a list among the habits.
const sorted = "sorted."

// Orders are how the viewer left his lists sorted, by their names; it reads them,
// and so belongs in a command.
func (c Config) Orders(ctx context.Context) (Orders, error) {
	habits, err := c.Office.Habits(ctx, c.Viewer)
	return Orders(habits), err
}

// Orders are how somebody's lists are sorted.
type Orders office.Habits

// Of is the order of one list, "" where it is as it comes.
func (o Orders) Of(list string) string { return o[sorted+list] }

// Keep sets the order of one list.
func (o Orders) Keep(list, order string) { o[sorted+list] = order }

// Find gives a message to a list, which searches or sorts, and says whether it
// was taken. A new order is remembered by the name of the list.
func (c Config) Find(t *kit.Table, list string, msg tea.Msg) (remember tea.Cmd, taken bool) {
	before := t.Order()
	taken = t.Find(msg)
	if order := t.Order(); order != before {
		remember = c.remember(list, order)
	}
	return remember, taken
}

func (c Config) remember(list, order string) tea.Cmd {
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		if err := c.Office.Remember(ctx, c.Viewer, sorted+list, order); err != nil {
			return nav.Say{Text: c.Speaker.Why(err, "lists.not-remembered")}
		}
		return nil
	}
}

// FindKeys are the keys with which a list is searched and sorted; short says
// that the first stands on the bottom line.
func (c Config) FindKeys(short bool) []nav.Key {
	return []nav.Key{{Press: "/", Label: c.Speaker.T("key.search"), Short: short}, {Press: ">", Label: c.Speaker.T("key.sort")},
		{Press: "<", Label: c.Speaker.T("key.reverse")}}
}

// TypingKeys are the keys while one types what to search for.
func (c Config) TypingKeys() []nav.Key {
	return []nav.Key{{Press: "enter", Label: c.Speaker.T("key.keep"), Short: true}, {Press: "esc", Label: c.Speaker.T("key.clear"), Short: true},
		{Press: "↑ ↓", Label: c.Speaker.T("key.move")}}
}
