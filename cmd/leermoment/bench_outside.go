package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/creack/pty"

	"leermoment/internal/office"
	"leermoment/store"
)

// firstFrame is what the bare program draws.
const firstFrame = "bare"

// starts measures from the start of the program to its first frame, on a terminal
// of its own: with an empty file, with each file, and the bare program.
func (b *bench) starts() error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	empty := filepath.Join(b.dir, "empty.db")
	if _, err := os.Stat(empty); err != nil {
		opened, err := b.w.open(b.ctx, empty, time.Now)
		if err != nil {
			return err
		}
		if err := errors.Join(opened.Office.Found(b.ctx, emptyOffice()), opened.Close()); err != nil {
			return err
		}
	}
	frame := func(shows string, args ...string) (time.Duration, error) {
		return b.firstFrame(shows, program, args...)
	}
	took, bares, empties := make([][]time.Duration, len(b.files)), []time.Duration{}, []time.Duration{}
	for round := range b.rounds + 1 {
		bare, err := frame(firstFrame, "bench", "--bare")
		if err != nil {
			return err
		}
		none, err := frame("Klachtenoverzicht", "--db", empty, "--as", "dirk", "--lang", "nl")
		if err != nil {
			return err
		}
		if round > 0 {
			bares, empties = append(bares, bare), append(empties, none)
		}
		for i, f := range b.files {
			t, err := frame("Klachtenoverzicht", "--db", f.path, "--as", f.director.Login, "--lang", "nl")
			if err != nil {
				return err
			}
			if round > 0 {
				took[i] = append(took[i], t)
			}
		}
	}
	var all []time.Duration
	for _, t := range took {
		all = append(all, median(t))
	}
	b.lines = append(b.lines, benchLine{what: "start to first frame, against an empty file", took: all, against: median(empties), with: "nothing in the file", bar: b.flat()},
		benchLine{what: "start to first frame, against a bare program", took: all, against: median(bares) + 40*time.Millisecond, with: fmt.Sprintf("bare Bubble Tea (%s) + 40 ms", short(median(bares))), bar: 1})
	return nil
}

// emptyOffice is an organisation without complaints.
func emptyOffice() office.Founding {
	return office.Founding{Name: "Proef", Email: "klachten@example.org", Language: "nl", DefaultOwner: "dirk",
		Staff: []office.NewStaff{{Login: "dirk", Name: "Dirk Demo", Roles: everyRole()}}}
}

// firstFrame starts a program on a terminal and waits for what it shows first.
func (b *bench) firstFrame(shows, program string, args ...string) (time.Duration, error) {
	cmd := exec.CommandContext(b.ctx, program, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	began := time.Now()
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		return 0, err
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // killed
		_ = terminal.Close()
	}()
	var seen bytes.Buffer
	part := make([]byte, 1<<16)
	for {
		n, err := terminal.Read(part)
		seen.Write(part[:n])
		if bytes.Contains(seen.Bytes(), []byte(shows)) {
			return time.Since(began), nil
		}
		if err != nil {
			return 0, fmt.Errorf("%s ended without a frame: %w\n%s", strings.Join(cmd.Args, " "), err, seen.String())
		}
	}
}

// cLibrary asks the same of the same files with the sqlite3 program, where it is
// installed: so many times the question, less the time to start.
func (b *bench) cLibrary() error {
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		b.lines = append(b.lines, benchLine{what: "the same questions to the C library: sqlite3 is not installed here"})
		return nil
	}
	for _, m := range []struct {
		what string
		q    office.Query
	}{
		{"too late", office.Query{View: office.OverdueView}},
		{"all", office.Query{View: office.All}},
		{"two words", office.Query{View: office.All, Search: "koffie zaal"}},
	} {
		for _, f := range b.files {
			q := m.q
			q.Limit, q.Now = benchPage, time.Now()
			q.Sight = office.Sight{Viewer: f.director.ID, Login: f.director.Login, Roles: f.director.Roles, All: true, Personnel: true}
			line, err := b.besides(program, f, q)
			if err != nil {
				return err
			}
			line.what = fmt.Sprintf("question (%s) with %s%s", m.what, thousands(f.complaints), line.what)
			b.lines = append(b.lines, line)
		}
	}
	return nil
}

// besides asks one question of one file in both ways. The program of the C library
// may be too old to read the file: then the line says so.
func (b *bench) besides(program string, f *benchFile, q office.Query) (benchLine, error) {
	const times = 50
	var ours, theirs []time.Duration
	for range max(3, b.rounds/7) {
		began := time.Now()
		for range times {
			if err := f.store.Read(b.ctx, func(tx office.Tx) error { _, err := tx.Lines(b.ctx, q); return err }); err != nil {
				return benchLine{}, err
			}
		}
		ours = append(ours, time.Since(began)/times)
		idle, err := b.run(nil, store.Script(q, 0), program, "-readonly", f.path)
		if err != nil {
			return benchLine{}, err
		}
		busy, err := b.run(nil, store.Script(q, times), program, "-readonly", "-bail", f.path)
		if err != nil {
			return benchLine{what: ": this sqlite3 is too old to answer it"}, b.ctx.Err()
		}
		theirs = append(theirs, max(busy-idle, 1)/times)
	}
	return benchLine{took: []time.Duration{median(ours)}, against: median(theirs), with: "the C library", bar: 2}, nil
}

// run runs a program to its end and gives how long that took.
func (b *bench) run(env []string, input, program string, args ...string) (time.Duration, error) {
	cmd := exec.CommandContext(b.ctx, program, args...)
	cmd.Env, cmd.Stdin = append(os.Environ(), env...), strings.NewReader(input)
	var faults bytes.Buffer
	cmd.Stdout, cmd.Stderr = io.Discard, &faults
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return 0, fmt.Errorf("%s: %w: %.300s", program, err, faults.String())
	}
	return time.Since(began), nil
}

// tasks is how many the other program has too, and how many of them are fifty.
const (
	tasks = 10_000
	fifty = "50"
)

// taskwarrior lists fifty of ten thousand with a program that many people have,
// where it is installed.
func (b *bench) taskwarrior() error {
	what := "list 50 of 10,000, the whole program"
	theirs, err := exec.LookPath("task")
	if err != nil {
		b.lines = append(b.lines, benchLine{what: what + ": taskwarrior is not installed here"})
		return nil
	}
	var file *benchFile
	for _, f := range b.files {
		if f.complaints == tasks {
			file = f
		}
	}
	if file == nil {
		b.lines = append(b.lines, benchLine{what: what + ": no file of 10,000 was asked for"})
		return nil
	}
	ours, err := os.Executable()
	if err != nil {
		return err
	}
	home := filepath.Join(b.dir, "task")
	env := []string{"TASKDATA=" + home, "TASKRC=" + filepath.Join(home, "taskrc")}
	if _, err := os.Stat(home); err != nil {
		if err := os.MkdirAll(home, 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(home, "taskrc"), []byte("confirmation=off\nhooks=off\n"), 0o600); err != nil {
			return err
		}
		var all strings.Builder
		for i := range tasks {
			fmt.Fprintf(&all, `{"description":"Klacht %d over de zaal en de koffie","project":"%s","due":"20261%dT100000Z"}`+"\n", i, "p"+strconv.Itoa(i%9), 201+i%28)
		}
		if _, err := b.run(env, all.String(), theirs, "import", "-"); err != nil {
			return err
		}
	}
	var mine, others []time.Duration
	for range max(3, b.rounds/3) {
		a, err := b.run(nil, "", ours, "list", "--db", file.path, "--as", file.director.Login, "--limit", fifty)
		if err != nil {
			return err
		}
		t, err := b.run(env, "", theirs, "list", "limit:"+fifty)
		if err != nil {
			return err
		}
		mine, others = append(mine, a), append(others, t)
	}
	b.lines = append(b.lines, benchLine{what: what, took: []time.Duration{median(mine)}, against: median(others), with: "taskwarrior", bar: 0.2})
	return nil
}
