package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Approval is the text of the outcome that the owner approved, and by whom.
type Approval struct {
	Text string
	By   string
}

// ApproveFeedback is the owner's approval of the letter with the outcome (S27).
type ApproveFeedback struct{ Text string }

// Fields implements Action.
func (a *ApproveFeedback) Fields(s *Situation) []Field {
	f := long("text", &a.Text).required().letter(s, OutcomeLetter)
	if s.Complaint.Feedback.Text != "" {
		f.Default, f.Letter = s.Complaint.Feedback.Text, ""
	}
	return []Field{f}
}

// Guard implements Action.
func (a *ApproveFeedback) Guard(s *Situation) *Refusal {
	switch {
	case !s.Complaint.has(procedure.OutcomeReached):
		return refuse("S27", "outcome-first")
	case s.Complaint.has(procedure.FeedbackSent):
		return refuse("S27", "feedback-already")
	}
	return s.handling("S27")
}

// Decide implements Action.
func (a *ApproveFeedback) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{FeedbackApprovedEvent{a.Text}}, nil
}

// FeedbackApprovedEvent: the owner approved the letter's text.
type FeedbackApprovedEvent struct {
	Text string `json:"text"`
}

// EventName implements event.Event.
func (FeedbackApprovedEvent) EventName() string { return "feedback-approved" }

func (e FeedbackApprovedEvent) apply(c *Complaint, r event.Recorded) {
	c.Feedback = Approval{e.Text, r.Actor}
	c.mark(procedure.FeedbackApproved, r.HappenedAt)
}
