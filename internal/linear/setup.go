package linear

import (
	"errors"
	"slices"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

// setup asks, on an empty file, what the organisation is called and who works
// there.
func (s *session) setup() error {
	sp := s.sp
	field := func(name, title, hint string, required bool) wording.Field {
		return wording.Field{Name: name, Title: sp.T(title), Hint: sp.T(hint), Kind: complaint.Text, Required: required}
	}
	empty := "setup.manager-hint"
	f := newForm(sp.T("setup.title"), []wording.Field{
		field("organisation_name", "field.organisation_name", "setup.organisation-hint", true),
		field("address", "field.address", "setup.organisation-hint", false),
		field("email", "field.email", "setup.organisation-hint", false),
		field("phone", "field.phone", "setup.organisation-hint", false),
		field("director", "setup.director-name", "setup.name-hint", true),
		field("director-login", "linear.director-login", "setup.login-hint", true),
		field("manager", "setup.manager-name", empty, false),
		field("manager-login", "linear.manager-login", empty, false),
		field("leader", "setup.leader-name", empty, false),
		field("leader-login", "linear.leader-login", empty, false),
	})
	f.first = []string{sp.T("setup.intro")}
	var director string
	f.record = func() error {
		founding := foundingOf(f.shown(), string(sp.Language()))
		director = founding.Staff[0].Login
		err := s.o.Found(s.ctx, founding)
		var faults complaint.Faults
		if errors.As(err, &faults) {
			return placed(faults, f.shown())
		}
		return err
	}
	for director == "" || s.org.Seq == 0 {
		if err := s.fill(f); err != nil {
			return err
		}
		var err error
		if s.org, err = s.o.Organisation(s.ctx); err != nil {
			return err
		}
		if s.org.Seq == 0 {
			return errStop // went one level up: there is none
		}
	}
	var err error
	if s.v, err = s.o.Acting(s.ctx, director, ""); err != nil {
		return err
	}
	s.say(sp.T("linear.set-up"))
	return nil
}

// foundingOf makes the request; a role without a person of its own is the
// director's.
func foundingOf(v map[string]string, language string) office.Founding {
	f := office.Founding{Name: v["organisation_name"], Address: v["address"], Email: v["email"], Phone: v["phone"], Language: language}
	person := func(name string, roles ...procedure.Role) office.NewStaff {
		return office.NewStaff{Login: strings.TrimSpace(v[name+"-login"]), Name: v[name], Roles: roles}
	}
	f.Staff = []office.NewStaff{person("director", procedure.Director)}
	for _, x := range []struct {
		name string
		role procedure.Role
	}{{"manager", procedure.OfficeManager}, {"leader", procedure.ProjectLeader}} {
		if v[x.name] == "" && v[x.name+"-login"] == "" {
			f.Staff[0].Roles = append(f.Staff[0].Roles, x.role)
			continue
		}
		f.Staff = append(f.Staff, person(x.name, x.role))
	}
	return f
}

// placed puts each fault at the question it is about: that of the person with
// this login.
func placed(faults complaint.Faults, v map[string]string) complaint.Faults {
	out := slices.Clone(faults)
	for i, f := range out {
		for _, who := range []string{"director", "manager", "leader"} {
			if f.Field != "login" && f.Field != "name" || strings.TrimSpace(v[who+"-login"]) != f.Args["Value"] {
				continue
			}
			if out[i].Field = who; f.Field == "login" {
				out[i].Field = who + "-login"
			}
		}
	}
	return out
}
