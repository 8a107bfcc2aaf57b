package procedure

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"leermoment/internal/calendar"
)

func TestTheDefaultLoads(t *testing.T) {
	p, err := Load("flowconcepts.toml", DefaultText())
	if err != nil {
		t.Fatal(err)
	}
	if p.ID != "flowconcepts" || p.Version != "1" || len(p.Steps) != 7 || len(p.Obligations) != 30 {
		t.Errorf("got %s version %s with %d steps and %d obligations", p.ID, p.Version, len(p.Steps), len(p.Obligations))
	}
}

func TestLoadingIsDeterministic(t *testing.T) {
	a, b := Default(), Default()
	if diff := cmp.Diff(a, b, cmp.AllowUnexported(Procedure{})); diff != "" {
		t.Error(diff)
	}
	if len(a.Digest()) != 64 || a.Digest() != b.Digest() {
		t.Errorf("digests %q and %q", a.Digest(), b.Digest())
	}
	changed, err := Load("x", append(DefaultText(), "# a word more\n"...))
	if err != nil || changed.Digest() == a.Digest() {
		t.Errorf("another text has the same digest (%v)", err)
	}
}

func TestEverySentenceStandsInTheTextWordForWord(t *testing.T) {
	source, err := os.ReadFile("testdata/klachtenprocedure.txt")
	if err != nil {
		t.Fatal(err)
	}
	words := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	text := words(string(source))
	p := Default()
	var ids []string
	at := 0
	for _, s := range p.Sentences {
		ids = append(ids, s.ID)
		i := strings.Index(text[at:], words(s.Text))
		if i < 0 {
			t.Errorf("%s does not stand in the text after the one before it: %q", s.ID, s.Text)
			continue
		}
		at += i
	}
	if len(ids) != 40 || ids[0] != "S01" || ids[39] != "S40" || !slices.IsSorted(ids) {
		t.Errorf("the sentences are %v", ids)
	}
}

// owed is one row of the table "Obligations" in the design.
type owed struct {
	id        string
	title     string
	step      int
	by        Role
	term      string
	own       bool
	sentences string
}

var table30 = []owed{
	{"receipt-confirmation", "Ontvangst bevestigen", 1, OfficeManager, "24 hours", false, "S09"},
	{"register-entry", "Op het overzicht", 1, Program, "at once", false, "S10"},
	{"problem-owner", "Probleemeigenaar aanwijzen", 2, Director, "at once", false, "S16"},
	{"assessment", "Klacht beoordelen", 1, Director, "2 working days", true, "S07 S19"},
	{"team-consultation", "Overleggen met het team", 1, Director, "", false, "S08"},
	{"first-action", "Vandaag in actie komen", 3, Owner, "same working day", true, "S19"},
	{"delay-notice", "Uitstel melden", 3, Owner, "", false, "S21"},
	{"registration-form", "Registratieformulier invullen", 2, OfficeManager, "2 working days", true, "S12 S14"},
	{"copy-to-person-concerned", "Kopie aan de betrokkene", 2, OfficeManager, "1 working day", true, "S15"},
	{"copy-to-management", "Kopie aan directeur en projectleider", 2, OfficeManager, "1 working day", true, "S15"},
	{"fact-finding", "Gang van zaken in kaart brengen", 3, Owner, "", false, "S22 S23"},
	{"judgement", "Oordeel vormen", 4, Owner, "", false, "S24"},
	{"address-person", "Betrokkene aanspreken", 4, Owner, "5 working days", true, "S24"},
	{"prevent-recurrence", "Herhaling voorkomen", 4, Owner, "", false, "S25"},
	{"independent-referral", "Onafhankelijke persoon inschakelen", 4, Director, "5 working days", true, "S28 S29"},
	{"independent-ruling", "Uitspraak vastleggen", 4, Director, "", false, "S30"},
	{"ruling-carried-out", "Uitspraak uitvoeren", 4, Owner, "", false, "S30"},
	{"feedback-complainant", "Uitkomst terugkoppelen", 4, OfficeManager, "", false, "S27"},
	{"urgent-resolution", "Met spoed oplossen", 3, Owner, "5 working days", true, "S19"},
	{"resolution", "Klacht oplossen", 3, Owner, "1 month", false, "S18 S20"},
	{"feedback-organisation", "Intern terugkoppelen", 4, Owner, "10 working days", true, "S02 S26"},
	{"progress", "Voortgang bewaken", 3, Owner, "7 days", true, "S17"},
	{"category", "Categorie vaststellen", 5, Owner, "10 working days", true, "S32"},
	{"root-cause", "Oorzaak bepalen", 5, Owner, "20 working days", true, "S34"},
	{"lesson", "Les vastleggen", 6, Owner, "20 working days", true, "S01 S36"},
	{"improvement", "Verbetering beslissen", 7, Owner, "20 working days", true, "S39"},
	{"expert-measure", "Maatregel voor deskundige", 7, Director, "same working day", true, "S40"},
	{"satisfaction", "Tevredenheid meten", 6, Owner, "30 days", true, "S37"},
	{"effect-check", "Effect nagaan", 7, MeasureOwner, "90 days", true, "S39"},
	{"destruction", "Vernietigen", 6, Director, "1 month", true, "S38"},
}

func TestEveryObligationOfTheProcedureIsThereInTheOrderOfTheNextThingToDo(t *testing.T) {
	p := Default()
	var got []owed
	for _, o := range p.Obligations {
		step, _ := p.Step(o.Step)
		got = append(got, owed{o.ID, o.Title.NL, step.Number, o.OwedBy, termText(o.Term), o.Own, strings.Join(o.Sentences, " ")})
	}
	if diff := cmp.Diff(table30, got, cmp.AllowUnexported(owed{})); diff != "" {
		t.Errorf("the file differs from the design (-design +file):\n%s", diff)
	}
}

func termText(term *calendar.Term) string {
	if term == nil {
		return ""
	}
	return term.String()
}

func TestWhatStaysOwedAfterAnEnding(t *testing.T) {
	for ending, want := range map[Ending][]string{
		Withdrawn:   {"receipt-confirmation", "feedback-complainant", "category", "lesson", "destruction"},
		NoComplaint: {"receipt-confirmation", "feedback-complainant", "category", "destruction"},
	} {
		var got []string
		for _, o := range Default().Obligations {
			if slices.Contains(o.Endings, ending) {
				got = append(got, o.ID)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("after %s: %s", ending, diff)
		}
	}
	lesson, _ := Default().Obligation("lesson")
	if !slices.Equal(lesson.StartsAfter[Withdrawn], []Fact{Settled}) {
		t.Error("after a withdrawal no cause is determined, so the lesson has to start with settled")
	}
}

func TestWhatIsNeverWaivedAndWhatIsNoGate(t *testing.T) {
	var never, free []string
	for _, o := range Default().Obligations {
		if !o.Waivable {
			never = append(never, o.ID)
		}
		if !o.Gate {
			free = append(free, o.ID)
		}
	}
	if diff := cmp.Diff([]string{"receipt-confirmation", "feedback-complainant", "destruction"}, never); diff != "" {
		t.Error("never waived:", diff)
	}
	if diff := cmp.Diff([]string{"delay-notice", "progress", "effect-check", "destruction"}, free); diff != "" {
		t.Error("no gate:", diff)
	}
}

func TestTheHeadOfTheFileNamesTheWholeVocabulary(t *testing.T) {
	head, _, _ := strings.Cut(string(DefaultText()), "\nid = ")
	var all []string
	for _, w := range steps() {
		all = append(all, string(w))
	}
	for _, w := range Facts() {
		all = append(all, string(w))
	}
	for _, w := range Endings() {
		all = append(all, string(w))
	}
	for _, w := range debtors() {
		all = append(all, string(w))
	}
	for _, w := range counts() {
		all = append(all, string(w))
	}
	for _, w := range roleLines() {
		all = append(all, string(w))
	}
	for _, w := range all {
		if !regexp.MustCompile(`(?m)(^|[\s"])` + w + `($|[\s"])`).MatchString(head) {
			t.Errorf("the head of the file does not name %q", w)
		}
	}
}

func TestEveryWordOfTheVocabularyCanBeUsed(t *testing.T) {
	known := map[string]int{"Fact": len(Facts()), "StepID": len(steps()), "Ending": len(Endings()), "Role": len(debtors()), "Count": len(counts()), "Moment": len(moments()), "ActionID": len(roleLines())}
	declared := map[string]int{}
	for _, file := range []string{"vocabulary.go", "actions.go"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^\s*(?:const )?\w+\s+(\w+)\s+= "`).FindAllStringSubmatch(string(text), -1) {
			if m[1] != "Phase" {
				declared[m[1]]++
			}
		}
	}
	if diff := cmp.Diff(declared, known); diff != "" {
		t.Errorf("constants that no list names, or the other way round (-declared +listed):\n%s", diff)
	}
}

// A file that was made by an earlier version of the program finds the procedure
// that it rests on, and that can still be read.
func TestEarlierProceduresAreStillThere(t *testing.T) {
	digests := []string{
		"329badba3cc8f78918a6b3b05bb01d8334206cff35020aa7b9538ae5fd72eafc",
		Default().Digest(),
	}
	for _, digest := range digests {
		text, ok := Shipped(digest)
		if !ok {
			t.Errorf("%s is gone", digest)
			continue
		}
		if p, err := Load("earlier.toml", text); err != nil || p.Digest() != digest {
			t.Errorf("%s: %v", digest, err)
		}
	}
	if _, ok := Shipped("f6b20b"); ok {
		t.Error("half a digest finds one")
	}
}
