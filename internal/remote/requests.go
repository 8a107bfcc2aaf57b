package remote

import (
	"regexp"
	"slices"
	"strings"
	"sync/atomic"

	"charm.land/ssh"
	"github.com/charmbracelet/colorprofile"
	gossh "golang.org/x/crypto/ssh"
)

// mostSessions is how many sessions one connection may have at once.
const mostSessions = 10

type sessionsKey struct{}

// onlySessions takes a session in, and of its requests only those that this
// server knows: no agent, no X11, no environment but what is listed.
func onlySessions(srv *ssh.Server, conn *gossh.ServerConn, channel gossh.NewChannel, ctx ssh.Context) {
	ctx.Lock()
	open, ok := ctx.Value(sessionsKey{}).(*atomic.Int32)
	if !ok {
		open = new(atomic.Int32)
		ctx.SetValue(sessionsKey{}, open)
	}
	ctx.Unlock()
	defer open.Add(-1)
	if open.Add(1) > mostSessions {
		_ = channel.Reject(gossh.ResourceShortage, "too many sessions")
		return
	}
	sizes := make(sizes, 1)
	ssh.DefaultSessionHandler(srv, conn, sifted{channel, sizes}, sized{ctx, sizes})
}

// sizes holds the newest size of a terminal that nobody looked at yet. The
// library writes a new size over the one that it hands out, without a lock: so
// it does not hear of them.
type sizes chan ssh.Window

// becomes takes in another size; one goroutine alone calls it.
func (s sizes) becomes(r *gossh.Request) bool {
	var to struct{ Columns, Rows, Width, Height uint32 }
	if gossh.Unmarshal(r.Payload, &to) != nil {
		return false
	}
	select {
	case <-s:
	default:
	}
	s <- ssh.Window{Width: int(to.Columns), Height: int(to.Rows)}
	return true
}

// sized is the context of one session of a connection, with its sizes.
type sized struct {
	ssh.Context
	sizes sizes
}

type sizesKey struct{}

// Value implements context.Context.
func (s sized) Value(key any) any {
	if key == (sizesKey{}) {
		return s.sizes
	}
	return s.Context.Value(key)
}

func sizesOf(sess ssh.Session) sizes {
	s, _ := sess.Context().Value(sizesKey{}).(sizes)
	return s
}

// sifted is a channel whose requests were looked at before.
type sifted struct {
	gossh.NewChannel
	sizes sizes
}

// Accept implements gossh.NewChannel.
func (s sifted) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	channel, requests, err := s.NewChannel.Accept()
	if err != nil {
		return nil, nil, err
	}
	good := make(chan *gossh.Request)
	go func() {
		defer close(good)
		for r := range requests {
			switch {
			case r.Type == "window-change":
				_ = r.Reply(s.sizes.becomes(r), nil)
			case wanted(r):
				good <- r
			default:
				_ = r.Reply(false, nil)
			}
		}
	}()
	return channel, good, nil
}

// wanted says whether a request is one of those that are answered.
func wanted(r *gossh.Request) bool {
	switch r.Type {
	case "shell", "exec", "pty-req", "signal":
		return true
	case "env":
		var pair struct{ Name, Value string }
		return gossh.Unmarshal(r.Payload, &pair) == nil && environment(pair.Name, pair.Value)
	}
	return false
}

// languageVariable asks for the language of the session.
const languageVariable = "LEERMOMENT_LANG"

// environment says whether a variable is taken over, and with that value.
func environment(name, value string) bool {
	switch name {
	case "COLORTERM":
		return slices.Contains([]string{"truecolor", "24bit"}, value)
	case "NO_COLOR":
		return len(value) <= 8
	case languageVariable:
		return value == "nl" || value == "en"
	}
	return false
}

var terminalName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._+-]{0,40}$`)

// surroundings are what the terminal can do, from what was taken over.
func surroundings(sess ssh.Session) (env []string, profile colorprofile.Profile) {
	pty, _, _ := sess.Pty()
	term := pty.Term
	if !terminalName.MatchString(term) {
		term = "xterm"
	}
	env = append(sess.Environ(), "TERM="+term)
	return env, colorprofile.Env(env)
}

// variable is the last value of one.
func variable(env []string, name string) (value string, ok bool) {
	for _, pair := range env {
		if v, found := strings.CutPrefix(pair, name+"="); found {
			value, ok = v, true
		}
	}
	return value, ok
}

// The sizes that a terminal can have here: nobody has a bigger one, and the
// server draws it.
const (
	widest  = 400
	highest = 150
)

func clamped(w ssh.Window) (width, height int) {
	return min(max(w.Width, 1), widest), min(max(w.Height, 1), highest)
}
