package storetest

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"leermoment/internal/office"
)

// nasty are texts from outside that have broken programs before.
func nasty() []string {
	return []string{
		"", " ", `"`, `""`, `'`, `'; DROP TABLE events; --`, `%`, `_`, `\`, `*`, `koud*`, `^koud`, `koud NOT zaal`, `NEAR(koud zaal, 2)`,
		`text:koud`, `{text}:koud`, `- koud`, `koud + zaal`, `(koud`, `AND OR NOT`, "a\x00b", "\x1b]52;c;aGFsbG8=\x07", "\u202ekoud\u202c",
		"👩‍👩‍👧‍👦", "🙂 koud", "कोल्ड", "שלום", "́", "ΐ", "½ ①", strings.Repeat("koud ", 10_000), strings.Repeat("k", 50_000),
		strings.Repeat("\"", 50_000), "regel\nregel\r\n\ttab", strings.Repeat("a-", 300),
	}
}

func about(text string) func(*office.Row) { return func(r *office.Row) { r.Search = text } }

func searchFinds(t *testing.T, s office.Store) {
	old := row(14, about("Stoelen"), func(r *office.Row) { r.Year, r.Number = 2025, "2025-014" })
	project(t, s, old, row(14, about("Zoë Çelik, Gemeente Almelo: de zaal was te koud")),
		row(15, about("Zaalverhuur: coördinatie mislukt; 's-Hertogenbosch")), row(140, about("Jan 🙂 O'Neill; zoe@almelo.nl")))
	for search, want := range map[string][]string{
		"zoe": {"2026-140", "2026-014"}, "ZOË celik": {"2026-014"}, "zoe\u0308": {"2026-140", "2026-014"}, "zaa": {"2026-015", "2026-014"},
		"koud zaal": {"2026-014"}, "koud zaalverhuur": nil, "coordinatie": {"2026-015"}, "COÖRD": {"2026-015"}, "hertogen": {"2026-015"},
		"te-kou": {"2026-014"}, "koud-te": nil, "gemeente/alm": {"2026-014"}, "almelo@zoe": nil, "o'neill": {"2026-140"}, "zoe@almelo.nl": {"2026-140"}, "🙂": nil, "jan 🙂": {"2026-140"},
		"2026-014": {"2026-014"}, " 2026-14 ": {"2026-140", "2026-014"}, "14": {"2026-140", "2026-014", "2025-014"}, "014": {"2026-014", "2025-014"},
		"2025": {"2025-014"}, "2026-01": {"2026-015", "2026-014"}, "2026-014 koud": {"2026-014"}, "999": nil, "-": nil, "": {"2026-140", "2026-015", "2026-014", "2025-014"},
	} {
		q := office.Query{View: office.All, Search: search, Sight: office.Sight{All: true}, Now: now}
		t.Run(fmt.Sprintf("%q", search), func(t *testing.T) {
			same(t, want, numbers(t, s, q))
			same(t, len(want), counts(t, s, q)[office.All])
		})
	}
}

func searchTakesAnything(t *testing.T, s office.Store) {
	for i, text := range nasty() {
		project(t, s, row(i+1, about(text)))
	}
	for _, text := range nasty() {
		q := office.Query{View: office.All, Search: text, Sight: office.Sight{All: true}, Now: now}
		found := numbers(t, s, q)
		same(t, len(found), counts(t, s, q)[office.All])
	}
	// an operator is a word like any other, and what is no word finds nothing
	none := office.Query{View: office.All, Search: `koud NOT zaal`, Sight: office.Sight{All: true}}
	same(t, []string{"2026-013"}, numbers(t, s, none))
	none.Search = `"*^`
	same(t, []string(nil), numbers(t, s, none))
}

func searchGivesNothingAway(t *testing.T, s office.Store) {
	project(t, s, row(14, about("geheim"), func(r *office.Row) { r.Owner = "p1" }), row(15, about("geheim"), func(r *office.Row) { r.Owner = "p2" }))
	q := office.Query{View: office.All, Search: "geheim", Sight: holding("p1", "leader"), Now: now}
	same(t, []string{"2026-014"}, numbers(t, s, q))
	same(t, 1, counts(t, s, q)[office.HandlingView])
	q.Search = "15" // a number is no secret
	same(t, []string{"2026-015"}, numbers(t, s, q))
	q.Search = "2026-01"
	same(t, []string{"2026-015", "2026-014"}, numbers(t, s, q))
}

func wholeOrOutline(t *testing.T, s office.Store) {
	concerned := func(login string) func(*office.Row) { return func(r *office.Row) { r.Concerned = login } }
	owned := func(by string) func(*office.Row) { return func(r *office.Row) { r.Owner = by } }
	project(t, s, row(1, owned("p1")), row(2, owned("p2")), row(3, owned("p1"), concerned("login-p1")),
		row(4, owned("p2"), concerned("login-p2")), row(5, owned("")))
	seen := func(sight office.Sight) (out []string) {
		for _, l := range lines(t, s, office.Query{View: office.HandlingView, Sight: sight}) {
			if l.Whole {
				out = append(out, l.Number)
			}
		}
		return out
	}
	all := holding("p1", "director")
	all.All = true
	same(t, []string{"2026-001"}, seen(holding("p1", "leader")))
	same(t, []string{"2026-001", "2026-002", "2026-004", "2026-005"}, seen(all))
	same(t, []string(nil), seen(office.Sight{}))
}

func earlier(t *testing.T, s office.Store) {
	of := func(name, organisation, email string, days int) func(*office.Row) {
		return func(r *office.Row) {
			r.Complainant, r.Organisation, r.Email, r.ReceivedAt = name, organisation, email, now.AddDate(0, 0, -days)
		}
	}
	project(t, s, row(1, of("Zoë van Dijk", "", "", 30)), row(2, of("Jan", "GEMEENTE  Almelo", "", 20)), row(3, of("J. Smit", "", "Info@Almelo.nl", 10)),
		row(4, of("", "", "", 5)), row(5, of("Zoe Van Dijk", "", "", 1), func(r *office.Row) { r.Owner = "p1" }))
	all := office.Sight{All: true}
	for _, c := range []struct {
		who   office.Same
		sight office.Sight
		limit int
		want  []string
	}{
		{office.Same{Name: "zoe VAN dijk"}, all, 0, []string{"2026-005", "2026-001"}},
		{office.Same{Name: "zoe VAN dijk", Except: "2026-005"}, all, 0, []string{"2026-001"}},
		{office.Same{Name: "zoe VAN dijk"}, all, 1, []string{"2026-005"}},
		{office.Same{Name: "zoe VAN dijk"}, holding("p1", "leader"), 0, []string{"2026-005"}},
		{office.Same{Name: "Zoë", Organisation: " gemeente almelo "}, all, 0, []string{"2026-002"}},
		{office.Same{Name: "Jan", Email: "INFO@almelo.nl "}, all, 0, []string{"2026-003", "2026-002"}},
		{office.Same{}, all, 0, nil},
	} {
		read(t, s, func(ctx context.Context, tx office.Tx) error {
			rows, err := tx.Earlier(ctx, c.who, c.sight, c.limit)
			var got []string
			for _, r := range rows {
				got = append(got, r.Number)
			}
			same(t, c.want, got)
			return err
		})
	}
	same(t, now.Add(-48*time.Hour), row(1).ReceivedAt)
}
