package remote_test

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// Whatever a client says of itself, the program comes up for the next one.
func TestHostileSurroundings(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	for name, env := range map[string][]string{
		"a path for a terminal":     {"TERM=../../../../etc/passwd"},
		"control sequences":         {"TERM=xterm\x1b[2J\x07"},
		"no end":                    {"TERM=" + strings.Repeat("x", 4000)},
		"no terminal at all":        {"TERM="},
		"a dumb one":                {"TERM=dumb"},
		"a language that is a path": {"TERM=xterm-256color", "LANG=../../../etc/passwd", "LC_ALL=$(id)", "LEERMOMENT_LANG=../nl"},
	} {
		args := append([]string{"-tt", "-o", "SendEnv=LANG", "-o", "SendEnv=LC_ALL", "-o", "SendEnv=LEERMOMENT_LANG"}, h.options("dirk")...)
		cmd := exec.Command("ssh", append(args, "dirk@127.0.0.1", "list")...)
		cmd.Env = append(os.Environ(), env...)
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), "2026-001") {
			t.Errorf("%s: %v %s", name, err, out)
		}
		at := h.terminal(80, 24, append([]string{"env", env[0], "ssh"}, append(h.options("dirk"), "dirk@127.0.0.1")...)...)
		at.sees("Klachtenoverzicht", "2026-001")
		at.types("q")
		at.sees("EXIT=0")
	}
}

// The language is taken over where it is one that is spoken here.
func TestTheLanguageThatIsAskedFor(t *testing.T) {
	h := newHouse(t)
	h.serve()
	for asked, says := range map[string]string{"en": "is no command", "nl": "is er niet", "de": "is er niet"} {
		cmd := exec.Command("ssh", append(append([]string{"-o", "SetEnv=LEERMOMENT_LANG=" + asked}, h.options("dirk")...), "dirk@127.0.0.1", "sh")...)
		if out, _ := cmd.CombinedOutput(); !strings.Contains(string(out), says) {
			t.Errorf("%s: %s", asked, out)
		}
	}
}

func TestACommandLineWithoutEnd(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	long := h.ssh("dirk", "", "list", "--search", strings.Repeat("x", 70000))
	if long.code != 2 || !strings.Contains(long.err, "te lang") {
		t.Errorf("70 kB: %d %s", long.code, long.err)
	}
	words := []string{"list"}
	for range 16 {
		words = append(words, strings.Repeat("x", 100_000))
	}
	if a := h.ssh("dirk", "", words...); a.code == 0 || a.out != "" {
		t.Errorf("1.6 MB by OpenSSH: %+v", a)
	}
	// OpenSSH's own arguments end somewhere; the protocol's do not
	c := h.dial("dirk")
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Run("list " + strings.Repeat("x", 10<<20)); err == nil {
		t.Error("10 MB is taken")
	}
	// what is sent on standard input has an end too
	if a := h.ssh("dirk", strings.Repeat("x", 33<<20), "do", "2026-001", "attach", "--field", "file=-:groot.bin"); a.code != 2 {
		t.Errorf("33 MB of input: %d %s", a.code, a.err)
	}
	if a := h.ssh("dirk", "", "list"); a.code != 0 {
		t.Errorf("afterwards: %+v", a)
	}
}

// dial is a client of our own, for what OpenSSH cannot do.
func (h *house) dial(login string, before ...gossh.Signer) *gossh.Client {
	h.t.Helper()
	c, err := h.tryDial(login, append(before, h.signer(login))...)
	if err != nil {
		h.t.Fatal(err)
	}
	return c
}

func (h *house) tryDial(login string, keys ...gossh.Signer) (*gossh.Client, error) {
	return gossh.Dial("tcp", "127.0.0.1:"+h.port, &gossh.ClientConfig{User: login, Auth: []gossh.AuthMethod{gossh.PublicKeys(keys...)},
		HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience})
}

func (h *house) signer(name string) gossh.Signer {
	h.t.Helper()
	text, err := os.ReadFile(h.key(name))
	if err != nil {
		h.t.Fatal(err)
	}
	key, err := gossh.ParsePrivateKey(text)
	if err != nil {
		h.t.Fatal(err)
	}
	return key
}

// Terminals smaller and bigger than there are.
func TestTerminalsOfEverySize(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	c := h.dial("dirk")
	defer c.Close()
	for _, size := range [][2]int{{1, 1}, {0, 0}, {5000, 5000}, {1 << 30, 1 << 30}, {1<<32 - 1, 1}} {
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		out := newHeard()
		s.Stdout = out
		in, err := s.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := s.RequestPty("xterm", size[1], size[0], gossh.TerminalModes{}); err != nil {
			t.Fatal(err)
		}
		if err := s.Shell(); err != nil {
			t.Fatal(err)
		}
		out.wait(t, func(b []byte) bool { return len(b) > 0 })
		if err := s.WindowChange(24, 80); err != nil {
			t.Fatal(err)
		}
		out.wait(t, func(b []byte) bool { return bytes.Contains(b, []byte("Klachtenoverzicht")) })
		fmt.Fprint(in, "q")
		if err := s.Wait(); err != nil {
			t.Errorf("%v: %v", size, err)
		}
		if n := out.len(); n > 1<<20 {
			t.Errorf("%v: %d bytes were drawn", size, n)
		}
	}
	// the same by OpenSSH: a terminal that says of itself that it is of that size
	at := h.login("dirk", 20, 5)
	at.sees("minstens 60")
	at.types("q")
	for _, size := range []string{"rows 1 cols 1", "rows 5000 cols 5000"} {
		at := h.terminal(80, 24, "sh", "-c", "stty "+size+"; ssh "+strings.Join(h.options("dirk"), " ")+" dirk@127.0.0.1; stty rows 24 cols 80")
		eventually(t, "he is in", func() bool { return strings.Count(h.log.String(), "msg=in") > strings.Count(h.log.String(), "msg=out") })
		at.types("q")
		at.sees("EXIT=0")
	}
	if a := h.ssh("dirk", "", "list"); a.code != 0 {
		t.Errorf("afterwards: %+v", a)
	}
}

// TestTheKeyThatProvedItselfCounts: a key is offered before it is proved. Soft
// Serve once acted for the key that was offered last; here somebody offers the
// director's public key, which anybody may know, and then proves his own.
func TestTheKeyThatProvedItselfCounts(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	offered := halfKey{h.signer("dirk").PublicKey()}
	// as the director: his key is known but not proved, Joost's is not the director's
	if c, err := h.tryDial("dirk", offered, h.signer("joost")); err == nil {
		c.Close()
		t.Fatal("a key that was only offered let somebody in as the director")
	}
	// as himself, after offering the director's: he is himself
	c := h.dial("joost", offered)
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.CombinedOutput("show 2026-001")
	if err != nil || strings.Contains(string(out), "Trainer") {
		t.Errorf("Joost reads as the director: %v %s", err, out)
	}
}

// halfKey is a public key without the private one.
type halfKey struct{ public gossh.PublicKey }

func (k halfKey) PublicKey() gossh.PublicKey { return k.public }

func (k halfKey) Sign(_ io.Reader, _ []byte) (*gossh.Signature, error) {
	return &gossh.Signature{Format: k.public.Type(), Blob: make([]byte, 64)}, nil
}

// Who does not log in does not keep others out for long, and who is in is not
// counted among the strangers.
func TestStrangersAtTheDoor(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	in := h.dial("dirk")
	defer in.Close()
	var waiting []net.Conn
	for range 40 {
		c, err := net.Dial("tcp", "127.0.0.1:"+h.port)
		if err != nil {
			t.Fatal(err)
		}
		waiting = append(waiting, c)
	}
	greeted := 0
	for _, c := range waiting {
		if n, _ := c.Read(make([]byte, 1)); n == 1 {
			greeted++
		}
	}
	if greeted != 20 {
		t.Errorf("%d strangers stand in the door", greeted)
	}
	if _, err := h.tryDial("omar", h.signer("omar")); err == nil {
		t.Error("more strangers than the door takes")
	}
	s, err := in.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := s.Output("list"); err != nil || !strings.Contains(string(out), "2026-001") {
		t.Errorf("who was in already: %v %s", err, out)
	}
	for _, c := range waiting {
		_ = c.Close()
	}
	eventually(t, "the door is open again", func() bool {
		c, err := h.tryDial("omar", h.signer("omar"))
		if err == nil {
			c.Close()
		}
		return err == nil
	})
}

// eventually asks again and again; what is asked takes its time by itself.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		if is() {
			return
		}
	}
	t.Fatalf("it never comes that %s", what)
}
