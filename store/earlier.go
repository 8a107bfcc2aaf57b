package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"leermoment/internal/office"
)

// Earlier implements office.Register.
func (t tx) Earlier(ctx context.Context, who office.Same, sight office.Sight, limit int) ([]office.Row, error) {
	rows, err := t.QueryContext(ctx, earlierQuery,
		append(sightArgs(sight), sql.Named("name", some(fold(who.Name))), sql.Named("organisation", some(fold(who.Organisation))),
			sql.Named("email", some(foldEmail(who.Email))), sql.Named("except", who.Except), sql.Named("limit", limited(limit)))...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.Row
	for rows.Next() {
		var r office.Row
		if err := scanRow(rows, &r); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

const earlierQuery = `
	SELECT ` + rowColumns + ` FROM complaints c
	WHERE (c.same_name = @name OR c.same_organisation = @organisation OR c.same_email = @email)
		AND c.number <> @except AND ` + whole + `
	ORDER BY c.received_at DESC, c.year DESC, c.serial DESC LIMIT 0 + @limit`

// some is NULL, which equals nothing, for a text that is not there.
func some(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// fold makes names that are alike the same: without case, accents and
// surplus spaces.
func fold(s string) string {
	plain := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	folded, _, err := transform.String(plain, s)
	if err != nil {
		folded = s // not text at all: it is like nothing but itself
	}
	return strings.Join(strings.Fields(strings.ToLower(folded)), " ")
}

func foldEmail(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
