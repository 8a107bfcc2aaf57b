package register

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/office"
)

// portion is how many lines are read at once: more than a screen, so that who
// moves on does not wait.
const portion = 200

// more is what comes behind the last line that was there.
type more struct {
	to     *Register
	wanted wanted
	after  string // its number
	page   office.Page
	err    error
}

// reach asks for what comes behind where the cursor is near the end of the lines
// that were read.
func (r *Register) reach() tea.Cmd {
	if !r.page.More || r.further || r.reading.Under() || !r.table.NearEnd() || r.shown != r.wanted() {
		return nil
	}
	r.further = true
	c, want, last := r.desk, r.shown, r.page.Lines[len(r.page.Lines)-1]
	q := office.Query{View: want.view, Search: want.words, Order: office.OrderOf(want.order), Limit: portion, After: &last, Offset: len(r.page.Lines)}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		page, err := c.Office.List(ctx, c.Viewer, q)
		return more{r, want, last.Number, page, err}
	}
}

// takeMore puts lines behind those that are there. What does not follow them any
// more, since another list or another end was read meanwhile, is dropped, and so
// is what moved and is there already.
func (r *Register) takeMore(m more) tea.Cmd {
	r.further = false
	if n := len(r.page.Lines); m.wanted != r.wanted() || n == 0 || r.page.Lines[n-1].Number != m.after {
		return r.reach()
	}
	if m.err != nil {
		r.failed = r.desk.Speaker.Why(m.err, "register.failed")
		return nil
	}
	for _, l := range m.page.Lines {
		if _, there := r.at[l.Number]; !there {
			r.page.Lines = append(r.page.Lines, l)
		}
	}
	r.page.More = m.page.More
	r.setRows()
	return r.reach()
}

// setRows shows the lines that were read.
func (r *Register) setRows() {
	r.at = make(map[string]int, len(r.page.Lines))
	for i, l := range r.page.Lines {
		r.at[l.Number] = i
	}
	r.table.SetRows(r.rows())
	r.table.SetBeyond(r.page.More)
}
