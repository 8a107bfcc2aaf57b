package complaint_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// The three of a small office, and a moment at which all begins: Tuesday
// 24 November 2026, 9.40 in Amsterdam.
var (
	manager  = complaint.Person{ID: "s1", Login: "omar", Name: "Omar Demo", Roles: []procedure.Role{procedure.OfficeManager}}
	leader   = complaint.Person{ID: "s2", Login: "petra", Name: "Petra Demo", Roles: []procedure.Role{procedure.ProjectLeader}}
	director = complaint.Person{ID: "s3", Login: "dirk", Name: "Dirk Demo", Roles: []procedure.Role{procedure.Director}}
)

// judge hears what went wrong: a test, or a recorder that wants it to go wrong.
type judge interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any) // does not return
}

// life is one complaint being lived through in a test.
type life struct {
	t            judge
	p            *procedure.Procedure
	zone         *time.Location
	now          time.Time
	people       []complaint.Person
	defaultOwner string
	facts        []event.Recorded
	measure      []event.Recorded    // of M-2026-001
	elsewhere    []complaint.Pending // what other streams heard
}

const measureID = "M-2026-001"

func newLife(t judge) *life {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatalf("%v", err)
	}
	return &life{t: t, p: procedure.Default(), zone: zone, now: time.Date(2026, 11, 24, 9, 40, 0, 0, zone),
		people: []complaint.Person{manager, leader, director}, defaultOwner: leader.ID}
}

func (l *life) complaint() *complaint.Complaint {
	l.t.Helper()
	if len(l.facts) == 0 {
		return nil
	}
	c, err := complaint.Fold("2026-001", l.facts)
	if err != nil {
		l.t.Fatalf("%v", err)
	}
	return c
}

func (l *life) calendar() calendar.Calendar {
	if c := l.complaint(); c != nil {
		return calendar.New(l.zone, c.Closed...)
	}
	return calendar.New(l.zone)
}

// knownExperts are those with a file; E-004 may not come at the Gemeente.
var knownExperts = []complaint.ExpertRef{
	{ID: "E-004", Name: "Evert Voorbeeld", Exclusions: []complaint.Exclusion{{Client: "Gemeente"}}}, {ID: "E-009", Name: "Igor Voorbeeld"}}

func (l *life) situation(who complaint.Person) *complaint.Situation {
	return &complaint.Situation{Complaint: l.complaint(), Procedure: l.p, Calendar: l.calendar(), Now: l.now, Actor: who,
		People: l.people, Number: "2026-001", NextMeasure: measureID, Known: func(n string) bool { return n == "2026-002" }, DefaultOwner: l.defaultOwner,
		NextNotice: "N-2026-001", NextExpert: "E-010", Experts: knownExperts}
}

// try takes an action with name, value, name, value …
func (l *life) try(who complaint.Person, action procedure.ActionID, fields ...string) error {
	l.t.Helper()
	values := map[string]string{}
	for i := 0; i < len(fields); i += 2 {
		values[fields[i]] = fields[i+1]
	}
	return l.take(who, action, complaint.Input{Values: values})
}

func (l *life) take(who complaint.Person, action procedure.ActionID, in complaint.Input) error {
	l.t.Helper()
	spec, ok := complaint.SpecOf(action)
	if !ok {
		l.t.Fatalf("no action %s", action)
	}
	s := l.situation(who)
	if complaint.TakenAt(action, complaint.AtMeasure) {
		s.Measure, _ = complaint.FoldMeasure(measureID, l.measure)
	}
	pending, err := complaint.Take(s, spec, in)
	if err != nil {
		return err
	}
	for _, p := range pending {
		l.keep(p)
	}
	return nil
}

// keep records a fact where it belongs, with what it sets off elsewhere.
func (l *life) keep(p complaint.Pending) {
	r := event.Recorded{HappenedAt: p.HappenedAt, RecordedAt: l.now, Actor: p.Actor, Event: p.Event}
	add := func(stream *[]event.Recorded, e event.Event) {
		r.Seq, r.Event = len(*stream)+1, e
		*stream = append(*stream, r)
	}
	switch {
	case strings.HasPrefix(p.Stream, "E-") || strings.HasPrefix(p.Stream, "N-"):
		l.elsewhere = append(l.elsewhere, p)
	case p.Stream == measureID:
		l.measure = nil // the one that is looked at is the last decided on
		add(&l.measure, p.Event)
	case slices.Contains(complaint.MeasureCodec().Names(), p.Event.EventName()):
		add(&l.measure, p.Event)
	case p.Stream == "" || p.Stream == "2026-001":
		add(&l.facts, p.Event)
	}
}

func (l *life) do(who complaint.Person, action procedure.ActionID, fields ...string) {
	l.t.Helper()
	if err := l.try(who, action, fields...); err != nil {
		l.t.Fatalf("%s by %s: %v", action, who.Login, err)
	}
}

func (l *life) after(d time.Duration) { l.now = l.now.Add(d) }

func (l *life) duty(id string) complaint.Duty {
	l.t.Helper()
	for _, d := range complaint.Duties(l.complaint(), l.p, l.calendar()) {
		if d.Obligation.ID == id {
			return d
		}
	}
	l.t.Fatalf("no obligation %s", id)
	return complaint.Duty{}
}

func (l *life) status(id string) complaint.Status { l.t.Helper(); return l.duty(id).Status(l.now) }

func (l *life) want(id string, status complaint.Status) {
	l.t.Helper()
	if got := l.status(id); got != status {
		l.t.Errorf("%s is %s, not %s", id, got, status)
	}
}

func (l *life) record(more ...string) {
	l.t.Helper()
	l.do(manager, procedure.NewComplaint, append([]string{"channel", "phone", "complainant_kind", "participant",
		"complainant_name", "A. Voorbeeld", "email", "a.voorbeeld@example.org", "subject", "Trainer kwam een uur te laat",
		"description", "De les begon om 10.30."}, more...)...)
}

// toOutcome lives an ordinary complaint up to the agreed outcome.
func (l *life) toOutcome() {
	l.t.Helper()
	l.record()
	l.do(manager, procedure.ConfirmReceipt, "text", "Wij hebben uw klacht ontvangen.")
	l.do(director, procedure.Assess, "alone", "yes")
	l.do(manager, procedure.CompleteForm, "remedy_sought", "Een inhaalles", "person_concerned", "expert:E-004", "category", "trainer")
	l.do(manager, procedure.SendCopy, "text", "kopie")
	l.do(manager, procedure.SendCopy, "text", "kopie")
	l.do(leader, procedure.RecordFinding, "spoken_with", "E-004", "statement", "De trein viel uit.", "course_of_events", "17-11 begin 10.30")
	l.do(leader, procedure.RecordInformation)
	l.do(leader, procedure.FormJudgement, "judgement", "founded", "reasons", "De les is een uur korter geweest.")
	l.do(leader, procedure.AddressPerson, "summary", "Besproken; belt voortaan vooraf.")
	l.do(leader, procedure.PreventRecurrence, "what", "Trainers melden zich een half uur vooraf.")
	l.do(leader, procedure.ProposeResolution, "proposal", "Inhaalles op 8 december")
	l.do(leader, procedure.RecordAcceptance, "accepted", "yes", "quote", "Prima zo.")
}

func (l *life) toSettled() {
	l.t.Helper()
	l.toOutcome()
	l.do(leader, procedure.ApproveFeedback, "text", "U krijgt een inhaalles.")
	l.do(manager, procedure.SendFeedback)
	l.do(leader, procedure.InformOrganisation, "whom", "teamoverleg")
}

func TestOrdinaryComplaintFromPhoneCallToCompleted(t *testing.T) {
	l := newLife(t)
	l.toSettled()
	if c := l.complaint(); c.Phase != procedure.Learning || c.Outcome() != procedure.Agreed {
		t.Fatalf("after the written outcome: phase %s, outcome %q", c.Phase, c.Outcome())
	}
	l.do(leader, procedure.Categorise)
	l.do(leader, procedure.DetermineCause, "why_1", "Trein viel uit", "why_2", "Geen reserveplan", "cause", "planning")
	l.do(leader, procedure.RecordLesson, "lesson", "Reistijd ruimer plannen.")
	l.do(leader, procedure.DecideMeasure, "what", "Reserveplan per training", "by", "2027-01-15")
	l.want("satisfaction", complaint.Waiting)
	l.after(8 * 24 * time.Hour)
	l.want("satisfaction", complaint.Open)
	l.do(leader, procedure.MeasureSatisfaction, "score", "8")
	c := l.complaint()
	if c.Phase != procedure.Completed {
		for _, d := range complaint.Duties(c, l.p, l.calendar()) {
			t.Logf("%s %s", d.Obligation.ID, d.Status(l.now))
		}
		t.Fatalf("phase %s after everything was done", c.Phase)
	}
}
