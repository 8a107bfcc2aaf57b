package linear

import (
	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

// staff lists who works here, and leads to what can be arranged for each.
func (s *session) staff() error {
	return s.stay(func() error {
		people, err := s.o.Colleagues(s.ctx)
		if err != nil {
			return s.failed(err)
		}
		l := listing{head: []string{s.sp.T("staff.title")}, help: "linear.help-staff", also: []also{{"new", func(string) error { return s.addColleague() }, false}}}
		for _, p := range people {
			l.items = append(l.items, item{s.colleague(p), func() error { return s.oneOfStaff(p.Login) }})
		}
		return s.pick(l)
	})
}

// colleague is a member of staff in a sentence.
func (s *session) colleague(p office.Colleague) string {
	sp := s.sp
	args := lang.Args{"Name": p.Name, "Login": p.Login, "Roles": roles(sp, p.Roles), "Keys": sp.N("staff.keys", len(p.Keys))}
	switch {
	case p.Disabled:
		args["Mark"] = sp.T("command.disabled")
	case p.StandIn != "":
		args["Mark"] = sp.T("staff.away", lang.Args{"Name": p.StandIn, "Until": sp.ShortDay(p.Until)})
	case p.DefaultOwner:
		args["Mark"] = sp.T("staff.default-owner")
	}
	return sp.T("linear.colleague", args)
}

// oneOfStaff tells of somebody and asks what is to be arranged.
func (s *session) oneOfStaff(login string) error {
	return s.stay(func() error {
		people, err := s.o.Colleagues(s.ctx)
		if err != nil {
			return s.failed(err)
		}
		for _, p := range people {
			if p.Login != login {
				continue
			}
			sp := s.sp
			return s.pick(listing{head: append([]string{s.colleague(p)}, s.keys(p)...), items: []item{
				{sp.T("staff.key-title", lang.Args{"Name": p.Name}), func() error { return s.addKey(p) }},
				{sp.T("staff.remove-key"), func() error { return s.removeKey(p) }},
				{sp.T("staff.deputy-title", lang.Args{"Name": p.Name}), func() error { return s.deputy(p, people) }},
				{sp.T("staff.leaving-title", lang.Args{"Name": p.Name}), func() error { return s.leaving(p, people) }},
			}})
		}
		return errBack
	})
}

// keys says with which keys somebody logs in, and when he last did.
func (s *session) keys(p office.Colleague) (lines []string) {
	sp := s.sp
	for _, k := range p.Keys {
		used := sp.T("staff.never-used")
		if !k.UsedAt.IsZero() {
			used = sp.T("staff.used", lang.Args{"At": sp.When(k.UsedAt, s.o.Now())})
		}
		lines = append(lines, sp.T("linear.key", lang.Args{"Name": s.keyName(k), "Fingerprint": k.Fingerprint, "Added": sp.T("staff.added", lang.Args{"At": sp.Day(k.AddedAt)}), "Used": used}))
	}
	if lines == nil {
		lines = []string{sp.T("staff.no-keys", lang.Args{"Name": p.Name})}
	}
	return lines
}

func (s *session) keyName(k office.KeyView) string {
	if k.Name == "" {
		return s.sp.T("staff.nameless-key")
	}
	return k.Name
}

// arrange asks fields and does something with them.
func (s *session) arrange(title string, grave bool, fields []wording.Field, do func(values map[string]string) error) error {
	f := newForm(title, fields)
	f.grave = grave
	f.record = func() error {
		if err := do(f.shown()); err != nil {
			return err
		}
		s.say(s.sp.T("action-screen.recorded", lang.Args{"Action": title}))
		return nil
	}
	return s.fill(f)
}

// staffRoles are those that somebody can have.
func staffRoles() []procedure.Role {
	return []procedure.Role{procedure.OfficeManager, procedure.ProjectLeader, procedure.Director}
}

func (s *session) addColleague() error {
	sp := s.sp
	fields := []wording.Field{{Name: "name", Title: sp.T("experts.name"), Kind: complaint.Text, Required: true},
		{Name: "login", Title: sp.T("staff.login"), Kind: complaint.Text, Required: true, Hint: sp.T("staff.login-hint")}}
	for _, r := range staffRoles() {
		fields = append(fields, wording.Field{Name: string(r), Title: sp.T("role." + string(r)), Kind: complaint.ChoiceKind, Value: "no",
			Choices: []wording.Choice{{Value: "yes", Label: sp.T("answer.yes")}, {Value: "no", Label: sp.T("answer.no")}}})
	}
	return s.arrange(sp.T("staff.add"), false, fields, func(v map[string]string) error {
		n := office.NewStaff{Login: v["login"], Name: v["name"]}
		for _, r := range staffRoles() {
			if v[string(r)] == "yes" {
				n.Roles = append(n.Roles, r)
			}
		}
		return s.o.AddStaff(s.ctx, s.v, n)
	})
}

func (s *session) addKey(p office.Colleague) error {
	sp := s.sp
	return s.arrange(sp.T("staff.key-title", lang.Args{"Name": p.Name}), false, []wording.Field{
		{Name: "key", Title: sp.T("staff.key"), Kind: complaint.Text, Required: true, Hint: sp.T("staff.key-hint")},
	}, func(v map[string]string) error {
		_, err := s.o.AddKey(s.ctx, s.v, p.Login, []byte(v["key"]))
		return err
	})
}

func (s *session) removeKey(p office.Colleague) error {
	sp := s.sp
	if len(p.Keys) == 0 {
		s.say(sp.T("staff.no-keys", lang.Args{"Name": p.Name}))
		return nil
	}
	field := wording.Field{Name: "fingerprint", Title: sp.T("staff.remove-key"), Kind: complaint.ChoiceKind, Required: true}
	for _, k := range p.Keys {
		field.Choices = append(field.Choices, wording.Choice{Value: k.Fingerprint, Label: sp.T("linear.key-choice", lang.Args{"Name": s.keyName(k), "Fingerprint": k.Fingerprint})})
	}
	return s.arrange(sp.T("staff.remove-key"), true, []wording.Field{field}, func(v map[string]string) error {
		return s.o.RemoveKey(s.ctx, s.v, p.Login, v["fingerprint"])
	})
}

// others are those who can be chosen instead of somebody.
func others(people []office.Colleague, than string) (out []wording.Choice) {
	for _, p := range people {
		if p.Login != than && !p.Disabled {
			out = append(out, wording.Choice{Value: p.Login, Label: p.Name})
		}
	}
	return out
}

func (s *session) deputy(p office.Colleague, people []office.Colleague) error {
	sp := s.sp
	return s.arrange(sp.T("staff.deputy-title", lang.Args{"Name": p.Name}), false, []wording.Field{
		{Name: "deputy", Title: sp.T("staff.deputy"), Kind: complaint.ChoiceKind, Required: true, Choices: others(people, p.Login)},
		{Name: "from", Title: sp.T("staff.from"), Kind: complaint.DayKind, Required: true},
		{Name: "until", Title: sp.T("staff.until"), Kind: complaint.DayKind, Required: true},
	}, func(v map[string]string) error {
		from, err := calendar.ParseDay(v["from"])
		if err != nil {
			return complaint.Faults{{Field: "from", Key: "day"}}
		}
		until, err := calendar.ParseDay(v["until"])
		if err != nil {
			return complaint.Faults{{Field: "until", Key: "day"}}
		}
		return s.o.SetDeputy(s.ctx, s.v, v["deputy"], p.Login, from, until)
	})
}

func (s *session) leaving(p office.Colleague, people []office.Colleague) error {
	sp := s.sp
	return s.arrange(sp.T("staff.leaving-title", lang.Args{"Name": p.Name}), true, []wording.Field{
		{Name: "hand_over", Title: sp.T("staff.hand-over"), Kind: complaint.ChoiceKind, Choices: others(people, p.Login), Hint: sp.T("staff.hand-over-hint")},
	}, func(v map[string]string) error {
		return s.o.Disable(s.ctx, s.v, p.Login, v["hand_over"], sp.T("command.handed-over"))
	})
}
