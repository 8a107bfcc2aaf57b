package store_test

import (
	"context"
	"testing"

	"leermoment/internal/event"
	"leermoment/internal/office"
	"leermoment/store"
	"leermoment/store/storetest"
)

// recordUntil records facts, one at a time, until one fails.
func recordUntil(s *store.Store, most int) (acknowledged int, err error) {
	ctx := context.Background()
	for range most {
		err := s.Write(ctx, func(tx office.Tx) error {
			facts, err := tx.Stream(ctx, "a")
			if err != nil {
				return err
			}
			return tx.Append(ctx, []event.Envelope{storetest.Fact("a", len(facts)+1)})
		})
		if err != nil {
			return acknowledged, err
		}
		acknowledged++
	}
	return acknowledged, nil
}

// missing says how many facts a file has too few, and fails where it does not
// hold together.
func missing(t *testing.T, path string, want int) int {
	t.Helper()
	if verdict := pragma(t, path, "integrity_check"); verdict != "ok" {
		t.Fatal(verdict)
	}
	s := open(t, path)
	ctx := context.Background()
	have := 0
	err := s.Read(ctx, func(tx office.Tx) error {
		facts, err := tx.Stream(ctx, "a")
		have = len(facts)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if have > want {
		t.Errorf("%d facts, and %d were acknowledged: one that failed is there all the same", have, want)
	}
	return max(0, want-have)
}
