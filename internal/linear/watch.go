package linear

import (
	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// supervision answers the three questions of who watches over the handling
// (S13): what goes wrong now, for whom it waits, and what was late, and why.
func (s *session) supervision() error {
	var month calendar.Day
	return s.stay(func() error {
		got, err := s.o.Supervise(s.ctx, s.v, month)
		if err != nil {
			return s.failed(err)
		}
		month = got.Month
		p, err := s.o.Procedure(s.ctx)
		if err != nil {
			return s.failed(err)
		}
		sp := s.sp
		title := func(d office.OpenDuty) string {
			o, _ := p.Obligation(d.Duty.ID)
			return o.Title.In(string(sp.Language()))
		}
		s.say(sp.T("supervision.title"))
		s.waits(got)
		s.say(sp.T("supervision.late", lang.Args{"Month": sp.Month(month.Year, month.Month)}))
		for _, d := range got.Late {
			why := d.Why
			if why == "" {
				why = sp.T("supervision.no-reason")
			}
			s.say(sp.T("linear.was-late", lang.Args{"Number": d.Number, "Title": title(d.OpenDuty), "By": sp.Left(d.Duty.DueAt, d.Duty.DueAt.Add(d.By)), "Why": why}))
		}
		if len(got.Late) == 0 {
			s.say(sp.T("supervision.nothing-late"))
		}
		l := listing{head: []string{sp.T("supervision.wrong")}, none: sp.T("supervision.all-well"), also: []also{
			{"earlier-month", func(string) error { month = month.AddDays(-1); return nil }, false},
			{"later-month", func(string) error { month = month.AddDays(32); return nil }, false},
		}}
		if got.More {
			l.head = append(l.head, sp.T("agenda.first", lang.Args{"Most": office.MostOfAKind}))
		}
		for _, d := range got.Open {
			args := lang.Args{"Number": d.Number, "Title": title(d), "Name": d.Complainant}
			if !d.Duty.DueAt.IsZero() {
				args["Left"] = sp.Left(d.Duty.DueAt, got.Now)
			}
			if d.Severity == complaint.SeriousCase {
				args["Mark"] = sp.T("severity.serious")
			}
			l.items = append(l.items, item{sp.T("linear.goes-wrong", args), func() error { return s.open(d.Number) }})
		}
		return s.pick(l)
	})
}

// waits says for whom it waits.
func (s *session) waits(got office.Overview) {
	sp := s.sp
	s.say(sp.T("supervision.waits"))
	for _, w := range got.Waits {
		name := w.Name
		if name == "" {
			name = sp.T("role." + string(w.Role))
		}
		said := sp.N("supervision.open", w.Open, lang.Args{"Name": name})
		if w.Overdue > 0 {
			said = sp.N("supervision.overdue", w.Overdue, lang.Args{"Name": name, "Open": w.Open})
		}
		s.say(sp.T("linear.waits", lang.Args{"Said": said, "Oldest": sp.T("supervision.oldest", lang.Args{"At": sp.ShortDay(w.Oldest)})}))
	}
	if len(got.Waits) == 0 {
		s.say(sp.T("supervision.nobody"))
	}
}

// history lists what happened over all dossiers: in a month, by somebody, of a
// kind.
func (s *session) history() error {
	var month calendar.Day
	var by, kind string
	return s.stay(func() error {
		got, err := s.o.Happened(s.ctx, s.v, month, by, kind)
		if err != nil {
			return s.failed(err)
		}
		month = got.Month
		sp := s.sp
		who, what := sp.T("happened.everybody"), sp.T("happened.everything")
		for _, p := range got.Staff {
			if p.Login == by {
				who = p.Name
			}
		}
		if kind != "" {
			what = sp.T("event." + kind)
		}
		l := listing{none: sp.T("happened.nothing"), help: "linear.help-history", also: []also{
			{"earlier-month", func(string) error { month = month.AddDays(-1); return nil }, false},
			{"later-month", func(string) error { month = month.AddDays(32); return nil }, false},
			{"who", func(string) error { return s.whoseDoing(got, &by) }, false},
			{"kind", func(string) error { return s.whatKind(got, &kind) }, false},
		}}
		l.head = []string{sp.T("happened.title"), sp.T("linear.happened-head", lang.Args{"Month": sp.Month(month.Year, month.Month), "Who": who, "What": what})}
		for _, h := range got.Facts {
			l.items = append(l.items, s.happening(h, got))
		}
		return s.pick(l)
	})
}

func (s *session) happening(h office.Happening, got office.Past) item {
	sp := s.sp
	who, where := h.Actor.Name, h.Stream
	if who == "" {
		who = sp.T("role.program")
	}
	if where == office.Itself {
		where = sp.T("happened.office")
	}
	text := sp.T("linear.happening", lang.Args{"At": sp.When(h.At, got.Now), "Who": who, "What": sp.T("event." + h.Name), "Where": where, "Subject": h.Subject})
	return item{text, func() error {
		if h.Stream == office.Itself {
			return nil
		}
		return s.open(h.Stream)
	}}
}

func (s *session) whoseDoing(got office.Past, by *string) error {
	l := listing{head: []string{s.sp.T("happened.who")}, items: []item{{s.sp.T("happened.everybody"), func() error { *by = ""; return nil }}}}
	for _, p := range got.Staff {
		l.items = append(l.items, item{lang.Plain(p.Name), func() error { *by = p.Login; return nil }})
	}
	return s.pick(l)
}

func (s *session) whatKind(got office.Past, kind *string) error {
	l := listing{head: []string{s.sp.T("happened.kind")}, items: []item{{s.sp.T("happened.everything"), func() error { *kind = ""; return nil }}}}
	names := got.Kinds
	if got.Opened {
		names = append([]string{office.OpenedName}, names...)
	}
	for _, name := range names {
		l.items = append(l.items, item{s.sp.T("event." + name), func() error { *kind = name; return nil }})
	}
	return s.pick(l)
}
