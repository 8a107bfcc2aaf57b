package main

import (
	"context"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"time"

	"leermoment/internal/command"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/remote"
	"leermoment/ui"
)

// hostKeyFile lies beside the database, so that the server stays the same one
// when the machine is another.
const hostKeyFile = "leermoment_host_ed25519"

// serve lets staff in over SSH until the context ends.
func (w wiring) serve(ctx context.Context, v command.Serving) error {
	limits := remote.DefaultLimits()
	limits.Idle, limits.Longest, limits.Alive = v.Idle, v.Longest, v.Alive
	for name, d := range map[string]time.Duration{"idle": v.Idle, "longest": v.Longest, "keep-alive": v.Alive - 1} {
		if d < 0 {
			return complaint.Faults{{Field: name, Key: "length-of-time"}}
		}
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	slog.SetDefault(log)
	server, err := remote.New(w.serving(v, limits, log))
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", v.Listen)
	if err != nil {
		return complaint.Faults{{Field: "listen", Key: "listen", Args: map[string]string{"Why": err.Error()}}}
	}
	defer keepDaily(ctx, 0, v.Daily, func(err error) { log.Warn("no copy could be made today", "why", err) })()
	v.Ready(listener.Addr().String(), server.HostKeys())
	return server.Serve(ctx, listener)
}

func (w wiring) serving(v command.Serving, limits remote.Limits, log *slog.Logger) remote.Config {
	return remote.Config{
		Office: v.Office, HostKey: filepath.Join(filepath.Dir(v.Database), hostKeyFile), Log: log, Limits: limits,
		Clock: time.Now, After: time.After, Speak: w.speaks(v.Language), Run: w.remote(v),
	}
}

// speaks gives a speaker of the language asked for, else of the organisation's.
func (w wiring) speaks(office string) func(string) *lang.Speaker {
	return func(asked string) *lang.Speaker {
		l, ok := lang.Parse(asked)
		if !ok {
			l = lang.Language(office)
		}
		return lang.New(l, w.zone)
	}
}

// remote runs one command line of somebody at the other end of a line: over
// the office that is open, and with no file of this machine within reach.
func (w wiring) remote(v command.Serving) func(context.Context, remote.Session, []string) int {
	return func(ctx context.Context, s remote.Session, args []string) int {
		if s.Language != "" {
			args = append([]string{"--lang", s.Language}, args...)
		}
		return command.Run(ctx, command.Edge{
			In: s.In, Out: s.Out, Err: s.Err, Clock: v.Office.Now, Zone: w.zone, User: s.Viewer.Login, Database: v.Database, Build: build(),
			Remote: true, Terminal: s.Terminal,
			Open: func(context.Context, string, func() time.Time) (command.Opened, error) {
				return command.Opened{Office: v.Office, Close: func() error { return nil }}, nil
			},
			ReadFile:  func(string) ([]byte, error) { return nil, command.ErrRemotePath },
			WriteFile: func(string, []byte) error { return command.ErrRemotePath },
			Keys:      func() command.Keys { return remoteKeys(s.Viewer.Login).command() },
			Screen:    func(ctx context.Context, c command.Screen) error { return w.remoteScreen(ctx, s, c) },
		}, args)
	}
}

func (w wiring) remoteScreen(ctx context.Context, s remote.Session, c command.Screen) error {
	if c.Linear {
		return s.Dialogue(ctx, func(ctx context.Context, in io.Reader, out io.Writer) error { return w.lines(ctx, c, in, out, nil) })
	}
	if !s.Terminal {
		return command.ErrNoTerminal
	}
	config, err := w.program(ctx, c, s.Colour)
	if err != nil {
		return err
	}
	remoteKeys(c.Viewer.Login).into(&config)
	return s.Screen(ctx, ui.New(config), ui.Leave{})
}
