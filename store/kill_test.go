package store_test

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"leermoment/internal/office"
)

// A program that is killed while it records loses nothing that it acknowledged.
func TestKilledProgramKeepsWhatItAcknowledged(t *testing.T) {
	for round := range 5 {
		path := filepath.Join(t.TempDir(), "leermoment.db")
		p := start(t, appendForever, path)
		acknowledged, until := 0, 1+rand.New(rand.NewPCG(1, uint64(round))).IntN(60)
		for acknowledged < until {
			n, ok := p.said(t)
			if !ok {
				t.Fatal("it stopped by itself")
			}
			acknowledged = n
		}
		if err := p.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for n, ok := p.said(t); ok; n, ok = p.said(t) { // what it still said before it died
			acknowledged = n
		}
		if err := p.Wait(); err == nil {
			t.Fatal("it was not killed")
		}
		s := open(t, path)
		ctx := context.Background()
		err := s.Read(ctx, func(tx office.Tx) error {
			facts, err := tx.Stream(ctx, "a")
			if len(facts) < acknowledged {
				t.Errorf("%d facts, but %d were acknowledged", len(facts), acknowledged)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if verdict := pragma(t, path, "integrity_check"); verdict != "ok" {
			t.Error(verdict)
		}
		if _, err := recordOne(ctx, s); err != nil {
			t.Error(err)
		}
	}
}
