package linear

import (
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// greet says where the person is, who he is, and how everything is answered.
func (s *session) greet() {
	sp := s.sp
	s.say(sp.T("linear.greet", lang.Args{"Organisation": s.org.Name, "Name": s.v.Name, "Roles": roles(sp, s.v.Roles)}))
	s.say(sp.T("linear.everywhere"))
	if p, err := s.o.Preferences(s.ctx, s.v); err == nil && s.c.Chosen && p[office.Way] != office.ByLines {
		s.say(sp.T("linear.keep-this-way"))
	}
}

func roles(sp *lang.Speaker, held []procedure.Role) string {
	names := make([]string, len(held))
	for i, r := range held {
		names[i] = string(r)
	}
	return sp.AllRoles(names)
}

// askWho asks who somebody is, where the machine does not tell.
func (s *session) askWho() error {
	l := listing{head: []string{s.sp.T("app.choose-who")}}
	for _, m := range s.org.Active() {
		l.items = append(l.items, item{s.sp.T("linear.person", lang.Args{"Name": m.Name, "Roles": roles(s.sp, m.Roles)}), func() error { return s.enter(m) }})
	}
	for s.v.ID == "" {
		if err := s.pick(l); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) enter(m organisation.Member) (err error) {
	s.v, err = s.o.Acting(s.ctx, m.Login, "")
	return err
}

// main is where everything begins.
func (s *session) main() error {
	page, err := s.o.List(s.ctx, s.v, office.Query{View: office.Todo, Limit: 1, Counts: true})
	if err != nil {
		return err
	}
	sp := s.sp
	l := listing{head: []string{sp.T("linear.main")}, enter: 1, whole: true, top: true, help: "linear.help-main", also: []also{
		{"always", func(string) error { return s.prefer(office.ByLines) }, true},
		{"screen", func(string) error { return s.prefer(office.ByScreen) }, true},
	}}
	add := func(text string, do func() error) { l.items = append(l.items, item{text, do}) }
	n, over := office.Counted(page.Counts[office.Todo])
	add(sp.T("linear.main-todo", lang.Args{"N": n, "Over": over}), func() error { return s.register(office.Todo, "") })
	add(sp.T("intake.title"), func() error { return s.took("", procedure.NewComplaint, newDraft) })
	add(sp.T("linear.main-views"), s.views)
	add(sp.T("agenda.title"), s.agenda)
	add(sp.T("letters.title"), s.letters)
	add(sp.T("inbox.title"), s.inbox)
	add(sp.T("measures.title"), s.measures)
	add(sp.T("supervision.title"), s.supervision)
	add(sp.T("happened.title"), s.history)
	add(sp.T("experts.title"), s.experts)
	add(sp.T("staff.title"), s.staff)
	add(sp.T("preferences.title"), s.preferences)
	add(sp.T("settings.title"), func() error { s.say(sp.T("linear.settings-how")); return nil })
	add(sp.T("linear.main-sentences"), s.sentences)
	add(sp.T("linear.main-print"), func() error { s.say(sp.T("linear.print-how")); return nil })
	drafts, err := s.o.Drafts(s.ctx, s.v)
	if err != nil {
		return err
	}
	if len(drafts) > 0 {
		add(sp.N("linear.main-drafts", len(drafts)), s.drafts)
	}
	return s.pick(l)
}

// newDraft asks for a new incident form and not for one that was left.
const newDraft = ""

// drafts lists what is half filled in.
func (s *session) drafts() error {
	return s.stay(func() error {
		drafts, err := s.o.Drafts(s.ctx, s.v)
		if err != nil {
			return s.failed(err)
		}
		if len(drafts) == 0 {
			return errBack // the last one was finished
		}
		sp, now := s.sp, s.o.Now()
		l := listing{head: []string{sp.N("linear.main-drafts", len(drafts))}}
		for _, d := range drafts {
			key := "linear.draft-of"
			if d.Subject == "" || d.Subject == office.Itself {
				key = "linear.draft-new"
			}
			text := sp.T(key, lang.Args{"Subject": d.Subject, "Title": sp.T("action." + string(d.Action)), "Name": d.Values["complainant_name"], "Ago": sp.Ago(d.SavedAt, now)})
			l.items = append(l.items, item{text, func() error { return s.took(d.Subject, d.Action, d.ID) }})
		}
		return s.pick(l)
	})
}

// sentences reads the procedure, sentence by sentence.
func (s *session) sentences() error {
	p, err := s.o.Procedure(s.ctx)
	if err != nil {
		return s.failed(err)
	}
	return s.stay(func() error {
		l := listing{head: []string{s.sp.T("linear.main-sentences")}}
		for _, x := range p.Sentences {
			text := s.sp.T("agenda.sentence", lang.Args{"ID": x.ID, "Section": x.Section, "Text": x.Text})
			l.items = append(l.items, item{text, func() error { return s.rests(p, x) }})
		}
		return s.pick(l)
	})
}

// rests says a sentence with what is owed by it.
func (s *session) rests(p *procedure.Procedure, x procedure.Sentence) error {
	s.say(s.sp.T("agenda.sentence", lang.Args{"ID": x.ID, "Section": x.Section, "Text": x.Text}))
	for _, o := range p.Obligations {
		for _, id := range o.Sentences {
			if id == x.ID {
				s.say(s.sp.T("linear.owed-by-it", lang.Args{"Title": o.Title.In(string(s.sp.Language())), "Explain": o.Explain.In(string(s.sp.Language()))}))
			}
		}
	}
	return nil
}

// open shows a subject.
func (s *session) open(subject string) error {
	switch {
	case subject == office.Itself:
		return up(s.staff())
	case office.IsMeasure(subject):
		return up(s.measure(subject))
	case office.IsNotice(subject):
		return up(s.notice(subject))
	case office.IsExpert(subject):
		return up(s.expert(subject))
	}
	return up(s.dossier(subject))
}
