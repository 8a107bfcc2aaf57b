package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as ours: "LEER".
const applicationID = 0x4c454552

// migrate brings a file to the present form, forward only. A file of an older
// form is copied aside first; the copy goes once the new form is verified.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	slices.Sort(names)
	id, version, tables, err := stamp(ctx, db)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrForeign, err)
	case id != applicationID && (id != 0 || tables > 0):
		return ErrForeign
	case version > len(names):
		return ErrNewer
	case version == len(names):
		return nil
	}
	aside := ""
	if version > 0 {
		aside = path + ".before-migration"
		if err := copyChecked(ctx, db, aside); err != nil {
			return err
		}
	}
	for i := version; i < len(names); i++ {
		if err := step(ctx, db, names[i], i+1); err != nil {
			return err
		}
	}
	if aside == "" {
		return nil
	}
	if err := check(ctx, db); err != nil {
		return err
	}
	return os.Remove(aside)
}

func stamp(ctx context.Context, db *sql.DB) (id, version, tables int, err error) {
	for query, to := range map[string]*int{
		`PRAGMA application_id`:              &id,
		`PRAGMA user_version`:                &version,
		`SELECT count(*) FROM sqlite_master`: &tables,
	} {
		if err := db.QueryRowContext(ctx, query).Scan(to); err != nil {
			return 0, 0, 0, err
		}
	}
	return id, version, tables, nil
}

// step runs one migration; another program may have been first.
func step(ctx context.Context, db *sql.DB, name string, version int) error {
	text, err := fs.ReadFile(migrations, name)
	if err != nil {
		return err
	}
	t, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = t.Rollback() }() // does nothing after the commit
	var now int
	if err := t.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&now); err != nil || now >= version {
		return err
	}
	if _, err := t.ExecContext(ctx, string(text)); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, pragma := range []string{fmt.Sprintf(`PRAGMA application_id = %d`, applicationID), fmt.Sprintf(`PRAGMA user_version = %d`, version)} {
		if _, err := t.ExecContext(ctx, pragma); err != nil {
			return err
		}
	}
	return t.Commit()
}

// copyChecked writes a whole copy of the file and checks it.
func copyChecked(ctx context.Context, db *sql.DB, to string) error {
	if err := os.Remove(to); err != nil && !os.IsNotExist(err) {
		return err
	}
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, to); err != nil {
		return fmt.Errorf("no copy could be made: %w", err)
	}
	if err := os.Chmod(to, 0o600); err != nil {
		return err
	}
	copied, err := sql.Open("sqlite", "file:"+to+"?mode=ro")
	if err != nil {
		return err
	}
	defer func() { _ = copied.Close() }() // it was only read
	return check(ctx, copied)
}

func check(ctx context.Context, db *sql.DB) error {
	var verdict string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check`).Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("the file is damaged: %s", verdict)
	}
	return nil
}
