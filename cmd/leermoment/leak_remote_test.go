package main

import (
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"leermoment/internal/command"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
	"leermoment/internal/remote"
)

// serves lets everybody in over SSH.
func (w *markedWorld) serves() {
	w.t.Helper()
	for _, login := range []string{"omar", "petra", "joost", "carla", "dirk"} {
		if _, err := w.office.AddKey(w.ctx, w.viewer("dirk"), login, gossh.MarshalAuthorizedKey(w.signer(login).PublicKey())); err != nil {
			w.t.Fatal(err)
		}
	}
	limits := remote.DefaultLimits()
	limits.Stop = time.Second
	server, err := wiring{zone: w.zone}.server(command.Serving{Office: w.office, Database: w.path, Language: "nl"}, limits, slog.New(slog.DiscardHandler))
	if err != nil {
		w.t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		w.t.Fatal(err)
	}
	w.server = l.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, l) }()
	w.t.Cleanup(func() { stop(); <-ended })
}

// signer is somebody's key, the same every time.
func (w *markedWorld) signer(login string) gossh.Signer {
	w.t.Helper()
	seed := sha256.Sum256([]byte(login))
	s, err := gossh.NewSignerFromKey(ed25519.NewKeyFromSeed(seed[:]))
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

// asksRemotely gives every reading command, and goes by every screen, over SSH.
func (w *markedWorld) asksRemotely(login string, told map[string]string) {
	w.t.Helper()
	c, err := w.dials(login)
	if err != nil {
		w.t.Fatal(err)
	}
	defer c.Close()
	hear := heardIn(told)
	for _, args := range w.calls() {
		for _, form := range []string{"", " --json"} {
			s, err := c.NewSession()
			if err != nil {
				w.t.Fatal(err)
			}
			out, _ := s.CombinedOutput(strings.Join(args, " ") + form) // a refusal tells something too
			hear("ssh "+strings.Join(args, " "), string(out))
		}
	}
	onScreen := map[string]string{}
	see := heardIn(onScreen)
	var all sync.WaitGroup
	room := make(chan struct{}, 9) // so many at once
	walks := func(subject string, keys ...string) {
		all.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			w.walks(login, subject, see, keys...)
		})
	}
	walks("", "", "\x1b[C", "\x1b[C", "\x1b[C", "\x1b[C", "\x1b[C", "\x1b[C", "/MARK", "\r\x1b", "p", "j", "j", "\x1b", "d", "j", "\x1b", "t", "\x1b", "v", "\x1b", "\x10", "Medewerkers\r", "\r", "\x1b", "\x1b", "\x10Voorkeuren\r", "\x1b", "\x10")
	for _, subject := range w.streams(w.t) {
		if subject == organisation.Stream {
			continue
		}
		keys := []string{"", "a", "\x1b"}
		if office.IsComplaint(subject) {
			for range 6 {
				keys = append(keys, "\t", "o", "\x1b", "j", "o", "\x1b")
			}
		}
		walks(subject, keys...)
	}
	all.Wait()
	for mark, way := range onScreen {
		hear(way, mark)
	}
	if login == "dirk" && len(onScreen) < 150 {
		w.t.Errorf("on the screens of the director stand %d marks only", len(onScreen))
	}
}

func (w *markedWorld) dials(login string) (*gossh.Client, error) {
	return gossh.Dial("tcp", w.server, &gossh.ClientConfig{User: login, Auth: []gossh.AuthMethod{gossh.PublicKeys(w.signer(login))},
		HostKeyCallback: gossh.InsecureIgnoreHostKey()})
}

// walks looks at a screen after each of these keys.
func (w *markedWorld) walks(login, subject string, hear func(way, text string), keys ...string) {
	w.t.Helper()
	c, err := w.dials(login)
	if err != nil {
		w.t.Error(err)
		return
	}
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		w.t.Error(err)
		return
	}
	screen := &drawn{more: make(chan struct{}, 1)}
	s.Stdout, s.Stderr = screen, screen
	in, err := s.StdinPipe()
	if err != nil {
		w.t.Error(err)
		return
	}
	if err := s.RequestPty("xterm", 100, 140, gossh.TerminalModes{}); err != nil {
		w.t.Error(err)
		return
	}
	if err := s.Start(subject); err != nil {
		w.t.Error(err)
		return
	}
	ended := make(chan struct{})
	go func() { _ = s.Wait(); close(ended) }()
	for i, k := range keys {
		if _, err := io.WriteString(in, k); err != nil {
			break // he may not see it, and was told so
		}
		// another size draws everything anew, so that no word comes in pieces
		if err := s.WindowChange(100-i%2, 140); err != nil {
			break
		}
		if !screen.settles(ended) {
			break
		}
	}
	hear("the screen of "+subject, screen.all())
}

// drawn is what a session drew.
type drawn struct {
	mu   sync.Mutex
	text strings.Builder
	more chan struct{}
}

// Write implements io.Writer.
func (d *drawn) Write(p []byte) (int, error) {
	d.mu.Lock()
	d.text.Write(p)
	d.mu.Unlock()
	select {
	case d.more <- struct{}{}:
	default:
	}
	return len(p), nil
}

func (d *drawn) all() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.text.String()
}

// settles waits until nothing more is drawn; false where the session ended.
func (d *drawn) settles(ended chan struct{}) bool {
	for {
		select {
		case <-ended:
			return false
		case <-d.more:
		case <-time.After(60 * time.Millisecond):
			return true
		}
	}
}
