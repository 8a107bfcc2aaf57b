package procedure

import (
	"slices"
	"strconv"
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
		doc.fault("category[0].id", Part{}, "no-other")
	}
	if len(p.Causes) == 0 {
		doc.fault("", Part{}, "none", "Kind", "cause")
	}
	if len(p.Obligations) == 0 {
		doc.fault("", Part{}, "none", "Kind", "obligation")
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
			doc.fault(path, Part{Kind: kind, Name: name}, "id-twice")
		case strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "":
			doc.fault(path, Part{Kind: kind, Name: name}, "id-letters")
		default:
			seen = append(seen, name)
		}
	}
}

func checkSteps(doc *document, p *Procedure) {
	if len(p.Steps) == 0 {
		doc.fault("", Part{}, "none", "Kind", "step")
	}
	for i, s := range p.Steps {
		if s.Number != i+1 {
			doc.fault(element("step", i)+".number", Part{Kind: "step", Name: string(s.ID)}, "step-place", "Number", strconv.Itoa(s.Number), "Place", strconv.Itoa(i+1))
		}
		if i > 0 && s.Phase == Handling && p.Steps[i-1].Phase == Learning {
			doc.fault(element("step", i)+".phase", Part{Kind: "step", Name: string(s.ID)}, "step-phase")
		}
	}
}

func checkIndependent(doc *document, all []Independent) {
	for i, one := range all {
		path := element("independent", i)
		if !one.From.IsZero() && !one.Until.IsZero() && one.Until.Before(one.From) {
			doc.fault(path+".until", Part{Kind: "independent", Name: one.Name}, "until-before-from")
		}
		for _, other := range all[:i] {
			if one.overlaps(other) {
				doc.fault(path, Part{Kind: "independent", Name: one.Name}, "shares-days", "Value", other.Name)
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

func (c obligationCheck) fault(key, what string, pairs ...string) {
	c.doc.fault(join(c.path, key), Part{Kind: "obligation", Name: c.o.ID}, what, append([]string{"Key", key}, pairs...)...)
}

func (c obligationCheck) references() {
	if _, ok := c.p.Step(c.o.Step); !ok && c.o.Step != "" {
		c.fault("step", "step-not-there", "Value", string(c.o.Step))
	}
	for _, s := range c.o.Sentences {
		if _, ok := c.p.Sentence(s); !ok {
			c.fault("sentences", "unknown-sentence", "Value", s)
		}
	}
}

// beginning checks what opens it.
func (c obligationCheck) beginning() {
	o := c.o
	for _, ending := range Endings() {
		if len(o.StartsAfter[ending]) > 0 && !slices.Contains(o.Endings, ending) {
			c.fault("starts_after."+string(ending), "starts-after", "Value", string(ending))
		}
	}
	switch {
	case o.Ahead == nil && len(o.Starts) == 0:
		c.fault("starts", "never-starts")
	case o.Ahead == nil:
	case len(o.Starts) > 0:
		c.fault("ahead", "both", "A", "starts", "B", "ahead")
	case o.Term != nil || o.Opens != nil:
		c.fault("ahead", "ahead-own-term", "Value", o.Ahead.Of)
	default:
		c.ahead(o.Ahead.Of)
	}
}

func (c obligationCheck) ahead(of string) {
	switch other, ok := c.p.Obligation(of); {
	case of == "":
	case !ok:
		c.fault("ahead", "unknown-obligation-in", "Value", of)
	case other.Term == nil:
		c.fault("ahead", "ahead-no-term", "Value", of)
	}
}

// end checks when it is due and whether it can ever be closed.
func (c obligationCheck) end() {
	o := c.o
	if o.Due != "" && o.Term != nil {
		c.fault("due", "both", "A", "term", "B", "due")
	}
	if o.Term == nil {
		if o.Soon != nil && o.Ahead == nil {
			c.fault("soon", "without", "Other", "term")
		}
		if o.Extendable {
			c.fault("extendable", "without", "Other", "term")
		}
		if o.From != FromStart {
			c.fault("from", "without", "Other", "term")
		}
	}
	if o.OpensOwn && o.Opens == nil {
		c.fault("opens_own", "without", "Other", "opens")
	}
	for _, bad := range o.order() {
		c.fault("soon", bad)
	}
	if o.From == FromOpening && o.Opens == nil {
		c.fault("from", "from-opening")
	}
	if len(o.MetBy) > 0 {
		return
	}
	if o.From != FromLastFact {
		c.fault("met_by", "never-met")
	}
	if o.Gate {
		c.fault("gate", "never-closed")
	}
}
