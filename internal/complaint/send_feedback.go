package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// SendFeedback records that the approved letter with the outcome really went
// out, word for word as approved (S27).
type SendFeedback struct {
	By       Delivery
	To, Text string
}

// Fields implements Action. The text is the approved one and cannot be
// changed here: another text asks for another approval.
func (a *SendFeedback) Fields(s *Situation) []Field {
	fields := letterFields(s, &a.By, &a.To, &a.Text, "")
	return fields[:len(fields)-1]
}

// Guard implements Action.
func (a *SendFeedback) Guard(s *Situation) *Refusal {
	switch {
	case !s.Complaint.has(procedure.FeedbackApproved):
		return refuse("S27", "approval-first")
	case s.Complaint.has(procedure.FeedbackSent):
		return refuse("S27", "feedback-already")
	case s.Complaint.Feedback.By == s.Actor.ID && s.anotherSender():
		return refuse("S27", "another-sends")
	}
	return s.handling("S27")
}

// anotherSender says whether somebody else could send what the actor approved.
func (s *Situation) anotherSender() bool {
	for _, p := range s.People {
		if p.ID != s.Actor.ID && !p.Disabled && !s.concerns(p) && p.Has(procedure.OfficeManager) {
			return true
		}
	}
	return false
}

// Decide implements Action.
func (a *SendFeedback) Decide(s *Situation) ([]event.Event, error) {
	return []event.Event{FeedbackSentEvent{By: a.By, SamePerson: s.Complaint.Feedback.By == s.Actor.ID,
		To: a.To, Text: s.Complaint.Feedback.Text}}, nil
}

// FeedbackSentEvent: the written outcome went to the complainant. SamePerson
// notes that who approved it also sent it.
type FeedbackSentEvent struct {
	By         Delivery `json:"by" part:"figure"`
	SamePerson bool     `json:"same_person" part:"figure"`
	To         string   `json:"to"`
	Text       string   `json:"text"`
}

// EventName implements event.Event.
func (FeedbackSentEvent) EventName() string { return "feedback-sent" }

func (e FeedbackSentEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.FeedbackSent, r.HappenedAt)
	c.file(Letter{Kind: OutcomeLetter, State: LetterSent, By: e.By, To: e.To, Text: e.Text, At: r.HappenedAt, Actor: r.Actor})
}
