package complaint_test

import (
	"strings"
	"testing"

	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// whoMay is the table of who may do what, as the design has it: m the office
// manager, o the problem owner (of a measure: who was given it), p another
// project leader, d the director.
var whoMay = map[procedure.ActionID]string{
	procedure.NewComplaint: "md", procedure.FileNotice: "mopd", procedure.AcceptNotice: "md", procedure.SetAsideNotice: "md",
	procedure.CompleteForm: "md", procedure.SendCopy: "md", procedure.SendFeedback: "md", procedure.SettleAtOnce: "d",

	procedure.ConfirmReceipt: "mod", procedure.RecordInformation: "mod", procedure.RecordAcceptance: "mod", procedure.Withdraw: "mod",
	procedure.Note: "mod", procedure.Attach: "mod", procedure.Link: "mod", procedure.InformOrganisation: "mod",
	procedure.RemindSatisfaction: "mod", procedure.AssignOwner: "mod", procedure.Correct: "mod", procedure.TakeBack: "mod",

	procedure.Assess: "d", procedure.Consult: "d", procedure.TakeExpertMeasure: "d", procedure.Hold: "d", procedure.ReleaseHold: "d",

	procedure.RecordFinding: "od", procedure.AskInformation: "od", procedure.AnnounceDelay: "od", procedure.ProposeResolution: "od",
	procedure.FormJudgement: "od", procedure.AddressPerson: "od", procedure.PreventRecurrence: "od", procedure.ApproveFeedback: "od",
	procedure.ReferIndependent: "od", procedure.RecordRuling: "od", procedure.CarryOutRuling: "od", procedure.Categorise: "od",
	procedure.DetermineCause: "od", procedure.MeasureSatisfaction: "od", procedure.RecordLesson: "od", procedure.DecideMeasure: "od",
	procedure.DecideNoMeasure: "od", procedure.JudgeExpert: "od", procedure.Waive: "od", procedure.Reopen: "od",

	procedure.CompleteMeasure: "od", procedure.CheckEffect: "od",
	procedure.AddExpert: "mopd",
}

// cast are the people of the table, by their letter.
var cast = map[string]complaint.Person{"m": manager, "o": leader, "d": director,
	"p": {ID: "s9", Login: "joost", Name: "Joost Demo", Roles: []procedure.Role{procedure.ProjectLeader}}}

// at puts the subject of an action into a situation.
func at(t *testing.T, s *complaint.Situation, action procedure.ActionID) {
	t.Helper()
	switch {
	case complaint.TakenAt(action, complaint.AtComplaint):
	case complaint.TakenAt(action, complaint.AtMeasure):
		s.Measure = &complaint.Measure{ID: measureID, Complaint: "2026-001", Owner: leader.ID}
	case complaint.TakenAt(action, complaint.AtNotice):
		s.Complaint, s.Notice = nil, &complaint.Notice{ID: "N-2026-001", State: complaint.NoticeOpen}
	default:
		s.Complaint = nil
	}
}

func refusedByRole(s *complaint.Situation, spec complaint.Spec) bool {
	r := complaint.OfferOf(s, spec).Refusal
	return r != nil && r.Rule == "roles" && (r.Key == "role" || r.Key == "about-yourself" || r.Key == "disabled")
}

func TestWhoMayDoWhat(t *testing.T) {
	l := newLife(t)
	l.people = append(l.people, cast["p"])
	l.do(manager, procedure.NewComplaint, ordinary...)
	for _, spec := range complaint.Specs() {
		may, ok := whoMay[spec.ID]
		if !ok {
			t.Errorf("%s is not in the table", spec.ID)
		}
		for letter, p := range cast {
			s := l.situation(p)
			at(t, s, spec.ID)
			if got, want := !refusedByRole(s, spec), strings.Contains(may, letter); got != want {
				t.Errorf("%s by %s: %v, the table says %v", spec.ID, p.Login, got, want)
			}
			p.Disabled = true
			s.Actor = p
			if !refusedByRole(s, spec) {
				t.Errorf("%s by %s, who works here no more", spec.ID, p.Login)
			}
		}
	}
}

// Nobody acts on a complaint about himself, in whatever role and on whosever
// behalf; a deputy does what the absent person may, and no more.
func TestNobodyActsOnHisOwnCase(t *testing.T) {
	for letter, p := range cast {
		l := newLife(t)
		l.people = append(l.people, cast["p"])
		l.do(manager, procedure.NewComplaint, append([]string{"person_concerned", "staff:" + p.Login}, ordinary...)...)
		deputy := cast["p"]
		if letter == "p" {
			deputy = cast["m"]
		}
		deputy.StandsInFor = []complaint.Person{p}
		for _, spec := range complaint.Specs() {
			if !complaint.TakenAt(spec.ID, complaint.AtComplaint) {
				continue
			}
			if !refusedByRole(l.situation(p), spec) {
				t.Errorf("%s by %s on his own case", spec.ID, p.Login)
			}
			alone := deputy
			alone.StandsInFor = nil
			if refusedByRole(l.situation(deputy), spec) != refusedByRole(l.situation(alone), spec) {
				t.Errorf("%s: standing in for %s helps %s in the case about him", spec.ID, p.Login, deputy.Login)
			}
		}
	}
}

func TestADeputyMayWhatTheAbsentMay(t *testing.T) {
	l := newLife(t)
	l.do(manager, procedure.NewComplaint, ordinary...)
	for letter, absent := range cast {
		deputy := complaint.Person{ID: "s8", Login: "noor", Name: "Noor Demo", StandsInFor: []complaint.Person{absent}}
		for _, spec := range complaint.Specs() {
			s := l.situation(deputy)
			at(t, s, spec.ID)
			if got, want := !refusedByRole(s, spec), strings.Contains(whoMay[spec.ID], letter); got != want {
				t.Errorf("%s for %s: %v, not %v", spec.ID, absent.Login, got, want)
			}
		}
	}
}

// Who acts as the director has the director's actions on that complaint alone.
func TestTheActingAssessorMayWhatTheDirectorMay(t *testing.T) {
	l := newLife(t)
	l.do(manager, procedure.NewComplaint, append([]string{"person_concerned", "staff:" + director.Login}, ordinary...)...)
	for _, spec := range complaint.Specs() {
		if complaint.TakenAt(spec.ID, complaint.AtComplaint) && strings.Contains(whoMay[spec.ID], "d") && refusedByRole(l.situation(leader), spec) {
			t.Errorf("%s by the acting assessor is refused", spec.ID)
		}
	}
	other := newLife(t)
	other.do(manager, procedure.NewComplaint, ordinary...)
	spec, _ := complaint.SpecOf(procedure.Assess)
	if !refusedByRole(other.situation(leader), spec) {
		t.Error("an owner assesses a complaint that is not about the director")
	}
}
