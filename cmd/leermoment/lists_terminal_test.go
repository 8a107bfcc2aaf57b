package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"leermoment/internal/lang"
	"leermoment/ui/uitest"
)

// aList is a list with the way to it from the register, and its columns as they
// are called in the catalogue.
type aList struct {
	name    string
	way     []string
	columns []string
}

func everyList() []aList {
	opened := []string{"right", "right", "enter"}
	part := func(tabs int) (way []string) {
		way = append(way, opened...)
		for range tabs {
			way = append(way, "tab")
		}
		return append(way, "g")
	}
	settings := func(tabs int) []string {
		return append([]string{"ctrl+p", " instellingen", "enter"}, slices.Repeat([]string{"tab"}, tabs)...)
	}
	return []aList{
		{"register", nil, []string{"register.number", "register.complainant", "register.step", "register.next", "register.time"}},
		{"agenda", []string{"A"}, []string{"agenda.when", "register.number", "agenda.what", "agenda.who", "agenda.time"}},
		{"letters", []string{"b"}, []string{"register.number", "letters.kind", "letters.to", "letters.state", "agenda.time"}},
		{"measures", []string{"m"}, []string{"register.number", "measures.what", "measures.owner", "measures.state"}},
		{"experts", []string{"d"}, []string{"register.number", "experts.name", "experts.excluded"}},
		{"supervision", []string{"t"}, []string{"register.number", "supervision.wrong", "register.complainant", "register.time"}},
		{"history", []string{"v"}, []string{"happened.when", "happened.who", "happened.what", "register.number", "inbox.subject"}},
		{"staff", []string{"ctrl+p", " medewerkers", "enter"}, []string{"staff.login", "experts.name", "staff.roles", "staff.remark"}},
		{"how it is arranged", settings(0), []string{"settings.what", "settings.how"}},
		{"own numbers", settings(1), []string{"settings.obligation", "settings.term", "settings.whose", "settings.sentence"}},
		{"categories", settings(2), []string{"settings.name", "settings.elsewhere", "settings.state"}},
		{"causes", settings(3), []string{"settings.name", "settings.elsewhere", "settings.state"}},
		{"obligations", part(0), []string{"register.step", "lists.obligation", "lists.standing"}},
		{"course", part(1), []string{"happened.when", "happened.who", "happened.what"}},
	}
}

// Every list is searched while typing and sorted by any column, and says so; it
// is found again as somebody left it, by him alone, also by another program and
// in another language.
func TestEveryListIsSearchedAndSorted(t *testing.T) {
	t.Parallel()
	w := demoWorld(t)
	for l, login := range map[lang.Language]string{lang.NL: "annelies", lang.EN: "karim"} {
		sp := lang.New(l, w.zone)
		for _, x := range everyList() {
			t.Run(fmt.Sprintf("%s in %s", x.name, l), func(t *testing.T) {
				d := w.sit(login, 80, 24, l)
				goTo(d, l, x.way)
				searched(t, d, sp)
				sortedBy(t, d, sp, x.columns)
				left := sp.T("kit.sorted-down", lang.Args{"Column": sp.T(x.columns[1])})
				d.Press(">", ">", "<")
				d.Contains(t, left)
				if len(x.way) > 0 {
					d.Press("esc")
					goTo(d, l, x.way)
					d.Contains(t, left)
				}
				again := w.sit(login, 120, 40, l)
				goTo(again, l, x.way)
				again.Contains(t, left)
				again.Fits(t)
			})
		}
	}
	for _, x := range everyList() { // in the other language, and for who sorted nothing
		d := w.sit("annelies", 80, 24, lang.EN)
		goTo(d, lang.EN, x.way)
		english := lang.New(lang.EN, w.zone)
		d.Contains(t, english.T("kit.sorted-down", lang.Args{"Column": english.T(x.columns[1])}))
		other := w.sit("petra", 80, 24, lang.NL)
		goTo(other, lang.NL, x.way)
		if strings.Contains(other.Screen(), "Op volgorde van") || strings.ContainsAny(other.Screen(), "↑↓") {
			t.Errorf("%s of Petra is sorted:\n%s", x.name, other.Screen())
		}
	}
	orderIsNoChange(t, w)
	sorted := w.sit("annelies", 80, 24, lang.NL)
	sorted.Golden(t, "register-sorted-80x24")
	sorted.Press("down")
	sorted.Contains(t, "Klager ↓") // the line is for what the cursor stands on again
	if strings.Contains(sorted.Screen(), "Op volgorde van") {
		t.Errorf("it is said still:\n%s", sorted.Screen())
	}
}

// orderIsNoChange: an order that is remembered makes no open screen read again,
// and one of another program is the usual order.
func orderIsNoChange(t *testing.T, w *world) {
	t.Helper()
	before, err := w.office.Version(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	d := w.sit("joost", 80, 24, lang.NL)
	usual := d.Screen()
	d.Press(">")
	again := w.sit("joost", 80, 24, lang.NL)
	again.Contains(t, "Op volgorde van: Nummer")
	for _, unknown := range []string{"-colour", "", strings.Repeat("number", 9)} {
		if err := w.office.Remember(w.ctx, w.viewer("joost"), "sorted.register", unknown); err != nil {
			t.Fatal(err)
		}
		if again := w.sit("joost", 80, 24, lang.NL); again.Screen() != usual {
			t.Errorf("%q is sorted:\n%s", unknown, again.Screen())
		}
	}
	again.Press("right", "right", "right", "right", "right", "right")
	for _, reverse := range []bool{false, true} {
		numbers := regexp.MustCompile(`\d{4}-\d{3}`).FindAllString(again.Screen(), -1)
		numbers = numbers[:len(numbers)-1] // the last is that in the sentence below
		if len(numbers) < 10 || !slices.IsSortedFunc(numbers, func(a, b string) int { return strings.Compare(a, b) * map[bool]int{false: 1, true: -1}[reverse] }) {
			t.Errorf("sorted by number, reversed %v: %v", reverse, numbers)
		}
		again.Press("<", "G", "g")
	}
	if after, err := w.office.Version(w.ctx); err != nil || after != before {
		t.Errorf("an order is a change: %d, then %d (%v)", before, after, err)
	}
}

// goTo presses a way from the register.
func goTo(d *uitest.Driver, l lang.Language, way []string) {
	for _, k := range way {
		if typed, ok := strings.CutPrefix(k, " "); ok {
			d.Type(words(l, typed))
			continue
		}
		d.Press(k)
	}
}

// searched searches for what is there and what is not, and clears that.
func searched(t *testing.T, d *uitest.Driver, sp *lang.Speaker) {
	t.Helper()
	usual := d.Screen()
	d.Press("/")
	d.Type("qzzq")
	d.Contains(t, sp.T("kit.nothing-found"))
	d.Contains(t, sp.T("kit.finding", lang.Args{"Text": "qzzq"}))
	d.Contains(t, sp.T("key.clear"))
	d.Press("enter")
	d.Contains(t, strings.TrimSpace(sp.N("kit.found", 0, lang.Args{"Text": "qzzq", "Sorted": ""})))
	d.Press("esc")
	if d.Screen() != usual {
		t.Errorf("esc does not clear:\n%s\nwas\n%s", d.Screen(), usual)
	}
}

// sortedBy sorts by each column both ways, and comes back to the usual order.
func sortedBy(t *testing.T, d *uitest.Driver, sp *lang.Speaker, columns []string) {
	t.Helper()
	usual := d.Screen()
	for _, c := range columns {
		title := lang.Args{"Column": sp.T(c)}
		d.Press(">")
		d.Contains(t, sp.T("kit.sorted", title))
		d.Press("<")
		d.Contains(t, sp.T("kit.sorted-down", title))
		d.Fits(t)
		both := sp.N("kit.found", 999, lang.Args{"Text": strings.Repeat("w", 20), "Sorted": sp.T("kit.sorted-short", lang.Args{"Column": sp.T(c), "Arrow": "↑"})})
		if wide := ansi.StringWidth(both); wide > 78 {
			t.Errorf("%d cells: %s", wide, both)
		}
	}
	d.Press(">", "?")
	d.Type(sp.T("key.sort"))
	d.Press("enter") // what is chosen in the help is pressed
	d.Contains(t, sp.T("kit.sorted", lang.Args{"Column": sp.T(columns[0])}))
	d.Press("?")
	d.Type(sp.T("key.reverse"))
	d.Press("enter")
	d.Contains(t, sp.T("kit.sorted-down", lang.Args{"Column": sp.T(columns[0])}))
	for range columns {
		d.Press(">")
	}
	d.Press("g")
	if d.Screen() != usual {
		t.Errorf("after the last column the usual order:\n%s\nwas\n%s", d.Screen(), usual)
	}
}
