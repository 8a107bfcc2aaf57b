package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"leermoment/internal/lang"
	"leermoment/ui"
	"leermoment/ui/keymap"
	"leermoment/ui/uitest"
)

// keyed starts the program for somebody with a file of keys.
func (w *world) keyed(login string, l lang.Language, text string) *uitest.Driver {
	w.t.Helper()
	path := filepath.Join(w.t.TempDir(), "keys.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	c := ui.Config{Office: w.another(), ReadFile: os.ReadFile, Org: org, Viewer: w.viewer(login), Speaker: lang.New(l, w.zone), Tick: noTick}
	readKeys(path, path).into(&c)
	return uitest.New(w.t, ui.New(c), 80, 24)
}

// Every key that any screen shows is in the table, so that everybody can have
// it where he likes.
func TestEveryKeyThatIsShownCanBeChanged(t *testing.T) {
	w := demoWorld(t)
	fixed := map[string]bool{"enter": true, "left": true, "right": true, "up": true, "down": true} // where one types
	seen := map[string]bool{}
	for name, keys := range ways {
		d := w.sit("annelies", 80, 24, lang.NL)
		for _, k := range keys {
			if typed, ok := strings.CutPrefix(k, " "); ok {
				d.Type(typed)
			} else {
				d.Press(k)
			}
		}
		place, shown := d.Model().(*ui.App).Keys()
		for _, k := range shown {
			for press := range strings.FieldsSeq(strings.ReplaceAll(k.Press, "1–7", "1 2 3 4 5 6 7")) {
				key, ok := keymap.Name(press)
				seen[key] = true
				there := slices.ContainsFunc(keymap.Actions(), func(a keymap.Action) bool {
					return slices.Contains(a.Keys, key) && (a.Place == place || a.Place == keymap.Everywhere || a.Place == keymap.Lists && place != keymap.Form)
				})
				if !ok || !there && !(place == keymap.Form && fixed[key]) {
					t.Errorf("%s (%s) shows %q, which is not in the table of keys", name, place, press)
				}
			}
		}
	}
	if len(seen) < 25 {
		t.Errorf("only %d keys", len(seen))
	}
}

const ownKeys = `
new = ["F5", "+"]
agenda = "F3"
open = ["o", "enter"]
read = "F6"
record = ["F10", "ctrl+g"]
quit = "x"
leaves = "F8"
take-away = "F7"
help = ["F9", "!"]
copy = "n"
`

// Somebody with keys of his own works with those, reads those, and what was
// usual does nothing any more, or what he made of it.
func TestKeysOfOnesOwn(t *testing.T) {
	for l, words := range map[lang.Language]struct{ nothing, form, ready, recorded, agenda, copied, help, agendaKey string }{
		lang.NL: {"Nieuwe klacht? Druk op F5.", "Nieuwe klacht", "Klaar? F10 legt het vast.", "2026-001 is vastgelegd", "Agenda", "Gekopieerd: 2026-001", "Toetsen hier", "F3"},
		lang.EN: {"A new complaint? Press F5.", "New complaint", "Ready? F10 records it.", "2026-001", "Agenda", "Copied: 2026-001", "Keys here", "F3"},
	} {
		w := newWorld(t, l)
		d := w.keyed("omar", l, ownKeys)
		d.Contains(t, words.nothing)
		d.Contains(t, "F5 ")
		before := d.Screen()
		d.Press("n", "A", "q", "?")
		if d.Screen() != before {
			t.Errorf("keys that were given away did something:\n%s", d.Screen())
		}
		d.Press("+")
		d.Contains(t, words.form)
		d.Contains(t, "F10 ")
		d.Contains(t, "F9 ")
		p := &traveller{d, w, lang.New(l, w.zone)}
		p.at(p.sp.T("field.complainant_kind"), "", "left")
		p.at(p.sp.T("field.channel"), "", "left")
		p.at(p.sp.T("field.complainant_name"), "nu o! x+ en dan q?") // letters type
		p.at(p.sp.T("field.subject"), "x")
		p.at(p.sp.T("field.description"), "x")
		d.Press("ctrl+s")
		d.Contains(t, "nu o! x+ en dan q?") // does not record any more
		d.Press("f10")
		d.Contains(t, words.recorded)
		d.Press("f6")
		d.Contains(t, p.sp.T("duty.reckon-title"))
		d.Press("o", "esc", "f3")
		d.Contains(t, words.agenda)
		d.Press("x", "n")
		d.Contains(t, words.copied)
		d.Press("f9")
		d.Type("agenda")
		d.Contains(t, words.agendaKey)
		d.Press("enter") // chosen in the help, it does what it says
		d.Contains(t, words.agenda)
		d.Press("!")
		d.Contains(t, words.help)
		d.Press("esc", "x", "x")
		if !d.Left() {
			t.Errorf("x does not end it:\n%s", d.Screen())
		}
	}
}

// What is wrong in the file of keys is said at the start, and read in full one
// key further; the usual keys hold there.
func TestWhatIsWrongInTheKeysIsSaidAtTheStart(t *testing.T) {
	for l, words := range map[lang.Language][]string{
		lang.NL: {"In keys.toml kloppen 2 dingen niet; ? laat zien wat.", "keys.toml, regel 1: F3 is voor agenda en ook voor letters (regel 2).", "regel 3: weg bestaat niet."},
		lang.EN: {"2 things in keys.toml are not right; ? shows what.", "keys.toml, line 1: F3 is for agenda and for letters too (line 2).", "line 3: there is no weg."},
	} {
		w := newWorld(t, l)
		d := w.keyed("omar", l, "agenda = \"F3\"\nletters = \"F3\"\nweg = \"F4\"\n")
		d.Contains(t, words[0])
		d.Press("?", "enter")
		for _, said := range words[1:] {
			d.Contains(t, said)
		}
		d.Press("esc", "A")
		d.Contains(t, "Agenda")
	}
}

// Over SSH everybody has a file of his own, by his login, and no other's; of the
// machine's folders he is told nothing.
func TestKeysOverALineAreThoseOfTheLogin(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", folder)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	if err := os.MkdirAll(filepath.Join(folder, "leermoment", "keys"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"keys.toml": `agenda = "F2"`, "keys/petra.toml": "agenda = \"F3\"\nweg = \"F4\"", "keys/lang.toml": strings.Repeat("# lang\n", 10_000)} {
		if err := os.WriteFile(filepath.Join(folder, "leermoment", name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for login, want := range map[string]struct {
		name, agenda string
		faults       int
	}{"petra": {"petra.toml", "f3", 1}, "omar": {"omar.toml", "A", 0}, "../keys": {"keys.toml", "A", 0}, "a/b": {"keys.toml", "A", 0}, "lang": {"lang.toml", "A", 1}} {
		k := remoteKeys(login)
		if k.name != want.name || k.keys.Keys("agenda")[0] != want.agenda || len(k.faults) != want.faults {
			t.Errorf("%s: %+v", login, k)
		}
		for _, said := range k.command().Faults(lang.New(lang.NL, time.UTC)) {
			if strings.Contains(said, folder) {
				t.Errorf("%s is told where the file is: %s", login, said)
			}
		}
	}
	if k := localKeys(); k.keys.Keys("agenda")[0] != "f2" || !strings.HasPrefix(k.name, folder) {
		t.Errorf("at this machine: %+v", k)
	}
}

// The longest keys that there are do not break a line.
func TestLongKeysFit(t *testing.T) {
	w := demoWorld(t)
	var b strings.Builder
	keys := map[string]string{}
	for i, a := range keymap.Actions() {
		keys[a.Name] = []string{"ctrl+alt+shift+", "ctrl+shift+", "alt+shift+", "ctrl+alt+"}[i/24] + []string{"backspace", "delete", "insert", "pgdown", "home", "end",
			"up", "down", "left", "right", "space", "tab", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12"}[i%24]
		b.WriteString(a.Name + ` = "` + keys[a.Name] + "\"\n")
	}
	d := w.keyed("annelies", lang.NL, b.String())
	d.Lacks(t, "keys.toml")
	for _, key := range []string{keys["next-part"], keys["open"], keys["open"], "esc", keys["help"]} {
		d.Press(key)
		for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}} {
			d.Resize(size[0], size[1])
			whole(t, d, key, lang.NL, size[0], size[1], true)
		}
	}
}
