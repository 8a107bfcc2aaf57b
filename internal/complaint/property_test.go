package complaint_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// answer fills a field in: mostly with something that fits, now and then not.
func answer(r *rapid.T, l *life, f complaint.Field) (string, bool) {
	if !f.Required && rapid.IntRange(0, 2).Draw(r, "leave out") > 0 {
		return "", false
	}
	if len(f.Choices) > 0 && rapid.IntRange(0, 9).Draw(r, "own") > 0 {
		return rapid.SampledFrom(f.Choices).Draw(r, f.Name).Value, true
	}
	if f.Default != "" && rapid.Bool().Draw(r, "as it stands") {
		return "", false
	}
	switch f.Kind {
	case complaint.MomentKind:
		back := rapid.Int64Range(0, 3*24*3600).Draw(r, f.Name)
		return l.now.Add(-time.Duration(back) * time.Second).Format(time.RFC3339), true
	case complaint.DayKind:
		return l.calendar().Day(l.now).AddDays(rapid.IntRange(0, 60).Draw(r, f.Name)).String(), true
	case complaint.NumberKind:
		return fmt.Sprint(rapid.IntRange(0, 11).Draw(r, f.Name)), true
	case complaint.BoolKind:
		return rapid.SampledFrom([]string{"true", "false"}).Draw(r, f.Name), true
	}
	if f.Name == "email" {
		return rapid.SampledFrom([]string{"", "a@example.org"}).Draw(r, f.Name), true
	}
	return rapid.StringN(1, 12, 40).Draw(r, f.Name), true
}

// attempt is one random action by a random person; a refusal is an answer too.
func (l *life) attempt(r *rapid.T, backdate bool) {
	spec := rapid.SampledFrom(complaint.Specs()).Draw(r, "action")
	if complaint.TakenAt(spec.ID, complaint.AtNotice) || complaint.TakenAt(spec.ID, complaint.AtOffice) && spec.ID != procedure.NewComplaint {
		return // these have lives of their own
	}
	if spec.ID == procedure.NewComplaint && len(l.facts) > 0 || spec.ID != procedure.NewComplaint && len(l.facts) == 0 {
		return
	}
	if complaint.TakenAt(spec.ID, complaint.AtMeasure) && len(l.measure) == 0 {
		return
	}
	who := rapid.SampledFrom(l.people).Draw(r, "who")
	s := l.situation(who)
	if complaint.TakenAt(spec.ID, complaint.AtMeasure) {
		s.Measure, _ = complaint.FoldMeasure(measureID, l.measure)
	}
	in := complaint.Input{Values: map[string]string{}}
	for _, f := range complaint.OfferOf(s, spec).Fields {
		if f.Kind == complaint.FileKind {
			in.Files = map[string]complaint.Attachment{f.Name: {Name: "foto.jpg", Size: 3, Digest: "ab"}}
		} else if v, ok := answer(r, l, f); ok && (backdate || f.Kind != complaint.MomentKind) {
			in.Values[f.Name] = v
		}
	}
	err := l.take(who, spec.ID, in)
	var refusal *complaint.Refusal
	var faults complaint.Faults
	if errors.As(err, &refusal) && (refusal.Rule == "" || refusal.Key == "") {
		r.Fatalf("%s by %s is refused without a rule", spec.ID, who.Login)
	}
	if err != nil && !errors.As(err, &refusal) && !errors.As(err, &faults) {
		r.Fatalf("%s by %s: %v is neither a refusal nor faulty fields", spec.ID, who.Login, err)
	}
}

// storedLife writes every fact as it is stored, reads it back, and folds that.
func (l *life) storedLife(r *rapid.T) *complaint.Complaint {
	var stream []event.Envelope
	for _, fact := range l.facts {
		e, err := event.Seal("2026-001", fact, rand.Reader)
		if err != nil {
			r.Fatal(err)
		}
		stream = append(stream, e)
	}
	facts, err := complaint.Codec().OpenAll(stream)
	if err != nil {
		r.Fatal(err)
	}
	c, err := complaint.Fold("2026-001", facts)
	if err != nil {
		r.Fatal(err)
	}
	return c
}

// gates says what still stands before the gates that the complaint is behind.
func (l *life) gates(r *rapid.T) {
	c := l.complaint()
	for _, d := range complaint.Duties(c, l.p, l.calendar()) {
		step, _ := l.p.Step(d.Obligation.Step)
		behind := c.Phase == procedure.Completed || c.Phase == procedure.Learning && step.Phase == procedure.Handling
		if behind && d.Obligation.Gate && !d.Closed() && !d.StartsAt.IsZero() {
			r.Fatalf("%s with %s still %s", c.Phase, d.Obligation.ID, d.Status(l.now))
		}
	}
}

// wayOut says where a complaint could no longer come to an ending: somebody has
// to be able to record that it is withdrawn, as long as nothing else ended it.
func (l *life) wayOut(r *rapid.T) {
	c := l.complaint()
	if _, reached := c.Fact(procedure.OutcomeReached); reached || c.Phase != procedure.Handling {
		return
	}
	spec, _ := complaint.SpecOf(procedure.Withdraw)
	for _, p := range l.people {
		if complaint.OfferOf(l.situation(p), spec).Refusal == nil {
			return
		}
	}
	r.Fatal("nobody can bring this complaint to an ending any more")
}

// random begins a random life: who works here, and the first complaint.
func random(r *rapid.T) *life {
	l := newLife(r)
	tess := complaint.Person{ID: "s4", Login: "tess", Name: "Tess Demo", Roles: []procedure.Role{procedure.ProjectLeader, procedure.OfficeManager}}
	if rapid.Bool().Draw(r, "tess works here") {
		l.people = append(l.people, tess)
	}
	l.now = l.now.Add(time.Duration(rapid.Int64Range(0, 2*366*24*3600).Draw(r, "begin")) * time.Second)
	l.do(manager, procedure.NewComplaint, ordinary...)
	switch rapid.IntRange(0, 3).Draw(r, "how far") { // a random walk alone seldom gets far
	case 1:
		l.run(inOneGo[1:6])
	case 2:
		l.run(inOneGo[1:14])
	case 3:
		l.run(inOneGo[1:16])
	}
	return l
}

func (l *life) run(steps []step) {
	for _, s := range steps {
		l.do(s.who, s.action, s.fields...)
	}
}

func (l *life) wait(r *rapid.T) {
	l.after(time.Duration(rapid.Int64Range(0, 9*24*3600).Draw(r, "wait")) * time.Second)
}

// Whatever people do, whenever: what is decided can be stored and read back as
// it was, and no gate is passed while something stands before it.
func TestRandomLives(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := random(r)
		for range rapid.IntRange(1, 25).Draw(r, "actions") {
			l.attempt(r, true)
			l.gates(r)
			l.wayOut(r)
			l.wait(r)
		}
		utc := cmp.Transformer("utc", func(t time.Time) time.Time { return t.UTC().Truncate(time.Second) })
		if diff := cmp.Diff(l.complaint(), l.storedLife(r), utc, cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(complaint.Complaint{})); diff != "" {
			r.Fatalf("(-decided +stored):\n%s", diff)
		}
		stored := l.storedLife(r)
		for i, d := range complaint.Duties(l.complaint(), l.p, l.calendar()) {
			if got := complaint.Duties(stored, l.p, l.calendar())[i]; got.Status(l.now) != d.Status(l.now) {
				r.Fatalf("%s is %s, stored %s", d.Obligation.ID, d.Status(l.now), got.Status(l.now))
			}
		}
	})
}

// What was too late stays too late for ever: it may be met late, waived or fall
// away, but it is never on time again. What is entered now happened now here;
// the progress clock has no end to be late for.
func TestWhatWasLateNeverBecomesOnTime(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l, late := random(r), map[string]time.Time{}
		for range rapid.IntRange(1, 25).Draw(r, "actions") {
			l.wait(r)
			l.noteLate(r, late)
			l.attempt(r, false)
			l.noteLate(r, late)
		}
	})
}

func (l *life) noteLate(r *rapid.T, late map[string]time.Time) {
	for _, d := range complaint.Duties(l.complaint(), l.p, l.calendar()) {
		id := d.Obligation.ID
		if len(d.Obligation.MetBy) == 0 {
			continue
		}
		status := d.Status(l.now)
		since, was := late[id]
		switch status {
		case complaint.Overdue, complaint.MetLate:
			if !was {
				late[id] = l.now
			}
		case complaint.NotApplicable:
			delete(late, id) // it fell away, and may come back with a new term
		case complaint.Met, complaint.Open, complaint.DueSoon, complaint.Extended, complaint.Waiting:
			if was && (status == complaint.Met || !d.LateFor) { // opened again it is late on record
				r.Fatalf("%s was late at %s and is %s at %s", id, since, status, l.now)
			}
		}
	}
}
