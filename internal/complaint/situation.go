package complaint

import (
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/procedure"
)

// Person is a member of staff as the domain sees him. ID is opaque.
type Person struct {
	ID       string
	Login    string
	Name     string
	Roles    []procedure.Role
	Disabled bool

	StandsInFor []Person // as a deputy, today
}

// Has says whether the person holds one of these roles.
func (p Person) Has(roles ...procedure.Role) bool {
	for _, have := range p.Roles {
		for _, want := range roles {
			if have == want {
				return true
			}
		}
	}
	return false
}

// Situation is all that a decision may look at: the complaint (or measure),
// the procedure and calendar it was received under, who acts, and now.
type Situation struct {
	Complaint *Complaint
	Measure   *Measure // for the actions on a measure
	Notice    *Notice  // for those on a notice
	Expert    *Expert  // for those on an expert's file
	Procedure *procedure.Procedure
	Lists     *procedure.Procedure // in force now: whose categories and causes can be chosen; nil is Procedure
	Calendar  calendar.Calendar
	Now       time.Time
	At        time.Time // when what is being decided happened; set before Decide
	Actor     Person
	People    []Person

	Number       string // of the complaint to be recorded
	NextMeasure  string // the number a measure decided now would get
	NextNotice   string
	NextExpert   string
	Experts      []ExpertRef // all that have a file
	DefaultOwner string      // ID of who owns new complaints

	// Known says whether a complaint has this number and the actor may see it whole.
	Known func(number string) bool

	// Letter prepares a letter about a complaint in the organisation's name.
	Letter func(LetterKind, *Complaint) string
}

func (s *Situation) who(id string) (Person, bool) {
	for _, p := range s.People {
		if p.ID == id {
			return p, true
		}
	}
	return Person{}, false
}

func (s *Situation) byLogin(login string) (Person, bool) {
	for _, p := range s.People {
		if p.Login == login {
			return p, true
		}
	}
	return Person{}, false
}
