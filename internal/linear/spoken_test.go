package linear

import (
	"testing"
)

func TestWhatIsSaidHasNothingToLookAt(t *testing.T) {
	for text, want := range map[string]string{
		"2026-001 · Trainer later":            "2026-001, Trainer later",
		"van A → B":                           "van A , B",
		"«Binnen 24 uur» (Ad 1)":              `"Binnen 24 uur" (Ad 1)`,
		"‘Mijn’ – nu…":                        "'Mijn' - nu...",
		"\x1b[31mrood\x1b[0m │ ✓ klaar ▌":     "rood klaar",
		"Ontvangen:   5 november\n\n  Van: é": "Ontvangen: 5 november\n\nVan: é",
		"a\u00a0b\r\nc":                       "a b\nc",
		"€ 5 + 3, 日本語, 45%":                   "€ 5 + 3, 日本語, 45%",
	} {
		if got := spoken(text); got != want {
			t.Errorf("%q is said as %q, not %q", text, got, want)
		}
		if again := spoken(spoken(text)); again != spoken(text) {
			t.Errorf("%q is said otherwise the second time: %q", text, again)
		}
	}
}

func TestAnAnswerMeansAPlace(t *testing.T) {
	labels := []string{"telefoon", "e-mail", "op kantoor", "brief", "anders", "Brieven aan de klager"}
	for text, want := range map[string]int{"1": 0, "6": 5, "2.": 1, "brief": 3, "TELEFOON": 0, "tel": 0, "op k": 2, "kantoor": 2, "7": -1, "0": -1, "": -1, "bri": -1, "an": 4, "aan": -1, "niets": -1} {
		i, ok := place(text, labels)
		if ok != (want >= 0) || ok && i != want {
			t.Errorf("%q is %d, %v; want %d", text, i, ok, want)
		}
	}
	if _, ok := exactly("tel", labels); ok {
		t.Error("the beginning of a word is not that word")
	}
}
