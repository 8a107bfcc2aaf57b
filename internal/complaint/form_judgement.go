package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Verdict is whether the complaint is justified (S24).
type Verdict string

// The verdicts.
const (
	Founded   Verdict = "founded"
	Partly    Verdict = "partly"
	Unfounded Verdict = "unfounded"
)

// Judgement is the opinion formed, with its reasons.
type Judgement struct {
	Verdict Verdict
	Reasons string
}

// FormJudgement records the opinion on the complaint (S24).
type FormJudgement struct {
	Verdict Verdict
	Reasons string
}

// Fields implements Action.
func (a *FormJudgement) Fields(*Situation) []Field {
	return []Field{
		choice("judgement", &a.Verdict, Founded, Partly, Unfounded).required(),
		long("reasons", &a.Reasons).required(),
	}
}

// Guard implements Action.
func (a *FormJudgement) Guard(s *Situation) *Refusal {
	return first(s.once("S24", "already-judged", procedure.Judged), s.assessed("S24"))
}

// Decide implements Action.
func (a *FormJudgement) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{JudgedEvent{a.Verdict, a.Reasons}}, nil
}

// JudgedEvent: the director or the owner formed an opinion.
type JudgedEvent struct {
	Verdict Verdict `json:"verdict" part:"figure"`
	Reasons string  `json:"reasons"`
}

// EventName implements event.Event.
func (JudgedEvent) EventName() string { return "judged" }

func (e JudgedEvent) apply(c *Complaint, r event.Recorded) {
	c.Judgement = Judgement(e)
	c.mark(procedure.Judged, r.HappenedAt)
}
