package complaint

import (
	"slices"
	"strings"

	"leermoment/internal/procedure"
)

// Refusal says why an action cannot be taken now or by this person: the rule
// it rests on and a catalogue key (refusal.KEY) with its data. Args whose value
// is a word of the procedure carry its id.
type Refusal struct {
	Rule string // a sentence (S14) or "roles"
	Key  string
	Args map[string]string
}

func (r *Refusal) Error() string { return "refused (" + r.Rule + "): " + r.Key }

// Refused gives what it is said with: a catalogue key (refusal.KEY) and its data.
func (r *Refusal) Refused() (key string, args map[string]string) { return r.Key, r.Args }

func refuse(rule, key string, args ...string) *Refusal {
	r := &Refusal{Rule: rule, Key: key, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		r.Args[args[i]] = args[i+1]
	}
	return r
}

// mayTake says whether the actor's role allows the action on this case; nobody
// acts on a complaint about himself.
func (s *Situation) mayTake(action procedure.ActionID) *Refusal {
	if s.Actor.Disabled {
		return refuse("roles", "disabled")
	}
	if s.concerns(s.Actor) {
		return refuse("roles", "about-yourself")
	}
	allowed := s.Procedure.MayTake(action)
	if s.allows(s.Actor, allowed) {
		return nil
	}
	for _, p := range s.Actor.StandsInFor {
		if s.allows(p, allowed) {
			return nil
		}
	}
	names := make([]string, len(allowed))
	for i, r := range allowed {
		names[i] = string(r)
	}
	return refuse("roles", "role", "Roles", strings.Join(names, ","))
}

// allows says whether somebody's roles are among these; nobody stands in for
// somebody in a complaint about that person.
func (s *Situation) allows(p Person, allowed []procedure.Role) bool {
	if s.concerns(p) {
		return false
	}
	if s.acts(p) && slices.Contains(allowed, procedure.Director) {
		return true
	}
	for _, role := range allowed {
		switch role {
		case procedure.Owner:
			if s.Complaint != nil && s.Complaint.Owner != "" && s.Complaint.Owner == p.ID {
				return true
			}
		case procedure.MeasureOwner:
			if s.Measure != nil && s.Measure.Owner == p.ID {
				return true
			}
		default:
			if p.Has(role) {
				return true
			}
		}
	}
	return false
}

// onBehalf is for whom the actor takes an action that is not his own to take.
func (s *Situation) onBehalf(action procedure.ActionID) string {
	allowed := s.Procedure.MayTake(action)
	if s.allows(s.Actor, allowed) {
		return ""
	}
	for _, p := range s.Actor.StandsInFor {
		if s.allows(p, allowed) {
			return p.ID
		}
	}
	return ""
}

// concerns says whether the complaint is about this member of staff.
func (s *Situation) concerns(p Person) bool {
	return s.Complaint != nil && about(s.Complaint, p)
}

func about(c *Complaint, p Person) bool {
	return p.Login != "" && c.Form.PersonConcerned == "staff:"+p.Login
}
