package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"leermoment/internal/office"
)

// tx implements office.Tx on the transaction of one handle.
type tx struct{ *handle }

// QueryContext asks a question. Its rows have to be read or closed before the same
// is asked again.
func (t tx) QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	s, err := t.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// scan reads the one row of a question; sql.ErrNoRows where there is none.
func (t tx) scan(ctx context.Context, to []any, text string, args ...any) error {
	s, err := t.statement(ctx, text)
	if err != nil {
		return err
	}
	return s.QueryRowContext(ctx, args...).Scan(to...)
}

// Write implements office.Store: one BEGIN IMMEDIATE transaction, which waits
// for other programs. An error or a panic of the change leaves nothing behind.
// Before and after it is made sure that the file is still the one that was
// opened: what is written into a file that is gone is lost.
func (s *Store) Write(ctx context.Context, change func(office.Tx) error) error {
	if s.write == nil {
		return ErrReadOnly
	}
	h, err := s.writing.take(ctx, s.write)
	if err != nil {
		return fmt.Errorf("cannot write: %w", err)
	}
	defer s.writing.give(h)
	if err := s.still(); err != nil {
		return err
	}
	committed := false
	defer func() {
		if !committed {
			h.undo()
		}
	}()
	if err := h.exec(ctx, `BEGIN IMMEDIATE`); err != nil { // cut short it may have begun
		return fmt.Errorf("cannot write: %w", named(err))
	}
	if err := s.sameForm(ctx, tx{h}); err != nil {
		return named(err)
	}
	if err := change(tx{h}); err != nil {
		return named(err)
	}
	if err := errors.Join(s.still(), ctx.Err()); err != nil {
		return err
	}
	// from here on nothing stops it half-way
	if err := h.exec(context.WithoutCancel(ctx), `COMMIT`); err != nil {
		return fmt.Errorf("cannot write: %w", named(err))
	}
	committed = true
	return nil
}

// Read implements office.Store: one read transaction.
func (s *Store) Read(ctx context.Context, read func(office.Tx) error) error {
	h, err := s.reading.take(ctx, s.read)
	if err != nil {
		return fmt.Errorf("cannot read: %w", err)
	}
	defer s.reading.give(h)
	if err := s.still(); err != nil {
		return err
	}
	defer h.undo() // nothing was changed
	if err := h.exec(ctx, `BEGIN`); err != nil {
		return fmt.Errorf("cannot read: %w", named(err))
	}
	return named(read(tx{h}))
}

// Version implements office.Store. That a dossier was opened or a key used, and
// every letter typed into a form, changes the file too, but nothing that others
// see: only facts are counted, and incident forms.
func (s *Store) Version(ctx context.Context) (version int64, err error) {
	h, err := s.reading.take(ctx, s.read)
	if err != nil {
		return 0, err
	}
	defer s.reading.give(h)
	if err := s.still(); err != nil {
		return 0, err
	}
	var form int
	err = tx{h}.scan(ctx, []any{&version, &form}, `
		SELECT (SELECT coalesce(max(position), 0) FROM events) * 65536 + (SELECT count(*) FROM drafts WHERE action = 'new'),
			(SELECT user_version FROM pragma_user_version)`)
	if err != nil {
		h.drop() // it may be the connection
		return 0, named(err)
	}
	if form > s.form {
		err = ErrNewer
	}
	return version, err
}
