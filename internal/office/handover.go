package office

import (
	"context"
	"strconv"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// SetDeputy lets somebody stand in for somebody else, first and last day
// included; a director arranges it, or who is to be absent himself.
func (o *Office) SetDeputy(ctx context.Context, v Viewer, login, forLogin string, from, until calendar.Day) error {
	return o.store.Write(ctx, func(tx Tx) error {
		org, err := o.organisation(ctx, tx)
		if err != nil {
			return err
		}
		var faults complaint.Faults
		deputy, ok := org.ByLogin(login)
		if !ok || deputy.Disabled {
			faults = append(faults, complaint.Fault{Field: "deputy", Key: "person", Args: map[string]string{"Value": login}})
		}
		absent, ok := org.ByLogin(forLogin)
		if !ok {
			faults = append(faults, complaint.Fault{Field: "for", Key: "person", Args: map[string]string{"Value": forLogin}})
		}
		if login == forLogin {
			faults = append(faults, complaint.Fault{Field: "for", Key: "own-deputy"})
		}
		if until.Before(from) {
			faults = append(faults, complaint.Fault{Field: "until", Key: "until-before-from"})
		}
		if faults != nil {
			return faults
		}
		if m, _ := org.Member(v.ID); m.Disabled || m.ID != absent.ID && !person(m).Has(procedure.Director) {
			return &complaint.Refusal{Rule: "roles", Key: "role", Args: map[string]string{"Roles": string(procedure.Director)}}
		}
		return o.appendOffice(ctx, tx, org.Seq, v.ID, organisation.DeputySetEvent{For: absent.ID, By: deputy.ID, From: from, Until: until})
	})
}

// SetDefaultOwner says who owns new complaints (S16); a director does.
func (o *Office) SetDefaultOwner(ctx context.Context, v Viewer, login string) error {
	return o.change(ctx, v, func(_ Tx, org *organisation.Organisation) ([]event.Event, error) {
		m, ok := org.ByLogin(login)
		if !ok || !takesOver(m) {
			return nil, complaint.Faults{{Field: "login", Key: "hand-over", Args: map[string]string{"Value": login}}}
		}
		return []event.Event{organisation.DefaultOwnerSetEvent{Owner: m.ID}}, nil
	})
}

// takesOver says whether somebody can own complaints.
func takesOver(m organisation.Member) bool {
	return !m.Disabled && person(m).Has(procedure.ProjectLeader, procedure.Director)
}

// Disable ends somebody's work here and hands his complaints and measures to
// somebody else, all at once; a director does. The last director stays.
func (o *Office) Disable(ctx context.Context, v Viewer, login, handOver, reason string) error {
	return o.store.Write(ctx, func(tx Tx) error {
		org, err := o.organisation(ctx, tx)
		if err != nil {
			return err
		}
		if m, _ := org.Member(v.ID); m.Disabled || !person(m).Has(procedure.Director) {
			return &complaint.Refusal{Rule: "roles", Key: "role", Args: map[string]string{"Roles": string(procedure.Director)}}
		}
		leaving, ok := org.ByLogin(login)
		if !ok || leaving.Disabled {
			return ErrNotFound
		}
		if lastDirector(org, leaving) {
			return &complaint.Refusal{Rule: "roles", Key: "last-director"}
		}
		work, err := o.workOf(ctx, tx, leaving.ID)
		if err != nil {
			return err
		}
		heir, ok := org.ByLogin(handOver)
		switch {
		case handOver == "" && (len(work.complaints)+len(work.measures) > 0 || org.DefaultOwner == leaving.ID):
			return complaint.Faults{{Field: "hand_over", Key: "hand-over-needed", Args: map[string]string{
				"Complaints": strconv.Itoa(len(work.complaints)), "Measures": strconv.Itoa(len(work.measures))}}}
		case handOver != "" && (!ok || !takesOver(heir) || heir.ID == leaving.ID):
			return complaint.Faults{{Field: "hand_over", Key: "hand-over", Args: map[string]string{"Value": handOver}}}
		}
		facts := []event.Event{organisation.StaffDisabledEvent{ID: leaving.ID}}
		if org.DefaultOwner == leaving.ID {
			facts = append(facts, organisation.DefaultOwnerSetEvent{Owner: heir.ID})
		}
		if err := o.appendOffice(ctx, tx, org.Seq, v.ID, facts...); err != nil {
			return err
		}
		return o.handOver(ctx, tx, org, v, work, heir, reason)
	})
}

func lastDirector(org *organisation.Organisation, leaving organisation.Member) bool {
	if !person(leaving).Has(procedure.Director) {
		return false
	}
	for _, m := range org.Active() {
		if m.ID != leaving.ID && person(m).Has(procedure.Director) {
			return false
		}
	}
	return true
}

// work is what somebody has in hand.
type work struct {
	complaints []*complaint.Complaint
	measures   []*complaint.Measure
}

func (o *Office) workOf(ctx context.Context, tx Tx, id string) (w work, err error) {
	streams, err := tx.Streams(ctx)
	if err != nil {
		return w, err
	}
	for _, s := range streams {
		switch {
		case IsComplaint(s):
			facts, err := passing(ctx, tx, s, complaint.Codec())
			if err != nil {
				return w, err
			}
			c, err := complaint.Fold(s, facts)
			if err != nil {
				return w, err
			}
			if c.Owner == id && (c.Phase == procedure.Handling || c.Phase == procedure.Learning) {
				w.complaints = append(w.complaints, c)
			}
		case IsMeasure(s):
			facts, err := passing(ctx, tx, s, complaint.MeasureCodec())
			if err != nil {
				return w, err
			}
			m, err := complaint.FoldMeasure(s, facts)
			if err != nil {
				return w, err
			}
			if m.Owner == id && m.Fell == "" {
				w.measures = append(w.measures, m)
			}
		}
	}
	return w, nil
}

// handOver gives every complaint another owner; one that is about the heir goes
// to somebody else who can own it (S16).
func (o *Office) handOver(ctx context.Context, tx Tx, org *organisation.Organisation, v Viewer, w work, heir organisation.Member, reason string) error {
	now := o.Now()
	for _, c := range w.complaints {
		owner := heir
		if concernedLogin(c) == heir.Login {
			for _, m := range org.Active() {
				if takesOver(m) && m.ID != heir.ID && m.ID != c.Owner {
					owner = m
				}
			}
		}
		fact := complaint.OwnerAssignedEvent{Owner: owner.ID, Rule: complaint.ChosenOwner, Reason: reason}
		if err := o.append(ctx, tx, c.Number, c.Seq, now, []complaint.Pending{{Event: fact, HappenedAt: now, Actor: v.ID}}); err != nil {
			return err
		}
		if err := o.project(ctx, tx, c.Number); err != nil {
			return err
		}
	}
	for _, m := range w.measures {
		fact := complaint.MeasureHandedOverEvent{Owner: heir.ID}
		if err := o.append(ctx, tx, m.ID, m.Seq, now, []complaint.Pending{{Event: fact, HappenedAt: now, Actor: v.ID}}); err != nil {
			return err
		}
	}
	return nil
}

// Colleague is a member of staff as his colleagues see him.
type Colleague struct {
	Viewer
	DefaultOwner bool
	StandIn      string    // name of who stands in for him today, "" for nobody
	Until        time.Time // the last day of that
	Keys         []KeyView
}

// Colleagues are all who work or worked here.
func (o *Office) Colleagues(ctx context.Context) (out []Colleague, err error) {
	org, err := o.Organisation(ctx)
	if err != nil {
		return nil, err
	}
	uses, err := o.KeyUses(ctx)
	if err != nil {
		return nil, err
	}
	cal := calendar.New(o.set.Zone)
	today := cal.Day(o.Now())
	for _, m := range org.Staff {
		c := Colleague{Viewer: person(m), DefaultOwner: m.ID == org.DefaultOwner}
		for _, d := range org.Deputies {
			if by, ok := org.Member(d.By); ok && d.For == m.ID && !today.Before(d.From) && !today.After(d.Until) {
				c.StandIn, c.Until = by.Name, cal.StartOf(d.Until)
			}
		}
		for _, k := range m.Keys {
			c.Keys = append(c.Keys, KeyView{k.Name, k.Fingerprint, k.AddedAt, uses[k.Fingerprint]})
		}
		out = append(out, c)
	}
	return out, nil
}
