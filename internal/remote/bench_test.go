package remote_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// pane is the terminal program over SSH in a client of our own, which counts
// what comes over the line.
type pane struct {
	t    testing.TB
	s    *gossh.Session
	in   io.Writer
	out  *heard
	seen int
}

func (h *house) pane(login string, command ...string) *pane {
	h.t.Helper()
	c := h.dial(login)
	h.t.Cleanup(func() { _ = c.Close() })
	return h.paneOn(c, command...)
}

func (h *house) paneOn(c *gossh.Client, command ...string) *pane {
	h.t.Helper()
	s, err := c.NewSession()
	if err != nil {
		h.t.Fatal(err)
	}
	p := &pane{t: h.t, s: s, out: newHeard()}
	s.Stdout = p.out
	if p.in, err = s.StdinPipe(); err != nil {
		h.t.Fatal(err)
	}
	if err := s.RequestPty("xterm-256color", 24, 80, gossh.TerminalModes{}); err != nil {
		h.t.Fatal(err)
	}
	if len(command) == 0 {
		err = s.Shell()
	} else {
		err = s.Start(strings.Join(command, " "))
	}
	if err != nil {
		h.t.Fatal(err)
	}
	return p
}

// quiet waits until nothing more comes, and gives what came since it was asked last.
func (p *pane) quiet() []byte {
	p.t.Helper()
	for {
		before := p.out.len()
		select {
		case <-p.out.news:
		case <-time.After(150 * time.Millisecond):
			if p.out.len() == before {
				all := p.out.all()
				came := all[p.seen:]
				p.seen = len(all)
				return came
			}
		}
	}
}

func (p *pane) says(text string) {
	p.t.Helper()
	p.out.wait(p.t, func(b []byte) bool { return bytes.Contains(b, []byte(text)) })
}

// deaf takes nothing any more of what is drawn, and has more drawn than a line
// holds.
func (p *pane) deaf() {
	p.t.Helper()
	p.out.deaf.Lock()
	p.t.Cleanup(p.out.deaf.Unlock)
	for i := range 4000 {
		if err := p.s.WindowChange(24+i%20, 80+i%20); err != nil {
			p.t.Fatal(err)
		}
	}
}

// press sends keys, and gives how many bytes that drew.
func (p *pane) press(keys string) int {
	p.t.Helper()
	if _, err := io.WriteString(p.in, keys); err != nil {
		p.t.Fatal(err)
	}
	return len(p.quiet())
}

// BenchmarkLine prints what a line costs: bytes per cursor move and per page of
// the register at 80×24, per key in a form, and memory per idle session. Run it
// with -benchtime 1x.
func BenchmarkLine(b *testing.B) {
	h := demoHouse(b)
	h.serve()
	for b.Loop() {
		h.measure(b)
	}
}

// demoHouse is an office with the complaints of the demo.
func demoHouse(t testing.TB) *house {
	t.Helper()
	h := emptyHouse(t)
	if out, err := h.run("demo", "--to", h.db(), "--seed", "7"); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	h.local("", "staff", "key", "annelies", h.key("annelies")+".pub")
	return h
}

func (h *house) measure(b *testing.B) {
	p := h.pane("annelies")
	p.says("Klachtenoverzicht")
	p.press("\x1b[F") // all complaints: the last of the views
	for range 6 {
		p.press("\x1b[C")
	}
	p.press("g")
	moves, pages, keys := 0, 0, 0
	const n = 10
	for range n {
		moves += p.press("j")
	}
	for range n {
		moves += p.press("\x1b[A")
	}
	pages = p.press("\x1b[6~") + p.press("\x1b[6~") + p.press("\x1b[5~") + p.press("\x1b[5~")
	p.press("n")
	p.says("Nieuwe klacht")
	for range 3 {
		p.press("\t")
	}
	text := "Trainer een uur te laat"
	p.press("A")
	for _, r := range text {
		keys += p.press(string(r))
	}
	b.ReportMetric(float64(moves)/(2*n), "bytes/move")
	b.ReportMetric(float64(pages)/4, "bytes/page")
	b.ReportMetric(float64(keys)/float64(len(text)), "bytes/key")

	const idle = 40
	before := h.resident(b)
	for range idle {
		q := h.pane("annelies")
		q.says("Klachtenoverzicht")
		q.quiet()
	}
	runtime.GC()
	b.ReportMetric((h.resident(b)-before)/idle, "MB/session")
}

var rss = regexp.MustCompile(`VmRSS:\s+(\d+) kB`)

// resident is the memory of the server in MB.
func (h *house) resident(b *testing.B) float64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", h.server.Process.Pid))
	if err != nil {
		b.Skip(err)
	}
	kb, _ := strconv.Atoi(string(rss.FindSubmatch(text)[1]))
	return float64(kb) / 1024
}
