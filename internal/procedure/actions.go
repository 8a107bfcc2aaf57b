package procedure

// ActionID names what a person can do. It is part of the contract of the
// command line and is kept for ever.
type ActionID string

// The actions, by the step they belong to; the last ones are there at any step.
const (
	NewComplaint   ActionID = "new"
	FileNotice     ActionID = "file-notice"
	AcceptNotice   ActionID = "accept-notice"
	SetAsideNotice ActionID = "set-aside-notice"
	SettleAtOnce   ActionID = "settle-at-once"

	ConfirmReceipt ActionID = "confirm-receipt"
	Assess         ActionID = "assess"
	Consult        ActionID = "consult"

	CompleteForm ActionID = "complete-form"
	SendCopy     ActionID = "send-copy"
	AssignOwner  ActionID = "assign-owner"

	RecordFinding     ActionID = "record-finding"
	AskInformation    ActionID = "ask-information"
	RecordInformation ActionID = "record-information"
	AnnounceDelay     ActionID = "announce-delay"
	ProposeResolution ActionID = "propose-resolution"
	RecordAcceptance  ActionID = "record-acceptance"

	FormJudgement      ActionID = "form-judgement"
	AddressPerson      ActionID = "address-person"
	PreventRecurrence  ActionID = "prevent-recurrence"
	ApproveFeedback    ActionID = "approve-feedback"
	SendFeedback       ActionID = "send-feedback"
	InformOrganisation ActionID = "inform-organisation"
	ReferIndependent   ActionID = "refer-independent"
	RecordRuling       ActionID = "record-ruling"
	CarryOutRuling     ActionID = "carry-out-ruling"

	Categorise     ActionID = "categorise"
	DetermineCause ActionID = "determine-cause"

	MeasureSatisfaction ActionID = "measure-satisfaction"
	RemindSatisfaction  ActionID = "remind-satisfaction"
	RecordLesson        ActionID = "record-lesson"

	DecideMeasure     ActionID = "decide-measure"
	DecideNoMeasure   ActionID = "decide-no-measure"
	CompleteMeasure   ActionID = "complete-measure"
	CheckEffect       ActionID = "check-effect"
	AddExpert         ActionID = "add-expert"
	JudgeExpert       ActionID = "judge-expert"
	TakeExpertMeasure ActionID = "take-expert-measure"

	Note        ActionID = "note"
	Correct     ActionID = "correct"
	TakeBack    ActionID = "take-back"
	Attach      ActionID = "attach"
	Link        ActionID = "link"
	Waive       ActionID = "waive"
	Hold        ActionID = "hold"
	ReleaseHold ActionID = "release-hold"
	Withdraw    ActionID = "withdraw"
	Reopen      ActionID = "reopen"
)

// CorrectReceipt is no action of its own: it is the line in [roles] that says
// who may change the receipt moment by Correct.
const CorrectReceipt ActionID = "correct-receipt"

// Actions are all actions in the order of the steps; CorrectReceipt is not one.
func Actions() []ActionID {
	return []ActionID{
		NewComplaint, FileNotice, AcceptNotice, SetAsideNotice, SettleAtOnce,
		ConfirmReceipt, Assess, Consult,
		CompleteForm, SendCopy, AssignOwner,
		RecordFinding, AskInformation, RecordInformation, AnnounceDelay, ProposeResolution, RecordAcceptance,
		FormJudgement, AddressPerson, PreventRecurrence, ApproveFeedback, SendFeedback, InformOrganisation,
		ReferIndependent, RecordRuling, CarryOutRuling,
		Categorise, DetermineCause,
		MeasureSatisfaction, RemindSatisfaction, RecordLesson,
		DecideMeasure, DecideNoMeasure, CompleteMeasure, CheckEffect, AddExpert, JudgeExpert, TakeExpertMeasure,
		Note, Correct, TakeBack, Attach, Link, Waive, Hold, ReleaseHold, Withdraw, Reopen,
	}
}
