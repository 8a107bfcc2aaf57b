package staff

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// keyChosen is the key that is to be taken away.
type keyChosen struct{ login, fingerprint string }

// roles are those that somebody can have, as fields of the form.
var roles = []procedure.Role{procedure.OfficeManager, procedure.ProjectLeader, procedure.Director}

// askColleague adds somebody.
func (s *Screen) askColleague() {
	sp, c := s.c.Speaker, s.c
	fields := []kit.Field{{Name: "name", Title: sp.T("experts.name"), Required: true},
		{Name: "login", Title: sp.T("staff.login"), Required: true, Hint: sp.T("staff.login-hint")}}
	for _, r := range roles {
		fields = append(fields, kit.Field{Name: string(r), Title: sp.T("role." + string(r)), Kind: kit.ChoiceField, Value: "no",
			Choices: []kit.Choice{{Value: "yes", Label: sp.T("answer.yes")}, {Value: "no", Label: sp.T("answer.no")}}})
	}
	s.ask(sp.T("staff.add"), fields, func(ctx context.Context, v map[string]string) error {
		n := office.NewStaff{Login: v["login"], Name: v["name"]}
		for _, r := range roles {
			if v[string(r)] == "yes" {
				n.Roles = append(n.Roles, r)
			}
		}
		return c.Office.AddStaff(ctx, c.Viewer, n)
	})
}

// askChange gives somebody another name or other roles.
func (s *Screen) askChange(login string) {
	sp, c := s.c.Speaker, s.c
	var is office.Colleague
	for _, p := range s.people {
		if p.Login == login {
			is = p
		}
	}
	fields := []kit.Field{{Name: "name", Title: sp.T("experts.name"), Required: true, Value: is.Name}}
	for _, r := range roles {
		f := kit.Field{Name: string(r), Title: sp.T("role." + string(r)), Kind: kit.ChoiceField, Value: "no",
			Choices: []kit.Choice{{Value: "yes", Label: sp.T("answer.yes")}, {Value: "no", Label: sp.T("answer.no")}}}
		if is.Has(r) {
			f.Value = "yes"
		}
		fields = append(fields, f)
	}
	s.ask(sp.T("staff.change-title", lang.Args{"Name": is.Name}), fields, func(ctx context.Context, v map[string]string) error {
		n := office.NewStaff{Login: login, Name: v["name"]}
		for _, r := range roles {
			if v[string(r)] == "yes" {
				n.Roles = append(n.Roles, r)
			}
		}
		return c.Office.ChangeStaff(ctx, c.Viewer, n)
	})
}

// askKey adds a public key for SSH.
func (s *Screen) askKey(login string) {
	sp, c := s.c.Speaker, s.c
	s.ask(sp.T("staff.key-title", lang.Args{"Name": s.name(login)}), []kit.Field{
		{Name: "key", Title: sp.T("staff.key"), Kind: kit.LongField, Required: true, Hint: sp.T("staff.key-hint")},
	}, func(ctx context.Context, v map[string]string) error {
		_, err := c.Office.AddKey(ctx, c.Viewer, login, []byte(v["key"]))
		return err
	})
}

// askWhichKey takes one of somebody's keys away.
func (s *Screen) askWhichKey(login string) tea.Cmd {
	sp := s.c.Speaker
	var choices []nav.Choice
	for _, k := range s.keys(login) {
		choices = append(choices, nav.Choice{ID: k.Fingerprint, Label: s.keyName(k), Detail: k.Fingerprint})
	}
	if choices == nil {
		return nav.To(nav.Say{Text: sp.T("staff.no-keys", lang.Args{"Name": s.name(login)})})
	}
	return nav.To(nav.Pick{Title: sp.T("staff.remove-key"), Choices: choices, To: func(id string) tea.Msg { return keyChosen{login, id} }})
}

// about tells with which keys somebody logs in, and when he last did.
func (s *Screen) about(login string) tea.Cmd {
	sp := s.c.Speaker
	lines := []string{sp.T("staff.no-keys", lang.Args{"Name": s.name(login)})}
	for i, k := range s.keys(login) {
		if i == 0 {
			lines = nil
		}
		used := sp.T("staff.never-used")
		if !k.UsedAt.IsZero() {
			used = sp.T("staff.used", lang.Args{"At": sp.When(k.UsedAt, s.c.Office.Now())})
		}
		lines = append(lines, s.keyName(k), k.Fingerprint, sp.T("staff.added", lang.Args{"At": sp.Day(k.AddedAt)}), used, "")
	}
	return nav.To(nav.Read{Title: s.name(login), Text: strings.Join(lines, "\n")})
}

func (s *Screen) keyName(k office.KeyView) string {
	if k.Name == "" {
		return s.c.Speaker.T("staff.nameless-key")
	}
	return k.Name
}

func (s *Screen) keys(login string) []office.KeyView {
	for _, p := range s.people {
		if p.Login == login {
			return p.Keys
		}
	}
	return nil
}
