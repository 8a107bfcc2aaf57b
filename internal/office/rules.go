package office

import (
	"context"
	"errors"

	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Procedure is the procedure in force, "" in an empty file giving the embedded one.
func (o *Office) Procedure(ctx context.Context) (p *procedure.Procedure, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		org, err := o.organisation(ctx, tx)
		if err != nil {
			return err
		}
		p, err = o.procedure(ctx, tx, org.Procedure)
		return err
	})
	return p, err
}

// ProcedureText is the text of the procedure in force, with all changes behind it.
func (o *Office) ProcedureText(ctx context.Context) (text []byte, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		org, err := o.organisation(ctx, tx)
		if err != nil {
			return err
		}
		text, err = o.rulesText(ctx, tx, org.Procedure)
		return err
	})
	return text, err
}

// rulesText is the text of a procedure; one that came with the program is there
// also where no file kept it.
func (o *Office) rulesText(ctx context.Context, tx Tx, digest string) ([]byte, error) {
	if digest == "" {
		return procedure.DefaultText(), nil
	}
	text, err := tx.RulesOf(ctx, digest)
	if shipped, ok := procedure.Shipped(digest); ok && errors.Is(err, ErrNotFound) {
		return shipped, nil
	}
	return text, err
}

// UseProcedure puts another procedure in force for new complaints; those that
// were received keep theirs. The director does; seen is as of every change.
func (o *Office) UseProcedure(ctx context.Context, v Viewer, seen int, text []byte) error {
	return o.changeSeen(ctx, v, seen, func(tx Tx, _ *organisation.Organisation) ([]event.Event, error) {
		digest, err := o.adopt(ctx, tx, text)
		return []event.Event{organisation.ProcedureAdoptedEvent{Digest: digest}}, err
	})
}
