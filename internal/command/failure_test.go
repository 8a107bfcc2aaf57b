package command

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

func TestEveryFailureHasItsExitCodeAndASentence(t *testing.T) {
	for name, tt := range map[string]struct {
		err    error
		exit   int
		code   string
		nl, en string
	}{
		"a rule": {&complaint.Refusal{Rule: "S12", Key: "form-already"}, 3, "refused",
			"Het registratieformulier is al ingevuld. Verbeteren kan wel.", "The registration form has already been completed. You can still correct it."},
		"a field": {complaint.Faults{{Field: "subject", Key: "required"}}, 2, "bad-input",
			"Er klopt één veld nog niet; er is niets vastgelegd.", "One field is not right yet; nothing was recorded."},
		"a procedure file": {procedure.Faults{{File: "p.toml", Line: 3, Key: "empty"}}, 2, "bad-input",
			"Er zit één fout in de procedure.", "There is one fault in the procedure."},
		"not there": {fmt.Errorf("2026-999: %w", office.ErrNotFound), 4, "not-found",
			"Dat is hier niet te vinden.", "That cannot be found here."},
		"somebody was first": {fmt.Errorf("2026-001: %w", office.ErrStale), 5, "stale",
			"Iemand anders heeft dit intussen veranderd. Kijk nog eens en probeer het opnieuw.",
			"Somebody else has changed this in the meantime. Have a look and try again."},
		"called wrongly": {misuse("usage.who", nil), 2, "usage",
			"Wie bent u? Geef het aan met --as LOGIN.", "Who are you? Say it with --as LOGIN."},
		"another's file": {fmt.Errorf("open: %w", office.ErrForeign), 2, "bad-input",
			"Dit bestand is niet van Leermoment.", "This file"},
		"a full disk": {fmt.Errorf("cannot write: %w", office.ErrFull), 1, "failed",
			"De schijf is vol; er is niets vastgelegd.", "The disk is full; nothing was recorded."},
		"a network share": {fmt.Errorf("open: %w", office.ErrNetwork), 1, "failed",
			"Dit bestand staat op een netwerkschijf, waar het beschadigd kan raken.", "This file is on a network share, where it could be damaged."},
		"a disk that fails": {office.ErrDisk, 1, "failed", "De schijf geeft een fout; er is niets vastgelegd.", "The disk gives errors; nothing was recorded."},
		"a busy file":       {office.ErrBusy, 1, "failed", "Een ander programma houdt het bestand bezet.", "Another program is using the file."},
		"the world":         {errors.New("disk full"), 1, "failed", "Dat lukte niet: disk full", "disk full"},
	} {
		t.Run(name, func(t *testing.T) {
			for l, want := range map[lang.Language]string{lang.NL: tt.nl, lang.EN: tt.en} {
				f := explain(tt.err, lang.New(l, time.UTC))
				if f.exit != tt.exit || f.Code != tt.code || !strings.Contains(f.Message, want) {
					t.Errorf("%s: exit %d, %s: %q; want exit %d, %s: %q", l, f.exit, f.Code, f.Message, tt.exit, tt.code, want)
				}
			}
		})
	}
}

// What a person typed comes back in the sentence, but no control sequence of
// it; JSON is one line and has it exactly.
func TestAFailureIsPlainForPeopleAndExactInJSON(t *testing.T) {
	f := failure{Code: "usage", Message: "De opdracht \x1b]52;c;eA==\x07x is er niet.", Fields: []Fault{{"a\x1b[31m", "b\nc"}}}
	var people, machine strings.Builder
	f.write(&people, false)
	f.write(&machine, true)
	if strings.ContainsAny(people.String(), "\x1b\x07") {
		t.Errorf("a control sequence reaches the terminal: %q", people.String())
	}
	if got := machine.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, `\u001b]52;c;eA==\u0007x`) {
		t.Errorf("JSON is %q", got)
	}
}
