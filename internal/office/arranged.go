package office

import (
	"context"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Closing is when the office is shut besides weekends and Dutch holidays;
// ClosingDays are some such days with how they are called.
type (
	Closing     = organisation.Closing
	ClosingDays = organisation.ClosingDays
)

// Details are how the organisation is called and reached, the language it
// speaks, and who owns new complaints (a login).
type Details struct{ Name, Address, Email, Phone, Language, DefaultOwner string }

// Arranged is how an organisation has arranged things, as its settings show it.
type Arranged struct {
	Seq int  // of the organisation's stream as it was read
	May bool // the viewer may change it
	Details
	Owner     Viewer   // who owns new complaints
	Owners    []Viewer // who could
	Closing   Closing
	Procedure *procedure.Procedure
	AdoptedAt time.Time
	AdoptedBy Viewer // the zero Viewer: the program, when it was set up
	Numbers   []NumberView
	Now       time.Time
}

// NumberView is a number of an obligation; Own says that it is the organisation's.
type NumberView struct {
	Obligation procedure.Obligation
	Name       procedure.NumberName
	Term       calendar.Term
	Own        bool
	Was        string // what it was before the last change; "" where it never was changed
	ChangedAt  time.Time
	ChangedBy  Viewer
	Reason     string
}

// Arranged reads how things are arranged; everybody who works here may.
func (o *Office) Arranged(ctx context.Context, v Viewer) (a Arranged, err error) {
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) error {
		a = Arranged{Seq: org.Seq, May: v.Has(procedure.Director), Closing: org.Closing, AdoptedAt: org.Adopted.At, Now: o.Now()}
		owner, _ := org.Member(org.DefaultOwner)
		by, _ := org.Member(org.Adopted.By)
		a.Owner, a.AdoptedBy = person(owner), person(by)
		a.Details = Details{org.Name, org.Address, org.Email, org.Phone, org.Language, owner.Login}
		for _, m := range org.Staff {
			if takesOver(m) {
				a.Owners = append(a.Owners, person(m))
			}
		}
		a.Procedure, err = o.procedure(ctx, tx, org.Procedure)
		if err == nil {
			a.Numbers = numbersOf(org, a.Procedure)
		}
		return err
	})
	return a, err
}

// numbersOf are all numbers of all obligations, in the order of the file.
func numbersOf(org *organisation.Organisation, p *procedure.Procedure) (out []NumberView) {
	for _, x := range p.Obligations {
		for _, name := range procedure.NumberNames() {
			term := x.Number(name)
			if term == nil {
				continue
			}
			v := NumberView{Obligation: x, Name: name, Term: *term, Own: x.OwnNumber(name)}
			for _, m := range org.Numbers {
				if m.Obligation == x.ID && m.Number == name {
					by, _ := org.Member(m.By)
					v.Was, v.ChangedAt, v.ChangedBy, v.Reason = m.Was, m.At, person(by), m.Reason
				}
			}
			out = append(out, v)
		}
	}
	return out
}
