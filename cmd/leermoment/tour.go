package main

import (
	"context"

	"leermoment/internal/command"
	"leermoment/ui"
)

// tour is a throw-away database of made-up cases that somebody looks around in
// before he sets his own up; it is gone when the program ends.
type tour struct {
	opened command.Opened
	remove func()
}

// begin makes the database and says who looks around in it.
func (t *tour) begin(ctx context.Context, w wiring, s command.Screen) (c ui.Config, err error) {
	path, remove, err := tempFile()
	if err != nil {
		return c, err
	}
	t.remove = remove
	if err := w.demo(ctx, command.DemoRequest{File: path, Complaints: 60, Seed: 1, Now: s.Office.Now()}); err != nil {
		return c, err
	}
	if t.opened, err = w.open(ctx, path, s.Office.Now); err != nil {
		return c, err
	}
	s.Office = t.opened.Office
	if s.Viewer, err = s.Office.Acting(ctx, "", ""); err != nil {
		return c, err
	}
	return w.program(ctx, s, true)
}

// end closes and removes what was made, if anything was.
func (t *tour) end() (err error) {
	if t.opened.Close != nil {
		err = t.opened.Close()
	}
	if t.remove != nil {
		t.remove()
	}
	return err
}
