package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Who asks whether a file is in use takes away none of the locks that this program
// has on it.
func TestToAskLeavesTheLocks(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "k.db")
	locks := func() int {
		t.Helper()
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		all, err := os.ReadFile("/proc/locks")
		if err != nil {
			t.Fatal(err)
		}
		return strings.Count(string(all), fmt.Sprintf(":%d ", info.Sys().(*syscall.Stat_t).Ino))
	}
	if inUse(path) {
		t.Error("a file that is not there is in use")
	}
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	before := locks()
	if before == 0 {
		t.Fatal("an open file has no lock")
	}
	for range 2 {
		if !inUse(path) {
			t.Error("a file that this program has open is not in use")
		}
	}
	if now := locks(); now != before {
		t.Errorf("%d locks of %d are left", now, before)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if inUse(path) || locks() != 0 {
		t.Error("a file that was closed is in use")
	}
}
