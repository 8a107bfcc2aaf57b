package demo

import (
	"time"

	"leermoment/internal/procedure"
)

// The steps of an ordinary complaint, each of which plans the next.

func (l *life) confirm() error {
	way := []string{"by", "mail", "to", l.s.Email}
	if l.s.Email == "" {
		way = []string{"by", "post", "to", l.s.Address}
		if l.s.Address == "" {
			way = []string{"by", "post", "to", l.s.ComplainantName + " (adres telefonisch gevraagd)"}
		}
	}
	if l.until >= assessed {
		l.then(l.hours(1, 9), l.assess)
	}
	return l.do("karim", procedure.ConfirmReceipt, way...)
}

func (l *life) assess() error {
	fields := []string{"alone", "yes", "severity", "normal"}
	if l.s.Serious {
		fields = []string{"alone", "no", "severity", "serious", "reason", l.s.SeriousReason}
	}
	if l.s.Consulted != "" || l.s.Serious {
		fields[1] = "no"
		l.then(time.Hour, l.consult)
	} else if l.until >= formed {
		l.then(l.hours(1, 5), l.fill)
	}
	return l.do("annelies", procedure.Assess, fields...)
}

func (l *life) consult() error {
	if l.until >= formed {
		l.then(l.hours(1, 3), l.fill)
	}
	result := l.s.Consulted
	if result == "" {
		result = l.s.SeriousReason
	}
	return l.do("annelies", procedure.Consult, "with", "Petra Demo, Karim Demo", "result", result)
}

func (l *life) fill() error {
	if l.until >= copied {
		l.then(l.hours(1, 3), l.copyPerson)
	}
	fields := []string{"remedy_sought", l.s.RemedySought, "person_concerned", l.s.PersonConcerned, "category", l.s.Category}
	return l.do("karim", procedure.CompleteForm, fields...)
}

// clerk is the office manager, or the director where it is about him.
func (l *life) clerk() string {
	if l.s.PersonConcerned == "staff:karim" {
		return "annelies"
	}
	return "karim"
}

func (l *life) copyPerson() error {
	l.then(10*time.Minute, l.copyManagement)
	if l.s.PersonConcerned == "nobody" {
		return nil
	}
	return l.do(l.clerk(), procedure.SendCopy, "recipient", "person-concerned", "by", "handed")
}

func (l *life) copyManagement() error {
	if l.until >= found {
		l.then(l.hours(20, 60), l.find)
	}
	return l.do(l.clerk(), procedure.SendCopy, "recipient", "management", "by", "mail")
}

func (l *life) find() error {
	if l.until >= judged {
		l.then(l.hours(4, 40), l.inform)
	}
	return l.do(l.owner, procedure.RecordFinding, "spoken_with", l.s.SpokenWith, "statement", l.s.Statement, "course_of_events", l.s.CourseOfEvents)
}

func (l *life) inform() error {
	l.then(l.hours(1, 20), l.judge)
	if l.s.Note != "" {
		if err := l.do(l.owner, procedure.Note, "text", l.s.Note); err != nil {
			return err
		}
	}
	if l.s.Information == "" {
		return l.do(l.owner, procedure.RecordInformation, "needed", "no")
	}
	return l.do(l.owner, procedure.RecordInformation, "needed", "yes", "information", l.s.Information)
}

func (l *life) judge() error {
	if l.until >= proposed {
		l.then(l.hours(3, 30), l.address)
	}
	return l.do(l.owner, procedure.FormJudgement, "judgement", l.s.Judgement, "reasons", l.s.JudgementReasons)
}

func (l *life) address() error {
	l.then(l.hours(1, 20), l.prevent)
	if l.s.PersonConcerned == "nobody" {
		return nil
	}
	return l.do(l.owner, procedure.AddressPerson, "summary", l.s.Addressed)
}

func (l *life) prevent() error {
	wait := l.hours(2, 30)
	if l.late == solvedLate {
		wait = 30 * 24 * time.Hour
	}
	l.then(wait, l.propose)
	return l.do(l.owner, procedure.PreventRecurrence, "what", l.s.Prevention)
}

func (l *life) propose() error {
	if l.until >= agreed {
		l.then(l.hours(20, 50), l.agree)
	}
	return l.do(l.owner, procedure.ProposeResolution, "proposal", l.s.Proposal)
}

func (l *life) agree() error {
	if l.until >= settled {
		l.then(l.hours(1, 6), l.approve)
	}
	return l.do(l.owner, procedure.RecordAcceptance, "accepted", "yes", "quote", l.s.Acceptance)
}

func (l *life) approve() error {
	l.then(l.hours(1, 4), l.send)
	return l.do(l.owner, procedure.ApproveFeedback)
}

func (l *life) send() error {
	l.then(l.hours(1, 20), l.tell)
	fields := []string{"by", "mail", "to", l.s.Email}
	if l.s.Email == "" {
		fields = []string{"by", "post", "to", l.s.ComplainantName + ", " + l.s.Organisation}
	}
	return l.do(l.clerk(), procedure.SendFeedback, fields...)
}

func (l *life) tell() error {
	if l.until >= analysed {
		l.then(l.hours(20, 70), l.analyse)
	}
	return l.do(l.owner, procedure.InformOrganisation, "whom", l.s.OrganisationTold)
}
