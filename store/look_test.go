package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"leermoment/internal/office"
)

func TestLookingLeavesAFileAsItIs(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	path := filepath.Join(dir, "sub", "a.db")
	if _, err := Look(ctx, path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, os.ErrNotExist) {
		t.Error("looking made the folder")
	}
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	looked, err := Look(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := looked.Read(ctx, func(tx office.Tx) error { _, err := tx.Streams(ctx); return err }); err != nil {
		t.Error(err)
	}
	if err := looked.Write(ctx, func(office.Tx) error { return nil }); !errors.Is(err, ErrReadOnly) {
		t.Errorf("writing: %v", err)
	}
	if err := looked.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file is another one now: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("something was left beside it: %v", left)
	}
}

// A file of an older form is brought up by who works with it, not by who looks.
func TestLookingClimbsNothing(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "a.db")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]error{"1": nil, "1000": ErrNewer} {
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.ExecContext(ctx, "PRAGMA user_version = "+form); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := Look(ctx, path); err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("form %s: %v", form, err)
		}
	}
}
