package main

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"leermoment/internal/lang"
	"leermoment/ui/uitest"
)

// ways lead from the register to every screen and what can lie over it: keys by
// name, and after a space what is typed.
var ways = map[string][]string{
	"register": nil, "handled": {"right", "right", "right"}, "search": {"/", " school"}, "incident form": {"n"}, "dossier": {"right", "right", "enter"},
	"history of a dossier": {"right", "right", "enter", "tab"}, "third part": {"right", "right", "enter", "tab", "tab"},
	"reckoning": {"right", "right", "enter", "o"}, "actions": {"a"}, "an action": {"a", " notitie", "enter"}, "inbox": {"p"}, "experts": {"d"},
	"measures": {"m"}, "agenda": {"A"}, "agenda of one": {"A", "w"}, "letters": {"b"}, "supervision": {"t"}, "happened": {"v"},
	"staff": {"ctrl+p", " medewerkers", "enter"}, "settings": {"ctrl+p", " instellingen", "enter"},
	"own numbers": {"ctrl+p", " instellingen", "enter", "tab"}, "categories": {"ctrl+p", " instellingen", "enter", "tab", "tab"},
	"procedure": {"ctrl+p", " instellingen", "enter", "shift+tab"}, "a number": {"ctrl+p", " instellingen", "enter", "tab", "end", "w"},
	"closing days": {"ctrl+p", " instellingen", "enter", "n"}, "preferences": {"ctrl+p", " voorkeuren", "enter"}, "palette": {"ctrl+p"}, "sentence": {"ctrl+p", " S09", "enter"},
	"help": {"?"}, "search in what happened": {"v", "/", " petra"}, "search in supervision": {"t", "/", " melden"},
	"search for a colleague": {"ctrl+p", " medewerkers", "enter", "/", " petra"}, "search in a dossier": {"right", "right", "enter", "/", " klacht", "enter"},
	"what to print": {"P"}, "printed": {"P", "enter"},
}

// Every screen fits every window from 60×16 to 300×100: no line is too wide,
// none is missing, and the rules of its frame stand whole in their places.
func TestEveryScreenFitsEverySize(t *testing.T) {
	t.Parallel()
	w := demoWorld(t)
	sizes := rand.New(rand.NewPCG(2026, 11))
	const each = 75 // × 34 screens × 2 languages > 5,000
	seen, other := 0, map[string]string{}
	for name, keys := range ways {
		for _, l := range []lang.Language{lang.NL, lang.EN} {
			d := w.sit("annelies", 80, 24, l)
			for _, k := range keys {
				if typed, ok := strings.CutPrefix(k, " "); ok {
					d.Type(words(l, typed))
				} else {
					d.Press(k)
				}
			}
			if as := d.Screen(); other[as] != "" {
				t.Errorf("%s is the same screen as %s (%s):\n%s", name, other[as], l, as)
			} else {
				other[as] = name
			}
			atEverySize(t, d, name, l, sizes, each)
			seen += each
		}
	}
	t.Logf("%d screens", seen)
	if seen < 5000 {
		t.Errorf("only %d screens", seen)
	}
}

// So do the screens of the first run, and the one that asks who it is.
func TestTheFirstRunFitsEverySize(t *testing.T) {
	sizes := rand.New(rand.NewPCG(2026, 12))
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		d := emptyWorld(t).sit("", 80, 24, l)
		atEverySize(t, d, "organisation", l, sizes, 30)
		d.Type("Opleiders Voorbeeld")
		d.Press("ctrl+s")
		atEverySize(t, d, "staff", l, sizes, 30)
		d.Type("Dirk Demo")
		d.Press("tab")
		d.Type("dirk")
		d.Press("ctrl+s")
		atEverySize(t, d, "ways of working", l, sizes, 30)
		who := newWorld(t, l).sit("", 80, 24, l) // a menu over nothing: it has no frame
		for range 30 {
			who.Resize(60+sizes.IntN(241), 16+sizes.IntN(85))
			who.Fits(t)
		}
	}
}

// atEverySize draws a screen in so many windows, the smallest, the largest and
// one that is too small among them.
func atEverySize(t *testing.T, d *uitest.Driver, name string, l lang.Language, sizes *rand.Rand, each int) {
	t.Helper()
	for i := range each {
		width, height := 60+sizes.IntN(241), 16+sizes.IntN(85)
		switch i {
		case 0:
			width, height = 60, 16
		case 1:
			width, height = 300, 100
		case 2:
			width, height = 59, 15
		}
		d.Resize(width, height)
		whole(t, d, name, l, width, height, width >= 60 && height >= 16)
	}
}

// words are what is typed to find something in a language.
func words(l lang.Language, typed string) string {
	english := map[string]string{"medewerkers": "staff", "instellingen": "settings", "voorkeuren": "preferences", "notitie": "note"}
	if l == lang.EN && english[typed] != "" {
		return english[typed]
	}
	return typed
}

func whole(t *testing.T, d *uitest.Driver, name string, l lang.Language, width, height int, framed bool) {
	t.Helper()
	d.Fits(t)
	lines := strings.Split(ansi.Strip(d.Raw()), "\n")
	if framed && len(lines) != height {
		t.Errorf("%s (%s): %d lines in %d×%d", name, l, len(lines), width, height)
		return
	}
	for _, i := range []int{1, height - 2} {
		if rule := lines[min(i, len(lines)-1)]; framed && !strings.ContainsAny(rule, "│╭╰") && rule != strings.Repeat("─", width) {
			t.Errorf("%s (%s): line %d in %d×%d is %q", name, l, i, width, height, rule)
		}
	}
}
