package remote

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// screen runs a program in the terminal of the line.
func (s *Server) screen(ctx context.Context, l *line, env []string, profile colorprofile.Profile, m tea.Model, leave tea.Msg) error {
	pty, _, _ := l.sess.Pty()
	w, h := clamped(pty.Window)
	broken := &shield{Model: m, log: s.c.Log.With("person", l.viewer.ID)}
	p := tea.NewProgram(broken, tea.WithContext(ctx), tea.WithInput(&input{l, 0, true}), tea.WithOutput(l.sess),
		tea.WithEnvironment(env), tea.WithColorProfile(profile), tea.WithWindowSize(w, h), tea.WithoutSignalHandler(),
		tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
			if _, ok := msg.(tea.SuspendMsg); ok {
				return nil // there is no shell to go back to
			}
			return msg
		}))
	broken.quit = p.Quit
	changes := sizesOf(l.sess)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case size := <-changes:
				w, h := clamped(size)
				p.Send(tea.WindowSizeMsg{Width: w, Height: h})
			}
		}
	}()
	if why := l.runs(p, leave); why != "" {
		return nil // it was ended before it began
	}
	_, err := p.Run()
	if broken.fell.Load() {
		l.ends("failed")
		return nil
	}
	if ctx.Err() != nil {
		return nil // the line is gone, or was ended; drafts are kept
	}
	return err
}

func (l *line) runs(p *tea.Program, leave tea.Msg) (why string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.program, l.leave = p, leave
	return l.why
}
