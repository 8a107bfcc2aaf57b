package complaint

import (
	"slices"

	"leermoment/internal/procedure"
)

// The few conditions that several actions share.

// unfinished refuses on a completed complaint.
func (s *Situation) unfinished(rule string) *Refusal {
	if s.Complaint.Phase == procedure.Completed || s.Complaint.Phase == procedure.Destroyed {
		return refuse(rule, "completed")
	}
	return nil
}

// handling refuses once the complaint is settled.
func (s *Situation) handling(rule string) *Refusal {
	if s.Complaint.Phase != procedure.Handling {
		return refuse(rule, "settled")
	}
	return nil
}

// assessed refuses before the director judged it, and once it is settled.
func (s *Situation) assessed(rule string) *Refusal {
	if r := s.handling(rule); r != nil {
		return r
	}
	if !s.known(procedure.Assessed) {
		return refuse("S07", "not-assessed")
	}
	return nil
}

// learning refuses before the complaint is settled and after it is completed.
func (s *Situation) learning(rule string) *Refusal {
	if s.Complaint.Phase == procedure.Handling {
		return refuse(rule, "not-settled")
	}
	return s.unfinished(rule)
}

// known says whether a fact came, or what it would bring was waived: a waived
// obligation blocks nothing that follows it.
func (s *Situation) known(f procedure.Fact) bool {
	if s.Complaint.has(f) {
		return true
	}
	for id := range s.Complaint.Waived {
		if o, ok := s.Procedure.Obligation(id); ok && slices.Contains(o.MetBy, f) {
			return true
		}
	}
	return false
}

// owes says whether something that this fact would meet has started: a
// procedure may ask for it earlier than the ordinary one.
func (s *Situation) owes(f procedure.Fact) bool {
	for _, d := range Duties(s.Complaint, s.Procedure, s.Calendar) {
		if slices.Contains(d.Obligation.MetBy, f) && !d.StartsAt.IsZero() && !d.Closed() {
			return true
		}
	}
	return false
}

// once refuses what was done already.
func (s *Situation) once(rule, key string, f procedure.Fact) *Refusal {
	if s.Complaint.has(f) {
		return refuse(rule, key)
	}
	return nil
}

// first is the first refusal among these.
func first(refusals ...*Refusal) *Refusal {
	for _, r := range refusals {
		if r != nil {
			return r
		}
	}
	return nil
}

// knowsOf says whether the actor may know of a duty: that an expert fell short
// is for those who may judge him (S40).
func (s *Situation) knowsOf(d Duty) bool {
	return !d.Obligation.Personnel() || s.mayTake(procedure.JudgeExpert) == nil
}
