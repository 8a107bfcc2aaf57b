package complaint

import (
	"leermoment/internal/event"
	p "leermoment/internal/procedure"
)

// Specs is the table of actions, in the order of the steps: which facts each
// can bring tells the screen what to open for the next obligation.
func Specs() []Spec {
	return []Spec{
		{p.NewComplaint, p.Listen, func() Action { return &Record{} }, []p.Fact{p.Received, p.Registered, p.OwnerAssigned}},
		{p.FileNotice, p.Listen, func() Action { return &FileNotice{} }, nil},
		{p.AcceptNotice, p.Listen, func() Action { return &AcceptNotice{} }, nil},
		{p.SetAsideNotice, p.Listen, func() Action { return &SetAsideNotice{} }, nil},
		{p.AddExpert, p.Improve, func() Action { return &AddExpert{} }, nil},
		{p.ConfirmReceipt, p.Listen, func() Action { return &ConfirmReceipt{} }, []p.Fact{p.ReceiptConfirmed}},
		{p.Assess, p.Listen, func() Action { return &Assess{} }, []p.Fact{p.Assessed}},
		{p.SettleAtOnce, p.Listen, func() Action { return &SettleAtOnce{} }, []p.Fact{p.Assessed}},
		{p.Consult, p.Listen, func() Action { return &Consult{} }, []p.Fact{p.Consulted}},
		{p.CompleteForm, p.Register, func() Action { return &CompleteForm{} }, []p.Fact{p.FormCompleted}},
		{p.SendCopy, p.Register, func() Action { return &SendCopy{} }, []p.Fact{p.PersonCopied, p.ManagementCopied}},
		{p.AssignOwner, p.Register, func() Action { return &AssignOwner{} }, []p.Fact{p.OwnerAssigned}},
		{p.RecordFinding, p.Resolve, func() Action { return &RecordFinding{} }, []p.Fact{p.Statement, p.CourseOfEvents, p.ActionTaken}},
		{p.AskInformation, p.Resolve, func() Action { return &AskInformation{} }, nil},
		{p.RecordInformation, p.Resolve, func() Action { return &RecordInformation{} }, []p.Fact{p.Information}},
		{p.AnnounceDelay, p.Resolve, func() Action { return &AnnounceDelay{} }, []p.Fact{p.DelayAnnounced}},
		{p.ProposeResolution, p.Resolve, func() Action { return &ProposeResolution{} }, []p.Fact{p.OutcomeReached}},
		{p.RecordAcceptance, p.Resolve, func() Action { return &RecordAcceptance{} }, []p.Fact{p.OutcomeReached}},
		{p.ReferIndependent, p.Feedback, func() Action { return &ReferIndependent{} }, []p.Fact{p.ReferralClosed}},
		{p.RecordRuling, p.Feedback, func() Action { return &RecordRuling{} }, []p.Fact{p.RulingRecorded}},
		{p.CarryOutRuling, p.Feedback, func() Action { return &CarryOutRuling{} }, []p.Fact{p.RulingCarriedOut}},
		{p.FormJudgement, p.Feedback, func() Action { return &FormJudgement{} }, []p.Fact{p.Judged}},
		{p.AddressPerson, p.Feedback, func() Action { return &AddressPerson{} }, []p.Fact{p.PersonAddressed}},
		{p.PreventRecurrence, p.Feedback, func() Action { return &PreventRecurrence{} }, []p.Fact{p.RecurrencePrevented}},
		{p.ApproveFeedback, p.Feedback, func() Action { return &ApproveFeedback{} }, []p.Fact{p.FeedbackApproved}},
		{p.SendFeedback, p.Feedback, func() Action { return &SendFeedback{} }, []p.Fact{p.FeedbackSent, p.OutcomeDelivered}},
		{p.InformOrganisation, p.Feedback, func() Action { return &InformOrganisation{} }, []p.Fact{p.OrganisationTold}},
		{p.Categorise, p.Analyse, func() Action { return &Categorise{} }, []p.Fact{p.Categorised}},
		{p.DetermineCause, p.Analyse, func() Action { return &DetermineCause{} }, []p.Fact{p.CauseKnown}},
		{p.MeasureSatisfaction, p.Learn, func() Action { return &MeasureSatisfaction{} }, []p.Fact{p.SatisfactionKnown}},
		{p.RemindSatisfaction, p.Learn, func() Action { return &RemindSatisfaction{} }, nil},
		{p.RecordLesson, p.Learn, func() Action { return &RecordLesson{} }, []p.Fact{p.LessonRecorded}},
		{p.DecideMeasure, p.Improve, func() Action { return &DecideMeasure{} }, []p.Fact{p.ImprovementDecided}},
		{p.DecideNoMeasure, p.Improve, func() Action { return &DecideNoMeasure{} }, []p.Fact{p.ImprovementDecided}},
		{p.CompleteMeasure, p.Improve, func() Action { return &CompleteMeasure{} }, []p.Fact{p.MeasureDone}},
		{p.JudgeExpert, p.Improve, func() Action { return &JudgeExpert{} }, []p.Fact{p.ExpertInsufficient}},
		{p.TakeExpertMeasure, p.Improve, func() Action { return &TakeExpertMeasure{} }, []p.Fact{p.ExpertMeasureTaken}},
		{p.CheckEffect, p.Improve, func() Action { return &CheckEffect{} }, []p.Fact{p.EffectChecked}},
		{p.Note, "", func() Action { return &Note{} }, nil},
		{p.Attach, "", func() Action { return &Attach{} }, nil},
		{p.Correct, "", func() Action { return &Correct{} }, nil},
		{p.Waive, "", func() Action { return &Waive{} }, nil},
		{p.TakeBack, "", func() Action { return &TakeBack{} }, nil},
		{p.Link, "", func() Action { return &Link{} }, nil},
		{p.Hold, "", func() Action { return &Hold{} }, nil},
		{p.ReleaseHold, "", func() Action { return &ReleaseHold{} }, nil},
		{p.Withdraw, "", func() Action { return &Withdraw{} }, nil},
		{p.Reopen, "", func() Action { return &Reopen{} }, nil},
	}
}

// SpecOf finds an action's row.
func SpecOf(id p.ActionID) (Spec, bool) {
	for _, s := range Specs() {
		if s.ID == id {
			return s, true
		}
	}
	return Spec{}, false
}

// FileFields are the names of the fields of an action that hold a file.
func FileFields(id p.ActionID) []string {
	if id == p.Attach {
		return []string{"file"}
	}
	return nil
}

// step3 are the facts that count as a first action on a serious complaint (S19).
var step3 = map[string]bool{
	FindingRecordedEvent{}.EventName(): true, InformationRecordedEvent{}.EventName(): true,
	InformationAskedEvent{}.EventName(): true, ResolutionProposedEvent{}.EventName(): true, AcceptanceRecordedEvent{}.EventName(): true,
}

// Codec reads and writes the events of complaints.
func Codec() event.Codec {
	return event.NewCodec(ReceivedEvent{}, OwnerAssignedEvent{}, ReceiptConfirmedEvent{}, AssessedEvent{},
		ConsultedEvent{}, FormCompletedEvent{}, CopySentEvent{}, FindingRecordedEvent{}, InformationRecordedEvent{}, DelayAnnouncedEvent{},
		ResolutionProposedEvent{}, AcceptanceRecordedEvent{}, JudgedEvent{}, PersonAddressedEvent{},
		RecurrencePreventedEvent{}, FeedbackApprovedEvent{}, FeedbackSentEvent{}, OrganisationInformedEvent{},
		CategorisedEvent{}, CauseDeterminedEvent{}, SatisfactionMeasuredEvent{}, SatisfactionAskedEvent{},
		LessonRecordedEvent{}, MeasureDecidedEvent{}, NoMeasureDecidedEvent{}, MeasureDoneEvent{},
		NotedEvent{}, AttachedEvent{}, CorrectedEvent{}, WaivedEvent{}, SettledEvent{}, CompletedEvent{},
		InformationAskedEvent{}, ReferralEvent{}, RulingRecordedEvent{}, RulingCarriedOutEvent{}, WithdrawnEvent{}, ReopenedEvent{},
		HeldEvent{}, HoldReleasedEvent{}, LinkedEvent{}, AssessorAppointedEvent{}, EffectCheckedEvent{}, ExpertJudgedEvent{}, ExpertMeasureTakenEvent{}, TakenBackEvent{})
}

// MeasureCodec reads and writes the events of measures.
func MeasureCodec() event.Codec {
	return event.NewCodec(MeasureOpenedEvent{}, MeasureCompletedEvent{}, MeasureCheckedEvent{}, MeasureHandedOverEvent{})
}

// NextAction is the action that brings a duty further now: the first that this
// person may take and that brings what is still missing. Where it is somebody
// else's turn, the refusal says whose.
func NextAction(s *Situation, d Duty) (Offer, bool) {
	var refused *Offer
	for _, f := range d.Obligation.MetBy {
		if s.Complaint.has(f) {
			continue
		}
		for _, spec := range Specs() {
			if !s.offers(spec) || !brings(spec, f) {
				continue
			}
			o := OfferOf(s, spec)
			if o.Refusal == nil {
				return o, true
			}
			if refused == nil {
				refused = &o
			}
		}
		break // facts of an obligation come in its order
	}
	if refused != nil {
		return *refused, true
	}
	return Offer{}, false
}

// Alternatives are the other actions that this person could take now and that
// bring the same as an offered one: deciding on no measure instead of one.
func Alternatives(s *Situation, o Offer) []Offer {
	var out []Offer
	for _, f := range o.Spec.Brings {
		if s.Complaint.has(f) {
			continue
		}
		for _, spec := range Specs() {
			if spec.ID == o.Spec.ID || !s.offers(spec) || !brings(spec, f) {
				continue
			}
			if other := OfferOf(s, spec); other.Refusal == nil {
				out = append(out, other)
			}
		}
		return out
	}
	return out
}

func brings(spec Spec, f p.Fact) bool {
	for _, b := range spec.Brings {
		if b == f {
			return true
		}
	}
	return false
}

// NoticeCodec reads and writes the events of notices.
func NoticeCodec() event.Codec {
	return event.NewCodec(NoticeFiledEvent{}, NoticeAcceptedEvent{}, NoticeSetAsideEvent{})
}

// ExpertCodec reads and writes the events of experts.
func ExpertCodec() event.Codec {
	return event.NewCodec(ExpertAddedEvent{}, ExpertFoundEvent{}, ExpertMeasuredEvent{})
}
