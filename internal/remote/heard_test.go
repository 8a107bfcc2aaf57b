package remote_test

import (
	"sync"
	"testing"
	"time"
)

// heard is what a session writes; a test waits for what has to be in it.
type heard struct {
	mu   sync.Mutex
	text []byte
	news chan struct{}
	deaf sync.Mutex // held by who wants to take no more
}

func newHeard() *heard { return &heard{news: make(chan struct{}, 1)} }

// Write implements io.Writer.
func (h *heard) Write(p []byte) (int, error) {
	h.deaf.Lock()
	defer h.deaf.Unlock()
	h.mu.Lock()
	h.text = append(h.text, p...)
	h.mu.Unlock()
	select {
	case h.news <- struct{}{}:
	default:
	}
	return len(p), nil
}

func (h *heard) len() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.text)
}

func (h *heard) all() []byte {
	h.mu.Lock()
	defer h.mu.Unlock()
	return append([]byte(nil), h.text...)
}

// wait waits until what was written is enough.
func (h *heard) wait(t testing.TB, enough func([]byte) bool) {
	t.Helper()
	late := time.After(patience)
	for !enough(h.all()) {
		select {
		case <-h.news:
		case <-late:
			t.Fatalf("it does not come: %q", h.all())
		}
	}
}
