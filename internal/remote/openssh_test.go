package remote_test

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestTheDirectorBrowsesAndTheProjectLeaderSeesHisOwn(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	other := h.complaint("Zaal niet verwarmd", "person_concerned=staff:petra") // so Joost owns it
	h.serve()

	dirk := h.login("dirk", 80, 24)
	dirk.sees("Klachtenoverzicht", "Dirk Demo · directeur", "2026-001", "2026-002")
	dirk.press("Enter")
	dirk.sees("Trainer een uur later", "Nu te doen")
	dirk.press("Tab")
	dirk.sees("Klacht ontvangen en geregistreerd")
	dirk.press("Escape")
	dirk.sees("Klachtenoverzicht")
	dirk.types("q")
	dirk.sees("EXIT=0")

	joost := h.login("joost", 80, 24)
	joost.sees("projectleider", "Te doen")
	joost.press("End", "Right", "Right", "Right", "Right", "Right", "Right")
	joost.sees("van een ander", other)
	var mine []struct{ Number, Owner string }
	if a := h.ssh("joost", "", "list", "--view", "mine", "--json"); a.code != 0 || json.Unmarshal([]byte(a.out), &mine) != nil {
		t.Fatalf("%+v", a)
	}
	if len(mine) != 1 || mine[0].Number != other {
		t.Errorf("mine are %+v", mine)
	}
	if a := h.ssh("joost", "", "show", "2026-001"); a.code != 0 || strings.Contains(a.out, "Trainer een uur later") {
		t.Errorf("he reads another's complaint: %+v", a)
	}
	if a := h.ssh("petra", "", "show", other, "--json"); strings.Contains(a.out, "Zaal") || strings.Contains(a.out, "joost") {
		t.Errorf("she reads what is about her: %+v", a)
	}
}

func TestWhatOneRecordsTheOthersSee(t *testing.T) {
	h := newHouse(t)
	h.serve()
	dirk := h.login("dirk", 80, 24)
	dirk.sees("Niets te doen")
	omar := h.login("omar", 80, 24)
	omar.sees("Niets te doen")
	omar.types("n")
	omar.sees("Nieuwe klacht")
	omar.press("Right", "Enter", "Right", "Right", "Enter")
	omar.types("Ş. Voorbeeld")
	omar.sees("Ş. Voorbeeld")
	for range 8 {
		omar.press("Tab")
	}
	omar.types("Trainer een uur later")
	omar.press("Tab")
	omar.types("De les begon een uur later.")
	omar.press("C-s")
	omar.sees("2026-001", "vastgelegd")
	dirk.sees("2026-001", "Ş. Voorbeeld", "Klacht beoordelen")
}

func TestASubjectOpensAtOnce(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	at := h.terminal(80, 24, append(append([]string{"ssh", "-t"}, h.options("dirk")...), "dirk@127.0.0.1", "2026-001")...)
	at.sees("Trainer een uur later", "Nu te doen")
	if a := h.ssh("dirk", "", "2026-001"); a.code != 2 || !strings.Contains(a.err, "terminal nodig") {
		t.Errorf("without a terminal: %+v", a)
	}
	if a := h.ssh("dirk", ""); a.code != 2 || !strings.Contains(a.err, "terminal nodig") {
		t.Errorf("without a terminal and a subject: %+v", a)
	}
	if a := h.ssh("dirk", "", "2026-999"); a.code != 4 {
		t.Errorf("a subject that is not there: %+v", a)
	}
}

// A command over SSH gives the same as the local one.
func TestCommandsAreThoseOfTheMachine(t *testing.T) {
	h := newHouse(t)
	// half an hour from where what is left of a term reads differently
	h.complaint("Trainer een uur later", "received_at="+time.Now().Add(-90*time.Minute).Format(time.RFC3339))
	h.serve()
	for _, args := range [][]string{{"list", "--json"}, {"list", "--view", "all"}, {"show", "2026-001", "--json"}, {"obligations", "2026-001"},
		{"actions", "2026-001", "--json"}, {"staff", "list"}, {"settings", "show"}, {"procedure", "show"}, {"list", "--search", "'uur later'", "--json"}} {
		local := make([]string, len(args))
		for i, a := range args {
			local[i] = strings.Trim(a, "'")
		}
		for _, login := range []string{"dirk", "petra", "joost"} {
			if a, want := h.ssh(login, "", args...), h.local(login, local...); a.code != 0 || a.out != want {
				t.Errorf("%v by %s: %d %s\nnot\n%s", args, login, a.code, a.out+a.err, want)
			}
		}
	}
	form := `{"channel":"mail","complainant_kind":"client","complainant_name":"C. Voorbeeld","subject":"Per mail","description":"Te laat."}`
	if a := h.ssh("omar", form, "new", "--input", "-", "--json"); a.code != 0 || !strings.Contains(a.out, "2026-002") {
		t.Errorf("recording from standard input: %+v", a)
	}
	if a := h.ssh("omar", "de foto", "do", "2026-001", "attach", "--field", "file=-:foto.jpg"); a.code != 0 {
		t.Errorf("attaching from standard input: %+v", a)
	}
	if a := h.ssh("dirk", "", "attachment", "2026-001", "foto.jpg"); a.out != "de foto" {
		t.Errorf("the attachment is %+v", a)
	}
	if a := h.ssh("joost", "", "do", "2026-001", "note", "--field", "text=x"); a.code != 3 {
		t.Errorf("a note on another's complaint: %+v", a)
	}
}

// What is printed over SSH comes in a file at home; a terminal gets a sentence.
func TestPrintingComesHome(t *testing.T) {
	h := newHouse(t)
	needs(t, "qpdf", "pdftotext")
	h.complaint("Tráiner een uur later €")
	h.serve()
	for _, x := range []struct {
		says string
		args []string
	}{{"Tráiner een uur later €", []string{"print", "2026-001"}}, {"Klachtenoverzicht: Alle", []string{"print", "--view", "all", "--search", "'uur later'"}},
		{"CONCEPT", []string{"letter", "2026-001", "confirmation"}}, {"Klachtnummer", []string{"form"}}} {
		a := h.ssh("omar", "", x.args...)
		if a.code != 0 || a.err != "" {
			t.Fatalf("%v: %d %s", x.args, a.code, a.err)
		}
		file := filepath.Join(h.dir, "printed.pdf")
		if err := os.WriteFile(file, []byte(a.out), 0o600); err != nil {
			t.Fatal(err)
		}
		if said := h.client("qpdf", "", "--check", file); said.code != 0 {
			t.Errorf("%v: %+v", x.args, said)
		}
		if text := h.client("pdftotext", "", "-layout", file, "-"); !strings.Contains(text.out, x.says) {
			t.Errorf("%v: %q is not in %s", x.args, x.says, text.out)
		}
		at := h.terminal(80, 24, append(append([]string{"ssh", "-t"}, h.options("omar")...), append([]string{"omar@127.0.0.1"}, x.args...)...)...)
		at.sees("-o BESTAND", "EXIT=2")
	}
	target := filepath.Join(h.dir, "written")
	for _, args := range [][]string{{"print", "2026-001", "-o", target}, {"form", "-o", target}, {"letter", "2026-001", "confirmation", "-o", target}} {
		if a := h.ssh("omar", "", args...); a.code != 2 || !strings.Contains(a.err, "geen bestand geopend") {
			t.Errorf("%v: %+v", args, a)
		}
	}
	joost := h.ssh("joost", "", "print", "2026-001")
	if text := h.client("pdftotext", joost.out, "-", "-"); joost.code != 0 || strings.Contains(text.out, "Tráiner") {
		t.Errorf("he gets another's complaint: %+v", text)
	}
	at := h.login("omar", 80, 24)
	at.sees("Klachtenoverzicht")
	at.types("P")
	at.press("Enter")
	at.sees("ssh omar@SERVER print --view todo")
}

// No path of a remote person is opened, and none is written.
func TestNoFileOfTheMachineIsWithinReach(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	secret := filepath.Join(h.dir, "secret.json")
	if err := os.WriteFile(secret, []byte(`{"text":"MARKSECRET"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	h.serve()
	target := filepath.Join(h.dir, "written")
	h.ssh("omar", "x", "do", "2026-001", "attach", "--field", "file=-:foto.jpg")
	for _, args := range [][]string{{"do", "2026-001", "note", "--input", secret}, {"new", "--input", secret}, {"do", "2026-001", "attach", "--field", "file=" + secret},
		{"staff", "key", "dirk", secret}, {"procedure", "check", secret}, {"procedure", "use", secret}, {"attachment", "2026-001", "foto.jpg", "-o", target}} {
		if a := h.ssh("dirk", "", args...); a.code != 2 || !strings.Contains(a.err, "geen bestand geopend") {
			t.Errorf("%v: %+v", args, a)
		}
	}
	for _, args := range [][]string{{"list", "--db", secret}, {"list", "--as", "omar"}, {"demo", "--to", target}, {"serve"}} {
		if a := h.ssh("dirk", "", args...); a.code != 2 {
			t.Errorf("%v: %+v", args, a)
		}
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("a file was written")
	}
	if out := h.local("dirk", "show", "2026-001", "--json"); strings.Contains(out, "MARKSECRET") {
		t.Error("a file was read")
	}
}

func TestWhoHasNoKeyIsKeptOut(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	at := func(key, login string, more ...string) []string {
		return append(append(h.options(key), more...), login+"@127.0.0.1", "list")
	}
	for name, args := range map[string][]string{
		"an unknown key":                at("stranger", "dirk"),
		"a colleague's key":             at("joost", "dirk"),
		"no such person":                at("dirk", "root"),
		"a password":                    at("dirk", "dirk", "-o", "PreferredAuthentications=password,keyboard-interactive", "-o", "PubkeyAuthentication=no"),
		"nothing at all":                at("dirk", "dirk", "-o", "PreferredAuthentications=none"),
		"a name with control sequences": at("dirk", "dirk\x1b[2J"),
		"a name without end":            at("dirk", strings.Repeat("d", 5000)),
	} {
		a := h.client("ssh", "", args...)
		said := strings.Contains(a.err, "Permission denied (publickey)") || name == "a name without end" || // at which the line is closed
			name == "a name with control sequences" && strings.Contains(a.err, "invalid characters") // newer clients do not even ask
		if a.code != 255 || a.out != "" || !said {
			t.Errorf("%s: %+v", name, a)
		}
	}
	if strings.Contains(h.log.String(), "\x1b") || strings.Contains(h.log.String(), "dirk") {
		t.Errorf("the log tells who tried:\n%s", h.log)
	}
}

// After so many log-ins that failed, an address waits; the others do not.
func TestAGuessingAddressIsLetAlone(t *testing.T) {
	h := newHouse(t)
	h.serve()
	var last answer
	for range 12 {
		last = h.client("ssh", "", append(h.options("stranger"), "dirk@127.0.0.1", "list")...)
	}
	if last.code != 255 || strings.Contains(last.err, "Permission denied") {
		t.Errorf("the twelfth attempt: %+v", last)
	}
	if a := h.client("ssh", "", append(append([]string{"-b", "127.0.0.2"}, h.options("dirk")...), "dirk@127.0.0.1", "list")...); a.code != 0 {
		t.Errorf("another address: %+v", a)
	}
}

func TestNothingIsForwarded(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	inside, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer inside.Close()
	_, port, _ := net.SplitHostPort(inside.Addr().String())
	reached := make(chan struct{}, 10)
	go func() {
		for {
			c, err := inside.Accept()
			if err != nil {
				return
			}
			reached <- struct{}{}
			_ = c.Close()
		}
	}()
	free := freePort(t)
	if a := h.client("ssh", "hello", append(append([]string{"-W", "127.0.0.1:" + port}, h.options("dirk")...), "dirk@127.0.0.1")...); a.code == 0 {
		t.Errorf("-W: %+v", a)
	}
	remote := append(append([]string{"-o", "ExitOnForwardFailure=yes", "-R", free + ":127.0.0.1:" + port}, h.options("dirk")...), "dirk@127.0.0.1", "list")
	if a := h.client("ssh", "", remote...); a.code == 0 || !strings.Contains(a.err, "remote port forwarding failed") {
		t.Errorf("-R: %+v", a)
	}
	if reachable("127.0.0.1:" + free) {
		t.Error("-R opened a port")
	}
	for _, way := range [][]string{{"-L", free + ":127.0.0.1:" + port}, {"-D", free}} {
		at := h.terminal(80, 24, append(append(append([]string{"ssh"}, way...), h.options("dirk")...), "dirk@127.0.0.1")...)
		at.sees("Klachtenoverzicht")
		// the client listens by itself; what matters is that nothing comes through
		c, err := net.Dial("tcp", "127.0.0.1:"+free)
		if err != nil {
			t.Fatal(err)
		}
		if way[0] == "-D" {
			fmt.Fprintf(c, "\x05\x01\x00\x05\x01\x00\x01\x7f\x00\x00\x01%c%c", portOf(port)>>8, portOf(port)&0xff)
		}
		n, _ := c.Read(make([]byte, 64)) // until the client closes it, or refuses as SOCKS does
		_ = c.Close()
		if way[0] == "-L" && n != 0 {
			t.Errorf("-L gives %d bytes", n)
		}
		at.types("q")
		at.sees("EXIT=")
	}
	select {
	case <-reached:
		t.Error("something came through")
	default:
	}
	agent := append(append([]string{"-A"}, h.options("dirk")...), "dirk@127.0.0.1", "list")
	if a := h.client("ssh", "", agent...); a.code != 0 || !strings.Contains(a.out, "2026-001") {
		t.Errorf("-A: %+v", a)
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

func portOf(s string) (n int) {
	_, _ = fmt.Sscan(s, &n)
	return n
}

func TestThereIsNoShellAndNoFileTransfer(t *testing.T) {
	h := newHouse(t)
	needs(t, "sftp", "scp")
	h.serve()
	for _, command := range [][]string{{"sh"}, {"sh", "-c", "id"}, {"/bin/bash"}, {"list;id"}, {"$(id)"}, {"`id`"}, {"list && id"}} {
		a := h.ssh("dirk", "id\n", command...)
		if a.code != 2 || strings.Contains(a.out+a.err, "uid=") {
			t.Errorf("%v: %+v", command, a)
		}
	}
	target := filepath.Join(h.dir, "got")
	sftp := append([]string{"-P", h.port}, h.options("dirk")[4:]...)
	if a := h.client("sftp", "get /etc/passwd "+target+"\n", append(append([]string{"-F", "none"}, sftp...), "dirk@127.0.0.1")...); a.code == 0 {
		t.Errorf("sftp: %+v", a)
	}
	for _, old := range []string{"-s", "-O"} {
		if a := h.client("scp", "", append(append([]string{old, "-F", "none"}, sftp...), "dirk@127.0.0.1:/etc/passwd", target)...); a.code == 0 {
			t.Errorf("scp %s: %+v", old, a)
		}
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("a file came through")
	}
}
