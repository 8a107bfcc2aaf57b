package papers

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"leermoment/ui/desk"
	"leermoment/ui/kit"
)

// Answers carry their screen, since several may be open.
type (
	listed struct {
		to     *Papers
		has    contents
		orders desk.Orders
		err    error
	}
	filed struct {
		to    *Papers
		id    string
		lines []kit.Line
		err   error
	}
	narrowed struct {
		to   *Papers
		name string
	}
)

func (p *Papers) read() tea.Cmd {
	if !p.reading.Ask(true) {
		return nil
	}
	return p.fetch()
}

func (p *Papers) fetch() tea.Cmd {
	c, of := p.c, p.of
	return p.reading.Begin(func(ctx context.Context) tea.Msg {
		has, err := of.list(ctx, c)
		if err != nil {
			return listed{to: p, err: err}
		}
		orders, err := c.Orders(ctx)
		return listed{p, has, orders, err}
	})
}

// Leaving implements nav.Leaver.
func (p *Papers) Leaving() tea.Cmd {
	p.reading.End()
	return nil
}

// open reads the file of what is selected; where nothing is, none stands there.
func (p *Papers) open(again bool) tea.Cmd {
	id, ok := p.table.Selected()
	if !ok {
		p.shown = ""
		p.pane.SetLines(nil)
	}
	if !ok || id == p.shown && !again {
		return nil
	}
	if p.has.file != nil {
		p.show(filed{p, id, p.has.file(id), nil})
		return nil
	}
	of, ok := p.of.(reader)
	if !ok {
		return nil
	}
	c := p.c
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		lines, err := of.file(ctx, c, id)
		return filed{p, id, lines, err}
	}
}

// show puts a file in the pane.
func (p *Papers) show(f filed) {
	if p.shown != f.id {
		p.pane.Top()
	}
	p.shown = f.id
	p.pane.SetLines(f.lines)
	if f.err != nil {
		p.pane.SetText(p.c.Speaker.Why(f.err, "app.failed"))
	}
}

// answered shows an answer, and asks again where that is wanted.
func (p *Papers) answered(l listed) tea.Cmd {
	show, again := p.reading.Answered()
	var cmd tea.Cmd
	if show {
		cmd = p.take(l)
	}
	if again {
		cmd = tea.Batch(cmd, p.fetch())
	}
	return cmd
}

func (p *Papers) take(l listed) tea.Cmd {
	if l.err != nil {
		p.said = p.c.Speaker.Why(l.err, "app.failed")
		return nil
	}
	p.said = ""
	p.table.Resume(l.orders.Of(p.of.name()))
	p.has = l.has
	p.table.SetRows(l.has.rows)
	p.table.SetBeyond(l.has.first != "")
	if p.want != "" && p.table.Select(p.want) {
		p.want = ""
	}
	return p.open(true)
}
