package keymap_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"leermoment/internal/lang"
	"leermoment/ui/keymap"
)

// altGr are the characters for which one needs AltGr, or that are dead keys, on
// the keyboards that people here have.
func altGr() map[string]string {
	return map[string]string{
		"Dutch (US-international)": "¡²³¤€¼½¾‘’¥×äåéþüúíóö«»áßðøæñµç¿¬¦¹£÷ÄÅÉÞÜÚÍÓÖÁ§ÐØÆÑÇ°¢'\"`^~´¨",
		"German (QWERTZ)":          "@€{[]}\\~|µ²³^´`",
		"French (AZERTY)":          "~#{[|`\\^@]}¤€¨",
	}
}

func TestNoUsualKeyNeedsAltGr(t *testing.T) {
	for _, a := range keymap.Actions() {
		for _, key := range a.Keys {
			last, _ := utf8.DecodeLastRuneInString(key)
			for keyboard, chars := range altGr() {
				if strings.ContainsRune(chars, last) {
					t.Errorf("%s of %s needs AltGr on a keyboard that is %s", key, a.Name, keyboard)
				}
			}
			if strings.HasPrefix(key, "alt+") {
				t.Errorf("%s of %s: alt is the terminal's own in many", key, a.Name)
			}
		}
	}
}

func TestTheTableIsSound(t *testing.T) {
	var names []string
	for _, a := range keymap.Actions() {
		if slices.Contains(names, a.Name) || len(a.Keys) == 0 || !slices.Contains(keymap.Places(), a.Place) {
			t.Errorf("%+v", a)
		}
		names = append(names, a.Name)
		for _, key := range a.Keys {
			if name, ok := keymap.Name(key); !ok || name != key {
				t.Errorf("%s of %s is %q", key, a.Name, name)
			}
			if press, ok := keymap.Press(key); !ok || press.String() != key {
				t.Errorf("%s of %s is pressed as %q", key, a.Name, press.String())
			}
			for _, l := range []lang.Language{lang.NL, lang.EN} {
				if !lang.New(l, time.UTC).Has(a.Words()) {
					t.Errorf("%s has no words (%s)", a.Name, l)
				}
			}
		}
	}
	if m, faults := keymap.Parse(""); !m.Usual() || len(faults) > 0 {
		t.Errorf("an empty file: %v %v", m, faults)
	}
}

// What sentences name is an action of the table, with a key it usually has.
func TestSentencesNameKeysOfTheTable(t *testing.T) {
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		marks := lang.Marks(l)
		if len(marks) < 8 {
			t.Errorf("%s: %v", l, marks)
		}
		for action, keys := range marks {
			usual := keymap.Map{}.Keys(action)
			for _, k := range keys {
				if name, _ := keymap.Name(k); !slices.Contains(usual, name) {
					t.Errorf("%s: %s of %s is not one of %v", l, k, action, usual)
				}
			}
		}
	}
}

func parse(t *testing.T, text string) keymap.Map {
	t.Helper()
	m, faults := keymap.Parse(text)
	if len(faults) > 0 {
		t.Errorf("%q: %+v", text, faults)
	}
	return m
}

func TestAKeyMeansWhatAPersonMadeOfIt(t *testing.T) {
	m := parse(t, `
agenda = ["F3", "shift+z"]
new = "+"
down = "z"
record = ["f10", "ctrl+g"]
help = "f9"
history = "n"
`)
	for _, x := range []struct {
		place        keymap.Place
		press, means string
	}{
		{keymap.Register, "f3", "A"}, {keymap.Register, "Z", "A"}, {keymap.Register, "A", "–"}, {keymap.Register, "+", "n"},
		{keymap.Register, "n", "v"}, {keymap.Register, "v", "–"}, {keymap.Dossier, "v", "v"}, {keymap.Dossier, "n", "–"},
		{keymap.Dossier, "down", "–"}, {keymap.Dossier, "z", "down"}, {keymap.Form, "f10", "ctrl+s"}, {keymap.Form, "ctrl+s", "–"},
		{keymap.Form, "f9", "f1"}, {keymap.Lists, "f9", "?"}, {keymap.Lists, "?", "–"}, {keymap.Lists, "f3", "f3"},
		{keymap.Lists, "esc", "esc"}, {keymap.Form, "ctrl+c", "ctrl+c"}, {keymap.Lists, "s", "s"},
	} {
		got, ok := m.Meant(x.place, x.press)
		if !ok {
			got = "–"
		}
		if got != x.means {
			t.Errorf("%s at %s means %s, want %s", x.press, x.place, got, x.means)
		}
	}
	for press, want := range map[string]string{"A": "F3", "n": "+", "a": "a", "↑ ↓ j k": "↑ z k", "1–7": "1–7"} {
		if got := m.Shown(keymap.Register, press); got != want {
			t.Errorf("%s is shown as %s, want %s", press, got, want)
		}
	}
	if got := m.All(keymap.Register, "A"); got != "F3 Z" {
		t.Errorf("the agenda has %s", got)
	}
	if got := m.Shown(keymap.Form, "F1") + m.Sign("new", "n") + m.Sign("open", "enter"); got != "F9+enter" {
		t.Errorf("shown are %s", got)
	}
}

// A key that another action got is given up, as long as one is left.
func TestAUsualKeyGivesWay(t *testing.T) {
	m := parse(t, `agenda = "j"`)
	if got := m.Keys("down"); !slices.Equal(got, []string{"down"}) {
		t.Errorf("down has %v", got)
	}
	if got, _ := m.Meant(keymap.Register, "j"); got != "A" {
		t.Errorf("j means %s", got)
	}
}

func TestWhatIsWrongIsNamedWithItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"agenda = \"F3\"\nletters = \"f3\"":       "1 twice agenda letters F3 2",
		"agenda = \"n\"":                          "1 last-key agenda new n",
		"\nagend = \"F3\"":                        "2 unknown-action agend",
		"# eerst\n[agenda]\nx = \"F3\"":           "2 no-keys agenda",
		"agenda = [\"F3\", \"foei\"]":             "1 unknown-key agenda foei",
		"agenda = \"esc\"":                        "1 always agenda esc",
		"agenda = \"ctrl+i\"":                     "1 same-key agenda ctrl+i tab",
		"record = \"s\"":                          "1 letter record s",
		"agenda = []":                             "1 no-keys agenda",
		"agenda = 3":                              "1 no-keys agenda",
		"agenda = \"F3\"\nletters = F3":           "2 unread",
		"agenda = \"F3\"\nagenda = \"F4\"":        "2 unread",
		"quit = \"x\"\nleaves = \"x\"":            "1 twice quit leaves x 2",
		"record = \"ctrl+k\"\nearlier=\"ctrl+k\"": "1 twice record earlier ctrl+k 2",
	} {
		m, faults := keymap.Parse(text)
		if len(faults) != 1 || !m.Usual() {
			t.Errorf("%q: %+v, %v", text, faults, m)
			continue
		}
		for _, l := range []lang.Language{lang.NL, lang.EN} {
			if said := lang.New(l, time.UTC).T(faults[0].Key, faults[0].Args); strings.Contains(said, "⟦") {
				t.Errorf("%q: %s", text, said)
			}
		}
		words := strings.Fields(want)
		got := []string{string(rune('0' + faults[0].Line)), strings.TrimPrefix(faults[0].Key, "keys.")}
		for _, name := range []string{"Name", "Other", "Key", "Same", "Line"} {
			if s, _ := faults[0].Args[name].(string); s != "" {
				got = append(got, s)
			}
		}
		slices.Sort(got[2:])
		slices.Sort(words[2:])
		if !slices.Equal(got, words) {
			t.Errorf("%q: %v, want %v", text, got, words)
		}
	}
}

// The rest of a file with a fault holds.
func TestTheRestHolds(t *testing.T) {
	m, faults := keymap.Parse("agenda = \"F3\"\nletters = \"F3\"\nhistory = \"F4\"")
	if len(faults) != 1 || m.Keys("agenda")[0] != "A" || m.Keys("history")[0] != "f4" {
		t.Errorf("%v %v", m, faults)
	}
}

// Whatever a file says: nobody is without a key, and no key is for two.
func TestWhateverAFileSaysEverythingHasAKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SampledFrom([]string{"a", "n", "A", "f3", "f4", "ctrl+k", "j", "k", "down", "q", "?", "tab", "enter", "space", "1", "esc"})
		actions := keymap.Actions()
		var b strings.Builder
		for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(actions)-1), 0, 12, rapid.ID).Draw(t, "actions") {
			b.WriteString(actions[i].Name + " = [\"" + strings.Join(rapid.SliceOfN(keys, 1, 3).Draw(t, "keys"), `", "`) + "\"]\n")
		}
		m, faults := keymap.Parse(b.String())
		for _, a := range actions {
			if len(m.Keys(a.Name)) == 0 {
				t.Fatalf("%s has no key after\n%s", a.Name, b.String())
			}
			for _, key := range m.Keys(a.Name) {
				usual, ok := m.Meant(a.Place, key)
				if ok && !slices.Contains(a.Keys, usual) && a.Place != keymap.Lists && a.Place != keymap.Everywhere {
					t.Fatalf("%s of %s means %s after\n%s", key, a.Name, usual, b.String())
				}
			}
		}
		if len(faults) > 0 {
			return
		}
		again, faults := keymap.Parse(keymap.Write(m, "keys.toml", lang.New(lang.NL, time.UTC)))
		if len(faults) > 0 {
			t.Fatalf("what is written is not read back: %+v", faults)
		}
		for _, a := range actions {
			if !slices.Equal(m.Keys(a.Name), again.Keys(a.Name)) {
				t.Fatalf("%s has %v, read back %v", a.Name, m.Keys(a.Name), again.Keys(a.Name))
			}
		}
	})
}

func TestNamesOfKeysAsPeopleWriteThem(t *testing.T) {
	for written, want := range map[string]string{"F3": "f3", "PgDn": "pgdown", "shift+a": "A", "Ctrl+S": "ctrl+s", "alt+ctrl+x": "ctrl+alt+x", "+": "+", "ctrl++": "ctrl++",
		"é": "é", "Shift+Tab": "shift+tab", "↑": "up", "": "", "hoi": "", "ctrl+": "", "shift+1": "", "f13": "", " ": ""} {
		if got, ok := keymap.Name(written); ok != (want != "") || ok && got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}
