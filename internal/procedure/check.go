package procedure

import (
	"slices"
	"strings"
)

// otherCategory takes what fits in none of the categories, so it has to be there.
const otherCategory = "other"

// check finds what is wrong between the parts of a procedure.
func check(doc *document, p *Procedure) {
	checkSteps(doc, p)
	unique(doc, "step", p.Steps, func(s Step) string { return string(s.ID) })
	unique(doc, "sentence", p.Sentences, func(s Sentence) string { return s.ID })
	unique(doc, "obligation", p.Obligations, func(o Obligation) string { return o.ID })
	unique(doc, "category", p.Categories, func(i Item) string { return i.ID })
	unique(doc, "cause", p.Causes, func(i Item) string { return i.ID })
	if _, ok := p.Category(otherCategory); !ok {
		doc.fault("category[0].id", "the category %q is missing", otherCategory)
	}
	if len(p.Causes) == 0 {
		doc.fault("", "there is no [[cause]]")
	}
	if len(p.Obligations) == 0 {
		doc.fault("", "there is no [[obligation]]")
	}
	for i, o := range p.Obligations {
		c := obligationCheck{doc, p, o, element("obligation", i)}
		c.references()
		c.beginning()
		c.end()
	}
	checkIndependent(doc, p.Independent)
}

// unique says where a name is used for the second time, or has a form that
// cannot be typed on a command line.
func unique[T any](doc *document, kind string, all []T, id func(T) string) {
	var seen []string
	for i, one := range all {
		path := element(kind, i) + ".id"
		switch name := id(one); {
		case slices.Contains(seen, name) && name != "":
			doc.fault(path, "%s %q: this id is used twice", kind, name)
		case strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "":
			doc.fault(path, "%s %q: an id has letters, digits and hyphens only", kind, name)
		default:
			seen = append(seen, name)
		}
	}
}

func checkSteps(doc *document, p *Procedure) {
	if len(p.Steps) == 0 {
		doc.fault("", "there is no [[step]]")
	}
	for i, s := range p.Steps {
		if s.Number != i+1 {
			doc.fault(element("step", i)+".number", "step %q: its number is %d and not %d, its place in the file", s.ID, s.Number, i+1)
		}
		if i > 0 && s.Phase == Handling && p.Steps[i-1].Phase == Learning {
			doc.fault(element("step", i)+".phase", "step %q: handling cannot come after learning", s.ID)
		}
	}
}

func checkIndependent(doc *document, all []Independent) {
	for i, one := range all {
		path := element("independent", i)
		if !one.From.IsZero() && !one.Until.IsZero() && one.Until.Before(one.From) {
			doc.fault(path+".until", "independent %q: until is before from", one.Name)
		}
		for _, other := range all[:i] {
			if one.overlaps(other) {
				doc.fault(path, "independent %q: shares days with %q", one.Name, other.Name)
			}
		}
	}
}

func (i Independent) overlaps(o Independent) bool {
	return (i.Until.IsZero() || o.From.IsZero() || !i.Until.Before(o.From)) &&
		(o.Until.IsZero() || i.From.IsZero() || !o.Until.Before(i.From))
}

// obligationCheck checks one obligation within its procedure.
type obligationCheck struct {
	doc  *document
	p    *Procedure
	o    Obligation
	path string
}

func (c obligationCheck) fault(key, format string, args ...any) {
	c.doc.fault(join(c.path, key), "obligation %q: "+format, append([]any{c.o.ID}, args...)...)
}

func (c obligationCheck) references() {
	if _, ok := c.p.Step(c.o.Step); !ok && c.o.Step != "" {
		c.fault("step", "unknown step %q; this file has no [[step]] with that id", c.o.Step)
	}
	for _, s := range c.o.Sentences {
		if _, ok := c.p.Sentence(s); !ok {
			c.fault("sentences", "unknown sentence %q", s)
		}
	}
}

// beginning checks what opens it.
func (c obligationCheck) beginning() {
	o := c.o
	for _, ending := range Endings() {
		if len(o.StartsAfter[ending]) > 0 && !slices.Contains(o.Endings, ending) {
			c.fault("starts_after."+string(ending), "it starts after %q, which is not among its endings", ending)
		}
	}
	switch {
	case o.Ahead == nil && len(o.Starts) == 0:
		c.fault("starts", "nothing starts it: it has neither starts nor ahead")
	case o.Ahead == nil:
	case len(o.Starts) > 0:
		c.fault("ahead", "it has starts and ahead; it can have one of them")
	case o.Term != nil || o.Opens != nil:
		c.fault("ahead", "it is ahead of %q, so it has no term and no opens of its own", o.Ahead.Of)
	default:
		c.ahead(o.Ahead.Of)
	}
}

func (c obligationCheck) ahead(of string) {
	switch other, ok := c.p.Obligation(of); {
	case of == "":
	case !ok:
		c.fault("ahead", "unknown obligation %q in ahead", of)
	case other.Term == nil:
		c.fault("ahead", "it is ahead of %q, which has no term", of)
	}
}

// end checks when it is due and whether it can ever be closed.
func (c obligationCheck) end() {
	o := c.o
	if o.Due != "" && o.Term != nil {
		c.fault("due", "it has term and due; it can have one of them")
	}
	if o.Term == nil {
		if o.Soon != nil && o.Ahead == nil {
			c.fault("soon", "soon has no meaning without a term")
		}
		if o.Extendable {
			c.fault("extendable", "extendable has no meaning without a term")
		}
		if o.From != FromStart {
			c.fault("from", "from has no meaning without a term")
		}
	}
	if o.From == FromOpening && o.Opens == nil {
		c.fault("from", `from "opening" has no meaning without opens`)
	}
	if len(o.MetBy) > 0 {
		return
	}
	if o.From != FromLastFact {
		c.fault("met_by", `nothing meets it; only a term from "last-fact" can do without met_by`)
	}
	if o.Gate {
		c.fault("gate", "nothing meets it, so gate has to be false or no complaint would ever be settled")
	}
}
