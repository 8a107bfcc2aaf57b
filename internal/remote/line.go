package remote

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	"github.com/anmitsu/go-shlex"
	"github.com/charmbracelet/colorprofile"

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
	talk    func() // ends a dialogue
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
	sp := s.speaker(ctx, v, language)
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

// speaker speaks the language that was asked for, else the one that the person
// prefers, else the organisation's.
func (s *Server) speaker(ctx context.Context, v office.Viewer, asked string) *lang.Speaker {
	if asked == "" {
		if p, err := s.c.Office.Preferences(ctx, v); err == nil {
			asked = p["language"]
		}
	}
	return s.c.Speak(asked)
}

func (l *line) fails(sp *lang.Speaker, key string, code int) int {
	fmt.Fprintln(l.sess.Stderr(), sp.T("remote."+key))
	return code
}

// shielded runs something; if it breaks, it ends this session alone, and the
// log says where and nothing of what.
func (s *Server) shielded(log *slog.Logger, sess ssh.Session, sp *lang.Speaker, run func() int) (code int) {
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
	_, _, terminal := l.sess.Pty()
	return Session{
		Viewer: l.viewer, In: &input{l, s.c.Limits.Input, terminal}, Out: l.sess, Err: l.sess.Stderr(), Language: language,
		Colour: !plain && profile > colorprofile.ASCII, Terminal: terminal,
		Screen: func(ctx context.Context, m tea.Model, leave tea.Msg) error {
			return s.screen(ctx, l, env, profile, m, leave)
		},
		Dialogue: func(ctx context.Context, run func(context.Context, io.Reader, io.Writer) error) error {
			return s.dialogue(ctx, l, terminal, run)
		},
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
