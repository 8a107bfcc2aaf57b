package office

import (
	"context"
	"errors"
	"fmt"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
)

// FlawKind is a way in which a file can be other than it was recorded.
type FlawKind string

// The flaws, the worst first. A list that is behind can be made anew from the
// facts; the others cannot be mended.
const (
	Changed    FlawKind = "changed"    // a fact is not what was sealed
	Gap        FlawKind = "gap"        // a fact is missing in its stream
	Unreadable FlawKind = "unreadable" // a fact cannot be understood
	FileGone   FlawKind = "file-gone"  // an attachment is not there, or another one
	Behind     FlawKind = "behind"     // the lists show something else than the facts
)

// FlawKinds are all kinds of flaws, the worst first.
func FlawKinds() []FlawKind { return []FlawKind{Changed, Gap, Unreadable, FileGone, Behind} }

// Flaw is one thing that is not as it was recorded. Seq is 0 where it is about
// the stream as a whole.
type Flaw struct {
	Kind   FlawKind
	Stream string
	Seq    int
}

// Examination is what a file holds, and what of it is not as it was recorded.
// Last is when the last fact was recorded, zero where there is none.
type Examination struct {
	Complaints, Facts int
	Last              time.Time
	Flaws             []Flaw
}

// Only gives the flaws of one kind.
func (e *Examination) Only(kind FlawKind) (flaws []Flaw) {
	for _, f := range e.Flaws {
		if f.Kind == kind {
			flaws = append(flaws, f)
		}
	}
	return flaws
}

// Examine reads everything: whether each fact is still what was sealed, its
// stream is unbroken and can be understood, attachments are there, and the
// lists are what the facts make of them. It changes nothing.
func (o *Office) Examine(ctx context.Context) (*Examination, error) {
	e := &Examination{}
	whole := New(o.store, o.set)
	whole.kept = nil // what is judged is the file, and not what is remembered of it
	err := o.store.Read(ctx, func(tx Tx) error {
		streams, err := tx.Streams(ctx)
		if err != nil {
			return err
		}
		a, err := newAgainst(ctx, tx, e)
		if err != nil {
			return err
		}
		for _, stream := range streams {
			if err := whole.examine(ctx, a, stream); err != nil {
				return err
			}
		}
		if e.Last, err = tx.LastRecorded(ctx); err != nil {
			return err
		}
		return a.rest(ctx)
	})
	return e, err
}

func (o *Office) examine(ctx context.Context, a *against, stream string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	facts, err := a.Tx.Stream(ctx, stream)
	if err != nil {
		return err
	}
	a.stream, a.facts = stream, facts
	a.e.Facts += len(facts)
	for i, f := range facts {
		if !f.Intact() {
			a.flaw(Changed, f.Seq)
		}
		if f.Seq != i+1 {
			a.flaw(Gap, f.Seq)
		}
	}
	switch _, _, ok := parseNumber(stream); {
	case ok:
		a.e.Complaints++
		err = o.project(ctx, a, stream)
		if err == nil {
			err = a.files(ctx, facts)
		}
	case IsMeasure(stream) || IsNotice(stream) || IsExpert(stream):
		err = o.projectPaper(ctx, a, stream)
	case stream == organisation.Stream:
		_, err = o.organisation(ctx, a)
	default:
		err = fmt.Errorf("%w stream %q", event.ErrUnknown, stream)
	}
	var trouble *Trouble
	if err != nil && (errors.As(err, &trouble) || ctx.Err() != nil) {
		return err
	}
	if err != nil { // the facts cannot be understood; what else the file says is still told
		a.flaw(Unreadable, 0)
	}
	return nil
}

// files makes sure that the attachments of a complaint are what was handed in.
func (a *against) files(ctx context.Context, facts []event.Envelope) error {
	for _, fact := range facts {
		if fact.Name != (complaint.AttachedEvent{}).EventName() {
			continue
		}
		r, err := complaint.Codec().Open(fact)
		if err != nil {
			return err
		}
		attached, _ := r.Event.(complaint.AttachedEvent)
		if attached.Digest == "" {
			continue // destroyed
		}
		content, err := a.File(ctx, a.stream, attached.Digest)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		if err != nil || digest(content) != attached.Digest {
			a.flaw(FileGone, fact.Seq)
		}
	}
	return nil
}
