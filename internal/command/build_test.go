package command

import (
	"testing"
	"time"

	"leermoment/internal/lang"
)

func TestTheVersionHasCommitAndDate(t *testing.T) {
	at := time.Date(2026, 11, 25, 23, 59, 0, 0, time.FixedZone("", -3600))
	for want, b := range map[string]Build{
		"(devel)": {Version: "(devel)"},
		"1.2.0 (commit 0123456789ab, 2026-11-26)":               {Version: "1.2.0", Commit: "0123456789abcdef", Date: at},
		"1.2.0 (commit abc met wijzigingen daarna, 2026-11-26)": {Version: "1.2.0", Commit: "abc", Date: at, Changed: true},
	} {
		if got := b.say(lang.New(lang.NL, time.UTC)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
