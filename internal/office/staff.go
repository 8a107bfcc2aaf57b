package office

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Viewer is who reads or acts.
type Viewer = complaint.Person

// Founding is what a new file starts with.
type Founding struct {
	Name, Address, Email, Phone string
	Language                    string
	Demo                        bool
	Procedure                   []byte // nil: the embedded one
	Staff                       []NewStaff
	DefaultOwner                string // login; "" the first project leader
	Closing                     Closing
}

// NewStaff is somebody to be added.
type NewStaff struct {
	Login, Name string
	Roles       []procedure.Role
}

// Found sets the file up for an organisation; refused where it is set up already.
func (o *Office) Found(ctx context.Context, f Founding) error {
	return o.store.Write(ctx, func(tx Tx) error {
		org, err := o.organisation(ctx, tx)
		if err != nil {
			return err
		}
		if org.Seq > 0 {
			return &complaint.Refusal{Rule: "office", Key: "founded-already"}
		}
		if faults := checkFounding(f); faults != nil {
			return faults
		}
		facts := []event.Event{organisation.FoundedEvent{Language: f.Language, Demo: f.Demo,
			Name: f.Name, Address: f.Address, Email: f.Email, Phone: f.Phone}}
		ids := map[string]string{}
		for _, s := range f.Staff {
			id, err := o.staffID(ctx, tx)
			if err != nil {
				return err
			}
			ids[s.Login] = id
			facts = append(facts, organisation.StaffAddedEvent{ID: id, Roles: s.Roles, Login: s.Login, Name: s.Name})
		}
		if owner := ids[firstOwner(f)]; owner != "" {
			facts = append(facts, organisation.DefaultOwnerSetEvent{Owner: owner})
		}
		digest, err := o.adopt(ctx, tx, f.Procedure)
		if err != nil {
			return err
		}
		facts = append(facts, organisation.ProcedureAdoptedEvent{Digest: digest})
		if c := f.Closing; c.GoodFriday || c.LiberationDay || len(c.Days) > 0 {
			closing, _ := closing(c) // checked with the rest
			facts = append(facts, closing)
		}
		return o.appendOffice(ctx, tx, org.Seq, "", facts...)
	})
}

func checkFounding(f Founding) error {
	var faults complaint.Faults
	if strings.TrimSpace(f.Name) == "" {
		faults = append(faults, complaint.Fault{Field: "organisation_name", Key: "required"})
	}
	faults = append(faults, CheckStaff(f.Staff)...)
	if f.DefaultOwner != "" && !slices.ContainsFunc(f.Staff, func(s NewStaff) bool { return s.Login == f.DefaultOwner }) {
		faults = append(faults, complaint.Fault{Field: "default_owner", Key: "person", Args: map[string]string{"Value": f.DefaultOwner}})
	}
	if _, wrong := closing(f.Closing); wrong != nil {
		wrong[0].Field = "from"
		faults = append(faults, wrong[0])
	}
	if faults != nil {
		return faults
	}
	return nil
}

// CheckStaff says what is wrong with those who are to be the first to work here.
func CheckStaff(staff []NewStaff) (faults complaint.Faults) {
	var seen []organisation.Member
	for _, s := range staff {
		faults = append(faults, checkStaff(s, seen)...)
		seen = append(seen, organisation.Member{Login: s.Login})
	}
	return faults
}

func firstOwner(f Founding) string {
	if f.DefaultOwner != "" {
		return f.DefaultOwner
	}
	for _, role := range []procedure.Role{procedure.ProjectLeader, procedure.Director} {
		for _, s := range f.Staff {
			for _, r := range s.Roles {
				if r == role {
					return s.Login
				}
			}
		}
	}
	return ""
}

// adopt keeps a procedure's text and gives its digest.
func (o *Office) adopt(ctx context.Context, tx Tx, text []byte) (string, error) {
	if text == nil {
		text = procedure.DefaultText() // another version of the program brings another one
	}
	p, err := procedure.Load("procedure", text)
	if err != nil {
		return "", err
	}
	return p.Digest(), tx.PutRules(ctx, p.Digest(), text)
}

func (o *Office) staffID(ctx context.Context, tx Tx) (string, error) {
	n, err := tx.Take(ctx, StaffSeries, 0)
	return "s" + strconv.Itoa(n), err
}

func (o *Office) appendOffice(ctx context.Context, tx Tx, seq int, actor string, facts ...event.Event) error {
	now := o.Now()
	pending := make([]complaint.Pending, len(facts))
	for i, e := range facts {
		pending[i] = complaint.Pending{Event: e, HappenedAt: now, Actor: actor}
	}
	return o.append(ctx, tx, organisation.Stream, seq, now, pending)
}

// checkStaff wants a login of small letters, digits, points and hyphens that is
// not taken, a name, and known roles.
func checkStaff(s NewStaff, taken []organisation.Member) complaint.Faults {
	var faults complaint.Faults
	add := func(field, key string) {
		faults = append(faults, complaint.Fault{Field: field, Key: key, Args: map[string]string{"Value": s.Login}})
	}
	if !goodLogin(s.Login) {
		add("login", "login")
	}
	for _, m := range taken {
		if m.Login == s.Login {
			add("login", "login-taken")
		}
	}
	if strings.TrimSpace(s.Name) == "" {
		add("name", "required")
	}
	if len(s.Roles) == 0 {
		add("role", "required")
	}
	for _, r := range s.Roles {
		if r != procedure.OfficeManager && r != procedure.ProjectLeader && r != procedure.Director {
			add("role", "role")
		}
	}
	return faults
}

func goodLogin(s string) bool {
	if s == "" || len(s) > 32 {
		return false
	}
	for i, r := range s {
		if (r < 'a' || r > 'z') && (i == 0 || !strings.ContainsRune("0123456789.-", r)) {
			return false
		}
	}
	return true
}

// change is one change to the organisation by a director.
func (o *Office) change(ctx context.Context, v Viewer, decide func(tx Tx, org *organisation.Organisation) ([]event.Event, error)) error {
	return o.changeSeen(ctx, v, 0, decide)
}

// changeSeen is change by who saw the organisation's stream up to seen; ErrStale
// where somebody was first, 0 does not ask.
func (o *Office) changeSeen(ctx context.Context, v Viewer, seen int, decide func(tx Tx, org *organisation.Organisation) ([]event.Event, error)) error {
	return o.store.Write(ctx, func(tx Tx) error {
		org, err := o.organisation(ctx, tx)
		if err != nil {
			return err
		}
		if m, _ := org.Member(v.ID); !person(m).Has(procedure.Director) || m.Disabled {
			return &complaint.Refusal{Rule: "roles", Key: "role", Args: map[string]string{"Roles": string(procedure.Director)}}
		}
		if seen != 0 && seen != org.Seq {
			return ErrStale
		}
		facts, err := decide(tx, org)
		if err != nil {
			return err
		}
		return o.appendOffice(ctx, tx, org.Seq, v.ID, facts...)
	})
}

// AddStaff adds a member of staff; a director does.
func (o *Office) AddStaff(ctx context.Context, v Viewer, s NewStaff) error {
	return o.change(ctx, v, func(tx Tx, org *organisation.Organisation) ([]event.Event, error) {
		if faults := checkStaff(s, org.Staff); faults != nil {
			return nil, faults
		}
		id, err := o.staffID(ctx, tx)
		return []event.Event{organisation.StaffAddedEvent{ID: id, Roles: s.Roles, Login: s.Login, Name: s.Name}}, err
	})
}

// Acting finds who acts: by login; without one the only member, else the one
// whose login is the operating system's user, and in the demo the director.
// ErrNotFound where that gives nobody.
func (o *Office) Acting(ctx context.Context, login, osUser string) (Viewer, error) {
	org, err := o.Organisation(ctx)
	if err != nil {
		return Viewer{}, err
	}
	if login != "" {
		m, ok := org.ByLogin(login)
		if !ok {
			return Viewer{}, complaint.Faults{{Field: "as", Key: "person", Args: map[string]string{"Value": login}}}
		}
		return o.actor(org, m), nil
	}
	active := org.Active()
	if len(active) == 1 {
		return o.actor(org, active[0]), nil
	}
	for _, m := range active {
		if org.Demo && person(m).Has(procedure.Director) || !org.Demo && m.Login == osUser {
			return o.actor(org, m), nil
		}
	}
	return Viewer{}, ErrNotFound
}

func person(m organisation.Member) complaint.Person {
	return complaint.Person{ID: m.ID, Login: m.Login, Name: m.Name, Roles: m.Roles, Disabled: m.Disabled}
}

// actor is a member of staff with those for whom he stands in today.
func (o *Office) actor(org *organisation.Organisation, m organisation.Member) complaint.Person {
	p := person(m)
	for _, absent := range org.StandsInFor(m.ID, o.Day(o.Now())) {
		p.StandsInFor = append(p.StandsInFor, person(absent))
	}
	return p
}

func people(org *organisation.Organisation) []complaint.Person {
	out := make([]complaint.Person, len(org.Staff))
	for i, m := range org.Staff {
		out[i] = person(m)
	}
	return out
}
