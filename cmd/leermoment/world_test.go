package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/demo"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/store"
	"leermoment/ui"
	"leermoment/ui/nav"
	"leermoment/ui/uitest"
)

// world is one office of three people on one real file, with a clock that the
// test moves.
type world struct {
	t      *testing.T
	ctx    context.Context
	zone   *time.Location
	now    time.Time
	path   string
	office *office.Office
	seats  []*uitest.Driver
	prints string // the folder in which papers come; "" over a line
}

func newWorld(t *testing.T, language lang.Language) *world {
	t.Helper()
	w := emptyWorld(t)
	w.found(language)
	return w
}

// found sets a file up for three people.
func (w *world) found(language lang.Language) {
	w.t.Helper()
	err := w.office.Found(w.ctx, office.Founding{Name: "Opleiders Proef", Email: "klachten@example.org", Language: string(language),
		DefaultOwner: "petra", Staff: []office.NewStaff{
			{Login: "omar", Name: "Omar Demo", Roles: []procedure.Role{procedure.OfficeManager}},
			{Login: "petra", Name: "Petra Demo", Roles: []procedure.Role{procedure.ProjectLeader}},
			{Login: "dirk", Name: "Dirk Demo", Roles: []procedure.Role{procedure.Director}},
		}})
	if err != nil {
		w.t.Fatal(err)
	}
}

// emptyWorld is a new file that nobody has set up yet.
func emptyWorld(t *testing.T) *world {
	t.Helper()
	w := noWorld(t)
	w.office = w.another()
	return w
}

// noWorld has no file yet.
func noWorld(t *testing.T) *world {
	t.Helper()
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		t.Fatal(err)
	}
	return &world{t: t, ctx: t.Context(), zone: zone, now: demoNow(zone),
		path: filepath.Join(t.TempDir(), "world.db")}
}

// another opens the same file once more, as another program does.
func (w *world) another() *office.Office {
	w.t.Helper()
	s, err := store.Open(w.ctx, w.path)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() {
		if err := s.Close(); err != nil {
			w.t.Error(err)
		}
	})
	wire := wiring{zone: w.zone}
	return wire.office(s, func() time.Time { return w.now }, &demoRandom{rand.New(rand.NewPCG(1, uint64(len(w.seats))))})
}

type demoRandom struct{ r *rand.Rand }

func (d *demoRandom) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(d.r.Uint32())
	}
	return len(p), nil
}

func (w *world) viewer(login string) office.Viewer {
	w.t.Helper()
	if login == "" {
		return office.Viewer{}
	}
	v, err := w.office.Acting(w.ctx, login, "")
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

// sit starts the terminal program for somebody; "" is asked who he is.
func (w *world) sit(login string, width, height int, language lang.Language) *uitest.Driver {
	w.t.Helper()
	return w.start(login, width, height, language, false)
}

// sitInColour is sit at a terminal with colours.
func (w *world) sitInColour(login string, width, height int, language lang.Language) *uitest.Driver {
	w.t.Helper()
	return w.start(login, width, height, language, true)
}

func (w *world) start(login string, width, height int, language lang.Language, colour bool) *uitest.Driver {
	w.t.Helper()
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	var print ui.Printing
	if w.prints != "" {
		print = printsTo(w.office, w.prints)
	}
	app := ui.New(ui.Config{Office: w.another(), ReadFile: os.ReadFile, Print: print, Org: org, Viewer: w.viewer(login), Speaker: lang.New(language, w.zone),
		Colour: colour, Tick: noTick})
	d := uitest.New(w.t, app, width, height)
	w.seats = append(w.seats, d)
	return d
}

// noTick is a quiet timer that never ends.
func noTick(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }

// hear tells every screen that the file has changed, as its timer would.
func (w *world) hear() {
	for _, d := range w.seats {
		d.Send(nav.Changed{})
	}
}

// demoWorld is the demo's file, made around the world's moment.
func demoWorld(t *testing.T) *world {
	t.Helper()
	w := noWorld(t)
	w.putDemo()
	w.office = w.another()
	return w
}

func demoNow(zone *time.Location) time.Time { return time.Date(2026, 11, 24, 9, 40, 0, 0, zone) }

// putDemo puts the demo's file in the place of the world's.
func (w *world) putDemo() {
	w.t.Helper()
	content, err := demoFile()
	if err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(w.path, content, 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// demoFile is the demo's file, made once for all tests.
var demoFile = sync.OnceValues(func() ([]byte, error) {
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "leermoment-demo-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "demo.db")
	s, err := store.OpenFast(context.Background(), path)
	if err != nil {
		return nil, err
	}
	wire := wiring{zone: zone}
	_, err = demo.Build(context.Background(), func(clock func() time.Time, random *demo.Random) *office.Office {
		return wire.office(s, clock, random)
	}, demo.Order{Complaints: 60, Seed: 7, Now: demoNow(zone)})
	if err := errors.Join(err, s.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// owedOf are obligations all together, as Office.Obligations tells them.
func owedOf(ctx context.Context, o *office.Office, v office.Viewer, subject string, at time.Time) (all []office.Owed, err error) {
	err = o.Obligations(ctx, v, subject, at, func(owed office.Owed) error {
		all = append(all, owed)
		return nil
	})
	return all, err
}
