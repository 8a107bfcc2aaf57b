package complaint

import (
	"slices"
	"strings"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Source is where a finding about an expert comes from (S40: also from others
// than complaints).
type Source string

// The sources.
const (
	FromComplaint   Source = "complaint"
	FromClient      Source = "client"
	FromParticipant Source = "participant"
	FromColleague   Source = "colleague"
	FromEvaluation  Source = "evaluation"
	FromOther       Source = "other"
)

// JudgeExpert records whether an expert's performance falls short (S40), from a
// complaint about him or, on his file, from any source.
type JudgeExpert struct {
	Insufficient Answer
	Source       Source
	Finding      string
}

// Fields implements Action.
func (a *JudgeExpert) Fields(s *Situation) []Field {
	fields := []Field{choice("insufficient", &a.Insufficient, Yes, No).required()}
	if s.Expert != nil {
		fields = append(fields, choice("source", &a.Source, FromClient, FromParticipant, FromColleague, FromEvaluation, FromOther).required())
	}
	return append(fields, long("finding", &a.Finding).required())
}

// Guard implements Action.
func (a *JudgeExpert) Guard(s *Situation) *Refusal { return s.aboutExpert() }

// aboutExpert refuses where no expert with a file is concerned.
func (s *Situation) aboutExpert() *Refusal {
	if s.Expert != nil {
		return nil
	}
	if s.expertConcerned() == "" {
		return refuse("S40", "no-expert")
	}
	return s.undestroyed("S40")
}

// expertConcerned is the number of the expert whom the complaint is about, or "".
func (s *Situation) expertConcerned() string {
	if id, ok := strings.CutPrefix(s.Complaint.Form.PersonConcerned, expertPrefix); ok && expertNumber(id) {
		return id
	}
	return ""
}

// expertNumber says whether a text has the form E-001.
func expertNumber(id string) bool {
	digits, ok := strings.CutPrefix(id, "E-")
	return ok && len(digits) >= 3 && strings.Trim(digits, "0123456789") == ""
}

// fileOf are the facts that open an expert's file where he has none yet.
func (s *Situation) fileOf(id string) []event.Event {
	if slices.ContainsFunc(s.Experts, func(e ExpertRef) bool { return e.ID == id }) {
		return nil
	}
	return []event.Event{ExpertAddedEvent{Name: id}}
}

// Decide implements Action.
func (a *JudgeExpert) Decide(s *Situation) ([]event.Event, error) {
	if s.Expert != nil {
		return []event.Event{ExpertFoundEvent{a.Insufficient == Yes, a.Source, "", a.Finding}}, nil
	}
	return []event.Event{ExpertJudgedEvent{a.Insufficient == Yes, s.expertConcerned(), a.Finding}}, nil
}

// Elsewhere implements elsewhere: a finding from a complaint is on the expert's file.
func (a *JudgeExpert) Elsewhere(s *Situation) []Elsewhere {
	if s.Expert != nil {
		return nil
	}
	found := ExpertFoundEvent{a.Insufficient == Yes, FromComplaint, s.Complaint.Number, a.Finding}
	id := s.expertConcerned()
	return []Elsewhere{{Stream: id, Events: append(s.fileOf(id), found)}}
}

// ExpertJudgedEvent: an expert's performance was judged, from this complaint.
type ExpertJudgedEvent struct {
	Insufficient bool   `json:"insufficient" part:"figure"`
	Expert       string `json:"expert"`
	Finding      string `json:"finding"`
}

// EventName implements event.Event.
func (ExpertJudgedEvent) EventName() string { return "expert-judged" }

func (e ExpertJudgedEvent) apply(c *Complaint, r event.Recorded) {
	if e.Insufficient {
		c.mark(procedure.ExpertInsufficient, r.HappenedAt)
	}
}

// Restricted marks a personnel matter: director and owner only (S40).
func (ExpertJudgedEvent) Restricted() {}

// ExpertFoundEvent: something was found about an expert.
type ExpertFoundEvent struct {
	Insufficient bool   `json:"insufficient" part:"figure"`
	Source       Source `json:"source" part:"figure"`
	Complaint    string `json:"complaint" part:"figure"`
	Finding      string `json:"finding"`
}

// EventName implements event.Event.
func (ExpertFoundEvent) EventName() string { return "expert-found" }

// applyTo opens what follows from a finding anew, unless it stands open already.
func (e ExpertFoundEvent) applyTo(x *Expert, r event.Recorded) {
	x.Findings = append(x.Findings, Finding{r.HappenedAt, e.Insufficient, e.Source, e.Complaint, e.Finding})
	_, open := x.facts[procedure.ExpertInsufficient]
	_, done := x.facts[procedure.ExpertMeasureTaken]
	if e.Insufficient && (!open || done) {
		x.facts[procedure.ExpertInsufficient] = r.HappenedAt
		delete(x.facts, procedure.ExpertMeasureTaken)
	}
}
