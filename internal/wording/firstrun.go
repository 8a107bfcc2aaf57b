package wording

import (
	"strings"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// OrganisationFields ask on an empty file what the organisation is called.
func OrganisationFields(sp *lang.Speaker) []Field {
	field := func(name string, required bool) Field {
		return Field{Name: name, Title: sp.T("field." + name), Hint: sp.T("setup.organisation-hint"), Kind: complaint.Text, Required: required}
	}
	return []Field{field("organisation_name", true), field("address", false), field("email", false), field("phone", false),
		{Name: "language", Title: sp.T("settings.language"), Kind: complaint.ChoiceKind, Value: string(sp.Language()),
			Choices: []Choice{{"nl", sp.T("preferences.language-nl")}, {"en", sp.T("preferences.language-en")}}}}
}

// people are those who can be named, in the order of their fields.
var people = [...]string{"director", "manager", "leader"}

// roleOf is the role of somebody who is named.
func roleOf(who string) procedure.Role {
	switch who {
	case "manager":
		return procedure.OfficeManager
	case "leader":
		return procedure.ProjectLeader
	}
	return procedure.Director
}

// StaffFields ask who works there.
func StaffFields(sp *lang.Speaker) []Field {
	var fields []Field
	for _, who := range people {
		name, login, first := "setup.manager-hint", "setup.manager-hint", who == people[0]
		if first {
			name, login = "setup.name-hint", "setup.login-hint"
		}
		fields = append(fields, Field{Name: who, Title: sp.T("setup." + who + "-name"), Hint: sp.T(name), Kind: complaint.Text, Required: first},
			Field{Name: who + "-login", Title: sp.T("setup." + who + "-login"), Hint: sp.T(login), Kind: complaint.Text, Required: first})
	}
	return fields
}

// WaysFields ask how they work; v is who was named before, since that is who can
// own complaints.
func WaysFields(sp *lang.Speaker, v map[string]string) []Field {
	var owners []Choice
	for _, who := range []string{"leader", "director"} {
		if v[who] != "" {
			owners = append(owners, Choice{strings.TrimSpace(v[who+"-login"]), v[who]})
		}
	}
	works := []Choice{{"open", sp.T("settings.working-day")}, {"closed", sp.T("settings.closed")}}
	return []Field{
		{Name: "default_owner", Title: sp.T("setup.owner"), Kind: complaint.ChoiceKind, Value: owners[0].Value, Choices: owners},
		{Name: "good-friday", Title: sp.T("settings.good-friday"), Kind: complaint.ChoiceKind, Value: "open", Choices: works},
		{Name: "liberation-day", Title: sp.T("settings.fifth-of-may"), Kind: complaint.ChoiceKind, Value: "open", Choices: works},
		{Name: "from", Title: sp.T("settings.closed-days"), Kind: complaint.DayKind, Hint: sp.T("setup.from-hint")},
		{Name: "until", Title: sp.T("settings.until"), Kind: complaint.DayKind, Hint: sp.T("settings.until-hint")},
		{Name: "called", Title: sp.T("settings.called"), Kind: complaint.Text, Hint: sp.T("settings.called-hint")},
	}
}

// staffOf are those who were named; a role without a person of its own is the
// director's.
func staffOf(v map[string]string) []office.NewStaff {
	var staff []office.NewStaff
	for i, who := range people {
		name, login := v[who], strings.TrimSpace(v[who+"-login"])
		if i > 0 && name == "" && login == "" {
			staff[0].Roles = append(staff[0].Roles, roleOf(who))
			continue
		}
		staff = append(staff, office.NewStaff{Login: login, Name: name, Roles: []procedure.Role{roleOf(who)}})
	}
	return staff
}

// CheckStaff wants everybody named to be as he can be.
func CheckStaff(v map[string]string) complaint.Faults {
	return PlacedFaults(office.CheckStaff(staffOf(v)), v)
}

// PlacedFaults puts each fault at the field that it is about: that of the person
// with this login where it is about somebody.
func PlacedFaults(faults complaint.Faults, v map[string]string) complaint.Faults {
	var out complaint.Faults
	for _, f := range faults {
		about := f.Field
		for _, who := range people {
			if (f.Field == "name" || f.Field == "login" || f.Field == "role") && strings.TrimSpace(v[who+"-login"]) == f.Args["Value"] {
				if about = who; f.Field == "login" {
					about = who + "-login"
				}
			}
		}
		f.Field = about
		out = append(out, f)
	}
	return out
}

// Founding makes the request of all that was filled in.
func Founding(v map[string]string) (office.Founding, complaint.Faults) {
	f := office.Founding{Name: v["organisation_name"], Address: v["address"], Email: v["email"], Phone: v["phone"], Language: v["language"],
		Staff: staffOf(v), DefaultOwner: v["default_owner"]}
	f.Closing.GoodFriday, f.Closing.LiberationDay = v["good-friday"] == "closed", v["liberation-day"] == "closed"
	if v["from"] == "" {
		return f, nil
	}
	days := office.ClosingDays{Name: strings.TrimSpace(v["called"])}
	var err error
	if days.From, err = calendar.ParseDay(v["from"]); err != nil {
		return f, complaint.Faults{{Field: "from", Key: "day"}}
	}
	if days.Until = days.From; v["until"] != "" {
		if days.Until, err = calendar.ParseDay(v["until"]); err != nil {
			return f, complaint.Faults{{Field: "until", Key: "day"}}
		}
	}
	f.Closing.Days = []office.ClosingDays{days}
	return f, nil
}
