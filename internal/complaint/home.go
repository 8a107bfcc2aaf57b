package complaint

import "leermoment/internal/procedure"

// Home is the kind of subject that an action is taken on.
type Home int

// An action is taken at the office itself, or on a complaint, a measure, a
// notice or an expert's file.
const (
	AtOffice Home = iota
	AtComplaint
	AtMeasure
	AtNotice
	AtExpert
)

func (s *Situation) home() Home {
	switch {
	case s.Measure != nil:
		return AtMeasure
	case s.Notice != nil:
		return AtNotice
	case s.Expert != nil:
		return AtExpert
	case s.Complaint != nil:
		return AtComplaint
	}
	return AtOffice
}

// TakenAt says whether an action is taken there.
func TakenAt(id procedure.ActionID, h Home) bool {
	switch id {
	case procedure.NewComplaint, procedure.FileNotice, procedure.AddExpert:
		return h == AtOffice
	case procedure.AcceptNotice, procedure.SetAsideNotice:
		return h == AtNotice
	case procedure.CompleteMeasure, procedure.CheckEffect:
		return h == AtMeasure
	case procedure.JudgeExpert, procedure.TakeExpertMeasure:
		return h == AtComplaint || h == AtExpert
	}
	return h == AtComplaint
}
