package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"leermoment/internal/office"
	"leermoment/store"
)

// scene is a file with its log as they lay on disk at each moment at which a
// fact was acknowledged: logs says how long the log was then.
type scene struct {
	file, log []byte
	logs      []int
}

// filmed records facts and keeps an eye on the log.
func filmed(t *testing.T, facts int) (s scene) {
	t.Helper()
	path := made(t, 5)
	open := open(t, path)
	for range facts {
		if _, err := recordUntil(open, 1); err != nil {
			t.Fatal(err)
		}
		s.logs = append(s.logs, len(get(t, path+"-wal")))
	}
	s.file, s.log = get(t, path), get(t, path+"-wal")
	return s
}

// lie puts a file and a log as after a power cut, in a folder of their own.
func lie(t *testing.T, file, log []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "leermoment.db")
	put(t, path, file)
	put(t, path+"-wal", log)
	return path
}

// The current fails while a fact is written: what had been acknowledged is on
// disk, and of the rest anything can be: the end of the log is missing, or is
// there but not what was written.
func TestLostEndOfTheLog(t *testing.T) {
	s := filmed(t, 40)
	r := rand.New(rand.NewPCG(6, 4))
	trials, lost := rounds(t, 20), 0
	for range trials {
		k := r.IntN(len(s.logs) - 1)
		until := s.logs[k] + r.IntN(len(s.log)-s.logs[k])
		log := bytes.Clone(s.log[:until])
		for n := r.IntN(4); n > 0 && until > s.logs[k]; n-- {
			log[s.logs[k]+r.IntN(until-s.logs[k])] ^= byte(1 + r.IntN(255))
		}
		lost += missingFrom(t, lie(t, s.file, log), 5+k+1)
	}
	t.Logf("%d trials, %d facts lost", trials, lost)
	if lost > 0 {
		t.Errorf("%d facts lost", lost)
	}
}

// The current fails while the log is taken into the file: pages of the file are
// half old and half new, and whole in the log.
func TestTornPages(t *testing.T) {
	s := filmed(t, 40)
	pages := inLog(s.log)
	r := rand.New(rand.NewPCG(6, 5))
	trials, lost := rounds(t, 20), 0
	for range trials {
		file := bytes.Clone(s.file)
		for _, p := range pages {
			if at := (p - 1) * pageSize; r.IntN(2) == 0 && at+pageSize <= len(file) {
				for i := at + r.IntN(pageSize); i < at+pageSize; i++ {
					file[i] = byte(r.IntN(256))
				}
			}
		}
		lost += missingFrom(t, lie(t, file, s.log), 45)
	}
	t.Logf("%d trials with %d pages each, %d facts lost", trials, len(pages), lost)
	if lost > 0 {
		t.Errorf("%d facts lost", lost)
	}
}

const pageSize = 4096

// inLog are the numbers of the pages that a log has, each once.
func inLog(log []byte) (pages []int) {
	seen := map[int]bool{}
	for at := 32; at+24+pageSize <= len(log); at += 24 + pageSize {
		if p := int(binary.BigEndian.Uint32(log[at:])); !seen[p] {
			seen[p] = true
			pages = append(pages, p)
		}
	}
	return pages
}

// missingFrom is missing, of a file that may hold more than was acknowledged.
func missingFrom(t *testing.T, path string, want int) int {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, path)
	if err != nil {
		t.Error(err)
		return want
	}
	defer s.Close()
	have := 0
	err = s.Read(ctx, func(tx office.Tx) error {
		facts, err := tx.Stream(ctx, "a")
		for i, f := range facts {
			if f.Seq != i+1 {
				t.Errorf("fact %d stands at place %d", f.Seq, i+1)
			}
		}
		have = len(facts)
		return err
	})
	if err := errors.Join(err, s.Whole(ctx)); err != nil {
		t.Error(err)
	}
	return max(0, want-have)
}

// Another machine's log lies beside the file: it is not taken in, nothing is
// changed, and without it the file is what it was.
func TestAnotherMachinesLog(t *testing.T) {
	whole := get(t, made(t, 300))
	fresh := filepath.Join(t.TempDir(), "leermoment.db")
	open(t, fresh) // never taken in: the whole of a small file is in its log
	later := filmed(t, 30)
	for name, log := range map[string][]byte{"of a new file": get(t, fresh+"-wal"), "of a file in use": later.log} {
		t.Run(name, func(t *testing.T) {
			path := lie(t, whole, log)
			if _, err := store.Open(context.Background(), path); !errors.Is(err, store.ErrMixed) {
				t.Errorf("got %v, want %v", err, store.ErrMixed)
			}
			if !bytes.Equal(get(t, path), whole) || !bytes.Equal(get(t, path+"-wal"), log) {
				t.Error("something was changed")
			}
			if err := os.Remove(path + "-wal"); err != nil {
				t.Fatal(err)
			}
			if lost := missing(t, path, 300); lost > 0 {
				t.Errorf("%d facts lost", lost)
			}
		})
	}
}
