package remote

import (
	"context"
	"io"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

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

// end ends a line for a reason: a program or a dialogue leaves, keeping what is
// half filled in; a command that runs is let be while the server stops, and else cut off.
// Who does not take what is sent to him is put out all the same.
func (s *Server) end(l *line, why string) {
	if !l.ends(why) {
		return
	}
	l.mu.Lock()
	program, leave, talk := l.program, l.leave, l.talk
	l.mu.Unlock()
	switch {
	case program != nil:
		go program.Send(leave) // it may be busy
	case talk != nil:
		talk()
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
