package remote_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// The chapter of the manual, followed word for word: what stands in it as a
// command is run as it stands, with the name of this server, its port, and no
// question asked about the passphrase and the fingerprint.
func TestTheManualIsFollowedWordForWord(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	text, err := os.ReadFile("../../docs/handleiding.md")
	if err != nil {
		t.Fatal(err)
	}
	_, chapter, ok := strings.Cut(string(text), "## Van elders werken, over SSH")
	chapter, _, _ = strings.Cut(chapter, "\n## ")
	var commands []string
	for _, block := range regexp.MustCompile("(?s)```\n(.*?)```").FindAllStringSubmatch(chapter, -1) {
		for line := range strings.Lines(block[1]) {
			commands = append(commands, strings.TrimSpace(line))
		}
	}
	for _, inline := range regexp.MustCompile("`(ssh [^`]*)`").FindAllStringSubmatch(chapter, -1) {
		commands = append(commands, inline[1])
	}
	if !ok || len(commands) < 6 {
		t.Fatalf("the chapter has %d commands", len(commands))
	}
	said := ""
	for _, command := range commands {
		if command == "leermoment serve" {
			h.serve()
			continue
		}
		said += h.asInTheManual(command)
	}
	for _, want := range []string{"Dirk Demo", "SHA256:", "Klachtenoverzicht", "Trainer een uur later", `"number"`} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said on the way", want)
		}
	}
}

// asInTheManual runs a line of the manual in the folder of the office.
func (h *house) asInTheManual(command string) string {
	h.t.Helper()
	line := strings.NewReplacer("ssh-keygen -t ed25519", "ssh-keygen -q -N '' -t ed25519", "2222", h.port, "SERVER", "127.0.0.1", "2026-014", "2026-001",
		"leermoment ", h.bin+" --as dirk --db "+h.db()+" ").Replace(command)
	if rest, ok := strings.CutPrefix(line, "ssh "); ok {
		quiet := "-F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o IdentitiesOnly=yes -o IdentityAgent=none"
		line = "ssh " + quiet + " " + rest
		if strings.HasPrefix(rest, "-t") || strings.HasSuffix(rest, "127.0.0.1") {
			at := h.terminal(80, 24, "sh", "-c", "cd "+h.dir+" && "+line)
			at.sees("2026-001", "Nu te doen")
			return at.screen()
		}
	}
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = h.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		h.t.Fatalf("%s: %v: %s", command, err, out)
	}
	return string(out)
}
