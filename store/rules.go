package store

import "context"

// PutRules implements office.Rules.
func (t tx) PutRules(ctx context.Context, digest string, text []byte) error {
	err := t.exec(ctx, `INSERT INTO rules (digest, text) VALUES (?, ?) ON CONFLICT DO NOTHING`, digest, text)
	return err
}

// RulesOf implements office.Rules.
func (t tx) RulesOf(ctx context.Context, digest string) (text []byte, err error) {
	err = t.scan(ctx, []any{&text}, `SELECT text FROM rules WHERE digest = ?`, digest)
	return text, notFound(err)
}
