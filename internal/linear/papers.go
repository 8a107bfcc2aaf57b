package linear

import (
	"errors"
	"slices"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

// tell says what is told of a paper.
func (s *session) tell(lines []wording.Line) error {
	var out []string
	for _, l := range lines {
		if l.Text != "" {
			out = append(out, l.Text)
		}
	}
	return s.read(out...)
}

// agenda lists everything that is owed, what is too late first.
func (s *session) agenda() error {
	var who string
	return s.stay(func() error {
		lines, more, now, err := s.o.Agenda(s.ctx, s.v)
		if err != nil {
			return s.failed(err)
		}
		p, err := s.o.Procedure(s.ctx)
		if err != nil {
			return s.failed(err)
		}
		sp := s.sp
		l := listing{head: []string{sp.T("agenda.title")}, none: sp.T("agenda.empty"), help: "linear.help-agenda"}
		if more {
			l.head = append(l.head, sp.T("agenda.first", lang.Args{"Most": office.MostOfAKind}))
		}
		if who != "" {
			l.head = append(l.head, sp.T("linear.only-of", lang.Args{"Name": who}))
		}
		var names []string
		for _, x := range lines {
			name := x.Name
			if name == "" {
				name = sp.T("role." + string(x.Role))
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
			if who == "" || who == name {
				l.items = append(l.items, item{s.owed(x, name, p, now), func() error { return s.owing(x, p, now) }})
			}
		}
		l.also = []also{{"who", func(string) error { return s.person(names, &who) }, false}}
		return s.pick(l)
	})
}

// person asks of whom a list is to be.
func (s *session) person(names []string, who *string) error {
	l := listing{head: []string{s.sp.T("papers.who")}, items: []item{{s.sp.T("papers.everybody"), func() error { *who = ""; return nil }}}}
	for _, name := range names {
		l.items = append(l.items, item{lang.Plain(name), func() error { *who = name; return nil }})
	}
	return s.pick(l)
}

// owed is a line of the agenda in a sentence.
func (s *session) owed(x office.AgendaLine, name string, p *procedure.Procedure, now time.Time) string {
	sp := s.sp
	args := lang.Args{"Number": x.Number, "What": x.Subject, "Who": name, "When": sp.T("agenda.no-term")}
	if x.Measure != "" {
		args["Number"] = x.Measure
	} else if o, ok := p.Obligation(x.Duty.ID); ok {
		args["What"] = o.Title.In(string(sp.Language()))
	}
	if due := x.Duty.DueAt; !due.IsZero() {
		args["When"], args["Left"] = wording.Due(sp, due, now), sp.Left(due, now)
	}
	if x.Severity == complaint.SeriousCase {
		args["Mark"] = sp.T("severity.serious")
	}
	return sp.T("linear.agenda-line", args)
}

// owing tells of one line of the agenda, and opens what it is about.
func (s *session) owing(x office.AgendaLine, p *procedure.Procedure, now time.Time) error {
	if err := s.tell(wording.Owed(s.sp, x, p, now)); err != nil {
		return err
	}
	subject := x.Number
	if x.Measure != "" {
		subject = x.Measure
	}
	return s.pick(listing{enter: 1, items: []item{{s.sp.T("linear.open", lang.Args{"Subject": subject}), func() error { return s.open(subject) }}}})
}

// letters lists those that have to go out; one that is chosen is read word for
// word, and then brought further.
func (s *session) letters() error {
	return s.stay(func() error {
		all, now, err := s.o.LettersWaiting(s.ctx, s.v)
		if err != nil {
			return s.failed(err)
		}
		sp := s.sp
		l := listing{head: []string{sp.T("letters.title")}, none: sp.T("letters.empty")}
		for _, w := range all {
			args := lang.Args{"Number": w.Number, "Kind": sp.T("letter." + string(w.Kind)), "To": w.To, "State": wording.LetterState(sp, w)}
			if w.To == "" {
				args["To"] = sp.T("letters.management")
			}
			if !w.Due.IsZero() {
				args["Left"] = sp.Left(w.Due, now)
			}
			l.items = append(l.items, item{sp.T("linear.letter-waits", args), func() error { return s.letter(w) }})
		}
		return s.pick(l)
	})
}

func (s *session) letter(w office.WaitingLetter) error {
	if err := s.tell(wording.Letter(s.sp, w)); err != nil {
		return err
	}
	l := listing{enter: 1}
	if w.Refusal == nil {
		l.items = append(l.items, item{s.sp.T("action." + string(w.Action)), func() error { return s.took(w.Number, w.Action, "") }})
	}
	l.items = append(l.items, item{s.sp.T("linear.open", lang.Args{"Subject": w.Number}), func() error { return s.open(w.Number) }})
	return s.pick(l)
}

// inbox lists the notices: those that wait first.
func (s *session) inbox() error {
	return s.stay(func() error {
		notices, err := s.o.Notices(s.ctx, s.v)
		if err != nil {
			return s.failed(err)
		}
		sp, now := s.sp, s.o.Now()
		l := listing{head: []string{sp.T("inbox.title")}, none: sp.T("linear.inbox-empty"), help: "linear.help-inbox",
			also: []also{{"new", func(string) error { return s.took(office.Itself, office.FilesNotice, "") }, false}}}
		for _, n := range notices {
			state := sp.T("notice-state." + string(n.State))
			switch n.State {
			case complaint.NoticeOpen:
				state = sp.T("linear.waits-since", lang.Args{"Ago": sp.Ago(n.ReceivedAt, now)})
			case complaint.NoticeAccepted:
				state = sp.T("inbox.became", lang.Args{"Number": n.Complaint})
			}
			l.items = append(l.items, item{sp.T("linear.notice", lang.Args{"ID": n.ID, "Name": n.Sender, "Subject": n.Subject, "State": state}), func() error { return s.open(n.ID) }})
		}
		return s.pick(l)
	})
}

// paper tells of a subject and leads to what can be done with it.
func (s *session) paper(subject string, told func() ([]wording.Line, error), more ...item) error {
	return s.stay(func() error {
		lines, err := told()
		if err != nil {
			return s.failed(err)
		}
		s.say(subject)
		if err := s.tell(lines); err != nil {
			return err
		}
		l := listing{enter: 1, items: append([]item{{s.sp.T("linear.actions"), func() error { return s.actions(subject) }}}, more...)}
		return s.pick(l)
	})
}

func (s *session) notice(id string) error {
	return s.paper(id, func() ([]wording.Line, error) {
		n, err := s.o.Notice(s.ctx, s.v, id)
		if err != nil {
			return nil, err
		}
		return wording.Notice(s.sp, n, s.o.Now()), nil
	})
}

// expert tells of an expert; his file is the director's (S40).
func (s *session) expert(id string) error {
	return s.paper(id, func() ([]wording.Line, error) {
		f, err := s.o.Expert(s.ctx, s.v, id)
		if err != nil {
			return nil, err
		}
		return wording.Expert(s.sp, f), nil
	})
}

// experts lists the experts.
func (s *session) experts() error {
	return s.stay(func() error {
		all, err := s.o.Experts(s.ctx, s.v)
		if err != nil {
			return s.failed(err)
		}
		sp, now := s.sp, s.o.Now()
		l := listing{head: []string{sp.T("experts.title")}, none: sp.T("linear.experts-empty"), help: "linear.help-experts",
			also: []also{{"new", func(string) error { return s.took(office.Itself, office.AddsExpert, "") }, false}}}
		for _, e := range all {
			args := lang.Args{"ID": e.ID, "Name": e.Name}
			for _, x := range e.Exclusions {
				if e.Excludes(x.Client, s.o.Day(now)) {
					args["Mark"] = sp.T("linear.excluded-at", lang.Args{"Client": x.Client})
				}
			}
			f, err := s.o.Expert(s.ctx, s.v, e.ID)
			if err == nil && slices.ContainsFunc(f.Duties, func(d office.DutyView) bool { return d.IsOpen(now) }) {
				args["Mark"] = sp.T("experts.wanting")
			}
			l.items = append(l.items, item{sp.T("linear.expert", args), func() error {
				if errors.Is(err, office.ErrNotFound) {
					s.say(sp.T("experts.ask-director"))
					return nil
				}
				return s.open(e.ID)
			}})
		}
		return s.pick(l)
	})
}

// measures lists the improvements: what is not done first.
func (s *session) measures() error {
	return s.stay(func() error {
		all, err := s.o.Measures(s.ctx, s.v)
		if err != nil {
			return s.failed(err)
		}
		sp := s.sp
		l := listing{head: []string{sp.T("measures.title")}, none: sp.T("measures.empty")}
		for _, m := range all {
			text := sp.T("linear.measure-of", lang.Args{"ID": m.ID, "What": m.What, "Owner": m.OwnerName, "State": wording.MeasureState(sp, m, s.o.Now())})
			l.items = append(l.items, item{text, func() error { return s.open(m.ID) }})
		}
		return s.pick(l)
	})
}

// measure tells of an improvement; its complaint is opened from here.
func (s *session) measure(id string) error {
	m, err := s.o.Measure(s.ctx, s.v, id)
	if err != nil {
		return s.failed(err)
	}
	return s.paper(id, func() ([]wording.Line, error) {
		m, err := s.o.Measure(s.ctx, s.v, id)
		if err != nil {
			return nil, err
		}
		return wording.Measure(s.sp, m), nil
	}, item{s.sp.T("linear.open", lang.Args{"Subject": m.Complaint}), func() error { return s.open(m.Complaint) }})
}
