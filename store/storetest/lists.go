package storetest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

var roles = map[string]procedure.Role{
	"manager": procedure.OfficeManager, "leader": procedure.ProjectLeader, "director": procedure.Director,
	"owner": procedure.Owner, "measure-owner": procedure.MeasureOwner, "program": procedure.Program,
}

func holding(viewer string, names ...string) office.Sight {
	s := office.Sight{Viewer: viewer, Login: "login-" + viewer}
	for _, n := range names {
		s.Roles = append(s.Roles, roles[n])
	}
	return s
}

func pressingFirst(t *testing.T, s office.Store) {
	serious := func(r *office.Row) { r.Severity = procedureSerious }
	completed := func(r *office.Row) { r.Phase = procedure.Completed }
	project(t, s,
		row(1, with(duty(0, "director", 30))),
		row(2, with(duty(0, "director", 10))),
		row(3, with(duty(0, "director", -1))),
		row(4, with(duty(0, "director", 40)), serious),
		row(5, with(duty(0, "director", -5))),
		row(6, with(office.DutyRow{ID: "no end", OwedBy: procedure.Director, StartsAt: now, Actionable: true})),
		row(7, with(duty(0, "director", 10))),
		row(8, with(duty(0, "director", 20)), serious, completed),
		row(9, with(duty(0, "director", 50), duty(1, "owner", -1))), // its next one is not late, but another one is
	)
	got := numbers(t, s, office.Query{View: office.Todo, Sight: holding("p1", "director")})
	same(t, []string{"2026-004", "2026-005", "2026-003", "2026-009", "2026-002", "2026-007", "2026-008", "2026-001", "2026-006"}, got)

	page := numbers(t, s, office.Query{View: office.Todo, Sight: holding("p1", "director"), Limit: 3, Offset: 2})
	same(t, []string{"2026-003", "2026-009", "2026-002"}, page)

	// among all, the newest first, the serious that are not done stand on top too
	all := []string{"2026-004", "2026-009", "2026-008", "2026-007", "2026-006", "2026-005", "2026-003", "2026-002", "2026-001"}
	for _, part := range [][2]int{{0, 9}, {0, 1}, {1, 3}, {4, 2}} {
		q := office.Query{View: office.All, Offset: part[0], Limit: part[1]}
		same(t, all[part[0]:part[0]+part[1]], numbers(t, s, q))
	}
	same(t, all, numbers(t, s, office.Query{View: office.All}))
}

const procedureSerious = "serious"

func numbersSort(t *testing.T, s office.Store) {
	older := row(5, func(r *office.Row) { r.Year, r.Number = 2025, "2025-005" })
	project(t, s, row(999), row(1000), older, row(2))
	want := []string{"2026-1000", "2026-999", "2026-002", "2025-005"}
	same(t, want, numbers(t, s, office.Query{View: office.All}))
	same(t, want[:2], numbers(t, s, office.Query{View: office.All, Limit: 2}))
	same(t, []string{"2025-005", "2026-002", "2026-999", "2026-1000"}, numbers(t, s, office.Query{View: office.HandlingView}))
}

// Each complaint here owes one thing, to one role.
func todoByRole(t *testing.T, s office.Store) {
	owned := func(by string) func(*office.Row) { return func(r *office.Row) { r.Owner = by } }
	future, closed, waived, none, idle := duty(0, "director", 9), duty(0, "director", 9), duty(0, "director", 9), duty(0, "director", 9), duty(0, "director", 9)
	future.Position = 5
	future.StartsAt, closed.MetAt, waived.Waived, none.NotApplicable, idle.Actionable = now.Add(time.Second), now, true, true, false
	project(t, s,
		row(1, with(duty(0, "manager", 1))), row(2, with(duty(0, "leader", 2))), row(3, with(duty(0, "director", 3))),
		row(4, with(duty(0, "owner", 4)), owned("p1")), row(5, with(duty(0, "owner", 5)), owned("p2")), row(6, with(duty(0, "owner", 6)), owned("")),
		row(7, with(duty(0, "measure-owner", 7))), row(8, with(duty(0, "program", 8))),
		row(9, with(future)), row(10, with(closed)), row(11, with(waived)), row(12, with(none)), row(13, with(idle)),
		row(14, with(duty(0, "manager", 1), duty(1, "owner", 14), future), owned("p1")),
	)
	for _, c := range []struct {
		sight office.Sight
		want  []string
	}{
		{holding("p1", "manager"), []string{"2026-001", "2026-014", "2026-004"}},
		{holding("p1", "leader"), []string{"2026-002", "2026-004", "2026-014"}},
		{holding("p2", "leader"), []string{"2026-002", "2026-005"}},
		{holding("p3", "director"), []string{"2026-003"}},
		{holding("p3", "manager", "leader", "director"), []string{"2026-001", "2026-014", "2026-002", "2026-003"}},
		{holding("", "owner", "measure-owner", "program"), nil},
		{holding("p3"), nil},
	} {
		q := office.Query{View: office.Todo, Sight: c.sight, Now: now}
		same(t, c.want, numbers(t, s, q))
		same(t, len(c.want), counts(t, s, q)[office.Todo])
	}
	next := func(view office.View, viewer string) string {
		for _, l := range lines(t, s, office.Query{View: view, Sight: holding(viewer, "leader")}) {
			if l.Number == "2026-014" {
				return l.Next.ID
			}
		}
		return ""
	}
	same(t, []string{"duty-1", "duty-0"}, []string{next(office.Todo, "p1"), next(office.All, "p1")})
}

func dueOfLine(t *testing.T, s office.Store) {
	endless, idle := duty(0, "director", 1), duty(1, "owner", -1)
	endless.DueAt, idle.Actionable = time.Time{}, false
	project(t, s,
		row(1, with(duty(0, "director", 9), duty(1, "director", 2))),
		row(2, with(endless, duty(1, "director", 7), duty(2, "director", 4))),
		row(3, with(endless, idle)),
		row(4, with(idle)),
		row(5, with(duty(0, "director", 0))),
		row(6),
	)
	type line struct {
		Number, Next string
		Due          time.Duration
		Late         bool
	}
	var got []line
	for _, l := range lines(t, s, office.Query{View: office.HandlingView}) {
		due := time.Duration(0)
		if !l.Due.IsZero() {
			due = l.Due.Sub(now) / time.Hour
		}
		got = append(got, line{l.Number, l.Next.ID, due, l.Overdue})
	}
	same(t, []line{
		{"2026-003", "duty-0", -1, true}, {"2026-004", "", -1, true}, // guarding progress is late though nobody can tick it off
		{"2026-005", "duty-0", 0, false}, // at the very moment it is not too late
		{"2026-002", "duty-0", 4, false}, {"2026-001", "duty-0", 9, false}, {"2026-006", "", 0, false},
	}, got)
}

func viewsAndCounts(t *testing.T, s office.Store) {
	in := func(phase procedure.Phase, owner, category string) func(*office.Row) {
		return func(r *office.Row) { r.Phase, r.Owner, r.Category = phase, owner, category }
	}
	project(t, s,
		row(1, in("handling", "p1", "venue"), with(duty(0, "owner", -1))), row(2, in("handling", "p2", "trainer"), with(duty(0, "owner", 5))),
		row(3, in("learning", "p1", "trainer"), with(duty(0, "manager", 1))), row(4, in("completed", "p1", "venue")), row(5, in("destroyed", "p2", "venue")),
	)
	want := map[office.View][]string{
		office.Todo: {"2026-001"}, office.Mine: {"2026-001", "2026-003"}, office.OverdueView: {"2026-001"},
		office.HandlingView: {"2026-001", "2026-002"}, office.LearningView: {"2026-003"}, office.CompletedView: {"2026-005", "2026-004"},
		office.All: {"2026-005", "2026-004", "2026-003", "2026-002", "2026-001"},
	}
	q := office.Query{Sight: holding("p1", "leader"), Now: now}
	count := counts(t, s, q)
	for _, v := range office.Views() {
		q.View = v
		same(t, want[v], numbers(t, s, q))
		same(t, fmt.Sprint(v, len(want[v])), fmt.Sprint(v, count[v]))
	}
	q.View, q.Category = office.All, "trainer"
	same(t, []string{"2026-003", "2026-002"}, numbers(t, s, q))
	same(t, 1, counts(t, s, q)[office.HandlingView])
	q.Owner = "p2"
	same(t, []string{"2026-002"}, numbers(t, s, q))
	q.View = office.Mine
	same(t, []string(nil), numbers(t, s, q))
	q.View = "everything"
	same(t, []string(nil), numbers(t, s, q))
}

func counts(t tester, s office.Store, q office.Query) (out map[office.View]int) {
	t.Helper()
	read(t, s, func(ctx context.Context, tx office.Tx) (err error) {
		out, err = tx.Count(ctx, q)
		return err
	})
	return out
}
