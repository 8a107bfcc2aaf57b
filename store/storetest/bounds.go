package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leermoment/internal/office"
)

// boundsLeaveTheLast draws a register and reads the lists that have an end: what
// stands in them is what ends first, and that there is more is said.
func boundsLeaveTheLast(t *testing.T, s office.Store) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []office.Row
		for i := range 14 {
			rows = append(rows, anyRow(t, i+1))
		}
		project(t, s, rows...)
		sight, most := anySight(t), rapid.IntRange(1, 6).Draw(t, "most")
		from, until := now.Add(-time.Hour*time.Duration(rapid.IntRange(0, 3).Draw(t, "from"))), now.Add(3*time.Hour)
		const all = 1000
		read(t, s, func(ctx context.Context, tx office.Tx) error {
			kinds, err := tx.OpenKinds(ctx)
			if err != nil {
				return err
			}
			anyMore := false
			for _, kind := range kinds {
				whole, _, err := tx.OpenDuties(ctx, sight, now, []string{kind}, 0)
				if err != nil {
					return err
				}
				got, more, err := tx.OpenDuties(ctx, sight, now, []string{kind}, most)
				if err != nil {
					return err
				}
				beginning(t, whole, got, most)
				same(t, len(whole) > most, more)
				anyMore = anyMore || more
			}
			_, more, err := tx.OpenDuties(ctx, sight, now, kinds, most)
			if err != nil {
				return err
			}
			same(t, anyMore, more)
			for _, list := range []func(most int) ([]office.OpenDuty, error){
				func(most int) ([]office.OpenDuty, error) { return tx.OwnDuties(ctx, sight, from, until, now, most) },
				func(most int) ([]office.OpenDuty, error) { return tx.LateDuties(ctx, sight, from, until, now, most) },
			} {
				whole, err := list(all)
				if err != nil {
					return err
				}
				got, err := list(most)
				if err != nil {
					return err
				}
				beginning(t, whole, got, most)
			}
			return nil
		})
	})
}

// beginning wants those of the whole list that end first, and no more than so many.
func beginning(t tester, whole, got []office.OpenDuty, most int) {
	ends := func(of []office.OpenDuty) (ends []int64) {
		for _, d := range of {
			end := int64(1 << 62) // none is the last
			if !d.Duty.DueAt.IsZero() {
				end = d.Duty.DueAt.Unix()
			}
			ends = append(ends, end)
		}
		slices.Sort(ends)
		return ends
	}
	want := ends(whole)
	same(t, fmt.Sprint(want[:min(most, len(want))]), fmt.Sprint(ends(got)))
}

// measuresEnd has more improvements than are asked for: those still to be done come
// by their day, those that are done from the last one back.
func measuresEnd(t *testing.T, s office.Store) {
	project(t, s, row(1))
	write(t, s, func(ctx context.Context, tx office.Tx) error {
		for i := range 6 {
			open := office.MeasureRow{ID: fmt.Sprintf("M-2026-%03d", i+1), Complaint: "2026-001", What: "Iets", Owner: "p1", Day: fmt.Sprintf("2026-12-%02d", 20-i)}
			done := open
			done.ID, done.DoneAt = fmt.Sprintf("M-2026-%03d", i+11), now.Add(time.Duration(i)*time.Hour)
			for _, m := range []office.MeasureRow{open, done} {
				if err := tx.PutMeasure(ctx, m); err != nil {
					return err
				}
			}
		}
		return nil
	})
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		for _, c := range []struct {
			open, done int
			want       []string
		}{
			{2, 0, []string{"M-2026-006", "M-2026-005"}}, {0, 2, []string{"M-2026-016", "M-2026-015"}},
			{1, 1, []string{"M-2026-006", "M-2026-016"}}, {9, 0, []string{"M-2026-006", "M-2026-005", "M-2026-004", "M-2026-003", "M-2026-002", "M-2026-001"}},
		} {
			got, err := tx.Measures(ctx, office.Sight{All: true}, c.open, c.done)
			if err != nil {
				return err
			}
			var ids []string
			for _, m := range got {
				ids = append(ids, m.ID)
			}
			same(t, c.want, ids)
		}
		return nil
	})
}
