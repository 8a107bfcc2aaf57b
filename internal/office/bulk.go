package office

import (
	"context"
	"fmt"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Bulk takes actions on many complaints in a file that nobody else uses yet.
// Each is decided and folded as Take does it; the complaints under way are kept
// in memory, and what was recorded is written together. It is for one goroutine;
// its batches may be written by another.
type Bulk struct {
	o       *Office
	org     *organisation.Organisation
	rules   *procedure.Procedure
	experts []complaint.ExpertRef
	last    map[numbering]int
	cases   map[string]*bulkCase
	owners  map[string]string // complaint of a measure
	batch   Batch
}

// numbering is a series in a year.
type numbering struct {
	series Series
	year   int
}

// bulkCase is a complaint under way, with the measures decided from it.
type bulkCase struct {
	complaint *complaint.Complaint
	calendar  calendar.Calendar
	measures  map[string][]event.Recorded
}

// Batch is what is written together.
type Batch struct {
	facts    []event.Envelope
	rows     []Row
	measures []MeasureRow
	taken    []numbering
}

// Facts is how many facts the batch holds.
func (b Batch) Facts() int { return len(b.facts) }

// Bulk begins on the file as it stands.
func (o *Office) Bulk(ctx context.Context) (*Bulk, error) {
	b := &Bulk{o: o, last: map[numbering]int{}, cases: map[string]*bulkCase{}, owners: map[string]string{}}
	return b, o.store.Read(ctx, func(tx Tx) (err error) {
		if b.org, err = o.organisation(ctx, tx); err != nil {
			return err
		}
		if b.rules, err = o.procedure(ctx, tx, b.org.Procedure); err != nil {
			return err
		}
		b.experts, err = tx.Experts(ctx)
		return err
	})
}

// Record takes a complaint in and gives its number.
func (b *Bulk) Record(v Viewer, values map[string]string) (string, error) {
	l := b.situation(v, "")
	l.Calendar = b.org.Closing.On(calendar.New(b.o.set.Zone))
	year := l.Calendar.Day(l.Now).Year
	l.Number = b.next(ComplaintSeries, "", year)
	facts, err := b.decide(l, procedure.NewComplaint, values)
	if err != nil {
		return "", err
	}
	b.take(ComplaintSeries, year)
	c, err := complaint.Fold(l.Number, nil)
	if err != nil {
		return "", err
	}
	k := &bulkCase{complaint: c, measures: map[string][]event.Recorded{}}
	b.cases[l.Number] = k
	if err := b.keep(l, l.Number, facts); err != nil {
		return "", err
	}
	k.calendar = calendar.New(b.o.set.Zone, k.complaint.Closed...)
	return l.Number, nil
}

// Take takes an action on a complaint recorded here, or on a measure of it.
func (b *Bulk) Take(v Viewer, subject string, action procedure.ActionID, values map[string]string) error {
	home, isMeasure := b.owners[subject]
	if !isMeasure {
		home = subject
	}
	k := b.cases[home]
	if k == nil {
		return fmt.Errorf("%w: %s", ErrNotFound, subject)
	}
	l := b.situation(v, subject)
	l.Complaint, l.Calendar = k.complaint, k.calendar
	if isMeasure {
		m, err := complaint.FoldMeasure(subject, k.measures[subject])
		if err != nil {
			return err
		}
		l.Measure = m
	}
	year := l.Calendar.Day(l.Now).Year
	l.NextMeasure = b.next(MeasureSeries, measurePrefix, year)
	facts, err := b.decide(l, action, values)
	if err != nil {
		return err
	}
	for _, f := range facts {
		if f.Stream == l.NextMeasure {
			b.take(MeasureSeries, year)
			b.owners[l.NextMeasure] = home
			break
		}
	}
	return b.keep(l, home, facts)
}

// Measures are the numbers of those decided from a complaint.
func (b *Bulk) Measures(number string) (ids []string) {
	if k := b.cases[number]; k != nil {
		for _, m := range k.complaint.Measures {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// Close ends the work on a complaint: its read models go into the batch.
func (b *Bulk) Close(number string) error {
	k := b.cases[number]
	if k == nil {
		return fmt.Errorf("%w: %s", ErrNotFound, number)
	}
	for id, facts := range k.measures {
		m, err := complaint.FoldMeasure(id, facts)
		if err != nil {
			return err
		}
		b.batch.measures = append(b.batch.measures, measureRow(m))
		delete(b.owners, id)
	}
	b.batch.rows = append(b.batch.rows, rowOf(k.complaint, b.rules, k.calendar))
	delete(b.cases, number)
	return nil
}

// Batch is what was recorded since the last one.
func (b *Bulk) Batch() Batch {
	out := b.batch
	b.batch = Batch{}
	return out
}

// Write writes a batch whole; batches are written in the order in which they came.
func (o *Office) Write(ctx context.Context, b Batch) error {
	return o.store.Write(ctx, func(tx Tx) error {
		for _, n := range b.taken {
			if _, err := tx.Take(ctx, n.series, n.year); err != nil {
				return err
			}
		}
		if err := tx.Append(ctx, b.facts); err != nil {
			return err
		}
		if err := tx.Project(ctx, b.rows...); err != nil {
			return err
		}
		for _, m := range b.measures {
			if err := tx.PutMeasure(ctx, m); err != nil {
				return err
			}
		}
		return nil
	})
}

func (b *Bulk) situation(v Viewer, subject string) *loaded {
	l := &loaded{org: b.org, access: accessAll, stream: subject}
	l.Now, l.Actor, l.People, l.DefaultOwner = b.o.Now(), v, people(b.org), b.org.DefaultOwner
	l.Procedure, l.Experts = b.rules, b.experts
	l.Known = func(number string) bool { return b.cases[number] != nil }
	l.Letter = func(kind complaint.LetterKind, c *complaint.Complaint) string { return b.o.letter(l, kind, c) }
	return l
}

func (b *Bulk) decide(l *loaded, action procedure.ActionID, values map[string]string) ([]complaint.Pending, error) {
	spec, ok := complaint.SpecOf(action)
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrNotFound, action)
	}
	return complaint.Take(&l.Situation, spec, complaint.Input{Values: values})
}

// keep folds facts into the complaint and its measures, and puts them into the
// batch.
func (b *Bulk) keep(l *loaded, home string, facts []complaint.Pending) error {
	k := b.cases[home]
	for _, f := range facts {
		stream, seq := f.Stream, k.complaint.Seq
		if stream == "" {
			stream = l.stream
		}
		if stream == "" {
			stream = home
		}
		if stream != home {
			seq = len(k.measures[stream])
		}
		r := event.Recorded{Seq: seq + 1, HappenedAt: f.HappenedAt.UTC().Truncate(time.Second), RecordedAt: l.Now, Actor: f.Actor, For: f.For, Event: f.Event}
		sealed, err := event.Seal(stream, r, b.o.set.Random)
		if err != nil {
			return err
		}
		b.batch.facts = append(b.batch.facts, sealed)
		if stream != home {
			k.measures[stream] = append(k.measures[stream], r)
		} else if err := k.complaint.Add(r); err != nil {
			return err
		}
	}
	return nil
}

func (b *Bulk) next(series Series, prefix string, year int) string {
	return Number(prefix, year, b.last[numbering{series, year}]+1)
}

func (b *Bulk) take(series Series, year int) {
	n := numbering{series, year}
	b.last[n]++
	b.batch.taken = append(b.batch.taken, n)
}
