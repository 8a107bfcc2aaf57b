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

// print prints the letter that has to go out.
func (letters) print(id string) tea.Msg {
	return nav.Print{Paper: nav.LetterPaper, Subject: subjectOf(id), Kind: strings.Split(id, "/")[1], Which: office.NextLetter}
}

func letterID(w office.WaitingLetter) string {
	return strings.Join([]string{w.Number, string(w.Kind), w.Duty, string(w.Action)}, "/")
}

func (letters) columns(sp *lang.Speaker) []kit.Column {
	return []kit.Column{{Name: "number", Title: sp.T("register.number"), Width: 8}, {Name: "kind", Title: sp.T("letters.kind"), Width: 23}, {Name: "to", Title: sp.T("letters.to"), Min: 12, Flex: 3},
		{Name: "state", Title: sp.T("letters.state"), Width: 18}, {Name: "time", Title: sp.T("agenda.time"), Width: 12, Right: true, Priority: 2}}
}

func (letters) list(ctx context.Context, c Config) (contents, error) {
	all, now, err := c.Office.LettersWaiting(ctx, c.Viewer)
	if err != nil {
		return contents{}, err
	}
	sp := c.Speaker
	has, waiting := contents{}, map[string]office.WaitingLetter{}
	for _, w := range all {
		left, order, sign, tone := "", kit.AtEnd, "●", kit.Plain
		if !w.Due.IsZero() {
			left, order = sp.ShortLeft(w.Due, now), w.Due.Format(time.RFC3339)
		}
		switch {
		case w.Overdue:
			sign, tone = "✗", kit.Bad
		case w.Approve:
			sign, tone = "?", kit.Accent
		}
		waiting[letterID(w)] = w
		has.rows = append(has.rows, kit.Row{ID: letterID(w), Sign: sign, SignTone: tone, Cells: []kit.Cell{
			{Text: w.Number}, {Text: sp.T("letter." + string(w.Kind))}, {Text: cmp.Or(w.To, sp.T("letters.management"))}, {Text: wording.LetterState(sp, w)},
			{Text: left, Tone: tone, Order: order}}})
	}
	has.file = func(id string) []kit.Line {
		w, ok := waiting[id]
		if !ok {
			return nil
		}
		return told(wording.Letter(sp, w))
	}
	return has, nil
}

// text implements copier.
func (letters) text(ctx context.Context, c Config, id string) (label, text string, err error) {
	all, _, err := c.Office.LettersWaiting(ctx, c.Viewer)
	for _, w := range all {
		if letterID(w) == id {
			return c.Speaker.T("letter." + string(w.Kind)), w.Text, err
		}
	}
	return "", "", err
}
