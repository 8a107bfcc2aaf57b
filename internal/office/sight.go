package office

import (
	"slices"

	"leermoment/internal/complaint"
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

func (l *loaded) access() access {
	if l.Complaint == nil {
		return accessAll
	}
	return accessTo(l.Actor, l.Complaint.Owner, l.Complaint.Assessor, concernedLogin(l.Complaint))
}

func sightOf(v Viewer) Sight {
	s := Sight{Viewer: v.ID, Login: v.Login, Roles: v.Roles, All: seesAll(v), Personnel: v.Has(procedure.Director)}
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

// concernedLogin is the login of the member of staff whom it is about, or "".
func concernedLogin(c *complaint.Complaint) string {
	const staff = "staff:"
	if p := c.Form.PersonConcerned; len(p) > len(staff) && p[:len(staff)] == staff {
		return p[len(staff):]
	}
	return ""
}

// readable leaves out what tells a personnel matter, for who may not read it (S40).
func (l *loaded) readable(duties []complaint.Duty) []complaint.Duty {
	if l.access() >= accessAll {
		return duties
	}
	return slices.DeleteFunc(slices.Clone(duties), func(d complaint.Duty) bool { return d.Obligation.Personnel() })
}
