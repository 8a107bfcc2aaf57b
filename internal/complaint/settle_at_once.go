package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// SettleAtOnce is one form for a small complaint solved on the spot: it records
// assessment, form, facts, judgement, prevention, outcome, approval and
// category, each as its own fact. The written confirmation and outcome and the
// learning stay owed.
type SettleAtOnce struct {
	form       CompleteForm
	SpokenWith string
	What       string
	Verdict    Verdict
	Prevention string
	Proposal   string
	Told       string
	Text       string
}

// settleFields are the form's fields that this form asks too: those that may
// still be missing.
var settleFields = map[string]bool{"email": true, "address": true, "remedy_sought": true, "person_concerned": true, "category": true}

// Fields implements Action.
func (a *SettleAtOnce) Fields(s *Situation) []Field {
	fields := []Field{
		long("what_happened", &a.What).required(),
		text("spoken_with", &a.SpokenWith).required().or(s.Complaint.Form.ComplainantName),
		choice("judgement", &a.Verdict, Founded, Partly, Unfounded).required().or(string(Founded)),
		long("proposal", &a.Proposal).required(),
		long("prevention", &a.Prevention).required(),
		text("whom", &a.Told),
	}
	for _, f := range a.form.Fields(s) {
		if settleFields[f.Name] {
			fields = append(fields, f)
		}
	}
	return append(fields, long("text", &a.Text))
}

// Guard implements Action.
func (a *SettleAtOnce) Guard(s *Situation) *Refusal {
	return first(s.once("S07", "already-assessed", procedure.Assessed), s.handling("S07"))
}

// Decide implements Action. Without a text of its own the prepared letter is
// approved, as it reads with all that was filled in.
func (a *SettleAtOnce) Decide(s *Situation) ([]event.Event, error) {
	if s.Complaint.Form.SeriousSuspected {
		return nil, refuse("S19", "serious-not-at-once")
	}
	if a.form.Form.PersonConcerned == "staff:"+s.Actor.Login {
		return nil, refuse("roles", "about-yourself") // he would judge himself
	}
	form, err := a.form.Decide(s)
	if err != nil {
		return nil, err
	}
	events := append([]event.Event{AssessedEvent{Severity: Normal, Alone: true}}, form...)
	events = append(events,
		FindingRecordedEvent{Statement: true, Course: true, SpokenWith: a.SpokenWith, Said: a.What, CourseOfEvents: a.What},
		InformationRecordedEvent{},
		JudgedEvent{Verdict: a.Verdict, Reasons: a.What},
		RecurrencePreventedEvent{Needed: true, What: a.Prevention},
		ResolutionProposedEvent{Accepted: Yes, Proposal: a.Proposal, With: a.SpokenWith})
	if a.Text == "" && s.Letter != nil {
		a.Text = s.Letter(OutcomeLetter, s.after(events))
	}
	events = append(events, FeedbackApprovedEvent{a.Text}, CategorisedEvent{a.form.Form.Category})
	if a.Told != "" {
		events = append(events, OrganisationInformedEvent{Whom: a.Told, What: a.Proposal})
	}
	return events, nil
}
