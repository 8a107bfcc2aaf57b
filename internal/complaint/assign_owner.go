package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// OwnerRule says how somebody became the problem owner.
type OwnerRule string

// An owner is the default one, another since the default could not be, or chosen.
const (
	DefaultOwner OwnerRule = "default"
	InsteadOwner OwnerRule = "instead"
	ChosenOwner  OwnerRule = "chosen"
)

// AssignOwner gives the complaint another problem owner, with a reason (S16).
type AssignOwner struct{ Owner, Reason string }

// Fields implements Action.
func (a *AssignOwner) Fields(s *Situation) []Field {
	return []Field{
		s.person("owner", &a.Owner, procedure.ProjectLeader, procedure.Director).required(),
		long("reason", &a.Reason).required(),
	}
}

// Guard implements Action.
func (a *AssignOwner) Guard(s *Situation) *Refusal { return s.unfinished("S16") }

// Decide implements Action.
func (a *AssignOwner) Decide(s *Situation) ([]event.Event, error) {
	p, _ := s.who(a.Owner)
	if s.concerns(p) {
		return nil, refuse("S16", "owner-concerned", "Name", p.Name)
	}
	if p.ID == s.Complaint.Owner {
		return nil, Faults{{Field: "owner", Key: "owner-already", Args: map[string]string{"Name": p.Name}}}
	}
	return []event.Event{OwnerAssignedEvent{Owner: p.ID, Rule: ChosenOwner, Reason: a.Reason}}, nil
}

// OwnerAssignedEvent: this member of staff answers for the handling.
type OwnerAssignedEvent struct {
	Owner  string    `json:"owner" part:"figure"`
	Rule   OwnerRule `json:"rule" part:"figure"`
	Reason string    `json:"reason"`
}

// EventName implements event.Event.
func (OwnerAssignedEvent) EventName() string { return "owner-assigned" }

func (e OwnerAssignedEvent) apply(c *Complaint, r event.Recorded) {
	c.Owner = e.Owner
	c.mark(procedure.OwnerAssigned, r.HappenedAt)
}
