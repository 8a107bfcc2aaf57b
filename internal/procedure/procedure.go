// Package procedure holds a complaints procedure as data: its steps,
// obligations, roles, categories, causes, own numbers and literal sentences,
// read from one TOML file and checked in full.
//
// It imports calendar only. The file flowconcepts.toml is the procedure of the
// organisation that this program was made for (klachtenprocedure.txt); another
// organisation brings another file and no Go changes.
package procedure

import "leermoment/internal/calendar"

// Procedure is a checked procedure. It never changes once loaded.
type Procedure struct {
	ID          string
	Version     string
	Title       Text
	Steps       []Step
	Sentences   []Sentence
	Obligations []Obligation
	Roles       map[ActionID][]Role // who may take it
	Categories  []Item
	Causes      []Item
	Independent []Independent
	Changes     []Change // of the organisation's own, already made

	digest string
}

// Digest names this very text of the procedure (hex SHA-256 of the file), so
// that a complaint can keep the procedure it was received under.
func (p *Procedure) Digest() string { return p.digest }

// Text is a title in the two languages of the program.
type Text struct {
	NL string
	EN string
}

// In gives the text in language "nl" or "en".
func (t Text) In(language string) string {
	if language == "en" {
		return t.EN
	}
	return t.NL
}

// Step is one of the procedure's steps, in order (S02, S03).
type Step struct {
	ID      StepID
	Number  int
	Title   Text
	Section string // where the text treats it: "Ad 1"
	Phase   Phase
}

// Sentence is one literal sentence of the procedure's text.
type Sentence struct {
	ID      string // S09
	Section string
	Text    string
}

// Item is a category or a cause. Its id never changes; one that was retired, or
// merged into another, cannot be chosen any more and is still read.
type Item struct {
	ID      string
	Title   Text
	Retired bool
	Into    string
}

// Independent is the independent person of S28–S30 for a span of days, the
// first and the last included.
type Independent struct {
	Name  string
	Title Text
	From  calendar.Day // zero: no beginning
	Until calendar.Day // zero: no end
}

// Obligation is what the procedure owes somebody, with a term and a proof.
// The order of the file is the order in which the screen names the next thing
// to do.
type Obligation struct {
	ID      string
	Title   Text
	Short   Text // the title in fewer words, for a narrow column; empty: none is needed
	Explain Text // what to do, one sentence
	Step    StepID
	OwedBy  Role
	Starts  []Fact // all of them; the last to come starts it
	// StartsAfter takes the place of Starts after an ending that leaves out what
	// Starts waits for.
	StartsAfter map[Ending][]Fact
	Opens       *calendar.Term // it opens this long after its start; nil: at once
	OpensOwn    bool           // the number in Opens is the organisation's too
	Ahead       *Ahead         // instead of Starts: opens this long before another one is due
	Term        *calendar.Term // nil: no term
	From        Count          // the term runs from: start (default), the last recorded fact or the opening
	Own         bool           // the number is the organisation's, not the text's
	Soon        *calendar.Term // this long before the end it is due soon; default the last quarter
	Extendable  bool           // an announced delay gives it a new end (S21)
	Due         Moment         // instead of Term: the day that a fact gives
	Held        bool           // it does not begin while a hold stands (S38)
	MetBy       []Fact         // all of them; the last to come meets it
	Unless      []Fact         // one of these makes it not applicable
	Endings     []Ending       // endings after which it remains, besides the ordinary ones
	Gate        bool           // it must be closed before settled (handling) or completed (learning); default true
	Waivable    bool           // default true
	Sentences   []string
}

// Ahead opens an obligation before another one's end (S21: 7 days before the month ends).
type Ahead struct {
	Of   string
	Lead calendar.Term
}
