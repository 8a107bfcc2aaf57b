package office

import (
	"context"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// Form is an action as a person is about to fill it in.
type Form struct {
	Offer     complaint.Offer
	Seq       int    // of the subject as it was read
	Draft     *Draft // where the person left off
	Busy      []Busy // names of others who are at work on the subject
	Procedure *procedure.Procedure
	Calendar  calendar.Calendar
	Warn      func(values map[string]string) []Warning // about what is being filled in
}

// Form opens an action on a subject; subject "" is the incident form. draft is
// the half-filled form to go on with; "" finds the one of this subject and
// action. ErrNotFound where there is no such action.
func (o *Office) Form(ctx context.Context, v Viewer, subject string, action procedure.ActionID, draft string) (f Form, err error) {
	if subject == "" {
		action = procedure.NewComplaint
	}
	spec, ok := complaint.SpecOf(action)
	if !ok {
		return f, ErrNotFound
	}
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, subject, asOf{})
		if err != nil {
			return err
		}
		if !l.Takes(spec.ID) {
			return ErrNotFound
		}
		f = Form{Offer: complaint.OfferOf(&l.Situation, spec), Seq: l.seq, Procedure: l.Procedure, Calendar: l.Calendar, Warn: l.warnings}
		l.Known = beyondReach
		if !l.opens() {
			f.Offer.Fields = nil
			f.Offer.Refusal = &complaint.Refusal{Rule: "roles", Key: "not-yours"}
			return nil
		}
		if f.Draft, err = draftOf(ctx, tx, l.Actor, subject, action, draft); err != nil || subject == "" {
			return err
		}
		f.Busy, err = l.busy(ctx, tx, subject)
		return err
	})
	return f, err
}

// beyondReach takes any number to be known: while a form is filled in the file is
// not read, and whether a complaint is there turns out when it is recorded.
func beyondReach(string) bool { return true }

// Input is what a person filled in, as it is recorded. An empty value means that
// a text is empty, and of any other field that nothing was chosen.
func (f Form) Input(values map[string]string) Input {
	in := Input{Values: map[string]string{}, Files: map[string]File{}, Seen: f.Seq}
	for name, value := range values {
		if value != "" || f.textual(name) {
			in.Values[name] = value
		}
	}
	return in
}

func (f Form) textual(name string) bool {
	for _, x := range f.Offer.Fields {
		if x.Name == name {
			return x.Kind == complaint.Text || x.Kind == complaint.LongText || x.Kind == complaint.PersonKind && !x.Strict
		}
	}
	return false
}

// draftOf is the half-filled form with that ID; "" finds the one of a subject
// and action. Nil where there is none that the viewer may go on with.
func draftOf(ctx context.Context, tx Tx, v Viewer, subject string, action procedure.ActionID, id string) (*Draft, error) {
	drafts, err := draftsFor(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	for _, d := range drafts {
		if d.ID == id || id == "" && subject != "" && d.Subject == subject && d.Action == action && d.Person == v.ID {
			return &d, nil
		}
	}
	return nil, nil
}
