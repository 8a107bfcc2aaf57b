package procedure

import "leermoment/internal/calendar"

// readChanges reads the changes in their order and makes each; each is checked
// against what stood before it.
func readChanges(root table, p *Procedure) []Change {
	var out []Change
	for i, t := range root.each("change", "") {
		c := Change{By: t.optional("by"), Obligation: t.optional("obligation")}
		if !t.parsed("on", "no-day", &c.On) && !t.has("on") {
			t.fault("on", "missing")
		}
		about := 0
		if c.Obligation != "" {
			about++
		}
		for _, list := range Lists() {
			if id := t.optional(string(list)); id != "" {
				c.List, c.Item = list, id
				about++
			}
		}
		m := amendment{t, p, &c}
		switch {
		case about != 1:
			t.doc.fault(element("change", i), t.part, "change-one")
		case c.Obligation != "":
			m.number()
		default:
			m.item()
		}
		t.done()
		out = append(out, c)
	}
	return out
}

// amendment is one change being made to a procedure.
type amendment struct {
	t table
	p *Procedure
	c *Change
}

func (m amendment) fault(key, what string, pairs ...string) { m.t.fault(key, what, pairs...) }

// number gives an obligation another number.
func (m amendment) number() {
	m.c.Term, m.c.Opens, m.c.Soon = readTerm(m.t, "term"), readTerm(m.t, "opens"), readTerm(m.t, "soon")
	for i := range m.p.Obligations {
		if o := &m.p.Obligations[i]; o.ID == m.c.Obligation {
			m.numbers(o)
			return
		}
	}
	m.fault("obligation", "unknown-obligation-in", "Value", m.c.Obligation)
}

func (m amendment) numbers(o *Obligation) {
	some := false
	for _, n := range m.c.numbers() {
		if !m.t.has(string(n.name)) {
			continue
		}
		some = true
		if !o.OwnNumber(n.name) {
			m.fault(string(n.name), "not-own", "Value", o.ID)
			continue
		}
		switch n.name {
		case TermNumber:
			o.Term = n.term
		case OpensNumber:
			o.Opens = n.term
		case SoonNumber:
			o.Soon = n.term
		}
	}
	if !some {
		m.fault("obligation", "change-nothing")
	}
	for _, bad := range o.order() {
		m.fault("obligation", bad)
	}
}

// order says what is wrong with the lengths of its terms together.
func (o Obligation) order() (faults []string) {
	switch {
	case o.Term == nil:
	case o.Soon != nil && o.Soon.About() >= o.Term.About():
		faults = append(faults, "soon-too-long")
	case o.Opens != nil && o.From == FromStart && o.Opens.About() >= o.Term.About():
		faults = append(faults, "opens-too-late")
	}
	if o.Soon != nil && o.Soon.Unit == calendar.AtOnce || o.Opens != nil && o.Opens.Unit == calendar.AtOnce {
		faults = append(faults, "not-at-once")
	}
	return faults
}

// item adds, renames, merges, retires or restores an item of a list.
func (m amendment) item() {
	list := &m.p.Categories
	if m.c.List == CauseList {
		list = &m.p.Causes
	}
	m.c.Added, m.c.Into = m.t.flag("added", false), m.t.optional("into")
	if m.t.has("retired") {
		retired := m.t.flag("retired", true)
		m.c.Retired = &retired
	}
	m.c.Title = m.title()
	at := -1
	for i, x := range *list {
		if x.ID == m.c.Item {
			at = i
		}
	}
	switch {
	case m.c.Added && at >= 0:
		m.fault(string(m.c.List), "id-twice")
	case m.c.Added:
		unique(m.t.doc, string(m.c.List), []Item{{ID: m.c.Item}}, func(i Item) string { return i.ID })
		*list = append(*list, Item{ID: m.c.Item, Title: m.c.Title})
	case at < 0:
		m.fault(string(m.c.List), "unknown-"+string(m.c.List)+"-in", "Value", m.c.Item)
	default:
		m.change(&(*list)[at])
	}
}

// title is what it is called from now on; what is added needs both languages.
func (m amendment) title() Text {
	if m.c.Added {
		return m.t.both("title")
	}
	sub, ok := m.t.sub("title")
	if !ok {
		return Text{}
	}
	defer sub.done()
	return Text{NL: sub.optional("nl"), EN: sub.optional("en")}
}

func (m amendment) change(x *Item) {
	if m.c.Title == (Text{}) && m.c.Into == "" && m.c.Retired == nil {
		m.fault(string(m.c.List), "change-nothing")
	}
	if m.c.Title.NL != "" {
		x.Title.NL = m.c.Title.NL
	}
	if m.c.Title.EN != "" {
		x.Title.EN = m.c.Title.EN
	}
	leaves := m.c.Into != "" || m.c.Retired != nil && *m.c.Retired
	if leaves && m.c.List == CategoryList && x.ID == otherCategory {
		m.fault(string(m.c.List), "other-stays")
		return
	}
	m.merge(x)
	m.retire(x)
}

func (m amendment) merge(x *Item) {
	if m.c.Into == "" {
		return
	}
	into, ok := m.p.Item(m.c.List, m.c.Into)
	switch {
	case !ok:
		m.fault("into", "unknown-"+string(m.c.List)+"-in", "Value", m.c.Into)
	case into.ID == x.ID:
		m.fault("into", "into-itself")
	case !into.InUse():
		m.fault("into", "into-unused", "Value", into.ID)
	case x.Into != "":
		m.fault("into", "merged-already", "Value", x.Into)
	default:
		x.Into = into.ID
	}
}

func (m amendment) retire(x *Item) {
	switch {
	case m.c.Retired == nil:
	case *m.c.Retired && !x.InUse():
		m.fault("retired", "retired-already")
	case *m.c.Retired && len(m.p.InUse(m.c.List)) == 1:
		m.fault("retired", "last-one")
	case *m.c.Retired:
		x.Retired = true
	case x.InUse():
		m.fault("retired", "in-use-already")
	default:
		x.Retired, x.Into = false, ""
	}
}
