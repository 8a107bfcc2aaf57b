package linear

import (
	"errors"
	"slices"
	"strings"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

// setup asks, on an empty file, what the organisation is called, who works there
// and how it works.
func (s *session) setup() error {
	who, founded := s.whoForm(), false
	who.record = func() error {
		if faults := placed(office.CheckStaff(staffOf(who.shown())), who.shown()); faults != nil {
			return faults
		}
		return nil
	}
	if err := s.fill(who); err != nil {
		return err
	}
	staff := staffOf(who.shown())
	if faults := office.CheckStaff(staff); faults != nil {
		return errStop // went one level up: there is none
	}
	ways := s.waysForm(staff)
	ways.record = func() error {
		f, err := foundingOf(who.shown(), ways.shown())
		if err == nil {
			err = s.o.Found(s.ctx, f)
		}
		var faults complaint.Faults
		if errors.As(err, &faults) {
			return placed(faults, who.shown())
		}
		founded = err == nil
		return err
	}
	err := s.fill(ways)
	if err != nil || !founded {
		return errors.Join(err, errStop)
	}
	if s.org, err = s.o.Organisation(s.ctx); err != nil {
		return err
	}
	if s.v, err = s.o.Acting(s.ctx, staff[0].Login, ""); err != nil {
		return err
	}
	s.say(s.sp.T("linear.set-up"))
	return nil
}

// whoForm asks for the organisation and its staff.
func (s *session) whoForm() *form {
	sp := s.sp
	text := func(name, title, hint string, required bool) wording.Field {
		return wording.Field{Name: name, Title: sp.T(title), Hint: sp.T(hint), Kind: complaint.Text, Required: required}
	}
	var fields []wording.Field
	for _, name := range []string{"organisation_name", "address", "email", "phone"} {
		fields = append(fields, text(name, "field."+name, "setup.organisation-hint", name == "organisation_name"))
	}
	fields = append(fields, wording.Field{Name: "language", Title: sp.T("settings.language"), Kind: complaint.ChoiceKind, Required: true, Value: string(sp.Language()),
		Choices: []wording.Choice{{Value: "nl", Label: sp.T("preferences.language-nl")}, {Value: "en", Label: sp.T("preferences.language-en")}}})
	for i, who := range founders() {
		name, login := "setup.manager-hint", "setup.manager-hint"
		if i == 0 {
			name, login = "setup.name-hint", "setup.login-hint"
		}
		fields = append(fields, text(who.name, "setup."+who.name+"-name", name, i == 0), text(who.name+"-login", "setup."+who.name+"-login", login, i == 0))
	}
	return newForm(sp.T("setup.title"), fields)
}

// waysForm asks who owns new complaints and when the office is closed.
func (s *session) waysForm(staff []office.NewStaff) *form {
	sp := s.sp
	owner := wording.Field{Name: "default_owner", Title: sp.T("setup.owner"), Kind: complaint.ChoiceKind, Required: true}
	for _, m := range slices.Backward(staff) {
		if slices.Contains(m.Roles, procedure.ProjectLeader) || slices.Contains(m.Roles, procedure.Director) {
			owner.Choices = append(owner.Choices, wording.Choice{Value: m.Login, Label: m.Name})
		}
	}
	owner.Value = owner.Choices[0].Value
	works := []wording.Choice{{Value: "open", Label: sp.T("settings.working-day")}, {Value: "closed", Label: sp.T("settings.closed")}}
	return newForm(sp.T("setup.title"), []wording.Field{owner,
		{Name: "good-friday", Title: sp.T("settings.good-friday"), Kind: complaint.ChoiceKind, Required: true, Value: "open", Choices: works},
		{Name: "liberation-day", Title: sp.T("settings.fifth-of-may"), Kind: complaint.ChoiceKind, Required: true, Value: "open", Choices: works},
		{Name: "from", Title: sp.T("settings.closed-days"), Kind: complaint.DayKind, Hint: sp.T("setup.from-hint")},
		{Name: "until", Title: sp.T("settings.until"), Kind: complaint.DayKind, Hint: sp.T("settings.until-hint")},
		{Name: "called", Title: sp.T("settings.called"), Kind: complaint.Text, Hint: sp.T("settings.called-hint")},
	})
}

// founder is somebody who can be named at the start, by the name of his field.
type founder struct {
	name string
	role procedure.Role
}

func founders() []founder {
	return []founder{{"director", procedure.Director}, {"manager", procedure.OfficeManager}, {"leader", procedure.ProjectLeader}}
}

// staffOf are those who were named; a role without a person of its own is the
// director's.
func staffOf(v map[string]string) []office.NewStaff {
	var staff []office.NewStaff
	for i, who := range founders() {
		name, login := v[who.name], strings.TrimSpace(v[who.name+"-login"])
		if i > 0 && name == "" && login == "" {
			staff[0].Roles = append(staff[0].Roles, who.role)
			continue
		}
		staff = append(staff, office.NewStaff{Login: login, Name: name, Roles: []procedure.Role{who.role}})
	}
	return staff
}

// foundingOf makes the request.
func foundingOf(who, ways map[string]string) (office.Founding, error) {
	f := office.Founding{Name: who["organisation_name"], Address: who["address"], Email: who["email"], Phone: who["phone"], Language: who["language"],
		Staff: staffOf(who), DefaultOwner: ways["default_owner"]}
	f.Closing.GoodFriday, f.Closing.LiberationDay = ways["good-friday"] == "closed", ways["liberation-day"] == "closed"
	if ways["from"] == "" {
		return f, nil
	}
	days := office.ClosingDays{Name: strings.TrimSpace(ways["called"])}
	var err error
	if days.From, err = calendar.ParseDay(ways["from"]); err != nil {
		return f, complaint.Faults{{Field: "from", Key: "day"}}
	}
	if days.Until = days.From; ways["until"] != "" {
		if days.Until, err = calendar.ParseDay(ways["until"]); err != nil {
			return f, complaint.Faults{{Field: "until", Key: "day"}}
		}
	}
	f.Closing.Days = []office.ClosingDays{days}
	return f, nil
}

// placed puts each fault at the question it is about: that of the person with
// this login.
func placed(faults complaint.Faults, v map[string]string) complaint.Faults {
	out := slices.Clone(faults)
	for i, f := range out {
		for _, who := range founders() {
			if f.Field != "login" && f.Field != "name" && f.Field != "role" || strings.TrimSpace(v[who.name+"-login"]) != f.Args["Value"] {
				continue
			}
			if out[i].Field = who.name; f.Field == "login" {
				out[i].Field = who.name + "-login"
			}
		}
	}
	return out
}
