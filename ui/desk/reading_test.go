package desk

import "testing"

// Whoever waits for an answer gets it, however often others make it be asked again.
func TestAnAnswerComesThoughItIsAskedAgainAllTheTime(t *testing.T) {
	var r Reading
	if r.Awaits() {
		t.Error("nothing was asked, and it is awaited")
	}
	if !r.Ask(true) {
		t.Fatal("the first question is not asked")
	}
	if n := r.Begin(); n != 1 {
		t.Errorf("the first question is number %d", n)
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
	r.Begin()
	if r.Ask(true) {
		t.Error("two questions at once")
	}
	if again := r.Answered(); !again || !r.Awaits() {
		t.Errorf("an answer to what was asked before: again %v, awaited %v", again, r.Awaits())
	}
	r.Begin()
	if again := r.Answered(); again || r.Awaits() {
		t.Errorf("at the end: again %v, awaited %v", again, r.Awaits())
	}
}
