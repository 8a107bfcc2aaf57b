package procedure

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/lang"
)

// said is what people read of faults, one a line.
func said(t *testing.T, l lang.Language, err error) string {
	t.Helper()
	faults, ok := err.(Faults)
	if !ok {
		t.Fatalf("no faults: %v", err)
	}
	var lines []string
	for _, f := range faults {
		what := lang.New(l, time.UTC).ProcedureFault(f.Part.Kind, f.Part.Name, f.Part.Within, f.Key, f.Args)
		if strings.ContainsAny(what, "⟦⟧") {
			t.Errorf("%s: %v is said as %q", l, f, what)
		}
		lines = append(lines, fmt.Sprintf("%s:%d: %s", f.File, f.Line, what))
	}
	return strings.Join(lines, "\n")
}

// small is a whole procedure of one obligation; the roles are added by line.
var small = `id = "small"
version = "1"
title = { nl = "Klein", en = "Small" }
[[step]]
id = "listen"
number = 1
title = { nl = "Luisteren", en = "Listen" }
section = "Ad 1"
phase = "handling"
[[sentence]]
id = "S01"
section = "Ad 1"
text = "Wij luisteren."
[[obligation]]
id = "answer"
title.nl = "Antwoorden"
title.en = "Answer"
explain.nl = "Antwoord."
explain.en = "Answer."
step = "listen"
owed_by = "director"
starts = ["received"]
term = "2 working days"
met_by = ["assessed"]
sentences = ["S01"]
[[category]]
id = "other"
title = { nl = "Overig", en = "Other" }
[[cause]]
id = "outside"
title = { nl = "Buiten ons", en = "Outside" }
` + allRoles() + "# end of roles\n"

func allRoles() string {
	var b strings.Builder
	b.WriteString("[roles]\n")
	for _, a := range roleLines() {
		fmt.Fprintf(&b, "%s = [\"director\"]\n", a)
	}
	return b.String()
}

func load(t *testing.T, text string) *Procedure {
	t.Helper()
	p, err := Load("small.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhatIsLeftOutHasItsDefault(t *testing.T) {
	o, _ := load(t, small).Obligation("answer")
	if !o.Gate || !o.Waivable || o.From != FromStart || o.Own || o.Extendable || o.Opens != nil || o.Soon != nil {
		t.Errorf("%+v", o)
	}
}

// faultyCase changes one piece of the small procedure; the fault has to name
// the line on which the text `on` stands.
type faultyCase struct{ name, old, new, on, message string }

func TestEveryFaultIsNamedWithItsLine(t *testing.T) {
	for _, c := range append(faultyWords, faultySense...) {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(small, c.old) != 1 {
				t.Fatalf("%q stands %d times in the small procedure", c.old, strings.Count(small, c.old))
			}
			text := strings.Replace(small, c.old, c.new, 1)
			want := fmt.Sprintf("bad.toml:%d: %s", lineOf(t, text, c.on), c.message)
			_, err := Load("bad.toml", []byte(text))
			if err == nil {
				t.Fatal("it was loaded")
			}
			if diff := cmp.Diff(want, said(t, lang.EN, err)); diff != "" {
				t.Error(diff)
			}
			if dutch := said(t, lang.NL, err); dutch == want {
				t.Errorf("in Dutch it is English: %s", dutch)
			}
		})
	}
}

func lineOf(t *testing.T, text, on string) int {
	t.Helper()
	i := strings.LastIndex(text, on)
	if i < 0 {
		t.Fatalf("%q is not in the text", on)
	}
	return strings.Count(text[:i], "\n") + 1
}

var faultyWords = []faultyCase{
	{"no TOML", `number = 1`, `number = `, "number = ", "this cannot be read as TOML (expected value but found '\\n' instead)"},
	{"unknown key", "starts = ", "colour = \"red\"\nstarts = ", "colour", `obligation ‘answer’: unknown key ‘colour’`},
	{"unknown key at the top", `version = "1"`, "version = \"1\"\nauthor = \"x\"", "author", `the procedure: unknown key ‘author’`},
	{"unknown language", `title.en = "Answer"`, "title.en = \"Answer\"\ntitle.de = \"Antworten\"", "title.de", `obligation ‘answer’, title: unknown key ‘de’`},
	{"unknown step", `step = "listen"`, `step = "lissen"`, "lissen", `obligation ‘answer’: unknown step ‘lissen’; this file has no [[step]] with that id`},
	{"step outside the vocabulary", "[[sentence]]", "[[step]]\nid = \"rest\"\nnumber = 2\ntitle = { nl = \"R\", en = \"R\" }\nsection = \"Ad 2\"\nphase = \"handling\"\n[[sentence]]", `"rest"`, `step ‘rest’: unknown step ‘rest’ in id; it is one of listen, register, resolve, feedback, analyse, learn, improve`},
	{"unknown role", `owed_by = "director"`, `owed_by = "boss"`, "boss", `obligation ‘answer’: unknown role ‘boss’ in owed_by; it is one of office-manager, project-leader, director, owner, measure-owner, program`},
	{"unknown fact", `met_by = ["assessed"]`, `met_by = ["asessed"]`, "asessed", `obligation ‘answer’: unknown fact ‘asessed’ in met_by`},
	{"unknown ending", "met_by", "endings = [\"died\"]\nmet_by", "died", `obligation ‘answer’: unknown ending ‘died’ in endings; it is one of agreed, ruled, without-agreement, withdrawn, no-complaint`},
	{"unknown sentence", `["S01"]`, `["S02"]`, "S02", `obligation ‘answer’: unknown sentence ‘S02’`},
	{"unknown moment", "met_by", "from = \"birth\"\nmet_by", "birth", `obligation ‘answer’: unknown moment ‘birth’ in from; it is one of start, last-fact, opening`},
	{"the same word twice", `starts = ["received"]`, `starts = ["received", "received"]`, "starts", `obligation ‘answer’: starts names ‘received’ twice`},
	{"unknown action", "[roles]", "[roles]\nfly = [\"director\"]", "fly", `roles: unknown action ‘fly’`},
	{"action without roles", "assess = [\"director\"]\n", "", "[roles]", `roles: nothing says who may take the action ‘assess’`},
	{"action for nobody", "assess = [\"director\"]", "assess = []", "assess = []", `roles: nobody may take the action ‘assess’`},
	{"the program takes no action", "assess = [\"director\"]", "assess = [\"program\"]", "program", `roles: unknown role ‘program’ in assess; it is one of office-manager, project-leader, director, owner, measure-owner`},
	{"another kind of value", `sentences = ["S01"]`, `sentences = "S01"`, "sentences", `obligation ‘answer’: sentences is not a list`},
}

var faultySense = []faultyCase{
	{"missing title", "title.nl = \"Antwoorden\"\ntitle.en = \"Answer\"\n", "", "[[obligation]]", `obligation ‘answer’: title is missing`},
	{"one language only", "title.en = \"Answer\"\n", "", "[[obligation]]", `obligation ‘answer’, title: en is missing`},
	{"empty text", `explain.en = "Answer."`, `explain.en = "  "`, "explain.en", `obligation ‘answer’, explain: en is empty`},
	{"empty sentence", "Wij luisteren.", "", `text = ""`, `sentence ‘S01’: text is empty`},
	{"the same id twice", "[[category]]", "[[sentence]]\nid = \"S01\"\nsection = \"Ad 1\"\ntext = \"Weer.\"\n[[category]]", `id = "S01"`, `sentence ‘S01’: this id is used twice`},
	{"an id that cannot be typed", `id = "answer"`, `id = "an answer"`, "an answer", `obligation ‘an answer’: an id has letters, digits and hyphens only`},
	{"step out of place", "number = 1", "number = 2", "number", `step ‘listen’: its number is 2 and not 1, its place in the file`},
	{"no category for the rest", `id = "other"`, `id = "much"`, `id = "much"`, `the category ‘other’ is missing`},
	{"nothing starts it", "starts = [\"received\"]\n", "", "[[obligation]]", `obligation ‘answer’: nothing starts it: it has neither starts nor ahead`},
	{"two beginnings", "met_by", "ahead = { of = \"answer\", lead = \"7 days\" }\nmet_by", "ahead", `obligation ‘answer’: it has starts and ahead; it can have one of them`},
	{"ahead of nothing", "starts = [\"received\"]\nterm = \"2 working days\"", `ahead = { of = "question", lead = "7 days" }`, "ahead", `obligation ‘answer’: unknown obligation ‘question’ in ahead`},
	{"ahead of what has no term", "starts = [\"received\"]\nterm = \"2 working days\"", `ahead = { of = "answer", lead = "7 days" }`, "ahead", `obligation ‘answer’: it is ahead of ‘answer’, which has no term`},
	{"extended without a term", "term = \"2 working days\"", "extendable = true", "extendable", `obligation ‘answer’: extendable has no meaning without term`},
	{"from an opening that is not there", "met_by", "from = \"opening\"\nmet_by", "from", `obligation ‘answer’: from ‘opening’ has no meaning without opens`},
	{"never met", "met_by = [\"assessed\"]", "gate = false", "[[obligation]]", `obligation ‘answer’: nothing meets it; only a term from ‘last-fact’ can do without met_by`},
	{"never closed", "met_by = [\"assessed\"]", `from = "last-fact"`, "[[obligation]]", `obligation ‘answer’: nothing meets it, so gate has to be false or no complaint would ever be settled`},
	{"started after another ending", "met_by", "starts_after.withdrawn = [\"settled\"]\nmet_by", "starts_after", `obligation ‘answer’: it starts after ‘withdrawn’, which is not among its endings`},
	{"two independent persons at once", "# end of roles", twoIndependents, `[[independent]]`, `independent ‘B’: shares days with ‘A’`},
	{"independent the wrong way round", "# end of roles", "[[independent]]\nname = \"A\"\ntitle = { nl = \"a\", en = \"a\" }\nfrom = \"2026-02-01\"\nuntil = \"2026-01-31\"", "until", `independent ‘A’: until is before from`},
}

const twoIndependents = `[[independent]]
name = "A"
title = { nl = "a", en = "a" }
until = "2026-06-30"
[[independent]]
name = "B"
title = { nl = "b", en = "b" }
from = "2026-06-30"
`

func TestATermOrDayThatCannotBeReadIsNamedWithItsLine(t *testing.T) {
	text := strings.Replace(small, "2 working days", "2 fortnights", 1) +
		"[[independent]]\nname = \"A\"\ntitle = { nl = \"a\", en = \"a\" }\nfrom = \"soon\"\n"
	_, err := Load("bad.toml", []byte(text))
	faults, ok := err.(Faults)
	if !ok || len(faults) != 2 {
		t.Fatalf("%v", err)
	}
	for i, on := range []string{"fortnights", `"soon"`} {
		if faults[i].Line != lineOf(t, text, on) || !strings.Contains(faults[i].Args["Value"], strings.Trim(on, `"`)) {
			t.Errorf("%v, want line %d", faults[i], lineOf(t, text, on))
		}
	}
}

func TestAllFaultsAreNamedAtOnceByLine(t *testing.T) {
	text := strings.NewReplacer(
		`title = { nl = "Klein", en = "Small" }`, `title = { nl = "", en = "Small" }`,
		`starts = ["received"]`, `starts = ["begun"]`,
		`id = "outside"`, `id = "outside"`+"\nweight = 3",
		"reopen = [\"director\"]\n", "",
	).Replace(small)
	_, err := Load("bad.toml", []byte(text))
	want := fmt.Sprintf(`bad.toml:3: the procedure, title: nl is empty
bad.toml:%d: obligation ‘answer’: unknown fact ‘begun’ in starts
bad.toml:%d: cause ‘outside’: unknown key ‘weight’
bad.toml:%d: roles: nothing says who may take the action ‘reopen’`,
		lineOf(t, text, "begun"), lineOf(t, text, "weight"), lineOf(t, text, "[roles]"))
	if diff := cmp.Diff(want, said(t, lang.EN, err)); diff != "" {
		t.Error(diff)
	}
}

func TestAnEmptyFileLacksEverything(t *testing.T) {
	_, err := Load("empty.toml", nil)
	for _, want := range []string{"id is missing", "title is missing", "[roles] is missing", "no [[step]]", "no [[obligation]]", "no [[cause]]", `category ‘other’ is missing`} {
		if !strings.Contains(said(t, lang.EN, err), want) {
			t.Errorf("it does not say %q: %v", want, err)
		}
	}
}

func TestLinesAreFoundAfterStringsAndListsOfSeveralLines(t *testing.T) {
	index := indexLines(`a = """
b = "not a key"
"""
list = [ # one
  "x]", 'y[',
  { z = "=" },
]
after.'all' = "a \" [ \\"
[[t]]
k = 1
[t.sub]
k = 2
[[t]]
k = 3
`)
	want := lineIndex{"a": 1, "list": 4, "after.all": 8, "t[0]": 9, "t[0].k": 10, "t[0].sub": 11, "t[0].sub.k": 12, "t[1]": 13, "t[1].k": 14}
	if diff := cmp.Diff(want, index); diff != "" {
		t.Error(diff)
	}
}

func FuzzLoadNeverPanics(f *testing.F) {
	f.Add(small)
	f.Add("step = 1\nroles = []\n[[obligation]]\nahead = 3\ntitle = \"x\"")
	f.Add("[ \"a]b\" ]\nx = 1")
	f.Fuzz(func(t *testing.T, text string) {
		if p, err := Load("fuzz.toml", []byte(text)); (p == nil) == (err == nil) {
			t.Errorf("procedure %v with error %v", p, err)
		}
	})
}
