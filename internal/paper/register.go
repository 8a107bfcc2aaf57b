package paper

import (
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Listing is a part of the register to be printed, and what it was asked by.
type Listing struct {
	Query     office.Query
	OwnerName string // of the query's owner
	Page      office.Page
	Procedure *procedure.Procedure
	People    map[string]string // names by ID
}

// listed draws the register.
type listed struct {
	*page
	Listing
	table table
	now   time.Time
}

// Register is the register as a PDF, lying, with the columns of the screen.
func Register(x Print, l Listing, sp *lang.Speaker) ([]byte, error) {
	title := sp.T("register.title")
	p, err := newPage(about{title: title, by: x.name, made: x.Made, landscape: true}, sp)
	if err != nil {
		return nil, err
	}
	p.internal(x, title)
	d := listed{page: p, Listing: l, now: x.Made}
	p.next()
	d.top()
	d.rows()
	return p.done()
}

// top says which part of the register this is, and how many there are of each.
func (d *listed) top() {
	sp, q := d.sp, d.Query
	d.write(bold, 16, black, sp.T("paper-register.title", lang.Args{"Title": sp.T("register.title"), "View": sp.T("view." + string(q.View))}))
	d.Ln(1)
	var asked []string
	if q.Search != "" {
		asked = append(asked, sp.T("paper-register.search", lang.Args{"Text": q.Search}))
	}
	if q.Category != "" {
		title := q.Category
		if c, ok := d.Procedure.Category(q.Category); ok {
			title = c.Title.In(string(sp.Language()))
		}
		asked = append(asked, sp.T("register.side-category", lang.Args{"Title": title}))
	}
	if q.Owner != "" {
		asked = append(asked, sp.T("register.side-owner", lang.Args{"Name": d.OwnerName}))
	}
	for _, line := range asked {
		d.write(plain, 9.5, black, line)
	}
	count := "paper-register.complaints"
	if d.Page.More {
		count = "paper-register.first"
	}
	counts := sp.N(count, len(d.Page.Lines))
	for _, v := range office.Views() {
		if n := d.Page.Counts[v]; v != office.All && v != office.Mine {
			n, over := office.Counted(n)
			counts += "  ·  " + sp.T("paper-register.count", lang.Args{"View": sp.T("view." + string(v)), "N": n, "Over": over})
		}
	}
	d.write(plain, 9.5, grey, counts)
	d.write(plain, 9.5, grey, sp.T("paper-register.signs"))
	d.Ln(3)
}

// rows are the serious complaints first, then what waits to become one, and then
// the others, as on the screen.
func (d *listed) rows() {
	sp := d.sp
	d.table = table{page: d.page, size: 8.5, gap: 2.5, columns: []column{
		{width: 5}, {title: sp.T("register.number"), width: 20}, {title: sp.T("register.complainant"), width: 46, most: 3},
		{title: sp.T("paper-register.subject"), width: 60, most: 3}, {title: sp.T("register.step"), width: 28, most: 2},
		{title: sp.T("register.next"), width: 42, most: 3}, {title: sp.T("paper-register.owner"), width: 25, most: 2},
		{title: sp.T("paper-register.due"), width: 23}, {title: sp.T("register.time"), width: 20, right: true},
	}}
	d.table.titles()
	lines := d.Page.Lines
	for ; len(lines) > 0 && pressing(lines[0]); lines = lines[1:] {
		d.complaint(lines[0])
	}
	if d.Query.View == office.Todo {
		for _, x := range d.Page.Drafts {
			d.draft(x)
		}
		for _, x := range d.Page.Notices {
			d.notice(x)
		}
	}
	for _, l := range lines {
		d.complaint(l)
	}
	if len(d.Page.Lines)+len(d.Page.Drafts)+len(d.Page.Notices) == 0 {
		d.write(plain, 10, grey, sp.T("register.empty"))
	}
}

// pressing says whether a complaint is serious and not done.
func pressing(l office.Line) bool {
	return !l.About && l.Severity == complaint.SeriousCase && l.Phase != procedure.Completed && l.Phase != procedure.Destroyed
}

func (d *listed) complaint(l office.Line) {
	sp, language := d.sp, string(d.sp.Language())
	who, next := l.Complainant, ""
	switch {
	case l.About:
		who = sp.T("register.of-you")
	case !l.Whole:
		who = sp.T("register.of-another")
	}
	if o, ok := d.Procedure.Obligation(l.Next.ID); ok {
		next = o.Title.In(language)
	} else if l.Phase == procedure.Completed {
		next = sp.T("register.completed")
	} else if !l.About {
		next = sp.T("register.nothing-now")
	}
	name := quiet(who)
	if l.Whole {
		name = said(who)
	}
	sign := ""
	if pressing(l) {
		sign = "‼"
	} else if l.Overdue || !l.Next.SoonAt.IsZero() && !d.now.Before(l.Next.SoonAt) {
		sign = "!"
	}
	d.add(sign, l.Number, name, l.Subject, l.Step, next, d.People[l.Owner], l.Due)
}

// draft is an incident form that somebody has not finished: its clock runs.
func (d *listed) draft(x office.Draft) {
	received := x.SavedAt
	if t, err := time.Parse(time.RFC3339, x.Values["received_at"]); err == nil {
		received = t
	}
	name := said(x.Values["complainant_name"])
	if name.text == "" {
		name = quiet(d.sp.T("register.nameless"))
	}
	d.add("!", d.sp.T("register.draft"), name, x.Values["subject"], procedure.Listen, d.sp.T("register.finish-form"), "", received.Add(24*time.Hour))
}

// notice is what somebody heard and nobody recorded yet.
func (d *listed) notice(x office.NoticeRow) {
	d.add("!", x.ID, said(x.Sender), x.Subject, procedure.Listen, d.sp.T("register.record-notice"), "", x.ReceivedAt.Add(24*time.Hour))
}

func (d *listed) add(sign, number string, who cell, subject string, step procedure.StepID, next, owner string, due time.Time) {
	at, left := cell{}, cell{}
	if !due.IsZero() {
		at, left = said(d.sp.Day(due)), said(d.sp.ShortLeft(due, d.now))
		if d.now.After(due) {
			left = cell{left.text, bold, red}
		}
	}
	s, _ := d.Procedure.Step(step)
	title := d.sp.T("register.step-number", lang.Args{"N": s.Number, "Step": d.sp.T("step-short." + string(step))})
	d.table.add(cell{sign, bold, red}, cell{number, bold, black}, who, said(subject), said(title), said(next), said(owner), at, left)
	d.table.line()
}
