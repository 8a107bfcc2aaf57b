package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// AssessorAppointedEvent: somebody acts as the director on a complaint that is
// about the director.
type AssessorAppointedEvent struct {
	Assessor string `json:"assessor" part:"figure"`
}

// EventName implements event.Event.
func (AssessorAppointedEvent) EventName() string { return "assessor-appointed" }

func (e AssessorAppointedEvent) apply(c *Complaint, _ event.Recorded) { c.Assessor = e.Assessor }

// aboutDirector says whether the complaint is about a director.
func (s *Situation) aboutDirector() bool {
	return s.Complaint != nil && s.concernsDirector(s.Complaint)
}

func (s *Situation) concernsDirector(c *Complaint) bool {
	for _, p := range s.People {
		if p.Has(procedure.Director) && about(c, p) {
			return true
		}
	}
	return false
}

// acts says whether somebody is the acting assessor of this complaint.
func (s *Situation) acts(p Person) bool {
	return s.aboutDirector() && p.ID != "" && s.Complaint.Assessor == p.ID && !s.concerns(p)
}

// assessor is who has to be appointed now: another director, else the owner or
// another project leader. None where one who can do it stands there already.
func (s *Situation) assessor(c *Complaint) (string, bool) {
	if c.Phase != procedure.Handling || !s.concernsDirector(c) {
		return "", false
	}
	fits := func(p Person) bool { return !p.Disabled && !about(c, p) }
	if p, ok := s.who(c.Assessor); ok && fits(p) {
		return "", false
	}
	if p, ok := s.who(c.Owner); ok && fits(p) && p.Has(procedure.Director) {
		return p.ID, true
	}
	for _, role := range []procedure.Role{procedure.Director, procedure.ProjectLeader} {
		if p, ok := s.who(c.Owner); ok && role == procedure.ProjectLeader && fits(p) {
			return p.ID, true
		}
		for _, p := range s.People {
			if p.Has(role) && fits(p) {
				return p.ID, true
			}
		}
	}
	return "", false
}
