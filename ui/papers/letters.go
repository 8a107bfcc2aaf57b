package papers

import (
	"cmp"
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// letters shows those that have to go out: prepared, waiting for approval, to
// be mailed or posted (S09, S15, S21, S27).
type letters struct{}

func (letters) name() string    { return "letters" }
func (letters) adds() string    { return "" }
func (letters) openKey() string { return "letters.take" }

// open takes the action that brings a letter further; it stands in the row's ID.
func (letters) open(id string) tea.Msg {
	return nav.Act{Subject: subjectOf(id), Action: id[strings.LastIndex(id, "/")+1:]}
}

func letterID(w office.WaitingLetter) string {
	return strings.Join([]string{w.Number, w.Duty, string(w.Action)}, "/")
}

func (letters) columns(sp *lang.Speaker) []kit.Column {
	return []kit.Column{{Title: sp.T("register.number"), Width: 8}, {Title: sp.T("letters.kind"), Width: 20}, {Title: sp.T("letters.to"), Min: 12, Flex: 3},
		{Title: sp.T("letters.state"), Width: 18}, {Title: sp.T("agenda.time"), Width: 14, Right: true, Priority: 2}}
}

func (letters) list(ctx context.Context, c Config) ([]kit.Row, error) {
	all, now, err := c.Office.LettersWaiting(ctx, c.Viewer)
	if err != nil {
		return nil, err
	}
	sp := c.Speaker
	var rows []kit.Row
	for _, w := range all {
		left, order, sign, tone := "", "~", "●", kit.Plain
		if !w.Due.IsZero() {
			left, order = sp.ShortLeft(w.Due, now), w.Due.Format(time.RFC3339)
		}
		switch {
		case w.Overdue:
			sign, tone = "✗", kit.Bad
		case w.Approve:
			sign, tone = "?", kit.Accent
		}
		rows = append(rows, kit.Row{ID: letterID(w), Sign: sign, SignTone: tone, Cells: []kit.Cell{
			{Text: w.Number}, {Text: sp.T("letter." + string(w.Kind))}, {Text: cmp.Or(w.To, sp.T("letters.management"))}, {Text: wording.LetterState(sp, w)},
			{Text: left, Tone: tone, Order: order}}})
	}
	return rows, nil
}

func (letters) file(ctx context.Context, c Config, id string) ([]kit.Line, error) {
	all, _, err := c.Office.LettersWaiting(ctx, c.Viewer)
	if err != nil {
		return nil, err
	}
	for _, w := range all {
		if letterID(w) == id {
			return told(wording.Letter(c.Speaker, w)), nil
		}
	}
	return nil, nil // it went out just now
}
