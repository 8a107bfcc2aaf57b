package procedure

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"leermoment/internal/calendar"
)

func find[T any](all []T, is func(T) bool) (T, bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	var none T
	return none, false
}

// Obligation finds an obligation by its id.
func (p *Procedure) Obligation(id string) (Obligation, bool) {
	return find(p.Obligations, func(o Obligation) bool { return o.ID == id })
}

// Sentence finds a literal sentence by its id, such as "S09".
func (p *Procedure) Sentence(id string) (Sentence, bool) {
	return find(p.Sentences, func(s Sentence) bool { return s.ID == id })
}

// Step finds a step.
func (p *Procedure) Step(id StepID) (Step, bool) {
	return find(p.Steps, func(s Step) bool { return s.ID == id })
}

// Category finds a category.
func (p *Procedure) Category(id string) (Item, bool) {
	return find(p.Categories, func(i Item) bool { return i.ID == id })
}

// Cause finds a root cause.
func (p *Procedure) Cause(id string) (Item, bool) {
	return find(p.Causes, func(i Item) bool { return i.ID == id })
}

// MayTake gives the roles that may take an action; none for an unknown one.
func (p *Procedure) MayTake(action ActionID) []Role {
	return slices.Clone(p.Roles[action])
}

// IndependentOn gives the independent person on a day, if there is one then.
func (p *Procedure) IndependentOn(day calendar.Day) (Independent, bool) {
	return find(p.Independent, func(i Independent) bool {
		return (i.From.IsZero() || !day.Before(i.From)) && (i.Until.IsZero() || !i.Until.Before(day))
	})
}

// Without gives a copy of the procedure that lacks one obligation, and those
// that are ahead of it, for tests that prove what it is there for. The copy has
// a digest of its own.
func (p *Procedure) Without(obligationID string) *Procedure {
	out := *p
	out.Obligations = slices.DeleteFunc(slices.Clone(p.Obligations), func(o Obligation) bool {
		return o.ID == obligationID || o.Ahead != nil && o.Ahead.Of == obligationID
	})
	digest := sha256.Sum256([]byte(p.digest + " without " + obligationID))
	out.digest = hex.EncodeToString(digest[:])
	return &out
}

// Personnel says whether an obligation tells, by being owed, that an expert fell
// short: a personnel matter (S40).
func (o Obligation) Personnel() bool { return slices.Contains(o.Starts, ExpertInsufficient) }
