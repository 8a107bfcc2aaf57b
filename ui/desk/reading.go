package desk

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// Reading keeps the questions of a screen that reads the same again and again: one
// at a time, and an answer is shown also where it was asked again meanwhile, so that
// the screen keeps up with a file that others change all the time. Nobody waits for
// what was asked by a screen that is left: it ends. The zero Reading has asked nothing.
type Reading struct {
	asked, begun, shown, wanted int
	under                       bool
	end                         context.CancelFunc // of the question that was asked last
}

// Ask says whether to begin now; false where an answer is under way, after which it
// is asked again. Awaited is what a person asked for and waits for.
func (r *Reading) Ask(awaited bool) (begin bool) {
	r.asked++
	if awaited {
		r.wanted = r.asked
	}
	return !r.under
}

// Begin is the command with which the question is asked now.
func (r *Reading) Begin(ask func(ctx context.Context) tea.Msg) tea.Cmd {
	r.under, r.begun = true, r.asked
	staying, end := context.WithCancel(context.Background())
	r.end = end
	return func() tea.Msg {
		defer end()
		ctx, cancel := context.WithTimeout(staying, timeout)
		defer cancel()
		return ask(ctx)
	}
}

// Leave ends what is under way: the screen is left.
func (r *Reading) Leave() {
	if r.end != nil {
		r.end()
	}
}

// Answered takes note of an answer; again says that it was asked again meanwhile.
func (r *Reading) Answered() (again bool) {
	r.under, r.shown = false, r.begun
	return r.asked > r.begun
}

// Awaits says that a person waits for an answer that is not there yet.
func (r *Reading) Awaits() bool { return r.shown < r.wanted }
