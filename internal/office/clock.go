package office

import (
	"context"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// moment is when a fact is recorded. It is never before the last one of the
// file: a clock that is a little behind waits there, and with one that is far
// behind nothing is recorded, since every term would be reckoned wrongly.
func (o *Office) moment(ctx context.Context, tx Tx, now time.Time) (time.Time, error) {
	if o.set.Slack == 0 {
		return now, nil
	}
	last, err := tx.LastRecorded(ctx)
	if err != nil || !now.Before(last) {
		return now, err
	}
	if last.Sub(now) > o.set.Slack {
		return now, &complaint.Refusal{Rule: "office", Key: "clock", Args: map[string]string{"Now": o.written(now), "Last": o.written(last)}}
	}
	return last, nil
}

func (o *Office) written(at time.Time) string { return at.In(o.set.Zone).Format("2006-01-02 15:04") }

// TrustClock says that the clock is right and the last fact was recorded by one
// that was ahead; a director does. It is a fact itself, by which the file goes
// on from now.
func (o *Office) TrustClock(ctx context.Context, v Viewer) error {
	return o.store.Write(ctx, func(tx Tx) error {
		org, err := o.organisation(ctx, tx)
		if err != nil {
			return err
		}
		if m, _ := org.Member(v.ID); !person(m).Has(procedure.Director) || m.Disabled {
			return &complaint.Refusal{Rule: "roles", Key: "role", Args: map[string]string{"Roles": string(procedure.Director)}}
		}
		now := o.Now()
		last, err := tx.LastRecorded(ctx)
		if err != nil {
			return err
		}
		if !now.Before(last) {
			return &complaint.Refusal{Rule: "office", Key: "clock-fine"}
		}
		fact, err := event.Seal(organisation.Stream, event.Recorded{Seq: org.Seq + 1, HappenedAt: now, RecordedAt: now, Actor: v.ID,
			Event: organisation.ClockTrustedEvent{Ahead: last}}, o.set.Random)
		if err != nil {
			return err
		}
		return tx.Append(ctx, []event.Envelope{fact})
	})
}
