package office

import (
	"context"

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

// ProcedureText is the text of the procedure in force.
func (o *Office) ProcedureText(ctx context.Context) (text []byte, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		org, err := o.organisation(ctx, tx)
		if err != nil {
			return err
		}
		if org.Procedure == "" || org.Procedure == procedure.Default().Digest() {
			text = procedure.DefaultText()
			return nil
		}
		text, err = tx.RulesOf(ctx, org.Procedure)
		return err
	})
	return text, err
}

// UseProcedure puts another procedure in force for new complaints; those that
// were received keep theirs. The director does.
func (o *Office) UseProcedure(ctx context.Context, v Viewer, text []byte) error {
	return o.change(ctx, v, func(tx Tx, _ *organisation.Organisation) ([]event.Event, error) {
		digest, err := o.adopt(ctx, tx, text)
		return []event.Event{organisation.ProcedureAdoptedEvent{Digest: digest}}, err
	})
}
