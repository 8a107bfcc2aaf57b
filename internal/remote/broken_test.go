package remote_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// Who is disabled, or whose key is taken away, is out at once and told why.
func TestWhoMayComeInNoLongerIsPutOut(t *testing.T) {
	for name, away := range map[string]func(h *house){
		"disabled": func(h *house) { h.local("dirk", "staff", "disable", "joost", "--hand-over", "petra") },
		"key": func(h *house) {
			h.local("dirk", "staff", "unkey", "joost", gossh.FingerprintSHA256(h.signer("joost").PublicKey()))
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			h.complaint("Trainer een uur later")
			h.serve()
			joost, petra := h.login("joost", 80, 24), h.login("petra", 80, 24)
			joost.sees("Klachtenoverzicht")
			petra.sees("Klachtenoverzicht")
			away(h)
			joost.sees("kunt u hier niet meer inloggen", "EXIT=1")
			if a := h.ssh("joost", "", "list"); a.code != 255 {
				t.Errorf("he comes in again: %+v", a)
			}
			petra.types("?")
			petra.sees("Toetsen")
		})
	}
}

// When a key was last used stands in the list of staff.
func TestWhenAKeyWasLastUsed(t *testing.T) {
	h := newHouse(t)
	h.serve()
	h.ssh("petra", "", "list")
	var people []struct {
		Login string
		Keys  []struct {
			Fingerprint string
			LastUsed    *string `json:"last_used"`
		}
	}
	if err := json.Unmarshal([]byte(h.local("dirk", "staff", "list", "--json")), &people); err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		if len(p.Keys) != 1 || (p.Keys[0].LastUsed != nil) != (p.Login == "petra") {
			t.Errorf("%+v", p)
		}
	}
}

// The host key is made on the first start, for its owner alone, and stays.
func TestTheServerStaysTheSameOne(t *testing.T) {
	h := newHouse(t)
	h.serve()
	key := filepath.Join(h.dir, "leermoment_host_ed25519")
	first, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(key); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
	h.kill()
	h.serve()
	if second, err := os.ReadFile(key); err != nil || !bytes.Equal(first, second) {
		t.Errorf("it is another one: %v", err)
	}
}

// A server that is told to stop says so, and keeps what is half filled in.
func TestTheServerStopsWithAWord(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	petra := h.login("petra", 80, 24)
	petra.sees("Klachtenoverzicht")
	petra.press("Enter")
	petra.sees("Nu te doen")
	petra.types("aNotitie") // ahead of the list of actions
	petra.press("Enter", "Tab")
	petra.sees("› Notitie maken")
	petra.types("Zij belt morgen terug")
	petra.sees("Zij belt morgen terug")
	if err := h.stop(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	petra.sees("De server stopt", "EXIT=1")
	h.serve()
	again := h.login("petra", 80, 24)
	again.sees("Klachtenoverzicht")
	again.press("Enter")
	again.sees("half ingevuld formulier")
	again.press("Enter")
	again.sees("Zij belt morgen terug")
}

// A line that breaks loses nothing of what was typed a moment before.
func TestABrokenLineKeepsTheDraft(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	c := h.dial("petra")
	p := h.paneOn(c, "2026-001")
	p.says("Nu te doen")
	p.writes("Midden in een zin")
	_ = c.Close()
	again := h.pane("petra", "2026-001")
	again.says("half ingevuld formulier")
	again.press("\r")
	again.says("Midden in een zin")
}

// writes opens a note on the dossier at hand, or goes on with it, and waits
// until what is typed is kept.
func (p *pane) writes(text string) {
	p.t.Helper()
	p.press("a")
	p.press("Notitie")
	p.press("\r")
	p.press("\t")
	p.press(text)
	p.says("bewaard")
}

// Who types nothing for long is let out.
func TestWhoDoesNothingIsLetOut(t *testing.T) {
	h := newHouse(t)
	h.serve("--idle", "1ms", "--keep-alive", "20ms")
	dirk := h.login("dirk", 80, 24)
	dirk.sees("lang niets gedaan", "EXIT=1")
}

// However busy somebody is, a line has an end, if the office wants one.
func TestALineHasAnEnd(t *testing.T) {
	h := newHouse(t)
	h.serve("--longest", "1ms", "--keep-alive", "20ms")
	dirk := h.login("dirk", 80, 24)
	dirk.sees("erg lang open", "EXIT=1")
}

// Who is put out and takes nothing that is sent to him is put out all the same.
func TestWhoDoesNotListenIsPutOutToo(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	p := h.pane("joost")
	p.says("Klachtenoverzicht")
	p.deaf()
	h.local("dirk", "staff", "disable", "joost", "--hand-over", "petra")
	eventually(t, "his line is closed", func() bool { return strings.Count(h.log.String(), "msg=out") == 1 })
}

// A line on which the other no longer answers is closed; one on which he does
// stays open, however long he types nothing.
func TestADeadLineIsClosed(t *testing.T) {
	h := newHouse(t)
	h.serve("--keep-alive", "20ms")
	alive := h.pane("petra")
	alive.says("Klachtenoverzicht")
	wire := h.wire()
	c, err := gossh.Dial("tcp", wire.address, &gossh.ClientConfig{User: "joost", Auth: []gossh.AuthMethod{gossh.PublicKeys(h.signer("joost"))},
		HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	h.paneOn(c).says("Klachtenoverzicht")
	wire.cut()
	eventually(t, "the dead line is closed", func() bool { return strings.Count(h.log.String(), "msg=out") == 1 })
	if alive.press("?") == 0 {
		t.Error("the line on which somebody answers was closed too")
	}
}

// wire lies between a client and the server. Once it is cut nothing comes
// through, and neither end is told.
type wire struct {
	address string
	cut     func()
}

func (h *house) wire() *wire {
	h.t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { _ = l.Close() })
	dead := make(chan struct{})
	carry := func(from, to net.Conn) {
		b := make([]byte, 32<<10)
		for {
			n, err := from.Read(b)
			select {
			case <-dead:
				return
			default:
			}
			if err != nil {
				return
			}
			if _, err := to.Write(b[:n]); err != nil {
				return
			}
		}
	}
	go func() {
		client, err := l.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", "127.0.0.1:"+h.port)
		if err != nil {
			return
		}
		h.t.Cleanup(func() { _, _ = client.Close(), server.Close() })
		go carry(client, server)
		carry(server, client)
	}()
	return &wire{l.Addr().String(), sync.OnceFunc(func() { close(dead) })}
}

// rounds is how often the server is killed, and how long the fifty go on: 20 in CI.
func rounds() int {
	if n, err := strconv.Atoi(os.Getenv("LEERMOMENT_ROUNDS")); err == nil {
		return n
	}
	return 1
}

// writer records notes over one connection, and remembers what was acknowledged.
type writer struct {
	number string
	acked  []string
}

func (w *writer) works(c *gossh.Client, round int, acked func()) {
	for i := 0; ; i++ {
		text := fmt.Sprintf("%s-%d-%d.", w.number, round, i)
		s, err := c.NewSession()
		if err != nil {
			return
		}
		if s.Run("do "+w.number+" note --field text="+text) != nil {
			return
		}
		w.acked = append(w.acked, text)
		acked()
	}
}

// The server is killed while 15 sessions record and 5 fill in: whatever was
// acknowledged is there afterwards, and so is every draft.
func TestKilledWhileTwentyWrite(t *testing.T) {
	h := newHouse(t)
	const writers, drafters = 15, 5
	var ws []*writer
	for range writers {
		ws = append(ws, &writer{number: h.complaint("Trainer een uur later")})
	}
	var drafts []string
	for range drafters {
		drafts = append(drafts, h.complaint("Zaal niet verwarmd"))
	}
	kept := 0
	for round := range rounds() {
		h.serve()
		var all sync.WaitGroup
		count := newHeard()
		after := 30 + rand.IntN(90)
		for _, w := range ws {
			c := h.dial("petra")
			all.Go(func() { w.works(c, round, func() { _, _ = count.Write([]byte{1}) }) })
		}
		marks := make([]string, drafters)
		for i, number := range drafts {
			p := h.pane("petra", number)
			p.says("Nu te doen")
			marks[i] = fmt.Sprintf("ronde-%d-%d", round, i)
			p.goesOn(round > 0, marks[i])
		}
		count.wait(t, func(b []byte) bool { return len(b) >= after })
		h.kill()
		all.Wait()

		h.serve()
		for _, w := range ws {
			out := h.local("dirk", "show", w.number, "--json")
			for _, text := range w.acked {
				if !strings.Contains(out, `"`+text+`"`) {
					t.Fatalf("round %d: %s was acknowledged and is not there", round, text)
				}
			}
			kept += len(w.acked)
		}
		for i, number := range drafts {
			p := h.pane("petra", number)
			p.says("half ingevuld formulier")
			p.press("\r")
			p.says(marks[i])
		}
		h.kill()
	}
	t.Logf("%d rounds, nothing lost of what was acknowledged; notes looked up: %d", rounds(), kept)
}

// goesOn writes a note, or goes on with the one that is half filled in, leaves
// it so that it is kept, and comes back to it.
func (p *pane) goesOn(half bool, mark string) {
	p.t.Helper()
	keys := "aNotitie\r\t"
	if half {
		p.says("half ingevuld")
		keys = "\r\t"
	}
	if err := p.until(keys+mark+" \x1b", "half ingevuld"); err != nil {
		p.t.Fatal(err)
	}
	if err := p.until("\r", mark); err != nil { // read from the file again
		p.t.Fatal(err)
	}
}
