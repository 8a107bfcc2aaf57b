package office

import (
	"context"
	"slices"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// WaitingLetter is a letter that has to go out and has not: prepared by the
// program, and where the procedure asks for it (S27) approved or not yet.
// Action is what brings it further and Refusal why the viewer cannot take it.
type WaitingLetter struct {
	Number, Subject string
	To              string // a name; "" is the management
	Kind            complaint.LetterKind
	Duty            string
	Action          procedure.ActionID
	Approve         bool // the next thing is that somebody approves it
	By              complaint.Delivery
	Due             time.Time // zero: no term of its own
	Overdue         bool
	Text            string
	Refusal         *complaint.Refusal
}

// letterOf is the letter by which a fact comes about.
var letterOf = map[procedure.Fact]complaint.LetterKind{
	procedure.ReceiptConfirmed: complaint.ConfirmationLetter, // S09
	procedure.PersonCopied:     complaint.CopyLetter,         // S15
	procedure.ManagementCopied: complaint.CopyLetter,
	procedure.DelayAnnounced:   complaint.DelayLetter,   // S21
	procedure.FeedbackApproved: complaint.OutcomeLetter, // S27
	procedure.FeedbackSent:     complaint.OutcomeLetter,
}

// LettersWaiting are the letters of all complaints that the viewer sees whole:
// what has to go out first on top.
func (o *Office) LettersWaiting(ctx context.Context, v Viewer) (out []WaitingLetter, now time.Time, err error) {
	now = o.Now()
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) error {
		p, err := o.procedure(ctx, tx, org.Procedure)
		if err != nil {
			return err
		}
		kinds, err := tx.OpenKinds(ctx)
		if err != nil {
			return err
		}
		kinds = slices.DeleteFunc(kinds, func(id string) bool {
			x, ok := p.Obligation(id) // of another procedure the complaint itself knows
			return ok && !slices.ContainsFunc(x.MetBy, isLetter)
		})
		open, _, err := tx.OpenDuties(ctx, sightOf(org, v), now, kinds, 0)
		if err != nil {
			return err
		}
		for _, d := range open {
			l, err := o.load(ctx, tx, v, d.Number, asOf{})
			if err != nil {
				return err
			}
			if w, ok := o.waitingLetter(l, d); ok {
				out = append(out, w)
			}
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b WaitingLetter) int { return byEnd(a.Due, b.Due) })
	return out, now, err
}

func isLetter(f procedure.Fact) bool { return letterOf[f] != "" }

// waitingLetter is the letter that an open duty asks for, as it stands.
func (o *Office) waitingLetter(l *loaded, d OpenDuty) (w WaitingLetter, ok bool) {
	for _, duty := range complaint.Duties(l.Complaint, l.Procedure, l.Calendar) {
		if duty.Obligation.ID != d.Duty.ID || !duty.IsOpen(l.Now) {
			continue
		}
		i := slices.IndexFunc(duty.Obligation.MetBy, func(f procedure.Fact) bool {
			_, happened := l.Complaint.Fact(f)
			return !happened
		})
		offer, can := complaint.NextAction(&l.Situation, duty)
		if i < 0 || !can {
			return w, false
		}
		next := duty.Obligation.MetBy[i]
		w = WaitingLetter{Number: d.Number, To: d.Complainant, Subject: d.Subject, Kind: letterOf[next], Duty: duty.Obligation.ID,
			Action: offer.Spec.ID, Approve: next == procedure.FeedbackApproved, Due: d.Duty.DueAt, Refusal: offer.Refusal,
			Overdue: !d.Duty.DueAt.IsZero() && l.Now.After(d.Duty.DueAt)}
		switch next {
		case procedure.DelayAnnounced: // it names a day that is not known yet
		case procedure.FeedbackSent:
			w.Text = l.Complaint.Feedback.Text // word for word as approved
		default:
			w.Text = o.letter(l, w.Kind, l.Complaint)
		}
		switch next {
		case procedure.PersonCopied:
			w.To = l.ConcernedName(l.Complaint.Form.PersonConcerned)
		case procedure.ManagementCopied:
			w.To = ""
		}
		for _, f := range offer.Fields {
			if f.Name == "by" {
				w.By = complaint.Delivery(f.Default)
			}
		}
		return w, true
	}
	return w, false
}
