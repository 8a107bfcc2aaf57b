package papers

import (
	"context"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
)

// inbox shows notices; those that wait stand on top, the oldest first, since
// the 24 hours of what turns out to be a complaint run already (S09).
type inbox struct{}

func (inbox) name() string { return "inbox" }
func (inbox) adds() string { return string(office.FilesNotice) }

func (inbox) columns(sp *lang.Speaker) []kit.Column {
	return []kit.Column{
		{Name: "number", Title: sp.T("register.number"), Width: 10}, {Name: "sender", Title: sp.T("inbox.sender"), Min: 14, Flex: 3},
		{Name: "subject", Title: sp.T("inbox.subject"), Min: 16, Flex: 4}, {Name: "state", Title: sp.T("inbox.state"), Min: 12, Width: 18, Right: true},
	}
}

func (inbox) list(ctx context.Context, c Config) (contents, error) {
	notices, err := c.Office.Notices(ctx, c.Viewer)
	if err != nil {
		return contents{}, err
	}
	now := c.Office.Now()
	var rows []kit.Row
	for _, n := range notices {
		sign, tone, state, order := "·", kit.Muted, c.Speaker.T("notice-state."+string(n.State)), dayOrder("3", n.ReceivedAt)
		switch n.State {
		case complaint.NoticeOpen:
			sign, tone, state, order = "!", kit.Warn, c.Speaker.Ago(n.ReceivedAt, now), dayOrder("1", n.ReceivedAt)
		case complaint.NoticeAccepted:
			sign, tone, state, order = "✓", kit.Good, n.Complaint, dayOrder("2", n.ReceivedAt)
		}
		rows = append(rows, kit.Row{ID: n.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{
			{Text: n.ID}, {Text: n.Sender}, {Text: n.Subject}, {Text: state, Tone: tone, Order: order}}})
	}
	return contents{rows: rows}, nil
}

func (inbox) file(ctx context.Context, c Config, id string) ([]kit.Line, error) {
	n, err := c.Office.Notice(ctx, c.Viewer, id)
	if err != nil {
		return nil, err
	}
	return told(wording.Notice(c.Speaker, n, c.Office.Now())), nil
}
