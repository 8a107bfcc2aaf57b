package office

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
)

// against is a file whose lists are compared with what would be written into
// them, in place of writing it.
type against struct {
	Tx
	e      *Examination
	stream string           // at hand
	facts  []event.Envelope // of it

	notices  map[string]NoticeRow
	measures map[string]MeasureRow
	experts  map[string]complaint.ExpertRef
}

func newAgainst(ctx context.Context, tx Tx, e *Examination) (*against, error) {
	a := &against{Tx: tx, e: e, notices: map[string]NoticeRow{}, measures: map[string]MeasureRow{}, experts: map[string]complaint.ExpertRef{}}
	notices, err := tx.Notices(ctx, "", "", true, false)
	if err != nil {
		return nil, err
	}
	for _, n := range notices {
		a.notices[n.ID] = n
	}
	measures, err := tx.Measures(ctx, Sight{All: true, Personnel: true}, -1, -1)
	if err != nil {
		return nil, err
	}
	for _, m := range measures {
		a.measures[m.ID] = m
	}
	experts, err := tx.Experts(ctx)
	for _, x := range experts {
		a.experts[x.ID] = x
	}
	return a, err
}

func (a *against) flaw(kind FlawKind, seq int) {
	a.e.Flaws = append(a.e.Flaws, Flaw{kind, a.stream, seq})
}

func (a *against) same(kept, made any) {
	if !reflect.DeepEqual(kept, made) {
		a.flaw(Behind, 0)
	}
}

// rest finds what stands in the lists of which there are no facts.
func (a *against) rest(ctx context.Context) error {
	beyond, err := a.Lines(ctx, Query{View: All, Sight: Sight{All: true, Personnel: true}, Offset: a.e.Complaints, Limit: 1})
	if err != nil {
		return err
	}
	a.stream = ""
	if len(beyond) > 0 || len(a.notices)+len(a.measures)+len(a.experts) > 0 {
		a.flaw(Behind, 0)
	}
	return nil
}

// Stream implements Log; the stream at hand was read already.
func (a *against) Stream(ctx context.Context, stream string) ([]event.Envelope, error) {
	if stream == a.stream {
		return a.facts, nil
	}
	return a.Tx.Stream(ctx, stream)
}

// Project implements Register.
func (a *against) Project(ctx context.Context, rows ...Row) error {
	for _, made := range rows {
		kept, err := a.Projected(ctx, made.Number)
		if errors.Is(err, ErrNotFound) {
			a.flaw(Behind, 0)
			continue
		}
		if err != nil {
			return err
		}
		a.same(asKept(kept), asKept(made))
	}
	return nil
}

// PutNotice implements Papers.
func (a *against) PutNotice(_ context.Context, made NoticeRow) error {
	kept := a.notices[made.ID]
	delete(a.notices, made.ID)
	kept.ReceivedAt, made.ReceivedAt = second(kept.ReceivedAt), second(made.ReceivedAt)
	a.same(kept, made)
	return nil
}

// PutMeasure implements Papers.
func (a *against) PutMeasure(_ context.Context, made MeasureRow) error {
	kept := a.measures[made.ID]
	delete(a.measures, made.ID)
	kept.DoneAt, made.DoneAt = second(kept.DoneAt), second(made.DoneAt)
	kept.CheckedAt, made.CheckedAt = second(kept.CheckedAt), second(made.CheckedAt)
	a.same(kept, made)
	return nil
}

// PutExpert implements Papers.
func (a *against) PutExpert(_ context.Context, made complaint.ExpertRef) error {
	kept := a.experts[made.ID]
	delete(a.experts, made.ID)
	kept.Exclusions, made.Exclusions = slices.Clip(kept.Exclusions), slices.Clip(made.Exclusions)
	if len(kept.Exclusions) == 0 && len(made.Exclusions) == 0 {
		kept.Exclusions, made.Exclusions = nil, nil
	}
	a.same(kept, made)
	return nil
}

// asKept is a row as a file gives it back: whole seconds, and nothing for empty.
func asKept(r Row) Row {
	r.ReceivedAt, r.RecordedAt = second(r.ReceivedAt), second(r.RecordedAt)
	r.Measures, r.Duties = slices.Clone(r.Measures), slices.Clone(r.Duties)
	if len(r.Measures) == 0 {
		r.Measures = nil
	}
	if len(r.Duties) == 0 {
		r.Duties = nil
	}
	for i := range r.Duties {
		d := &r.Duties[i]
		for _, at := range []*time.Time{&d.StartsAt, &d.SoonAt, &d.DueAt, &d.OriginalDueAt, &d.MetAt} {
			*at = second(*at)
		}
	}
	return r
}

func second(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return time.Unix(t.Unix(), 0).UTC()
}
