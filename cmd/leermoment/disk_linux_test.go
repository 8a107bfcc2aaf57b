package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"leermoment/internal/command"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/nav"
)

// skipOutsideCI leaves a test where this machine does not let it be done; CI is
// root, and there nothing is left out.
func skipOutsideCI(t *testing.T, why string, err error) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why, err)
	}
	t.Skip(why, err)
}

// mounted mounts what is asked for, or says that this machine does not let it
// be done: it needs root, as CI is.
func mounted(t *testing.T, source, at, kind string, flags uintptr, data string) {
	t.Helper()
	if err := syscall.Mount(source, at, kind, flags, data); err != nil {
		skipOutsideCI(t, "nothing can be mounted here: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(at, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

// smallDisk puts a world on a disk of its own of that size.
func smallDisk(t *testing.T, l lang.Language, size string) *world {
	t.Helper()
	w := today(t, l)
	w.record("omar", "Trainer een uur later")
	dir := t.TempDir()
	mounted(t, "tmpfs", dir, "tmpfs", 0, "mode=0700,size="+size)
	there := *w
	there.path = filepath.Join(dir, "world.db")
	if code, _, errs := w.runs("backup", there.path); code != command.Done {
		t.Fatal(errs)
	}
	there.office = there.another()
	return &there
}

// The disk fills while people record, until nothing goes any more. What had been
// acknowledged is there, one can read and is told, and with room made again the
// work goes on.
func TestFullDisk(t *testing.T) {
	bothLanguages(t, func(t *testing.T, l lang.Language) {
		w := smallDisk(t, l, "6m")
		dir := filepath.Dir(w.path)
		ballast := filepath.Join(dir, "ballast")
		if err := os.WriteFile(ballast, make([]byte, 2<<20), 0o600); err != nil {
			t.Fatal(err)
		}
		acknowledged := 0
		var err error
		for err == nil && acknowledged < 4000 {
			if err = w.note(w.office, strings.Repeat("vol ", 4000)); err == nil {
				acknowledged++
			}
		}
		if !errors.Is(err, office.ErrFull) {
			t.Fatalf("after %d notes: %v", acknowledged, err)
		}
		w.refuses(l, command.Failed, "file-full", "do", w.only(), "note", "--field", "text="+strings.Repeat("vol ", 4000), "--lang", string(l))
		if code, out, errs := w.runs("list", "--view", "all", "--lang", string(l)); code != command.Done || !strings.Contains(out, w.only()) {
			t.Errorf("it cannot be read: %s %s", out, errs)
		} else if !strings.Contains(errs, lang.New(l, w.zone).T("refusal.file-no-room")) {
			t.Errorf("nobody is told that there is no copy of today: %q", errs)
		}
		w.refuses(l, command.Failed, "file-no-room", "backup", filepath.Join(dir, "copy.db"), "--lang", string(l))
		if left, err := filepath.Glob(filepath.Join(dir, "*half*")); err != nil || len(left) != 0 {
			t.Errorf("of a copy that was not made stays %q, %v", left, err)
		}
		if code, out, _ := w.runs("doctor"); code != command.Failed || !strings.Contains(out, "MB") {
			t.Errorf("doctor exits %d: %s", code, out)
		}
		d := w.sit("dirk", 80, 24, l)
		d.Send(nav.Open{Subject: w.only()})
		d.Send(nav.Act{Subject: w.only(), Action: string(procedure.Note)})
		d.Press("tab")
		d.Paste("Weer ruimte" + strings.Repeat(" vol", 4000))
		d.Press("ctrl+s")
		d.Contains(t, lang.New(l, w.zone).T("refusal.file-full"))
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		d.Press("ctrl+s") // what was typed is still there
		have := len(w.notes(w.only()))
		t.Logf("%d notes acknowledged, %d lost", acknowledged+1, max(0, acknowledged+1-have))
		if have != acknowledged+1 {
			t.Errorf("%d notes, want %d", have, acknowledged+1)
		}
		w.runs("list")
		w.healthy("space", "copies")
	})
}

// File and folder may not be written any more, before the program starts and
// while it is open.
func TestReadOnlyFolder(t *testing.T) {
	bothLanguages(t, func(t *testing.T, l lang.Language) {
		w := today(t, l)
		w.record("omar", "Trainer een uur later")
		w.runs("list")
		number, dir := w.only(), filepath.Dir(w.path)
		shut := t.TempDir()
		mounted(t, dir, shut, "", syscall.MS_BIND, "")
		if err := syscall.Mount("", shut, "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY, ""); err != nil {
			skipOutsideCI(t, "no folder can be made read-only here: ", err)
		}
		there := *w
		there.path = filepath.Join(shut, filepath.Base(w.path))
		for _, args := range [][]string{{"do", number, "note", "--field", "text=Niet"}, {"new", "--db", filepath.Join(shut, "new.db")}} {
			there.refuses(l, command.Failed, "file-read-only", append(args, "--lang", string(l))...)
		}
		there.refuses(l, command.Failed, "file-read-only", "backup", filepath.Join(shut, "copy.db"), "--lang", string(l))
		if code, out, _ := there.runs("doctor", "--lang", string(l)); code != command.Failed || !strings.Contains(out, lang.New(l, w.zone).T("refusal.file-read-only")) {
			t.Errorf("doctor exits %d: %s", code, out)
		}
		if got := w.notes(number); len(got) != 0 {
			t.Errorf("notes %q", got)
		}
		w.healthy()
	})
}
