package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"leermoment/internal/event"
	"leermoment/internal/office"
	"leermoment/store"
	"leermoment/store/storetest"
)

// run changes a file behind the store's back.
func run(t *testing.T, path string, statements ...string) {
	t.Helper()
	db := raw(t, path)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func pragma(t *testing.T, path, name string) (value string) {
	t.Helper()
	db := raw(t, path)
	if err := errors.Join(db.QueryRow("PRAGMA "+name).Scan(&value), db.Close()); err != nil {
		t.Fatal(err)
	}
	return value
}

func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func made(t *testing.T, facts int) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "leermoment.db")
	s, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	err = s.Write(ctx, func(tx office.Tx) error {
		for seq := range facts {
			if err := tx.Append(ctx, []event.Envelope{storetest.Fact("a", seq+1)}); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestNewFileIsItsOwnersOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a folder", "50% of #1?", "leermoment.db")
	open(t, path)
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700, filepath.Dir(filepath.Dir(path)): 0o700} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s: %o, want %o", name, got, want)
		}
	}
}

func TestRefusedFiles(t *testing.T) {
	for name, c := range map[string]struct {
		make func(t *testing.T, path string)
		want error
	}{
		"newer": {func(t *testing.T, path string) {
			run(t, path, `PRAGMA application_id = 0x4c454552`, `PRAGMA user_version = 9999`)
		}, store.ErrNewer},
		"another program":        {func(t *testing.T, path string) { run(t, path, `CREATE TABLE tasks (id)`) }, store.ErrForeign},
		"another program's mark": {func(t *testing.T, path string) { run(t, path, `PRAGMA application_id = 7`) }, store.ErrForeign},
		"no database":            {func(t *testing.T, path string) { put(t, path, bytes.Repeat([]byte("Geachte heer, "), 500)) }, store.ErrForeign},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "leermoment.db")
			c.make(t, path)
			before := get(t, path)
			if _, err := store.Open(context.Background(), path); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if !errors.Is(c.want, store.ErrNewer) && !bytes.Equal(before, get(t, path)) {
				t.Error("somebody else's file was changed")
			}
		})
	}
}

func TestRecordedFactsCannotBeChanged(t *testing.T) {
	path := made(t, 2)
	db := raw(t, path)
	defer db.Close()
	for _, s := range []string{
		`DELETE FROM events`, `UPDATE events SET figures = '{"severity":"normal"}'`, `UPDATE events SET recorded_at = 0`,
		`UPDATE events SET personal = '{}'`, `UPDATE events SET actor = 'p2' WHERE seq = 1`,
	} {
		if _, err := db.Exec(s); err == nil {
			t.Errorf("%s was allowed", s)
		}
	}
	if _, err := db.Exec(`UPDATE events SET personal = NULL, salt = NULL`); err != nil {
		t.Errorf("destroying personal content: %v", err)
	}
}

// A damaged file gives errors; it never takes the program down.
func TestDamagedFile(t *testing.T) {
	whole := get(t, made(t, 400))
	const page = 4096
	noticed := 0
	for at := 0; at < len(whole); at += page {
		t.Run(fmt.Sprintf("page %d", at/page+1), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "leermoment.db")
			damaged := bytes.Clone(whole)
			copy(damaged[at:min(at+page, len(whole))], bytes.Repeat([]byte{0xa5}, page))
			put(t, path, damaged)
			if err := readAll(path); err != nil {
				noticed++
			}
		})
	}
	if noticed < 5 {
		t.Errorf("only %d damaged pages were noticed", noticed)
	}
	path := filepath.Join(t.TempDir(), "cut.db")
	put(t, path, whole[:len(whole)/2])
	if err := readAll(path); err == nil {
		t.Error("half a file was taken for a whole one")
	}
}

func readAll(path string) (err error) {
	ctx := context.Background()
	s, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.Read(ctx, func(tx office.Tx) error {
		facts, err := tx.Stream(ctx, "a")
		if err == nil && len(facts) != 400 {
			err = fmt.Errorf("%d facts", len(facts))
		}
		_, err2 := tx.Streams(ctx)
		_, err3 := tx.Lines(ctx, office.Query{View: office.All, Search: "koud", Sight: office.Sight{All: true}})
		return errors.Join(err, err2, err3)
	})
}

func TestManyMakeTheFileAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leermoment.db")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			s, err := store.Open(context.Background(), path)
			if err != nil {
				t.Error(err)
				return
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func get(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func put(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}
