package complaint

import (
	"time"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Action is something that a person does. Fields describes its fields bound to
// the action; Guard says whether it makes sense now; Decide turns it into
// facts and changes nothing.
type Action interface {
	Fields(s *Situation) []Field
	Guard(s *Situation) *Refusal
	Decide(s *Situation) ([]event.Event, error)
}

// Spec is an action's row in the table of actions.
type Spec struct {
	ID     procedure.ActionID
	Step   procedure.StepID // "" at any step
	New    func() Action
	Brings []procedure.Fact // what it can bring about
}

// Attachment is a file handed in with an action: its content is kept apart
// under its digest.
type Attachment struct {
	Name   string
	Size   int64
	Digest string // hex SHA-256
}

// Input is what a person filled in. At is when it happened: zero is now.
type Input struct {
	Values map[string]string
	Files  map[string]Attachment
}

// Pending is a fact about to be recorded. Actor "" is the program.
type Pending struct {
	Stream     string // "" is that of the subject at hand
	Event      event.Event
	HappenedAt time.Time
	Actor      string
	For        string // on whose behalf, as a deputy; "" his own
}

// Offer says whether an action may be taken now by this person, with its
// fields as they would stand.
type Offer struct {
	Spec    Spec
	Refusal *Refusal
	Fields  []Field
}

// Offers answers for every action of the subject at hand what this person can
// do now and, where not, why not.
func Offers(s *Situation) []Offer {
	var out []Offer
	for _, spec := range Specs() {
		if s.offers(spec) {
			out = append(out, OfferOf(s, spec))
		}
	}
	return out
}

// Takes says whether an action belongs to the subject at hand.
func (s *Situation) Takes(action procedure.ActionID) bool { return TakenAt(action, s.home()) }

// offers says whether an action belongs to the subject at hand.
func (s *Situation) offers(spec Spec) bool {
	return TakenAt(spec.ID, s.home())
}

// OfferOf answers for one action.
func OfferOf(s *Situation, spec Spec) Offer {
	a := spec.New()
	o := Offer{Spec: spec, Refusal: s.mayTake(spec.ID), Fields: withAt(s, spec, a, new(time.Time))}
	if o.Refusal == nil {
		o.Refusal = a.Guard(s)
	}
	return o
}

// withAt puts the field that every action has before its own.
func withAt(s *Situation, spec Spec, a Action, at *time.Time) []Field {
	fields := a.Fields(s)
	if spec.ID == procedure.NewComplaint || spec.ID == procedure.FileNotice {
		return fields // its moment is the receipt
	}
	return append([]Field{moment("at", at)}, fields...)
}

// Take takes an action: it is refused with a *Refusal, or its fields are
// faulty (Faults), or these facts follow, those that come by themselves
// (settled, completed) included.
func Take(s *Situation, spec Spec, in Input) ([]Pending, error) {
	a := spec.New()
	if r := s.mayTake(spec.ID); r != nil {
		return nil, r
	}
	if r := a.Guard(s); r != nil {
		return nil, r
	}
	var at time.Time
	given := map[string]string{}
	for k, v := range in.Values {
		given[k] = v
	}
	if f, ok := a.(fileTaker); ok {
		f.takeFiles(in.Files, given)
	}
	if faults := bind(withAt(s, spec, a, &at), given, s.Calendar.Zone()); faults != nil {
		return nil, faults
	}
	if at.IsZero() {
		at = s.Now
	}
	if r, ok := a.(*Record); ok {
		at = r.receivedAt(s)
	}
	if at.After(s.Now) {
		return nil, Faults{{Field: momentField(spec), Key: "future"}}
	}
	if s.Complaint != nil && at.Before(s.Complaint.ReceivedAt.Truncate(time.Minute)) ||
		s.Notice != nil && at.Before(s.Notice.ReceivedAt.Truncate(time.Minute)) {
		return nil, Faults{{Field: "at", Key: "before-receipt"}}
	}
	s.At = at
	events, err := a.Decide(s)
	if err != nil {
		return nil, err
	}
	facts, err := s.follow(events, at)
	behalf := s.onBehalf(spec.ID)
	if crossing, ok := a.(elsewhere); ok && err == nil {
		for _, x := range crossing.Elsewhere(s) {
			if x.At.IsZero() {
				x.At = at
			}
			for _, e := range x.Events {
				facts = append(facts, Pending{Stream: x.Stream, Event: e, HappenedAt: x.At, Actor: s.Actor.ID})
			}
		}
	}
	for i := range facts {
		if facts[i].Actor != "" {
			facts[i].For = behalf
		}
	}
	return facts, err
}

// elsewhere is an action that other streams hear of too; it is asked after Decide.
type elsewhere interface {
	Elsewhere(s *Situation) []Elsewhere
}

// Elsewhere is what another stream hears.
type Elsewhere struct {
	Stream string
	Events []event.Event
	At     time.Time // zero: when the action happened
}

func momentField(spec Spec) string {
	if spec.ID == procedure.NewComplaint {
		return "received_at"
	}
	return "at"
}

// follow adds the facts that come by themselves: the complaint is settled or
// completed as soon as nothing of those steps is owed any more.
func (s *Situation) follow(events []event.Event, at time.Time) ([]Pending, error) {
	var out []Pending
	for _, e := range events {
		out = append(out, Pending{Event: e, HappenedAt: at, Actor: s.Actor.ID})
	}
	if h := s.home(); h == AtMeasure || h == AtNotice || h == AtExpert || len(events) == 0 {
		return out, nil
	}
	return s.settle(out, at)
}

// settle adds what follows by itself from these facts of a complaint.
func (s *Situation) settle(out []Pending, at time.Time) ([]Pending, error) {
	c := s.Complaint.copy(s.Number)
	for _, p := range out {
		c.apply(event.Recorded{Seq: c.Seq + 1, HappenedAt: p.HappenedAt, RecordedAt: s.Now, Actor: p.Actor, Event: p.Event})
	}
	for {
		p, ok := next(c, s, at)
		if !ok {
			return out, nil
		}
		c.apply(event.Recorded{Seq: c.Seq + 1, HappenedAt: p.HappenedAt, RecordedAt: s.Now, Event: p.Event})
		out = append(out, p)
	}
}

// fileTaker is an action that takes files.
type fileTaker interface {
	takeFiles(files map[string]Attachment, given map[string]string)
}
