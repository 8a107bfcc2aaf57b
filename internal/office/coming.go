package office

import (
	"context"
	"slices"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// OwnDuty is something with a term that the viewer himself has to do: of a
// complaint, or of an improvement, whose number Number then is and which has no
// title of its own here.
type OwnDuty struct {
	Number  string
	Title   procedure.Text
	DueAt   time.Time
	Measure bool
}

// Coming is what waits for the viewer himself.
type Coming struct {
	Now   time.Time
	First OwnDuty   // what ends first, the zero value for nothing
	Turns time.Time // when the next of all becomes too late; zero for never
	Late  []OwnDuty // what became too late since the moment that was asked about
}

// Coming is what the viewer has to do first, and what of his became too late
// since a moment; the zero moment asks for none of that.
func (o *Office) Coming(ctx context.Context, v Viewer, since time.Time) (c Coming, err error) {
	c.Now = o.Now()
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) error {
		own, err := o.ownDuties(ctx, tx, org, v, c.Now)
		if err != nil {
			return err
		}
		for i, d := range own {
			if i == 0 {
				c.First = d
			}
			late := d.DueAt.Before(c.Now)
			if late && !since.IsZero() && !d.DueAt.Before(since) {
				c.Late = append(c.Late, d)
			}
			if !late && c.Turns.IsZero() {
				c.Turns = d.DueAt
			}
		}
		return nil
	})
	return c, err
}

// ownDuties are all with a term that are the viewer's, what ends first on top.
func (o *Office) ownDuties(ctx context.Context, tx Tx, org *organisation.Organisation, v Viewer, now time.Time) (own []OwnDuty, err error) {
	sight := sightOf(org, v)
	open, err := tx.OwnDuties(ctx, sight, now)
	if err != nil {
		return nil, err
	}
	rules, err := o.procedure(ctx, tx, org.Procedure)
	if err != nil {
		return nil, err
	}
	for _, d := range open {
		said, _ := rules.Obligation(d.Duty.ID)
		own = append(own, OwnDuty{Number: d.Number, Title: said.Title, DueAt: d.Duty.DueAt})
	}
	measures, err := tx.Measures(ctx, sight)
	if err != nil {
		return nil, err
	}
	cal := calendar.New(o.set.Zone)
	for _, m := range measures {
		if !m.DoneAt.IsZero() || m.Owner != v.ID && !slices.ContainsFunc(sight.StandsInFor, func(p StoodIn) bool { return p.ID == m.Owner }) {
			continue
		}
		day, err := calendar.ParseDay(m.Day)
		if err != nil {
			return nil, err
		}
		own = append(own, OwnDuty{Number: m.ID, DueAt: cal.EndOf(day), Measure: true})
	}
	slices.SortStableFunc(own, func(a, b OwnDuty) int { return a.DueAt.Compare(b.DueAt) })
	return own, nil
}
