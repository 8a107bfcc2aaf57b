package complaint

import (
	"slices"
	"strconv"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// TakeBack takes the last thing back that was recorded by mistake, as long as
// nothing rests on it; or a note or a file of one's own, on which nothing ever
// does. Both the mistake and its correction stay on record.
type TakeBack struct {
	Fact   string // LastFact, the sequence of a note or a file, or ""
	Reason string
}

// LastFact is what a TakeBack takes back where it is not a note or a file.
const LastFact = "last"

// Fields implements Action: what is chosen between, where there is a choice.
func (a *TakeBack) Fields(s *Situation) []Field {
	reason := long("reason", &a.Reason).required()
	var kept []Choice
	for _, r := range s.Complaint.keptBy(s.Actor.ID) {
		kept = append(kept, Choice{strconv.Itoa(r.Seq), labelOf(r.Event)})
	}
	if kept == nil {
		return []Field{reason}
	}
	if _, ok := s.Complaint.Mistake(); ok {
		kept = append([]Choice{{Value: LastFact}}, kept...)
	}
	return []Field{choice("fact", &a.Fact).labelled(kept).or(kept[0].Value), reason}
}

// labelOf is how somebody knows his own note or file again.
func labelOf(e event.Event) procedure.Text {
	said := ""
	switch e := e.(type) {
	case NotedEvent:
		said = e.Text
	case AttachedEvent:
		said = e.Name
	}
	if words := []rune(said); len(words) > longestLabel {
		said = string(words[:longestLabel]) + "…"
	}
	return procedure.Text{NL: said, EN: said}
}

// longestLabel is how many characters of a note are shown to know it again.
const longestLabel = 30

// restsOnNothing are facts that may come after a mistake without resting on it.
var restsOnNothing = []string{NotedEvent{}.EventName(), AttachedEvent{}.EventName(), LinkedEvent{}.EventName(),
	HeldEvent{}.EventName(), HoldReleasedEvent{}.EventName(), TakenBackEvent{}.EventName()}

// stands are facts that are not taken back: a complaint begins with them, they
// correct something themselves, or other streams know of them.
var stands = []string{ReceivedEvent{}.EventName(), OwnerAssignedEvent{}.EventName(), AssessorAppointedEvent{}.EventName(),
	CorrectedEvent{}.EventName(), ReopenedEvent{}.EventName(), SettledEvent{}.EventName(), CompletedEvent{}.EventName(),
	MeasureDecidedEvent{}.EventName(), MeasureDoneEvent{}.EventName(), EffectCheckedEvent{}.EventName(),
	ExpertJudgedEvent{}.EventName(), ExpertMeasureTakenEvent{}.EventName()}

// Mistake is the last fact on which nothing rests.
func (c *Complaint) Mistake() (event.Recorded, bool) {
	for _, r := range slices.Backward(c.log) {
		name := r.Event.EventName()
		switch {
		case slices.Contains(restsOnNothing, name):
			continue
		case slices.Contains(stands, name):
			return event.Recorded{}, false
		}
		return r, true
	}
	return event.Recorded{}, false
}

// keptBy are somebody's own notes and files, the newest first.
func (c *Complaint) keptBy(person string) (kept []event.Recorded) {
	for _, r := range slices.Backward(c.log) {
		switch r.Event.(type) {
		case NotedEvent, AttachedEvent:
			if r.Actor == person {
				kept = append(kept, r)
			}
		}
	}
	return kept
}

// LastOf is what somebody recorded last of all that can be taken back.
func (c *Complaint) LastOf(person string) (r event.Recorded, ok bool) {
	if m, is := c.Mistake(); is && m.Actor == person {
		r, ok = m, true
	}
	if kept := c.keptBy(person); len(kept) > 0 && kept[0].Seq > r.Seq {
		r, ok = kept[0], true
	}
	return r, ok
}

// Naming is how a TakeBack names a fact that it is to take back.
func (c *Complaint) Naming(r event.Recorded) string {
	if m, ok := c.Mistake(); ok && m.Seq == r.Seq {
		return LastFact
	}
	return strconv.Itoa(r.Seq)
}

// Guard implements Action.
func (a *TakeBack) Guard(s *Situation) *Refusal {
	if _, ok := s.Complaint.Mistake(); !ok && len(s.Complaint.keptBy(s.Actor.ID)) == 0 {
		return refuse("S13", "nothing-to-take-back")
	}
	return s.undestroyed("S38")
}

// Decide implements Action.
func (a *TakeBack) Decide(s *Situation) ([]event.Event, error) {
	m, ok := s.Complaint.Mistake()
	for _, r := range s.Complaint.keptBy(s.Actor.ID) {
		if a.Fact == strconv.Itoa(r.Seq) || a.Fact == "" && !ok {
			m, ok = r, true
			break
		}
	}
	return []event.Event{TakenBackEvent{Fact: m.Seq, Name: m.Event.EventName(), Late: s.late(), Reason: a.Reason}}, nil
}

// TakenBackEvent: a fact does not count any more. Fact is its sequence, Late
// are the obligations that were too late by then.
type TakenBackEvent struct {
	Fact   int      `json:"fact" part:"figure"`
	Name   string   `json:"name" part:"figure"`
	Late   []string `json:"late" part:"figure"`
	Reason string   `json:"reason"`
}

// EventName implements event.Event.
func (TakenBackEvent) EventName() string { return "taken-back" }

// apply makes the complaint anew without that fact.
func (e TakenBackEvent) apply(c *Complaint, r event.Recorded) {
	was := *c
	*c = *fresh(was.Number)
	for _, x := range was.log {
		if x.Seq != e.Fact {
			c.apply(x)
		}
	}
	c.stayLate(e.Late)
	c.Seq = r.Seq
	if r.HappenedAt.After(c.LastFact) {
		c.LastFact = r.HappenedAt
	}
}
