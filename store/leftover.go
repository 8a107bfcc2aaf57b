package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
)

// leftover looks at a log (-wal) that a program left beside the file when it
// was killed or the current failed. SQLite takes in whatever lies there, that of
// another file too, as after a copy from another machine; so what comes of it
// is read whole first, and nothing is changed where it does not hold together.
// While others have the file open the log is theirs.
func leftover(ctx context.Context, path string) error {
	if info, err := os.Stat(path + walEnd); err != nil || info.Size() == 0 || inUse(path) {
		return nil
	}
	db, err := sql.Open("sqlite", looking(path))
	if err != nil {
		return err
	}
	err = errors.Join(check(ctx, db), db.Close())
	if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrForeign) {
		return err
	}
	if without, openErr := sql.Open("sqlite", alone(path)); openErr == nil {
		if errors.Join(check(ctx, without), without.Close()) == nil {
			return fmt.Errorf("%w: %w", ErrMixed, err)
		}
	}
	return err
}

// The ends of the names of what SQLite keeps beside a file.
const (
	walEnd = "-wal"
	shmEnd = "-shm"
)
