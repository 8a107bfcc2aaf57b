package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
	"unicode"

	"leermoment/internal/office"
)

// maxWords is how many words of a question are looked for. Nobody types more,
// and a pasted page would be more than the search can take.
const maxWords = 16

// found are the complaints that a search finds: by number for everybody, by
// words only those that the viewer sees whole.
const found = `
	WITH found (id) AS MATERIALIZED (
		SELECT id FROM complaints WHERE number >= @number AND number < @number_end
		UNION
		SELECT id FROM complaints WHERE serial = @serial AND (@year = 0 OR year = @year)
		UNION
		SELECT c.id FROM search JOIN complaints c ON c.id = search.rowid WHERE search MATCH @words AND ` + whole + `)`

// hits are those of a search that can be no number. Which of them the viewer sees
// whole is looked at where they are used: not all of them are.
const hits = `
	WITH found (id) AS MATERIALIZED (SELECT rowid FROM search WHERE search MATCH @words)`

// manyHits is the number of hits from which on a search narrows nothing: the
// complaints of a view are gone through then, and not the hits.
const manyHits = 2000

// A question is what is asked, with what is known of it before.
type question struct {
	office.Query
	searches bool
	few      bool // there are few hits
	broad    bool // there are many hits, and the viewer sees them all
}

// question looks how many hits there are, as far as that matters.
func (t tx) question(ctx context.Context, asked office.Query) (question, error) {
	q := question{Query: asked, searches: strings.TrimSpace(asked.Search) != ""}
	if !q.searches {
		return q, nil
	}
	if numberOf(q.Search).year > 0 { // of one complaint, or of some that begin alike
		q.few = true
		return q, nil
	}
	err := t.scan(ctx, []any{&q.few}, `SELECT count(*) < @many FROM (SELECT 1 FROM search WHERE search MATCH @words LIMIT 0 + @many)`,
		sql.Named("many", manyHits), sql.Named("words", words(q.Search)))
	q.broad = !q.few && q.Sight.All && (walked(q.View) || q.View == "")
	return q, err
}

// throughHits says that the hits are gone through, and not what is in a view.
func (q question) throughHits() bool { return q.searches && !q.broad }

// with is what goes before a question that searches.
func (q question) with() string {
	switch {
	case !q.searches:
		return ""
	case q.byWords():
		return hits
	}
	return found
}

// byWords says that what is searched for can be no number.
func (q question) byWords() bool { return q.searches && numberOf(q.Search).from == "" }

// seen is asked of what was found by words alone.
func (q question) seen() string {
	if q.byWords() {
		return ` AND ` + whole
	}
	return ""
}

// among asks that a complaint, by the column of its id, is one that was found.
func (q question) among(id string) string {
	if !q.searches {
		return ""
	}
	return ` AND ` + id + ` IN (SELECT id FROM found)` + q.seen()
}

func searchArgs(search string) []any {
	n := numberOf(search)
	return []any{sql.Named("words", words(search)), sql.Named("number", n.from), sql.Named("number_end", n.until),
		sql.Named("serial", n.serial), sql.Named("year", n.year)}
}

// words makes a question of beginnings of words; what is written as one, such as
// 2026-012, has to stand there in one piece. Only letters and digits come through,
// so nothing in it can be an operator.
func words(search string) string {
	var out []string
	left := maxWords
	for w := range strings.FieldsSeq(search) {
		var parts []string
		for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.N, unicode.Mn) }) {
			if strings.ContainsFunc(part, func(r rune) bool { return !unicode.Is(unicode.Mn, r) }) && left > 0 {
				parts = append(parts, part)
				left--
			}
		}
		if parts != nil {
			out = append(out, `"`+strings.Join(parts, " ")+`"*`)
		}
	}
	if out == nil {
		return `""` // finds nothing
	}
	return strings.Join(out, " ")
}

// numberQuery looks for a number: by its beginning, and by year and serial
// however many zeros were typed. Year 0 is any.
type numberQuery struct {
	from, until  string
	serial, year int
}

func numberOf(search string) numberQuery {
	s := strings.TrimSpace(search)
	none := numberQuery{serial: -1}
	if len(s) == 0 || len(s) > 12 || strings.Trim(s, "0123456789-") != "" {
		return none
	}
	// the colon is the character after the nine, and so after all of them
	q := numberQuery{from: s, until: s + ":", serial: -1}
	year, serial, dashed := strings.Cut(s, "-")
	if !dashed {
		year, serial = "0", s
	}
	y, err1 := strconv.Atoi(year)
	n, err2 := strconv.Atoi(serial)
	if err1 == nil && err2 == nil {
		q.year, q.serial = y, n
	}
	return q
}
