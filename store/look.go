package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
)

// Look opens a file that is there and leaves it as it is: it makes none, and
// brings none to the present form. Errors: os.ErrNotExist, ErrNewer, ErrForeign,
// ErrNetwork, ErrDamaged, that the file is of an older form, or of the system; to
// write gives ErrReadOnly. What
// is written gives ErrReadOnly.
func Look(ctx context.Context, path string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	file, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if onNetwork(filepath.Dir(path)) {
		return nil, ErrNetwork
	}
	form, err := identify(ctx, path)
	if err != nil {
		return nil, named(err)
	}
	names, err := stepNames(migrations)
	switch {
	case err != nil:
		return nil, err
	case form > len(names):
		return nil, ErrNewer
	case form < len(names):
		return nil, fmt.Errorf("this file is of form %d, and not yet of form %d", form, len(names))
	}
	s := newStore(path)
	s.file, s.form = file, form
	if s.read, err = sql.Open("sqlite", reading(path)); err != nil {
		return nil, err
	}
	return s, nil
}
