package store_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"leermoment/internal/event"
	"leermoment/internal/office"
	"leermoment/store/storetest"
)

// What is given up at any moment leaves all of a change or nothing of it, and
// whoever comes next reads and writes as ever.
func TestGivenUpAtAnyMoment(t *testing.T) {
	t.Parallel()
	s := open(t, filepath.Join(t.TempDir(), "leermoment.db"))
	facts := func(ctx context.Context) (n int, err error) {
		err = s.Read(ctx, func(tx office.Tx) error {
			all, err := tx.Stream(ctx, "a")
			n = len(all)
			return err
		})
		return n, err
	}
	write := func(ctx context.Context, from int) error {
		return s.Write(ctx, func(tx office.Tx) error {
			for seq := from + 1; seq <= from+3; seq++ {
				if err := tx.Append(ctx, []event.Envelope{storetest.Fact("a", seq)}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	had, given, done := 0, 0, 0
	for i := range 400 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i%80)*5*time.Microsecond)
		err := write(ctx, had)
		_, _ = facts(ctx) // given up too
		_, _ = s.Version(ctx)
		cancel()
		now, readErr := facts(t.Context())
		if readErr != nil {
			t.Fatalf("after %d: %v", i, readErr)
		}
		switch {
		case err == nil && now == had+3:
			done++
		case err != nil && now == had:
			given++
		default:
			t.Fatalf("after %d: %d facts, before %d, %v", i, now, had, err)
		}
		had = now
		if _, err := s.Version(t.Context()); err != nil {
			t.Fatalf("after %d: %v", i, err)
		}
	}
	if err := write(t.Context(), had); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d were given up, %d done", given, done)
	if given < 20 {
		t.Errorf("only %d were given up", given)
	}
}
