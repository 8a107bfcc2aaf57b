package office

import (
	"context"
	"slices"
	"strings"

	"leermoment/internal/event"
)

// Beyond is what one file holds and another one does not: how many facts, and of
// which subjects, by number.
type Beyond struct {
	Facts    int
	Subjects []string
}

// Beyond tells what this file holds beyond another one.
func (o *Office) Beyond(ctx context.Context, other *Office) (b Beyond, err error) {
	err = o.store.Read(ctx, func(mine Tx) error {
		return other.store.Read(ctx, func(theirs Tx) error {
			here, err := mine.Ends(ctx)
			if err != nil {
				return err
			}
			there, err := theirs.Ends(ctx)
			if err != nil {
				return err
			}
			for stream, end := range here {
				if there[stream] == end {
					continue
				}
				n, err := beyond(ctx, mine, theirs, stream)
				if err != nil {
					return err
				}
				if n > 0 {
					b.Facts += n
					b.Subjects = append(b.Subjects, stream)
				}
			}
			return nil
		})
	})
	slices.SortFunc(b.Subjects, strings.Compare)
	return b, err
}

// beyond counts the facts of a stream that are in one file only.
func beyond(ctx context.Context, mine, theirs Tx, stream string) (n int, err error) {
	here, err := mine.Stream(ctx, stream)
	if err != nil {
		return 0, err
	}
	there, err := theirs.Stream(ctx, stream)
	if err != nil {
		return 0, err
	}
	content := func(e event.Envelope) string { return string(e.FiguresDigest) + string(e.PersonalDigest) }
	for i, e := range here {
		if i >= len(there) || content(e) != content(there[i]) {
			n++
		}
	}
	return n, nil
}
