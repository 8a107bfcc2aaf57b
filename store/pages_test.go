package store

import (
	"context"
	"reflect"
	"testing"

	"leermoment/internal/office"
)

// A search with many hits is answered from what is in the view, one with few from
// the hits: both say the same, and pages that are read one behind the other make
// the whole.
func TestManyHitsAndFewSayTheSame(t *testing.T) {
	s := filled(t, manyHits+400)
	ctx := context.Background()
	read := func(q question, query string) (out []string) {
		t.Helper()
		err := s.Read(ctx, func(read office.Tx) error {
			lines, err := read.(tx).lines(ctx, q, query)
			for _, l := range lines {
				out = append(out, l.Number)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, view := range []office.View{office.Todo, office.OverdueView} {
		q := questions()[0]
		q.View, q.Search, q.Limit = view, "k", 0
		few := question{Query: q, searches: true}
		want := read(few, linesQuery(few))
		if len(want) < 10 {
			t.Fatalf("%s has %d complaints: too few to tell anything", view, len(want))
		}
		q.Limit = 4
		var got []string
		for {
			var page []office.Line
			if err := s.Read(ctx, func(tx office.Tx) (err error) { page, err = tx.Lines(ctx, q); return err }); err != nil {
				t.Fatal(err)
			}
			for _, l := range page {
				got = append(got, l.Number)
			}
			if len(page) < q.Limit || len(got) > len(want) {
				break
			}
			q.After, q.Offset = &page[len(page)-1], len(got)
		}
		if !reflect.DeepEqual(want, got) {
			t.Errorf("%s: pages of many hits are %d complaints, few hits %d, or in another order", view, len(got), len(want))
		}
	}
}
