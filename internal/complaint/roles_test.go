package complaint_test

import (
	"fmt"
	"slices"
	"testing"

	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// The seats of the table "Who may do what". At a measure the owner and the
// other project leader each also come as the one to whom it was given.
const (
	manages   = "office manager"
	owns      = "owner"
	leads     = "other project leader"
	directs   = "director"
	ownsTask  = "owner, given the measure"
	leadsTask = "other project leader, given the measure"
)

// table is "Who may do what", written out by hand from the design and not from
// the procedure's file: a seat that is not named may not.
var table = map[procedure.ActionID][]string{
	procedure.NewComplaint: {manages, directs}, procedure.AcceptNotice: {manages, directs}, procedure.SetAsideNotice: {manages, directs},
	procedure.CompleteForm: {manages, directs}, procedure.SendCopy: {manages, directs}, procedure.SendFeedback: {manages, directs},
	procedure.FileNotice: {manages, owns, leads, directs}, procedure.AddExpert: {manages, owns, leads, directs},

	procedure.ConfirmReceipt: {manages, owns, directs}, procedure.RecordInformation: {manages, owns, directs},
	procedure.RecordAcceptance: {manages, owns, directs}, procedure.Withdraw: {manages, owns, directs},
	procedure.Note: {manages, owns, directs}, procedure.Attach: {manages, owns, directs}, procedure.Link: {manages, owns, directs},
	procedure.InformOrganisation: {manages, owns, directs}, procedure.RemindSatisfaction: {manages, owns, directs},
	procedure.AssignOwner: {manages, owns, directs}, procedure.Correct: {manages, owns, directs}, procedure.TakeBack: {manages, owns, directs},

	procedure.Assess: {directs}, procedure.SettleAtOnce: {directs}, procedure.Consult: {directs}, procedure.TakeExpertMeasure: {directs},
	procedure.Hold: {directs}, procedure.ReleaseHold: {directs},

	procedure.RecordFinding: {owns, directs}, procedure.AskInformation: {owns, directs}, procedure.AnnounceDelay: {owns, directs},
	procedure.ProposeResolution: {owns, directs}, procedure.FormJudgement: {owns, directs}, procedure.AddressPerson: {owns, directs},
	procedure.PreventRecurrence: {owns, directs}, procedure.ApproveFeedback: {owns, directs}, procedure.ReferIndependent: {owns, directs},
	procedure.RecordRuling: {owns, directs}, procedure.CarryOutRuling: {owns, directs}, procedure.Categorise: {owns, directs},
	procedure.DetermineCause: {owns, directs}, procedure.MeasureSatisfaction: {owns, directs}, procedure.RecordLesson: {owns, directs},
	procedure.DecideMeasure: {owns, directs}, procedure.DecideNoMeasure: {owns, directs}, procedure.JudgeExpert: {owns, directs},
	procedure.Waive: {owns, directs}, procedure.Reopen: {owns, directs},

	procedure.CompleteMeasure: {ownsTask, leadsTask, directs}, procedure.CheckEffect: {ownsTask, leadsTask, directs},
}

// mayTake reads the table. An expert's file belongs to no complaint, so that
// nobody owns it.
func mayTake(action procedure.ActionID, home complaint.Home, seat string) bool {
	if home == complaint.AtExpert && seat == owns {
		return false
	}
	return slices.Contains(table[action], seat)
}

// seated are the people of the table by their seats at one kind of subject.
func seated(home complaint.Home) map[string]complaint.Person {
	joost := complaint.Person{ID: "s9", Login: "joost", Name: "Joost Demo", Roles: []procedure.Role{procedure.ProjectLeader}}
	seats := map[string]complaint.Person{manages: manager, owns: leader, leads: joost, directs: director}
	if home == complaint.AtMeasure {
		seats[ownsTask], seats[leadsTask] = leader, joost
	}
	return seats
}

// homes are all kinds of subject, by what to call them.
var homes = map[complaint.Home]string{complaint.AtOffice: "the office", complaint.AtComplaint: "a complaint",
	complaint.AtMeasure: "a measure", complaint.AtNotice: "a notice", complaint.AtExpert: "an expert's file"}

// complaintAbout is a life with one complaint, Joost being there too.
func complaintAbout(t *testing.T, concerned string) *life {
	t.Helper()
	l := newLife(t)
	l.people = append(l.people, seated(complaint.AtComplaint)[leads])
	if concerned == "" {
		l.record()
	} else {
		l.record("person_concerned", concerned)
	}
	return l
}

// sitting is the situation of somebody at one kind of subject.
func (l *life) sitting(who complaint.Person, home complaint.Home, seat string) *complaint.Situation {
	l.t.Helper()
	s := l.situation(who)
	switch home {
	case complaint.AtMeasure: // given to nobody of the table, where the seat does not say so
		s.Measure = &complaint.Measure{ID: measureID, Complaint: "2026-001", Owner: "s7"}
		if seat == ownsTask || seat == leadsTask {
			s.Measure.Owner = who.ID
		}
	case complaint.AtNotice:
		s.Complaint, s.Notice = nil, &complaint.Notice{ID: "N-2026-001", State: complaint.NoticeOpen}
	case complaint.AtExpert:
		s.Complaint, s.Expert = nil, &complaint.Expert{ID: "E-004", Name: "Evert Voorbeeld"}
	case complaint.AtOffice:
		s.Complaint = nil
	}
	return s
}

// byRole says whether the role is the reason of a refusal: any other rule means
// that the role is right and the moment is not.
func byRole(s *complaint.Situation, spec complaint.Spec) bool {
	r := complaint.OfferOf(s, spec).Refusal
	return r != nil && r.Rule == "roles"
}

// everyAction comes by every action at every kind of subject where it is taken.
func everyAction(visit func(spec complaint.Spec, home complaint.Home)) {
	for _, spec := range complaint.Specs() {
		for home := range homes {
			if complaint.TakenAt(spec.ID, home) {
				visit(spec, home)
			}
		}
	}
}

func TestTheTableHasEveryActionAndNoOther(t *testing.T) {
	known := map[procedure.ActionID]bool{}
	for _, spec := range complaint.Specs() {
		known[spec.ID] = true
		if len(table[spec.ID]) == 0 {
			t.Errorf("who may take %s?", spec.ID)
		}
	}
	for action := range table {
		if !known[action] {
			t.Errorf("the table has %s, which is no action", action)
		}
	}
}

func TestEveryActionForEverySeat(t *testing.T) {
	l := complaintAbout(t, "")
	everyAction(func(spec complaint.Spec, home complaint.Home) {
		for seat, who := range seated(home) {
			s := l.sitting(who, home, seat)
			if got, want := !byRole(s, spec), mayTake(spec.ID, home, seat); got != want {
				t.Errorf("%s on %s by the %s: %v, the table says %v", spec.ID, homes[home], seat, got, want)
			}
		}
	})
}

func TestWhoIsDisabledTakesNoAction(t *testing.T) {
	for _, concerned := range []string{"", "himself"} {
		everyAction(func(spec complaint.Spec, home complaint.Home) {
			for seat, who := range seated(home) {
				l := complaintAbout(t, aboutWhom(concerned, who))
				who.Disabled = true
				if !byRole(l.sitting(who, home, seat), spec) {
					t.Errorf("%s on %s (about %q) by the %s, who is disabled", spec.ID, homes[home], concerned, seat)
				}
			}
		})
	}
}

func aboutWhom(concerned string, who complaint.Person) string {
	if concerned == "" {
		return ""
	}
	return "staff:" + who.Login
}

// What belongs to no complaint has nobody whom it is about: there the table
// holds, also for who a complaint is about. A measure belongs to its complaint.
func TestEveryActionForWhomItIsAbout(t *testing.T) {
	everyAction(func(spec complaint.Spec, home complaint.Home) {
		for seat, who := range seated(home) {
			l := complaintAbout(t, "staff:"+who.Login)
			want := mayTake(spec.ID, home, seat) && home != complaint.AtComplaint && home != complaint.AtMeasure
			if got := !byRole(l.sitting(who, home, seat), spec); got != want {
				t.Errorf("%s on %s about himself by the %s: %v, not %v", spec.ID, homes[home], seat, got, want)
			}
		}
	})
}

// That a complaint is about somebody takes nothing from the others: about the
// owner it has another owner, about the only director somebody acts for him.
func TestEveryActionWhereItIsAboutAnother(t *testing.T) {
	everyAction(func(spec complaint.Spec, home complaint.Home) {
		if home == complaint.AtMeasure {
			return // its owner is the same
		}
		for _, concerned := range []complaint.Person{manager, leader, director} {
			l := complaintAbout(t, "staff:"+concerned.Login)
			c := l.complaint()
			for _, who := range l.people {
				if who.ID == concerned.ID {
					continue
				}
				seat := map[string]string{"omar": manages, "petra": leads, "joost": leads, "dirk": directs}[who.Login]
				if home == complaint.AtComplaint && c.Owner == who.ID && seat == leads {
					seat = owns
				}
				want := mayTake(spec.ID, home, seat)
				if home == complaint.AtComplaint && c.Assessor == who.ID {
					want = mayTake(spec.ID, home, seat) || mayTake(spec.ID, home, directs)
				}
				if got := !byRole(l.sitting(who, home, seat), spec); got != want {
					t.Errorf("%s on %s about %s by %s (%s): %v, not %v", spec.ID, homes[home], concerned.Login, who.Login, seat, got, want)
				}
			}
		}
	})
}

// About the only director a project leader acts as the director on that
// complaint, and nobody else gets anything by it.
func TestTheActingAssessor(t *testing.T) {
	l := complaintAbout(t, "staff:"+director.Login)
	acting := l.complaint().Assessor
	if acting != leader.ID {
		t.Fatalf("%q acts as the director", acting)
	}
	everyAction(func(spec complaint.Spec, home complaint.Home) {
		want := mayTake(spec.ID, home, directs)
		switch home {
		case complaint.AtComplaint, complaint.AtMeasure:
		default: // outside that complaint he is a project leader
			want = mayTake(spec.ID, home, leads)
		}
		if got := !byRole(l.sitting(leader, home, owns), spec); got != want {
			t.Errorf("%s on %s by the acting assessor: %v, not %v", spec.ID, homes[home], got, want)
		}
		if home == complaint.AtComplaint && !byRole(l.sitting(director, home, directs), spec) {
			t.Errorf("%s by the director on the complaint about him", spec.ID)
		}
	})
}

// The receipt moment is corrected by the director alone, the rest of the form
// by three (S09, S12).
func TestOnlyTheDirectorCorrectsTheReceiptMoment(t *testing.T) {
	for _, who := range []complaint.Person{manager, leader, director} {
		l := complaintAbout(t, "")
		err := l.try(who, procedure.Correct, "reason", "klok", "received_at", "2026-11-24T08:10:00+01:00")
		if got, want := fmt.Sprint(err), map[string]string{director.Login: "<nil>"}[who.Login]; (got == "<nil>") != (want == "<nil>") {
			t.Errorf("the receipt moment corrected by %s: %v", who.Login, err)
		}
		if err := complaintAbout(t, "").try(who, procedure.Correct, "reason", "tikfout", "subject", "Anders"); err != nil {
			t.Errorf("the form corrected by %s: %v", who.Login, err)
		}
	}
}

// A deputy may what the absent person may, and no more.
func TestADeputyMayWhatTheAbsentMay(t *testing.T) {
	l := complaintAbout(t, "")
	everyAction(func(spec complaint.Spec, home complaint.Home) {
		for seat, absent := range seated(home) {
			deputy := complaint.Person{ID: "s8", Login: "noor", Name: "Noor Demo", StandsInFor: []complaint.Person{absent}}
			s := l.sitting(absent, home, seat)
			s.Actor = deputy
			if got, want := !byRole(s, spec), mayTake(spec.ID, home, seat); got != want {
				t.Errorf("%s on %s for the %s: %v, the table says %v", spec.ID, homes[home], seat, got, want)
			}
		}
	})
}

// Standing in for whom a complaint is about gives nothing in it.
func TestNobodyStandsInForWhomItIsAbout(t *testing.T) {
	noor := complaint.Person{ID: "s8", Login: "noor", Name: "Noor Demo"}
	everyAction(func(spec complaint.Spec, home complaint.Home) {
		if home != complaint.AtComplaint && home != complaint.AtMeasure {
			return
		}
		for seat, absent := range seated(home) {
			s := complaintAbout(t, "staff:"+absent.Login).sitting(absent, home, seat)
			s.Actor = noor
			s.Actor.StandsInFor = []complaint.Person{absent}
			if !byRole(s, spec) {
				t.Errorf("%s on %s by who stands in for the %s, whom it is about", spec.ID, homes[home], seat)
			}
		}
	})
}
