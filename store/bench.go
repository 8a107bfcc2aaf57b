package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"leermoment/internal/office"
)

// inOrder is how the improvements of a complaint are put in order.
const inOrder = ` ORDER BY m.position)`

// Script is the question behind a page of the register, asked so many times, for
// the sqlite3 program of the C library.
func Script(q office.Query, times int) string {
	asked := question{Query: q, searches: strings.TrimSpace(q.Search) != ""}
	text := linesQuery(asked)
	if byEnd(asked) {
		text = lateQuery(asked)
	}
	var b strings.Builder
	b.WriteString(".parameter init\n")
	for _, arg := range append(queryArgs(q), pageArgs(q)...) {
		named, ok := arg.(sql.NamedArg)
		if !ok {
			continue // all are named
		}
		fmt.Fprintf(&b, "INSERT INTO temp.sqlite_parameters VALUES ('@%s', %s);\n", named.Name, literal(named.Value))
	}
	text = strings.ReplaceAll(text, inOrder, `)`) // older ones than 3.44 put no order into a sum
	for range times {
		b.WriteString(text + ";\n")
	}
	return b.String()
}

// literal is a value as it stands in SQL.
func literal(value any) string {
	switch v := value.(type) {
	case string:
		return `'` + strings.ReplaceAll(v, `'`, `''`) + `'`
	case bool:
		if v {
			return "1"
		}
		return "0"
	}
	return fmt.Sprint(value)
}

// Bare is a file in which one row at a time is written, and nothing else done:
// what a change costs at the least that is on disk when it is acknowledged.
type Bare struct{ db *sql.DB }

// OpenBare makes such a file, or takes the one that is there.
func OpenBare(ctx context.Context, path string) (*Bare, error) {
	db, err := sql.Open("sqlite", writing(path, full))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	_, err = db.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL)`)
	return &Bare{db}, err
}

// Commit writes one row.
func (b *Bare) Commit(ctx context.Context) error {
	_, err := b.db.ExecContext(ctx, `INSERT INTO bare (text) VALUES ('a note of some length, as somebody writes it')`)
	return err
}

// Close closes the file.
func (b *Bare) Close() error { return b.db.Close() }
