package keymap

import "slices"

// Place is where a key counts.
type Place string

// The places. What counts everywhere and in lists counts on the screens with a
// list too; in a form letters type, and what counts is little.
const (
	Everywhere Place = "everywhere"
	Lists      Place = "lists"
	Register   Place = "register"
	Dossier    Place = "dossier"
	Agenda     Place = "agenda"
	History    Place = "history"
	Staff      Place = "staff"
	Settings   Place = "settings"
	Form       Place = "form"
)

// Places are all of them, in the order in which people read about them.
func Places() []Place {
	return []Place{Everywhere, Lists, Register, Dossier, Agenda, History, Staff, Settings, Form}
}

// over says whether what counts at one place counts at the other too.
func over(p, q Place) bool {
	return p == q || p == Everywhere || q == Everywhere || p == Lists && q != Form || q == Lists && p != Form
}

// Action is something that has keys: its name in a file of keys, where it
// counts, and its usual keys, the one to show first on top. What it does is
// said by its words in the catalogue.
type Action struct {
	Name  string
	Place Place
	Keys  []string
}

// Words is what an action does, as a key of the catalogue.
func (a Action) Words() string { return "keymap." + a.Name }

// Actions are all actions that have a key.
func Actions() []Action {
	return slices.Concat(everywhere(), lists(), screens(), forms())
}

func everywhere() []Action {
	return []Action{
		{"help", Everywhere, []string{"?", "f1"}}, {"palette", Everywhere, []string{"ctrl+p", ":"}},
		{"back", Everywhere, []string{"esc"}}, {"quit", Everywhere, []string{"q"}}, {"leave", Everywhere, []string{"ctrl+c"}},
		{"show-copied", Everywhere, []string{"ctrl+t"}},
	}
}

func lists() []Action {
	return []Action{
		{"open", Lists, []string{"enter"}}, {"new", Lists, []string{"n"}}, {"actions", Lists, []string{"a"}}, {"search", Lists, []string{"/"}},
		{"copy", Lists, []string{"y"}}, {"print", Lists, []string{"P"}}, {"reload", Lists, []string{"r"}},
		{"up", Lists, []string{"up", "k"}}, {"down", Lists, []string{"down", "j"}}, {"left", Lists, []string{"left", "h"}}, {"right", Lists, []string{"right", "l"}},
		{"page-up", Lists, []string{"pgup"}}, {"page-down", Lists, []string{"pgdown"}}, {"first", Lists, []string{"g", "home"}}, {"last", Lists, []string{"G", "end"}},
		{"next-part", Lists, []string{"tab"}}, {"previous-part", Lists, []string{"shift+tab"}},
		{"sort", Lists, []string{">"}}, {"reverse", Lists, []string{"<"}}, {"scroll-down", Lists, []string{"ctrl+d"}}, {"scroll-up", Lists, []string{"ctrl+u"}},
	}
}

func screens() []Action {
	return []Action{
		{"agenda", Register, []string{"A"}}, {"letters", Register, []string{"b"}}, {"inbox", Register, []string{"p"}}, {"measures", Register, []string{"m"}},
		{"supervision", Register, []string{"t"}}, {"history", Register, []string{"v"}}, {"experts", Register, []string{"d"}},
		{"read", Dossier, []string{"o", "space"}}, {"copy-text", Dossier, []string{"ctrl+y"}}, {"as-known", Dossier, []string{"b"}}, {"compare", Dossier, []string{"v"}}, {"undo", Dossier, []string{"u"}},
		{"step-1", Dossier, []string{"1"}}, {"step-2", Dossier, []string{"2"}}, {"step-3", Dossier, []string{"3"}}, {"step-4", Dossier, []string{"4"}},
		{"step-5", Dossier, []string{"5"}}, {"step-6", Dossier, []string{"6"}}, {"step-7", Dossier, []string{"7"}},
		{"of-whom", Agenda, []string{"w"}},
		{"by-whom", History, []string{"w"}}, {"kind", History, []string{"s"}},
		{"add-key", Staff, []string{"s"}}, {"remove-key", Staff, []string{"i"}}, {"deputy", Staff, []string{"w"}}, {"rename", Staff, []string{"e"}}, {"leaves", Staff, []string{"x"}},
		{"change-number", Settings, []string{"w"}}, {"take-away", Settings, []string{"x"}}, {"merge", Settings, []string{"m"}}, {"use-again", Settings, []string{"t"}},
		{"check-file", Settings, []string{"c"}}, {"use-file", Settings, []string{"u"}},
	}
}

func forms() []Action {
	return []Action{
		{"record", Form, []string{"ctrl+s"}}, {"next-field", Form, []string{"tab"}}, {"previous-field", Form, []string{"shift+tab"}},
		{"earlier", Form, []string{"f2"}}, {"copy-field", Form, []string{"ctrl+y"}}, {"discard", Form, []string{"ctrl+x"}},
	}
}

// find finds an action by its name.
func find(name string) (Action, bool) {
	for _, a := range Actions() {
		if a.Name == name {
			return a, true
		}
	}
	return Action{}, false
}

// at are the actions that count at a place.
func at(p Place) []Action {
	return slices.DeleteFunc(Actions(), func(a Action) bool {
		return a.Place != p && a.Place != Everywhere && (a.Place != Lists || p == Form)
	})
}
