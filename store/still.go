package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
)

// still makes sure that the file is the one that was opened: removed or
// replaced it is open, but nobody finds again what is written into it.
func (s *Store) still() error {
	now, err := os.Stat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrGone
	case err != nil:
		return named(err)
	case !os.SameFile(now, s.file):
		return ErrGone
	}
	return nil
}

// sameForm refuses a file that a newer program has given another form
// meanwhile: it knows of things that this one would leave out.
func (s *Store) sameForm(ctx context.Context, t tx) error {
	var form int
	if err := t.scan(ctx, []any{&form}, `PRAGMA user_version`); err != nil {
		return err
	}
	if form > s.form {
		return ErrNewer
	}
	return nil
}
