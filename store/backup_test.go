package store_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/office"
	"leermoment/store"
)

func facts(t *testing.T, path string) int {
	t.Helper()
	s := open(t, path)
	n := 0
	ctx := context.Background()
	err := s.Read(ctx, func(tx office.Tx) error {
		all, err := tx.Stream(ctx, "a")
		n = len(all)
		return err
	})
	if err := errors.Join(err, s.Whole(ctx), s.Close()); err != nil {
		t.Fatal(err)
	}
	return n
}

func nothing(*store.Store) error { return nil }

func TestBackupWhileInUse(t *testing.T) {
	ctx := context.Background()
	path := made(t, 20)
	s := open(t, path)
	to := filepath.Join(t.TempDir(), "copy.db")
	put(t, to+".1.half", []byte("left by one that was killed"))
	looked := false
	err := s.Write(ctx, func(tx office.Tx) error { // somebody is recording
		return open(t, path).Backup(ctx, to, func(copied *store.Store) error {
			looked = true
			if err := copied.Write(ctx, func(office.Tx) error { return nil }); !errors.Is(err, store.ErrReadOnly) {
				t.Errorf("the copy could be written while it was looked at: %v", err)
			}
			return copied.Whole(ctx)
		})
	})
	if err != nil || !looked {
		t.Fatal(err, looked)
	}
	if got := beside(t, to); got != nil {
		t.Errorf("beside the copy lies %v", got)
	}
	if info, err := os.Stat(to); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
	before := get(t, to)
	if err := s.Backup(ctx, to, nothing); !errors.Is(err, fs.ErrExist) || !bytes.Equal(before, get(t, to)) {
		t.Errorf("overwriting it: %v", err)
	}
	other := filepath.Join(filepath.Dir(to), "other.db")
	if err := s.Backup(ctx, other, func(*store.Store) error { return fs.ErrInvalid }); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("a copy that is not right: %v", err)
	}
	if got := beside(t, to); got != nil {
		t.Errorf("what went wrong left %v", got)
	}
	if n := facts(t, to); n != 20 {
		t.Errorf("%d facts in the copy", n)
	}
}

// swapped is a file of ten facts and a copy of three beside it.
func swapped(t *testing.T) (path string) {
	t.Helper()
	path = made(t, 10)
	if err := os.Rename(made(t, 3), path+".copy"); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSwapKeepsTheOldFile(t *testing.T) {
	ctx := context.Background()
	path := swapped(t)
	put(t, path+".restore-1.half", []byte("left by one that was killed"))
	for _, x := range []struct {
		now  time.Time
		kept string
		old  int
	}{{morning, ".2026-11-24T08.00.00.before-restore", 10}, {morning, ".2026-11-24T08.00.00-2.before-restore", 3}} {
		half, err := store.Bring(ctx, path+".copy", path)
		if err != nil {
			t.Fatal(err)
		}
		kept, err := store.Swap(ctx, path, half, x.now)
		if err != nil || kept != path+x.kept {
			t.Fatal(kept, err)
		}
		if n, old := facts(t, path), facts(t, kept); n != 3 || old != x.old {
			t.Errorf("%d facts in place, %d kept", n, old)
		}
	}
	if got := strings.Join(beside(t, path), " "); strings.Contains(got, "half") || strings.Contains(got, "-journal") {
		t.Errorf("left over: %s", got)
	}
}

// A file that another program has open stays, even while that program rests.
func TestSwapWaitsForNobody(t *testing.T) {
	ctx := context.Background()
	path := swapped(t)
	before := get(t, path)
	half, err := store.Bring(ctx, path+".copy", path)
	if err != nil {
		t.Fatal(err)
	}
	resting := open(t, path)
	if err := store.Free(ctx, path); !errors.Is(err, store.ErrBusy) {
		t.Errorf("free: %v", err)
	}
	if _, err := store.Swap(ctx, path, half, morning); !errors.Is(err, store.ErrBusy) {
		t.Errorf("swapped: %v", err)
	}
	if err := resting.Close(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before[100:], get(t, path)[100:]) {
		t.Error("the file was changed")
	}
	if _, err := store.Swap(ctx, path, half, morning); err != nil {
		t.Error(err)
	}
}

// A file that cannot be read makes way with its log, and both are kept as they
// were.
func TestSwapOfADamagedFile(t *testing.T) {
	ctx := context.Background()
	path := swapped(t)
	damaged := get(t, path)
	copy(damaged[:pageSize], bytes.Repeat([]byte{0xa5}, pageSize))
	put(t, path, damaged)
	put(t, path+"-wal", []byte("what was once a log"))
	half, err := store.Bring(ctx, path+".copy", path)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := store.Swap(ctx, path, half, morning)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(get(t, kept), damaged) || string(get(t, kept+"-wal")) != "what was once a log" {
		t.Error("what was kept is not what was there")
	}
	if n := facts(t, path); n != 3 {
		t.Errorf("%d facts", n)
	}
}

// Killed at any moment of putting a copy back: the file is the old one or the
// copy, whole, and the old one is there in either case.
func TestKilledWhileSwapping(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	trials, inside, lost := rounds(t, 8), 0, 0
	for range trials {
		path := swapped(t)
		p := start(t, swapOnce, path)
		p.said(t)
		wait := time.NewTimer(time.Duration(r.IntN(8000)) * time.Microsecond)
		<-wait.C
		_ = p.Process.Kill() // it may have ended
		if n, _ := p.said(t); n != 2 {
			inside++
		}
		_ = p.Wait()
		n := facts(t, path)
		kept, err := filepath.Glob(path + ".*.before-restore")
		if err != nil {
			t.Fatal(err)
		}
		old := n
		for _, k := range kept {
			old = max(old, facts(t, k))
		}
		if n != 3 && n != 10 || old != 10 {
			lost++
			t.Errorf("%d facts in place, the old file has %d: %v", n, old, kept)
		}
	}
	t.Logf("%d trials, %d of them killed inside, %d files lost", trials, inside, lost)
	if inside == 0 {
		t.Error("none was killed inside")
	}
}

func TestConditionOfAFile(t *testing.T) {
	path := made(t, 3)
	c, err := store.ConditionOf(path)
	if err != nil || !c.There || c.File.Perm() != 0o600 || !c.FreeKnown || c.Free == 0 || c.Network || c.Changed.IsZero() || !c.Copy.IsZero() || c.Size == 0 {
		t.Errorf("%+v, %v", c, err)
	}
	s := open(t, path)
	copyOf(t, s, morning)
	copyOf(t, s, morning.AddDate(0, 0, 1))
	if c, err = store.ConditionOf(path); err != nil || c.Copy.IsZero() {
		t.Errorf("%+v, %v", c, err)
	}
	c, err = store.ConditionOf(filepath.Join(path+"-folder", "not.db"))
	if diff := cmp.Diff(store.Condition{}, store.Condition{There: c.There, Changed: c.Changed}); err != nil || diff != "" {
		t.Error(err, diff)
	}
}
