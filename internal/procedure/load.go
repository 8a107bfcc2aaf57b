package procedure

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"sync"

	"leermoment/internal/calendar"
)

//go:embed flowconcepts.toml
var flowconcepts string

//go:embed earlier/*.toml
var earlier embed.FS

// Shipped finds a procedure by its digest among those that come, or once came,
// with the program: files that were made by an earlier version rest on them and
// did not keep their text.
func Shipped(digest string) (text []byte, ok bool) {
	names, _ := fs.Glob(earlier, "earlier/*.toml") // the pattern is right
	texts := [][]byte{DefaultText()}
	for _, name := range names {
		if text, err := earlier.ReadFile(name); err == nil {
			texts = append(texts, text)
		}
	}
	for _, text := range texts {
		if digestOf(text) == digest {
			return text, true
		}
	}
	return nil, false
}

func digestOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// DefaultText is the procedure file that comes with the program.
func DefaultText() []byte { return []byte(flowconcepts) }

// Default is the procedure that comes with the program: the same one each time, for
// nobody to change.
func Default() *Procedure { return embedded() }

var embedded = sync.OnceValue(func() *Procedure {
	p, err := Load("flowconcepts.toml", DefaultText())
	if err != nil {
		panic("procedure: the embedded file is broken:\n" + err.Error())
	}
	return p
})

// Load reads a procedure file and checks it in full; name is what faults call
// the file. The error is of type Faults and names everything that is wrong,
// except that a file which is no TOML at all has that one fault.
func Load(name string, text []byte) (*Procedure, error) {
	doc, root, err := parse(name, text)
	if err != nil {
		return nil, err
	}
	p := &Procedure{
		ID:          root.text("id"),
		Version:     root.text("version"),
		Title:       root.both("title"),
		Steps:       readSteps(root),
		Sentences:   readSentences(root),
		Obligations: readObligations(root),
		Roles:       readRoles(root),
		Categories:  readItems(root, "category"),
		Causes:      readItems(root, "cause"),
		Independent: readIndependent(root),
		digest:      digestOf(text),
	}
	check(doc, p)
	p.Changes = readChanges(root, p)
	root.done()
	if len(doc.faults) > 0 {
		return nil, doc.faults.sorted()
	}
	return p, nil
}

func readSteps(root table) []Step {
	var out []Step
	for _, t := range root.each("step", "id") {
		out = append(out, Step{
			ID:      word(t, "id", "step", steps()),
			Number:  t.number("number"),
			Title:   t.both("title"),
			Section: t.text("section"),
			Phase:   word(t, "phase", "phase", stepPhases()),
		})
		t.done()
	}
	return out
}

func readSentences(root table) []Sentence {
	var out []Sentence
	for _, t := range root.each("sentence", "id") {
		out = append(out, Sentence{ID: t.text("id"), Section: t.text("section"), Text: t.text("text")})
		t.done()
	}
	return out
}

func readItems(root table, key string) []Item {
	var out []Item
	for _, t := range root.each(key, "id") {
		out = append(out, Item{ID: t.text("id"), Title: t.both("title")})
		t.done()
	}
	return out
}

func readIndependent(root table) []Independent {
	var out []Independent
	for _, t := range root.each("independent", "name") {
		one := Independent{Name: t.text("name"), Title: t.both("title")}
		t.parsed("from", "no-day", &one.From)
		t.parsed("until", "no-day", &one.Until)
		out = append(out, one)
		t.done()
	}
	return out
}

func readRoles(root table) map[ActionID][]Role {
	out := map[ActionID][]Role{}
	t, ok := root.sub("roles")
	if !ok {
		if !root.has("roles") {
			root.doc.fault("", root.part, "no-roles")
		}
		return out
	}
	t.part = Part{Kind: "roles"}
	for _, action := range roleLines() {
		switch roles := words(t, string(action), "role", actors()); {
		case !t.has(string(action)):
			t.fault(string(action), "action-nobody-said")
		case len(roles) == 0:
			t.fault(string(action), "action-nobody")
		default:
			out[action] = roles
		}
	}
	t.rest("action")
	return out
}

func readObligations(root table) []Obligation {
	var out []Obligation
	for _, t := range root.each("obligation", "id") {
		out = append(out, readObligation(t))
		t.done()
	}
	return out
}

func readObligation(t table) Obligation {
	o := Obligation{
		ID:          t.text("id"),
		Title:       t.both("title"),
		Explain:     t.both("explain"),
		Step:        StepID(t.text("step")),
		OwedBy:      word(t, "owed_by", "role", debtors()),
		Starts:      words(t, "starts", "fact", Facts()),
		StartsAfter: readStartsAfter(t),
		Opens:       readTerm(t, "opens"),
		OpensOwn:    t.flag("opens_own", false),
		Ahead:       readAhead(t),
		Term:        readTerm(t, "term"),
		From:        FromStart,
		Held:        t.flag("held", false),
		Own:         t.flag("own", false),
		Soon:        readTerm(t, "soon"),
		Extendable:  t.flag("extendable", false),
		MetBy:       words(t, "met_by", "fact", Facts()),
		Unless:      words(t, "unless", "fact", Facts()),
		Endings:     words(t, "endings", "ending", Endings()),
		Gate:        t.flag("gate", true),
		Waivable:    t.flag("waivable", true),
		Sentences:   t.list("sentences"),
	}
	if t.has("short") {
		o.Short = t.both("short")
	}
	if t.has("due") {
		o.Due = word(t, "due", "moment", moments())
	}
	if t.has("from") {
		o.From = word(t, "from", "moment", counts())
	}
	return o
}

func readTerm(t table, key string) *calendar.Term {
	var term calendar.Term
	if !t.parsed(key, "no-term", &term) {
		return nil
	}
	return &term
}

func readAhead(t table) *Ahead {
	sub, ok := t.sub("ahead")
	if !ok {
		return nil
	}
	defer sub.done()
	ahead := &Ahead{Of: sub.text("of")}
	if !sub.parsed("lead", "no-term", &ahead.Lead) && !sub.has("lead") {
		sub.fault("lead", "missing")
	}
	return ahead
}

func readStartsAfter(t table) map[Ending][]Fact {
	sub, ok := t.sub("starts_after")
	if !ok {
		return nil
	}
	out := map[Ending][]Fact{}
	for _, ending := range Endings() {
		if sub.has(string(ending)) {
			out[ending] = words(sub, string(ending), "fact", Facts())
		}
	}
	sub.rest("ending")
	return out
}
