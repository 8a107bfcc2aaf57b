package letter_test

import (
	"strings"
	"testing"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/lang"
	"leermoment/internal/letter"
	"leermoment/internal/procedure"
)

func kinds() []complaint.LetterKind {
	return []complaint.LetterKind{complaint.ConfirmationLetter, complaint.CopyLetter, complaint.OutcomeLetter,
		complaint.SatisfactionLetter, complaint.DelayLetter}
}

func setting(t *testing.T, language lang.Language) (letter.Setting, time.Time) {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 9, 40, 0, 0, zone)
	return letter.Setting{
		Sender:   letter.Sender{Name: "Opleiders Voorbeeld", Email: "klachten@example.org", Phone: "010-000 00 00"},
		Language: language, Procedure: procedure.Default(), Calendar: calendar.New(zone),
		Signer: "Omar Demo", Owner: "Petra Demo", Now: now,
	}, now
}

func lived(t *testing.T, facts ...event.Event) *complaint.Complaint {
	t.Helper()
	_, now := setting(t, lang.NL)
	first := complaint.ReceivedEvent{ReceivedAt: now, Channel: complaint.ByPhone, ComplainantKind: complaint.Participant,
		Form: complaint.FormDetails{ComplainantName: "A. Voorbeeld", Subject: "Trainer kwam te laat", Description: "Een uur.", RemedySought: "none"}}
	var recorded []event.Recorded
	for i, e := range append([]event.Event{first}, facts...) {
		recorded = append(recorded, event.Recorded{Seq: i + 1, HappenedAt: now, RecordedAt: now, Actor: "s1", Event: e})
	}
	c, err := complaint.Fold("2026-001", recorded)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every template works, on a complaint of which next to nothing is known and on
// one of which all is, and leaves no gap and no mark of a template.
func TestEveryLetterInEveryLanguage(t *testing.T) {
	whole := lived(t,
		complaint.AssessedEvent{Severity: complaint.Normal, Alone: true},
		complaint.JudgedEvent{Verdict: complaint.Partly, Reasons: "De trein viel uit."},
		complaint.DelayAnnouncedEvent{Until: calendar.Day{Year: 2027, Month: 1, Day: 8}, Reason: "Wij wachten op een verklaring."},
		complaint.ResolutionProposedEvent{Accepted: complaint.Yes, Proposal: "Een inhaalles."})
	bare := lived(t)
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		s, _ := setting(t, l)
		for _, kind := range kinds() {
			for name, c := range map[string]*complaint.Complaint{"whole": whole, "bare": bare} {
				text, err := letter.Write(kind, c, s)
				if err != nil {
					t.Fatalf("%s in %s, %s: %v", kind, l, name, err)
				}
				for _, bad := range []string{"<no value>", "{{", "⟦", "\n\n\n"} {
					if strings.Contains(text, bad) {
						t.Errorf("%s in %s, %s, has %q:\n%s", kind, l, name, bad, text)
					}
				}
				if !strings.Contains(text, "2026-001") || !strings.Contains(text, "Trainer kwam te laat") {
					t.Errorf("%s in %s does not say what it is about:\n%s", kind, l, text)
				}
			}
		}
	}
}

// The letter with the outcome names the judgement, what was agreed, and the way
// to the independent person (S27, S28).
func TestOutcomeNamesTheWayOn(t *testing.T) {
	s, _ := setting(t, lang.NL)
	text, err := letter.Write(complaint.OutcomeLetter, lived(t,
		complaint.JudgedEvent{Verdict: complaint.Founded, Reasons: "Een uur is te lang."},
		complaint.ResolutionProposedEvent{Accepted: complaint.Yes, Proposal: "Een inhaalles."}), s)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Uw klacht is gegrond. Een uur is te lang.", "Een inhaalles.", "dr. Jack Linssen", "bindend"} {
		if !strings.Contains(text, want) {
			t.Errorf("the letter does not say %q:\n%s", want, text)
		}
	}
}

// The confirmation promises the end of the month (S09, S20).
func TestConfirmationPromisesTheDay(t *testing.T) {
	s, _ := setting(t, lang.NL)
	text, err := letter.Write(complaint.ConfirmationLetter, lived(t), s)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text, "uiterlijk op 24 december 2026") {
		t.Errorf("no promise of 24 december 2026:\n%s", text)
	}
}
