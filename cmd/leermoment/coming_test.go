package main

import (
	"cmp"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui"
	"leermoment/ui/uitest"
)

// watcher is somebody who has the program open while time goes by, and what his
// terminal was sent besides the screen.
type watcher struct {
	*uitest.Driver
	w    *world
	beat func(time.Time) tea.Msg
	sent []string
}

func (w *world) watch(login string, l lang.Language) *watcher {
	w.t.Helper()
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	v := w.viewer(login)
	prefer, err := w.office.Preferences(w.ctx, v)
	if err != nil {
		w.t.Fatal(err)
	}
	x := &watcher{w: w}
	app := ui.New(ui.Config{Office: w.another(), Org: org, Viewer: v, Speaker: lang.New(l, w.zone), Preferences: prefer,
		Tick: func(_ time.Duration, say func(time.Time) tea.Msg) tea.Cmd {
			x.beat = say
			return nil
		}})
	x.Driver = uitest.New(w.t, app, 80, 24, func(msg tea.Msg) bool {
		raw, ok := msg.(tea.RawMsg)
		if ok {
			x.sent = append(x.sent, raw.Msg.(string))
		}
		return ok
	})
	return x
}

// goes lets time go by, and gives what the terminal was sent meanwhile.
func (x *watcher) goes(by time.Duration) []string {
	x.sent = nil
	x.w.now = x.w.now.Add(by)
	x.Send(x.beat(x.w.now))
	return x.sent
}

// Who works here, in which role, and what is next and when stands on the
// screen; it keeps up with time and with what others do.
func TestTheScreenSaysWhoOneIsAndWhatIsNext(t *testing.T) {
	for l, words := range map[lang.Language]struct{ who, next, later, late, wide string }{
		lang.NL: {"Omar Demo · officemanager", "Hierna: 2026-001, morgen 09.40", "Hierna: 2026-001, vóór 09.40", "Eerst: 2026-001, 2 uur te laat",
			"Hierna: Ontvangst bevestigen 2026-001, vóór morgen 09.40"},
		lang.EN: {"Omar Demo · office manager", "2026-001 tomorrow 09:40", "Next: 2026-001, 09:40", "2026-001, 2 hours late",
			"Next: Confirm receipt 2026-001, before tomorrow 09:40"},
	} {
		w := newWorld(t, l)
		om := w.watch("omar", l)
		header := func() string { return om.Lines()[0] }
		om.Contains(t, words.who)
		number := w.record("omar", "Trainer een uur later")
		om.goes(time.Second)
		if !strings.Contains(header(), words.next) {
			t.Errorf("%s: the header says %q, want %q", number, header(), words.next)
		}
		om.Resize(130, 24)
		if !strings.Contains(header(), words.wide) || !strings.Contains(header(), "Opleiders Proef · "+words.who) {
			t.Errorf("wide the header says %q", header())
		}
		om.Resize(80, 24)
		om.goes(20 * time.Hour)
		if !strings.Contains(header(), words.later) {
			t.Errorf("the next day the header says %q, want %q", header(), words.later)
		}
		om.goes(6 * time.Hour)
		if !strings.Contains(header(), words.late) {
			t.Errorf("afterwards the header says %q, want %q", header(), words.late)
		}
	}
}

// Nobody is told of what he may not see, nor rung for what is another's.
func TestWhatIsNextIsOnesOwn(t *testing.T) {
	w := newWorld(t, lang.NL)
	values := ordinary("Over Omar")
	values["person_concerned"] = "staff:omar"
	if _, err := w.office.Record(w.ctx, w.viewer("dirk"), office.Input{Values: values}); err != nil {
		t.Fatal(err)
	}
	om, dir := w.watch("omar", lang.NL), w.watch("dirk", lang.NL)
	if line := om.Lines()[0]; strings.Contains(line, "2026-001") {
		t.Errorf("Omar reads of the complaint about himself: %q", line)
	}
	if line := dir.Lines()[0]; !strings.Contains(line, "Hierna: 2026-001") {
		t.Errorf("the director reads %q", line)
	}
	w.now = w.now.Add(30 * time.Hour)
	if sent := om.goes(0); len(sent) != 0 {
		t.Errorf("Omar is rung for the complaint about himself: %q", sent)
	}
}

// When something of one's own becomes too late the terminal rings once and
// notifies, with a number and what has to be done and nothing personal; at
// night it is quiet unless one likes it otherwise; what was too late at the
// start does not ring.
func TestTheTerminalRingsForWhatBecomesLate(t *testing.T) {
	notified := map[lang.Language]string{lang.NL: "\x1b]9;Te laat: Ontvangst bevestigen (2026-001)", lang.EN: "\x1b]9;Overdue: Confirm receipt (2026-001)"}
	for l, want := range notified {
		w := newWorld(t, l)
		w.record("omar", "Trainer een uur later")
		om := w.watch("omar", l)
		if sent := om.goes(23 * time.Hour); len(sent) != 0 {
			t.Errorf("it rings too soon: %q", sent)
		}
		sent := om.goes(time.Hour + time.Minute)
		if len(sent) != 1 || !strings.HasPrefix(sent[0], "\a") || !strings.Contains(sent[0], want) {
			t.Errorf("sent is %q, want %q", sent, want)
		}
		for _, personal := range []string{"Trainer", "Voorbeeld", "Omar", "Proef"} {
			if strings.Contains(strings.Join(sent, ""), personal) {
				t.Errorf("%q lands on a locked screen: %q", personal, sent)
			}
		}
		if sent := om.goes(time.Hour); len(sent) != 0 {
			t.Errorf("it rings again: %q", sent)
		}
		if late := w.watch("omar", l); len(late.goes(time.Hour)) != 0 {
			t.Errorf("it rings for what was too late at the start: %q", late.sent)
		}
	}
}

func TestTheBellIsAsSomebodyLikesIt(t *testing.T) {
	for name, x := range map[string]struct {
		prefer office.Preferences
		at     int // the hour at which the complaint comes in, and a day later is too late
		want   int // sequences: 0 none, 1 the bell alone, 2 a notification too
	}{
		"usual by day":    {nil, 10, 2},
		"usual at night":  {nil, 23, 0},
		"usual at six":    {nil, 6, 0},
		"usual at seven":  {nil, 7, 2},
		"bell alone":      {office.Preferences{"attention": "bell"}, 10, 1},
		"off":             {office.Preferences{"attention": "off"}, 10, 0},
		"also at night":   {office.Preferences{"night": "as-day"}, 23, 2},
		"off, also night": {office.Preferences{"attention": "off", "night": "as-day"}, 23, 0},
	} {
		w := newWorld(t, lang.NL)
		w.now = time.Date(2026, 11, 24, x.at, 0, 0, 0, w.zone)
		for range 3 { // several at once ring once
			w.record("omar", "Trainer een uur later")
		}
		if err := w.office.Prefer(w.ctx, w.viewer("omar"), x.prefer); err != nil {
			t.Fatal(err)
		}
		om := w.watch("omar", lang.NL)
		sent := om.goes(24*time.Hour + time.Second)
		got := 0
		if len(sent) == 1 {
			got = 1
			if strings.Contains(sent[0], "\x1b]9;") {
				got = 2
				if !strings.Contains(sent[0], "(2026-001), en nog meer: 3 in totaal") {
					t.Errorf("%s: %q", name, sent)
				}
			}
		}
		if len(sent) > 1 || got != x.want {
			t.Errorf("%s: sent is %q", name, sent)
		}
	}
}

// Most terms end with a day. What became too late at night is told in the morning,
// once, and all together; what was done meanwhile is not.
func TestTheBellRingsInTheMorningForTheNight(t *testing.T) {
	w := newWorld(t, lang.NL)
	w.now = time.Date(2026, 11, 24, 23, 0, 0, 0, w.zone)
	values := ordinary("Trainer een uur later")
	values["email"] = "b@example.org"
	for range 3 {
		if _, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: values}); err != nil {
			t.Fatal(err)
		}
	}
	om := w.watch("omar", lang.NL)
	for range 31 { // until six the morning after the next
		if sent := om.goes(time.Hour); len(sent) != 0 {
			t.Fatalf("at %s it rings: %q", w.now.Format(time.Kitchen), sent)
		}
	}
	if err := w.office.Take(w.ctx, w.viewer("omar"), "2026-002", procedure.ConfirmReceipt, office.Input{Values: map[string]string{"text": "Ontvangen"}}); err != nil {
		t.Fatal(err)
	}
	sent := om.goes(time.Hour)
	if len(sent) != 1 || !strings.Contains(sent[0], "(2026-001), en nog meer: 2 in totaal") {
		t.Errorf("at seven sent is %q", sent)
	}
	if sent := om.goes(time.Hour); len(sent) != 0 {
		t.Errorf("it rings again: %q", sent)
	}
}

// What comes first is what the agenda says of one's own.
func TestWhatComesFirstIsTheFirstOfOnesOwn(t *testing.T) {
	w := demoWorld(t)
	for _, login := range []string{"annelies", "karim", "petra", "joost"} {
		v := w.viewer(login)
		lines, _, now, err := w.office.Agenda(w.ctx, v)
		if err != nil {
			t.Fatal(err)
		}
		var first office.AgendaLine
		late := 0
		for _, l := range lines {
			if l.Duty.DueAt.IsZero() || l.Name != v.Name && (l.Name != "" || !v.Has(l.Role)) {
				continue
			}
			if first.Number == "" {
				first = l
			}
			if l.Overdue {
				late++
			}
		}
		got, err := w.office.Coming(w.ctx, v, now.AddDate(-9, 0, 0))
		if err != nil {
			t.Fatal(err)
		}
		if want := cmp.Or(first.Measure, first.Number); got.First.Number != want || !got.First.DueAt.Equal(first.Duty.DueAt) || len(got.Late) != late {
			t.Errorf("%s: first is %+v with %d too late, the agenda says %s at %s with %d", login, got.First, len(got.Late), want, first.Duty.DueAt, late)
		}
		if first.Number == "" && login != "joost" {
			t.Errorf("%s has nothing to do", login)
		}
	}
}
