package complaint

import (
	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// AnnounceDelay tells the complainant that it takes longer, why, and when the
// complaint is expected to be solved (S21).
type AnnounceDelay struct {
	Until    calendar.Day
	Reason   string
	By       Delivery
	To, Text string
}

// Fields implements Action. Without a text of its own the prepared letter goes.
func (a *AnnounceDelay) Fields(s *Situation) []Field {
	letter := letterFields(s, &a.By, &a.To, &a.Text, "")
	return append([]Field{
		day("until", &a.Until).required(),
		long("reason", &a.Reason).required(),
	}, letter[0], letter[1], long("text", &a.Text))
}

// Guard implements Action.
func (a *AnnounceDelay) Guard(s *Situation) *Refusal { return s.assessed("S21") }

// Decide implements Action.
func (a *AnnounceDelay) Decide(s *Situation) ([]event.Event, error) {
	if !a.Until.After(s.Calendar.Day(s.At)) {
		return nil, Faults{{Field: "until", Key: "day-past"}}
	}
	for _, d := range Duties(s.Complaint, s.Procedure, s.Calendar) {
		if d.Obligation.Extendable && !d.DueAt.IsZero() && !a.Until.After(s.Calendar.Day(d.DueAt)) {
			return nil, Faults{{Field: "until", Key: "no-delay"}}
		}
	}
	if a.Text == "" && s.Letter != nil {
		c := s.after([]event.Event{DelayAnnouncedEvent{Until: a.Until, Reason: a.Reason}})
		a.Text = s.Letter(DelayLetter, c)
	}
	return []event.Event{DelayAnnouncedEvent{Until: a.Until, By: a.By, Reason: a.Reason, To: a.To, Text: a.Text}}, nil
}

// DelayAnnouncedEvent: the complainant heard of the delay.
type DelayAnnouncedEvent struct {
	Until  calendar.Day `json:"until" part:"figure"`
	By     Delivery     `json:"by" part:"figure"`
	Reason string       `json:"reason"`
	To     string       `json:"to"`
	Text   string       `json:"text"`
}

// EventName implements event.Event.
func (DelayAnnouncedEvent) EventName() string { return "delay-announced" }

func (e DelayAnnouncedEvent) apply(c *Complaint, r event.Recorded) {
	c.Delays = append(c.Delays, Delay{At: r.HappenedAt, Until: e.Until, Why: e.Reason})
	c.mark(procedure.DelayAnnounced, r.HappenedAt)
	c.file(Letter{Kind: DelayLetter, State: LetterSent, By: e.By, To: e.To, Text: e.Text, At: r.HappenedAt, Actor: r.Actor})
}
