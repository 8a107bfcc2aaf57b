package office

import (
	"context"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
)

// Keys remembers when a public key last logged somebody in. That is no fact
// about complaints, so that no event keeps it.
type Keys interface {
	// KeyUsed notes a use by the key's fingerprint.
	KeyUsed(ctx context.Context, fingerprint string, at time.Time) error
	// KeyUses are the last uses by fingerprint; never nil.
	KeyUses(ctx context.Context) (map[string]time.Time, error)
}

// ByKey is the member of staff with this login whose key has this fingerprint;
// ErrNotFound where that is nobody, or somebody who was disabled.
func (o *Office) ByKey(ctx context.Context, login, fingerprint string) (Viewer, error) {
	org, err := o.Organisation(ctx)
	if err != nil {
		return Viewer{}, err
	}
	m, ok := org.ByLogin(login)
	if !ok || m.Disabled || !m.HasKey(fingerprint) {
		return Viewer{}, ErrNotFound
	}
	return o.actor(org, m), nil
}

// KeyUsed notes that somebody logged in with a key.
func (o *Office) KeyUsed(ctx context.Context, fingerprint string) error {
	return o.store.Write(ctx, func(tx Tx) error { return tx.KeyUsed(ctx, fingerprint, o.Now()) })
}

// KeyUses are the moments at which keys last logged somebody in, by fingerprint.
func (o *Office) KeyUses(ctx context.Context) (uses map[string]time.Time, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		uses, err = tx.KeyUses(ctx)
		return err
	})
	return uses, err
}

// KeyView is a public key by which somebody logs in.
type KeyView struct {
	Name, Fingerprint string
	AddedAt, UsedAt   time.Time // UsedAt is zero where it was never used
}

// AddKey lets a member of staff log in with a public key, a line as in
// authorized_keys, and gives its fingerprint; a director does.
func (o *Office) AddKey(ctx context.Context, v Viewer, login string, line []byte) (fingerprint string, err error) {
	key, err := organisation.ReadKey(line)
	if err != nil {
		return "", complaint.Faults{{Field: "key", Key: "key"}}
	}
	return key.Fingerprint, o.change(ctx, v, func(_ Tx, org *organisation.Organisation) ([]event.Event, error) {
		m, ok := org.ByLogin(login)
		if !ok {
			return nil, ErrNotFound
		}
		for _, other := range org.Staff {
			if other.HasKey(key.Fingerprint) {
				return nil, complaint.Faults{{Field: "key", Key: "key-taken", Args: map[string]string{"Name": other.Name}}}
			}
		}
		return []event.Event{organisation.KeyAddedEvent{ID: m.ID, Fingerprint: key.Fingerprint, Name: key.Name, Line: key.Line}}, nil
	})
}

// RemoveKey takes a key away, as of a laptop that was lost; a director does.
// Who is in with it is put out.
func (o *Office) RemoveKey(ctx context.Context, v Viewer, login, fingerprint string) error {
	return o.change(ctx, v, func(_ Tx, org *organisation.Organisation) ([]event.Event, error) {
		m, ok := org.ByLogin(login)
		if !ok {
			return nil, ErrNotFound
		}
		if !m.HasKey(fingerprint) {
			return nil, complaint.Faults{{Field: "fingerprint", Key: "fingerprint", Args: map[string]string{"Name": m.Name}}}
		}
		return []event.Event{organisation.KeyRemovedEvent{ID: m.ID, Fingerprint: fingerprint}}, nil
	})
}
