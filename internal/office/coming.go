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
	endless := c.Now.AddDate(1000, 0, 0)
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) error {
		own := func(from, until time.Time, most int) ([]OwnDuty, error) {
			return o.ownDuties(ctx, tx, org, v, from, until, most)
		}
		first, err := own(time.Time{}, endless, 1)
		if err != nil {
			return err
		}
		turns, err := own(c.Now, endless, 1)
		if err != nil {
			return err
		}
		for _, d := range first {
			c.First = d
		}
		for _, d := range turns {
			c.Turns = d.DueAt
		}
		if !since.IsZero() {
			c.Late, err = own(since, c.Now, mostLate)
		}
		return err
	})
	return c, err
}

// mostLate is how many duties are told to have become too late at once.
const mostLate = 100

// ownDuties are those that are the viewer's and end within [from, until): what ends
// first on top, at most so many.
func (o *Office) ownDuties(ctx context.Context, tx Tx, org *organisation.Organisation, v Viewer, from, until time.Time, most int) (own []OwnDuty, err error) {
	open, err := tx.OwnDuties(ctx, sightOf(org, v), from, until, o.Now(), most)
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
	measures, err := o.ownMeasures(ctx, tx, org, v, from, most)
	if err != nil {
		return nil, err
	}
	for _, m := range measures {
		if !m.DueAt.Before(from) && m.DueAt.Before(until) {
			own = append(own, m)
		}
	}
	slices.SortStableFunc(own, func(a, b OwnDuty) int { return a.DueAt.Compare(b.DueAt) })
	return own[:min(len(own), most)], nil
}

// ownMeasures are the improvements that the viewer has to make, from the day of a
// moment on.
func (o *Office) ownMeasures(ctx context.Context, tx Tx, org *organisation.Organisation, v Viewer, from time.Time, most int) (own []OwnDuty, err error) {
	day := ""
	if !from.IsZero() {
		day = o.Day(from).String()
	}
	measures, err := tx.OwnMeasures(ctx, sightOf(org, v), day, most)
	if err != nil {
		return nil, err
	}
	cal := calendar.New(o.set.Zone)
	for _, m := range measures {
		day, err := calendar.ParseDay(m.Day)
		if err != nil {
			return nil, err
		}
		own = append(own, OwnDuty{Number: m.ID, DueAt: cal.EndOf(day), Measure: true})
	}
	return own, nil
}
