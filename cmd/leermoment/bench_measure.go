package main

import (
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/calendar"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/store"
	"leermoment/ui"
)

// benchPage is how many lines a page has.
const benchPage = 200

// flat is how much longer something may take with the most complaints than with
// the fewest.
func (b *bench) flat() float64 {
	if b.files[len(b.files)-1].complaints >= 1_000_000 {
		return 2
	}
	return 1.3
}

func (b *bench) measure() error {
	for _, part := range []func() error{b.lists, b.action, b.keys, b.starts, b.cLibrary, b.taskwarrior} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// lists measures what is read for the screens.
func (b *bench) lists() error {
	list := func(v func(f *benchFile) office.Viewer, q office.Query) func(f *benchFile) error {
		q.Limit, q.Counts = benchPage, true
		return func(f *benchFile) error {
			_, err := f.office.List(b.ctx, v(f), q)
			return err
		}
	}
	director := func(f *benchFile) office.Viewer { return f.director }
	manager := func(f *benchFile) office.Viewer { return f.manager }
	for _, m := range []struct {
		what string
		bar  float64
		do   func(f *benchFile) error
	}{
		{"register, first page (director)", b.flat(), list(director, office.Query{View: office.Todo})},
		{"register, first page (office manager)", b.flat(), list(manager, office.Query{View: office.Todo})},
		{"register, next page", b.flat(), b.nextPage},
		{"another view (too late)", b.flat(), list(director, office.Query{View: office.OverdueView})},
		{"another view (all)", b.flat(), list(director, office.Query{View: office.All})},
		{"filter while typing (k)", 0, list(director, office.Query{View: office.Todo, Search: "k"})},
		{"search (two words)", 0, list(director, office.Query{View: office.All, Search: "koffie zaal"})},
		{"search (a number)", b.flat(), func(f *benchFile) error {
			_, err := f.office.List(b.ctx, f.director, office.Query{View: office.All, Search: f.numbers[0], Limit: benchPage, Counts: true})
			return err
		}},
		{"dossier", b.flat(), func(f *benchFile) error {
			_, err := f.office.Dossier(b.ctx, f.director, f.numbers[0], time.Time{})
			return err
		}},
		{"agenda", b.flat(), func(f *benchFile) error {
			_, _, _, err := f.office.Agenda(b.ctx, f.manager)
			return err
		}},
		{"overview (director)", 0, func(f *benchFile) error {
			_, err := f.office.Supervise(b.ctx, f.director, calendar.Day{})
			return err
		}},
		{"what is next (each minute)", b.flat(), func(f *benchFile) error {
			_, err := f.office.Coming(b.ctx, f.director, time.Now().Add(-time.Minute))
			return err
		}},
	} {
		if err := b.line(m.what, m.bar, m.do); err != nil {
			return err
		}
	}
	return nil
}

// nextPage is the page behind the first.
func (b *bench) nextPage(f *benchFile) error {
	page, err := f.office.List(b.ctx, f.director, office.Query{View: office.All, Limit: 1})
	if err != nil || len(page.Lines) == 0 {
		return err
	}
	_, err = f.office.List(b.ctx, f.director, office.Query{View: office.All, Limit: benchPage, After: &page.Lines[0], Offset: 1})
	return err
}

// action records a note, and holds it against one row in a file of its own.
func (b *bench) action() error {
	note := office.Input{Values: map[string]string{"text": "Gebeld, er wordt teruggebeld."}}
	err := b.line("record an action", b.flat(), func(f *benchFile) error {
		number := f.numbers[f.noted%len(f.numbers)] // another one each round: no dossier is like one with a hundred notes
		f.noted++
		return f.office.Take(b.ctx, f.manager, number, procedure.Note, note)
	})
	if err != nil {
		return err
	}
	bare, err := store.OpenBare(b.ctx, filepath.Join(b.dir, "bare.db"))
	if err != nil {
		return err
	}
	defer func() { _ = bare.Close() }() // nothing in it is needed
	var took []time.Duration
	for range b.rounds * 3 {
		began := time.Now()
		if err := bare.Commit(b.ctx); err != nil {
			return err
		}
		took = append(took, time.Since(began))
	}
	recorded := b.lines[len(b.lines)-1]
	b.lines = append(b.lines, benchLine{what: "record an action, against a bare commit", took: recorded.took, against: median(took), with: "one row, synchronous FULL", bar: 2})
	return nil
}

// keys presses keys in the program and draws what they lead to. What a key asks of
// the file is answered in between, and not counted: the screen does not wait for it.
func (b *bench) keys() error {
	half, most := benchLine{what: "key to frame, median"}, benchLine{what: "key to frame, 99 of 100", against: 2 * time.Millisecond, with: "2 ms", bar: 1}
	for _, f := range b.files {
		took, err := b.press(f)
		if err != nil {
			return err
		}
		half.took, most.took = append(half.took, percentile(took, 50)), append(most.took, percentile(took, 99))
	}
	b.lines = append(b.lines, half, most)
	return nil
}

func (b *bench) press(f *benchFile) (took []time.Duration, err error) {
	org, err := f.office.Organisation(b.ctx)
	if err != nil {
		return nil, err
	}
	still := func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }
	var app tea.Model = ui.New(ui.Config{Office: f.office, Org: org, Viewer: f.director, Speaker: lang.New(lang.NL, b.w.zone), Colour: true, Tick: still})
	var answer func(cmd tea.Cmd)
	answer = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			for _, c := range msg {
				answer(c)
			}
		case nil:
		default:
			var next tea.Cmd
			app, next = app.Update(msg)
			answer(next)
		}
	}
	answer(app.Init())
	app, _ = app.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	for range b.rounds {
		for _, k := range benchKeys() {
			began := time.Now()
			var cmd tea.Cmd
			app, cmd = app.Update(k)
			_ = app.View()
			took = append(took, time.Since(began))
			answer(cmd)
		}
	}
	return took, nil
}

// benchKeys are a round through the program.
func benchKeys() (keys []tea.KeyPressMsg) {
	press := func(times int, code rune) {
		for range times {
			keys = append(keys, tea.KeyPressMsg{Code: code})
		}
	}
	write := func(text string) {
		for _, c := range text {
			keys = append(keys, tea.KeyPressMsg{Code: c, Text: string(c)})
		}
	}
	press(30, tea.KeyDown)
	press(5, tea.KeyPgDown)
	press(10, tea.KeyUp)
	press(7, tea.KeyTab)
	write("/koffie")
	press(2, tea.KeyEscape)
	press(1, tea.KeyEnter) // the dossier
	press(20, tea.KeyDown)
	press(4, tea.KeyTab)
	press(1, tea.KeyEscape)
	write("A") // the agenda
	press(20, tea.KeyDown)
	press(1, tea.KeyEscape)
	write("?")
	press(1, tea.KeyEscape)
	return keys
}
