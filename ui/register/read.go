package register

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// answer is a page that was read.
type answer struct {
	to     *Register
	wanted wanted
	page   office.Page
	proc   *procedure.Procedure
	people map[string]string
	order  string
	now    time.Time
	err    error
}

// read asks for the page, one question at a time: who types on before the answer
// is there wants the last one only, and waits for no other.
func (r *Register) read() tea.Cmd {
	if r.reading.Ask(true) {
		return r.fetch()
	}
	if r.begun != r.wanted() {
		r.reading.End()
	}
	return nil
}

// wanted is what is to be seen of the register.
type wanted struct {
	view         office.View
	words, order string
}

func (r *Register) wanted() wanted {
	return wanted{r.view(), r.table.Words(), r.table.Order()}
}

func (r *Register) fetch() tea.Cmd {
	c, first, want := r.desk, !r.resumed, r.wanted()
	r.begun = want
	q := office.Query{View: want.view, Search: want.words, Limit: portion, Counts: true}
	if want == r.shown { // as much as is there, so that the cursor stays where it is
		q.Limit = max(portion, len(r.page.Lines))
	}
	return r.reading.Begin(func(ctx context.Context) tea.Msg {
		a := answer{to: r, wanted: want, order: want.order, now: c.Office.Now()}
		if first {
			a.order, a.err = leftSorted(ctx, c)
		}
		if q.Order = office.OrderOf(a.order); a.err == nil {
			a.page, a.err = c.Office.List(ctx, c.Viewer, q)
		}
		if a.err == nil {
			a.proc, a.err = c.Office.Procedure(ctx)
		}
		if a.err == nil {
			a.people, a.err = names(ctx, c)
		}
		return a
	})
}

// leftSorted is how the viewer left the list sorted the last time.
func leftSorted(ctx context.Context, c Config) (string, error) {
	orders, err := c.Orders(ctx)
	return orders.Of(listName), err
}

// names are those of all who work or worked here, by ID.
func names(ctx context.Context, c Config) (map[string]string, error) {
	org, err := c.Office.Organisation(ctx)
	if err != nil {
		return nil, err
	}
	people := map[string]string{}
	for _, m := range org.Staff {
		people[m.ID] = m.Name
	}
	return people, nil
}

// take shows an answer, and asks again where something was asked meanwhile. An
// answer to another question is dropped; one to the same question is shown even
// so: where others change something all the time, it is never the last.
func (r *Register) take(a answer) tea.Cmd {
	show, again := r.reading.Answered()
	if show && a.wanted == r.wanted() {
		r.show(a)
	}
	if again {
		return r.fetch()
	}
	return nil
}

func (r *Register) show(a answer) {
	r.loaded = true
	if a.err != nil {
		r.failed = r.desk.Speaker.Why(a.err, "register.failed")
		return
	}
	r.failed, r.resumed, r.page, r.proc, r.people, r.now = "", true, a.page, a.proc, a.people, a.now
	r.table.Resume(a.order)
	r.shown = r.wanted()
	r.setTabs()
	r.setRows()
	r.table.SetEmpty(r.empty())
}
