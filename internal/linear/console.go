package linear

import (
	"bufio"
	"context"
	"io"
	"strings"
	"unicode"

	"leermoment/internal/lang"
)

// console is the line to a person. Who reads waits in another goroutine, so
// that a context that ends is noticed.
type console struct {
	ctx   context.Context
	out   io.Writer
	ask   chan struct{}
	lines chan typed
}

type typed struct {
	text string
	err  error
}

func newConsole(ctx context.Context, in io.Reader, out io.Writer) console {
	c := console{ctx, out, make(chan struct{}), make(chan typed, 1)}
	go func() {
		r := bufio.NewReader(in)
		for {
			select {
			case <-ctx.Done():
				return
			case <-c.ask:
			}
			text, err := r.ReadString('\n')
			if text != "" {
				err = nil // the end comes when more is asked for
			}
			c.lines <- typed{strings.TrimRight(text, "\r\n"), err}
		}
	}()
	return c
}

// read gives the next line as it was typed; errEnd where nothing comes any more.
func (c console) read() (string, error) {
	select {
	case <-c.ctx.Done():
		return "", errEnd
	case c.ask <- struct{}{}:
	}
	select {
	case <-c.ctx.Done():
		return "", errEnd
	case t := <-c.lines:
		if t.err != nil {
			return "", errEnd
		}
		return t.text, nil
	}
}

// say says something, each of its lines on one.
func (s *session) say(texts ...string) {
	for _, text := range texts {
		// a line that does not come through is noticed when an answer is asked for
		_, _ = io.WriteString(s.line.out, spoken(text)+"\n")
	}
}

// spoken is a text as it can be read aloud: clean, and without signs that are
// there to be looked at.
func spoken(text string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(lang.PlainLines(text), " ·", ",") {
		switch {
		case r == '\n':
			b.WriteRune(r)
		case said[r] != "":
			b.WriteString(said[r])
		case unicode.Is(unicode.Zs, r), r >= 0x2190 && r <= 0x2bff && r != '⟦' && r != '⟧', unicode.Is(unicode.Co, r):
			b.WriteByte(' ') // arrows, frames, blocks, ticks
		default:
			b.WriteRune(r)
		}
	}
	lines := strings.Split(b.String(), "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Join(lines, "\n")
}

// said are signs as they are read aloud.
var said = map[rune]string{'–': "-", '—': "-", '…': "...", '‘': "'", '’': "'", '“': `"`, '”': `"`, '«': `"`, '»': `"`, '‹': "'", '›': ",", '·': ",", '→': ","}
