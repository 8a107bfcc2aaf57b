package office

import (
	"context"
	"slices"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// access is how much of a complaint a viewer may know.
type access int

const (
	accessOutline access = iota // number, dates, step, phase, severity, category, owner
	accessOwn                   // about himself: number, step, phase, and the copy he was sent
	accessWhole                 // all but the talk with the person concerned (S24)
	accessAll
)

// accessTo is the one place that says what a viewer may read of a complaint:
// who it is about sees only the copy he was sent, the director and the owner
// (and who acts as the director) all, the office manager all but personnel matters (S24), other project
// leaders the outline.
func accessTo(v Viewer, owner, assessor, concerned string) access {
	if concerned != "" && concerned == v.Login {
		return accessOwn
	}
	best := ownAccess(v, owner, assessor)
	for _, p := range v.StandsInFor {
		if concerned == "" || concerned != p.Login {
			best = max(best, ownAccess(p, owner, assessor))
		}
	}
	return best
}

func accessOf(v Viewer, c *complaint.Complaint) access {
	return accessTo(v, c.Owner, c.Assessor, concernedLogin(c))
}

// ownAccess is what somebody may read by his own roles.
func ownAccess(v Viewer, owner, assessor string) access {
	switch {
	case v.Has(procedure.Director), owner != "" && owner == v.ID, assessor != "" && assessor == v.ID:
		return accessAll
	case v.Has(procedure.OfficeManager):
		return accessWhole
	}
	return accessOutline
}

// present is the viewer as he is now: since he came in he may have other roles,
// stand in for somebody, or have left. Who is no member, or not any more, reads
// nothing.
func (o *Office) present(ctx context.Context, tx Tx, v Viewer) (*organisation.Organisation, Viewer, error) {
	org, err := o.organisation(ctx, tx)
	if err != nil {
		return nil, v, err
	}
	m, ok := org.Member(v.ID)
	switch {
	case !ok:
		return nil, v, &complaint.Refusal{Rule: "roles", Key: "stranger"}
	case m.Disabled:
		return nil, v, &complaint.Refusal{Rule: "roles", Key: "disabled"}
	}
	return org, o.actor(org, m), nil
}

// look reads for a viewer as he is now.
func (o *Office) look(ctx context.Context, v Viewer, read func(tx Tx, org *organisation.Organisation, v Viewer) error) error {
	return o.store.Read(ctx, func(tx Tx) error {
		org, v, err := o.present(ctx, tx, v)
		if err != nil {
			return err
		}
		return read(tx, org, v)
	})
}

func sightOf(org *organisation.Organisation, v Viewer) Sight {
	s := Sight{Viewer: v.ID, Login: v.Login, Roles: v.Roles, All: seesAll(v), Personnel: v.Has(procedure.Director)}
	if v.Has(procedure.Director) {
		s.Instead = loneManager(org)
	}
	for _, p := range v.StandsInFor {
		s.StandsInFor = append(s.StandsInFor, StoodIn{p.ID, p.Login, seesAll(p)})
		s.Personnel = s.Personnel || p.Has(procedure.Director)
		s.Roles = append(slices.Clone(s.Roles), p.Roles...)
	}
	return s
}

func seesAll(v Viewer) bool {
	return v.Has(procedure.Director, procedure.OfficeManager)
}

// records says whether somebody records complaints, himself or as a deputy.
func records(v Viewer) bool { return seesAll(v) || slices.ContainsFunc(v.StandsInFor, seesAll) }

// directs says whether somebody is a director, himself or as a deputy.
func directs(v Viewer) bool {
	director := func(p complaint.Person) bool { return p.Has(procedure.Director) }
	return director(v) || slices.ContainsFunc(v.StandsInFor, director)
}

// loneManager is the login of the only office manager, or "": what he would do
// on a complaint about himself is the director's.
func loneManager(org *organisation.Organisation) (login string) {
	for _, m := range org.Active() {
		if person(m).Has(procedure.OfficeManager) {
			if login != "" {
				return ""
			}
			login = m.Login
		}
	}
	return login
}

// concernedLogin is the login of the member of staff whom it is about, or "".
func concernedLogin(c *complaint.Complaint) string { return staffLogin(c.Form.PersonConcerned) }

func staffLogin(concerned string) string {
	login, ok := strings.CutPrefix(concerned, "staff:")
	if !ok {
		return ""
	}
	return login
}

// readable leaves out what tells a personnel matter, for who may not read it (S40).
func (l *loaded) readable(duties []complaint.Duty) []complaint.Duty {
	if l.access >= accessAll {
		return duties
	}
	return slices.DeleteFunc(slices.Clone(duties), func(d complaint.Duty) bool { return d.Obligation.Personnel() })
}
