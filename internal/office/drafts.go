package office

import (
	"context"
	"encoding/hex"
	"io"
)

// SaveDraft keeps a half-filled form of the viewer and gives its ID. A draft
// without ID is a new one.
func (o *Office) SaveDraft(ctx context.Context, v Viewer, d Draft) (id string, err error) {
	d.SavedAt = o.Now()
	if d.Person == "" {
		d.Person = v.ID
	}
	if d.ID == "" {
		b := make([]byte, 8)
		if _, err := io.ReadFull(o.set.Random, b); err != nil {
			return "", err
		}
		d.ID = hex.EncodeToString(b)
	}
	return d.ID, o.store.Write(ctx, func(tx Tx) error { return tx.SaveDraft(ctx, d) })
}

// DropDraft throws a half-filled form away.
func (o *Office) DropDraft(ctx context.Context, _ Viewer, id string) error {
	return o.store.Write(ctx, func(tx Tx) error { return tx.DropDraft(ctx, id) })
}

// Drafts are the half-filled forms of the viewer, and the incident forms of
// everybody who may record complaints as he may.
func (o *Office) Drafts(ctx context.Context, v Viewer) (drafts []Draft, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		own, err := tx.DraftsOf(ctx, v.ID)
		if err != nil {
			return err
		}
		forms, err := o.openForms(ctx, tx, v, Query{})
		if err != nil {
			return err
		}
		drafts = own
		for _, d := range forms {
			if d.Person != v.ID {
				drafts = append(drafts, d)
			}
		}
		return nil
	})
	return drafts, err
}
