package command

import (
	"io/fs"
	"strings"
	"testing"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// well is a file with which nothing is wrong.
func well() Condition {
	return Condition{There: true, Size: 1 << 20, Free: 1 << 40, FreeKnown: true, File: 0o600, Dir: fs.ModeDir | 0o700, Changed: noon.Add(-time.Hour),
		LastCopy: noon.Add(-3 * time.Hour), Content: Content{Examination: office.Examination{Complaints: 2, Facts: 9, Last: noon.Add(-time.Hour)}},
		Terminal: Terminal{There: true, Width: 80, Height: 24, Colours: "all", UTF8: true}}
}

// Whatever is wrong is found by its own check, in a sentence that says how to
// mend it; and nothing else is then called wrong.
func TestDoctorSaysWhatIsWrong(t *testing.T) {
	for name, tt := range map[string]struct {
		harm          func(*Condition)
		check, nl, en string
	}{
		"a full disk":          {func(c *Condition) { c.Free = 30 << 20 }, "space", "Nog maar 30 MB vrij; 100 MB is nodig", "Only 30 MB free; 100 MB is needed"},
		"no room for a copy":   {func(c *Condition) { c.Size, c.Free = 1<<30, 1<<30 }, "space", "2048 MB is nodig", "2048 MB is needed"},
		"others read":          {func(c *Condition) { c.File = 0o644 }, "permissions", "chmod 600 my.db", "chmod 600 my.db"},
		"others write":         {func(c *Condition) { c.File = 0o620 }, "permissions", "chmod 600 my.db", "chmod 600 my.db"},
		"others in the folder": {func(c *Condition) { c.Dir = fs.ModeDir | 0o777 }, "permissions", "chmod go-w .", "chmod go-w ."},
		"the clock is behind the facts": {func(c *Condition) { c.Content.Last = noon.Add(time.Hour) }, "clock",
			"13.00. Zet de klok goed. Is die goed, dan zegt een directeur dat: leermoment doctor --trust-clock", "13:00. Put the clock right. If it is right, a director says so: leermoment doctor --trust-clock"},
		"the clock is behind the file": {func(c *Condition) { c.Changed = noon.Add(time.Hour) }, "clock", "maar het bestand is veranderd op", "but the file was changed at"},
		"no copy":                      {func(c *Condition) { c.LastCopy = time.Time{} }, "copies", "Er is nog geen dagelijkse kopie.", "There is no daily copy yet."},
		"an old copy":                  {func(c *Condition) { c.LastCopy = noon.AddDate(0, 0, -9) }, "copies", "en daarna is er nog vastgelegd", "and more was recorded since"},
		"a network share":              {func(c *Condition) { c.Network = true }, "disk", "Het bestand staat op een netwerkschijf", "The file is on a network share"},
		"a small terminal":             {func(c *Condition) { c.Terminal.Width = 59 }, "terminal", "59×24 is te klein", "59×24 is too small"},
		"no UTF-8":                     {func(c *Condition) { c.Terminal.UTF8 = false }, "terminal", "Zet LANG op", "Set LANG to"},
		"damage":                       {func(c *Condition) { c.Broken = office.ErrDamaged }, "database", "Dit bestand is beschadigd.", "This file is damaged."},
		"no file":                      {func(c *Condition) { c.There = false }, "database", "Er is nog geen bestand my.db", "There is no file my.db yet"},
		"a missing fact": {func(c *Condition) { c.Content.Flaws = []office.Flaw{{Kind: office.Gap, Stream: "2026-001", Seq: 3}} }, "facts",
			"Er ontbreekt een feit (2026-001).", "A fact is missing (2026-001)."},
		"unreadable dossiers": {func(c *Condition) {
			for _, s := range []string{"2026-001", "2026-002", "2026-003", "2026-004", "2026-005", "office", "2026-007"} {
				c.Content.Flaws = append(c.Content.Flaws, office.Flaw{Kind: office.Unreadable, Stream: s})
			}
		}, "facts", "7 dossiers zijn niet te lezen (2026-001, 2026-002, 2026-003, 2026-004, 2026-005 en nog 2).",
			"7 dossiers cannot be read (2026-001, 2026-002, 2026-003, 2026-004, 2026-005 and 2 more)."},
		"an attachment": {func(c *Condition) { c.Content.Flaws = []office.Flaw{{Kind: office.FileGone, Stream: "office"}} }, "facts",
			"Eén bijlage is weg of veranderd (de organisatie zelf).", "One attached file is gone or changed (the organisation itself)."},
	} {
		t.Run(name, func(t *testing.T) {
			c := well()
			tt.harm(&c)
			for l, want := range map[lang.Language]string{lang.NL: tt.nl, lang.EN: tt.en} {
				var out, errs strings.Builder
				a := &app{edge: Edge{Clock: func() time.Time { return noon }, Zone: time.UTC, Out: &out, Err: &errs}, flags: flags{db: "my.db", lang: string(l)}}
				s := a.words()
				for _, f := range a.findings(s, c) {
					if (f.state == isBad) != (f.check == tt.check) {
						t.Errorf("%s: %s is %s", l, f.check, f.state)
					}
				}
				err := a.diagnose(s, c)
				if f := explain(err, s); f.exit != Failed || !strings.Contains(f.Message, "én ding") && !strings.Contains(f.Message, "One thing") {
					t.Errorf("%s: exits %d: %s", l, f.exit, f.Message)
				}
				if !strings.Contains(out.String(), want) || strings.Contains(out.String(), "⟦") {
					t.Errorf("%s: %q is not said in\n%s", l, want, out.String())
				}
			}
		})
	}
	var out, errs strings.Builder
	a := &app{edge: Edge{Clock: func() time.Time { return noon }, Zone: time.UTC, Out: &out, Err: &errs}, flags: flags{db: "my.db", lang: "nl"}}
	if err := a.diagnose(a.words(), well()); err != nil || !strings.Contains(out.String(), "80×24, kleuren: alle, letters: UTF-8.") || strings.Contains(out.String(), "⟦") {
		t.Errorf("%v\n%s", err, out.String())
	}
}

// Only the word itself puts a copy back.
func TestRestoreAsks(t *testing.T) {
	for _, tt := range []struct{ lang, answer, code string }{
		{"nl", "ja\n", ""}, {"nl", " JA \n", ""}, {"en", "yes\n", ""}, {"nl", "\n", "not-done"}, {"nl", "", "not-done"}, {"nl", "j\n", "not-done"}, {"en", "ja\n", "not-done"},
	} {
		var errs strings.Builder
		a := &app{edge: Edge{In: strings.NewReader(tt.answer), Err: &errs, Zone: time.UTC, Asks: true}, flags: flags{lang: tt.lang}}
		err := a.ask(a.words())
		if w, _ := err.(wrong); w.code != tt.code {
			t.Errorf("%+v: %v", tt, err)
		}
	}
	a := &app{edge: Edge{Zone: time.UTC}, flags: flags{lang: "en"}}
	if f := explain(a.ask(a.words()), a.words()); f.exit != BadInput || !strings.Contains(f.Message, "--yes") {
		t.Errorf("nobody to ask: %+v", f)
	}
}

// Over SSH nobody copies, replaces or looks at files of the machine.
func TestTheFileAsAWholeIsNotForSSH(t *testing.T) {
	root := Root(Edge{Remote: true, Zone: time.UTC}, lang.NL)
	for _, c := range root.Commands() {
		switch c.Name() {
		case "backup", "restore", "doctor":
			t.Errorf("%s can be asked over SSH", c.Name())
		}
	}
}
