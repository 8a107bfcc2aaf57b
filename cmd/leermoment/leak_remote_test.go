package main

import (
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"fmt"
	"io"
	"log/slog"
	"net"
	"reflect"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
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
	never := func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }
	c := wiring{zone: w.zone, tick: never}.serving(command.Serving{Office: w.office, Database: w.path, Language: "nl"}, limits, slog.New(slog.DiscardHandler))
	run := c.Run
	c.Run = func(ctx context.Context, s remote.Session, args []string) int {
		screen := s.Screen
		s.Screen = func(ctx context.Context, m tea.Model, leave tea.Msg) error {
			return screen(ctx, &signposted{Model: m}, leave)
		}
		return run(ctx, s, args)
	}
	server, err := remote.New(c)
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
	for _, args := range w.papers() {
		if args[0] != "print" || len(args) > 2 {
			continue // asked on the machine itself
		}
		s, err := c.NewSession()
		if err != nil {
			w.t.Fatal(err)
		}
		out, _ := s.CombinedOutput(strings.Join(args, " "))
		hear("ssh "+strings.Join(args, " "), pdfText(w.t, string(out)))
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
	walks("", "", "\x1b[C", "\x1b[C", "\x1b[C", "\x1b[C", "\x1b[C", "\x1b[C", "/MARK", "\r\x1b", "p", "j", "j", "\x1b", "d", "j", "\x1b", "t", "\x1b", "v", "\x1b", "A", "j", "\x1b", "b", "j", "\x1b", "\x10", "Medewerkers\r", "\r", "\x1b", "\x1b", "\x10Voorkeuren\r", "\x1b", "\x10")
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
	screen := &drawn{}
	screen.more.L = &screen.mu
	s.Stdout, s.Stderr = screen, screen
	in, err := s.StdinPipe()
	if err != nil {
		w.t.Error(err)
		return
	}
	if err := s.RequestPty("xterm", tall, 140, gossh.TerminalModes{}); err != nil {
		w.t.Error(err)
		return
	}
	if err := s.Start(subject); err != nil {
		w.t.Error(err)
		return
	}
	go func() { _ = s.Wait(); screen.ends() }()
	pressed := 0
	for i, k := range append(keys, "") { // once more, so that the last screen is there whole
		if _, err := io.WriteString(in, k); err != nil {
			break // he may not see it, and was told so
		}
		pressed += presses(k)
		if !screen.shows(signOf(pressed, 0)) {
			break
		}
		// another size draws everything anew, so that no word comes in pieces
		if s.WindowChange(tall-1-i%2, 140) != nil || !screen.shows(signOf(pressed, tall-1-i%2)) {
			break
		}
	}
	hear("the screen of "+subject, screen.all())
}

// tall is the height of the terminals.
const tall = 100

// presses is how many keys a terminal sends with this.
func presses(sent string) int { return len([]rune(strings.ReplaceAll(sent, "\x1b[C", "r"))) }

// drawn is what a session drew.
type drawn struct {
	mu    sync.Mutex
	text  strings.Builder
	more  sync.Cond
	ended bool
}

// Write implements io.Writer.
func (d *drawn) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.text.Write(p)
	d.more.Broadcast()
	return len(p), nil
}

func (d *drawn) ends() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.ended = true
	d.more.Broadcast()
}

func (d *drawn) all() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.text.String()
}

// shows waits until a sign is drawn; false where the session ended before.
func (d *drawn) shows(sign string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for !strings.Contains(d.text.String(), sign) {
		if d.ended {
			return false
		}
		d.more.Wait()
	}
	return true
}

// signposted is a program that says, in a title of the window, which keys it
// has taken and how high it is, once nothing of what they asked is under way:
// by then all that belongs to them is on the screen.
type signposted struct {
	tea.Model
	mu      sync.Mutex
	pending int // commands, and messages that they brought
	pressed int
	height  int
}

// signOf is the sign that so many keys were taken; a height of 0 is any.
func signOf(pressed, height int) string {
	if height == 0 {
		return fmt.Sprintf("keys %d high", pressed)
	}
	return fmt.Sprintf("keys %d high %d.", pressed, height)
}

// brought is a message of a command that is counted.
type brought struct{ msg tea.Msg }

// Init implements tea.Model.
func (p *signposted) Init() tea.Cmd { return p.counts(p.Model.Init()) }

// Update implements tea.Model.
func (p *signposted) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch m := msg.(type) {
	case brought:
		defer p.counted(-1)
		if msg = m.msg; msg == nil {
			return p, nil
		}
	case tea.KeyPressMsg:
		p.pressed++
	case tea.WindowSizeMsg:
		p.height = m.Height
	}
	next, cmd := p.Model.Update(msg)
	p.Model = next
	return p, p.counts(cmd)
}

// View implements tea.Model.
func (p *signposted) View() tea.View {
	v := p.Model.View()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pending == 0 {
		v.WindowTitle = signOf(p.pressed, p.height)
	}
	return v
}

func (p *signposted) counted(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pending += n
}

// counts counts a command until the program has taken what it brought, those
// that it gives rise to included.
func (p *signposted) counts(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	p.counted(1)
	return func() tea.Msg {
		msg := cmd()
		v := reflect.ValueOf(msg)
		if v.IsValid() && v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			for i := range v.Len() {
				list.Index(i).Set(reflect.ValueOf(p.counts(v.Index(i).Interface().(tea.Cmd))))
			}
			msg = list.Interface()
		} else if !v.IsValid() || strings.HasPrefix(v.Type().PkgPath(), "leermoment/") {
			return brought{msg}
		}
		p.counted(-1)
		return msg
	}
}
