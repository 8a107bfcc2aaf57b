package ui

import (
	"cmp"
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/kit"
)

// coming is what waits for the viewer himself, as it was read last.
type coming struct {
	got     office.Coming
	told    time.Time // until when the viewer knows what became too late; zero at first
	reading bool
	again   bool // something changed meanwhile
}

// came is an answer.
type came struct {
	viewer string
	got    office.Coming
	err    error
}

// comes reads what waits for the viewer, one question at a time.
func (a *App) comes() tea.Cmd {
	if a.c.Viewer.ID == "" {
		return nil
	}
	if a.coming.reading {
		a.coming.again = true
		return nil
	}
	a.coming.reading, a.coming.again = true, false
	o, v, since := a.c.Office, a.c.Viewer, a.coming.told
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		got, err := o.Coming(ctx, v, since)
		return came{v.ID, got, err}
	}
}

// comesDue reads it again where time alone made it another: something became
// too late, or a minute went by and the rest of a term reads differently.
func (a *App) comesDue() tea.Cmd {
	now, was := a.c.Office.Now(), a.coming.got
	turned := !was.Turns.IsZero() && now.After(was.Turns)
	if !turned && now.Truncate(time.Minute).Equal(was.Now.Truncate(time.Minute)) {
		return nil
	}
	return a.comes()
}

// take shows what waits, and rings for what became too late meanwhile.
func (a *App) take(c came) tea.Cmd {
	a.coming.reading = false
	if c.viewer != a.c.Viewer.ID {
		return a.comes()
	}
	var rings tea.Cmd
	if c.err == nil {
		rings = a.ring(c.got)
		a.coming.got = c.got
		if a.coming.told.IsZero() || !a.quiet(c.got.Now) { // what becomes too late at night is told in the morning
			a.coming.told = c.got.Now
		}
	}
	if a.coming.again {
		return tea.Batch(rings, a.comes())
	}
	return rings
}

// ring sounds once for all that became too late, as the viewer likes it.
func (a *App) ring(c office.Coming) tea.Cmd {
	likes := cmp.Or(a.c.Preferences["attention"], "notify")
	if len(c.Late) == 0 || likes == "off" || a.quiet(c.Now) {
		return nil
	}
	sound := bell
	if likes == "notify" {
		first := c.Late[0]
		sound += ansi.Notify(lang.Plain(a.c.Speaker.N("coming.notify", len(c.Late), lang.Args{"Title": a.duty(first), "Number": first.Number})))
	}
	return tea.Raw(sound)
}

// bell is the sign at which a terminal rings.
const bell = "\a"

// The night begins and ends at these hours, in the organisation's zone.
const (
	nightFrom  = 22
	nightUntil = 7
)

// quiet says whether it is night, unless the viewer likes it as by day.
func (a *App) quiet(at time.Time) bool {
	hour := at.In(a.c.Office.Zone()).Hour()
	return (hour >= nightFrom || hour < nightUntil) && a.c.Preferences["night"] != "as-day"
}

// duty is what has to be done, without anything personal: it may be read on a
// screen that is locked.
func (a *App) duty(d office.OwnDuty) string {
	if d.Measure {
		return a.c.Speaker.T("coming.measure")
	}
	return d.Title.In(string(a.c.Speaker.Language()))
}

// The forms in which what is next is told, from the longest to the shortest.
func forms() []string { return []string{"", "-short", "-bare", "-number"} }

// next says in at most room cells what the viewer has to do first and when; ""
// where there is nothing, or no room.
func (a *App) next(room int, forms ...string) string {
	d := a.coming.got.First
	if d.Number == "" {
		return ""
	}
	sp, now := a.c.Speaker, a.coming.got.Now
	key, kind, at := "coming.first", "coming.before", a.end(d.DueAt)
	if a.wholeDay(d.DueAt) {
		kind = "coming.by"
	}
	when := sp.T(kind, lang.Args{"At": at})
	if d.DueAt.Before(now) {
		key, at, when = "coming.late", sp.Left(d.DueAt, now), sp.Left(d.DueAt, now)
	}
	for _, form := range forms {
		text := lang.Plain(sp.T(key+form, lang.Args{"Title": a.duty(d), "Number": d.Number, "When": when, "At": at}))
		if kit.Width(text) <= room {
			return text
		}
	}
	return ""
}

// wholeDay says whether a term ends with a day, all of which counts.
func (a *App) wholeDay(due time.Time) bool {
	due = due.In(a.c.Office.Zone())
	return due.Hour() == 23 && due.Minute() == 59
}

// end is the moment, or the day, at which a term ends, seen from now.
func (a *App) end(due time.Time) string {
	sp, o, now := a.c.Speaker, a.c.Office, a.coming.got.Now
	day, today, whole := o.Day(due), o.Day(now), a.wholeDay(due)
	switch {
	case !whole && day == today:
		return sp.Clock(due)
	case !whole:
		return sp.When(due, now)
	case day == today:
		return sp.T("word.today")
	case day == today.AddDays(1):
		return sp.T("word.tomorrow")
	case day.Year != today.Year:
		return sp.Day(due)
	}
	return sp.ShortDay(due)
}

// nextStyle is that of what is next: what is too late stands out.
func (a *App) nextStyle() lipgloss.Style {
	if d := a.coming.got.First; d.DueAt.Before(a.coming.got.Now) {
		return a.styles.Warn
	}
	return a.styles.Muted
}

// between is the room that is kept free at both sides of what comes next.
const between = 2

// header says where one is, who one is, and what is next where there is room;
// the organisation too, where all of that can be told.
func (a *App) header(title string) (line string, told bool) {
	w := a.size.W
	left := " " + kit.Fit(title, max(10, w*3/5))
	room := func(who string) int { return w - kit.Width(left) - kit.Width(who) - 1 - 2*between }
	who := a.who("frame.who-wide")
	next := a.next(room(who), "")
	if w < roomyWidth || next == "" && a.coming.got.First.Number != "" {
		who = a.who("frame.who")
		next = a.next(room(who), forms()...)
	}
	right := ""
	if who != "" {
		right = a.styles.Muted.Render(who + " ")
	}
	if next != "" {
		right = a.nextStyle().Render(next) + strings.Repeat(" ", between) + right
	}
	return kit.Columns(a.styles.Title.Render(left), right, w), next != ""
}
