package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// filled is a file with so many complaints, most of them long completed, as a
// register is after years.
func filled(t testing.TB, complaints int) *Store {
	t.Helper()
	ctx := context.Background()
	s, err := OpenFast(ctx, filepath.Join(t.TempDir(), "leermoment.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	err = s.Write(ctx, func(tx office.Tx) error {
		for i := range complaints {
			if err := tx.Project(ctx, someRow(i)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func someRow(i int) office.Row {
	words := strings.Fields("zaal koud trainer laat koffie lunch certificaat factuur parkeren materiaal planning uitleg niveau toon herkansing")
	year, serial := 2001+i/4000, i%4000+1
	r := office.Row{Number: fmt.Sprintf("%d-%03d", year, serial), Year: year, Serial: serial, Phase: "completed",
		Owner: fmt.Sprintf("p%d", i%9), Category: words[i%5], Complainant: fmt.Sprintf("Klager %d", i), Subject: words[i%15],
		Search: strings.Join([]string{words[i%15], words[i/15%15], words[i/225%15], fmt.Sprintf("klager%d", i)}, " ")}
	r.Severity = "normal"
	for p := range 28 {
		d := office.DutyRow{Position: p, ID: fmt.Sprint(p), OwedBy: "owner", StartsAt: noon.AddDate(0, 0, -p), DueAt: noon.AddDate(0, 0, 20-p),
			MetAt: noon, Actionable: true}
		if i%20 == 0 && p > 14 {
			d.MetAt, r.Phase = time.Time{}, "handling"
		}
		r.Duties = append(r.Duties, d)
	}
	return r
}

func questions() []office.Query {
	var out []office.Query
	for _, v := range office.Views() {
		for _, search := range []string{"", "koud zaal", "k", "2020-014"} {
			out = append(out, office.Query{View: v, Search: search, Limit: 50, Now: noon,
				Sight: office.Sight{Viewer: "p1", Login: "jan", Roles: []procedure.Role{procedure.ProjectLeader, procedure.Director}, All: true}})
		}
	}
	return out
}

// sortings are the questions in every order.
func sortings() (out []office.Query) {
	for _, q := range questions() {
		for _, by := range office.Columns() {
			q.Order = office.Order{By: by, Reverse: true}
			out = append(out, q)
		}
	}
	return out
}

// No list reads all duties, or those of a complaint without an index. To sort
// all complaints by a name, they are looked through.
func TestListsUseTheirIndexes(t *testing.T) {
	s := filled(t, 40)
	for _, q := range append(questions(), sortings()...) {
		asked := question{Query: q, searches: q.Search != "", broad: q.Search == "k"}
		queries := map[string]string{"lines": linesQuery(asked), "count": countQuery(asked), "late": lateQuery(asked)}
		asked.After = &office.Line{}
		queries["lines behind"], queries["late behind"] = linesQuery(asked), lateQuery(asked)
		for name, query := range queries {
			plan := explain(t, s, query, q)
			for _, step := range plan {
				if strings.HasPrefix(step, "SCAN d") || strings.Contains(step, "AUTOMATIC") || step == "SCAN c" && q.Order.By == "" {
					t.Errorf("%s of %s, %q: %s\n%s", name, q.View, q.Search, step, strings.Join(plan, "\n"))
				}
			}
		}
	}
	for _, step := range explain(t, s, earlierQuery, office.Query{}) {
		if strings.HasPrefix(step, "SCAN c") {
			t.Errorf("earlier complaints: %s", step)
		}
	}
}

// To count what is owed no row of a duty is read: its index has all that is asked.
func TestCountsReadNoDuty(t *testing.T) {
	s := filled(t, 40)
	for _, q := range questions() {
		asked := question{Query: q, searches: q.Search != "", broad: q.Search == "k"}
		plan := explain(t, s, countQuery(asked), q)
		covered := false
		for _, step := range plan {
			onDuties := strings.HasPrefix(step, "SEARCH d ")
			covered = covered || onDuties
			if onDuties && !strings.Contains(step, "COVERING INDEX") {
				t.Errorf("%q: %s\n%s", q.Search, step, strings.Join(plan, "\n"))
			}
		}
		if !covered {
			t.Errorf("%q: no duty is looked for", q.Search)
		}
	}
}

func explain(t *testing.T, s *Store, query string, q office.Query) []string {
	t.Helper()
	return steps(t, s, query, append(append(queryArgs(q), pageArgs(q)...),
		sql.Named("name", "x"), sql.Named("organisation", "x"), sql.Named("email", "x"), sql.Named("except", ""))...)
}

// steps are those of SQLite's plan for a question.
func steps(t *testing.T, s *Store, query string, args ...any) (steps []string) {
	t.Helper()
	rows, err := s.read.Query(`EXPLAIN QUERY PLAN `+query, args...)
	if err != nil {
		t.Fatalf("%v: %s", err, query)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return steps
}

func BenchmarkRegister(b *testing.B) {
	s := filled(b, 100_000)
	ctx := context.Background()
	for _, q := range append(questions(), sortings()...) {
		b.Run(fmt.Sprintf("%s %q %s", q.View, q.Search, q.Order.By), func(b *testing.B) {
			for b.Loop() {
				if err := s.Read(ctx, func(tx office.Tx) error { _, err := tx.Lines(ctx, q); return err }); err != nil {
					b.Fatal(err)
				}
			}
		})
		if q.View == office.All && q.Order.By == "" {
			b.Run(fmt.Sprintf("count %q", q.Search), func(b *testing.B) {
				for b.Loop() {
					if err := s.Read(ctx, func(tx office.Tx) error { _, err := tx.Count(ctx, q); return err }); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkProject(b *testing.B) {
	s := filled(b, 20_000)
	ctx := context.Background()
	i := 0
	for b.Loop() {
		r := someRow(i * 20 % 20_000)
		r.Search += fmt.Sprintf(" noot %d", i)
		i++
		if err := s.Write(ctx, func(tx office.Tx) error { return tx.Project(ctx, r) }); err != nil {
			b.Fatal(err)
		}
	}
}
