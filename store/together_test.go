package store_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"leermoment/internal/event"
	"leermoment/internal/office"
	"leermoment/store"
	"leermoment/store/storetest"
)

// perWriter is how many complaints each writer records.
const perWriter = 20

// recordOne takes a number and records its first fact, as the office does.
func recordOne(ctx context.Context, s *store.Store) (n int, err error) {
	err = s.Write(ctx, func(tx office.Tx) error {
		if n, err = tx.Take(ctx, office.ComplaintSeries, 2026); err != nil {
			return err
		}
		return tx.Append(ctx, []event.Envelope{storetest.Fact(fmt.Sprintf("2026-%03d", n), 1)})
	})
	return n, err
}

func TestTwoHandlesAndEightWritersLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leermoment.db")
	handles := []*store.Store{open(t, path), open(t, path)}
	var wg sync.WaitGroup
	var mu sync.Mutex
	var got []int
	for w := range 8 {
		wg.Go(func() {
			for range perWriter {
				n, err := recordOne(context.Background(), handles[w%2])
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				got = append(got, n)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	withoutGaps(t, handles[0], got, 8*perWriter)
}

func TestThreeProgramsLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leermoment.db") // whoever comes first makes it
	others := []program{start(t, takeNumbers, path), start(t, takeNumbers, path)}
	s := open(t, path)
	var got []int
	for range perWriter {
		n, err := recordOne(context.Background(), s)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, n)
	}
	for _, p := range others {
		for n, ok := p.said(t); ok; n, ok = p.said(t) {
			got = append(got, n)
		}
		if err := p.Wait(); err != nil {
			t.Error(err)
		}
	}
	withoutGaps(t, s, got, 3*perWriter)
}

func withoutGaps(t *testing.T, s *store.Store, got []int, count int) {
	t.Helper()
	slices.Sort(got)
	for i, n := range got {
		if n != i+1 {
			t.Fatalf("number %d where %d was expected: %v", n, i+1, got)
		}
	}
	ctx := context.Background()
	var streams []string
	if err := s.Read(ctx, func(tx office.Tx) (err error) { streams, err = tx.Streams(ctx); return err }); err != nil {
		t.Fatal(err)
	}
	if len(got) != count || len(streams) != count {
		t.Fatalf("%d numbers and %d streams, want %d", len(got), len(streams), count)
	}
}

// Two decide on the same state of a complaint; one of them is too late.
func TestOnlyOneIsFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leermoment.db")
	handles := []*store.Store{open(t, path), open(t, path)}
	ctx := context.Background()
	results := make([]error, 8)
	var wg sync.WaitGroup
	for w := range results {
		wg.Go(func() {
			results[w] = handles[w%2].Write(ctx, func(tx office.Tx) error {
				return tx.Append(ctx, []event.Envelope{storetest.Fact("2026-001", 1)})
			})
		})
	}
	wg.Wait()
	first := 0
	for _, err := range results {
		switch {
		case err == nil:
			first++
		case !errors.Is(err, office.ErrStale):
			t.Error(err)
		}
	}
	if first != 1 {
		t.Errorf("%d were first", first)
	}
}

func TestVersionSeesOthers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leermoment.db")
	mine, other := open(t, path), open(t, path)
	ctx := context.Background()
	version := func() int64 {
		v, err := mine.Version(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	before := version()
	for _, s := range []*store.Store{other, mine, other} {
		if _, err := recordOne(ctx, s); err != nil {
			t.Fatal(err)
		}
		after := version()
		if after == before {
			t.Fatalf("still %d after a change", after)
		}
		before = after
	}
	if before != version() {
		t.Error("it changes by itself")
	}
}

// A change that has to wait for another one gives up when it is no longer wanted.
func TestWaitingEnds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leermoment.db")
	mine, other := open(t, path), open(t, path)
	err := other.Write(context.Background(), func(office.Tx) error {
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan error)
		go func() { done <- mine.Write(ctx, func(office.Tx) error { return nil }) }()
		cancel()
		return <-done
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", err)
	}
}
