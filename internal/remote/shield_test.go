package remote

import (
	"bytes"
	"io"
	"log/slog"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// fragile is a program that breaks at one place.
type fragile struct{ at string }

const secret = "MARKSECRET"

func (f fragile) Init() tea.Cmd {
	if f.at == "init" {
		panic(secret)
	}
	breaks := func() tea.Msg { panic(secret) }
	switch f.at {
	case "command":
		return breaks
	case "batch":
		return tea.Batch(func() tea.Msg { return nil }, breaks)
	case "sequence":
		return tea.Sequence(func() tea.Msg { return nil }, tea.Batch(breaks, breaks))
	}
	return func() tea.Msg { return 1 }
}

func (f fragile) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(int); ok && f.at == "update" {
		panic(secret)
	}
	if _, ok := msg.(int); ok && f.at == "nothing" {
		return f, tea.Quit
	}
	return f, nil
}

func (f fragile) View() tea.View {
	if f.at == "view" {
		panic(secret)
	}
	return tea.NewView("good")
}

// Wherever a program breaks, it ends, the process lives, and the log names the
// fact and not what was in it.
func TestAProgramThatBreaksEndsAlone(t *testing.T) {
	for _, at := range []string{"init", "update", "view", "command", "batch", "sequence", "nothing"} {
		t.Run(at, func(t *testing.T) {
			var log bytes.Buffer
			s := &shield{Model: fragile{at}, log: slog.New(slog.NewTextHandler(&log, nil))}
			never, stop := io.Pipe()
			defer stop.Close()
			p := tea.NewProgram(s, tea.WithInput(never), tea.WithOutput(io.Discard), tea.WithoutSignalHandler(), tea.WithWindowSize(80, 24))
			s.quit = p.Quit
			if _, err := p.Run(); err != nil {
				t.Errorf("it ended with %v", err)
			}
			if broke := at != "nothing"; s.fell.Load() != broke || strings.Contains(log.String(), "a session broke") != broke {
				t.Errorf("fell: %v, log: %s", s.fell.Load(), &log)
			}
			if strings.Contains(log.String(), secret) {
				t.Errorf("the log tells what was in it: %s", &log)
			}
		})
	}
}
