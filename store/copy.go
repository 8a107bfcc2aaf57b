package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// checkedCopy writes a whole copy of the file at an address beside a path, under a
// new name after the pattern of os.CreateTemp, and checks it. Where that fails
// nothing stays, and where there is too little room nothing is begun (ErrNoRoom):
// others work on that disk. It reads through a connection of its own.
func checkedCopy(ctx context.Context, address, path, pattern string) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+pattern)
	if err != nil {
		return "", named(err)
	}
	name = f.Name()
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("no copy could be made: %w", named(err)), removeAll(name))
		}
	}()
	if err := f.Close(); err != nil {
		return name, err
	}
	db, err := sql.Open("sqlite", address)
	if err != nil {
		return name, err
	}
	if err = room(ctx, db, filepath.Dir(name)); err == nil {
		_, err = db.ExecContext(ctx, `VACUUM INTO ?`, name)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		return name, err
	}
	copied, err := sql.Open("sqlite", alone(name))
	if err != nil {
		return name, err
	}
	if err := errors.Join(check(ctx, copied), copied.Close()); err != nil {
		return name, err
	}
	return name, toDisk(name)
}

// room says whether a copy fits in a folder, and leaves some room for the work of
// the day.
func room(ctx context.Context, db *sql.DB, dir string) error {
	left, known := free(dir)
	if !known {
		return nil
	}
	var size uint64
	err := db.QueryRowContext(ctx, `SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size`).Scan(&size)
	if err == nil && left < size+size/10 {
		err = ErrNoRoom
	}
	return err
}

// toDisk waits until a file that was written is on disk.
func toDisk(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Whole reads the whole file and says whether it holds together: nil, or ErrDamaged.
func (s *Store) Whole(ctx context.Context) error { return check(ctx, s.read) }

// check reads the whole file and says whether it holds together.
func check(ctx context.Context, db *sql.DB) error {
	var verdict string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&verdict); err != nil {
		return named(err)
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, verdict)
	}
	var loose int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&loose); err != nil {
		return named(err)
	}
	if loose > 0 {
		return fmt.Errorf("%w: %d rows belong to nothing", ErrDamaged, loose)
	}
	return nil
}
