package store

import (
	"context"
	"database/sql"
	"errors"

	"leermoment/internal/office"
)

// Peek implements office.Numbers.
func (t tx) Peek(ctx context.Context, series office.Series, year int) (int, error) {
	var last int
	err := t.scan(ctx, []any{&last}, `SELECT last FROM numbers WHERE series = ? AND year = ?`, string(series), year)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return last + 1, err
}

// Take implements office.Numbers: it is taken when the transaction commits.
func (t tx) Take(ctx context.Context, series office.Series, year int) (n int, err error) {
	err = t.scan(ctx, []any{&n}, `
		INSERT INTO numbers (series, year, last) VALUES (?, ?, 1)
		ON CONFLICT (series, year) DO UPDATE SET last = last + 1 RETURNING last`, string(series), year)
	return n, err
}
