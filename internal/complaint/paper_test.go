package complaint_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// paper is a notice or an expert's file being lived.
type paper struct {
	*life
	facts []event.Recorded
	home  func(s *complaint.Situation, facts []event.Recorded)
}

func (p *paper) do(who complaint.Person, action procedure.ActionID, fields ...string) error {
	p.t.Helper()
	values := map[string]string{}
	for i := 0; i < len(fields); i += 2 {
		values[fields[i]] = fields[i+1]
	}
	s := p.situation(who)
	s.Complaint = nil
	if len(p.facts) > 0 {
		p.home(s, p.facts)
	}
	spec, _ := complaint.SpecOf(action)
	pending, err := complaint.Take(s, spec, complaint.Input{Values: values})
	for _, x := range pending {
		r := event.Recorded{Seq: len(p.facts) + 1, HappenedAt: x.HappenedAt, RecordedAt: p.now, Actor: x.Actor, Event: x.Event}
		switch x.Stream {
		case "2026-001":
			r.Seq = len(p.life.facts) + 1
			p.life.facts = append(p.life.facts, r)
		case "", "N-2026-001", "E-010":
			p.facts = append(p.facts, r)
		}
	}
	return err
}

func newNotice(t *testing.T) *paper {
	p := &paper{life: newLife(t), home: func(s *complaint.Situation, facts []event.Recorded) {
		n, err := complaint.FoldNotice("N-2026-001", facts)
		if err != nil {
			t.Fatal(err)
		}
		s.Notice = n
	}}
	if err := p.do(leader, procedure.FileNotice, "channel", "phone", "complainant_name", "A. Voorbeeld", "email", "a@example.org",
		"subject", "Zaal te koud", "description", "De hele dag 15 graden."); err != nil {
		t.Fatal(err)
	}
	return p
}

// S06, S09: what a project leader heard becomes a complaint by the office
// manager, and its 24 hours run from when he heard it.
func TestNoticeBecomesAComplaintFromItsReceipt(t *testing.T) {
	p := newNotice(t)
	received := p.now
	p.now = p.now.Add(5 * time.Hour)
	if err := p.do(leader, procedure.AcceptNotice, "complainant_kind", "participant"); err == nil || err.Error() != "refused (roles): role" {
		t.Fatalf("a project leader accepts: %v", err)
	}
	if err := p.do(manager, procedure.AcceptNotice, "complainant_kind", "participant"); err != nil {
		t.Fatal(err)
	}
	c := p.complaint()
	if !c.ReceivedAt.Equal(received) || c.Form.Subject != "Zaal te koud" || c.Form.Email != "a@example.org" || c.Owner == "" {
		t.Errorf("received %s, %q, %q, owner %q", c.ReceivedAt, c.Form.Subject, c.Form.Email, c.Owner)
	}
	for _, d := range complaint.Duties(c, p.p, p.calendar()) {
		if d.Obligation.Term != nil && d.Obligation.Term.Unit == calendar.Hours && !d.DueAt.Equal(received.Add(24*time.Hour)) {
			t.Errorf("%s is due %s", d.Obligation.ID, d.DueAt)
		}
	}
	if err := p.do(manager, procedure.AcceptNotice, "complainant_kind", "client"); err == nil || err.Error() != "refused (S06): notice-accepted" {
		t.Errorf("accepted twice: %v", err)
	}
}

// S07: only spam, a duplicate or a reply is set aside, and the latter two name
// the dossier that then has the text.
func TestNoticeIsSetAsideForThreeReasonsOnly(t *testing.T) {
	p := newNotice(t)
	for want, fields := range map[string][]string{
		"aside: choice":                {"aside", "no-complaint", "reason", "Geen klacht"},
		"belongs_to: belongs-where":    {"aside", "reply", "reason", "Antwoord"},
		"belongs_to: complaint-number": {"aside", "reply", "belongs_to", "2026-777", "reason", "Antwoord"},
	} {
		if err := p.do(manager, procedure.SetAsideNotice, fields...); err == nil || err.Error() != want {
			t.Errorf("%v: %v, not %s", fields, err, want)
		}
	}
	if err := p.do(manager, procedure.SetAsideNotice, "aside", "spam", "reason", "Reclame"); err != nil {
		t.Fatal(err)
	}
	if err := p.do(manager, procedure.AcceptNotice, "complainant_kind", "client"); err == nil || err.Error() != "refused (S06): notice-aside" {
		t.Errorf("accepted after all: %v", err)
	}
}

// S40: a finding from another source than a complaint asks for a measure the
// same working day, on the file itself; a new finding asks for one again.
func TestExpertFoundWantingFromAnotherSource(t *testing.T) {
	var file *complaint.Expert
	p := &paper{life: newLife(t)}
	p.home = func(s *complaint.Situation, facts []event.Recorded) {
		var err error
		if file, err = complaint.FoldExpert("E-010", facts); err != nil {
			t.Fatal(err)
		}
		s.Expert = file
	}
	do := func(who complaint.Person, action procedure.ActionID, fields ...string) {
		t.Helper()
		if err := p.do(who, action, fields...); err != nil {
			t.Fatal(err)
		}
		p.home(&complaint.Situation{}, p.facts)
	}
	owed := func() []complaint.Status {
		var out []complaint.Status
		for _, d := range file.Duties(p.p, calendar.New(p.zone)) {
			out = append(out, d.Status(p.now))
		}
		return out
	}
	do(manager, procedure.AddExpert, "name", "E. Voorbeeld")
	if diff := cmp.Diff([]complaint.Status{complaint.Waiting}, owed()); diff != "" {
		t.Error(diff)
	}
	do(director, procedure.JudgeExpert, "insufficient", "yes", "source", "evaluation", "finding", "Laag cijfer")
	p.now = p.now.AddDate(0, 0, 1)
	if diff := cmp.Diff([]complaint.Status{complaint.Overdue}, owed()); diff != "" {
		t.Error(diff)
	}
	do(director, procedure.TakeExpertMeasure, "expert_measure", "exclusion", "client", "School  Voorbeeld", "until", "2026-12-31", "what", "Even niet")
	if diff := cmp.Diff([]complaint.Status{complaint.MetLate}, owed()); diff != "" {
		t.Error(diff)
	}
	ref := file.Ref()
	on := func(day string) calendar.Day { d, _ := calendar.ParseDay(day); return d }
	for client, want := range map[string]bool{"school voorbeeld": true, "School Voorbeeld": true, "Andere school": false, "": false} {
		if got := ref.Excludes(client, on("2026-12-31")); got != want {
			t.Errorf("excluded at %q: %v", client, got)
		}
	}
	if ref.Excludes("School Voorbeeld", on("2027-01-01")) {
		t.Error("excluded after its end")
	}
	do(director, procedure.JudgeExpert, "insufficient", "yes", "source", "client", "finding", "Weer te laat")
	if diff := cmp.Diff([]complaint.Status{complaint.Open}, owed()); diff != "" {
		t.Error(diff)
	}
}
