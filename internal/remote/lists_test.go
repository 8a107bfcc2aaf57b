package remote_test

import (
	"strings"
	"testing"
)

// A list is found again as somebody left it, by him alone, also after the server
// was started anew.
func TestAListIsFoundAgainOverSSH(t *testing.T) {
	h := newHouse(t)
	h.complaint("Trainer een uur later")
	h.serve()
	dirk := h.login("dirk", 80, 24)
	dirk.sees("Klachtenoverzicht", "2026-001")
	dirk.types(">>")
	dirk.sees("Op volgorde van: Klager", "Klager ↑")
	dirk.types("<")
	dirk.sees("Klager ↓")
	dirk.types("q")
	dirk.sees("EXIT=0")
	if err := h.stop(); err != nil {
		t.Fatal(err)
	}

	h.serve()
	again := h.login("dirk", 80, 24)
	again.sees("Op volgorde van: Klager, van achteren")
	petra := h.login("petra", 80, 24)
	petra.sees("Klachtenoverzicht", "2026-001")
	if strings.Contains(petra.screen(), "Op volgorde van") {
		t.Errorf("Petra's is sorted:\n%s", petra.screen())
	}
}
