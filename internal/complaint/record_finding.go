package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// RecordFinding maps what happened: what somebody said, the dated course of
// events, or both (S22).
type RecordFinding struct{ SpokenWith, Statement, Course string }

// Statement is what one person said.
type Statement struct{ Who, Text string }

// Fields implements Action. What is still missing is required.
func (a *RecordFinding) Fields(s *Situation) []Field {
	c := s.Complaint
	return []Field{
		text("spoken_with", &a.SpokenWith).requiredIf(!c.has(procedure.Statement)),
		long("statement", &a.Statement).requiredIf(!c.has(procedure.Statement)),
		long("course_of_events", &a.Course).requiredIf(c.has(procedure.Statement) && !c.has(procedure.CourseOfEvents)),
	}
}

// Guard implements Action.
func (a *RecordFinding) Guard(s *Situation) *Refusal { return s.handling("S22") }

// Decide implements Action.
func (a *RecordFinding) Decide(*Situation) ([]event.Event, error) {
	if (a.Statement == "") != (a.SpokenWith == "") {
		return nil, Faults{{Field: "spoken_with", Key: "statement-pair"}}
	}
	if a.Statement == "" && a.Course == "" {
		return nil, Faults{{Field: "statement", Key: "required"}}
	}
	return []event.Event{FindingRecordedEvent{Statement: a.Statement != "", Course: a.Course != "",
		SpokenWith: a.SpokenWith, Said: a.Statement, CourseOfEvents: a.Course}}, nil
}

// FindingRecordedEvent: a statement or the course of events was recorded.
type FindingRecordedEvent struct {
	Statement      bool   `json:"statement" part:"figure"`
	Course         bool   `json:"course" part:"figure"`
	SpokenWith     string `json:"spoken_with"`
	Said           string `json:"said"`
	CourseOfEvents string `json:"course_of_events"`
}

// EventName implements event.Event.
func (FindingRecordedEvent) EventName() string { return "finding-recorded" }

func (e FindingRecordedEvent) apply(c *Complaint, r event.Recorded) {
	if e.Statement {
		c.mark(procedure.Statement, r.HappenedAt)
		c.Statements = append(c.Statements, Statement{e.SpokenWith, e.Said})
	}
	if e.Course {
		c.mark(procedure.CourseOfEvents, r.HappenedAt)
	}
}
