package demo

import (
	"cmp"
	"container/heap"
	"context"
	"errors"
	"fmt"
	"time"

	"leermoment/internal/office"
)

// step is one action to be taken at a moment.
type step struct {
	at    time.Time
	order int // how many steps were to come when it was put
	put   int // how many were put before it
	of    *life
	take  func() error
}

// agenda is a heap of steps, the first to come on top.
type agenda []step

func (a agenda) Len() int { return len(a) }
func (a agenda) Less(i, j int) bool {
	return cmp.Or(a[i].at.Compare(a[j].at), cmp.Compare(a[i].order, a[j].order), cmp.Compare(a[i].put, a[j].put)) < 0
}
func (a agenda) Swap(i, j int) { a[i], a[j] = a[j], a[i] }

// Push implements heap.Interface.
func (a *agenda) Push(x any) { *a = append(*a, x.(step)) }

// Pop implements heap.Interface.
func (a *agenda) Pop() any {
	last := len(*a) - 1
	x := (*a)[last]
	*a = (*a)[:last]
	return x
}

func (b *builder) at(l *life, when time.Time, take func() error) {
	heap.Push(&b.todo, step{when.Truncate(time.Minute), b.todo.Len(), b.put, l, take})
	b.put++
	l.ahead++
}

// together is how many facts are written at once.
const together = 20_000

// live takes all steps in the order of time, up to now: one core decides what
// the other one writes.
func (b *builder) live(ctx context.Context) (int, error) {
	var err error
	if b.bulk, err = b.office.Bulk(ctx); err != nil {
		return 0, err
	}
	batches, wrote := make(chan office.Batch, 1), make(chan error, 1)
	go func() {
		var failed error
		for batch := range batches {
			if failed == nil {
				failed = b.office.Write(context.WithoutCancel(ctx), batch)
			}
		}
		wrote <- failed
	}()
	err = b.steps(ctx, batches)
	for l := range b.under {
		err = errors.Join(err, b.bulk.Close(l.number))
	}
	batches <- b.bulk.Batch()
	close(batches)
	return b.lived + len(b.under), errors.Join(err, <-wrote)
}

func (b *builder) steps(ctx context.Context, batches chan<- office.Batch) error {
	waiting := 0
	for b.todo.Len() > 0 && ctx.Err() == nil {
		s := heap.Pop(&b.todo).(step)
		if s.at.After(b.now) {
			return nil
		}
		b.clock = s.at
		if err := s.take(); err != nil {
			return fmt.Errorf("demo at %s: %w", s.at.Format(time.RFC3339), err)
		}
		if err := b.passed(s.of); err != nil {
			return err
		}
		if waiting++; waiting == together/2 {
			waiting = 0
			batches <- b.bulk.Batch()
		}
	}
	return ctx.Err()
}

// passed ends a life after its last step.
func (b *builder) passed(l *life) error {
	b.under[l] = true
	if l.ahead--; l.ahead > 0 {
		return nil
	}
	delete(b.under, l)
	b.lived++
	if b.told != nil {
		b.told(b.lived, b.all)
	}
	return b.bulk.Close(l.number)
}
