package office

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Every change here takes seen, the sequence of the organisation that was on the
// person's screen: a later one is ErrStale, 0 does not ask. A director does them.

// maxLine is the most bytes that a name or an address takes, maxSpans how many
// closings there are at most, maxSpan how many days one takes, maxID how long an
// id that is made of a name.
const (
	maxID    = 24
	maxLine  = 1000
	maxSpans = 200
	maxSpan  = 366
)

// Describe says how the organisation is called and reached.
func (o *Office) Describe(ctx context.Context, v Viewer, seen int, d Details) error {
	return o.changeSeen(ctx, v, seen, func(_ Tx, org *organisation.Organisation) ([]event.Event, error) {
		owner, known := org.ByLogin(d.DefaultOwner)
		faults := d.faults()
		if d.DefaultOwner != "" && (!known || !takesOver(owner)) {
			faults = append(faults, complaint.Fault{Field: "default_owner", Key: "hand-over", Args: map[string]string{"Value": d.DefaultOwner}})
		}
		if faults != nil {
			return nil, faults
		}
		var facts []event.Event
		is := organisation.DescribedEvent{Language: d.Language, Name: d.Name, Address: d.Address, Email: d.Email, Phone: d.Phone}
		if is != (organisation.DescribedEvent{Language: org.Language, Name: org.Name, Address: org.Address, Email: org.Email, Phone: org.Phone}) {
			facts = append(facts, is)
		}
		if known && owner.ID != org.DefaultOwner {
			facts = append(facts, organisation.DefaultOwnerSetEvent{Owner: owner.ID})
		}
		if facts == nil {
			return nil, complaint.Faults{{Field: "organisation_name", Key: "nothing-changed"}}
		}
		return facts, nil
	})
}

func (d Details) faults() (faults complaint.Faults) {
	if strings.TrimSpace(d.Name) == "" {
		faults = append(faults, complaint.Fault{Field: "organisation_name", Key: "required"})
	}
	for _, x := range []struct{ field, value string }{{"organisation_name", d.Name}, {"address", d.Address}, {"email", d.Email}, {"phone", d.Phone}} {
		if len(x.value) > maxLine {
			faults = append(faults, complaint.Fault{Field: x.field, Key: "too-long", Args: map[string]string{"Max": strconv.Itoa(maxLine)}})
		}
	}
	if local, domain, ok := strings.Cut(d.Email, "@"); d.Email != "" && (!ok || local == "" || domain == "" || strings.ContainsAny(d.Email, " \t\n<>,;")) {
		faults = append(faults, complaint.Fault{Field: "email", Key: "email"})
	}
	if d.Language != "nl" && d.Language != "en" {
		faults = append(faults, complaint.Fault{Field: "language", Key: "choice", Args: map[string]string{"Choices": "nl, en"}})
	}
	return faults
}

// Close says on which days the office is shut from now on. Complaints that were
// received keep the days that they were promised with.
func (o *Office) Close(ctx context.Context, v Viewer, seen int, c Closing) error {
	return o.changeSeen(ctx, v, seen, func(_ Tx, org *organisation.Organisation) ([]event.Event, error) {
		fact, faults := closing(c)
		if faults != nil {
			return nil, faults
		}
		was := organisation.ClosingDaysSet(org.Closing)
		if was.GoodFriday == fact.GoodFriday && was.LiberationDay == fact.LiberationDay && slices.Equal(was.Days, fact.Days) && slices.Equal(was.Names, fact.Names) {
			return nil, complaint.Faults{{Field: "days", Key: "nothing-changed"}}
		}
		return []event.Event{fact}, nil
	})
}

// closing checks closing days and puts them in order.
func closing(c Closing) (organisation.ClosingDaysSetEvent, complaint.Faults) {
	var faults complaint.Faults
	add := func(key string) { faults = append(faults, complaint.Fault{Field: "days", Key: key}) }
	c.Days = slices.Clone(c.Days)
	for i := range c.Days {
		d := &c.Days[i]
		if d.Until.IsZero() {
			d.Until = d.From
		}
		switch {
		case d.From.IsZero():
			add("day")
		case d.Until.Before(d.From):
			add("until-before-from")
		case d.Until.After(d.From.AddDays(maxSpan)):
			add("closing-long")
		case len(d.Name) > maxLine:
			faults = append(faults, complaint.Fault{Field: "days", Key: "too-long", Args: map[string]string{"Max": strconv.Itoa(maxLine)}})
		}
	}
	if len(c.Days) > maxSpans {
		add("closing-many")
	}
	slices.SortStableFunc(c.Days, func(a, b ClosingDays) int {
		return strings.Compare(a.From.String()+a.Until.String(), b.From.String()+b.Until.String())
	})
	return organisation.ClosingDaysSet(c), faults
}

// NumberChange gives one of the organisation's own numbers another value, a term
// in the procedure's vocabulary.
type NumberChange struct {
	Obligation string
	Number     procedure.NumberName // "" is the term
	Value      string
	Reason     string
}

// SetNumber changes one of the organisation's own numbers for complaints that
// are received from now on; those that run keep theirs.
func (o *Office) SetNumber(ctx context.Context, v Viewer, seen int, n NumberChange) error {
	if n.Number == "" {
		n.Number = procedure.TermNumber
	}
	if !slices.Contains(procedure.NumberNames(), n.Number) {
		return complaint.Faults{{Field: "of", Key: "choice", Args: map[string]string{"Choices": "term, opens, soon"}}}
	}
	return o.changeSeen(ctx, v, seen, func(tx Tx, org *organisation.Organisation) ([]event.Event, error) {
		rules, err := o.procedure(ctx, tx, org.Procedure)
		if err != nil {
			return nil, err
		}
		x, ok := rules.Obligation(n.Obligation)
		if !ok {
			return nil, ErrNotFound
		}
		if !x.OwnNumber(n.Number) {
			return nil, fixedNumber(rules, x)
		}
		term, err := calendar.ParseTerm(n.Value)
		var faults complaint.Faults
		if err != nil {
			faults = append(faults, complaint.Fault{Field: "value", Key: "term"})
		}
		if strings.TrimSpace(n.Reason) == "" {
			faults = append(faults, complaint.Fault{Field: "reason", Key: "required"})
		}
		was := x.Number(n.Number)
		if err == nil && was != nil && *was == term {
			faults = append(faults, complaint.Fault{Field: "value", Key: "nothing-changed"})
		}
		if faults != nil {
			return nil, faults
		}
		digest, err := o.amend(ctx, tx, org, procedure.Change{On: o.Day(o.Now()), By: v.ID, Obligation: x.ID}.WithNumber(n.Number, term), "value")
		if err != nil {
			return nil, err
		}
		fact := organisation.NumberSetEvent{Digest: digest, Obligation: x.ID, Number: n.Number, Is: term.String(), Reason: n.Reason}
		if was != nil {
			fact.Was = was.String()
		}
		return []event.Event{fact}, nil
	})
}

// fixedNumber refuses to change what stands in the text, in its own words.
func fixedNumber(rules *procedure.Procedure, x procedure.Obligation) error {
	if len(x.Sentences) > 0 {
		if s, ok := rules.Sentence(x.Sentences[0]); ok {
			return &complaint.Refusal{Rule: s.ID, Key: "fixed-number", Args: map[string]string{"Text": s.Text, "Sentence": s.ID}}
		}
	}
	return &complaint.Refusal{Rule: "office", Key: "no-own-number"}
}

// ListEdit is a change of an item of a list. A new item without an id gets one
// that is made of its name.
type ListEdit struct {
	List   procedure.List
	Item   string
	Change organisation.ListChange
	Title  procedure.Text // of a renaming only the languages in which it is called otherwise
	Into   string
}

// The changes of a list, for who does not know the organisation.
const (
	ItemAdded    = organisation.ItemAdded
	ItemRenamed  = organisation.ItemRenamed
	ItemMerged   = organisation.ItemMerged
	ItemRetired  = organisation.ItemRetired
	ItemRestored = organisation.ItemRestored
)

// EditList changes a list of categories or causes. Ids never change, and what
// was recorded stays as it is.
func (o *Office) EditList(ctx context.Context, v Viewer, seen int, e ListEdit) error {
	return o.changeSeen(ctx, v, seen, func(tx Tx, org *organisation.Organisation) ([]event.Event, error) {
		rules, err := o.procedure(ctx, tx, org.Procedure)
		if err != nil {
			return nil, err
		}
		c, field, err := e.change(rules)
		if err != nil {
			return nil, err
		}
		c.On, c.By = o.Day(o.Now()), v.ID
		digest, err := o.amend(ctx, tx, org, c, field)
		return []event.Event{organisation.ListChangedEvent{Digest: digest, List: e.List, Item: c.Item, Change: e.Change, Into: c.Into}}, err
	})
}

// change is what is to be written, and the field of which a fault speaks.
func (e ListEdit) change(rules *procedure.Procedure) (c procedure.Change, field string, err error) {
	c = procedure.Change{List: e.List, Item: e.Item}
	title := procedure.Text{NL: strings.TrimSpace(e.Title.NL), EN: strings.TrimSpace(e.Title.EN)}
	if e.Change == ItemAdded {
		var faults complaint.Faults
		for _, x := range []struct{ field, value string }{{"nl", title.NL}, {"en", title.EN}} {
			if x.value == "" {
				faults = append(faults, complaint.Fault{Field: x.field, Key: "required"})
			}
		}
		if faults != nil {
			return c, "", faults
		}
		if c.Added, c.Title = true, title; c.Item == "" {
			c.Item = newID(rules, e.List, title)
		}
		return c, "item", nil
	}
	x, ok := rules.Item(e.List, e.Item)
	if !ok {
		return c, "", ErrNotFound
	}
	switch e.Change {
	case ItemRenamed:
		if c.Title = title; c.Title == (procedure.Text{}) || (title.NL == "" || title.NL == x.Title.NL) && (title.EN == "" || title.EN == x.Title.EN) {
			return c, "", complaint.Faults{{Field: "nl", Key: "nothing-changed"}}
		}
		return c, "nl", nil
	case ItemMerged:
		if c.Into = e.Into; c.Into == "" {
			return c, "", complaint.Faults{{Field: "into", Key: "required"}}
		}
		return c, "into", nil
	}
	retired := e.Change == ItemRetired
	c.Retired = &retired
	return c, "item", nil
}

// newID makes an id of a name that is not used yet.
func newID(rules *procedure.Procedure, list procedure.List, title procedure.Text) string {
	base := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r == ' ' || r == '-':
			return '-'
		}
		return -1
	}, strings.ToLower(title.EN)), "-")
	if base = strings.Trim(base[:min(len(base), maxID)], "-"); base == "" {
		base = string(list)
	}
	id := base
	for n := 2; ; n++ {
		if _, taken := rules.Item(list, id); !taken {
			return id
		}
		id = base + "-" + strconv.Itoa(n)
	}
}

// amend puts a change behind the procedure in force and keeps the text; what
// the loader finds wrong with it is wrong with that field.
func (o *Office) amend(ctx context.Context, tx Tx, org *organisation.Organisation, c procedure.Change, field string) (string, error) {
	text, err := o.rulesText(ctx, tx, org.Procedure)
	if err != nil {
		return "", err
	}
	text = procedure.Amend(text, c)
	p, err := procedure.Load("procedure", text)
	if broken, ok := err.(procedure.Faults); ok {
		var faults complaint.Faults
		for _, f := range broken {
			key := "change-" + f.Key
			faults = append(faults, complaint.Fault{Field: field, Key: key, Args: f.Args})
		}
		return "", faults
	}
	if err != nil {
		return "", err
	}
	return p.Digest(), tx.PutRules(ctx, p.Digest(), text)
}
