package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/command"
	"leermoment/internal/office"
	"leermoment/store"
)

// bench measures the program with files of several sizes, all in one run: each
// thing is done with every file in turn, round after round, so that a busy moment
// of the machine falls on all alike. It prints the medians as a table.
func (w wiring) bench(ctx context.Context, r command.BenchRequest) (err error) {
	if r.Bare {
		_, err := tea.NewProgram(bareProgram{}, tea.WithContext(ctx)).Run()
		return err
	}
	if r.Dir == "" {
		if r.Dir, err = os.MkdirTemp("", "leermoment-bench-"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(r.Dir)) }()
	}
	if err := os.MkdirAll(r.Dir, 0o700); err != nil {
		return err
	}
	b := &bench{ctx: ctx, w: w, dir: r.Dir, rounds: max(1, r.Rounds)}
	defer func() { err = errors.Join(err, b.close()) }()
	slices.Sort(r.Complaints)
	for _, n := range slices.Compact(r.Complaints) {
		if err := b.add(n); err != nil {
			return err
		}
	}
	if err := b.measure(); err != nil {
		return err
	}
	return b.print(os.Stdout)
}

// bareProgram is the least that a program with a screen is.
type bareProgram struct{}

func (bareProgram) Init() tea.Cmd { return nil }

func (b bareProgram) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, pressed := msg.(tea.KeyPressMsg); pressed {
		return b, tea.Quit
	}
	return b, nil
}

func (bareProgram) View() tea.View {
	v := tea.NewView(firstFrame)
	v.AltScreen = true
	return v
}

// bench is one run.
type bench struct {
	ctx    context.Context
	w      wiring
	dir    string
	rounds int
	files  []*benchFile
	lines  []benchLine
}

// benchFile is one file with who works in it.
type benchFile struct {
	complaints        int
	path              string
	store             *store.Store
	office            *office.Office
	director, manager office.Viewer
	numbers           []string // of complaints, one for each round
	noted             int      // how many notes were recorded
}

// benchLine is what was measured of one thing: the medians by file, and what they
// are held against.
type benchLine struct {
	what    string
	took    []time.Duration
	against time.Duration // what it is compared with, 0 for the first file
	with    string
	bar     float64 // the highest ratio that is good; 0 is none
}

// add makes a file, or takes the one that is there.
func (b *bench) add(complaints int) error {
	f := &benchFile{complaints: complaints, path: filepath.Join(b.dir, strconv.Itoa(complaints)+".db")}
	if _, err := os.Stat(f.path); errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintln(os.Stderr, f.path)
		if err := b.w.demo(b.ctx, command.DemoRequest{Complaints: complaints, Seed: 1, Now: time.Now(), File: f.path}); err != nil {
			return err
		}
	}
	opened, err := b.w.open(b.ctx, f.path, time.Now)
	if err != nil {
		return err
	}
	// beside the copy of the day nothing is measured
	if err := errors.Join(opened.Daily(b.ctx), opened.Close()); err != nil {
		return err
	}
	if f.store, err = store.Open(b.ctx, f.path); err != nil {
		return err
	}
	b.files = append(b.files, f)
	f.office = b.w.office(f.store, time.Now, &salt{})
	return f.sit(b.ctx, b.rounds+1)
}

// salt is a source of bytes; what is measured needs no secret ones.
type salt struct{ last byte }

func (s *salt) Read(p []byte) (int, error) {
	for i := range p {
		s.last++
		p[i] = s.last
	}
	return len(p), nil
}

// sit finds a director, an office manager and some complaints.
func (f *benchFile) sit(ctx context.Context, complaints int) error {
	org, err := f.office.Organisation(ctx)
	if err != nil {
		return err
	}
	for _, m := range org.Active() {
		v, err := f.office.Acting(ctx, m.Login, "")
		if err != nil {
			return err
		}
		if v.Has("director") {
			f.director = v
		} else if v.Has("office-manager") {
			f.manager = v
		}
	}
	page, err := f.office.List(ctx, f.director, office.Query{View: office.HandlingView, Limit: complaints})
	if err != nil {
		return err
	}
	if len(page.Lines) == 0 {
		return fmt.Errorf("%s: %w", f.path, office.ErrNotFound)
	}
	for _, l := range page.Lines {
		f.numbers = append(f.numbers, l.Number)
	}
	return nil
}

func (b *bench) close() error {
	var errs []error
	for _, f := range b.files {
		errs = append(errs, f.store.Close())
	}
	return errors.Join(errs...)
}

// line measures one thing with every file, some times in turn.
func (b *bench) line(what string, bar float64, do func(f *benchFile) error) error {
	l := benchLine{what: what, bar: bar}
	took := make([][]time.Duration, len(b.files))
	for round := range b.rounds + 1 {
		for i, f := range b.files {
			if err := b.ctx.Err(); err != nil {
				return err
			}
			began := time.Now()
			if err := do(f); err != nil {
				return fmt.Errorf("%s: %w", what, err)
			}
			if round > 0 { // the first one warms up
				took[i] = append(took[i], time.Since(began))
			}
		}
	}
	for _, t := range took {
		l.took = append(l.took, median(t))
	}
	b.lines = append(b.lines, l)
	fmt.Fprintf(os.Stderr, "%s %v\n", what, l.took)
	return nil
}

func median(t []time.Duration) time.Duration { return percentile(t, 50) }

// percentile is the value that so many of a hundred do not exceed.
func percentile(t []time.Duration, percent int) time.Duration {
	if len(t) == 0 {
		return 0
	}
	slices.Sort(t)
	return t[min(len(t)-1, len(t)*percent/100)]
}
