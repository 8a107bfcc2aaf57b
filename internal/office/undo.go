package office

import (
	"context"
	"slices"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Undo is what it would do to take back what the viewer recorded last on a
// complaint, as it stood at Seq.
type Undo struct {
	Seq   int
	Fact  int // its sequence
	Event string
	At    time.Time // when it was recorded
	// Opens are the obligations that stand open again afterwards, StayLate those
	// of them that were too late by now and will have been.
	Opens, StayLate []procedure.Text

	names string // it, to the action
}

// Undo says what taking back would do; it refuses where there is nothing to be
// taken back, or what there is was recorded by another.
func (o *Office) Undo(ctx context.Context, v Viewer, number string) (u Undo, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, number, asOf{})
		if err != nil {
			return err
		}
		if l.Complaint == nil || l.Measure != nil {
			return ErrNotFound
		}
		if !l.opens() {
			return o.notYours(l, procedure.TakeBack)
		}
		spec, _ := complaint.SpecOf(procedure.TakeBack)
		if r := complaint.OfferOf(&l.Situation, spec).Refusal; r != nil {
			return r
		}
		r, ok := l.Complaint.LastOf(l.Actor.ID)
		if !ok {
			return &complaint.Refusal{Rule: "S13", Key: "undo-anothers"}
		}
		u = Undo{Seq: l.seq, Fact: r.Seq, Event: r.Event.EventName(), At: r.RecordedAt, names: l.Complaint.Naming(r)}
		u.Opens, u.StayLate, err = l.without(u.names)
		return err
	})
	return u, err
}

// without says what stands open again, and late, once a fact is taken back.
func (l *loaded) without(fact string) (opens, late []procedure.Text, err error) {
	facts := slices.Clone(l.facts)
	taken, err := (&complaint.TakeBack{Fact: fact}).Decide(&l.Situation)
	if err != nil {
		return nil, nil, err
	}
	for i, e := range taken {
		facts = append(facts, event.Recorded{Seq: l.seq + 1 + i, HappenedAt: l.Now, RecordedAt: l.Now, Actor: l.Actor.ID, Event: e})
	}
	after, err := complaint.Fold(l.Complaint.Number, facts)
	if err != nil {
		return nil, nil, err
	}
	met := map[string]bool{}
	for _, d := range complaint.Duties(l.Complaint, l.Procedure, l.Calendar) {
		met[d.Obligation.ID] = !d.IsOpen(l.Now)
	}
	for _, d := range l.readable(complaint.Duties(after, l.Procedure, l.Calendar)) {
		if !met[d.Obligation.ID] || !d.IsOpen(l.Now) || len(d.Obligation.MetBy) == 0 {
			continue
		}
		opens = append(opens, d.Obligation.Title)
		if d.Status(l.Now) == complaint.Overdue {
			late = append(late, d.Obligation.Title)
		}
	}
	return opens, late, nil
}

// TakeBack takes back what Undo told of; ErrStale where something came in
// between.
func (o *Office) TakeBack(ctx context.Context, v Viewer, number string, u Undo, reason string) error {
	values := map[string]string{"reason": reason}
	if u.names != complaint.LastFact {
		values["fact"] = u.names
	}
	return o.Take(ctx, v, number, procedure.TakeBack, Input{Values: values, Seen: u.Seq})
}
