package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/store"
)

// killed makes the test binary, run again for one test, the program that is
// killed: FILE and the number with which it begins.
const killed = "LEERMOMENT_KILLED"

// writer writes one thing after the other into a file, and says of each before
// that it begins and after that it was acknowledged.
type writer struct {
	ctx  context.Context
	o    *office.Office
	v    office.Viewer
	path string
	last string // complaint
	keep keeper
}

// kinds are all kinds of writes; each gives what proves that it was done.
func (w *writer) kinds() map[string]func(n int) (string, error) {
	return map[string]func(n int) (string, error){
		"record": func(n int) (number string, err error) {
			number, err = w.o.Record(w.ctx, w.v, office.Input{Values: ordinary(strconv.Itoa(n))})
			w.last = number
			return number, err
		},
		"action": func(n int) (string, error) {
			return w.last, w.o.Take(w.ctx, w.v, w.last, procedure.Note, noting(strconv.Itoa(n)))
		},
		"attachment": func(n int) (string, error) {
			f := office.File{Name: strconv.Itoa(n) + ".txt", Content: []byte(strings.Repeat(strconv.Itoa(n)+" ", 5000))}
			return w.last, w.o.Take(w.ctx, w.v, w.last, procedure.Attach, office.Input{Files: map[string]office.File{"file": f}})
		},
		"draft": func(n int) (string, error) {
			return w.o.SaveDraft(w.ctx, w.v, office.Draft{Action: procedure.NewComplaint, Values: map[string]string{"subject": strconv.Itoa(n)}})
		},
		"preference": func(n int) (string, error) {
			return "", w.o.Prefer(w.ctx, w.v, map[string]string{"colours": liked(n)})
		},
		"staff": func(n int) (string, error) {
			login := "p" + strconv.Itoa(n)
			return login, w.o.AddStaff(w.ctx, w.v, office.NewStaff{Login: login, Name: "Proef", Roles: []procedure.Role{procedure.ProjectLeader}})
		},
		"backup": func(n int) (string, error) {
			to := w.path + ".copy-" + strconv.Itoa(n)
			_, err := w.keep.Backup(w.ctx, w.path, to)
			return to, err
		},
	}
}

func liked(n int) string {
	values := office.AllLikings()[0].Values
	return values[n%len(values)]
}

// writeForEver writes until it is killed.
func writeForEver(ctx context.Context, path string, n int) error {
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		return err
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	wire := wiring{zone: zone}
	w := &writer{ctx: ctx, path: path, keep: keeper{wire}}
	w.o = wire.office(s, time.Now, rand.Reader)
	if w.v, err = w.o.Acting(ctx, "dirk", ""); err != nil {
		return err
	}
	page, err := w.o.List(ctx, w.v, office.Query{View: office.All, Limit: 1})
	if err != nil {
		return err
	}
	w.last = page.Lines[0].Number
	kinds := w.kinds()
	names := slices.Sorted(maps.Keys(kinds))
	for range 3 { // a copy takes as long as many of the others
		names = append(names, slices.DeleteFunc(slices.Sorted(maps.Keys(kinds)), func(k string) bool { return k == "backup" })...)
	}
	for ; ; n++ {
		kind := names[n%len(names)]
		fmt.Println("begins", kind, n)
		proof, err := kinds[kind](n)
		if err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
		fmt.Println("acknowledged", kind, n, proof)
	}
}

// said is what a killed program said of one write.
type said struct {
	kind  string
	n     int
	proof string
}

// killOne starts the program, kills it 0 to 50 ms after it began to write, and
// gives what it had acknowledged and what it had begun.
func killOne(t *testing.T, path string, n int, wait time.Duration) (done []said, begun said) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilledWhileWriting$")
	cmd.Env = append(os.Environ(), killed+"="+path, killed+"_FROM="+strconv.Itoa(n))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for first := true; lines.Scan(); {
		words := append(strings.SplitN(lines.Text(), " ", 4), "")
		if words[0] != "begins" && words[0] != "acknowledged" {
			continue // what a test says of itself
		}
		if first {
			first = false
			kill := time.AfterFunc(wait, func() { _ = cmd.Process.Kill() })
			defer kill.Stop()
		}
		x := said{kind: words[1], proof: words[3]}
		x.n, _ = strconv.Atoi(words[2])
		if begun = x; words[0] == "acknowledged" {
			begun = said{}
			done = append(done, x)
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("it was not killed")
	}
	return done, begun
}

// A program is killed at any moment of any kind of write: everything that it
// acknowledged is in the file, nothing is half there, and the file is whole.
func TestKilledWhileWriting(t *testing.T) {
	if path := os.Getenv(killed); path != "" {
		n, _ := strconv.Atoi(os.Getenv(killed + "_FROM"))
		t.Fatal(writeForEver(t.Context(), path, n))
	}
	trials := 5
	if asked := os.Getenv("LEERMOMENT_ROUNDS"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil {
			t.Fatal(err)
		}
		trials = n
	}
	r := mathrand.New(mathrand.NewPCG(6, 3))
	inside, acknowledged, lost, n := map[string]int{}, 0, 0, 0
	path := ""
	for trial := range trials {
		if trial%25 == 0 {
			path = filepath.Join(t.TempDir(), "world.db")
			w, closeFile := worldOn(t, path)
			w.found(lang.NL)
			w.record("omar", "Trainer een uur later")
			closeFile()
		}
		done, begun := killOne(t, path, n+r.IntN(25), time.Duration(r.IntN(50_000))*time.Microsecond)
		if begun.kind != "" {
			inside[begun.kind]++
		}
		acknowledged += len(done)
		for _, x := range done {
			n = max(n, x.n+1)
		}
		n = max(n, begun.n+1)
		w, closeFile := worldOn(t, path)
		lost += w.lost(done, begun)
		closeFile()
	}
	total := 0
	for _, k := range inside {
		total += k
	}
	t.Logf("%d kills, %d of them inside a write (%v), %d writes acknowledged, %d lost", trials, total, inside, acknowledged, lost)
	if lost > 0 || trials >= 40 && total*4 < trials*3 {
		t.Errorf("%d lost, %d of %d kills inside a write", lost, total, trials)
	}
}

// worldOn opens a file as it was left, of which nobody else has the log open.
func worldOn(t *testing.T, path string) (w *world, closeFile func()) {
	t.Helper()
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	wire := wiring{zone: zone}
	o := wire.office(s, time.Now, rand.Reader)
	return &world{t: t, ctx: t.Context(), zone: zone, now: time.Now(), path: path, office: o}, func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// lost counts what was acknowledged and is not in the file, and fails where it
// is not healthy.
func (w *world) lost(done []said, begun said) (lost int) {
	w.t.Helper()
	o := w.office
	e, err := o.Examine(w.ctx)
	if err != nil || len(e.Flaws) > 0 {
		w.t.Fatalf("%v, flaws %v after %v, killed in %v", err, e.Flaws, done, begun)
	}
	v := w.viewer("dirk")
	drafts, err := o.Drafts(w.ctx, v)
	if err != nil {
		w.t.Fatal(err)
	}
	org, err := o.Organisation(w.ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	likings, err := o.Preferences(w.ctx, v)
	if err != nil {
		w.t.Fatal(err)
	}
	for i, x := range done {
		there := false
		switch text := strconv.Itoa(x.n); x.kind {
		case "record", "action", "attachment":
			there = w.holds(o, v, x, text)
		case "draft":
			there = slices.ContainsFunc(drafts, func(d office.Draft) bool { return d.ID == x.proof && d.Values["subject"] == text })
		case "staff":
			_, there = org.ByLogin(x.proof)
		case "preference":
			last := !slices.ContainsFunc(done[i+1:], func(later said) bool { return later.kind == x.kind })
			there = !last || likings["colours"] == liked(x.n) || begun.kind == x.kind && likings["colours"] == liked(begun.n)
		case "backup":
			copied, err := store.OpenCopy(w.ctx, x.proof)
			if err == nil {
				err = errors.Join(copied.Whole(w.ctx), copied.Close(), os.Remove(x.proof))
			}
			there = err == nil
		}
		if !there {
			lost++
			w.t.Errorf("%v was acknowledged and is not there", x)
		}
	}
	return lost
}

// holds says whether a dossier has what was recorded in it.
func (w *world) holds(o *office.Office, v office.Viewer, x said, text string) bool {
	d, err := o.Dossier(w.ctx, v, x.proof, time.Time{})
	if err != nil {
		w.t.Error(err)
		return false
	}
	switch x.kind {
	case "record":
		return d.Form.Subject == text
	case "action":
		return slices.Contains(w.notes(x.proof), text)
	}
	for _, f := range d.Files {
		if f.Name == text+".txt" {
			content, err := o.Attachment(w.ctx, v, x.proof, f.Digest)
			return err == nil && strings.HasPrefix(string(content), text+" ")
		}
	}
	return false
}
