package remote

import (
	"net"
	"sync"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// gate counts connections: those that are open, those that have not yet logged
// in, and for each address the log-ins that failed lately.
type gate struct {
	limits Limits
	now    func() time.Time

	mu        sync.Mutex
	open      int
	strangers int
	failures  map[string][]time.Time
}

// remembered is of how many addresses failures are kept at most.
const remembered = 4096

// lately is for how long a failure counts.
const lately = time.Minute

func newGate(l Limits, now func() time.Time) *gate {
	return &gate{limits: l, now: now, failures: map[string][]time.Time{}}
}

type strangerKey struct{}

// stranger is who has not yet logged in on one connection.
type stranger struct{ tried, known bool }

// admit lets a connection in, or gives nil, which closes it at once.
func (g *gate) admit(ctx ssh.Context, conn net.Conn) net.Conn {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.open >= g.limits.Connections || g.strangers >= g.limits.Strangers || g.tooOften(hostOf(conn.RemoteAddr())) {
		return nil
	}
	g.open++
	g.strangers++
	who := &stranger{}
	ctx.SetValue(strangerKey{}, who)
	return &counted{Conn: conn, close: sync.OnceFunc(func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.open--
		if who.known {
			return
		}
		g.strangers--
		if who.tried { // who only looks whether something listens did not fail
			g.failed(hostOf(conn.RemoteAddr()))
		}
	})}
}

// config allows a few keys per connection, as the ordinary client offers all it
// has, and notes when one has proved itself.
func (g *gate) config(ctx ssh.Context) *gossh.ServerConfig {
	return &gossh.ServerConfig{MaxAuthTries: 6, AuthLogCallback: func(_ gossh.ConnMetadata, method string, err error) {
		who, ok := ctx.Value(strangerKey{}).(*stranger)
		if !ok || method == "none" { // with which every client begins
			return
		}
		g.mu.Lock()
		defer g.mu.Unlock()
		who.tried = true
		if err == nil && !who.known {
			who.known = true
			g.strangers--
		}
	}}
}

// failed notes a log-in of an address that came to nothing.
func (g *gate) failed(host string) {
	if len(g.failures) >= remembered {
		for old := range g.failures {
			if g.forget(old); len(g.failures) >= remembered {
				delete(g.failures, old) // an attack from everywhere: any will do
			}
		}
	}
	g.failures[host] = append(g.failures[host], g.now())
}

func (g *gate) tooOften(host string) bool {
	g.forget(host)
	return len(g.failures[host]) >= g.limits.Attempts
}

// forget drops an address's failures that are no longer recent.
func (g *gate) forget(host string) {
	kept := g.failures[host][:0]
	for _, at := range g.failures[host] {
		if g.now().Sub(at) < lately {
			kept = append(kept, at)
		}
	}
	if len(kept) == 0 {
		delete(g.failures, host)
		return
	}
	g.failures[host] = kept
}

func hostOf(a net.Addr) string {
	host, _, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	return host
}

// counted is a connection that says when it closes.
type counted struct {
	net.Conn
	close func()
}

func (c *counted) Close() error {
	c.close()
	return c.Conn.Close()
}
