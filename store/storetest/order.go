package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// stepsInOrder are the steps that are known; "improve" is of another procedure.
var stepsInOrder = []procedure.StepID{"listen", "register", "resolve", "feedback"}

// sortedAsAsked draws a register and asks it in some order: that is the order of
// the view, sorted once more by what its lines say.
func sortedAsAsked(t *testing.T, s office.Store) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []office.Row
		for i := range 12 {
			rows = append(rows, anyRow(t, i+1))
		}
		project(t, s, rows...)
		q := office.Query{View: rapid.SampledFrom(office.Views()).Draw(t, "view"), Sight: holding("p1", "director"), Steps: stepsInOrder,
			Search: rapid.SampledFrom([]string{"", "koud"}).Draw(t, "search")}
		q.Sight.All = rapid.Bool().Draw(t, "sees all")
		usual := lines(t, s, q)
		for _, by := range append(office.Columns(), "", "colour") {
			q.Order = office.Order{By: by, Reverse: rapid.Bool().Draw(t, "reverse")}
			want := inOrder(slices.Clone(usual), q)
			same(t, want, numbers(t, s, q))
			q.Offset, q.Limit = min(len(want), rapid.IntRange(0, 4).Draw(t, "offset")), rapid.IntRange(1, 5).Draw(t, "limit")
			want = want[q.Offset:min(q.Offset+q.Limit, len(want))]
			same(t, strings.Join(want, " "), strings.Join(numbers(t, s, q), " "))
			q.Offset, q.Limit = 0, 0
		}
	})
}

// anyRow is a complaint in which much is the same as in others.
func anyRow(t *rapid.T, serial int) office.Row {
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	return row(serial, func(r *office.Row) {
		r.Year = rapid.SampledFrom([]int{2025, 2026}).Draw(t, "year")
		r.Number = fmt.Sprintf("%d-%03d", r.Year, serial)
		r.Complainant = pick("complainant", "", "Zoë van Dijk", "zoe  Van DIJK", "Ahmed", "Éric", "eric b", "Ørsted")
		r.Step = procedure.StepID(pick("step", "listen", "register", "resolve", "feedback", "improve"))
		r.Phase = procedure.Phase(pick("phase", "handling", "learning", "completed"))
		r.Assessor = pick("assessor", "", "", "", "p1", "p2")
		r.Owner, r.Concerned = pick("owner", "p1", "p2"), pick("concerned", "", "", "", "login-p1", "login-p2")
		r.Search = pick("search", "koud", "warm")
		if pick("serious", "no", "no", "yes") == "yes" {
			r.Severity = procedureSerious
		}
		for i := range rapid.IntRange(0, 2).Draw(t, "duties") {
			d := duty(i, pick("by", "director", "leader", "owner", "manager"), rapid.IntRange(-2, 2).Draw(t, "hours"))
			d.ID = pick("obligation", "first", "second")
			d.Personnel, d.Actionable = pick("personnel", "no", "no", "yes") == "yes", pick("idle", "no", "no", "yes") == "no"
			if pick("endless", "no", "no", "yes") == "yes" {
				d.DueAt = d.MetAt
			}
			r.Duties = append(r.Duties, d)
		}
	})
}

// sortKey is what a line is sorted by; known is false where it stands at the end.
type sortKey struct {
	known  bool
	number int64
	text   string
}

func keyOf(l office.Line, q office.Query, by office.Column) sortKey {
	about := l.Concerned != "" && l.Concerned == q.Sight.Login
	switch by {
	case office.ByNumber:
		return sortKey{true, int64(l.Year*10_000 + l.Serial), ""}
	case office.ByComplainant:
		return sortKey{l.Whole && l.Complainant != "", 0, alike(l.Complainant)}
	case office.ByStep:
		step := slices.Index(q.Steps, l.Step)
		return sortKey{step >= 0, int64(step), ""}
	case office.ByNext:
		return sortKey{l.Next.ID != "" && !about, int64(l.Next.Position), l.Next.ID}
	case office.ByTime:
		return sortKey{!l.Due.IsZero() && !about, l.Due.Unix(), ""}
	}
	return sortKey{}
}

// inOrder are the numbers of lines, sorted by what they say.
func inOrder(lines []office.Line, q office.Query) (out []string) {
	slices.SortStableFunc(lines, func(a, b office.Line) int {
		x, y := keyOf(a, q, q.Order.By), keyOf(b, q, q.Order.By)
		switch {
		case !x.known && !y.known:
			return 0
		case !y.known:
			return -1
		case !x.known:
			return 1
		}
		way := cmp.Or(cmp.Compare(x.number, y.number), strings.Compare(x.text, y.text))
		if q.Order.Reverse {
			return -way
		}
		return way
	})
	for _, l := range lines {
		out = append(out, l.Number)
	}
	return out
}

// alike is a name without case, accents and spaces that say nothing.
func alike(name string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(name))
	return strings.Join(strings.Fields(plain), " ")
}

// orderTellsNothing: what a viewer may not read, he cannot read off the order.
func orderTellsNothing(t *testing.T, s office.Store) {
	named := func(name, owner, concerned string) func(*office.Row) {
		return func(r *office.Row) { r.Complainant, r.Owner, r.Concerned = name, owner, concerned }
	}
	for _, names := range [][2]string{{"Aa", "Zz"}, {"Zz", "Aa"}} {
		project(t, s, row(1, named(names[0], "p2", ""), with(duty(0, "director", 1))), row(2, named(names[1], "p2", ""), with(duty(0, "director", 1))),
			row(3, named(names[0], "p1", "login-p1"), with(duty(0, "director", -len(names[0])))), row(4, named(names[1], "p1", "login-p1"), with(duty(0, "leader", 3))),
			row(5, named("Mm", "p1", ""), with(duty(0, "director", 2))))
		for by, want := range map[office.Column][]string{
			office.ByComplainant: {"2026-005", "2026-001", "2026-002", "2026-003", "2026-004"},
			office.ByTime:        {"2026-001", "2026-002", "2026-005", "2026-003", "2026-004"},
			"":                   {"2026-001", "2026-002", "2026-005", "2026-003", "2026-004"},
		} {
			same(t, want, numbers(t, s, office.Query{View: office.HandlingView, Sight: holding("p1", "leader"), Order: office.Order{By: by}}))
		}
	}
}
