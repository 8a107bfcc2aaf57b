package remote_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Over a line everybody has the keys that lie on the server under his login.
func TestKeysOfOnesOwnOverALine(t *testing.T) {
	config := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", config)
	file := filepath.Join(config, "leermoment", "keys", "dirk.toml")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("agenda = \"F3\"\nweg = \"F4\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h := newHouse(t)
	h.serve()
	dirk := h.login("dirk", 80, 24)
	dirk.sees("In dirk.toml klopt iets niet")
	dirk.press("F3")
	dirk.sees("Agenda", "Er staat niets open")
	if a := h.ssh("dirk", "", "keys"); a.code != 0 || !strings.Contains(a.out, `agenda = ["f3"]`) || !strings.Contains(a.err, "dirk.toml, regel 2: weg bestaat niet") || strings.Contains(a.out+a.err, config) {
		t.Errorf("%+v", a)
	}
	if a := h.ssh("petra", "", "keys"); a.code != 0 || !strings.Contains(a.out, `agenda = ["A"]`) || a.err != "" {
		t.Errorf("Petra has Dirk's: %+v", a)
	}
}
