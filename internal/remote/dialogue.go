package remote

import (
	"context"
	"io"

	"charm.land/ssh"
	"golang.org/x/term"
)

// talks is a program that asks line by line, over lines that come in and go out.
type talks func(ctx context.Context, in io.Reader, out io.Writer) error

// dialogue runs such a program. In a terminal keys come as they are pressed: they
// are shown, and a line can be mended until enter. When the server ends the line,
// the program's context ends.
func (s *Server) dialogue(ctx context.Context, l *line, terminal bool, run talks) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if why := l.talksUntil(cancel); why != "" {
		return nil // it was ended before it began
	}
	in := &input{l, s.c.Limits.Input, terminal}
	if !terminal {
		return run(ctx, in, l.sess)
	}
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{in, l.sess}, "")
	pty, _, _ := l.sess.Pty()
	resize := func(size ssh.Window) {
		w, h := clamped(size)
		_ = t.SetSize(w, h) // an odd size only breaks lines elsewhere
	}
	resize(pty.Window)
	changes := sizesOf(l.sess)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case size := <-changes:
				resize(size)
			}
		}
	}()
	return run(ctx, &keyed{t: t}, t)
}

// talksUntil notes how a dialogue is ended, and says why it was ended already.
func (l *line) talksUntil(end func()) (why string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.talk = end
	return l.why
}

// keyed gives the lines that are typed in a terminal, each when one is asked for.
type keyed struct {
	t    *term.Terminal
	rest []byte
}

// Read implements io.Reader.
func (k *keyed) Read(p []byte) (int, error) {
	if len(k.rest) == 0 {
		line, err := k.t.ReadLine()
		if err != nil {
			return 0, err
		}
		k.rest = []byte(line + "\n")
	}
	n := copy(p, k.rest)
	k.rest = k.rest[n:]
	return n, nil
}
