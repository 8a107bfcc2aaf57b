package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/anmitsu/go-shlex"

	"leermoment/internal/command"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/paper"
	"leermoment/internal/procedure"
	"leermoment/ui"
	"leermoment/ui/uitest"
)

// Names with letters from all over Europe.
const (
	officeName  = "Ëcole für Ünïcode é € ş Ω Я"
	complainant = "Renée Şahin-Ωmega Яна ï €"
)

// lettersWorld is an office with such names, and one complaint by such a person.
func lettersWorld(t *testing.T, language lang.Language) (w *hostileWorld, number string) {
	t.Helper()
	w = &hostileWorld{world: emptyWorld(t)}
	err := w.office.Found(w.ctx, office.Founding{Name: officeName, Address: "Straat 1, 1234 AB Proefstad", Email: "klachten@example.org", Phone: "010-000 00 00",
		Language: string(language), DefaultOwner: "petra", Staff: []office.NewStaff{
			{Login: "omar", Name: "Omar Dëmo", Roles: []procedure.Role{procedure.OfficeManager}},
			{Login: "petra", Name: "Petra Demo", Roles: []procedure.Role{procedure.ProjectLeader}},
			{Login: "joost", Name: "Joost Demo", Roles: []procedure.Role{procedure.ProjectLeader}},
			{Login: "dirk", Name: "Dirk Demo", Roles: []procedure.Role{procedure.Director}},
		}})
	if err != nil {
		t.Fatal(err)
	}
	values := ordinary("Trainer een uur later")
	values["complainant_name"], values["organisation"], values["address"] = complainant, "Gemeente Voorbeeld", "Dorpsstraat 12, 1234 AB Voorbeeldstad"
	values["email"], values["person_concerned"] = "", "staff:joost"
	if number, err = w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: values}); err != nil {
		t.Fatal(err)
	}
	return w, number
}

func (w *hostileWorld) does(login, number string, action procedure.ActionID, given ...string) {
	w.t.Helper()
	in := office.Input{Values: map[string]string{}}
	for i := 0; i < len(given); i += 2 {
		in.Values[given[i]] = given[i+1]
	}
	w.now = w.now.Add(time.Minute)
	if err := w.office.Take(w.ctx, w.viewer(login), number, action, in); err != nil {
		w.t.Fatalf("%s: %v", action, err)
	}
}

// prints gives what stands on a paper that is printed twice, the same each time.
func (w *hostileWorld) printed(login string, args ...string) string {
	w.t.Helper()
	args = append(args, "--as", login)
	code, out, errs := w.run("", args...)
	if code != command.Done || !strings.HasPrefix(out, "%PDF") {
		w.t.Fatalf("%v: %d %s", args, code, errs)
	}
	if _, again, _ := w.run("", args...); again != out {
		w.t.Errorf("%v: the same is another file", args)
	}
	wellMade(w.t, out)
	return pdfText(w.t, out)
}

// bare leaves out how words are spread over lines.
func bare(text string) string { return strings.Join(strings.Fields(text), " ") }

func stands(t *testing.T, text string, says ...string) {
	t.Helper()
	for _, say := range says {
		if !strings.Contains(bare(text), bare(say)) {
			t.Errorf("%q is not on the paper:\n%s", say, text)
		}
	}
}

func absent(t *testing.T, text string, says ...string) {
	t.Helper()
	for _, say := range says {
		if strings.Contains(bare(text), say) {
			t.Errorf("%q is on the paper:\n%s", say, text)
		}
	}
}

// S09, S27: a letter is a concept until it is approved or sent, and from then on
// what was approved or sent, word for word.
func TestALetterOnPaper(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		language              lang.Language
		concept, reference, a string
	}{{lang.NL, "CONCEPT", "Ons kenmerk", "Directeur en projectleider"}, {lang.EN, "DRAFT", "Our reference", "Director and project leader"}} {
		w, number := lettersWorld(t, x.language)
		text := w.printed("omar", "letter", number, "confirmation", "--lang", "nl") // a letter is in its own language
		stands(t, text, officeName, complainant, "Gemeente Voorbeeld", "Dorpsstraat 12", "1234 AB Voorbeeldstad", x.concept, x.reference, number,
			"klachten@example.org", "010-000 00 00", "Omar Dëmo")

		sent := "24 november 2026\n\nGeachte " + complainant + ",\n\nDit is een ánder woord: Здравствуйте, γειά, Zażółć.\n\n  ingesprongen\n\nOmar"
		w.does("omar", number, procedure.ConfirmReceipt, "by", "post", "to", "Postbus 7, 9999 ZZ Elders", "text", sent)
		text = w.printed("petra", "letter", number, "confirmation")
		stands(t, text, strings.SplitN(sent, "\n\n", 2)[1], "24 november 2026", "Postbus 7", "9999 ZZ Elders")
		absent(t, text, x.concept, "Dorpsstraat")

		w.does("dirk", number, procedure.Assess, "alone", "no", "severity", "normal")
		w.does("dirk", number, procedure.Consult, "with", "Petra", "result", "Kijken")
		w.does("omar", number, procedure.CompleteForm, "person_concerned", "staff:joost", "category", "trainer", "remedy_sought", "none")
		stands(t, w.printed("omar", "letter", number, "copy"), x.concept, "Joost Demo")
		w.does("omar", number, procedure.SendCopy, "recipient", "person-concerned", "by", "handed", "to", "Joost Demo", "text", "De kopie van Joost")
		stands(t, w.printed("omar", "letter", number, "copy", "--which", "next"), x.concept, x.a)
		w.does("omar", number, procedure.SendCopy, "recipient", "management", "by", "mail", "to", "Dirk Demo, Petra Demo", "text", "De kopie van de leiding")
		stands(t, w.printed("omar", "letter", number, "copy"), "De kopie van de leiding")
		stands(t, w.printed("omar", "letter", number, "copy", "--which", "1"), "De kopie van Joost")
		own := w.printed("joost", "letter", number, "copy")
		stands(t, own, "De kopie van Joost")
		absent(t, own, complainant, "leiding")

		w.does("petra", number, procedure.RecordFinding, "spoken_with", "Joost", "statement", "Ja", "course_of_events", "Te laat")
		w.does("petra", number, procedure.FormJudgement, "judgement", "founded", "reasons", "Een uur te laat")
		w.does("petra", number, procedure.ProposeResolution, "proposal", "Inhaalles", "discussed_with", "Renée", "accepted", "yes")
		stands(t, w.printed("omar", "letter", number, "outcome"), x.concept, "Inhaalles")
		w.does("petra", number, procedure.ApproveFeedback, "text", "Wij geven u gelijk. "+strings.Repeat("En nog een regel.\n\n", 60)+"Tot slot")
		text = w.printed("omar", "letter", number, "outcome")
		stands(t, text, "Wij geven u gelijk.", "Tot slot", map[lang.Language]string{lang.NL: "pagina 2 van 3", lang.EN: "page 2 of 3"}[x.language])
		absent(t, text, x.concept)
		if n := strings.Count(text, "En nog een regel."); n != 60 {
			t.Errorf("%d lines of 60", n)
		}
	}
}

// What there is no letter of, or what somebody may not read, is not printed.
func TestWhatIsNotPrinted(t *testing.T) {
	w, number := lettersWorld(t, lang.NL)
	file := filepath.Join(t.TempDir(), "x.pdf")
	for _, x := range []struct {
		code int
		says string
		args []string
	}{
		{command.NotPermitted, "leg eerst het uitstel vast", []string{"letter", number, "delay", "--as", "omar"}},
		{command.NotFound, "niet te vinden", []string{"letter", number, "confirmation", "--as", "joost"}},
		{command.NotFound, "niet te vinden", []string{"letter", number, "confirmation", "--which", "1", "--as", "omar"}},
		{command.NotFound, "niet te vinden", []string{"letter", "2026-999", "confirmation", "--as", "omar"}},
		{command.NotFound, "niet te vinden", []string{"letter", "office", "confirmation", "--as", "omar"}},
		{command.NotFound, "niet te vinden", []string{"print", "2026-999", "--as", "omar"}},
		{command.NotFound, "niet te vinden", []string{"print", "office", "--as", "omar"}},
		{command.BadInput, "confirmation, copy", []string{"letter", number, "brief", "--as", "omar"}},
		{command.BadInput, "next", []string{"letter", number, "copy", "--which", "0", "--as", "omar"}},
		{command.BadInput, "--view", []string{"print", number, "--view", "all", "--as", "omar"}},
		{command.BadInput, "--known-at", []string{"print", "register", "--known-at", "2026-11-24 09:40", "--as", "omar"}},
		{command.BadInput, "todo, mine", []string{"print", "--view", "alles", "--as", "omar"}},
	} {
		if code, out, errs := w.run("", x.args...); code != x.code || !strings.Contains(errs, x.says) || out != "" {
			t.Errorf("%v: %d %s%s", x.args, code, out, errs)
		}
	}
	if code, _, errs := w.run("", "print", number, "--as", "omar", "-o", file); code != command.Done {
		t.Fatal(errs)
	}
	if code, _, _ := w.run("", "print", number, "--as", "omar", "-o", file); code != command.BadInput {
		t.Errorf("written over: %d", code)
	}
}

// Everybody gets the dossier that he sees on his screen, and no more.
func TestADossierOnPaper(t *testing.T) {
	w, number := lettersWorld(t, lang.NL)
	w.does("dirk", number, procedure.Assess, "alone", "yes", "severity", "serious", "reason", "Kan tot een claim leiden")
	w.does("omar", number, procedure.CompleteForm, "person_concerned", "staff:joost", "category", "trainer", "remedy_sought", "none")
	w.does("omar", number, procedure.SendCopy, "recipient", "person-concerned", "by", "handed", "to", "Joost Demo", "text", "De kopie van Joost")
	w.does("petra", number, procedure.RecordFinding, "spoken_with", "Joost", "statement", "Hij zegt ja", "course_of_events", "Een uur te laat")
	w.does("petra", number, procedure.FormJudgement, "judgement", "founded", "reasons", "Gegrond")
	w.does("petra", number, procedure.AddressPerson, "with", "Joost", "summary", "Onder vier ogen")
	before := w.now
	w.does("petra", number, procedure.Note, "text", "Een notitie van later")

	text := w.printed("dirk", "print", number)
	stands(t, text, officeName, complainant, "Trainer een uur later", "Onder vier ogen", "Hij zegt ja", "De kopie van Joost", "S09", "vertrouwelijk",
		"Afgedrukt di 24-11-2026", "door Dirk Demo", "pagina 1 van", "Een notitie van later", "Joost Demo")
	text = w.printed("omar", "print", number)
	stands(t, text, "Hij zegt ja", "alleen voor directeur en probleemeigenaar")
	absent(t, text, "Onder vier ogen")
	text = w.printed("joost", "print", number)
	stands(t, text, number, "De kopie van Joost", "Deze klacht gaat over u.", "Luisteren en beoordelen")
	absent(t, text, complainant, "Hij zegt ja", "Petra Demo", "ernstig", "S09")
	text = w.printed("dirk", "print", number, "--known-at", before.Format(time.RFC3339))
	stands(t, text, "Zoals het dossier was op", "Onder vier ogen")
	absent(t, text, "Een notitie van later")
	stands(t, w.printed("dirk", "print", number, "--lang", "en"), "Obligations", "confidential", "page 1 of", "Printed")

	err := w.office.AddStaff(w.ctx, w.viewer("dirk"), office.NewStaff{Login: "carla", Name: "Carla Demo", Roles: []procedure.Role{procedure.ProjectLeader}})
	if err != nil {
		t.Fatal(err)
	}
	text = w.printed("carla", "print", number)
	stands(t, text, number, "Petra Demo", "ernstig", "van een andere probleemeigenaar")
	absent(t, text, complainant, "Hij zegt ja", "Trainer een uur later", "De kopie")
	opened, err := w.office.Happened(w.ctx, w.viewer("dirk"), w.office.Day(w.now), "carla", office.OpenedName)
	if err != nil || len(opened.Facts) != 1 {
		t.Errorf("who printed a dossier has opened it: %+v, %v", opened.Facts, err)
	}
}

func TestTheRegisterOnPaper(t *testing.T) {
	w, _ := lettersWorld(t, lang.NL)
	for _, x := range []struct {
		login string
		args  []string
		has   bool
		says  []string
	}{
		{"omar", nil, true, []string{"Klachtenoverzicht: Te doen", "1 klacht op deze lijst", "Afgedrukt di 24-11-2026 09.40 door Omar Dëmo", officeName}},
		{"omar", []string{"register", "--view", "all", "--search", "later", "--owner", "petra", "--category", "trainer"}, false, []string{"Gezocht op: later", "Petra Demo", "Hier staat niets."}},
		{"omar", []string{"--view", "all", "--lang", "en"}, true, []string{"All", "1 complaint on this list", "page 1 of 1"}},
		{"joost", []string{"--view", "all"}, false, []string{"gaat over u"}},
	} {
		text := w.printed(x.login, append([]string{"print"}, x.args...)...)
		stands(t, text, x.says...)
		if got := strings.Contains(bare(text), complainant[:len("Renée")]); got != x.has {
			t.Errorf("%s %v: the complainant is there: %v\n%s", x.login, x.args, got, text)
		}
	}
}

// The papers as people read them; -update writes them anew.
func TestPapersAsPeopleReadThem(t *testing.T) {
	w := &hostileWorld{world: demoWorld(t)}
	uitest.Golden(t, "paper-register", strings.SplitAfter(w.printed("annelies", "print", "--view", "all"), "\f")[0])
	// a part of a list says that it is one
	if text := w.printed("annelies", "print", "--view", "all", "--limit", "7"); !strings.Contains(text, "alleen de eerste 7 klachten van deze lijst") {
		t.Errorf("of a part is printed:\n%s", text)
	}
	uitest.Golden(t, "paper-dossier", w.printed("annelies", "print", "2026-032"))
	uitest.Golden(t, "paper-letter", w.printed("karim", "letter", "2026-032", "outcome"))
}

// A terminal gets a sentence and no bytes.
func TestATerminalGetsNoBytes(t *testing.T) {
	w, number := lettersWorld(t, lang.NL)
	wire := wiring{zone: w.zone}
	for _, args := range [][]string{{"form"}, {"print", number}, {"print"}, {"letter", number, "confirmation"}} {
		var out, errs strings.Builder
		code := command.Run(w.ctx, command.Edge{Out: &out, Err: &errs, Clock: func() time.Time { return w.now }, Zone: w.zone, Database: w.path, Open: wire.open,
			Terminal: true}, append(args, "--as", "omar"))
		if code != command.BadInput || out.Len() > 0 || !strings.Contains(errs.String(), "-o BESTAND") {
			t.Errorf("%v: %d %q %q", args, code, out.String(), errs.String())
		}
	}
}

// Every paper is printed from its own screen, and a file is never written over.
func TestPrintingFromTheScreens(t *testing.T) {
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		w, number := lettersWorld(t, l)
		w.prints = t.TempDir()
		w.does("omar", number, procedure.ConfirmReceipt, "by", "post", "to", "Postbus 7", "text", "De brief die weg is")
		w.does("dirk", number, procedure.Assess, "alone", "yes", "severity", "normal")
		w.does("omar", number, procedure.CompleteForm, "person_concerned", "staff:joost", "category", "trainer", "remedy_sought", "none")
		d := w.sit("omar", 120, 40, l)
		ready := map[lang.Language]string{lang.NL: "Klaar om af te drukken", lang.EN: "Ready to print"}[l]
		var made []string
		file := func(says ...string) {
			t.Helper()
			d.Contains(t, ready)
			d.Press("y")
			path := d.Copied()[len(d.Copied())-1]
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			wellMade(t, string(content))
			stands(t, pdfText(t, string(content)), append(says, officeName)...)
			if !filepath.IsAbs(path) || slices.Contains(made, path) {
				t.Errorf("%s is no new file in full", path)
			}
			made = append(made, path)
		}
		d.Press("right", "right", "right", "right", "right", "right", "P", "enter")
		file(complainant[:len("Renée")])
		d.Press("P", "down", "enter")
		file(complainant, "De brief die weg is")
		d.Press("P", "down", "down", "enter")
		file("*")
		d.Press("enter", "P") // the dossier, from its own screen: another file
		file(complainant)
		if !strings.HasSuffix(made[1], number+".pdf") || !strings.HasSuffix(made[3], number+"-2.pdf") {
			t.Errorf("made %v", made)
		}
		d.Press("tab", "tab", "tab", "P", "enter")
		file("De brief die weg is", "Postbus 7")
		d.Press("esc", "b", "P")
		file(map[lang.Language]string{lang.NL: "CONCEPT", lang.EN: "DRAFT"}[l], "Joost Demo")
		d.Press("esc", "ctrl+p")
		d.Type(map[lang.Language]string{lang.NL: "afdrukken", lang.EN: "print"}[l])
		d.Press("enter")
		file()

		own := w.sit("joost", 80, 24, l) // whom it is about has been sent no copy yet
		own.Press("right", "right", "right", "right", "right", "right", "enter", "P")
		own.Contains(t, ready)

		w.prints = filepath.Join(w.prints, "away")
		d = w.sit("omar", 80, 24, l)
		d.Press("enter", "P")
		d.Contains(t, map[lang.Language]string{lang.NL: "Dat lukte niet", lang.EN: "That did not work"}[l])
	}
}

// Over a line there are no files here: what is to be typed at home is said, and
// works.
func TestPrintingOverALine(t *testing.T) {
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		w, number := lettersWorld(t, l)
		w.does("omar", number, procedure.ConfirmReceipt, "by", "post", "to", "Postbus 7", "text", "De brief die weg is")
		d := w.sit("omar", 80, 24, l)
		d.Press("right", "right", "right", "right", "right", "right")
		for _, x := range []struct {
			search string
			keys   []string
			says   string
		}{
			{"", []string{"P", "enter"}, officeName}, {"", []string{"P", "down", "enter"}, "De brief die weg is"}, {"", []string{"P", "down", "down", "enter"}, "*"},
			{"'uur' \"later\" $HOME é", []string{"P", "enter"}, "'uur' \"later\" $HOME é"}, {"", []string{"enter", "tab", "tab", "tab", "P", "enter"}, "De brief die weg is"},
		} {
			if x.search != "" {
				d.Press("/")
				d.Type(x.search)
				d.Press("enter")
			}
			d.Press(x.keys...)
			d.Contains(t, "SERVER")
			d.Press("y")
			typed := d.Copied()[len(d.Copied())-1]
			local, err := shlex.Split(typed, true) // the shell at home
			if err != nil || local[0] != "ssh" || local[1] != "omar@SERVER" || local[len(local)-2] != ">" || !strings.HasSuffix(local[len(local)-1], ".pdf") {
				t.Fatalf("%q: %v", typed, err)
			}
			remote, err := shlex.Split(strings.Join(local[2:len(local)-2], " "), true) // and the server
			if err != nil {
				t.Fatal(err)
			}
			stands(t, w.printed("omar", remote...), x.says)
			d.Press("esc")
		}
	}
}

// No text from outside does anything in a PDF, and none of it breaks one.
func TestNoTextFromOutsideBreaksAPaper(t *testing.T) {
	t.Parallel()
	w := newHostileWorld(t)
	w.live()
	for _, args := range [][]string{{"form"}, {"print", "--view", "all"}, {"print", "2026-001"}, {"letter", "2026-001", "outcome"},
		{"letter", "2026-002", "confirmation"}, {"letter", "2026-001", "copy"}} {
		text := w.printed("dirk", args...)
		harmless(t, strings.Join(args, " "), strings.NewReplacer("\f", "", "\r", "").Replace(text))
		stands(t, text, "□")
	}
}

// A file that cannot be made whole is not there at all.
func TestAPaperBesidesOthers(t *testing.T) {
	folder := t.TempDir()
	for _, want := range []string{"a.b.pdf", "a.b-2.pdf", "a.b-3.pdf"} {
		path, err := besides(folder, paper.Paper{Name: "a.b.pdf", PDF: []byte("x")})
		if err != nil || path != filepath.Join(folder, want) {
			t.Errorf("%s, %v", path, err)
		}
	}
	var place *ui.NoPlace
	if _, err := besides(filepath.Join(folder, "nowhere"), paper.Paper{Name: "a.pdf"}); !errors.As(err, &place) {
		t.Errorf("a folder that is not there: %v", err)
	}
	if kinds := paper.Kinds(); !slices.Contains(kinds, complaint.DelayLetter) || len(kinds) != 5 {
		t.Errorf("%v", kinds)
	}
}
