package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"leermoment/internal/office"
)

// tx implements office.Tx on one transaction. What it writes again and again it
// prepares once.
type tx struct {
	*sql.Tx
	prepared map[string]*sql.Stmt
}

func within(t *sql.Tx) tx { return tx{t, map[string]*sql.Stmt{}} }

func (t tx) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	s, ok := t.prepared[text]
	if ok {
		return s, nil
	}
	s, err := t.PrepareContext(ctx, text)
	if err == nil {
		t.prepared[text] = s // closed with the transaction
	}
	return s, err
}

// exec runs a statement that this transaction may run many times.
func (t tx) exec(ctx context.Context, text string, args ...any) error {
	s, err := t.statement(ctx, text)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(ctx, args...)
	return err
}

// scan reads the one row of such a statement.
func (t tx) scan(ctx context.Context, to any, text string, args ...any) error {
	s, err := t.statement(ctx, text)
	if err != nil {
		return err
	}
	return s.QueryRowContext(ctx, args...).Scan(to)
}

// Write implements office.Store: one BEGIN IMMEDIATE transaction, which waits
// for other programs. An error or a panic of the change leaves nothing behind.
// Before and after it is made sure that the file is still the one that was
// opened: what is written into a file that is gone is lost.
func (s *Store) Write(ctx context.Context, change func(office.Tx) error) error {
	if s.write == nil {
		return ErrReadOnly
	}
	if err := turn(ctx, s.writing); err != nil {
		return fmt.Errorf("cannot write: %w", err)
	}
	defer func() { <-s.writing }()
	if err := s.still(); err != nil {
		return err
	}
	t, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("cannot write: %w", named(err))
	}
	defer func() { _ = t.Rollback() }() // does nothing after the commit
	if err := s.sameForm(ctx, t); err != nil {
		return named(err)
	}
	if err := change(within(t)); err != nil {
		return named(err)
	}
	if err := s.still(); err != nil {
		return err
	}
	if err := t.Commit(); err != nil {
		// a cancelled transaction may have been rolled back already, which the
		// commit's own error does not tell
		return fmt.Errorf("cannot write: %w", errors.Join(named(err), ctx.Err()))
	}
	return nil
}

// turn waits for a place; those who wait get one in the order in which they came.
func turn(ctx context.Context, places chan struct{}) error {
	select {
	case places <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Read implements office.Store: one read transaction.
func (s *Store) Read(ctx context.Context, read func(office.Tx) error) error {
	if err := turn(ctx, s.reading); err != nil {
		return fmt.Errorf("cannot read: %w", err)
	}
	defer func() { <-s.reading }()
	if err := s.still(); err != nil {
		return err
	}
	t, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("cannot read: %w", named(err))
	}
	defer func() { _ = t.Rollback() }() // nothing was changed
	return named(read(within(t)))
}

// Version implements office.Store. That a dossier was opened or a key used, and
// every letter typed into a form, changes the file too, but nothing that others
// see: only facts are counted, and incident forms.
func (s *Store) Version(ctx context.Context) (version int64, err error) {
	if err := turn(ctx, s.reading); err != nil {
		return 0, err
	}
	defer func() { <-s.reading }()
	if err := s.still(); err != nil {
		return 0, err
	}
	var form int
	err = s.read.QueryRowContext(ctx, `
		SELECT (SELECT coalesce(max(position), 0) FROM events) * 65536 + (SELECT count(*) FROM drafts WHERE action = 'new'),
			(SELECT user_version FROM pragma_user_version)`).Scan(&version, &form)
	if err == nil && form > s.form {
		err = ErrNewer
	}
	return version, named(err)
}
