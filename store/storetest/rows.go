package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"leermoment/internal/office"
)

// row is an ordinary complaint in handling.
func row(serial int, change ...func(*office.Row)) office.Row {
	r := office.Row{
		Number: fmt.Sprintf("2026-%03d", serial), Year: 2026, Serial: serial, Seq: 3,
		ReceivedAt: now.Add(-48 * time.Hour), RecordedAt: now.Add(-47 * time.Hour),
		Phase: "handling", Step: "listen", Severity: "normal", Category: "venue", Channel: "phone", Kind: "client", Owner: "p9",
	}
	for _, c := range change {
		c(&r)
	}
	r.Search += " " + r.Number
	return r
}

// duty is an open duty that is due so many hours from now.
func duty(position int, by string, hours int) office.DutyRow {
	d := office.DutyRow{Position: position, ID: fmt.Sprintf("duty-%d", position), Step: "resolve",
		StartsAt: now.Add(-24 * time.Hour), DueAt: now.Add(time.Duration(hours) * time.Hour), Actionable: true}
	d.OwedBy = roles[by]
	return d
}

func with(duties ...office.DutyRow) func(*office.Row) {
	return func(r *office.Row) { r.Duties = duties }
}

func rowComesBack(t *testing.T, s office.Store) {
	full := office.DutyRow{Position: 2, ID: "resolution", Step: "resolve", OwedBy: "owner", StartsAt: now.Add(-4 * time.Hour),
		SoonAt: now.Add(-3 * time.Hour), DueAt: now.Add(-2 * time.Hour), OriginalDueAt: now.Add(-time.Hour), MetAt: now,
		LateFor: true, NotApplicable: true, Waived: true, Actionable: true}
	r := row(14, func(r *office.Row) {
		r.Outcome, r.Severity, r.Concerned = "agreed", "serious", "els"
		r.Complainant, r.Organisation, r.Email, r.Subject = "Zoë van Dijk", "Gemeente Almelo", "Zoe@Almelo.nl", "Zaal te koud"
		r.Measures = []string{"M-2026-002", "M-2026-001"}
		r.Search = "koud"
		r.Duties = []office.DutyRow{{Position: 0, ID: "waiting", Step: "listen", OwedBy: "director"}, full}
	})
	project(t, s, r)

	read(t, s, func(ctx context.Context, tx office.Tx) error {
		got, err := tx.DutiesOf(ctx, r.Number)
		same(t, r.Duties, got)
		if err != nil {
			return err
		}
		kept, err := tx.Projected(ctx, r.Number)
		same(t, r, kept)
		if _, err := tx.Projected(ctx, "2026-999"); !errors.Is(err, office.ErrNotFound) {
			t.Errorf("got %v, want ErrNotFound", err)
		}
		return err
	})
	r.Search, r.Duties = "", nil
	same(t, []office.Line{{Row: r}}, lines(t, s, office.Query{View: office.All}))
}

func rowReplaced(t *testing.T, s office.Store) {
	project(t, s, row(1, with(duty(0, "owner", 1), duty(1, "director", 1)), func(r *office.Row) {
		r.Search, r.Measures = "koffie", []string{"M-2026-001"}
	}))
	project(t, s, row(1, with(duty(1, "director", 5)), func(r *office.Row) { r.Search, r.Phase = "thee", "learning" }))

	all := office.Sight{All: true}
	got := lines(t, s, office.Query{View: office.All, Sight: all})
	same(t, 1, len(got))
	same(t, "learning", string(got[0].Phase))
	same(t, "duty-1", got[0].Next.ID)
	same(t, []string(nil), numbers(t, s, office.Query{View: office.All, Search: "koffie", Sight: all}))
	same(t, []string{"2026-001"}, numbers(t, s, office.Query{View: office.All, Search: "thee", Sight: all}))

	write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.Forget(ctx) })
	same(t, []string(nil), numbers(t, s, office.Query{View: office.All, Sight: all}))
	same(t, []string(nil), numbers(t, s, office.Query{View: office.All, Search: "thee", Sight: all}))
}

func measureHome(t *testing.T, s office.Store) {
	project(t, s, row(1, func(r *office.Row) { r.Measures = []string{"M-2026-001", "M-2026-003"} }), row(2))
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		got, err := tx.MeasureHome(ctx, "M-2026-003")
		same(t, "2026-001", got)
		if _, err := tx.MeasureHome(ctx, "M-2026-002"); !errors.Is(err, office.ErrNotFound) {
			t.Errorf("got %v, want ErrNotFound", err)
		}
		return err
	})
}

func textExact(t *testing.T, s office.Store) {
	for i, text := range nasty() {
		r := row(i+1, func(r *office.Row) {
			r.Complainant, r.Organisation, r.Email, r.Subject, r.Search = text, text, text, text, text
		})
		project(t, s, r)
		got := lines(t, s, office.Query{View: office.All, Limit: 1})[0]
		same(t, []string{text, text, text, text}, []string{got.Complainant, got.Organisation, got.Email, got.Subject})
	}
}
