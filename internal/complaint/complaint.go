package complaint

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Complaint is one complaint as its recorded facts make it.
type Complaint struct {
	Number     string
	Seq        int
	Procedure  string            // digest of the procedure it was received under
	Closed     []calendar.Closed // the holidays promised with
	Form       Form
	ReceivedAt time.Time
	RecordedAt time.Time
	Recorder   string // who recorded it
	Receipts   []Receipt
	Owner      string
	Assessment Assessment
	Statements []Statement
	Judgement  Judgement
	Resolution Resolution
	Feedback   Approval
	Cause      Cause
	Lesson     string
	Score      int  // 1–10; 0: not measured, or no answer
	Reminded   bool // the request for satisfaction was sent
	Measures   []MeasureRef
	Letters    []Letter
	Files      []Attachment
	Notes      []string
	Waived     map[string]Waiver
	Delays     []Delay
	Referral   Referral
	Ruling     Ruling
	Assessor   string // ID of who acts as the director where it is about him
	Links      []string
	Holds      []HoldKind
	Explained  map[string]string // why an obligation was late, by its id
	Late       map[string]bool   // obligations that were late before they opened again
	ReopenedAt time.Time         // zero: never
	Ending     procedure.Ending  // as reached; it is the outcome once settled
	Phase      procedure.Phase
	LastFact   time.Time // of the last fact recorded by a person

	facts map[procedure.Fact]time.Time
	log   []event.Recorded // all of it, to take something back
}

// Receipt is a receipt moment that was later corrected; it counted until then.
type Receipt struct {
	At    time.Time
	Until time.Time
}

// Waiver says who waived an obligation, when and why.
type Waiver struct {
	By  string
	At  time.Time
	Why string
}

// Delay is an announced delay: when it was announced and the new expected day.
type Delay struct {
	At    time.Time
	Until calendar.Day
	Why   string
}

// LetterState is how far a letter is (S27).
type LetterState string

// A letter is approved by the owner, then really sent.
const (
	LetterApproved LetterState = "approved"
	LetterSent     LetterState = "sent"
)

// Letter is a letter kept word for word.
type Letter struct {
	Kind  LetterKind
	State LetterState
	By    Delivery
	To    string
	Text  string
	At    time.Time
	Actor string

	ForPerson bool // the copy of the person concerned
}

// Fact gives the moment at which something happened in this complaint's life.
func (c *Complaint) Fact(f procedure.Fact) (time.Time, bool) {
	at, ok := c.facts[f]
	return at, ok
}

func (c *Complaint) has(facts ...procedure.Fact) bool {
	for _, f := range facts {
		if _, ok := c.facts[f]; !ok {
			return false
		}
	}
	return true
}

// mark notes a fact's moment as it was recorded first: a later record that
// reaches further back does not make on time what was late.
func (c *Complaint) mark(f procedure.Fact, at time.Time) {
	if _, ok := c.facts[f]; !ok {
		c.facts[f] = at
	}
}

// fact is an event of a complaint's stream; the set is sealed to this package.
type fact interface {
	event.Event
	apply(c *Complaint, r event.Recorded)
}

// Fold makes a complaint from its recorded facts. It looks at no clock and
// checks no rule: what is recorded has happened. An event that is none of a
// complaint's is an error.
func Fold(number string, facts []event.Recorded) (*Complaint, error) {
	c := fresh(number)
	for _, r := range facts {
		if err := c.Add(r); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// Add folds the next recorded fact in.
func (c *Complaint) Add(r event.Recorded) error {
	if _, ok := r.Event.(fact); !ok {
		return fmt.Errorf("%s, fact %d: %w %q", c.Number, r.Seq, event.ErrUnknown, r.Event.EventName())
	}
	c.apply(r)
	return nil
}

func fresh(number string) *Complaint {
	return &Complaint{Number: number, Phase: procedure.Handling,
		facts: map[procedure.Fact]time.Time{}, Waived: map[string]Waiver{}, Late: map[string]bool{}, Explained: map[string]string{}}
}

func (c *Complaint) apply(r event.Recorded) {
	c.Seq = r.Seq
	if r.Actor != "" && r.HappenedAt.After(c.LastFact) {
		c.LastFact = r.HappenedAt
	}
	r.Event.(fact).apply(c, r)
	c.log = append(c.log, r)
	if step3[r.Event.EventName()] && c.has(procedure.Serious) {
		c.mark(procedure.ActionTaken, r.HappenedAt)
	}
	if c.has(procedure.OutcomeReached) && (c.has(procedure.FeedbackSent) || c.has(procedure.Unreachable)) {
		c.mark(procedure.OutcomeDelivered, r.HappenedAt)
	}
}

// copy is the complaint to try facts on, a fresh one where there is none yet.
func (c *Complaint) copy(number string) *Complaint {
	if c == nil {
		return fresh(number)
	}
	d := *c
	d.Explained = maps.Clone(c.Explained)
	d.facts, d.Waived, d.Late = maps.Clone(c.facts), maps.Clone(c.Waived), maps.Clone(c.Late)
	d.log = slices.Clip(c.log)
	d.Links, d.Holds = slices.Clip(c.Links), slices.Clip(c.Holds)
	d.Receipts, d.Measures = slices.Clip(c.Receipts), slices.Clone(c.Measures)
	d.Statements, d.Letters = slices.Clip(c.Statements), slices.Clip(c.Letters)
	d.Files, d.Notes, d.Delays = slices.Clip(c.Files), slices.Clip(c.Notes), slices.Clip(c.Delays)
	return &d
}

// Outcome is how it ended for the complainant, "" while it is not settled.
func (c *Complaint) Outcome() procedure.Ending {
	if c.has(procedure.Settled) {
		return c.Ending
	}
	return ""
}

// Severity is the director's judgement, unknown before it.
func (c *Complaint) Severity() Severity {
	if c.Assessment.Severity == "" {
		return UnknownSeverity
	}
	return c.Assessment.Severity
}

func (c *Complaint) file(l Letter) { c.Letters = append(c.Letters, l) }
