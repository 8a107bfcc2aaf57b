// Package remote lets staff in over SSH: a public key is a member of staff, and
// every connection is one program, or one command, over the shared use cases.
// There is no shell, no forwarding, no file transfer, and of the environment
// only terminal and language are taken over.
//
// It may import office, organisation and lang, and nothing else of ours: what a
// session runs is handed in.
package remote

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"

	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// Config is what the server needs. HostKey is a file, made on the first start
// for its owner alone. Run runs one command line and gives its exit code; no
// arguments is the terminal program.
type Config struct {
	Office  *office.Office
	Speak   func(language string) *lang.Speaker // of what the server itself says; "" is the organisation's language
	HostKey string
	Run     func(ctx context.Context, s Session, args []string) int
	Log     *slog.Logger
	Limits  Limits
	Clock   func() time.Time
	After   func(time.Duration) <-chan time.Time
}

// Limits keep one person, or a stranger, from spoiling it for the others.
type Limits struct {
	Connections int           // at once, all together
	Strangers   int           // connections at once that have not yet logged in
	Attempts    int           // failed log-ins of one address within a minute
	Handshake   time.Duration // to log in
	Idle        time.Duration // without a key being pressed; 0: no end
	Longest     time.Duration // of one connection; 0: no end
	Alive       time.Duration // between two signs of life; after three without an answer the line is dead
	Input       int64         // bytes of standard input of one command
	Stop        time.Duration // for what runs, once the server stops
}

// DefaultLimits are those of an office.
func DefaultLimits() Limits {
	return Limits{Connections: 200, Strangers: 20, Attempts: 10, Handshake: 20 * time.Second, Idle: 2 * time.Hour,
		Longest: 24 * time.Hour, Alive: 30 * time.Second, Input: 32 << 20, Stop: 10 * time.Second}
}

// Session is one person at the other end of a line.
type Session struct {
	Viewer   office.Viewer
	In       io.Reader
	Out, Err io.Writer
	Language string // asked for by the environment, or ""
	Colour   bool
	Terminal bool // there is one; Screen can be called
	// Screen runs a program in the person's terminal. When the server ends it,
	// leave is sent, so that the program keeps what is half filled in.
	Screen func(ctx context.Context, m tea.Model, leave tea.Msg) error
	// Dialogue runs a program that asks line by line, with a terminal or without.
	// When the server ends it, its context ends.
	Dialogue func(ctx context.Context, run func(ctx context.Context, in io.Reader, out io.Writer) error) error
}

// Server is the server.
type Server struct {
	c    Config
	ssh  *ssh.Server
	gate *gate

	mu    sync.Mutex
	open  map[*line]bool
	lines sync.WaitGroup
	stops bool
}

// New makes the server and, where there is none yet, its host key.
func New(c Config) (*Server, error) {
	s := &Server{c: c, gate: newGate(c.Limits, c.Clock), open: map[*line]bool{}}
	server, err := wish.NewServer(
		wish.WithHostKeyPath(c.HostKey),
		wish.WithVersion("Leermoment"),
		wish.WithPublicKeyAuth(s.knows),
	)
	if err != nil {
		return nil, err
	}
	server.HandshakeTimeout = c.Limits.Handshake
	// guard ends sessions with a word; these end a connection on which there is none
	server.IdleTimeout = max(time.Minute, 4*c.Limits.Alive)
	if c.Limits.Longest > 0 {
		server.MaxTimeout = c.Limits.Longest + time.Minute
	}
	server.ConnCallback = s.gate.admit
	server.ServerConfigCallback = s.gate.config
	server.ChannelHandlers = map[string]ssh.ChannelHandler{"session": onlySessions}
	server.RequestHandlers = map[string]ssh.RequestHandler{}
	server.SubsystemHandlers = map[string]ssh.SubsystemHandler{}
	server.Handler = s.handle
	s.ssh = server
	return s, nil
}

// HostKeys are the fingerprints of the server's keys, for people to compare.
func (s *Server) HostKeys() []string {
	var out []string
	for _, k := range s.ssh.HostSigners {
		out = append(out, gossh.FingerprintSHA256(k.PublicKey()))
	}
	return out
}

// Serve lets people in until the context ends; then it says goodbye to
// everybody and waits for what is being recorded.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	watching, stop := context.WithCancel(ctx)
	defer stop()
	go s.watch(watching)
	failed := make(chan error, 1)
	go func() { failed <- s.ssh.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.c.Log.Info("stopping")
	patience, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		<-s.c.After(s.c.Limits.Stop)
		cancel()
	}()
	s.goodbye(patience)
	// a connection that is cut takes its last words with it: the others close theirs
	err := s.ssh.Shutdown(patience)
	if errors.Is(err, context.Canceled) {
		s.c.Log.Warn("some did not end in time")
		err = nil
	}
	return errors.Join(err, s.ssh.Close())
}

// goodbye ends every line and waits for it, but not for ever.
func (s *Server) goodbye(patience context.Context) {
	s.mu.Lock()
	s.stops = true
	for l := range s.open {
		s.end(l, "stopping")
	}
	s.mu.Unlock()
	done := make(chan struct{})
	go func() { s.lines.Wait(); close(done) }()
	select {
	case <-done:
	case <-patience.Done():
	}
}

// watch ends the lines of those who may come in no longer: who was disabled,
// or whose key was taken away.
func (s *Server) watch(ctx context.Context) {
	var last int64
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.c.After(time.Second):
		}
		version, err := s.c.Office.Version(ctx)
		if err != nil || version == last {
			continue
		}
		last = version
		for _, l := range s.lineList() {
			if _, err := s.c.Office.ByKey(ctx, l.viewer.Login, l.key); errors.Is(err, office.ErrNotFound) {
				s.end(l, "gone")
			}
		}
	}
}

func (s *Server) lineList() []*line {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]*line, 0, len(s.open))
	for l := range s.open {
		out = append(out, l)
	}
	return out
}

// enter keeps a line among the open ones; false where the server stops.
func (s *Server) enter(l *line) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stops {
		return false
	}
	s.open[l] = true
	s.lines.Add(1)
	return true
}

func (s *Server) leave(l *line) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, l)
	s.lines.Done()
}

// knows says whether a key is that of the person whose login is given. That it
// is offered proves nothing; who came in is asked again of the key that proved
// itself (see who).
func (s *Server) knows(ctx ssh.Context, key ssh.PublicKey) bool {
	_, err := s.c.Office.ByKey(ctx, ctx.User(), gossh.FingerprintSHA256(key))
	return err == nil
}

// who is the member of staff whose key proved itself.
func (s *Server) who(sess ssh.Session) (v office.Viewer, key string, err error) {
	if sess.PublicKey() == nil {
		return v, "", office.ErrNotFound
	}
	key = gossh.FingerprintSHA256(sess.PublicKey())
	v, err = s.c.Office.ByKey(sess.Context(), sess.User(), key)
	return v, key, err
}
