package complaint

import (
	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// ExpertMeasureKind is what is done about an expert who falls short (S40).
type ExpertMeasureKind string

// The measures of the text, and others.
const (
	Retraining       ExpertMeasureKind = "retraining"
	Placement        ExpertMeasureKind = "placement"
	ExcludedAtClient ExpertMeasureKind = "exclusion"
	OtherMeasure     ExpertMeasureKind = "other"
)

// TakeExpertMeasure records the measure that the director takes at once (S40).
type TakeExpertMeasure struct {
	Kind   ExpertMeasureKind
	Client string
	Until  calendar.Day
	What   string
}

// Fields implements Action.
func (a *TakeExpertMeasure) Fields(s *Situation) []Field {
	client := ""
	if s.Complaint != nil {
		if client = s.Complaint.Form.Client; client == "" {
			client = s.Complaint.Form.Organisation
		}
	}
	return []Field{
		choice("expert_measure", &a.Kind, Retraining, Placement, ExcludedAtClient, OtherMeasure).required(),
		text("client", &a.Client).required().or(client).when("expert_measure", string(ExcludedAtClient)),
		day("until", &a.Until).when("expert_measure", string(ExcludedAtClient)),
		long("what", &a.What).required(),
	}
}

// Guard implements Action.
func (a *TakeExpertMeasure) Guard(s *Situation) *Refusal {
	if r := s.aboutExpert(); r != nil {
		return r
	}
	if s.Complaint != nil && !s.Complaint.has(procedure.ExpertInsufficient) {
		return refuse("S40", "judge-expert-first")
	}
	return nil
}

// Decide implements Action.
func (a *TakeExpertMeasure) Decide(s *Situation) ([]event.Event, error) {
	if !a.Until.IsZero() && a.Until.Before(s.Calendar.Day(s.Now)) {
		return nil, Faults{{Field: "until", Key: "day-past"}}
	}
	if s.Expert != nil {
		return []event.Event{ExpertMeasuredEvent{Kind: a.Kind, Until: a.Until, Client: a.Client, What: a.What}}, nil
	}
	return []event.Event{ExpertMeasureTakenEvent{a.Kind, a.Until, s.expertConcerned(), a.Client, a.What}}, nil
}

// Elsewhere implements elsewhere: the measure is on the expert's file.
func (a *TakeExpertMeasure) Elsewhere(s *Situation) []Elsewhere {
	if s.Expert != nil {
		return nil
	}
	return []Elsewhere{{Stream: s.expertConcerned(), Events: []event.Event{ExpertMeasuredEvent{a.Kind, a.Until, s.Complaint.Number, a.Client, a.What}}}}
}

// ExpertMeasureTakenEvent: a measure for the expert was taken, from this complaint.
type ExpertMeasureTakenEvent struct {
	Kind   ExpertMeasureKind `json:"kind" part:"figure"`
	Until  calendar.Day      `json:"until" part:"figure"`
	Expert string            `json:"expert"`
	Client string            `json:"client"`
	What   string            `json:"what"`
}

// EventName implements event.Event.
func (ExpertMeasureTakenEvent) EventName() string { return "expert-measure-taken" }

func (e ExpertMeasureTakenEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.ExpertMeasureTaken, r.HappenedAt)
}

// Restricted marks a personnel matter: director and owner only (S40).
func (ExpertMeasureTakenEvent) Restricted() {}

// ExpertMeasuredEvent: a measure for an expert was taken.
type ExpertMeasuredEvent struct {
	Kind      ExpertMeasureKind `json:"kind" part:"figure"`
	Until     calendar.Day      `json:"until" part:"figure"`
	Complaint string            `json:"complaint" part:"figure"`
	Client    string            `json:"client"`
	What      string            `json:"what"`
}

// EventName implements event.Event.
func (ExpertMeasuredEvent) EventName() string { return "expert-measured" }

func (e ExpertMeasuredEvent) applyTo(x *Expert, r event.Recorded) {
	x.Measures = append(x.Measures, ExpertMeasure{r.HappenedAt, e.Kind, e.Client, e.Until, e.What, e.Complaint})
	x.facts[procedure.ExpertMeasureTaken] = r.HappenedAt
}
