package store_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/office"
	"leermoment/store"
)

var morning = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)

func beside(t *testing.T, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if n := strings.TrimPrefix(e.Name(), filepath.Base(path)); n != "" && n != "-wal" && n != "-shm" {
			names = append(names, n)
		}
	}
	return names
}

func copyOf(t *testing.T, s *store.Store, at time.Time) {
	t.Helper()
	if err := s.DailyCopy(context.Background(), at); err != nil {
		t.Fatal(err)
	}
}

func TestDailyCopyIsWholeAndMadeOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leermoment.db")
	s := open(t, path)
	for range 3 {
		if _, err := recordOne(context.Background(), s); err != nil {
			t.Fatal(err)
		}
		copyOf(t, s, morning)
	}
	name := path + ".2026-11-24.backup"
	if got := beside(t, path); !cmp.Equal(got, []string{".2026-11-24.backup"}) {
		t.Fatal(got)
	}
	info, err := os.Stat(name)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatal(info, err)
	}
	ctx := context.Background()
	restored := open(t, name)
	err = restored.Read(ctx, func(tx office.Tx) error {
		streams, err := tx.Streams(ctx)
		if len(streams) != 1 {
			t.Errorf("it holds %v, want what was there at the first use of the day", streams)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestLastSevenDailyCopiesStay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leermoment.db")
	s := open(t, path)
	others := []string{path + ".notes.backup", path + ".2026-01-01.txt"}
	for _, o := range others {
		put(t, o, []byte("mine"))
	}
	put(t, path+".2026-11-20.123.half", nil) // left by a program that was killed
	put(t, path+".2026-11-20.123.half-journal", nil)
	for day := range 9 {
		copyOf(t, s, morning.AddDate(0, 0, day))
	}
	want := []string{".2026-01-01.txt"}
	for day := 2; day < 9; day++ {
		want = append(want, "."+morning.AddDate(0, 0, day).Format(time.DateOnly)+".backup")
	}
	if diff := cmp.Diff(append(want, ".notes.backup"), beside(t, path)); diff != "" {
		t.Error(diff)
	}
}

func TestTwoProgramsCopyAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leermoment.db")
	handles := []*store.Store{open(t, path), open(t, path)}
	var wg sync.WaitGroup
	for w := range 6 {
		wg.Go(func() {
			if err := handles[w%2].DailyCopy(context.Background(), morning); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := beside(t, path); !cmp.Equal(got, []string{".2026-11-24.backup"}) {
		t.Error(got)
	}
}
