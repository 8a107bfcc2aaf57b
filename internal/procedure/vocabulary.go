package procedure

// The closed vocabulary of the procedure file. Whatever is not named here is a
// fault with file and line when a procedure is loaded.

// StepID names a step.
type StepID string

// The seven steps of the text (S02, S03).
const (
	Listen   StepID = "listen"
	Register StepID = "register"
	Resolve  StepID = "resolve"
	Feedback StepID = "feedback"
	Analyse  StepID = "analyse"
	Learn    StepID = "learn"
	Improve  StepID = "improve"
)

// Phase is how far a complaint is.
type Phase string

// Handling is steps 1–4, learning 5–7.
const (
	Handling  Phase = "handling"
	Learning  Phase = "learning"
	Completed Phase = "completed"
	Destroyed Phase = "destroyed"
)

// Role is who owes an obligation or may take an action.
type Role string

// The roles of members of staff, and those that a complaint or measure gives.
const (
	OfficeManager Role = "office-manager"
	ProjectLeader Role = "project-leader"
	Director      Role = "director"
	Owner         Role = "owner"         // the problem owner of this complaint
	MeasureOwner  Role = "measure-owner" // who was given the measure
	Program       Role = "program"
)

// Ending is how a complaint ended for the complainant.
type Ending string

// The endings of a complaint.
const (
	Agreed           Ending = "agreed"
	Ruled            Ending = "ruled"
	WithoutAgreement Ending = "without-agreement"
	Withdrawn        Ending = "withdrawn"
	NoComplaint      Ending = "no-complaint"
)

// Count says from which moment a term runs.
type Count string

// A term runs from the obligation's start, from the last recorded fact, or from
// the moment at which the obligation opens.
const (
	FromStart    Count = "start"
	FromLastFact Count = "last-fact"
	FromOpening  Count = "opening"
)

// Moment is an end that stands in a fact instead of in a term.
type Moment string

// DueRuling is the day that the ruling itself gives (S30).
const DueRuling Moment = "ruling"

// Fact is something that has happened in a complaint's life; conditions and
// proofs are made of facts. Each has the moment at which it happened.
type Fact string

// The facts that a complaint's events bring about.
const (
	Received            Fact = "received"
	Registered          Fact = "registered" // stands in the register with a number
	OwnerAssigned       Fact = "owner-assigned"
	ReceiptConfirmed    Fact = "receipt-confirmed" // the confirmation was really sent
	Unreachable         Fact = "unreachable"       // the complainant cannot be written to
	Assessed            Fact = "assessed"
	Serious             Fact = "serious"            // judged serious
	NeedsConsultation   Fact = "needs-consultation" // the director cannot settle it alone
	SettlesAlone        Fact = "settles-alone"
	Consulted           Fact = "consulted"
	FormCompleted       Fact = "form-completed"
	PersonConcerned     Fact = "person-concerned" // the completed form names one
	NobodyConcerned     Fact = "nobody-concerned" // the completed form says nobody is
	PersonCopied        Fact = "person-copied"
	ManagementCopied    Fact = "management-copied"
	Statement           Fact = "statement" // at least one statement
	CourseOfEvents      Fact = "course-of-events"
	Information         Fact = "information"  // further information recorded, or not needed
	ActionTaken         Fact = "action-taken" // any fact of step 3 after it was judged serious
	DelayAnnounced      Fact = "delay-announced"
	Judged              Fact = "judged"
	PersonAddressed     Fact = "person-addressed"
	RecurrencePrevented Fact = "recurrence-prevented"
	OutcomeReached      Fact = "outcome-reached"
	FeedbackApproved    Fact = "feedback-approved"
	FeedbackSent        Fact = "feedback-sent"
	OutcomeDelivered    Fact = "outcome-delivered" // the outcome is there and sent, as far as anybody can be written to
	OrganisationTold    Fact = "organisation-told"
	Rejected            Fact = "rejected" // the complainant rejects for good
	Referred            Fact = "referred"
	ReferralRefused     Fact = "referral-refused"
	ReferralClosed      Fact = "referral-closed" // brought about by either of the two before
	RulingRecorded      Fact = "ruling-recorded"
	RulingOrders        Fact = "ruling-orders"
	RulingCarriedOut    Fact = "ruling-carried-out"
	Settled             Fact = "settled"
	Categorised         Fact = "categorised"
	CauseKnown          Fact = "cause-known"
	SatisfactionKnown   Fact = "satisfaction-known" // a score, or no answer after the reminder
	LessonRecorded      Fact = "lesson-recorded"
	ImprovementDecided  Fact = "improvement-decided"
	ExpertInsufficient  Fact = "expert-insufficient"
	ExpertMeasureTaken  Fact = "expert-measure-taken"
	MeasureDone         Fact = "measure-done"
	EffectChecked       Fact = "effect-checked"
	CaseCompleted       Fact = "completed"
	CaseDestroyed       Fact = "destroyed"
)
