package main

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// act takes an action from the list of actions, as somebody who knows its name.
func (p *traveller) act(action string, fill func()) {
	p.w.t.Helper()
	p.Type("a")
	p.Type(p.sp.T("action." + action))
	p.Press("enter")
	if fill != nil {
		fill()
	}
	p.Press("ctrl+s")
	p.w.hear()
	p.w.now = p.w.now.Add(20 * time.Minute)
}

// at goes to the field of that name and presses or types there.
func (p *traveller) at(field, text string, keys ...string) {
	p.w.t.Helper()
	here := regexp.MustCompile(`(?m)^› ` + regexp.QuoteMeta(field) + `(  |$)`)
	for i := range 60 {
		if here.MatchString(p.Screen()) {
			p.Press(keys...)
			p.Type(text)
			return
		}
		p.Press(map[bool]string{true: "tab", false: "shift+tab"}[i < 25])
	}
	p.w.t.Fatalf("no field %s:\n%s", field, p.Screen())
}

// travellers sit down at a complaint that was recorded by telephone.
func travellers(t *testing.T, more ...string) (w *world, om, pl, dir *traveller) {
	t.Helper()
	w = newWorld(t, lang.NL)
	values := ordinary("Trainer een uur later")
	values["email"] = "b@example.org"
	for i := 0; i < len(more); i += 2 {
		values[more[i]] = more[i+1]
	}
	if _, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: values}); err != nil {
		t.Fatal(err)
	}
	sit := func(login string) *traveller {
		p := &traveller{w.sit(login, 80, 24, lang.NL), w, lang.New(lang.NL, w.zone)}
		p.Press("end", "right", "right", "right", "right", "right", "right", "enter")
		return p
	}
	return w, sit("omar"), sit("petra"), sit("dirk")
}

func (p *traveller) reads(texts ...string) {
	p.w.t.Helper()
	for _, text := range texts {
		p.Contains(p.w.t, text)
	}
}

// S28–S30: rejected for good, referred, ruled, carried out.
func TestARulingInTheTerminal(t *testing.T) {
	_, om, pl, dir := travellers(t)
	dir.act("assess", func() { dir.at("Zelf op te lossen?", "", "right") })
	pl.act("propose-resolution", func() { pl.at("Voorstel", "Inhaalles") })
	pl.act("record-acceptance", func() {
		pl.at("Klager akkoord?", "", "right", "right")
		pl.at("Definitief?", "", "right")
		pl.at("In eigen woorden", "Geld terug.")
	})
	dir.act("refer-independent", func() {
		dir.at("Wat zegt de klager", "", "right")
		dir.reads("dr. Jack Linssen")
		dir.at("Onafhankelijk?", "", "right")
		dir.at("Instemming", "Per brief van vandaag.")
	})
	dir.reads("Vastgelegd: Onafhankelijke persoon inschakelen")
	dir.act("record-ruling", func() {
		dir.at("Dag van de uitspraak", "vandaag")
		dir.at("In wiens voordeel", "", "right")
		dir.at("Uitspraak", "De klager heeft gelijk.")
		dir.at("Iets opgedragen?", "", "right")
		dir.at("Opdracht", "Geld terug.")
		dir.at("Klaar op", "15-01-2027")
	})
	dir.reads("Vastgelegd: Uitspraak vastleggen")
	pl.act("carry-out-ruling", func() { pl.at("Wat is er gedaan", "Terugbetaald.") })
	pl.reads("Vastgelegd: Uitspraak uitvoeren")
	pl.Type("a")
	pl.Type("Oplossing voorstellen")
	pl.reads("De uitkomst staat al vast.")
	om.reads("2026-001")
}

// A complainant takes the complaint back: a written confirmation stays owed.
func TestAWithdrawalInTheTerminal(t *testing.T) {
	_, om, pl, _ := travellers(t)
	om.act("withdraw", func() { om.at("In eigen woorden", "Laat maar, het is opgelost.") })
	om.reads("2026-001")
	pl.act("approve-feedback", nil)
	om.act("send-feedback", nil)
	om.act("confirm-receipt", nil)
	om.reads("Vastgelegd: Ontvangst bevestigen")
	pl.reads("Nu te doen: Categorie vaststellen")
}

// S19: a serious complaint is on top and asks for a step the same day.
func TestASeriousComplaintInTheTerminal(t *testing.T) {
	_, om, pl, dir := travellers(t, "serious_suspected", "true")
	dir.act("assess", func() { dir.at("Zelf op te lossen?", "", "right"); dir.at("Reden", "Er dreigt een claim.") })
	om.act("confirm-receipt", nil)
	pl.reads("‼ ernstig", "Nu te doen: Vandaag in actie komen")
	pl.act("ask-information", func() { pl.at("Vraag", "Wat is de schade?") })
	pl.reads("✓ 3  Vandaag in actie komen")
	om.reads("ernstig")
}

// S06, S40: what a project leader hears lands in the Postvak, and an expert who
// is excluded at a client is warned of on the incident form.
func TestNoticeAndExpertInTheTerminal(t *testing.T) {
	w := newWorld(t, lang.NL)
	sit := func(login string) *traveller {
		return &traveller{w.sit(login, 80, 24, lang.NL), w, lang.New(lang.NL, w.zone)}
	}
	om, pl, dir := sit("omar"), sit("petra"), sit("dirk")
	pl.Type("p")
	pl.reads("Het postvak is leeg")
	pl.Type("n")
	pl.reads("Melding doen")
	pl.at("Hoe", "", "right")
	pl.at("Naam", "A. Proefstra")
	pl.at("In één zin", "Zaal te koud")
	pl.at("Wat is er gebeurd", "De hele dag 15 graden.")
	pl.Press("ctrl+s")
	w.hear()
	pl.reads("N-2026-001", "Zaal te koud")
	om.Type("p")
	om.reads("Zaal te koud", "De hele dag 15 graden.")
	om.Golden(t, "inbox-80x24")
	for name, size := range map[string][2]int{"120x40": {120, 40}, "too-small": {50, 12}} {
		other := w.sit("omar", size[0], size[1], lang.NL)
		other.Press("p")
		other.Golden(t, "inbox-"+name)
	}
	om.Press("enter")
	om.Type("Als klacht")
	om.Press("enter")
	om.at("Wie", "", "right")
	om.Press("ctrl+s")
	w.hear()
	om.reads("2026-001", "Zaal te koud", "Ontvangst bevestigen")

	dir.Type("d")
	dir.reads("Er staan nog geen deskundigen")
	dir.Type("n")
	dir.at("Naam", "Nora Proef")
	dir.Press("ctrl+s")
	dir.reads("E-001", "Nora Proef")
	dir.Press("enter")
	dir.Type("Deskundige beoordelen")
	dir.Press("enter")
	dir.at("Schiet tekort?", "", "right")
	dir.at("Waaruit blijkt dat", "", "right")
	dir.at("Wat is er gebleken", "Laag cijfer.")
	dir.Press("ctrl+s")
	dir.reads("maatregel nodig")
	dir.Press("enter")
	dir.Type("Maatregel")
	dir.Press("enter")
	dir.at("Maatregel", "", "right", "right", "right")
	dir.at("Opdrachtgever", "School Proef")
	dir.at("Wat is afgesproken", "Een jaar niet.")
	dir.Press("ctrl+s")
	dir.reads("uitsluiting bij School Proef")
	dir.Golden(t, "experts-80x24")
	om.Press("esc", "esc")
	om.Type("n")
	om.at("Opdrachtgever", "School Proef")
	om.at("Betrokkene", "expert:E-001")
	om.Press("enter")
	om.reads("overleg eerst met de directeur")
	for name, size := range map[string][2]int{"120x40": {120, 40}, "130x40": {130, 40}, "too-small": {50, 12}} {
		other := w.sit("dirk", size[0], size[1], lang.NL)
		other.Press("d")
		other.Golden(t, "experts-"+name)
	}
}

// About the director: somebody else acts as the director, and it says so.
func TestAboutTheDirectorInTheTerminal(t *testing.T) {
	_, _, pl, dir := travellers(t, "person_concerned", "staff:dirk")
	pl.act("assess", func() { pl.at("Zelf op te lossen?", "", "right") })
	pl.reads("2026-001")
	dir.Type("a")
	dir.Type("Klacht beoordelen")
	dir.reads("Deze klacht gaat over uzelf")
}

// S09: what a project leader passes on stands in "te doen" of who records
// complaints, since its 24 hours run; below what is serious.
func TestANoticeStandsInTeDoen(t *testing.T) {
	w, _, pl, dir := travellers(t, "serious_suspected", "true")
	dir.act("assess", func() { dir.at("Zelf op te lossen?", "", "right"); dir.at("Reden", "Er dreigt een claim.") })
	pl.Press("esc")
	pl.Type("p")
	pl.Type("n")
	pl.at("Hoe", "", "right")
	pl.at("Naam", "C. Voorbeeld")
	pl.at("In één zin", "Zaal was koud")
	pl.at("Wat is er gebeurd", "Het was koud.")
	pl.Press("ctrl+s")
	w.hear()
	om := &traveller{w.sit("omar", 80, 24, lang.NL), w, dir.sp}
	om.reads("Te doen 2", "melding", "C. Voorbeeld", "Als klacht vastleggen")
	if screen := om.Screen(); strings.Index(screen, "2026-001") > strings.Index(screen, "melding") {
		t.Errorf("a notice stands above what is serious:\n%s", screen)
	}
	om.Press("down")
	om.reads("N-2026-001 · gehoord")
	om.Press("enter")
	om.reads("Postvak", "Het was koud.")
	leader := &traveller{w.sit("petra", 80, 24, lang.NL), w, dir.sp}
	leader.lacks("melding")
}
