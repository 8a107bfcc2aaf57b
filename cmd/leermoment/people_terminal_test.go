package main

import (
	"strings"
	"testing"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// cannot wants an action to be refused on the screen for this reason.
func (p *traveller) cannot(action, why string) {
	p.w.t.Helper()
	p.Type("a")
	p.Type(p.sp.T("action." + action))
	p.reads(why)
	p.Press("esc")
}

func (p *traveller) assess(alone string) {
	p.act("assess", func() { p.at("Zelf op te lossen?", "", alone) })
}

func (p *traveller) delay(day string) {
	p.act("announce-delay", func() { p.at("Verwacht klaar", day); p.at("Reden", "Ziekte van de trainer.") })
}

// S21: two notices in time and a third too late.
func TestDelaysInTheTerminal(t *testing.T) {
	w, _, pl, dir := travellers(t)
	dir.assess("right")
	w.now = time.Date(2026, 12, 20, 10, 0, 0, 0, w.zone)
	pl.delay("15-01-2027")
	pl.reads("Vastgelegd: Uitstel melden")
	w.now = time.Date(2027, 1, 12, 10, 0, 0, 0, w.zone)
	pl.delay("01-02-2027")
	pl.reads("Vastgelegd: Uitstel melden")
	w.now = time.Date(2027, 2, 3, 10, 0, 0, 0, w.zone)
	pl.delay("01-03-2027")
	dir.Press("esc")
	dir.Type("t")
	dir.Press("right") // from last month, January, to February
	dir.reads("februari 2027 te laat", "Uitstel melden")
}

// S28: refused, and never answered: it ends without agreement.
func TestWithoutAgreementInTheTerminal(t *testing.T) {
	for answer, steps := range map[string][]string{"wil niet": {"right", "right"}, "antwoordt niet meer": {"left"}} {
		t.Run(answer, func(t *testing.T) {
			w, om, pl, dir := travellers(t)
			dir.assess("right")
			pl.act("propose-resolution", func() { pl.at("Voorstel", "Inhaalles") })
			w.now = w.now.AddDate(0, 0, 10)
			pl.act("refer-independent", func() {
				pl.at("Aangeboden op", "", "ctrl+u")
				pl.Type("30-11-2026")
				pl.at("Wat zegt de klager", "", steps...)
			})
			pl.reads("Vastgelegd: Onafhankelijke persoon inschakelen")
			pl.act("approve-feedback", nil)
			om.act("send-feedback", nil)
			om.reads("Vastgelegd: Uitkomst versturen")
			d, err := w.office.Dossier(w.ctx, w.viewer("dirk"), "2026-001", time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Letters[len(d.Letters)-1].Text; !strings.Contains(got, "niet eens geworden") {
				t.Errorf("the letter does not say so:\n%s", got)
			}
		})
	}
}

// S07: no complaint keeps its number and is answered; reopened, it is assessed anew.
func TestNoComplaintAndReopenedInTheTerminal(t *testing.T) {
	_, om, pl, dir := travellers(t)
	dir.act("assess", func() { dir.at("Is het een klacht?", "", "right"); dir.at("Reden", "Het was een vraag.") })
	om.act("confirm-receipt", nil)
	pl.act("approve-feedback", nil)
	om.act("send-feedback", nil)
	pl.reads("Categorie vaststellen")
	dir.act("reopen", func() { dir.at("Reden", "Toch een klacht.") })
	dir.reads("Klacht beoordelen")
	dir.assess("right")
	dir.reads("Vastgelegd: Klacht beoordelen")
}

// S29, S38: settled with the complainant, who comes back: it is solved anew, and
// what was settled before stays in its history.
func TestReopenedAfterSettlingInTheTerminal(t *testing.T) {
	_, om, pl, dir := travellers(t)
	om.act("confirm-receipt", nil)
	dir.act("settle-at-once", func() {
		dir.at("Wat is er gebeurd", "De trainer was te laat.")
		dir.at("Betrokkene", "niemand")
		dir.at("Categorie", "", "right")
		dir.at("Voorstel", "Een uur ingehaald.")
		dir.at("Tegen herhaling", "Eerder vertrekken.")
		dir.at("Aan wie, waar", "Teamoverleg")
		dir.at("Wat zou helpen", "niets")
	})
	dir.reads("Vastgelegd: Meteen oplossen")
	om.act("send-copy", nil)
	om.act("send-feedback", nil)
	pl.reads("Oorzaak bepalen")
	pl.act("reopen", func() { pl.at("Reden", "Het ingehaalde uur ging niet door.") })
	pl.reads("●3 Oplossen", "Vastgelegd: Klacht heropenen")
	pl.Press("tab")
	pl.reads("Klacht heropend", "Afgehandeld voor de klager")
}

// S14, S16: an internal complaint has a form too; about the owner, somebody else
// owns it; about the office manager, she sees only her copy of it.
func TestAboutOneOfUsInTheTerminal(t *testing.T) {
	t.Run("internal, about the owner", func(t *testing.T) {
		w, _, pl, dir := travellers(t, "complainant_kind", "internal", "person_concerned", "staff:petra")
		dir.reads("eigenaar: Dirk Demo")
		pl.cannot("record-finding", "Deze klacht gaat over uzelf")
		dir.assess("right")
		dir.reads("Registratieformulier invullen")
		w.hear()
	})
	t.Run("about the office manager", func(t *testing.T) {
		_, om, _, dir := travellers(t, "person_concerned", "staff:omar")
		om.cannot("confirm-receipt", "Deze klacht gaat over uzelf")
		dir.act("confirm-receipt", nil)
		dir.reads("Vastgelegd: Ontvangst bevestigen")
	})
}

// S09: nobody can write to who is anonymous; the form says why, and nothing is
// asked that cannot be done.
func TestAnonymousInTheTerminal(t *testing.T) {
	_, om, pl, dir := travellers(t, "email", "", "complainant_name", "Anoniem")
	dir.assess("right")
	om.act("complete-form", func() {
		om.at("Onbereikbaar", "Belde zonder naam of nummer te noemen.")
		om.at("Betrokkene", "nobody")
		om.at("Wat zou helpen", "niets")
		om.at("Categorie", "", "right")
	})
	om.reads("Vastgelegd: Registratieformulier invullen")
	pl.reads("niet schriftelijk te bereiken")
}

// The director is on holiday, the owner leaves: a deputy acts for him, and his
// work goes to somebody else.
func TestAwayInTheTerminal(t *testing.T) {
	w, _, pl, dir := travellers(t)
	pl.cannot("assess", "Dit doet de directeur")
	boss := &traveller{w.sit("dirk", 80, 24, lang.NL), w, dir.sp}
	boss.Press("ctrl+p")
	boss.Type("Medewerkers")
	boss.Press("enter", "end")
	boss.reads("Dirk Demo")
	boss.Type("w")
	boss.at("Waarnemer", "", "right", "right")
	boss.at("Vanaf", "vandaag")
	boss.at("Tot en met", "01-12-2026")
	boss.Press("ctrl+s")
	w.hear()
	boss.reads("Petra Demo neemt waar")
	boss.Golden(t, "staff-80x24")
	pl.act("assess", func() { pl.at("Zelf op te lossen?", "", "right") })
	pl.reads("Vastgelegd: Klacht beoordelen")
	dir.Press("tab")
	dir.Press("o")
	dir.reads("Petra Demo namens Dirk Demo")
	dir.Press("esc")

	if err := w.office.AddStaff(w.ctx, w.viewer("dirk"), office.NewStaff{Login: "joost", Name: "Joost Demo",
		Roles: []procedure.Role{procedure.ProjectLeader}}); err != nil {
		t.Fatal(err)
	}
	w.hear()
	boss.Press("home", "down")
	boss.Type("x")
	boss.reads("Petra Demo werkt hier niet meer")
	boss.Press("ctrl+s")
	boss.reads("Kies wie het werk overneemt")
	boss.at("Werk gaat naar", "", "left")
	boss.Press("ctrl+s")
	boss.reads("Petra Demo")
	for name, size := range map[string][2]int{"120x40": {120, 40}, "too-small": {50, 12}} {
		other := w.sit("dirk", size[0], size[1], lang.NL)
		other.Press("ctrl+p")
		other.Type("Medewerkers")
		other.Press("enter")
		other.Golden(t, "staff-"+name)
	}
	w.hear()
	dir.reads("eigenaar: Joost Demo")
	joost := &traveller{w.sit("joost", 80, 24, lang.NL), w, lang.New(lang.NL, w.zone)}
	joost.reads("2026-001")
	pl.cannot("record-finding", "werkt u hier niet meer")
}
