package papers

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"leermoment/ui/nav"
)

// copy copies the number of what is selected, or asks whether it is to be the
// text that belongs to it.
func (p *Papers) copy(id string) tea.Cmd {
	number := subjectOf(id)
	from, ok := p.of.(copier)
	if !ok {
		return nav.To(nav.Copy{Text: number})
	}
	c := p.c
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		label, text, err := from.text(ctx, c, id)
		if err != nil || text == "" {
			return nav.Copy{Text: number}
		}
		choices := []nav.Choice{{ID: number, Label: c.Speaker.T("copy.number"), Detail: number}, {ID: text, Label: label, Detail: text}}
		return nav.Pick{Title: c.Speaker.T("copy.what"), Choices: choices, To: func(chosen string) tea.Msg { return nav.Copy{Text: chosen} }}
	}
}
