package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/command"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui"
	"leermoment/ui/nav"
	"leermoment/ui/uitest"
)

// bothLanguages runs a test in Dutch and in English.
func bothLanguages(t *testing.T, test func(t *testing.T, l lang.Language)) {
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		t.Run(string(l), func(t *testing.T) { test(t, l) })
	}
}

// today is a world of the real now: a file's own moments are the machine's.
func today(t *testing.T, l lang.Language) *world {
	t.Helper()
	w := emptyWorld(t)
	w.now = time.Now()
	w.found(l)
	return w
}

// runs runs one command in this process on the world's file, as main does.
func (w *world) runs(args ...string) (code int, out, errs string) {
	w.t.Helper()
	var o, e bytes.Buffer
	wire := wiring{zone: w.zone}
	code = command.Run(w.ctx, command.Edge{
		In: strings.NewReader(""), Out: &o, Err: &e, Clock: func() time.Time { return w.now }, Zone: w.zone, User: "dirk", Database: w.path,
		Open: wire.open, Demo: wire.demo, TempFile: tempFile, ReadFile: os.ReadFile, WriteFile: writeNew, Keeper: keeper{wire},
	}, args)
	return code, o.String(), e.String()
}

// refuses wants a command to end so, with the sentence under that key.
func (w *world) refuses(l lang.Language, code int, key string, args ...string) {
	w.t.Helper()
	got, _, errs := w.runs(args...)
	want := lang.New(l, w.zone).T("refusal." + key)
	want, _, _ = strings.Cut(want, "⟦") // what is filled in there
	if got != code || !strings.Contains(errs, want) {
		w.t.Errorf("%v exits %d and says %q, want %d and %q", args, got, errs, code, want)
	}
}

// healthy wants doctor to find nothing to be mended, but in what is named.
func (w *world) healthy(but ...string) {
	w.t.Helper()
	_, out, errs := w.runs("doctor", "--json")
	var checks []struct{ Check, State, Message string }
	if err := json.Unmarshal([]byte(out), &checks); err != nil {
		w.t.Fatal(err, errs)
	}
	for _, c := range checks {
		if c.State == "bad" && !slices.Contains(but, c.Check) {
			w.t.Errorf("doctor: %s: %s", c.Check, c.Message)
		}
	}
}

// note makes a note and says whether it was acknowledged.
func (w *world) note(o *office.Office, text string) error {
	return o.Take(w.ctx, w.viewer("dirk"), w.only(), procedure.Note, noting(text))
}

func TestFileGoneWhileOpen(t *testing.T) {
	for how, take := range map[string]func(t *testing.T, path string){
		"removed": func(*testing.T, string) {},
		"replaced": func(t *testing.T, path string) {
			other := today(t, lang.NL)
			if code, _, errs := other.runs("backup", path); code != command.Done {
				t.Fatal(errs)
			}
		},
	} {
		t.Run(how, func(t *testing.T) {
			bothLanguages(t, func(t *testing.T, l lang.Language) { goneWhileOpen(t, l, take) })
		})
	}
}

// goneWhileOpen takes the file away under a form that is half filled in.
func goneWhileOpen(t *testing.T, l lang.Language, take func(t *testing.T, path string)) {
	w := today(t, l)
	number := w.record("omar", "Trainer een uur later")
	d, beat := w.ticking("dirk", l)
	d.Send(nav.Open{Subject: number})
	before := w.seqOf(number)
	aside := w.path + ".elsewhere"
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Rename(w.path+end, aside+end); err != nil {
			t.Fatal(err)
		}
	}
	take(t, w.path)
	there, _ := os.ReadFile(w.path)

	says := lang.New(l, w.zone).T("refusal.file-gone")
	beat() // also to who types nothing
	d.Contains(t, says)
	d.Send(nav.Act{Subject: number, Action: string(procedure.Note)})
	if err := w.office.Take(w.ctx, office.Viewer{ID: "s3", Login: "dirk"}, number, procedure.Note, noting("In de leegte")); !errors.Is(err, office.ErrGone) {
		t.Errorf("a note into the void: %v", err)
	}
	if now, _ := os.ReadFile(w.path); !bytes.Equal(now, there) {
		t.Error("what took its place was changed")
	}
	if err := os.RemoveAll(w.path); err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"", "-wal", "-shm"} { // it is found again
		if err := os.Rename(aside+end, w.path+end); err != nil {
			t.Fatal(err)
		}
	}
	if after := w.seqOf(number); after != before {
		t.Errorf("%d facts, and there were %d", after, before)
	}
	if err := w.note(w.office, "Weer terug"); err != nil {
		t.Error(err)
	}
	w.runs("list") // the daily copy
	w.healthy()
}

// ticking is sit, with the program's own timer to be beaten.
func (w *world) ticking(login string, l lang.Language) (d *uitest.Driver, beat func()) {
	w.t.Helper()
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	var say func(time.Time) tea.Msg
	d = uitest.New(w.t, ui.New(ui.Config{Office: w.another(), Org: org, Viewer: w.viewer(login), Speaker: lang.New(l, w.zone),
		Tick: func(_ time.Duration, s func(time.Time) tea.Msg) tea.Cmd { say = s; return nil }}), 80, 24)
	return d, func() { d.Send(say(w.now)) }
}

func (w *world) seqOf(number string) int {
	w.t.Helper()
	d, err := w.office.Dossier(w.ctx, w.viewer("dirk"), number, time.Time{})
	if err != nil {
		w.t.Fatal(err)
	}
	return d.Seq
}

// A program of a newer version has given the file another form while an older
// one had it open: that one writes nothing more.
func TestNewerAndOlderProgramAtOnce(t *testing.T) {
	bothLanguages(t, func(t *testing.T, l lang.Language) {
		w := today(t, l)
		w.record("omar", "Trainer een uur later")
		d, beat := w.ticking("dirk", l)
		form := newerForm(t, w.path, 9999)
		beat()
		d.Contains(t, lang.New(l, w.zone).T("refusal.file-newer"))
		if err := w.note(w.office, "Te laat"); !errors.Is(err, office.ErrNewer) {
			t.Errorf("the older program writes: %v", err)
		}
		w.refuses(l, command.Failed, "file-newer", "list", "--lang", string(l))
		newerForm(t, w.path, form)
		if err := w.note(w.office, "Weer goed"); err != nil {
			t.Error(err)
		}
		w.runs("list")
		w.healthy()
	})
}

func TestNoDatabase(t *testing.T) {
	bothLanguages(t, func(t *testing.T, l lang.Language) {
		w := today(t, l)
		text := w.path + ".txt"
		if err := os.WriteFile(text, []byte("Geachte heer, mevrouw"), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"list"}, {"new"}, {"backup", w.path + ".copy"}, {"staff", "list"}} {
			w.refuses(l, command.BadInput, "file-foreign", append(args, "--db", text, "--lang", string(l))...)
		}
		if got, _ := os.ReadFile(text); string(got) != "Geachte heer, mevrouw" {
			t.Error("it was changed")
		}
		w.runs("list")
		w.healthy()
	})
}

// Another machine's log lies beside the file, as after half a copy.
func TestTwoMachinesMixedUp(t *testing.T) {
	bothLanguages(t, func(t *testing.T, l lang.Language) {
		here, there := today(t, l), today(t, l)
		record := []string{"new"}
		for name, value := range ordinary("Trainer een uur later") {
			record = append(record, "--field", name+"="+value)
		}
		for _, w := range []*world{here, there} { // by real programs, each with chance of its own
			if code, _, errs := w.runs(record...); code != command.Done {
				t.Fatal(errs)
			}
		}
		copied := here.path + ".copy"
		if code, _, errs := here.runs("backup", copied); code != command.Done {
			t.Fatal(errs)
		}
		mixed := *here
		mixed.path = copied
		if code, _, errs := mixed.runs("list"); code != command.Done { // from now on it is in use there
			t.Fatal(errs)
		}
		log, err := os.ReadFile(there.path + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(copied+"-wal", log, 0o600); err != nil {
			t.Fatal(err)
		}
		mixed.refuses(l, command.Failed, "file-mixed", "list", "--lang", string(l))
		if code, out, _ := mixed.runs("doctor", "--lang", string(l)); code != command.Failed || !strings.Contains(out, lang.New(l, here.zone).T("refusal.file-mixed")) {
			t.Errorf("doctor exits %d: %s", code, out)
		}
		if err := os.Remove(copied + "-wal"); err != nil {
			t.Fatal(err)
		}
		if code, out, errs := mixed.runs("list", "--view", "all"); code != command.Done || !strings.Contains(out, here.only()) {
			t.Error(out, errs)
		}
		mixed.healthy()
	})
}

// A copy is not put back under a program that has the file open, such as the
// server; nothing is changed then.
func TestRestoreWhileOpen(t *testing.T) {
	bothLanguages(t, func(t *testing.T, l lang.Language) {
		w := today(t, l)
		copied := w.path + ".copy"
		if code, _, errs := w.runs("backup", copied); code != command.Done {
			t.Fatal(errs)
		}
		number := w.record("omar", "Na de kopie")
		w.refuses(l, command.Failed, "file-busy", "restore", copied, "--yes", "--lang", string(l))
		if err := w.note(w.office, "Gewoon verder"); err != nil {
			t.Error(err)
		}
		if got := w.notes(number); len(got) != 1 {
			t.Errorf("notes %q", got)
		}
		w.runs("list")
		w.healthy()
	})
}

// A list that was changed outside is found and made anew; a fact that was
// changed is found.
func TestDoctorFindsWhatWasChanged(t *testing.T) {
	bothLanguages(t, func(t *testing.T, l lang.Language) {
		w := today(t, l)
		number := w.record("omar", "Trainer een uur later")
		w.runs("list")
		w.healthy()
		outside(t, w.path, `UPDATE complaints SET subject = 'Iets anders'`)
		code, out, _ := w.runs("doctor", "--lang", string(l))
		sp := lang.New(l, w.zone)
		if code != command.Failed || !strings.Contains(out, sp.T("doctor.lists-behind", lang.Args{"Where": number})) {
			t.Errorf("exits %d: %s", code, out)
		}
		if code, _, errs := w.runs("doctor", "--rebuild"); code != command.Done {
			t.Error(errs)
		}
		photo := office.Input{Files: map[string]office.File{"file": {Name: "foto.jpg", Content: []byte("foto")}}}
		if err := w.office.Take(w.ctx, w.viewer("dirk"), number, procedure.Attach, photo); err != nil {
			t.Fatal(err)
		}
		w.healthy()
		outside(t, w.path, `UPDATE files SET content = 'iets anders'`)
		if _, out, _ := w.runs("doctor", "--lang", string(l)); !strings.Contains(out, sp.N("doctor.facts-file-gone", 1, lang.Args{"Where": number})) {
			t.Error(out)
		}
		outside(t, w.path, `UPDATE files SET content = 'foto'`, `DROP TRIGGER events_unchanged`, `UPDATE events SET personal = replace(personal, 'Trainer', 'Docent') WHERE stream = '`+number+`'`)
		code, out, _ = w.runs("doctor", "--lang", string(l))
		if code != command.Failed || !strings.Contains(out, sp.N("doctor.facts-changed", 1, lang.Args{"Where": number})) {
			t.Errorf("exits %d: %s", code, out)
		}
		if code, _, errs := w.runs("backup", w.path+".copy"); code != command.Unverified {
			t.Errorf("a copy of it exits %d: %s", code, errs)
		}
		if code, _, errs := w.runs("restore", w.path+".copy", "--yes"); code == command.Done {
			t.Error(errs)
		}
	})
}

// outside changes a file behind the program's back.
func outside(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// newerForm sets the form of a file behind the program's back, and gives the old one.
func newerForm(t *testing.T, path string, form int) (old int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	err = db.QueryRow(`PRAGMA user_version`).Scan(&old)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	outside(t, path, fmt.Sprintf(`PRAGMA user_version = %d`, form))
	return old
}
