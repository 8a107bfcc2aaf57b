package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"leermoment/internal/command"
	"leermoment/internal/lang"
	"leermoment/internal/linear"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui"
)

// talk is a conversation line by line: what was said, and who answers.
type talk struct {
	said   bytes.Buffer
	heard  int // so much of it
	answer func(heard string) (string, error)
	rest   []byte
}

// Write implements io.Writer.
func (c *talk) Write(p []byte) (int, error) { return c.said.Write(p) }

// Read implements io.Reader: an answer to what was said since the last one.
func (c *talk) Read(p []byte) (int, error) {
	if len(c.rest) == 0 {
		heard := c.said.String()[c.heard:]
		c.heard = c.said.Len()
		text, err := c.answer(heard)
		if err != nil {
			return 0, err
		}
		c.rest = []byte(text + "\n")
	}
	n := copy(p, c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

// answersOf gives one answer after the other, and then the line ends.
func answersOf(answers ...string) func(string) (string, error) {
	return func(string) (string, error) {
		if len(answers) == 0 {
			return "", io.EOF
		}
		a := answers[0]
		answers = answers[1:]
		return a, nil
	}
}

// lines speaks with somebody line by line, opened at a subject, and gives what
// was said.
func (w *world) lines(login string, language lang.Language, subject string, answer func(heard string) (string, error)) string {
	w.t.Helper()
	c := &talk{answer: answer}
	err := linear.Run(w.ctx, linear.Config{Office: w.office, Viewer: w.viewer(login), Subject: subject, Speaker: lang.New(language, w.zone), Asked: true, ReadFile: os.ReadFile, In: c, Out: c})
	if err != nil {
		w.t.Fatal(err)
	}
	return c.said.String()
}

// readable fails where something was said that cannot be read aloud: a control
// character, or a sign that is there to be looked at.
func readable(t *testing.T, said string) {
	t.Helper()
	for i, r := range said {
		if r == '\n' || r == ' ' || unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.P) && !strings.ContainsRune("–‹›·…«»‘’“”", r) || strings.ContainsRune("€+=$<>⟦⟧", r) {
			continue
		}
		t.Fatalf("%q (%U) in %q", r, r, said[max(0, i-60):min(len(said), i+40)])
	}
	for line := range strings.SplitSeq(said, "\n") {
		if strings.Contains(line, "  ") || strings.TrimSpace(line) != line {
			t.Fatalf("a line is padded: %q", line)
		}
	}
	if strings.Contains(said, "⟦") {
		t.Fatal("a sentence is missing")
	}
}

// linearJourney lives an ordinary complaint from the phone call to completed,
// line by line: every person does what is said to be the next thing.
func linearJourney(t *testing.T, language lang.Language) (w *world, said string) {
	w = newWorld(t, language)
	sp := lang.New(language, w.zone)
	number, yes := "2026-001", sp.T("answer.yes")
	var all strings.Builder
	next := func(login, obligation string, answers ...string) {
		t.Helper()
		o, ok := procedure.Default().Obligation(obligation)
		if !ok {
			t.Fatalf("no obligation %s", obligation)
		}
		heard := w.lines(login, language, number, answersOf(append(append([]string{""}, answers...), yes)...))
		title := o.Title.In(string(language))
		if !strings.Contains(heard, sp.T("linear.do-now", lang.Args{"Title": title})) || !strings.Contains(heard, sp.T("action-screen.recorded", lang.Args{"Action": ""})[:9]) {
			t.Fatalf("%s is not the next thing, or was not recorded:\n%s", title, heard)
		}
		all.WriteString(heard)
		w.now = w.now.Add(20 * time.Minute)
	}
	all.WriteString(w.lines("omar", language, "", answersOf("2", "", "1", "2", "A. Proefstra", "Zorggroep Proef", "a.voorbeeld@example.org", "06-0000 0001", "", "Teamcoaching",
		"Zorggroep Proef", "E-004", "Trainer een uur later", "De les begon om 10.30 in plaats van 9.30.", ".", "Een inhaalles", "", "", "")))
	next("omar", "receipt-confirmation", "", "", "", "")
	next("dirk", "assessment", "1", "", "", "", yes, "")
	next("omar", "registration-form", append(slices.Repeat([]string{""}, 16), "Trainer")...)
	next("omar", "copy-to-person-concerned", "", "", "", "", "")
	next("omar", "copy-to-management", "", "", "", "", "")
	next("petra", "fact-finding", "", "E-004", "De trein viel uit.", ".", "17-11 10.30: de les begint.", ".")
	next("petra", "fact-finding", "", "")
	next("petra", "judgement", "", "1", "De les was een uur korter.", ".")
	next("petra", "address-person", "", "", "Besproken; belt voortaan vooraf.", ".")
	next("petra", "prevent-recurrence", "", "", "Trainers melden zich een half uur vooraf.", ".")
	next("petra", "resolution", "", "", "Inhaalles op 8-12", ".", "")
	next("petra", "resolution", "", yes, "Prima zo.", ".")
	next("petra", "feedback-complainant", "", "")
	next("omar", "feedback-complainant", "", "", "")
	next("petra", "feedback-organisation", "", "Teamoverleg", "")
	next("petra", "category", "", "")
	next("petra", "root-cause", "", "De trein viel uit", "3", "", "", "", "")
	next("petra", "lesson", "", "", "Reistijd ruimer plannen.", ".")
	next("petra", "improvement", "1", "", "Reserveplan bij elke training", ".", "petra demo", "15-01-2027")
	w.now = w.now.AddDate(0, 0, 8)
	next("petra", "satisfaction", "", "", "", "8", "")
	end := w.lines("petra", language, number, answersOf())
	if !strings.Contains(end, sp.T("dossier.completed")) {
		t.Fatalf("it is not completed:\n%s", end)
	}
	return w, all.String() + end
}

func TestLinearJourney(t *testing.T) {
	w, said := linearJourney(t, lang.NL)
	readable(t, said)
	d, err := w.office.Dossier(w.ctx, w.viewer("dirk"), "2026-001", time.Time{})
	if err != nil || d.Phase != procedure.Completed || len(d.Measures) != 1 || len(d.Letters) != 4 {
		t.Errorf("%+v, %v", d, err)
	}
}

// In English nothing is said that is in the Dutch catalogue alone.
func TestLinearJourneyInEnglish(t *testing.T) {
	_, said := linearJourney(t, lang.EN)
	readable(t, said)
	own := quotedLine.ReplaceAllString(" "+strings.Join(strings.Fields(said), " ")+" ", "")
	for key, value := range onlyDutch() {
		if strings.Contains(own, value) {
			t.Errorf("%s is said in Dutch: %q", key, value)
		}
	}
}

// What is typed on the way is kept at each answer: the line may end in the
// midst of a form, and of a text.
func TestALineThatEndsKeepsWhatWasTyped(t *testing.T) {
	w := newWorld(t, lang.NL)
	w.lines("omar", lang.NL, "", answersOf("nieuw", "", "telefoon", "2", "A. Proefstra", "", "", "", "", "", "", "", "Trainer later", "Eerste regel", "tweede regel"))
	drafts, err := w.office.Drafts(w.ctx, w.viewer("omar"))
	if err != nil || len(drafts) != 1 {
		t.Fatalf("%+v, %v", drafts, err)
	}
	v := drafts[0].Values
	if v["complainant_name"] != "A. Proefstra" || v["channel"] != "phone" || v["subject"] != "Trainer later" || v["description"] != "Eerste regel\ntweede regel" {
		t.Errorf("kept is %+v", v)
	}
	w.now = w.now.Add(time.Hour)
	said := w.lines("omar", lang.NL, "", answersOf("1", "1", "", "Een inhaalles", "", "", "ja", "stop"))
	for _, text := range []string{"Concept, A. Proefstra. Formulier afmaken, nog 23 uur.", "Er ligt een half ingevuld formulier: Nieuwe klacht, bewaard vandaag 09.40.", "Naam: A. Proefstra",
		"2026-001 is vastgelegd", "Nu doen: Ontvangst bevestigen"} {
		if !strings.Contains(said, text) {
			t.Errorf("not said: %q\n%s", text, said)
		}
	}
	d, err := w.office.Dossier(w.ctx, w.viewer("omar"), "2026-001", time.Time{})
	if err != nil || !d.ReceivedAt.Equal(w.now.Add(-time.Hour)) || d.Form.Description != "Eerste regel\ntweede regel" {
		t.Errorf("recorded is %+v, %v", d, err)
	}
	if drafts, err := w.office.Drafts(w.ctx, w.viewer("omar")); err != nil || len(drafts) != 0 {
		t.Errorf("left are %+v, %v", drafts, err)
	}
}

// Somebody else was first: it is said, with what he recorded, and the form is
// asked again with what was typed.
func TestLineByLineSomebodyElseWasFirst(t *testing.T) {
	w := newWorld(t, lang.NL)
	number, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: map[string]string{"channel": "phone", "complainant_kind": "client",
		"complainant_name": "A. Proefstra", "subject": "Trainer later", "description": "Te laat.", "email": "a@example.org"}})
	if err != nil {
		t.Fatal(err)
	}
	answers := answersOf("handelingen", "notitie maken", "", "Gebeld met de klager.", ".", "", "ja", "", "", "", "ja", "stop")
	between := false
	said := w.lines("omar", lang.NL, number, func(heard string) (string, error) {
		if strings.Contains(heard, "Vastleggen?") && !between {
			between = true
			err := w.another().Take(w.ctx, w.viewer("dirk"), number, procedure.Note, office.Input{Values: map[string]string{"text": "Ook gebeld."}})
			if err != nil {
				t.Error(err)
			}
		}
		return answers(heard)
	})
	for _, text := range []string{"Iemand anders was u net voor.", "Dirk Demo: Notitie", "Vastgelegd: Notitie maken."} {
		if !strings.Contains(said, text) {
			t.Errorf("not said: %q\n%s", text, said)
		}
	}
	d, err := w.office.Dossier(w.ctx, w.viewer("omar"), number, time.Time{})
	if err != nil || d.Events[len(d.Events)-1].Data["text"] != "Gebeld met de klager." {
		t.Errorf("recorded is %+v, %v", d.Events, err)
	}
}

// On an empty file the organisation and its staff are asked for first; a wrong
// answer is said and asked again, and no other.
func TestLinearFirstRun(t *testing.T) {
	w := emptyWorld(t)
	said := w.lines("", lang.NL, "", answersOf("Opleiders Voorbeeld", "", "", "", "", "Dirk Demo", "Dirk!", "", "", "Petra Demo", "petra",
		"dirk", "dirk demo", "dicht", "", "28-12-2026", "31-12-2026", "Kerstsluiting", "ja", "stop"))
	for _, text := range []string{"Welkom bij Leermoment", "Inlognaam: Een inlognaam bestaat uit kleine letters", "U bent Dirk Demo, directeur, officemanager."} {
		if !strings.Contains(said, text) {
			t.Errorf("not said: %q\n%s", text, said)
		}
	}
	readable(t, said)
	org, err := w.office.Organisation(w.ctx)
	if err != nil || len(org.Staff) != 2 || org.Name != "Opleiders Voorbeeld" || !org.Closing.GoodFriday || len(org.Closing.Days) != 1 {
		t.Errorf("%+v, %v", org, err)
	}
	if owner, _ := org.Member(org.DefaultOwner); owner.Login != "dirk" {
		t.Errorf("new complaints go to %q", owner.Login)
	}
	who := w.lines("", lang.NL, "", answersOf("petra", "stop"))
	if !strings.Contains(who, "Wie bent u?") || !strings.Contains(who, "U bent Petra Demo, projectleider.") {
		t.Errorf("who are you:\n%s", who)
	}
}

// A file is attached by its place; a wrong one is said at once.
func TestLineByLineAFileIsAttached(t *testing.T) {
	w := newWorld(t, lang.NL)
	number, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: map[string]string{"channel": "phone", "complainant_kind": "client",
		"complainant_name": "A. Proefstra", "subject": "Trainer later", "description": "Te laat."}})
	if err != nil {
		t.Fatal(err)
	}
	file := t.TempDir() + "/foto.jpg"
	if err := os.WriteFile(file, []byte("foto"), 0o600); err != nil {
		t.Fatal(err)
	}
	said := w.lines("omar", lang.NL, number, answersOf("handelingen", "bijlage toevoegen", "", file+"x", file, "De zaal", "ja", "bijlagen", "1", "stop"))
	if !strings.Contains(said, "leermoment attachment "+number) {
		t.Errorf("the attachment is not there:\n%s", said)
	}
	d, err := w.office.Dossier(w.ctx, w.viewer("omar"), number, time.Time{})
	if err != nil || len(d.Files) != 1 || d.Files[0].Name != "foto.jpg" {
		t.Errorf("%+v, %v", d.Files, err)
	}
}

// Who prefers lines gets lines, unless he says otherwise once.
func TestWhoPrefersLinesGetsLines(t *testing.T) {
	w := newWorld(t, lang.NL)
	said := w.lines("petra", lang.NL, "", answersOf("altijd", "stop"))
	if !strings.Contains(said, "Vanaf nu begint Leermoment regel voor regel.") {
		t.Errorf("not said:\n%s", said)
	}
	for _, x := range []struct {
		login  string
		args   []string
		linear bool
	}{{"petra", nil, true}, {"petra", []string{"--linear=false"}, false}, {"dirk", nil, false}, {"dirk", []string{"--linear"}, true}} {
		if got := w.startsLinear(x.login, x.args...); got != x.linear {
			t.Errorf("%s with %v: line by line is %v", x.login, x.args, got)
		}
	}
	{ // who is asked for his name on the screen
		d := w.sit("", 80, 24, lang.NL)
		d.Type("Petra")
		d.Press("enter")
		if app, ok := d.Model().(*ui.App); !ok {
			t.Error("no program")
		} else if v, lines := app.Lines(); !lines || v.Login != "petra" {
			t.Errorf("who said to be %q works line by line: %v", v.Login, lines)
		}
	}
	w.lines("petra", lang.NL, "", answersOf("voorkeuren", "", "", "", "", "", "op het scherm", "ja", "stop"))
	if w.startsLinear("petra") {
		t.Error("the preferences do not lead back to the screen")
	}
}

// startsLinear says whether the program would begin line by line.
func (w *world) startsLinear(login string, args ...string) (is bool) {
	w.t.Helper()
	wire := wiring{zone: w.zone}
	var errs bytes.Buffer
	code := command.Run(w.ctx, command.Edge{In: strings.NewReader(""), Out: io.Discard, Err: &errs, Clock: func() time.Time { return w.now }, Zone: w.zone, Database: w.path, Open: wire.open,
		Screen: func(_ context.Context, s command.Screen) error { is = s.Linear; return nil }}, append([]string{"--as", login}, args...))
	if code != command.Done {
		w.t.Fatalf("%v: %s", args, errs.String())
	}
	return is
}

// quotedLine is a sentence of the procedure, word for word, or a letter in the
// organisation's language.
var quotedLine = regexp.MustCompile(`S[0-9]{2}, [A-Z][a-z]+[^:]{0,20}: "[^"]*"`)
