package store

import (
	"context"
	"database/sql"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
)

// PutNotice implements office.Papers.
func (t tx) PutNotice(ctx context.Context, n office.NoticeRow) error {
	err := t.exec(ctx, `
		INSERT INTO notices (id, received_at, filed_by, state, complaint, sender, subject) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET received_at = excluded.received_at, filed_by = excluded.filed_by, state = excluded.state,
			complaint = excluded.complaint, sender = excluded.sender, subject = excluded.subject`,
		n.ID, n.ReceivedAt.Unix(), n.By, string(n.State), n.Complaint, n.Sender, n.Subject)
	return err
}

// Notices implements office.Papers.
func (t tx) Notices(ctx context.Context, by, login string, all, open bool) ([]office.NoticeRow, error) {
	rows, err := t.QueryContext(ctx, `
		SELECT n.id, n.received_at, filed_by, state, n.complaint, sender, n.subject
		FROM notices n LEFT JOIN complaints c ON c.number = n.complaint
		WHERE (NOT @open OR state = 'open') AND (filed_by = @by OR @all AND (coalesce(c.concerned, '') = '' OR c.concerned <> @login))
		ORDER BY state = 'open' DESC, CASE WHEN state = 'open' THEN n.received_at ELSE -n.received_at END, n.id`,
		sql.Named("by", by), sql.Named("login", login), sql.Named("all", all), sql.Named("open", open))
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
