package main

import (
	"cmp"
	cryptorand "crypto/rand"
	"errors"
	"flag"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/store"
)

// everybody are the logins of newWorld.
var everybody = []string{"omar", "petra", "dirk"}

// inForce is the procedure, read once.
var inForce = sync.OnceValue(procedure.Default)

// taken is one action that somebody takes on a complaint.
type taken struct {
	who    string
	action procedure.ActionID
	values map[string]string
}

// ordinaryLife brings a complaint from the first action to the last one. The
// satisfaction can be asked for a week after the outcome.
func ordinaryLife() []taken {
	step := func(who string, action procedure.ActionID, values ...string) taken {
		x := taken{who, action, map[string]string{}}
		for i := 0; i < len(values); i += 2 {
			x.values[values[i]] = values[i+1]
		}
		return x
	}
	return []taken{
		step("omar", procedure.ConfirmReceipt, "by", "post", "to", "Dorpsstraat 1"),
		step("dirk", procedure.Assess, "alone", "yes", "reason", "De les was korter."),
		step("omar", procedure.CompleteForm, "address", "Dorpsstraat 1", "remedy_sought", "Een inhaalles", "person_concerned", "expert:E-004", "category", "trainer"),
		step("omar", procedure.SendCopy, "by", "handed"),
		step("omar", procedure.SendCopy, "by", "handed"),
		step("petra", procedure.RecordFinding, "spoken_with", "E-004", "statement", "De trein viel uit.", "course_of_events", "10.30 begin"),
		step("petra", procedure.RecordInformation),
		step("petra", procedure.FormJudgement, "judgement", "founded", "reasons", "De les was korter."),
		step("petra", procedure.AddressPerson, "with", "E-004", "summary", "Besproken."),
		step("petra", procedure.PreventRecurrence, "what", "Een half uur vooraf melden."),
		step("petra", procedure.ProposeResolution, "proposal", "Inhaalles"),
		step("petra", procedure.RecordAcceptance, "accepted", "yes", "quote", "Prima zo."),
		step("petra", procedure.ApproveFeedback),
		step("omar", procedure.SendFeedback, "by", "post", "to", "Dorpsstraat 1"),
		step("petra", procedure.InformOrganisation, "whom", "Teamoverleg"),
		step("petra", procedure.Categorise),
		step("petra", procedure.DetermineCause, "why_1", "De trein viel uit", "cause", "planning"),
		step("petra", procedure.RecordLesson, "lesson", "Reistijd ruimer plannen."),
		step("petra", procedure.DecideMeasure, "what", "Reserveplan", "by", "2029-01-15"),
		step("petra", procedure.MeasureSatisfaction, "score", "8"),
	}
}

// truth is a complaint as its facts alone make it.
type truth struct {
	facts  []event.Recorded
	c      *complaint.Complaint
	duties []complaint.Duty
}

// tell reckons a complaint from some of its facts.
func (w *world) tell(tb fatal, number string, facts []event.Recorded) truth {
	c, err := complaint.Fold(number, facts)
	if err != nil {
		tb.Fatalf("%v", err)
	}
	return truth{facts, c, complaint.Duties(c, inForce(), calendar.New(w.zone, c.Closed...))}
}

// fatal is a test, or one try of a property.
type fatal interface {
	Fatalf(format string, args ...any)
}

// truths reads the facts of all complaints, past every read model.
func (w *world) truths(tb fatal, s *store.Store) (out []truth) {
	err := s.Read(w.ctx, func(tx office.Tx) error {
		streams, err := tx.Streams(w.ctx)
		if err != nil {
			return err
		}
		for _, name := range streams {
			if name[0] != '2' { // the organisation, a measure
				continue
			}
			envelopes, err := tx.Stream(w.ctx, name)
			if err != nil {
				return err
			}
			facts, err := complaint.Codec().OpenAll(envelopes)
			if err != nil {
				return err
			}
			out = append(out, w.tell(tb, name, facts))
		}
		return nil
	})
	if err != nil {
		tb.Fatalf("%v", err)
	}
	return out
}

// listedLine is what a line of the register says that depends on the moment.
type listedLine struct {
	Number  string
	Phase   procedure.Phase
	Next    string
	Due     time.Time
	Overdue bool
	Whole   bool
}

// owes says whether an obligation of this complaint is the viewer's to meet. The
// only office manager is Omar: what he would do in a complaint about himself is
// the director's.
func owes(v office.Viewer, c *complaint.Complaint, d complaint.Duty) bool {
	instead := c.Form.PersonConcerned == "staff:omar" && d.Obligation.OwedBy == procedure.OfficeManager && v.Has(procedure.Director)
	return v.Has(d.Obligation.OwedBy) || d.Obligation.OwedBy == procedure.Owner && c.Owner == v.ID || instead
}

// firstEnd is the first end of what is open among these; zero where none has one.
func firstEnd(duties []complaint.Duty, now time.Time, counts func(complaint.Duty) bool) (first time.Time) {
	for _, d := range duties {
		if d.IsOpen(now) && !d.DueAt.IsZero() && counts(d) && (first.IsZero() || d.DueAt.Before(first)) {
			first = d.DueAt
		}
	}
	return first
}

// line is what the register should say of a complaint to this viewer, and
// whether it belongs to the view.
func (x truth) line(v office.Viewer, view office.View, now time.Time) (l listedLine, belongs bool) {
	var duties, mine []complaint.Duty
	for _, d := range x.duties {
		if d.Obligation.OwedBy == procedure.MeasureOwner {
			continue // that stands with the measure
		}
		if d.Obligation.Personnel() && !v.Has(procedure.Director) && v.ID != x.c.Owner && v.ID != x.c.Assessor {
			continue // a personnel matter (S40)
		}
		duties = append(duties, d)
		if owes(v, x.c, d) {
			mine = append(mine, d)
		}
	}
	next, any := complaint.NextDuty(duties, now)
	_, todo := complaint.NextDuty(mine, now)
	if view == office.Todo {
		next, any = complaint.NextDuty(mine, now)
	}
	l = listedLine{Number: x.c.Number, Phase: x.c.Phase, Next: next.Obligation.ID, Due: next.DueAt}
	for _, d := range duties {
		if !d.IsOpen(now) {
			continue
		}
		l.Overdue = l.Overdue || d.Status(now) == complaint.Overdue
	}
	if l.Due.IsZero() {
		l.Due = firstEnd(duties, now, func(d complaint.Duty) bool { return any && d.Obligation.OwedBy == next.Obligation.OwedBy })
	}
	if l.Due.IsZero() {
		l.Due = firstEnd(duties, now, func(complaint.Duty) bool { return true })
	}
	l.Due = l.Due.UTC()
	if concerns(x.c, v) { // number and phase, and no list that tells more
		l, todo = listedLine{Number: l.Number, Phase: l.Phase}, false
	}
	l.Whole = !concerns(x.c, v) && (v.Has(procedure.Director, procedure.OfficeManager) || x.c.Owner == v.ID)
	switch view {
	case office.Todo:
		return l, todo
	case office.Mine:
		return l, !concerns(x.c, v) && x.c.Owner == v.ID && x.c.Phase != procedure.Completed
	case office.OverdueView:
		return l, l.Overdue
	case office.HandlingView:
		return l, x.c.Phase == procedure.Handling
	case office.LearningView:
		return l, x.c.Phase == procedure.Learning
	case office.CompletedView:
		return l, x.c.Phase == procedure.Completed
	}
	return l, true
}

func concerns(c *complaint.Complaint, v office.Viewer) bool {
	return c.Form.PersonConcerned == "staff:"+v.Login
}

// register is what the view should show, in its order: what presses first, or
// the newest first.
func register(all []truth, v office.Viewer, view office.View, now time.Time) []listedLine {
	type placed struct {
		listedLine
		serious, own bool
	}
	var rows []placed
	for _, x := range all {
		if l, belongs := x.line(v, view, now); belongs {
			own := concerns(x.c, v)
			rows = append(rows, placed{l, !own && x.c.Severity() == complaint.SeriousCase && x.c.Phase != procedure.Completed, own})
		}
	}
	first := func(a, b bool) int {
		switch {
		case a == b:
			return 0
		case a:
			return -1
		}
		return 1
	}
	slices.SortFunc(rows, func(a, b placed) int {
		if view == office.All || view == office.CompletedView {
			return cmp.Or(first(a.serious, b.serious), cmp.Compare(b.Number, a.Number))
		}
		return cmp.Or(first(b.own, a.own), first(a.serious, b.serious), first(a.Overdue, b.Overdue), first(!a.Due.IsZero(), !b.Due.IsZero()),
			a.Due.Compare(b.Due), cmp.Compare(a.Number, b.Number))
	})
	var out []listedLine
	for _, r := range rows {
		out = append(out, r.listedLine)
	}
	return out
}

// sameAsFacts fails where a view says something else than the facts.
func (w *world) sameAsFacts(tb fatal, o *office.Office, s *store.Store, login string, views ...office.View) {
	all := w.truths(tb, s)
	v := acting(w, tb, o, login)
	for _, view := range views {
		page := listed(w, tb, o, v, view)
		var got []listedLine
		for _, l := range page.Lines {
			got = append(got, listedLine{l.Number, l.Phase, l.Next.ID, l.Due, l.Overdue, l.Whole})
		}
		if diff := gocmp.Diff(register(all, v, view, o.Now()), got); diff != "" {
			tb.Fatalf("%s for %s at %s (-facts +register):\n%s", view, login, o.Now(), diff)
		}
		waiting := 0
		if view == office.Todo {
			waiting = len(page.Notices)
		}
		if page.Counts[view] != len(got)+waiting {
			tb.Fatalf("%s for %s counts %d and lists %d", view, login, page.Counts[view], len(got))
		}
	}
}

func acting(w *world, tb fatal, o *office.Office, login string) office.Viewer {
	v, err := o.Acting(w.ctx, login, "")
	if err != nil {
		tb.Fatalf("%v", err)
	}
	return v
}

func listed(w *world, tb fatal, o *office.Office, v office.Viewer, view office.View) office.Page {
	page, err := o.List(w.ctx, v, office.Query{View: view, Counts: true})
	if err != nil {
		tb.Fatalf("%v", err)
	}
	return page
}

// rebuiltIsTheSame fails where the register differs once it was made anew.
func (w *world) rebuiltIsTheSame(tb fatal, o *office.Office, login string) {
	v := acting(w, tb, o, login)
	pages := func() (out []office.Page) {
		for _, view := range []office.View{office.Todo, office.All} {
			out = append(out, listed(w, tb, o, v, view))
		}
		return out
	}
	before := pages()
	if err := o.Rebuild(w.ctx); err != nil {
		tb.Fatalf("%v", err)
	}
	if diff := gocmp.Diff(before, pages()); diff != "" {
		tb.Fatalf("(-before +rebuilt):\n%s", diff)
	}
}

// owedAsOf fails where obligations at a moment are not those of the facts that
// had happened by then.
func (w *world) owedAsOf(tb fatal, o *office.Office, s *store.Store, at time.Time) {
	dirk := acting(w, tb, o, "dirk")
	for _, x := range w.truths(tb, s) {
		facts := slices.DeleteFunc(slices.Clone(x.facts), func(r event.Recorded) bool { return r.HappenedAt.After(at) })
		if len(facts) == 0 || x.c.Form.PersonConcerned == "staff:dirk" {
			continue
		}
		want := map[string]complaint.Status{}
		for _, d := range w.tell(tb, x.c.Number, facts).duties {
			want[d.Obligation.ID] = d.Status(at)
		}
		owed, err := owedOf(w.ctx, o, dirk, x.c.Number, at)
		if err != nil {
			tb.Fatalf("%v", err)
		}
		got := map[string]complaint.Status{}
		for _, d := range owed[0].Duties {
			got[d.Obligation.ID] = d.Status
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			tb.Fatalf("%s as of %s (-facts +told):\n%s", x.c.Number, at, diff)
		}
	}
}

// answered fills a field in as somebody might.
func (w *world) answered(r *rapid.T, f complaint.Field) (string, bool) {
	if !f.Required && rapid.IntRange(0, 2).Draw(r, "leave out") > 0 {
		return "", false
	}
	if len(f.Choices) > 0 {
		return rapid.SampledFrom(f.Choices).Draw(r, f.Name).Value, true
	}
	switch f.Kind {
	case complaint.MomentKind:
		return w.now.Add(-time.Duration(rapid.Int64Range(0, 4*24*3600).Draw(r, f.Name)) * time.Second).Format(time.RFC3339), true
	case complaint.DayKind:
		return calendar.New(w.zone).Day(w.now).AddDays(rapid.IntRange(0, 40).Draw(r, f.Name)).String(), true
	case complaint.NumberKind:
		return fmt.Sprint(rapid.IntRange(1, 10).Draw(r, f.Name)), true
	case complaint.BoolKind:
		return rapid.SampledFrom([]string{"true", "false"}).Draw(r, f.Name), true
	}
	return "a@example.org", true // a text as good as any other, and an address
}

// anything is one action by anybody on any complaint or measure; a refusal is
// an answer too.
func (w *world) anything(r *rapid.T, o *office.Office, complaints int) {
	v, err := o.Acting(w.ctx, rapid.SampledFrom(everybody).Draw(r, "who"), "")
	if err != nil {
		r.Fatal(err)
	}
	spec := rapid.SampledFrom(complaint.Specs()).Draw(r, "action")
	prefix, serials := "", complaints
	if complaint.TakenAt(spec.ID, complaint.AtMeasure) {
		prefix, serials = "M-", 2
	}
	subject := office.Number(prefix, 2026, rapid.IntRange(1, serials).Draw(r, "subject"))
	f, err := o.Form(w.ctx, v, subject, spec.ID, "")
	if errors.Is(err, office.ErrNotFound) {
		return
	}
	if err != nil {
		r.Fatal(err)
	}
	in := office.Input{Values: map[string]string{}, Files: map[string]office.File{}}
	for _, field := range f.Offer.Fields {
		if field.Kind == complaint.FileKind {
			in.Files[field.Name] = office.File{Name: "foto.jpg", Content: []byte("foto")}
		} else if value, ok := w.answered(r, field); ok {
			in.Values[field.Name] = value
		}
	}
	if spec.ID == procedure.NewComplaint {
		in.Values = ordinary("Nog een")
		_, err = o.Record(w.ctx, v, in)
	} else {
		err = o.Take(w.ctx, v, subject, spec.ID, in)
	}
	w.refusedAtMost(r, err)
}

func (w *world) refusedAtMost(tb fatal, err error) {
	var refusal *complaint.Refusal
	var faults complaint.Faults
	if err != nil && !errors.As(err, &refusal) && !errors.As(err, &faults) && !errors.Is(err, office.ErrNotFound) {
		tb.Fatalf("%v is no refusal", err)
	}
}

// some lives a few complaints, each some way along its ordinary life, with time
// passing in between.
func (w *world) some(r *rapid.T, o *office.Office) (complaints int) {
	complaints = rapid.IntRange(1, 2).Draw(r, "complaints")
	for range complaints {
		values := ordinary("Trainer een uur later")
		number, err := o.Record(w.ctx, w.viewer("omar"), office.Input{Values: values})
		if err != nil {
			r.Fatal(err)
		}
		life := ordinaryLife()
		for _, x := range life[:rapid.IntRange(0, len(life)).Draw(r, "how far")] {
			w.pass(r, 20)
			err := o.Take(w.ctx, w.viewer(x.who), number, x.action, office.Input{Values: x.values})
			w.refusedAtMost(r, err)
		}
		w.pass(r, 8*24)
	}
	return complaints
}

func (w *world) pass(r *rapid.T, hours int64) {
	w.now = w.now.Add(time.Duration(rapid.Int64Range(0, hours*3600).Draw(r, "wait")) * time.Second)
}

// Whatever people do, at any later moment the register is what the facts say,
// rebuilt it is the same, and what was owed at a moment in the past is told from
// what had happened by then.
func TestTheRegisterIsWhatTheFactsSay(t *testing.T) {
	if n := flag.Lookup("rapid.checks"); n.Value.String() == n.DefValue {
		if err := n.Value.Set("25"); err != nil { // each is a file of its own; ask for more with -rapid.checks
			t.Fatal(err)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		w := newWorld(t, lang.NL)
		s, err := store.OpenFast(w.ctx, w.path)
		if err != nil {
			r.Fatal(err)
		}
		defer func() {
			if err := s.Close(); err != nil {
				r.Error(err)
			}
		}()
		wire := wiring{zone: w.zone}
		o := wire.office(s, func() time.Time { return w.now }, cryptorand.Reader)
		begin := w.now
		complaints := w.some(r, o)
		for range rapid.IntRange(0, 6).Draw(r, "actions") {
			w.anything(r, o, complaints)
			w.pass(r, 3*24)
			w.sameAsFacts(r, o, s, rapid.SampledFrom(everybody).Draw(r, "who looks"), rapid.SampledFrom(office.Views()).Draw(r, "view"))
		}
		w.pass(r, 60*24)
		who := rapid.SampledFrom(everybody).Draw(r, "who looks at the end")
		w.sameAsFacts(r, o, s, who, office.Views()...)
		w.rebuiltIsTheSame(r, o, who)
		past := rapid.Int64Range(0, int64(w.now.Sub(begin)/time.Second)).Draw(r, "as of")
		w.owedAsOf(r, o, s, begin.Add(time.Duration(past)*time.Second).UTC())
	})
}

// A confirmation that was entered later counts from when it was sent: as of
// then the term was met, although nobody could have known.
func TestObligationsAsOfAMomentGoByWhatHadHappened(t *testing.T) {
	w := newWorld(t, lang.NL)
	number := w.record("omar", "Trainer een uur later")
	sent := w.now.Add(2 * time.Hour)
	w.now = w.now.Add(48 * time.Hour)
	err := w.office.Take(w.ctx, w.viewer("omar"), number, procedure.ConfirmReceipt, office.Input{Values: map[string]string{
		"at": sent.Format(time.RFC3339), "by": "post", "to": "Dorpsstraat 1"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		at   time.Time
		want complaint.Status
	}{{sent.Add(-time.Second), complaint.Open}, {sent, complaint.Met}, {w.now, complaint.Met}} {
		owed, err := owedOf(w.ctx, w.office, w.viewer("dirk"), number, x.at.UTC())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range owed[0].Duties {
			if d.Obligation.ID == "receipt-confirmation" && d.Status != x.want {
				t.Errorf("as of %s it is %s, not %s", x.at, d.Status, x.want)
			}
		}
	}
	known, err := w.office.Dossier(w.ctx, w.viewer("dirk"), number, sent.Add(30*time.Hour).UTC())
	if err != nil {
		t.Fatal(err)
	}
	if len(known.Letters) != 0 {
		t.Error("a letter is known before it was entered")
	}
}
