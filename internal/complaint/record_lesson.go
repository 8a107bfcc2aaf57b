package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// RecordLesson records what was learned, or why there is no lesson (S01, S36).
type RecordLesson struct {
	Learned Answer
	Lesson  string
}

// Fields implements Action.
func (a *RecordLesson) Fields(*Situation) []Field {
	return []Field{
		choice("learned", &a.Learned, Yes, No).required().or(string(Yes)),
		long("lesson", &a.Lesson).required(),
	}
}

// Guard implements Action.
func (a *RecordLesson) Guard(s *Situation) *Refusal {
	if s.Complaint.Ending != procedure.Withdrawn && !s.known(procedure.CauseKnown) {
		return refuse("S34", "cause-first")
	}
	return s.unfinished("S36")
}

// Decide implements Action.
func (a *RecordLesson) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{LessonRecordedEvent{a.Learned == Yes, a.Lesson}}, nil
}

// LessonRecordedEvent: the lesson is recorded, or why there is none.
type LessonRecordedEvent struct {
	Learned bool   `json:"learned" part:"figure"`
	Lesson  string `json:"lesson"`
}

// EventName implements event.Event.
func (LessonRecordedEvent) EventName() string { return "lesson-recorded" }

func (e LessonRecordedEvent) apply(c *Complaint, r event.Recorded) {
	if e.Learned {
		c.Lesson = e.Lesson
	}
	c.mark(procedure.LessonRecorded, r.HappenedAt)
}
