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
func leftover(ctx context.Context, path string) (err error) {
	if info, err := os.Stat(path + walEnd); err != nil || info.Size() == 0 || inUse(path) {
		return nil
	}
	with, err := sql.Open("sqlite", looking(path))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, with.Close()) }()
	without, err := sql.Open("sqlite", alone(path))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, without.Close()) }()

	err = check(ctx, with)
	switch broken := errors.Is(err, ErrDamaged) || errors.Is(err, ErrForeign); {
	case broken && check(ctx, without) == nil:
		return fmt.Errorf("%w: %w", ErrMixed, err)
	case err != nil:
		return err
	}
	return goesOn(ctx, without, with)
}

// goesOn makes sure that a file with its log still has the last fact that the
// file has without it: facts are never taken away, but another file's log would.
func goesOn(ctx context.Context, without, with *sql.DB) error {
	const last = `SELECT position, stream, personal_digest FROM events ORDER BY position DESC LIMIT 1`
	const same = `SELECT count(*) FROM events WHERE position = ? AND stream = ? AND personal_digest = ?`
	var position int64
	var stream string
	var digest []byte
	if without.QueryRowContext(ctx, last).Scan(&position, &stream, &digest) != nil {
		return nil // half taken in, and the log has the rest; or empty
	}
	var n int
	if err := with.QueryRowContext(ctx, same, position, stream, digest).Scan(&n); err != nil {
		return named(err)
	}
	if n > 0 || check(ctx, without) != nil {
		return nil
	}
	return ErrMixed
}

// The ends of the names of what SQLite keeps beside a file.
const (
	walEnd     = "-wal"
	shmEnd     = "-shm"
	journalEnd = "-journal"
)
