package office

import (
	"bytes"
	"context"
	"slices"
	"sync"

	"leermoment/internal/event"
)

// mostKept is how many facts are kept in memory at most.
const mostKept = 2000

// A stretch is what was read of a stream: all its facts up to the last, which is
// known by its digests. Destroyed is how many of them had lost their personal part.
type stretch struct {
	facts     []event.Recorded
	last      event.Envelope
	destroyed int
	used      int // the later, the higher
}

// goesOnTo says that a stream still begins with this stretch: that its last fact
// stands where it stood (each has a salt of its own, so that no other one has its
// digests), and that nothing was destroyed since.
func (s stretch) goesOnTo(from []event.Envelope, destroyed int) bool {
	return len(from) > 0 && destroyed == s.destroyed && from[0].Seq == s.last.Seq &&
		bytes.Equal(from[0].FiguresDigest, s.last.FiguresDigest) && bytes.Equal(from[0].PersonalDigest, s.last.PersonalDigest)
}

// stretches are the streams that were read last, so that who reads or writes in a
// dossier again reads only what is new in it. What is kept is held against the file
// each time.
type stretches struct {
	mu    sync.Mutex
	of    map[string]stretch
	count int // of facts
	clock int
}

func (k *stretches) get(stream string) stretch {
	k.mu.Lock()
	defer k.mu.Unlock()
	s, ok := k.of[stream]
	if ok {
		k.clock++
		s.used = k.clock
		k.of[stream] = s
	}
	return s
}

// put keeps a stretch, and lets those go that were not used for longest.
func (k *stretches) put(stream string, s stretch) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.drop(stream)
	for len(k.of) > 0 && k.count+len(s.facts) > mostKept {
		oldest := ""
		for name, other := range k.of {
			if oldest == "" || other.used < k.of[oldest].used {
				oldest = name
			}
		}
		k.drop(oldest)
	}
	if len(s.facts) > mostKept {
		return
	}
	k.clock++
	s.used = k.clock
	k.of[stream], k.count = s, k.count+len(s.facts)
}

func (k *stretches) drop(stream string) {
	k.count -= len(k.of[stream].facts)
	delete(k.of, stream)
}

// passing are all facts of a stream, for who goes by many and remembers none.
func passing(ctx context.Context, tx Tx, stream string, codec event.Codec) ([]event.Recorded, error) {
	all, err := tx.Stream(ctx, stream)
	if err != nil {
		return nil, err
	}
	return codec.OpenAll(all)
}

// facts are all facts of a stream. They are shared: nobody changes them.
func (o *Office) facts(ctx context.Context, tx Tx, stream string, codec event.Codec) ([]event.Recorded, error) {
	if o.kept == nil {
		return passing(ctx, tx, stream, codec)
	}
	s := o.kept.get(stream)
	from, destroyed, err := tx.StreamFrom(ctx, stream, max(1, s.last.Seq))
	if err != nil {
		return nil, err
	}
	switch {
	case s.facts == nil:
	case s.goesOnTo(from, destroyed):
		from = from[1:]
	default:
		s = stretch{}
		if from, destroyed, err = tx.StreamFrom(ctx, stream, 1); err != nil {
			return nil, err
		}
	}
	if len(from) == 0 {
		return s.facts, nil
	}
	more, err := codec.OpenAll(from)
	if err != nil {
		return nil, err
	}
	last := from[len(from)-1]
	s = stretch{facts: slices.Concat(s.facts, more), destroyed: destroyed,
		last: event.Envelope{Seq: last.Seq, FiguresDigest: last.FiguresDigest, PersonalDigest: last.PersonalDigest}}
	o.kept.put(stream, s)
	return slices.Clip(s.facts), nil
}
