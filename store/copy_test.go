package store

import (
	"context"
	"path/filepath"
	"testing"
)

// Of a copy that is cut short at any moment, as when somebody leaves at once, nothing
// stays on the disk.
func TestACopyCutShortLeavesNothing(t *testing.T) {
	s := filled(t, 2000)
	beside := func(end string) []string {
		t.Helper()
		names, err := filepath.Glob(s.path + ".*" + end)
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	for _, moment := range []string{halfEnd, halfEnd + journalEnd} {
		cut := false
		for range 20 {
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan error)
			go func() { ended <- s.DailyCopy(ctx, noon) }()
			var err error
			for done := false; !done; {
				select {
				case err = <-ended:
					done = true
				default:
					if len(beside(moment)) > 0 {
						cancel()
					}
				}
			}
			cancel()
			if left := beside(halfEnd + "*"); len(left) != 0 {
				t.Fatalf("cut at %s (%v), and %q stays", moment, err, left)
			}
			if cut = cut || err != nil; cut {
				break
			}
			for _, made := range beside(dailyEnd) { // it was quicker
				if err := remove(made); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !cut {
			t.Errorf("no copy was cut at %s", moment)
		}
	}
}
