package procedure

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"leermoment/internal/calendar"
)

// Change is a change that the organisation made to its own numbers or lists. It
// stands behind the text that it changes, in the same file: what a complaint
// keeps, it keeps with all changes of its time.
type Change struct {
	On calendar.Day
	By string // opaque, no name; "" where nobody is known

	Obligation        string // of which a number changes, or
	Term, Opens, Soon *calendar.Term

	List    List // the list of which an item changes
	Item    string
	Added   bool
	Title   Text   // only the languages in which it is called otherwise
	Into    string // merged into this item
	Retired *bool  // true: cannot be chosen any more; false: it can again
}

// List is one of the two lists from which people choose.
type List string

// The lists, as the file calls their items.
const (
	CategoryList List = "category"
	CauseList    List = "cause"
)

// Lists are the two lists.
func Lists() []List { return []List{CategoryList, CauseList} }

// Amend puts a change behind a procedure's text; whether it can be, Load says.
func Amend(text []byte, c Change) []byte {
	var b bytes.Buffer
	b.Write(text)
	if len(text) > 0 && text[len(text)-1] != '\n' {
		b.WriteByte('\n')
	}
	b.WriteString("\n# What the organisation itself changed; the text above stands as it was.\n[[change]]\n")
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s = %s\n", key, quoted(value))
		}
	}
	line("on", c.On.String())
	line("by", c.By)
	line("obligation", c.Obligation)
	for _, n := range c.numbers() {
		if n.term != nil {
			line(string(n.name), n.term.String())
		}
	}
	if c.List != "" {
		line(string(c.List), c.Item)
	}
	if c.Added {
		b.WriteString("added = true\n")
	}
	line("title.nl", c.Title.NL)
	line("title.en", c.Title.EN)
	line("into", c.Into)
	if c.Retired != nil {
		b.WriteString("retired = " + strconv.FormatBool(*c.Retired) + "\n")
	}
	return b.Bytes()
}

// quoted is a text as TOML writes it; what cannot be seen is written out, so that
// nothing in the file does anything to who looks at it.
func quoted(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "") {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	return `"` + b.String() + `"`
}

// NumberName names one of the numbers of an obligation.
type NumberName string

// The numbers of an obligation that can be the organisation's own; Lead is how
// long before another one's end it opens, and stands in the text's file only.
const (
	TermNumber  NumberName = "term"
	OpensNumber NumberName = "opens"
	SoonNumber  NumberName = "soon"
	LeadNumber  NumberName = "lead"
)

type named struct {
	name NumberName
	term *calendar.Term
}

func (c Change) numbers() []named {
	return []named{{TermNumber, c.Term}, {OpensNumber, c.Opens}, {SoonNumber, c.Soon}}
}

// WithNumber is a change of one number.
func (c Change) WithNumber(name NumberName, t calendar.Term) Change {
	switch name {
	case TermNumber:
		c.Term = &t
	case OpensNumber:
		c.Opens = &t
	case SoonNumber:
		c.Soon = &t
	}
	return c
}

// Number is one of the numbers of an obligation, nil where it has none.
func (o Obligation) Number(name NumberName) *calendar.Term {
	switch name {
	case TermNumber:
		return o.Term
	case OpensNumber:
		return o.Opens
	case SoonNumber:
		return o.Soon
	}
	if o.Ahead != nil {
		return &o.Ahead.Lead
	}
	return nil
}

// OwnNumber says whether a number of an obligation is the organisation's to
// change. When something is said to be due soon is a reminder, and promised to
// nobody: that always is.
func (o Obligation) OwnNumber(name NumberName) bool {
	switch name {
	case TermNumber:
		return o.Own && o.Term != nil
	case OpensNumber:
		return o.OpensOwn && o.Opens != nil
	case SoonNumber:
		return o.Term != nil && o.Term.Unit != calendar.AtOnce
	}
	return false
}

// InUse says whether an item can be chosen.
func (i Item) InUse() bool { return !i.Retired && i.Into == "" }

// Items are a list as it stands, with what is retired or merged.
func (p *Procedure) Items(list List) []Item {
	if list == CauseList {
		return p.Causes
	}
	return p.Categories
}

// InUse are the items of a list that can be chosen.
func (p *Procedure) InUse(list List) []Item {
	var out []Item
	for _, i := range p.Items(list) {
		if i.InUse() {
			out = append(out, i)
		}
	}
	return out
}

// Item finds an item of a list by its id.
func (p *Procedure) Item(list List, id string) (Item, bool) {
	return find(p.Items(list), func(i Item) bool { return i.ID == id })
}

// Present is the id with which an item counts now: that of the one it was
// merged into, else its own.
func (p *Procedure) Present(list List, id string) string {
	for range p.Items(list) {
		i, ok := p.Item(list, id)
		if !ok || i.Into == "" {
			break
		}
		id = i.Into
	}
	return id
}

// CountsAs are all ids that count with this one.
func (p *Procedure) CountsAs(list List, id string) []string {
	now, out := p.Present(list, id), []string{}
	for _, i := range p.Items(list) {
		if p.Present(list, i.ID) == now {
			out = append(out, i.ID)
		}
	}
	if len(out) == 0 {
		return []string{id}
	}
	return out
}
