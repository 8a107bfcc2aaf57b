package store

import (
	"context"
	"time"
)

// KeyUsed implements office.Keys.
func (t tx) KeyUsed(ctx context.Context, fingerprint string, at time.Time) error {
	err := t.exec(ctx, `INSERT INTO key_uses (fingerprint, at) VALUES (?, ?) ON CONFLICT (fingerprint) DO UPDATE SET at = excluded.at`,
		fingerprint, at.Unix())
	return err
}

// KeyUses implements office.Keys.
func (t tx) KeyUses(ctx context.Context) (map[string]time.Time, error) {
	rows, err := t.QueryContext(ctx, `SELECT fingerprint, at FROM key_uses`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	uses := map[string]time.Time{}
	for rows.Next() {
		var fingerprint string
		var at int64
		if err := rows.Scan(&fingerprint, &at); err != nil {
			return nil, err
		}
		uses[fingerprint] = time.Unix(at, 0).UTC()
	}
	return uses, rows.Err()
}
