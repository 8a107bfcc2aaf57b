package remote_test

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// until sends keys, and waits until a text comes after them.
func (p *pane) until(keys, text string) error {
	from := p.out.len()
	if _, err := io.WriteString(p.in, keys); err != nil {
		return err
	}
	late := time.After(patience)
	for !strings.Contains(string(p.out.all()[from:]), text) {
		select {
		case <-p.out.news:
		case <-late:
			came := p.out.all()[from:]
			return fmt.Errorf("%q does not come after %q: %q", text, keys, came[max(0, len(came)-600):])
		}
	}
	return nil
}

// Fifty people page, search and type at once, ten of them record: no error, and
// nothing of it is lost. One round here, LEERMOMENT_ROUNDS (a minute's worth)
// in CI.
func TestFiftyPeopleAtOnce(t *testing.T) {
	h := demoHouse(t)
	h.serve()
	const people, writers = 50, 10
	var numbers []string
	for i := range writers {
		numbers = append(numbers, h.demoComplaint(fmt.Sprintf("Klacht van schrijver %d", i)))
	}
	var all sync.WaitGroup
	var strokes, recorded atomic.Int64
	for i := range people {
		c, err := gossh.Dial("tcp", "127.0.0.1:"+h.port, &gossh.ClientConfig{User: "annelies", HostKeyCallback: gossh.InsecureIgnoreHostKey(),
			Auth: []gossh.AuthMethod{gossh.PublicKeys(h.signer("annelies"))}, Timeout: patience})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		if i < writers {
			p := h.paneOn(c, numbers[i])
			all.Go(func() {
				p.says("Nu te doen")
				for round := range rounds() * 4 {
					// The form is seen first: where it comes and goes between two
					// frames, what was said after the note before just stays there.
					err := p.until("aNotitie\r", "later verder")
					if err == nil {
						err = p.until(fmt.Sprintf("Bericht %d.\x13", round), "Vastgelegd")
					}
					if err != nil {
						t.Errorf("%s, note %d: %v", numbers[i], round, err)
						return
					}
					recorded.Add(1)
				}
			})
			continue
		}
		p := h.paneOn(c)
		all.Go(func() {
			p.says("Klachtenoverzicht")
			for range rounds() * 3 {
				for _, x := range [][2]string{{"\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C\x1b[6~\x1b[6~\x1b[5~?", "Toetsen"}, {"\x1b", "Te laat"},
					{"/train", "wissen"}, {"\x1b", "openen"}, {"\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D?", "Toetsen"}, {"\x1b", "Te laat"}} {
					if err := p.until(x[0], x[1]); err != nil {
						t.Error(err)
						return
					}
					strokes.Add(1)
				}
			}
		})
	}
	all.Wait()
	for _, number := range numbers {
		out := h.local("annelies", "show", number, "--json")
		var missing []int
		for round := range rounds() * 4 {
			if strings.Count(out, fmt.Sprintf(`"Bericht %d."`, round)) != 1 {
				missing = append(missing, round)
			}
		}
		if missing != nil {
			t.Errorf("%s: of these notes is not exactly one there: %v", number, missing)
		}
	}
	if log := h.log.String(); strings.Contains(log, "level=ERROR") || strings.Contains(log, "level=WARN") {
		t.Errorf("the log has errors:\n%s", log)
	}
	t.Logf("%d people: %d requests answered, %d notes recorded, none lost", people, strokes.Load(), recorded.Load())
}

// demoComplaint records one in the demo's office.
func (h *house) demoComplaint(subject string) string {
	h.t.Helper()
	return strings.TrimSpace(h.local("karim", "new", "--field", "channel=phone", "--field", "complainant_kind=client", "--field", "complainant_name=B. Voorbeeld",
		"--field", "subject="+subject, "--field", "description=Het ging mis."))
}
