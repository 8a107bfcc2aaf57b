package store

import (
	"context"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
)

// PutNotice implements office.Papers.
func (t tx) PutNotice(ctx context.Context, n office.NoticeRow) error {
	_, err := t.ExecContext(ctx, `
		INSERT INTO notices (id, received_at, filed_by, state, complaint, sender, subject) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET received_at = excluded.received_at, filed_by = excluded.filed_by, state = excluded.state,
			complaint = excluded.complaint, sender = excluded.sender, subject = excluded.subject`,
		n.ID, n.ReceivedAt.Unix(), n.By, string(n.State), n.Complaint, n.Sender, n.Subject)
	return err
}

// Notices implements office.Papers.
func (t tx) Notices(ctx context.Context, by string) ([]office.NoticeRow, error) {
	rows, err := t.QueryContext(ctx, `
		SELECT id, received_at, filed_by, state, complaint, sender, subject FROM notices
		WHERE ? IN ('', filed_by) ORDER BY state = 'open' DESC, CASE WHEN state = 'open' THEN received_at ELSE -received_at END, id`, by)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.NoticeRow
	for rows.Next() {
		var n office.NoticeRow
		var received int64
		var state string
		if err := rows.Scan(&n.ID, &received, &n.By, &state, &n.Complaint, &n.Sender, &n.Subject); err != nil {
			return nil, err
		}
		n.ReceivedAt, n.State = time.Unix(received, 0).UTC(), complaint.NoticeState(state)
		out = append(out, n)
	}
	return out, rows.Err()
}
