package storetest

import (
	"context"
	"errors"
	"testing"

	"leermoment/internal/event"
	"leermoment/internal/office"
)

var errRefused = errors.New("refused")

// everything changes something of each kind.
func everything(ctx context.Context, tx office.Tx) error {
	_, err := tx.Take(ctx, office.ComplaintSeries, 2026)
	return errors.Join(err,
		tx.Append(ctx, []event.Envelope{Fact("2026-001", 1)}),
		tx.Project(ctx, office.Row{Number: "2026-001", Year: 2026, Serial: 1, Phase: "handling", Measures: []string{"M-2026-001"}}),
		tx.SaveDraft(ctx, office.Draft{ID: "d", Person: "p1", Action: "new"}),
		tx.PutRules(ctx, "r", []byte("rules")),
		tx.PutFile(ctx, "2026-001", "f", []byte("file")))
}

func nothing(t *testing.T, s office.Store) {
	t.Helper()
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		next, err1 := tx.Peek(ctx, office.ComplaintSeries, 2026)
		streams, err2 := tx.Streams(ctx)
		found, err3 := tx.Lines(ctx, office.Query{View: office.All, Now: now})
		drafts, err4 := tx.DraftsOf(ctx, "")
		same(t, []int{1, 0, 0, 0}, []int{next, len(streams), len(found), len(drafts)})
		_, err5 := tx.RulesOf(ctx, "r")
		_, err6 := tx.File(ctx, "2026-001", "f")
		_, err7 := tx.MeasureHome(ctx, "M-2026-001")
		for _, err := range []error{err5, err6, err7} {
			if !errors.Is(err, office.ErrNotFound) {
				t.Errorf("got %v, want ErrNotFound", err)
			}
		}
		return errors.Join(err1, err2, err3, err4)
	})
	// and the store still works
	write(t, s, everything)
}

func errorLeavesNothing(t *testing.T, s office.Store) {
	ctx := context.Background()
	err := s.Write(ctx, func(tx office.Tx) error { return errors.Join(everything(ctx, tx), errRefused) })
	if !errors.Is(err, errRefused) {
		t.Fatalf("got %v, want the change's own error", err)
	}
	nothing(t, s)
}

func panicLeavesNothing(t *testing.T, s office.Store) {
	ctx := context.Background()
	func() {
		defer func() { same(t, any("oops"), recover()) }()
		_ = s.Write(ctx, func(tx office.Tx) error {
			if err := everything(ctx, tx); err != nil {
				t.Error(err)
			}
			panic("oops")
		})
	}()
	nothing(t, s)
}

func cancelledLeavesNothing(t *testing.T, s office.Store) {
	ctx, cancel := context.WithCancel(context.Background())
	err := s.Write(ctx, func(tx office.Tx) error {
		defer cancel()
		return everything(ctx, tx)
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", err)
	}
	if err := s.Write(ctx, func(office.Tx) error { t.Error("it ran all the same"); return nil }); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", err)
	}
	nothing(t, s)
}

func readIsOneMoment(t *testing.T, s office.Store) {
	write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.Append(ctx, []event.Envelope{Fact("a", 1)}) })
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		before, err := tx.Stream(ctx, "a")
		write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.Append(ctx, []event.Envelope{Fact("a", 2)}) })
		after, err2 := tx.Stream(ctx, "a")
		same(t, before, after)
		return errors.Join(err, err2)
	})
	same(t, 2, len(stream(t, s, "a")))

	ctx := context.Background()
	err := s.Read(ctx, func(tx office.Tx) error { return tx.Append(ctx, []event.Envelope{Fact("a", 3)}) })
	if err == nil {
		t.Error("a read recorded a fact")
	}
	same(t, 2, len(stream(t, s, "a")))
}

func versionChanges(t *testing.T, s office.Store) {
	ctx := context.Background()
	version := func() int64 {
		v, err := s.Version(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	before := version()
	stream(t, s, "a")
	same(t, before, version())
	for seq := 1; seq <= 3; seq++ {
		write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.Append(ctx, []event.Envelope{Fact("a", seq)}) })
		if after := version(); after == before {
			t.Fatalf("still %d after fact %d", after, seq)
		} else {
			before = after
		}
	}
}
