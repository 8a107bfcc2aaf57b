// Package storetest says what a store has to do. Every store runs it on its
// own files.
//
// It may import what a store may: complaint, event, office and the types they
// are made of.
package storetest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/event"
	"leermoment/internal/office"
)

// Run runs everything that a store has to do. open gives an empty store each
// time.
func Run(t *testing.T, open func(t *testing.T) office.Store) {
	for _, c := range []struct {
		name  string
		check func(t *testing.T, s office.Store)
	}{
		{"facts come back as they were recorded", factsComeBack},
		{"a place in a stream is taken once", takenOnce},
		{"a stream has no holes", noHoles},
		{"streams are in the order of their first fact", streamsInOrder},
		{"numbers are per series and year, and without gaps", numbersWithoutGaps},
		{"an error leaves nothing behind", errorLeavesNothing},
		{"a panic leaves nothing behind", panicLeavesNothing},
		{"a cancelled change leaves nothing behind", cancelledLeavesNothing},
		{"a read changes nothing and sees one moment", readIsOneMoment},
		{"the version changes with every change", versionChanges},
		{"procedures are kept by digest", rulesByDigest},
		{"files are kept by stream and digest", filesByDigest},
		{"drafts: one per place, many incident forms", drafts},
		{"what a person likes is his own, and no change for others", likings},
		{"a row comes back as it was projected", rowComesBack},
		{"a row that is projected again replaces the old one", rowReplaced},
		{"measures know their complaint", measureHome},
		{"the most pressing comes first", pressingFirst},
		{"numbers sort as numbers", numbersSort},
		{"a list is sorted by any column", sortedAsAsked},
		{"pages make the whole", pagesMakeTheWhole},
		{"a list that ends leaves out what ends last", boundsLeaveTheLast},
		{"improvements end too", measuresEnd},
		{"the order tells nothing that is not to be read", orderTellsNothing},
		{"to do is what the viewer owes", todoByRole},
		{"due is the next duty's, or else the same role's first open end", dueOfLine},
		{"the views and their counts", viewsAndCounts},
		{"who sees what whole", wholeOrOutline},
		{"search finds words, beginnings and numbers", searchFinds},
		{"search takes any text", searchTakesAnything},
		{"search gives nothing away", searchGivesNothingAway},
		{"earlier complaints by the same people", earlier},
		{"text comes back exactly", textExact},
		{"SQL and Duty.Status agree at any moment", statusAgrees},
	} {
		t.Run(c.name, func(t *testing.T) { c.check(t, open(t)) })
	}
}

// now is the moment at which everything here happens.
var now = time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC)

func write(t tester, s office.Store, change func(ctx context.Context, tx office.Tx) error) {
	t.Helper()
	ctx := context.Background()
	if err := s.Write(ctx, func(tx office.Tx) error { return change(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
}

func read(t tester, s office.Store, look func(ctx context.Context, tx office.Tx) error) {
	t.Helper()
	ctx := context.Background()
	if err := s.Read(ctx, func(tx office.Tx) error { return look(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
}

func same(t tester, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("-want +got\n%s", diff)
	}
}

// Fact is a fact like any other, at a place in a stream.
func Fact(stream string, seq int) event.Envelope {
	return event.Envelope{
		Stream: stream, Seq: seq, HappenedAt: now.Add(-time.Hour), RecordedAt: now, Actor: "p1", For: "p2", Name: "noted",
		Figures: []byte(`{}`), Personal: fmt.Appendf(nil, `{"text":"%s-%d"}`, stream, seq), Salt: []byte{0, 1, 0xff},
		FiguresDigest: []byte{1, 2}, PersonalDigest: []byte{3, 0, 4},
	}
}

func project(t tester, s office.Store, rows ...office.Row) {
	t.Helper()
	write(t, s, func(ctx context.Context, tx office.Tx) error {
		return tx.Project(ctx, rows...)
	})
}

// numbers are what a question finds, in its order.
func numbers(t tester, s office.Store, q office.Query) (out []string) {
	t.Helper()
	for _, l := range lines(t, s, q) {
		out = append(out, l.Number)
	}
	return out
}

func lines(t tester, s office.Store, q office.Query) (out []office.Line) {
	t.Helper()
	if q.Now.IsZero() {
		q.Now = now
	}
	read(t, s, func(ctx context.Context, tx office.Tx) (err error) {
		out, err = tx.Lines(ctx, q)
		return err
	})
	return out
}

// tester is what the checks need of a test; a property test has it as well.
type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}
