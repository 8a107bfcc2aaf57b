package linear

import (
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// views asks which part of the register it is to be.
func (s *session) views() error {
	return s.stay(func() error {
		page, err := s.o.List(s.ctx, s.v, office.Query{View: office.All, Limit: 1, Counts: true})
		if err != nil {
			return s.failed(err)
		}
		l := listing{head: []string{s.sp.T("register.title")}, also: []also{{"find", func(text string) error { return s.register(office.All, text) }, false}}}
		for _, v := range office.Views() {
			n, over := office.Counted(page.Counts[v])
			text := s.sp.T("linear.view", lang.Args{"View": s.sp.T("view." + string(v)), "N": n, "Over": over})
			l.items = append(l.items, item{text, func() error { return s.register(v, "") }})
		}
		return s.pick(l)
	})
}

// mostSaid is how many complaints are read to be said: nobody listens to more.
const mostSaid = 200

// register lists a part of the register, or what was sought in it.
func (s *session) register(view office.View, search string) error {
	return s.stay(func() error {
		page, err := s.o.List(s.ctx, s.v, office.Query{View: view, Search: search, Limit: mostSaid})
		if err != nil {
			return s.failed(err)
		}
		p, err := s.o.Procedure(s.ctx)
		if err != nil {
			return s.failed(err)
		}
		sp, now := s.sp, s.o.Now()
		l := listing{none: s.nothing(view, search), help: "linear.help-register", also: []also{
			{"find", func(text string) error { search = text; return nil }, false},
			{"new", func(string) error { return s.took("", procedure.NewComplaint, newDraft) }, false},
		}}
		for _, line := range ordered(page, view) {
			l.items = append(l.items, line(s, p, now))
		}
		l.head = []string{sp.T("linear.view", lang.Args{"View": sp.T("view." + string(view)), "N": len(l.items), "Over": page.More})}
		if search != "" {
			l.head = []string{sp.N("linear.found", len(l.items), lang.Args{"Text": search, "Over": page.More})}
		}
		if page.More {
			l.head = append(l.head, sp.T("linear.first", lang.Args{"N": len(l.items)}))
		}
		return s.pick(l)
	})
}

func (s *session) nothing(view office.View, search string) string {
	switch {
	case search != "":
		return s.sp.T("linear.nothing-found")
	case view == office.Todo:
		return s.sp.T("linear.nothing-to-do")
	case view == office.OverdueView:
		return s.sp.T("register.empty-overdue")
	}
	return s.sp.T("register.empty")
}

// ordered are the rows of the register: the serious first, then half-filled
// forms and notices, since their clock runs, and then the others.
func ordered(page office.Page, view office.View) []func(*session, *procedure.Procedure, time.Time) item {
	var out []func(*session, *procedure.Procedure, time.Time) item
	lines := page.Lines
	for len(lines) > 0 && pressing(lines[0]) {
		out = append(out, lineOf(lines[0]))
		lines = lines[1:]
	}
	if view == office.Todo {
		for _, d := range page.Drafts {
			out = append(out, draftLine(d))
		}
		for _, n := range page.Notices {
			out = append(out, noticeLine(n))
		}
	}
	for _, l := range lines {
		out = append(out, lineOf(l))
	}
	return out
}

// pressing says whether a complaint is serious and not done.
func pressing(l office.Line) bool {
	return l.Severity == complaint.SeriousCase && l.Phase != procedure.Completed && l.Phase != procedure.Destroyed
}

func draftLine(d office.Draft) func(*session, *procedure.Procedure, time.Time) item {
	return func(s *session, _ *procedure.Procedure, now time.Time) item {
		received := d.SavedAt
		if t, err := time.Parse(time.RFC3339, d.Values["received_at"]); err == nil {
			received = t
		}
		name := d.Values["complainant_name"]
		if name == "" {
			name = s.sp.T("register.nameless")
		}
		text := s.sp.T("linear.register-draft", lang.Args{"Name": name, "Left": s.sp.Left(received.Add(24*time.Hour), now)})
		return item{text, func() error { return s.took("", procedure.NewComplaint, d.ID) }}
	}
}

func noticeLine(n office.NoticeRow) func(*session, *procedure.Procedure, time.Time) item {
	return func(s *session, _ *procedure.Procedure, now time.Time) item {
		text := s.sp.T("linear.register-notice", lang.Args{"ID": n.ID, "Name": n.Sender, "Subject": n.Subject, "Left": s.sp.Left(n.ReceivedAt.Add(24*time.Hour), now)})
		return item{text, func() error { return s.open(n.ID) }}
	}
}

// lineOf is a complaint in a sentence.
func lineOf(l office.Line) func(*session, *procedure.Procedure, time.Time) item {
	return func(s *session, p *procedure.Procedure, now time.Time) item {
		return item{s.sentenceOf(l, p, now), func() error { return s.open(l.Number) }}
	}
}

func (s *session) sentenceOf(l office.Line, p *procedure.Procedure, now time.Time) string {
	sp := s.sp
	step, _ := p.Step(l.Step)
	args := lang.Args{"Number": l.Number, "Step": sp.T("linear.step", lang.Args{"N": step.Number, "Step": sp.T("step-short." + string(l.Step))})}
	switch {
	case l.About:
		return sp.T("linear.register-about-you", args)
	case !l.Whole:
		args["Who"] = sp.T("register.of-another")
	default:
		args["Who"], args["Subject"] = l.Complainant, l.Subject
	}
	o, todo := p.Obligation(l.Next.ID)
	switch {
	case todo:
		args["Next"] = o.Title.In(string(sp.Language()))
	case l.Phase == procedure.Completed:
		args["Next"] = sp.T("register.completed")
	default:
		args["Next"] = sp.T("register.nothing-now")
	}
	if !l.Due.IsZero() {
		args["Left"] = sp.Left(l.Due, now)
	}
	args["Marks"] = strings.Join(s.marks(l, now), ", ")
	return sp.T("linear.register-line", args)
}

// marks say in words how urgent a complaint is.
func (s *session) marks(l office.Line, now time.Time) (marks []string) {
	late := !l.Due.IsZero() && now.After(l.Due) || l.Overdue
	if late {
		marks = append(marks, s.sp.T("status.overdue"))
	}
	if l.Severity == complaint.SeriousCase {
		marks = append(marks, s.sp.T("severity.serious"))
	}
	if !late && !l.Next.SoonAt.IsZero() && !now.Before(l.Next.SoonAt) {
		marks = append(marks, s.sp.T("status.due-soon"))
	}
	return marks
}
