package store

import "context"

// PutFile implements office.Files.
func (t tx) PutFile(ctx context.Context, stream, digest string, content []byte) error {
	if content == nil {
		content = []byte{}
	}
	err := t.exec(ctx, `INSERT INTO files (stream, digest, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, stream, digest, content)
	return err
}

// File implements office.Files.
func (t tx) File(ctx context.Context, stream, digest string) (content []byte, err error) {
	err = t.scan(ctx, []any{&content}, `SELECT content FROM files WHERE stream = ? AND digest = ?`, stream, digest)
	return content, notFound(err)
}
