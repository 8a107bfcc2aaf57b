package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"leermoment/internal/event"
	"leermoment/internal/office"
)

func factsComeBack(t *testing.T, s office.Store) {
	destroyed := Fact("2026-001", 2)
	destroyed.Personal, destroyed.Salt = nil, nil
	facts := []event.Envelope{Fact("2026-001", 1), destroyed, Fact("office", 1)}
	write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.Append(ctx, facts) })

	same(t, facts[:2], stream(t, s, "2026-001"))
	same(t, facts[2:], stream(t, s, "office"))
	same(t, 0, len(stream(t, s, "2026-002")))

	for seq, want := range [][]event.Envelope{facts[:2], facts[:2], facts[1:2], nil} {
		read(t, s, func(ctx context.Context, tx office.Tx) error {
			got, destroyed, err := tx.StreamFrom(ctx, "2026-001", seq)
			same(t, len(want), len(got))
			if len(want) > 0 {
				same(t, want, got)
				same(t, 1, destroyed)
			}
			return err
		})
	}
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		_, destroyed, err := tx.StreamFrom(ctx, "office", 1)
		same(t, 0, destroyed)
		return err
	})
}

func takenOnce(t *testing.T, s office.Store) {
	write(t, s, func(ctx context.Context, tx office.Tx) error {
		return tx.Append(ctx, []event.Envelope{Fact("2026-001", 1)})
	})
	ctx := context.Background()
	err := s.Write(ctx, func(tx office.Tx) error {
		return tx.Append(ctx, []event.Envelope{Fact("2026-002", 1), Fact("2026-001", 1)})
	})
	if !errors.Is(err, office.ErrStale) {
		t.Fatalf("got %v, want ErrStale", err)
	}
	same(t, 0, len(stream(t, s, "2026-002")))
}

func noHoles(t *testing.T, s office.Store) {
	ctx := context.Background()
	for _, seq := range []int{0, 2} {
		err := s.Write(ctx, func(tx office.Tx) error { return tx.Append(ctx, []event.Envelope{Fact("2026-001", seq)}) })
		if err == nil || errors.Is(err, office.ErrStale) {
			t.Fatalf("fact %d of an empty stream: got %v, want a refusal", seq, err)
		}
	}
	same(t, 0, len(stream(t, s, "2026-001")))
}

func streamsInOrder(t *testing.T, s office.Store) {
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		last, err := tx.LastRecorded(ctx)
		same(t, time.Time{}, last)
		return err
	})
	write(t, s, func(ctx context.Context, tx office.Tx) error {
		return tx.Append(ctx, []event.Envelope{Fact("office", 1), Fact("2026-002", 1), Fact("2026-001", 1), Fact("office", 2)})
	})
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		got, err := tx.Streams(ctx)
		same(t, []string{"office", "2026-002", "2026-001"}, got)
		if err != nil {
			return err
		}
		ends, err := tx.Ends(ctx)
		digest := string(Fact("office", 2).PersonalDigest)
		same(t, map[string]office.End{"office": {Seq: 2, Digest: digest}, "2026-001": {Seq: 1, Digest: digest}, "2026-002": {Seq: 1, Digest: digest}}, ends)
		if err != nil {
			return err
		}
		last, err := tx.LastRecorded(ctx)
		same(t, now, last)
		return err
	})
}

func numbersWithoutGaps(t *testing.T, s office.Store) {
	take := func(series office.Series, year int) (n int) {
		write(t, s, func(ctx context.Context, tx office.Tx) error {
			next, err := tx.Peek(ctx, series, year)
			if err != nil {
				return err
			}
			n, err = tx.Take(ctx, series, year)
			same(t, next, n)
			return err
		})
		return n
	}
	got := []int{
		take(office.ComplaintSeries, 2026), take(office.ComplaintSeries, 2026), take(office.ComplaintSeries, 2027),
		take(office.MeasureSeries, 2026), take(office.StaffSeries, 0), take(office.ComplaintSeries, 2026),
	}
	same(t, []int{1, 2, 1, 1, 1, 3}, got)
}

func stream(t tester, s office.Store, name string) (out []event.Envelope) {
	t.Helper()
	read(t, s, func(ctx context.Context, tx office.Tx) (err error) {
		out, err = tx.Stream(ctx, name)
		return err
	})
	return out
}
