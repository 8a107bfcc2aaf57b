package desk

// Reading keeps the questions of a screen that reads the same again and again: one
// at a time, and an answer is shown also where it was asked again meanwhile, so that
// the screen keeps up with a file that others change all the time. The zero Reading
// has asked nothing.
type Reading struct {
	asked, begun, shown, wanted int
	under                       bool
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

// Begin gives the number of the question that is asked now.
func (r *Reading) Begin() int {
	r.under, r.begun = true, r.asked
	return r.begun
}

// Answered takes note of an answer; again says that it was asked again meanwhile.
func (r *Reading) Answered() (again bool) {
	r.under, r.shown = false, r.begun
	return r.asked > r.begun
}

// Awaits says that a person waits for an answer that is not there yet.
func (r *Reading) Awaits() bool { return r.shown < r.wanted }
