package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"leermoment/internal/lang"
)

// mostMemory is how many megabytes the open program may take, whatever the file.
const mostMemory = 60

// The open program takes little memory, and no more after it was used for long than
// before: somebody goes through every screen, in any order. LEERMOMENT_FILE is the
// file that is looked at (else one of some hundred complaints), LEERMOMENT_MINUTES
// for how long (else some rounds).
func TestMemoryStaysFlat(t *testing.T) {
	t.Parallel()
	file := os.Getenv("LEERMOMENT_FILE")
	if file == "" {
		w, _ := bulk(t, 200, func(context.CancelFunc, int) {})
		file = w.path
	}
	minutes, _ := strconv.ParseFloat(os.Getenv("LEERMOMENT_MINUTES"), 64) // none is some rounds
	p := opened(t, file)
	random := rand.New(rand.NewPCG(1, 2))
	var took []int
	peak := 0
	until := time.Now().Add(time.Duration(minutes * float64(time.Minute)))
	for len(took) < 30 || time.Now().Before(until) {
		keys := p.wander(random)
		took = append(took, p.memory("VmRSS"))
		most := p.memory("VmHWM")
		if most > max(peak, mostMemory) {
			t.Errorf("%d MB at most, since round %d: %q", most, len(took), keys)
		}
		peak = most
	}
	third := len(took) / 3
	before, after := middle(took[third:2*third]), middle(took[2*third:])
	t.Logf("%d rounds with %s: %d MB at first, %d in the second third, %d in the last, %d at most", len(took), filepath.Base(file), took[0], before, after, peak)
	if after > before+before/10+2 {
		t.Errorf("it grows: %d MB, and later %d", before, after)
	}
}

func middle(of []int) int {
	of = slices.Sorted(slices.Values(of))
	return of[len(of)/2]
}

// opened is the program itself on a terminal of its own, until the test ends.
func opened(t *testing.T, file string) *onTerminal {
	t.Helper()
	p := begun(t, file, "annelies")
	t.Cleanup(func() {
		if err := errors.Join(p.cmd.Process.Signal(syscall.SIGTERM), p.cmd.Wait(), p.tty.Close()); err != nil {
			t.Error(err)
		}
	})
	return p
}

// begun is the program itself on a terminal of its own; it goes on until it is ended.
func begun(t *testing.T, file, login string) *onTerminal {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "leermoment")
	build := exec.Command("go", "build", "-trimpath", "-o", bin, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as a release is
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p := &onTerminal{t: t, cmd: exec.Command(bin, "--db", file, "--as", login, "--lang", "nl")}
	p.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "HOME="+t.TempDir())
	var err error
	if p.tty, err = pty.StartWithSize(p.cmd, &pty.Winsize{Rows: 40, Cols: 120}); err != nil {
		t.Fatal(err)
	}
	p.shown = make(chan []byte)
	go func() {
		defer close(p.shown)
		for {
			part := make([]byte, 1<<16)
			n, err := p.tty.Read(part)
			if err != nil {
				return
			}
			select {
			case p.shown <- part[:n]:
			case <-t.Context().Done(): // nobody looks any more
			}
		}
	}()
	p.comes("Klachtenoverzicht")
	return p
}

// Whose window is closed while he fills in a form finds the form again, and the program
// ends as when he leaves.
func TestTheWindowIsClosed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, lang.NL)
	heard := make(chan os.Signal, 1) // so that a program begun here does not ignore it, as under nohup
	signal.Notify(heard, syscall.SIGHUP)
	defer signal.Stop(heard)
	p := begun(t, w.path, "omar")
	p.types("n")
	p.comes("Nieuwe klacht")
	p.types("\t\t\tJansen")
	p.comes("concept bewaard")
	if err := errors.Join(p.cmd.Process.Signal(syscall.SIGHUP), p.cmd.Wait(), p.tty.Close()); err != nil {
		t.Error(err)
	}
	if drafts := w.drafts("omar"); len(drafts) != 1 || !strings.Contains(fmt.Sprint(drafts[0].Values), "Jansen") {
		t.Errorf("drafts %v", drafts)
	}
}

// onTerminal is an open program; a round ends once it has shown its help.
type onTerminal struct {
	t   *testing.T
	cmd *exec.Cmd
	tty *os.File

	shown chan []byte
}

// Keys as a terminal sends them that never takes two for one.
const (
	escape = "\x1b[27u"
	help   = "\x1bOP"
	down   = "\x1b[B"
	pages  = "\x1b[6~\x1b[6~\x1b[6~"
)

// wander goes somewhere, does something there, and comes back; by these keys.
func (p *onTerminal) wander(random *rand.Rand) string {
	p.t.Helper()
	places := []string{"", "", "\r", "A", "b", "t", "m", "v", "p", "d", ":", "/tr", "/koffie za", "/k", "/2026-0", "n", "\x1b[C", "\x1b[C\x1b[C", "\x1b[D"}
	moves := []string{down, down + down, pages, pages + pages, "\x1b[5~", "\x1b[A", "\t", "\x1b[F", "\x1b[H", "z"}
	var keys strings.Builder
	keys.WriteString(places[random.IntN(len(places))])
	for range random.IntN(6) {
		keys.WriteString(moves[random.IntN(len(moves))])
	}
	p.types(keys.String() + escape + escape + escape + help)
	p.comes("Toetsen", escape, help)
	p.types(escape)
	return keys.String()
}

func (p *onTerminal) types(keys string) {
	p.t.Helper()
	if _, err := io.WriteString(p.tty, keys); err != nil {
		p.t.Fatal(err)
	}
}

// comes reads until the program shows a text. Where it does not come in a while the
// keys that ask for it are typed in turn: it may stand there since before, between
// two frames, or what was typed ahead was dropped because something was said.
func (p *onTerminal) comes(text string, asks ...string) {
	p.t.Helper()
	late, again := time.After(time.Minute), time.NewTicker(300*time.Millisecond)
	defer again.Stop()
	var seen bytes.Buffer
	for !bytes.Contains(seen.Bytes(), []byte(text)) {
		select {
		case part, open := <-p.shown:
			if seen.Write(part); !open {
				p.t.Fatalf("the program ended before %q: %q", text, seen.String())
			}
		case <-again.C:
			if len(asks) > 0 {
				p.types(asks[0])
				asks = append(asks[1:], asks[0])
			}
		case <-late:
			p.t.Fatalf("%q does not come: %q", text, seen.String()[max(0, seen.Len()-2000):])
		}
	}
}

// memory is a figure of the process in megabytes.
func (p *onTerminal) memory(name string) int {
	p.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	found := regexp.MustCompile(name + `:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		p.t.Fatalf("no %s in %s", name, status)
	}
	kilobytes, err := strconv.Atoi(string(found[1]))
	if err != nil {
		p.t.Fatal(err)
	}
	return kilobytes >> 10
}
