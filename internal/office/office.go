package office

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// MaxFile is the most bytes that one attachment may have.
const MaxFile = 25 << 20

// Letters prepares letters in the organisation's name.
type Letters func(kind complaint.LetterKind, c *complaint.Complaint, s LetterSetting) (string, error)

// LetterSetting is what a letter needs besides the complaint.
type LetterSetting struct {
	Organisation *organisation.Organisation
	Procedure    *procedure.Procedure
	Calendar     calendar.Calendar
	Actor        complaint.Person
	Owner        complaint.Person
	Concerned    string
	Now          time.Time
}

// Settings is what the edge hands in: the clock, the randomness of salts, the
// organisation's zone, and who writes the letters. Slack is how far the clock
// may be behind the last recorded fact; 0 does not ask, as for a demo, whose
// stories are told one after the other.
type Settings struct {
	Clock   func() time.Time
	Slack   time.Duration
	Random  io.Reader
	Zone    *time.Location
	Letters Letters
}

// Office is the use cases over one store. It is safe for concurrent use.
type Office struct {
	store Store
	set   Settings

	mu         sync.Mutex
	procedures map[string]*procedure.Procedure

	kept *stretches // nil where everything is to be read from the file
}

// New makes the office.
func New(store Store, set Settings) *Office {
	return &Office{store: store, set: set, procedures: map[string]*procedure.Procedure{}, kept: &stretches{of: map[string]stretch{}}}
}

// Now is the present moment, whole seconds.
func (o *Office) Now() time.Time { return o.set.Clock().UTC().Truncate(time.Second) }

// Zone is the organisation's time zone.
func (o *Office) Zone() *time.Location { return o.set.Zone }

// Day is the day of a moment in the organisation's zone.
func (o *Office) Day(at time.Time) calendar.Day { return calendar.New(o.set.Zone).Day(at) }

// Version changes whenever any program has changed the file.
func (o *Office) Version(ctx context.Context) (int64, error) { return o.store.Version(ctx) }

// Organisation is the organisation as it stands.
func (o *Office) Organisation(ctx context.Context) (org *organisation.Organisation, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		org, err = o.organisation(ctx, tx)
		return err
	})
	return org, err
}

func (o *Office) organisation(ctx context.Context, tx Tx) (*organisation.Organisation, error) {
	facts, err := o.facts(ctx, tx, organisation.Stream, organisation.Codec())
	if err != nil {
		return nil, err
	}
	return organisation.Fold(facts)
}

// procedure finds the procedure with that digest; "" is the embedded one.
func (o *Office) procedure(ctx context.Context, tx Tx, digest string) (*procedure.Procedure, error) {
	o.mu.Lock()
	p, ok := o.procedures[digest]
	o.mu.Unlock()
	if ok {
		return p, nil
	}
	p = procedure.Default()
	if digest != "" && digest != p.Digest() {
		text, err := o.rulesText(ctx, tx, digest)
		if err != nil {
			return nil, fmt.Errorf("procedure %.12s: %w", digest, err)
		}
		if p, err = procedure.Load("procedure", text); err != nil {
			return nil, err
		}
	}
	o.mu.Lock()
	o.procedures[digest] = p
	o.mu.Unlock()
	return p, nil
}

// append seals facts and puts them at the end of a stream.
func (o *Office) append(ctx context.Context, tx Tx, stream string, seq int, now time.Time, facts []complaint.Pending) error {
	now, err := o.moment(ctx, tx, now)
	if err != nil {
		return err
	}
	sealed := make([]event.Envelope, len(facts))
	for i, p := range facts {
		sealed[i], err = event.Seal(stream, event.Recorded{Seq: seq + 1 + i, HappenedAt: p.HappenedAt.UTC().Truncate(time.Second),
			RecordedAt: now, Actor: p.Actor, For: p.For, Event: p.Event}, o.set.Random)
		if err != nil {
			return err
		}
	}
	return tx.Append(ctx, sealed)
}
