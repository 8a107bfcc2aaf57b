package office

import "context"

// Attachment gives the content of a file kept with a complaint, by its digest,
// to who may see the complaint whole; ErrNotFound otherwise.
func (o *Office) Attachment(ctx context.Context, v Viewer, number, digest string) (content []byte, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, number, asOf{})
		if err != nil {
			return err
		}
		if l.access < accessWhole {
			return ErrNotFound
		}
		content, err = tx.File(ctx, l.Complaint.Number, digest)
		return err
	})
	if err == nil {
		err = o.Opened(ctx, v, number)
	}
	return content, err
}
