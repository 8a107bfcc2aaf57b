package main

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/procedure"
	"leermoment/ui/uitest"
)

// A traveller is one person at his own terminal; all of them together bring a
// complaint to its end by doing what the screen names as the next thing.
type traveller struct {
	*uitest.Driver
	w  *world
	sp *lang.Speaker
}

// next does what the screen says has to be done now: it must name this
// obligation. fill fills in what is still empty.
func (p *traveller) next(obligation string, fill func()) {
	p.w.t.Helper()
	o, ok := procedure.Default().Obligation(obligation)
	if !ok {
		p.w.t.Fatalf("no obligation %s", obligation)
	}
	p.Contains(p.w.t, p.sp.T("dossier.next-line", lang.Args{"Title": o.Title.In(string(p.sp.Language()))}))
	p.Contains(p.w.t, p.sp.T("dossier.do-it"))
	p.Press("enter")
	if fill != nil {
		fill()
	}
	p.Press("ctrl+s")
	p.w.hear()
	p.w.now = p.w.now.Add(20 * time.Minute)
}

func (p *traveller) fields(texts ...string) func() {
	return func() {
		for i, text := range texts {
			if i > 0 {
				p.Press("tab")
			}
			p.Type(text)
		}
	}
}

// journey lives an ordinary complaint from the phone call to completed and
// gives the three travellers.
func journey(t *testing.T, language lang.Language, see func(*uitest.Driver)) (om, pl, dir *traveller) {
	w := newWorld(t, language)
	sp := lang.New(language, w.zone)
	sit := func(login string) *traveller {
		p := &traveller{w.sit(login, 80, 24, language), w, sp}
		p.Watch = see
		return p
	}
	om, pl, dir = sit("omar"), sit("petra"), sit("dirk")

	om.Type("n")
	om.Press("right", "enter", "right", "right", "enter")
	om.fields("A. Proefstra", "Zorggroep Proef", "a.voorbeeld@example.org", "06-0000 0001")()
	om.Press("tab", "tab")
	om.fields("Teamcoaching", "Zorggroep Proef", "E-004", "Trainer een uur later", "De les begon om 10.30 in plaats van 9.30.", "Een inhaalles")()
	om.Press("ctrl+s")
	recorded := om.Keys()
	if recorded > 25 {
		t.Errorf("recording takes %d keys that are not text; 25 is the most", recorded)
	}
	w.hear()
	w.now = w.now.Add(20 * time.Minute)
	om.Contains(t, "2026-001")

	om.next("receipt-confirmation", nil)
	dir.Press("enter")
	dir.next("assessment", func() { dir.Press("enter", "right") }) // the first of two ways
	om.next("registration-form", func() { om.Type("t") })
	om.next("copy-to-person-concerned", nil)
	om.next("copy-to-management", nil)
	pl.Press("right", "enter")
	pl.next("fact-finding", pl.fields("E-004", "De trein viel uit.", "17-11 10.30: de les begint."))
	pl.next("fact-finding", nil)
	pl.next("judgement", func() { pl.Press("right"); pl.Press("tab"); pl.Type("De les was een uur korter.") })
	pl.next("address-person", pl.fields("Besproken; belt voortaan vooraf."))
	pl.next("prevent-recurrence", pl.fields("Trainers melden zich een half uur vooraf."))
	pl.next("resolution", pl.fields("Inhaalles op 8-12"))
	pl.next("resolution", func() { pl.Press("right", "tab"); pl.Type("Prima zo.") })
	pl.next("feedback-complainant", nil)
	om.next("feedback-complainant", nil)
	pl.next("feedback-organisation", pl.fields("Teamoverleg"))
	pl.next("category", nil)
	pl.next("root-cause", func() { pl.Type("De trein viel uit"); pl.Press("tab", "right") })
	pl.next("lesson", pl.fields("Reistijd ruimer plannen."))
	pl.next("improvement", func() { pl.Press("enter"); pl.fields("Reserveplan bij elke training", "", "15-01-2027")() })
	w.now = w.now.AddDate(0, 0, 8)
	w.hear()
	pl.next("satisfaction", pl.fields("8"))
	pl.Contains(t, sp.T("dossier.completed"))
	return om, pl, dir
}

func TestNextStepJourney(t *testing.T) {
	om, pl, dir := journey(t, lang.NL, nil)
	keys := om.Keys() + pl.Keys() + dir.Keys()
	t.Logf("%d keys that are not text for the whole life of a complaint", keys)
	if keys > 90 {
		t.Errorf("the whole life takes %d keys that are not text; 90 is the most", keys)
	}
}

// In English no screen of the whole journey shows a value of the Dutch
// catalogue that is not English too.
func TestNextStepJourneyInEnglish(t *testing.T) {
	t.Parallel()
	dutch := onlyDutch()
	journey(t, lang.EN, func(d *uitest.Driver) {
		screen := quoted.ReplaceAllString(" "+strings.Join(strings.Fields(d.Screen()), " ")+" ", "")
		for key, value := range dutch {
			if strings.Contains(screen, value) {
				t.Fatalf("%s shows Dutch (%q):\n%s", key, value, d.Screen())
			}
		}
	})
}

// quoted is a literal sentence of the procedure, which is Dutch in English too.
var quoted = regexp.MustCompile(`«[^»]*(»|$)`)

// onlyDutch are the Dutch sentences that no English value contains.
func onlyDutch() map[string]string {
	var english strings.Builder
	for _, values := range lang.Values(lang.EN) {
		english.WriteString(" " + strings.Join(values, " ") + " ")
	}
	out := map[string]string{}
	for key, values := range lang.Values(lang.NL) {
		for _, v := range values {
			if len([]rune(v)) >= 4 && !strings.Contains(v, "{{") && !strings.Contains(english.String(), v) {
				out[key] = " " + v + " "
			}
		}
	}
	return out
}
