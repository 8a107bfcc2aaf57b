package desk

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Whoever waits for an answer gets it, however often others make it be asked again.
func TestAnAnswerComesThoughItIsAskedAgainAllTheTime(t *testing.T) {
	var r Reading
	if r.Awaits() {
		t.Error("nothing was asked, and it is awaited")
	}
	if !r.Ask(true) {
		t.Fatal("the first question is not asked")
	}
	answer := func(context.Context) tea.Msg { return "an answer" }
	if got := r.Begin(answer)(); got != "an answer" {
		t.Errorf("the first question brings %v", got)
	}
	for range 3 {
		if r.Ask(false) {
			t.Fatal("a second question is asked before the first is answered")
		}
	}
	if !r.Awaits() {
		t.Error("the answer is not there, and nobody waits")
	}
	if again := r.Answered(); !again || r.Awaits() {
		t.Errorf("after the answer: again %v, awaited %v", again, r.Awaits())
	}
	// asked by the person while the next answer, for the others, is under way
	r.Begin(answer)
	if r.Ask(true) {
		t.Error("two questions at once")
	}
	if again := r.Answered(); !again || !r.Awaits() {
		t.Errorf("an answer to what was asked before: again %v, awaited %v", again, r.Awaits())
	}
	r.Begin(answer)
	if again := r.Answered(); again || r.Awaits() {
		t.Errorf("at the end: again %v, awaited %v", again, r.Awaits())
	}
}

// Who leaves a screen does not wait for what it asked last, begun or not.
func TestWhatWasAskedEndsWithTheScreen(t *testing.T) {
	var r Reading
	r.Leave() // before anything was asked
	ends := func(ctx context.Context) tea.Msg { return ctx.Err() }
	r.Ask(true)
	if got := r.Begin(ends)(); got != nil {
		t.Errorf("it ends while the screen is open: %v", got)
	}
	r.Answered()
	r.Ask(true)
	ask := r.Begin(ends)
	r.Leave()
	if got := ask(); got != context.Canceled {
		t.Errorf("it goes on after the screen was left: %v", got)
	}
	r.Answered()
	r.Ask(true)
	begun := r.Begin(func(ctx context.Context) tea.Msg {
		r.Leave()
		return ctx.Err()
	})
	if got := begun(); got != context.Canceled {
		t.Errorf("what was under way goes on after the screen was left: %v", got)
	}
}
