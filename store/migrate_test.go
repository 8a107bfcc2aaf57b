package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// older is a file as it was after the first migration only.
func older(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "leermoment.db")
	first, err := migrations.ReadFile("migrations/0001_first.sql")
	if err != nil {
		t.Fatal(err)
	}
	db := opened(t, path)
	if err := migrate(context.Background(), db, path, 0, fstest.MapFS{"migrations/0001_first.sql": {Data: first}}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`INSERT INTO events (stream, seq, happened_at, recorded_at, actor, name, figures, figures_digest, personal_digest)
			VALUES ('2026-001', 1, 0, 0, '', 'noted', '{}', '', '');
		INSERT INTO drafts (id, person, subject, action, fields, saved_at) VALUES
			('old', 'p1', '2026-001', 'note', '{}', 1), ('new', 'p1', '2026-001', 'note', '{}', 2), ('f1', 'p1', '', 'new', '{}', 1), ('f2', 'p1', '', 'new', '{}', 1);
		INSERT INTO complaints SELECT 1, '2026-001', 2026, 1, 1, 0, 0, 'handling', '', '', '', '', '', '', '', '', 'Jan', '', '', '', 'jan', '', '';
		INSERT INTO measures (measure, complaint) VALUES ('M-2026-001', '2026-001');
		INSERT INTO search (rowid, text) VALUES (1, 'de zaal was te koud')`); err != nil {
		t.Fatal(err)
	}
	return path
}

func opened(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", writing(path, full))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func count(t *testing.T, db *sql.DB, query string) (n int) {
	t.Helper()
	if err := db.QueryRow(query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func copies(t *testing.T, path string) []string {
	t.Helper()
	found, err := filepath.Glob(path + "*.copy")
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestOlderFileIsBroughtUpToDate(t *testing.T) {
	path := older(t)
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for query, want := range map[string]int{
		`PRAGMA user_version`:                                           len(migrationNames(t)),
		`SELECT count(*) FROM events`:                                   1,
		`SELECT count(*) FROM drafts`:                                   3,
		`SELECT count(*) FROM drafts WHERE id = 'old'`:                  0,
		`SELECT count(*) FROM measures`:                                 1,
		`SELECT count(*) FROM search WHERE search MATCH '"zaa"* "ko"*'`: 1,
	} {
		if got := count(t, s.write, query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
	if left := copies(t, path); left != nil {
		t.Errorf("the copy is still there: %v", left)
	}
}

func TestFailedMigrationLeavesTheFileAndACopy(t *testing.T) {
	path := older(t)
	steps := fstest.MapFS{"migrations/0001.sql": {}, "migrations/0002.sql": {Data: []byte(`CREATE TABLE more (id); INSERT INTO events VALUES (1)`)}}
	err := migrate(context.Background(), opened(t, path), path, 1, steps)
	left := copies(t, path)
	if err == nil || len(left) != 1 || !strings.Contains(err.Error(), left[0]) {
		t.Fatalf("got %v beside %v, want an error that names the copy", err, left)
	}
	for _, file := range append(left, path) {
		db := opened(t, file)
		if n := count(t, db, `SELECT count(*) FROM events`); n != 1 {
			t.Errorf("%s: %d facts", file, n)
		}
		if n := count(t, db, `SELECT count(*) FROM sqlite_schema WHERE name = 'more'`); n != 0 {
			t.Errorf("%s: half a migration stayed", file)
		}
		if v := count(t, db, `PRAGMA user_version`); v != 1 {
			t.Errorf("%s: form %d", file, v)
		}
	}
}

func TestMigrationsAreNumberedWithoutGaps(t *testing.T) {
	for i, name := range migrationNames(t) {
		if want := fmt.Sprintf("%04d_", i+1); !strings.HasPrefix(name, want) {
			t.Errorf("%s: want %s…", name, want)
		}
	}
}

func migrationNames(t *testing.T) (names []string) {
	t.Helper()
	entries, err := migrations.ReadDir("migrations")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
