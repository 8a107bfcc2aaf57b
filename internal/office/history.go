package office

import (
	"context"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/organisation"
)

// History is what happened over all dossiers, and who opened which.
type History interface {
	// Happened are the recorded facts of what the sight sees whole, and for a
	// director also those of the office, experts, notices and measures; the
	// latest first. Restricted facts are among them.
	Happened(ctx context.Context, sight Sight, q PastQuery) ([]Happening, error)
	// Openings are the dossiers that were opened, the latest first.
	Openings(ctx context.Context, sight Sight, q PastQuery) ([]Happening, error)
	// Opened notes that a person (an ID) opened a dossier on a day, once, and
	// forgets what was noted before keptSince.
	Opened(ctx context.Context, person, subject, day string, at, keptSince time.Time) error
}

// OpenedName is the name under which an opened dossier stands among the facts.
const OpenedName = "dossier-opened"

// mostHappenings is how many are read at once: the latest of a month.
const mostHappenings = 5000

// PastQuery asks what happened within [From, Until). By is an ID, Name an
// event's; "" is any.
type PastQuery struct {
	From, Until time.Time
	By, Name    string
	Limit       int // 0: all
}

// Happening is one thing that happened, without what is in it.
type Happening struct {
	At, RecordedAt             time.Time
	Stream                     string // the complaint's number, or another subject's
	Actor                      Viewer // the zero Viewer is the program
	Name                       string
	Subject, Complainant       string // of the complaint
	Owner, Assessor, Concerned string
}

// Past is what happened in a month, as a viewer may know it, with the staff and
// the names of facts to choose from.
type Past struct {
	Now    time.Time
	Month  calendar.Day // its first day
	Facts  []Happening
	Staff  []Viewer
	Kinds  []string
	Opened bool // the viewer may see who opened which dossier
}

// Happened tells what happened in the month of a day (the zero Day is this
// month), by somebody (a login) and of a kind (a fact's name, or OpenedName,
// which a director sees); "" is any.
func (o *Office) Happened(ctx context.Context, v Viewer, month calendar.Day, by, kind string) (p Past, err error) {
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) error {
		cal := calendar.New(o.set.Zone)
		if p = (Past{Now: o.Now(), Opened: directs(v), Staff: people(org), Kinds: complaint.Codec().Names()}); month.IsZero() {
			month = cal.Day(p.Now)
		}
		p.Month = calendar.Day{Year: month.Year, Month: month.Month, Day: 1}
		next := p.Month.AddDays(32)
		q := PastQuery{From: cal.StartOf(p.Month), Until: cal.StartOf(calendar.Day{Year: next.Year, Month: next.Month, Day: 1}), Name: kind, Limit: mostHappenings}
		if by != "" {
			m, ok := org.ByLogin(by)
			if !ok {
				return ErrNotFound
			}
			q.By = m.ID
		}
		read := tx.Happened
		if kind == OpenedName {
			if read = tx.Openings; !p.Opened {
				return ErrNotFound
			}
		}
		facts, err := read(ctx, sightOf(org, v), q)
		if err != nil {
			return err
		}
		for _, h := range facts {
			if secret(h.Name) && accessTo(v, h.Owner, h.Assessor, h.Concerned) < accessAll {
				continue
			}
			m, _ := org.Member(h.Actor.ID)
			h.Actor = person(m)
			p.Facts = append(p.Facts, h)
		}
		return nil
	})
	return p, err
}

// secret says whether a fact's name alone tells what only the director and the
// owner may know (S24, S40).
func secret(name string) bool {
	e, err := complaint.Codec().Zero(name)
	if err != nil {
		return false
	}
	_, is := e.(restricted)
	return is
}

// Opened notes that the viewer opened a dossier; a year later that is forgotten.
func (o *Office) Opened(ctx context.Context, v Viewer, subject string) error {
	return o.store.Write(ctx, func(tx Tx) error {
		_, v, err := o.present(ctx, tx, v)
		if err != nil {
			return err
		}
		now := o.Now()
		return tx.Opened(ctx, v.ID, subject, o.Day(now).String(), now, now.AddDate(-1, 0, 0))
	})
}
