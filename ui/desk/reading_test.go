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
	if _, again := r.Answered(); !again || r.Awaits() {
		t.Errorf("after the answer: again %v, awaited %v", again, r.Awaits())
	}
	// asked by the person while the next answer, for the others, is under way
	r.Begin(answer)
	if r.Ask(true) {
		t.Error("two questions at once")
	}
	if _, again := r.Answered(); !again || !r.Awaits() {
		t.Errorf("an answer to what was asked before: again %v, awaited %v", again, r.Awaits())
	}
	r.Begin(answer)
	if _, again := r.Answered(); again || r.Awaits() {
		t.Errorf("at the end: again %v, awaited %v", again, r.Awaits())
	}
}

// Who leaves a screen, or asks something else, does not wait for what was asked last,
// begun or not; what comes of it is not shown.
func TestWhatNobodyWaitsForEnds(t *testing.T) {
	var r Reading
	r.End() // before anything was asked
	ends := func(ctx context.Context) tea.Msg { return ctx.Err() }
	r.Ask(true)
	if got := r.Begin(ends)(); got != nil {
		t.Errorf("it ends while it is awaited: %v", got)
	}
	if show, again := r.Answered(); !show || again {
		t.Errorf("show %v, again %v", show, again)
	}
	r.End() // nothing is under way
	for _, ask := range []tea.Cmd{
		func() tea.Msg { // ended before it began
			r.Ask(true)
			ask := r.Begin(ends)
			r.End()
			return ask()
		},
		func() tea.Msg { // and while it was under way
			r.Ask(true)
			return r.Begin(func(ctx context.Context) tea.Msg {
				r.End()
				return ctx.Err()
			})()
		},
	} {
		if got := ask(); got != context.Canceled {
			t.Errorf("it goes on though nobody waits: %v", got)
		}
		if show, _ := r.Answered(); show || !r.Awaits() {
			t.Errorf("what was ended is shown: %v, and awaited %v", show, r.Awaits())
		}
	}
}
