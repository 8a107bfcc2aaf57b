package main

import (
	"context"
	"testing"

	"leermoment/internal/calendar"
	"leermoment/internal/lang"
	"leermoment/ui"
	"leermoment/ui/uitest"
)

// firstRun is what is typed and read on an empty file.
type firstRun struct {
	language                                     lang.Language
	welcome, badLogin, empty, who, ways, back    string
	nothing, dayTyped, owner, friday, closedDays string
}

var firstRuns = []firstRun{
	{lang.NL, "Welkom bij Leermoment · 1 van 3", "Een inlognaam bestaat uit kleine letters", "Dit veld is nog leeg", "Wie er werkt · 2 van 3", "Hoe u werkt · 3 van 3",
		"esc terug", "Niets te doen. Nieuwe klacht? Druk op n.", "28-12-2026", "Krijgt nieuwe klachten", "Goede Vrijdag", "Kantoor dicht"},
	{lang.EN, "Welcome to Leermoment · 1 of 3", "A login consists of lower-case letters", "is still empty", "Who works here · 2 of 3", "How you work · 3 of 3",
		"esc back", "Nothing to do. A new complaint? Press n.", "28-12-2026", "Gets new complaints", "Good Friday", "Office closed"},
}

// On an empty file the program asks in three screens for the organisation, who
// works there and how; a role without a name of its own is the director's.
func TestFirstRun(t *testing.T) {
	for _, x := range firstRuns {
		t.Run(string(x.language), func(t *testing.T) {
			w := emptyWorld(t)
			d := w.sit("", 80, 24, x.language)
			d.Contains(t, x.welcome)
			if x.language == lang.NL {
				d.Golden(t, "setup-1-80x24")
			}
			d.Type("Opleiders Voorbeeld")
			d.Press("enter")
			d.Type("Dorpsstraat 1")
			d.Press("ctrl+s")
			d.Contains(t, x.who)
			d.Type("Dirk Demo")
			d.Press("enter")
			d.Type("Dirk!")
			d.Press("ctrl+s")
			d.Contains(t, x.badLogin)
			d.Press("backspace", "backspace", "backspace", "backspace", "backspace")
			d.Type("dirk")
			d.Press("enter", "enter", "enter", "enter")
			d.Type("petra")
			d.Press("ctrl+s")
			d.Contains(t, x.empty) // a login without a name: there the cursor stands now
			d.Type("Petra Demo")
			if x.language == lang.NL {
				d.Golden(t, "setup-2-80x24")
			}
			d.Press("ctrl+s")
			for _, text := range []string{x.ways, x.owner, x.friday, x.closedDays, x.back} {
				d.Contains(t, text)
			}
			d.Press("esc", "esc") // what was typed is still there
			d.Contains(t, x.welcome)
			d.Contains(t, "Dorpsstraat 1")
			d.Press("ctrl+s", "ctrl+s")
			d.Press("down", "right", "down", "down")
			d.Type(x.dayTyped)
			d.Press("down")
			d.Type("31-12-2026")
			if x.language == lang.NL {
				d.Golden(t, "setup-3-80x24")
			}
			d.Press("ctrl+s")
			d.Contains(t, x.nothing)
			org, err := w.office.Organisation(w.ctx)
			if err != nil {
				t.Fatal(err)
			}
			if len(org.Staff) != 2 || len(org.Staff[0].Roles) != 2 || org.Name != "Opleiders Voorbeeld" || org.Address != "Dorpsstraat 1" || org.Language != string(x.language) {
				t.Errorf("founded as %+v", org)
			}
			owner, _ := org.Member(org.DefaultOwner)
			if owner.Login != "petra" {
				t.Errorf("new complaints go to %q, not to the project leader", owner.Login)
			}
			want := calendar.Span{From: calendar.Day{Year: 2026, Month: 12, Day: 28}, Until: calendar.Day{Year: 2026, Month: 12, Day: 31}}
			if c := org.Closing; !c.GoodFriday || c.LiberationDay || len(c.Days) != 1 || c.Days[0].Span != want {
				t.Errorf("closing days: %+v", c)
			}
		})
	}
}

// Who only wants to look around is shown the made-up organisation; his own file
// stays empty.
func TestTheFirstRunCanShowTheDemo(t *testing.T) {
	w, demo := emptyWorld(t), demoWorld(t)
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	app := ui.New(ui.Config{Office: w.office, Org: org, Speaker: lang.New(lang.NL, w.zone), Tick: noTick, Demo: func(context.Context) (ui.Config, error) {
		org, err := demo.office.Organisation(demo.ctx)
		return ui.Config{Office: demo.office, Org: org, Viewer: demo.viewer("annelies")}, err
	}})
	d := uitest.New(t, app, 80, 24)
	d.Contains(t, "‹ eigen organisatie ›")
	d.Press("up", "right")
	d.Contains(t, "‹ voorbeeldgegevens ›")
	d.Contains(t, "uw eigen bestand blijft leeg")
	d.Lacks(t, "Naam organisatie")
	d.Press("ctrl+s")
	d.Contains(t, "Klachtenoverzicht")
	d.Contains(t, "Annelies Demo · directeur")
	if org, err := w.office.Organisation(w.ctx); err != nil || org.Seq != 0 {
		t.Errorf("the person's own file: %+v, %v", org, err)
	}
}
