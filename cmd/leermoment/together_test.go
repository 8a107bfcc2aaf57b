package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/store"
	"leermoment/ui"
	"leermoment/ui/desk"
	"leermoment/ui/nav"
	registerscreen "leermoment/ui/register"
	"leermoment/ui/theme"
	"leermoment/ui/uitest"
)

// anotherProgram makes the test binary, run again for one test, a second program
// that works on the file of this name.
const anotherProgram = "LEERMOMENT_ANOTHER_PROGRAM"

// each is how many complaints every writer records, and how many notes it makes.
const each = 4

// together is the moment at which all write.
func together() time.Time { return time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC) }

// openOffice opens the file as a program does.
func openOffice(ctx context.Context, path string) (*office.Office, func() error, error) {
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		return nil, nil, err
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	wire := wiring{zone: zone}
	return wire.office(s, together, rand.Reader), s.Close, nil
}

func asAnotherProgram(ctx context.Context, path string) error {
	o, closeFile, err := openOffice(ctx, path)
	if err != nil {
		return err
	}
	numbers, err := write(ctx, o, "another program")
	for _, n := range numbers {
		fmt.Println(n)
	}
	return errors.Join(err, closeFile())
}

// write records complaints, each followed by a note on the first one of all and
// by one that counts only while nobody was quicker. It gives its numbers.
func write(ctx context.Context, o *office.Office, name string) (numbers []string, err error) {
	omar, err := o.Acting(ctx, "omar", "")
	if err != nil {
		return nil, err
	}
	for i := range each {
		number, err := o.Record(ctx, omar, office.Input{Values: ordinary(name)})
		if err != nil {
			return numbers, err
		}
		numbers = append(numbers, number)
		seen, err := o.Dossier(ctx, omar, shared, time.Time{})
		if err != nil {
			return numbers, err
		}
		note := fmt.Sprintf("%s %d", name, i)
		if err := o.Take(ctx, omar, shared, procedure.Note, noting(note)); err != nil {
			return numbers, err
		}
		late := noting("seen too long ago")
		late.Seen = seen.Seq
		if err := o.Take(ctx, omar, shared, procedure.Note, late); !errors.Is(err, office.ErrStale) {
			return numbers, fmt.Errorf("a note on what has changed since: %w", err)
		}
	}
	return numbers, nil
}

// shared is the complaint on which everybody makes notes.
const shared = "2026-001"

func noting(text string) office.Input { return office.Input{Values: map[string]string{"text": text}} }

// Three programs on one file, one of them another process, and eight people at
// work in two of them: nothing is lost and no number is missing or used twice.
func TestEverybodyWritesAtOnce(t *testing.T) {
	if path := os.Getenv(anotherProgram); path != "" {
		if err := asAnotherProgram(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		return
	}
	w := newWorld(t, lang.NL)
	w.record("omar", "Waar iedereen een notitie bij maakt")

	other := exec.CommandContext(w.ctx, os.Args[0], "-test.run=^"+t.Name()+"$")
	other.Env = append(os.Environ(), anotherProgram+"="+w.path)
	other.Stderr = os.Stderr
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}

	var programs [2]*office.Office
	for i := range programs {
		o, closeFile, err := openOffice(w.ctx, w.path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := closeFile(); err != nil {
				t.Error(err)
			}
		}()
		programs[i] = o
	}
	numbers := []string{shared}
	names := []string{"another program"}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range 8 {
		name := fmt.Sprintf("person %d", i)
		names = append(names, name)
		wg.Go(func() {
			mine, err := write(w.ctx, programs[i%2], name)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			mu.Lock()
			defer mu.Unlock()
			numbers = append(numbers, mine...)
		})
	}
	wg.Wait()
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "2026-") { // the rest is what a test says
			numbers = append(numbers, lines.Text())
		}
	}
	if err := other.Wait(); err != nil {
		t.Fatal(err)
	}
	w.complete(numbers, names)
}

// complete fails where a number, a complaint or a note is missing.
func (w *world) complete(numbers, names []string) {
	w.t.Helper()
	slices.Sort(numbers)
	page, err := w.office.List(w.ctx, w.viewer("dirk"), office.Query{View: office.All})
	if err != nil {
		w.t.Fatal(err)
	}
	if want := len(names)*each + 1; len(numbers) != want || len(page.Lines) != want {
		w.t.Fatalf("%d numbers given, %d complaints listed, want %d", len(numbers), len(page.Lines), want)
	}
	for i, number := range numbers {
		if want := office.Number("", 2026, i+1); number != want || page.Lines[len(numbers)-1-i].Number != want {
			w.t.Fatalf("given %s and listed %s where %s is due", number, page.Lines[len(numbers)-1-i].Number, want)
		}
	}
	notes := w.notes(shared)
	var want []string
	for _, name := range names {
		for i := range each {
			want = append(want, fmt.Sprintf("%s %d", name, i))
		}
	}
	slices.Sort(notes)
	slices.Sort(want)
	if !slices.Equal(notes, want) {
		w.t.Fatalf("notes %v, want %v", notes, want)
	}
}

func (w *world) notes(number string) (texts []string) {
	w.t.Helper()
	d, err := w.office.Dossier(w.ctx, w.viewer("dirk"), number, time.Time{})
	if err != nil {
		w.t.Fatal(err)
	}
	for i, e := range d.Events {
		if e.Seq != i+1 {
			w.t.Fatalf("fact %d stands at place %d", e.Seq, i+1)
		}
		if text, ok := e.Data["text"].(string); ok && e.Name == "noted" {
			texts = append(texts, text)
		}
	}
	return texts
}

// Two have the same dossier before them. Who is second is told, keeps what he
// typed, sees what was done meanwhile, and records with a second ctrl+s.
func TestTheSecondIsToldAndKeepsHisForm(t *testing.T) {
	w := newWorld(t, lang.NL)
	sp := lang.New(lang.NL, w.zone)
	number := w.record("omar", "Trainer een uur later")
	first, second := w.sit("dirk", 80, 24, lang.NL), w.sit("petra", 80, 24, lang.NL)
	for _, d := range []*uitest.Driver{first, second} {
		d.Send(nav.Open{Subject: number})
		d.Send(nav.Act{Subject: number, Action: string(procedure.Note)})
		d.Press("tab")
	}
	first.Type("Van Dirk")
	second.Type("Van Petra")
	first.Press("ctrl+s")
	second.Press("ctrl+s")
	second.Contains(t, sp.T("action-screen.stale"))
	second.Contains(t, "Van Petra")
	if got := w.notes(number); !slices.Equal(got, []string{"Van Dirk"}) {
		t.Fatalf("notes %q", got)
	}
	second.Press("ctrl+s")
	second.Contains(t, sp.T("action-screen.recorded", lang.Args{"Action": sp.T("action.note")}))
	if got := w.notes(number); !slices.Equal(got, []string{"Van Dirk", "Van Petra"}) {
		t.Fatalf("notes %q", got)
	}
}

// row is the row of the register or of a dossier's part on which the cursor is.
func row(t *testing.T, d *uitest.Driver) string {
	t.Helper()
	for _, line := range d.Lines() {
		if strings.HasPrefix(line, "▌") {
			return line
		}
	}
	t.Fatalf("no cursor:\n%s", d.Screen())
	return ""
}

// What another program does is seen without a key, and the cursor stays on the
// complaint, the fact or the letter of the form on which it was.
func TestWhatAnotherProgramDoesIsSeen(t *testing.T) {
	w := newWorld(t, lang.NL)
	sp := lang.New(lang.NL, w.zone)
	for _, subject := range []string{"De eerste", "De tweede", "De derde"} {
		w.record("omar", subject)
		w.now = w.now.Add(time.Minute)
	}
	list, dossier, form := w.sit("omar", 80, 24, lang.NL), w.sit("omar", 80, 24, lang.NL), w.sit("omar", 80, 24, lang.NL)
	list.Press("down")
	onList := row(t, list)
	dossier.Send(nav.Open{Subject: "2026-001"})
	dossier.Press("tab", "down") // in the history, on the older of two facts
	onFact := row(t, dossier)
	form.Send(nav.Open{Subject: "2026-001"})
	form.Send(nav.Act{Subject: "2026-001", Action: string(procedure.Note)})
	form.Press("tab")
	form.Type("Half een")
	x, y, _ := form.Cursor()

	other := w.another()
	omar := w.viewer("omar")
	if err := other.Take(w.ctx, omar, "2026-001", procedure.Note, noting("Van elders")); err != nil {
		t.Fatal(err)
	}
	if err := other.Take(w.ctx, omar, "2026-001", procedure.ConfirmReceipt, office.Input{Values: map[string]string{"by": "post", "to": "Dorpsstraat 1"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Record(w.ctx, omar, office.Input{Values: ordinary("De vierde")}); err != nil {
		t.Fatal(err)
	}
	w.hear()

	list.Contains(t, "2026-004")
	list.Lacks(t, "2026-001") // nothing to do for the office manager now
	if got := row(t, list); !strings.Contains(got, "2026-002") || got != onList {
		t.Errorf("the cursor was on %q and is on %q", onList, got)
	}
	dossier.Contains(t, "Van elders")
	if got := row(t, dossier); got != onFact {
		t.Errorf("the cursor was on %q and is on %q", onFact, got)
	}
	form.Contains(t, "Half een")
	if nx, ny, _ := form.Cursor(); nx != x || ny != y {
		t.Errorf("the cursor was at %d,%d and is at %d,%d", x, y, nx, ny)
	}
	form.Type(" gedachte")
	form.Contains(t, "Half een gedachte")
	form.Press("esc")
	form.Contains(t, sp.T("dossier.draft", lang.Args{"Title": sp.T("action.note"), "At": sp.When(w.now, w.now)}))
}

// The program looks for changes by itself, well within two seconds.
func TestTheProgramLooksForChangesItself(t *testing.T) {
	w := newWorld(t, lang.NL)
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	var beat func(time.Time) tea.Msg
	app := ui.New(ui.Config{Office: w.another(), Org: org, Viewer: w.viewer("omar"), Speaker: lang.New(lang.NL, w.zone),
		Tick: func(after time.Duration, say func(time.Time) tea.Msg) tea.Cmd {
			if after > 2*time.Second {
				t.Errorf("it looks only every %s", after)
			}
			beat = say
			return nil
		}})
	d := uitest.New(t, app, 80, 24)
	d.Send(beat(w.now))
	d.Lacks(t, "2026-001")
	w.record("omar", "Trainer een uur later")
	d.Send(beat(w.now))
	d.Contains(t, "2026-001")
}

// Where others change something all the time, an answer is never to the last
// question: it is shown even so, and asked anew.
func TestWhatChangesAllTheTimeIsShown(t *testing.T) {
	w := demoWorld(t)
	r := registerscreen.New(desk.Config{Office: w.office, Viewer: w.viewer("annelies"), Speaker: lang.New(lang.NL, w.zone), Styles: theme.Plain()})
	read := r.Init()
	if _, again := r.Update(nav.Changed{}); again != nil {
		t.Error("two questions at once")
	}
	_, again := r.Update(read())
	if r.Loading() || again == nil {
		t.Fatalf("still loading: %v; asked anew: %v", r.Loading(), again != nil)
	}
	todo := r.Position()
	if _, cmd := r.Update(tea.KeyPressMsg{Code: tea.KeyRight}); cmd != nil { // her own: none
		t.Error("two questions at once")
	}
	_, again = r.Update(again())
	if r.Position() != todo || again == nil {
		t.Fatalf("the answer to what is no longer asked: %s; asked anew: %v", r.Position(), again != nil)
	}
	r.Update(again())
	if r.Position() == todo {
		t.Errorf("the other view has the rows of the former: %s", todo)
	}
}
