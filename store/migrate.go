package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	lib "modernc.org/sqlite/lib"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as ours: "LEER".
const applicationID = 0x4c454552

// identify says which form a file has, 0 for an empty one. It changes nothing,
// so that a file of somebody else stays as it was. Only a change that was cut
// short is taken back, since the file cannot be read before that.
func identify(ctx context.Context, path string) (int, error) {
	form, err := formOf(ctx, looking(path))
	if code(err) == lib.SQLITE_READONLY_ROLLBACK {
		return formOf(ctx, address(path, patience, "mode=rw"))
	}
	return form, err
}

func formOf(ctx context.Context, address string) (form int, err error) {
	db, err := sql.Open("sqlite", address)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	t, err := db.BeginTx(ctx, nil) // so that another program making the file is seen whole or not at all
	if err != nil {
		return 0, err
	}
	defer func() { _ = t.Rollback() }() // nothing was changed
	var id, tables int
	if err := t.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return 0, err
	}
	if err := t.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&form); err != nil {
		return 0, err
	}
	if id == applicationID {
		return form, nil
	}
	// only now, since it has SQLite read what the tables are
	if err := t.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema`).Scan(&tables); err != nil {
		return 0, err
	}
	if id != 0 || form != 0 || tables != 0 {
		return 0, ErrForeign
	}
	return form, nil
}

// migrate brings a file to the present form, forward only. A file of an older
// form is copied aside first; the copy goes once the new form is verified.
func migrate(ctx context.Context, db *sql.DB, path string, form int, steps fs.FS) error {
	names, err := stepNames(steps)
	if err != nil {
		return err
	}
	switch {
	case form > len(names):
		return ErrNewer
	case form == len(names):
		return nil
	case form == 0:
		return climb(ctx, db, form, names, steps)
	}
	aside, err := checkedCopy(ctx, looking(path), path, fmt.Sprintf(".form-%d-*.copy", form))
	if err != nil {
		return err
	}
	if err := errors.Join(climb(ctx, db, form, names, steps), check(ctx, db)); err != nil {
		return fmt.Errorf("%w; the file as it was is kept as %s", err, aside)
	}
	return os.Remove(aside)
}

// stepNames are the migrations in their order; there are as many forms.
func stepNames(steps fs.FS) ([]string, error) {
	names, err := fs.Glob(steps, "migrations/*.sql")
	slices.Sort(names)
	return names, err
}

func climb(ctx context.Context, db *sql.DB, form int, names []string, steps fs.FS) error {
	for i := form; i < len(names); i++ {
		if err := step(ctx, db, steps, names[i], i+1); err != nil {
			return err
		}
	}
	return nil
}

// step runs one migration; another program may have been first.
func step(ctx context.Context, db *sql.DB, steps fs.FS, name string, form int) error {
	text, err := fs.ReadFile(steps, name)
	if err != nil {
		return err
	}
	t, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = t.Rollback() }() // does nothing after the commit
	var now int
	if err := t.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&now); err != nil || now >= form {
		return err
	}
	mark := fmt.Sprintf("\n;PRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, form)
	if _, err := t.ExecContext(ctx, string(text)+mark); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return t.Commit()
}
