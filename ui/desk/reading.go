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
	under, ended                bool
	stop                        context.CancelFunc // ends the question that was asked last
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
	r.under, r.ended, r.begun = true, false, r.asked
	awaited, stop := context.WithCancel(context.Background())
	r.stop = stop
	return func() tea.Msg {
		defer stop()
		ctx, cancel := context.WithTimeout(awaited, timeout)
		defer cancel()
		return ask(ctx)
	}
}

// End ends what is under way, for which nobody waits any more: the screen is left, or
// something else is asked.
func (r *Reading) End() {
	if r.under {
		r.ended = true
		r.stop()
	}
}

// Under says that an answer is under way.
func (r *Reading) Under() bool { return r.under }

// Answered takes note of an answer; show says that it was not ended, again that it was
// asked again meanwhile.
func (r *Reading) Answered() (show, again bool) {
	r.under = false
	if !r.ended {
		r.shown = r.begun
	}
	return !r.ended, r.asked > r.begun
}

// Awaits says that a person waits for an answer that is not there yet.
func (r *Reading) Awaits() bool { return r.shown < r.wanted }
