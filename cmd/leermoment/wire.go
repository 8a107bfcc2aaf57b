package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"runtime/debug"
	"time"
	_ "time/tzdata" // the zone is there on every machine

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"

	"leermoment/internal/command"
	"leermoment/internal/complaint"
	"leermoment/internal/demo"
	"leermoment/internal/lang"
	"leermoment/internal/letter"
	"leermoment/internal/linear"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/store"
	"leermoment/ui"
	"leermoment/ui/nav"
)

const zoneName = "Europe/Amsterdam"

func run(ctx context.Context, args []string) int {
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		panic(err) // the zones are compiled in
	}
	w := wiring{zone: zone}
	go procedure.Default() // takes as long as to open the file
	return command.Run(ctx, command.Edge{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Clock: time.Now, Zone: zone, User: osUser(),
		Database: filepath.Join(xdg.DataHome, "leermoment", "leermoment.db"), Build: build(),
		Open: w.open, Look: w.look, Demo: w.demo, Bench: w.bench, TempFile: tempFile, ReadFile: os.ReadFile, WriteFile: writeNew, WritePages: writePages,
		Stays: stays, Waits: waits, Screen: w.screen, Serve: w.serve, Terminal: atTerminal(os.Stdout), Asks: atTerminal(os.Stdin) && atTerminal(os.Stderr),
		Keys: func() command.Keys { return localKeys().command() }, Keeper: keeper{w},
	}, args)
}

// How much garbage, in hundredths of what is in use, may lie. Most commands end
// before any has to be taken away. The terminal program idles most of the time, on
// a machine where others work; many complaints are made with half a gigabyte in a
// quarter of the time.
const (
	brief  = 400
	usual  = 100
	thrift = 40
	lavish = 400
)

// stays prepares for what takes long or stays open.
func stays() error {
	debug.SetGCPercent(usual)
	return store.PoolPages()
}

// patience is how long somebody waits before he wants to know why.
const patience = time.Second

// waits says something after that.
func waits(say func()) func() {
	t := time.AfterFunc(patience, say)
	return func() { t.Stop() }
}

func osUser() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.Username
}

// wiring is what the parts are put together with. tick makes the quiet timer of
// the terminal program; nil is its own.
type wiring struct {
	zone *time.Location
	tick func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
}

// open opens the file with its use cases.
func (w wiring) open(ctx context.Context, path string, clock func() time.Time) (command.Opened, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return command.Opened{}, complaint.Faults{{Field: "db", Key: "file"}}
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return command.Opened{}, err
	}
	daily := func(ctx context.Context) error { return s.DailyCopy(ctx, clock().In(w.zone)) }
	return command.Opened{Office: w.officeWith(s, clock, rand.Reader, slack), Close: s.Close, Daily: daily}, nil
}

// look opens a file that is there, and leaves it as it is.
func (w wiring) look(ctx context.Context, path string, clock func() time.Time) (command.Opened, error) {
	s, err := store.Look(ctx, path)
	if err != nil {
		return command.Opened{}, err
	}
	return command.Opened{Office: w.office(s, clock, rand.Reader), Close: s.Close}, nil
}

// slack is how far the machine's clock may be behind the last recorded fact:
// clocks are put right by seconds, not by minutes.
const slack = 5 * time.Minute

// office is one whose clock is not asked to be later than what is recorded.
func (w wiring) office(s *store.Store, clock func() time.Time, random io.Reader) *office.Office {
	return w.officeWith(s, clock, random, 0)
}

func (w wiring) officeWith(s *store.Store, clock func() time.Time, random io.Reader, slack time.Duration) *office.Office {
	return office.New(s, office.Settings{Clock: clock, Slack: slack, Random: random, Zone: w.zone, Letters: writeLetter})
}

func writeLetter(kind complaint.LetterKind, c *complaint.Complaint, s office.LetterSetting) (string, error) {
	o := s.Organisation
	return letter.Write(kind, c, letter.Setting{
		Sender:   letter.Sender{Name: o.Name, Address: o.Address, Email: o.Email, Phone: o.Phone},
		Language: lang.Language(o.Language), Procedure: s.Procedure, Calendar: s.Calendar,
		Signer: s.Actor.Name, Owner: s.Owner.Name, Concerned: s.Concerned, Now: s.Now,
	})
}

// demo writes a database of made-up cases; a file that is there is not touched.
func (w wiring) demo(ctx context.Context, r command.DemoRequest) (err error) {
	if info, err := os.Stat(r.File); err == nil && info.Size() > 0 {
		return complaint.Faults{{Field: "to", Key: "file-there"}}
	}
	s, err := store.OpenFast(ctx, r.File)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if r.Complaints >= many {
		defer debug.SetGCPercent(debug.SetGCPercent(lavish))
	}
	bar := w.bar(r.Complaints)
	defer bar.end()
	build := func(clock func() time.Time, random *demo.Random) *office.Office { return w.office(s, clock, random) }
	lived, err := demo.Build(ctx, build, demo.Order{Complaints: r.Complaints, Seed: r.Seed, Now: r.Now, Told: bar.show})
	if errors.Is(err, context.Canceled) {
		return command.Stopped{File: r.File, Complaints: lived}
	}
	return err
}

// writeNew makes a file and never overwrites one.
func writeNew(path string, content []byte) error {
	err := newFile(path, content)
	if errors.Is(err, os.ErrExist) {
		return complaint.Faults{{Field: "output", Key: "file-there"}}
	}
	return err
}

// writePages writes files beneath a folder, for everybody to read.
func writePages(dir string, pages map[string][]byte) error {
	for name, content := range pages {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func tempFile() (string, func(), error) {
	dir, err := os.MkdirTemp("", "leermoment-demo-")
	if err != nil {
		return "", nil, err
	}
	return filepath.Join(dir, "demo.db"), func() { _ = os.RemoveAll(dir) }, nil
}

// program is how the terminal program is made for somebody.
func (w wiring) program(ctx context.Context, s command.Screen, colour bool) (c ui.Config, err error) {
	c = ui.Config{Office: s.Office, Viewer: s.Viewer, Subject: s.Subject, Speaker: lang.New(s.Lang, w.zone), Asked: s.Asked, Colour: colour, Chosen: s.Chosen, Tick: w.tick}
	if c.Org, err = s.Office.Organisation(ctx); err != nil || s.Viewer.ID == "" {
		return c, err
	}
	c.Preferences, err = s.Office.Preferences(ctx, s.Viewer)
	return c, err
}

// lines runs the program line by line.
func (w wiring) lines(ctx context.Context, s command.Screen, in io.Reader, out io.Writer, readFile func(string) ([]byte, error)) error {
	return linear.Run(ctx, linear.Config{Office: s.Office, Viewer: s.Viewer, Subject: s.Subject, Speaker: lang.New(s.Lang, w.zone),
		Asked: s.Asked, Chosen: s.Chosen, ReadFile: readFile, In: in, Out: out})
}

// screen runs the terminal program.
func (w wiring) screen(ctx context.Context, s command.Screen) (err error) {
	if s.Linear {
		defer keepDaily(ctx, aMoment, s.Daily, func(err error) { fmt.Fprintln(os.Stderr, command.NoDaily(err, lang.New(s.Lang, w.zone))) })()
		return w.lines(ctx, s, os.Stdin, os.Stdout, os.ReadFile)
	}
	if !atTerminal(os.Stdout) {
		return command.ErrNoTerminal
	}
	debug.SetGCPercent(thrift)
	config, err := w.program(ctx, s, os.Getenv("NO_COLOR") == "")
	if err != nil {
		return err
	}
	config.ReadFile, config.Print = os.ReadFile, printsTo(s.Office, documents())
	localKeys().into(&config)
	var look tour
	defer func() { err = errors.Join(err, look.end()) }()
	config.Demo = func(ctx context.Context) (ui.Config, error) { return look.begin(ctx, w, s) }
	app := ui.New(config)
	program := tea.NewProgram(app, tea.WithContext(ctx))
	defer keepDaily(ctx, aMoment, s.Daily, func(err error) { program.Send(nav.Say{Text: command.NoDaily(err, config.Speaker)}) })()
	_, err = program.Run()
	if errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return nil // told to stop; drafts are kept
	}
	if v, ok := app.Lines(); ok && err == nil {
		s.Viewer = v
		return w.lines(ctx, s, os.Stdin, os.Stdout, os.ReadFile)
	}
	return err
}
