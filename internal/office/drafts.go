package office

import (
	"context"
	"encoding/hex"
	"io"

	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// SaveDraft keeps a half-filled form of the viewer and gives its ID. A draft
// without ID is a new one; ErrNotFound where the ID is not one of his.
func (o *Office) SaveDraft(ctx context.Context, v Viewer, d Draft) (id string, err error) {
	d.SavedAt, d.Person = o.Now(), v.ID
	fresh := d.ID == ""
	if fresh {
		b := make([]byte, 8)
		if _, err := io.ReadFull(o.set.Random, b); err != nil {
			return "", err
		}
		d.ID = hex.EncodeToString(b)
	}
	return d.ID, o.store.Write(ctx, func(tx Tx) error {
		_, v, err := o.present(ctx, tx, v)
		if err != nil {
			return err
		}
		if !fresh {
			if kept, err := draftOf(ctx, tx, v, "", "", d.ID); err != nil || kept == nil {
				return orNotFound(err)
			}
		}
		return tx.SaveDraft(ctx, d)
	})
}

// DropDraft throws a half-filled form away; ErrNotFound where it is not one of
// the viewer's.
func (o *Office) DropDraft(ctx context.Context, v Viewer, id string) error {
	return o.store.Write(ctx, func(tx Tx) error {
		_, v, err := o.present(ctx, tx, v)
		if err != nil {
			return err
		}
		return dropDraft(ctx, tx, v, id)
	})
}

func dropDraft(ctx context.Context, tx Tx, v Viewer, id string) error {
	if id == "" {
		return nil
	}
	if kept, err := draftOf(ctx, tx, v, "", "", id); err != nil || kept == nil {
		return orNotFound(err)
	}
	return tx.DropDraft(ctx, id)
}

func orNotFound(err error) error {
	if err == nil {
		return ErrNotFound
	}
	return err
}

// Drafts are the half-filled forms that the viewer may go on with.
func (o *Office) Drafts(ctx context.Context, v Viewer) (drafts []Draft, err error) {
	err = o.look(ctx, v, func(tx Tx, _ *organisation.Organisation, v Viewer) error {
		drafts, err = draftsFor(ctx, tx, v)
		return err
	})
	return drafts, err
}

// draftsFor are the viewer's own forms, and the incident forms of everybody
// where he records complaints; but those of others about himself are not his to read.
func draftsFor(ctx context.Context, tx Tx, v Viewer) ([]Draft, error) {
	drafts, err := tx.DraftsOf(ctx, v.ID)
	if err != nil || !records(v) {
		return drafts, err
	}
	forms, err := tx.DraftsOf(ctx, "")
	for _, d := range forms {
		if d.Person != v.ID && d.Action == procedure.NewComplaint && (v.Login == "" || staffLogin(d.Values["person_concerned"]) != v.Login) {
			drafts = append(drafts, d)
		}
	}
	return drafts, err
}
