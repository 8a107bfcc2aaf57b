package main

import (
	"os"
	"testing"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Another organisation's procedure is another file: the same program keeps its
// terms, obligations, roles and independent board; a complaint that came in
// before keeps the procedure it was received under.
func TestAnotherProcedureRunsTheSameProgram(t *testing.T) {
	w := newWorld(t, lang.NL)
	text, err := os.ReadFile("testdata/voorbeeldhof.toml")
	if err != nil {
		t.Fatal(err)
	}
	record := func(subject string) {
		t.Helper()
		values := ordinary(subject)
		values["email"] = "b@example.org"
		if _, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: values}); err != nil {
			t.Fatal(err)
		}
	}
	record("Voor de nieuwe regeling")
	if err := w.office.UseProcedure(w.ctx, w.viewer("omar"), 0, text); err == nil {
		t.Error("an office manager adopts a procedure")
	}
	if err := w.office.UseProcedure(w.ctx, w.viewer("dirk"), 0, text); err != nil {
		t.Fatal(err)
	}
	record("Na de nieuwe regeling")

	duties := func(number string) map[string]office.DutyView {
		t.Helper()
		owed, err := owedOf(w.ctx, w.office, w.viewer("dirk"), number, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]office.DutyView{}
		for _, d := range owed[0].Duties {
			out[d.Obligation.ID] = d
		}
		return out
	}
	day := func(s string) calendar.Day { d, _ := calendar.ParseDay(s); return d }
	old, new := duties("2026-001"), duties("2026-002")
	for _, x := range []struct {
		of   map[string]office.DutyView
		id   string
		want string
	}{{old, "resolution", "2026-12-24"}, {old, "receipt-confirmation", "2026-11-25"},
		{new, "resolution", "2027-01-05"}, {new, "receipt-confirmation", "2026-12-01"}} {
		if got := w.office.Day(x.of[x.id].DueAt); got != day(x.want) {
			t.Errorf("%s is due %s, not %s", x.id, got, x.want)
		}
	}
	if _, there := new["feedback-organisation"]; there {
		t.Error("what the procedure dropped is owed")
	}
	if _, there := old["tenants-council"]; there {
		t.Error("a complaint of before owes what came later")
	}
	if by := new["prevent-recurrence"].Obligation.OwedBy; by != procedure.Director {
		t.Errorf("moved to another role, and owed by %s", by)
	}

	take := func(login string, action procedure.ActionID, fields ...string) {
		t.Helper()
		in := office.Input{Values: map[string]string{}}
		for i := 0; i < len(fields); i += 2 {
			in.Values[fields[i]] = fields[i+1]
		}
		w.now = w.now.Add(10 * time.Minute)
		if err := w.office.Take(w.ctx, w.viewer(login), "2026-002", action, in); err != nil {
			t.Fatalf("%s by %s: %v", action, login, err)
		}
	}
	take("omar", procedure.ConfirmReceipt, "text", "Ontvangen")
	take("dirk", procedure.Assess, "severity", "serious", "reason", "Claim", "alone", "yes")
	take("omar", procedure.CompleteForm, "remedy_sought", "none", "person_concerned", "nobody", "category", "other")
	take("petra", procedure.AskInformation, "question", "Welke woning?")
	if s := duties("2026-002")["first-action"].Status; s != complaint.Open {
		t.Errorf("a question meets what only a statement meets: %s", s)
	}
	take("petra", procedure.RecordFinding, "spoken_with", "B. Voorbeeld", "statement", "Koud", "course_of_events", "24-11 koud")
	if s := duties("2026-002")["first-action"].Status; s != complaint.Met {
		t.Errorf("a statement does not meet it: %s", s)
	}
	take("omar", procedure.InformOrganisation, "whom", "Huurdersraad", "what", "Klacht over koude")
	if s := duties("2026-002")["tenants-council"].Status; s != complaint.Met {
		t.Errorf("what the procedure added is %s", s)
	}
	take("omar", procedure.SendCopy, "text", "kopie")
	take("petra", procedure.FormJudgement, "judgement", "founded", "reasons", "Het was koud")
	take("dirk", procedure.PreventRecurrence, "what", "Ketel vervangen")
	take("petra", procedure.ProposeResolution, "proposal", "Korting", "accepted", "unknown")
	f, err := w.office.Form(w.ctx, w.viewer("petra"), "2026-002", procedure.ReferIndependent, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range f.Offer.Fields {
		if field.Name == "independent" && field.Default != "Geschillencommissie Voorbeeld" {
			t.Errorf("the independent board is %q", field.Default)
		}
	}
	take("petra", procedure.RecordAcceptance, "accepted", "yes")
	take("omar", procedure.ApproveFeedback, "text", "U krijgt korting.") // another role than in the embedded one
	take("dirk", procedure.SendFeedback)
	d, err := w.office.Dossier(w.ctx, w.viewer("dirk"), "2026-002", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Outcome != procedure.Agreed || d.Procedure.ID != "voorbeeldhof" {
		t.Errorf("it ended %q under %s", d.Outcome, d.Procedure.ID)
	}
}
