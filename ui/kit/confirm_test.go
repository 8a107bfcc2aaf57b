package kit_test

import (
	"strings"
	"testing"

	"leermoment/ui/kit"
)

func askToWithdraw() *kit.Confirm {
	return kit.NewConfirm(plain(), dutch(), "Klacht 2026-034 intrekken?",
		"De klager krijgt een brief dat de klacht is ingetrokken. Wat er nog moest gebeuren, vervalt; het dossier blijft bewaard.")
}

func TestAQuestionAt80By24(t *testing.T) {
	golden(t, "confirm", onGround(askToWithdraw()))
}

func TestAQuestionStandsOnNo(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want kit.Outcome
	}{
		{[]string{"enter"}, kit.Dismissed},
		{[]string{"esc"}, kit.Dismissed},
		{[]string{"left", "enter"}, kit.Agreed},
		{[]string{"j", "enter"}, kit.Agreed},
		{[]string{"tab", "enter"}, kit.Agreed},
		{[]string{"y", "n", "enter"}, kit.Dismissed},
		{[]string{"left", "esc"}, kit.Dismissed},
	} {
		result, done := send(askToWithdraw(), c.keys...)
		if !done || result.Outcome != c.want {
			t.Errorf("%v gave %v (done: %v)", c.keys, result.Outcome, done)
		}
	}
}

func TestALetterAloneDoesNotAgree(t *testing.T) {
	if _, done := send(askToWithdraw(), "y", "j", "x"); done {
		t.Error("a letter answered the question")
	}
}

func TestTheAnswersAreSeenInTheSmallestWindow(t *testing.T) {
	for height := 3; height < 12; height++ {
		view := askToWithdraw().View(30, height)
		if !strings.Contains(view, "[Nee]") || !strings.Contains(view, "Klacht 2026-034") {
			t.Errorf("at height %d:\n%s", height, view)
		}
	}
}
