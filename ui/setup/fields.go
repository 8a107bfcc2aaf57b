package setup

import (
	"strings"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/kit"
)

// startDemo is the choice of the made-up organisation.
const startDemo = "demo"

func organisationFields(c Config) []kit.Field {
	sp := c.Speaker
	own := func(v map[string]string) bool { return v["start"] != startDemo }
	field := func(name string, required bool) kit.Field {
		return kit.Field{Name: name, Title: sp.T("field." + name), Hint: sp.T("setup.organisation-hint"), Required: required, Shown: own}
	}
	fields := []kit.Field{field("organisation_name", true), field("address", false), field("email", false), field("phone", false),
		{Name: "language", Title: sp.T("settings.language"), Kind: kit.ChoiceField, Value: string(sp.Language()), Shown: own,
			Choices: []kit.Choice{{Value: "nl", Label: sp.T("preferences.language-nl")}, {Value: "en", Label: sp.T("preferences.language-en")}}}}
	if !c.Demo {
		return fields
	}
	return append([]kit.Field{{Name: "start", Title: sp.T("setup.start"), Kind: kit.ChoiceField, Value: "own",
		Choices: []kit.Choice{{Value: "own", Label: sp.T("setup.start-own")}, {Value: startDemo, Label: sp.T("setup.start-demo")}}}}, fields...)
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

func staffFields(sp *lang.Speaker) []kit.Field {
	var fields []kit.Field
	for _, who := range people {
		name, login, first := "setup.manager-hint", "setup.manager-hint", who == people[0]
		if first {
			name, login = "setup.name-hint", "setup.login-hint"
		}
		fields = append(fields, kit.Field{Name: who, Title: sp.T("setup." + who + "-name"), Hint: sp.T(name), Required: first},
			kit.Field{Name: who + "-login", Title: sp.T("setup." + who + "-login"), Hint: sp.T(login), Required: first})
	}
	return fields
}

// waysFields ask how they work; who can own complaints was named before.
func waysFields(sp *lang.Speaker, v map[string]string) []kit.Field {
	var owners []kit.Choice
	for _, who := range []string{"leader", "director"} {
		if v[who] != "" {
			owners = append(owners, kit.Choice{Value: strings.TrimSpace(v[who+"-login"]), Label: v[who]})
		}
	}
	works := []kit.Choice{{Value: "open", Label: sp.T("settings.working-day")}, {Value: "closed", Label: sp.T("settings.closed")}}
	return []kit.Field{
		{Name: "default_owner", Title: sp.T("setup.owner"), Kind: kit.ChoiceField, Value: owners[0].Value, Choices: owners},
		{Name: "good-friday", Title: sp.T("settings.good-friday"), Kind: kit.ChoiceField, Value: "open", Choices: works},
		{Name: "liberation-day", Title: sp.T("settings.fifth-of-may"), Kind: kit.ChoiceField, Value: "open", Choices: works},
		{Name: "from", Title: sp.T("settings.closed-days"), Kind: kit.DayField, Hint: sp.T("setup.from-hint")},
		{Name: "until", Title: sp.T("settings.until"), Kind: kit.DayField, Hint: sp.T("settings.until-hint")},
		{Name: "called", Title: sp.T("settings.called"), Hint: sp.T("settings.called-hint")},
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

// checkStaff wants everybody named to be as he can be.
func checkStaff(v map[string]string) complaint.Faults { return office.CheckStaff(staffOf(v)) }

// founding makes the request of what was filled in on all screens.
func founding(v map[string]string) (office.Founding, complaint.Faults) {
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
