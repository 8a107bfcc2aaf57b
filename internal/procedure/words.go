package procedure

import (
	"slices"
	"strings"
)

// Facts are all facts that a procedure file may name.
func Facts() []Fact {
	return []Fact{
		Received, Registered, OwnerAssigned, ReceiptConfirmed, Unreachable,
		Assessed, Serious, NeedsConsultation, SettlesAlone, Consulted,
		FormCompleted, PersonConcerned, NobodyConcerned, PersonCopied, ManagementCopied,
		Statement, CourseOfEvents, Information, ActionTaken, DelayAnnounced,
		Judged, PersonAddressed, RecurrencePrevented,
		OutcomeReached, FeedbackApproved, FeedbackSent, OutcomeDelivered, OrganisationTold,
		Rejected, Referred, ReferralRefused, ReferralClosed,
		RulingRecorded, RulingOrders, RulingCarriedOut,
		Settled, Categorised, CauseKnown, SatisfactionKnown, LessonRecorded,
		ImprovementDecided, ExpertInsufficient, ExpertMeasureTaken, MeasureDone, EffectChecked,
		CaseCompleted, CaseDestroyed,
	}
}

// Endings are all ways in which a complaint can end.
func Endings() []Ending {
	return []Ending{Agreed, Ruled, WithoutAgreement, Withdrawn, NoComplaint}
}

func steps() []StepID {
	return []StepID{Listen, Register, Resolve, Feedback, Analyse, Learn, Improve}
}

func stepPhases() []Phase { return []Phase{Handling, Learning} }

// actors are the roles that people can have, so that can take an action.
func actors() []Role {
	return []Role{OfficeManager, ProjectLeader, Director, Owner, MeasureOwner}
}

func debtors() []Role { return append(actors(), Program) }

func moments() []Moment { return []Moment{DueRuling} }

func counts() []Count { return []Count{FromStart, FromLastFact, FromOpening} }

func roleLines() []ActionID { return append(Actions(), CorrectReceipt) }

// word is one word of a closed vocabulary.
func word[W ~string](t table, key, kind string, known []W) W {
	w := W(t.text(key))
	if w != "" && !slices.Contains(known, w) {
		t.fault(key, "unknown-"+kind+"-in", "Value", string(w), "Choices", choice(known))
	}
	return w
}

// words is a list of words of a closed vocabulary.
func words[W ~string](t table, key, kind string, known []W) []W {
	var out []W
	for _, s := range t.list(key) {
		if !slices.Contains(known, W(s)) {
			t.fault(key, "unknown-"+kind+"-in", "Value", s, "Choices", choice(known))
		}
		out = append(out, W(s))
	}
	return out
}

// choice lists a vocabulary that is short enough to help.
func choice[W ~string](known []W) string {
	if len(known) > 8 {
		return ""
	}
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	return strings.Join(names, ", ")
}
