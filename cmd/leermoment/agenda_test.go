package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// The agenda is what the duties of every complaint say, too late first.
func TestTheAgendaIsWhatIsOwed(t *testing.T) {
	w := demoWorld(t)
	for _, login := range []string{"annelies", "karim", "petra", "joost"} {
		v := w.viewer(login)
		lines, _, now, err := w.office.Agenda(w.ctx, v)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		var before time.Time
		ended := false
		for _, l := range lines {
			if due := l.Duty.DueAt; due.IsZero() {
				ended = true
			} else if ended || due.Before(before) {
				t.Errorf("%s: %s %s stands in the wrong place", login, l.Number, l.Duty.ID)
			} else {
				before = due
			}
			if l.Overdue != (!l.Duty.DueAt.IsZero() && now.After(l.Duty.DueAt)) {
				t.Errorf("%s: %s %s: too late %v", login, l.Number, l.Duty.ID, l.Overdue)
			}
			if l.Measure == "" {
				got = append(got, l.Number+"/"+l.Duty.ID)
			}
		}
		owed, err := owedOf(w.ctx, w.office, v, "", time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, o := range owed {
			for _, d := range o.Duties {
				if d.IsOpen(w.now) && len(d.Obligation.MetBy) > 0 && d.Obligation.OwedBy != procedure.MeasureOwner {
					want = append(want, o.Number+"/"+d.Obligation.ID)
				}
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if len(want) == 0 && login == "annelies" || !slices.Equal(got, want) {
			t.Errorf("%s owes %d, the agenda has %d: %v\n%v", login, len(want), len(got), want, got)
		}
	}
}

func TestTheAgendaByDayAndByPerson(t *testing.T) {
	w := demoWorld(t)
	for l, login := range map[lang.Language]string{lang.NL: "annelies", lang.EN: "karim"} { // an order is kept with who chose it
		d := w.sit(login, 80, 24, l)
		d.Press("A")
		if l == lang.NL {
			d.Golden(t, "agenda-80x24")
		}
		all := d.Screen()
		d.Press("w")
		d.Type("Petra")
		d.Press("enter")
		rows := strings.Split(rowsOf(d.Lines()), "\n")
		if d.Screen() == all || slices.ContainsFunc(rows, func(row string) bool { return row != "" && !strings.Contains(row, "Petra Demo") }) {
			t.Errorf("narrowed to Petra:\n%s", d.Screen())
		}
		d.Press("esc")
		if d.Screen() != all {
			t.Errorf("esc shows all again:\n%s", d.Screen())
		}
		d.Press("/")
		d.Type("qzzq")
		d.Contains(t, map[lang.Language]string{lang.NL: "Niets gevonden.", lang.EN: "Nothing found."}[l])
		d.Press("esc", ">", ">")
		d.Contains(t, map[lang.Language]string{lang.NL: "Op volgorde van: Nummer", lang.EN: "In order of: Number"}[l])
		first := d.Screen()
		d.Press("<")
		if d.Screen() == first {
			t.Error("the order was not turned round")
		}
		d.Press("<", "g", "enter")
		d.Contains(t, map[lang.Language]string{lang.NL: "Nu te doen", lang.EN: "To do now"}[l])
	}
}

// rowsOf are the rows of the list above the rule in the middle.
func rowsOf(lines []string) string {
	var rows []string
	for _, l := range lines[3:] {
		if strings.HasPrefix(l, "──") {
			break
		}
		rows = append(rows, l)
	}
	return strings.Join(rows, "\n")
}

// S09, S27: a letter waits until it has really gone out; the outcome is
// approved before that.
func TestLettersWaitUntilTheyWentOut(t *testing.T) {
	for l, says := range map[lang.Language][2]string{
		lang.NL: {"Ontvangstbevestiging", "per e-mail sturen"}, lang.EN: {"Confirmation of receipt", "send by e-mail"},
	} {
		t.Run(string(l), func(t *testing.T) { lettersWait(t, l, says) })
	}
}

func lettersWait(t *testing.T, l lang.Language, says [2]string) {
	w := newWorld(t, l)
	values := ordinary("Trainer een uur later")
	values["email"] = "b@example.org"
	number, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: values})
	if err != nil {
		t.Fatal(err)
	}
	kinds := func(login string) (out []string) {
		t.Helper()
		all, _, err := w.office.LettersWaiting(w.ctx, w.viewer(login))
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range all {
			if x.Number != number || x.Text == "" && x.Kind != complaint.DelayLetter {
				t.Errorf("%+v", x)
			}
			out = append(out, string(x.Kind))
		}
		return out
	}
	if got := kinds("omar"); !slices.Contains(got, "confirmation") || slices.Contains(got, "outcome") {
		t.Fatalf("after recording wait %v", got)
	}
	om := w.sit("omar", 80, 24, l)
	om.Press("b")
	om.Contains(t, says[0])
	om.Contains(t, says[1])
	if l == lang.NL {
		om.Golden(t, "letters-80x24")
	}
	om.Press("enter", "ctrl+s")
	if got := kinds("omar"); slices.Contains(got, "confirmation") {
		t.Errorf("it was sent and still waits: %v\n%s", got, om.Screen())
	}
}

// From the palette one reaches a sentence, a screen and an action, also by what
// is only half remembered; a key of the help is pressed there.
func TestThePaletteReachesEverything(t *testing.T) {
	w := demoWorld(t)
	for l, x := range map[lang.Language]struct{ staff, paper, form, note, back, register string }{
		lang.NL: {"mdwrkrs", "papier", "incidentenformulier.pdf", "notitie", "terug", "Klachtenoverzicht"},
		lang.EN: {"stff", "paper", "incident-form.pdf", "note", "back", "Register of complaints"},
	} {
		sp := lang.New(l, w.zone)
		d := w.sit("annelies", 80, 24, l)
		d.Press("ctrl+p")
		d.Type("S09")
		d.Press("enter")
		d.Contains(t, "Binnen 24 uur de ontvangst")
		d.Press("esc", "ctrl+p")
		d.Type(x.staff)
		d.Press("enter")
		d.Contains(t, sp.T("staff.title"))
		d.Press("esc", "ctrl+p")
		d.Type(x.paper)
		d.Press("enter")
		d.Contains(t, x.form)
		d.Press("esc", "ctrl+p")
		d.Type(x.note)
		d.Press("enter")
		d.Contains(t, "ctrl+s")
		d.Press("esc")
		d.Type("?")
		d.Type("agenda")
		d.Press("enter")
		d.Contains(t, "Agenda")
		d.Press("f1")
		d.Type(x.back)
		d.Press("enter")
		d.Contains(t, x.register)
	}
}
