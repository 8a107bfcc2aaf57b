package remote

import (
	"context"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	"github.com/anmitsu/go-shlex"
	"github.com/charmbracelet/colorprofile"
	gossh "golang.org/x/crypto/ssh"

	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// line is one open session.
type line struct {
	sess    ssh.Session
	viewer  office.Viewer
	key     string // fingerprint of the key that proved itself
	now     func() time.Time
	began   time.Time
	lastKey atomic.Int64
	cancel  context.CancelFunc
	done    chan struct{} // closed when it has ended

	mu      sync.Mutex
	why     string // it was ended by the server, as a catalogue key
	program *tea.Program
	leave   tea.Msg
}

// longestCommand is how many bytes a command line may have.
const longestCommand = 64 << 10

// handle is one session from its first byte to its exit code.
func (s *Server) handle(sess ssh.Session) {
	v, key, err := s.who(sess)
	if err != nil {
		_ = sess.Exit(1)
		return
	}
	ctx, cancel := context.WithCancel(sess.Context())
	defer cancel()
	l := &line{sess: sess, viewer: v, key: key, cancel: cancel, now: s.c.Clock, began: s.c.Clock(), done: make(chan struct{})}
	l.touch()
	if !s.enter(l) {
		_ = sess.Exit(1)
		return
	}
	defer s.leave(l)
	defer close(l.done)
	log := s.c.Log.With("person", v.ID)
	log.Info("in")
	language, _ := variable(sess.Environ(), languageVariable)
	sp := s.c.Speak(language)
	code := s.shielded(log, sess, sp, func() int {
		if err := s.c.Office.KeyUsed(ctx, key); err != nil {
			return l.fails(sp, "failed", 1)
		}
		args, problem := commandOf(sess)
		if problem != "" {
			return l.fails(sp, problem, 2)
		}
		go s.guard(ctx, l)
		return s.c.Run(ctx, s.session(l, language), args)
	})
	if why := l.reason(); why != "" {
		code = l.fails(sp, why, 1)
	}
	log.Info("out", "code", code)
	_ = sess.Exit(code) // the line may be gone
}

func (l *line) fails(sp *lang.Speaker, key string, code int) int {
	fmt.Fprintln(l.sess.Stderr(), sp.T("remote."+key))
	return code
}

// shielded runs something; if it breaks, it ends this session alone, and the
// log says where and nothing of what.
func (s *Server) shielded(log interface{ Error(string, ...any) }, sess ssh.Session, sp *lang.Speaker, run func() int) (code int) {
	defer func() {
		if r := recover(); r != nil {
			log.Error("a session broke", "where", where())
			fmt.Fprintln(sess.Stderr(), sp.T("remote.failed"))
			code = 1
		}
	}()
	return run()
}

// commandOf parts a command line into words as a shell does.
func commandOf(sess ssh.Session) (args []string, problem string) {
	raw := sess.RawCommand()
	if len(raw) > longestCommand {
		return nil, "too-long"
	}
	args, err := shlex.Split(raw, true)
	if err != nil {
		return nil, "quotes"
	}
	return args, ""
}

func (s *Server) session(l *line, language string) Session {
	env, profile := surroundings(l.sess)
	_, plain := variable(env, "NO_COLOR")
	_, windows, terminal := l.sess.Pty()
	return Session{
		Viewer: l.viewer, In: &input{l, s.c.Limits.Input, terminal}, Out: l.sess, Err: l.sess.Stderr(), Language: language,
		Colour: !plain && profile > colorprofile.ASCII, Terminal: terminal,
		Screen: func(ctx context.Context, m tea.Model, leave tea.Msg) error {
			return s.screen(ctx, l, windows, env, profile, m, leave)
		},
	}
}

// screen runs a program in the terminal of the line.
func (s *Server) screen(ctx context.Context, l *line, windows <-chan ssh.Window, env []string, profile colorprofile.Profile, m tea.Model, leave tea.Msg) error {
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
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case size, ok := <-windows:
				if !ok {
					return
				}
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

func (l *line) reason() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.why
}

// ends notes why the line ends; false where that was noted before.
func (l *line) ends(why string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.why != "" {
		return false
	}
	l.why = why
	return true
}

// end ends a line for a reason: a program leaves, keeping what is half filled
// in; a command that runs is let be while the server stops, and else cut off.
// Who does not take what is sent to him is put out all the same.
func (s *Server) end(l *line, why string) {
	if !l.ends(why) {
		return
	}
	l.mu.Lock()
	program, leave := l.program, l.leave
	l.mu.Unlock()
	switch {
	case program != nil:
		go program.Send(leave) // it may be busy
	case why != "stopping":
		l.cancel()
	}
	go func() {
		select {
		case <-l.done:
		case <-s.c.After(s.c.Limits.Stop):
			_ = l.conn().Close()
		}
	}()
}

func (l *line) conn() io.Closer {
	conn, _ := l.sess.Context().Value(ssh.ContextKeyConn).(*gossh.ServerConn)
	return conn
}

func (l *line) touch() { l.lastKey.Store(l.now().UnixNano()) }

// guard ends a line on which nothing was pressed for long, and one that is dead.
func (s *Server) guard(ctx context.Context, l *line) {
	conn, _ := l.sess.Context().Value(ssh.ContextKeyConn).(*gossh.ServerConn)
	for missed := 0; ; {
		select {
		case <-ctx.Done():
			return
		case <-s.c.After(s.c.Limits.Alive):
		}
		if idle := s.c.Limits.Idle; idle > 0 && s.c.Clock().Sub(time.Unix(0, l.lastKey.Load())) > idle {
			s.end(l, "idle")
			return
		}
		if longest := s.c.Limits.Longest; longest > 0 && s.c.Clock().Sub(l.began) > longest {
			s.end(l, "longest")
			return
		}
		answered := make(chan error, 1)
		go func() {
			_, _, err := conn.SendRequest("keepalive@openssh.com", true, nil)
			answered <- err
		}()
		select {
		case <-ctx.Done():
			return
		case err := <-answered:
			if missed = 0; err != nil {
				l.cancel()
				return
			}
		case <-s.c.After(s.c.Limits.Alive):
			if missed++; missed == 3 {
				_ = conn.Close()
				return
			}
		}
	}
}

// input is what a person types or sends: it keeps the line from being idle, and
// of what is sent to a command there is an end.
type input struct {
	l    *line
	left int64
	keys bool // a person types: without end
}

// Read implements io.Reader.
func (i *input) Read(p []byte) (int, error) {
	if !i.keys {
		if i.left <= 0 {
			return 0, errTooMuch
		}
		p = p[:min(int64(len(p)), i.left)]
	}
	n, err := i.l.sess.Read(p)
	i.l.touch()
	i.left -= int64(n)
	return n, err
}

var _ io.Reader = (*input)(nil)
