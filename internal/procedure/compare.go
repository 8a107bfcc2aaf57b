package procedure

import (
	"slices"

	"leermoment/internal/calendar"
)

// Difference is what another procedure would change for complaints that are
// received under it.
type Difference struct {
	Added, Dropped []Obligation
	Numbers        []NumberDifference
	Moved          []OwedDifference
	Items          map[List]ItemDifference
}

// NumberDifference is a number that is another; nil is none.
type NumberDifference struct {
	Obligation Obligation // as it would be
	Number     NumberName
	Was, Is    *calendar.Term
}

// OwedDifference is an obligation that somebody else would owe.
type OwedDifference struct {
	Obligation Obligation
	Was, Is    Role
}

// ItemDifference are the items of a list that could be chosen, or not any more.
type ItemDifference struct{ Added, Dropped []Item }

// None says that nothing of it would change.
func (d Difference) None() bool {
	for _, i := range d.Items {
		if len(i.Added)+len(i.Dropped) > 0 {
			return false
		}
	}
	return len(d.Added)+len(d.Dropped)+len(d.Numbers)+len(d.Moved) == 0
}

// NumberNames are the numbers that an obligation can have, in the order in which
// people meet them.
func NumberNames() []NumberName {
	return []NumberName{LeadNumber, OpensNumber, TermNumber, SoonNumber}
}

// Compare says what would change where one procedure takes another's place.
func Compare(was, is *Procedure) Difference {
	d := Difference{Items: map[List]ItemDifference{}}
	for _, o := range is.Obligations {
		old, ok := was.Obligation(o.ID)
		if !ok {
			d.Added = append(d.Added, o)
			continue
		}
		if old.OwedBy != o.OwedBy {
			d.Moved = append(d.Moved, OwedDifference{o, old.OwedBy, o.OwedBy})
		}
		for _, name := range NumberNames() {
			a, b := old.Number(name), o.Number(name)
			if (a == nil) != (b == nil) || a != nil && *a != *b {
				d.Numbers = append(d.Numbers, NumberDifference{o, name, a, b})
			}
		}
	}
	for _, o := range was.Obligations {
		if _, ok := is.Obligation(o.ID); !ok {
			d.Dropped = append(d.Dropped, o)
		}
	}
	for _, list := range Lists() {
		d.Items[list] = ItemDifference{lacking(is.InUse(list), was.InUse(list)), lacking(was.InUse(list), is.InUse(list))}
	}
	return d
}

// lacking are the items of one list that another lacks.
func lacking(of, in []Item) (out []Item) {
	for _, i := range of {
		if !slices.ContainsFunc(in, func(x Item) bool { return x.ID == i.ID }) {
			out = append(out, i)
		}
	}
	return out
}
