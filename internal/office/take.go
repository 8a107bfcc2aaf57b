package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// Input is what a person filled in. Seen is the sequence that was on his
// screen: a later one makes the action stale (ErrStale); 0 does not ask. Draft
// is the half-filled form that this one finishes.
type Input struct {
	Values map[string]string
	Files  map[string]File
	Seen   int
	Draft  string
}

// File is a file handed in.
type File struct {
	Name    string
	Content []byte
}

// Record takes a complaint in and gives its number (S06, S10).
func (o *Office) Record(ctx context.Context, v Viewer, in Input) (number string, err error) {
	err = o.store.Write(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, "", asOf{})
		if err != nil {
			return err
		}
		spec, _ := complaint.SpecOf(procedure.NewComplaint)
		year := l.Calendar.Day(l.Now).Year
		serial, err := tx.Peek(ctx, ComplaintSeries, year)
		if err != nil {
			return err
		}
		l.Number = Number("", year, serial)
		facts, err := complaint.Take(&l.Situation, spec, complaint.Input{Values: in.Values})
		if err != nil {
			return err
		}
		if _, err := tx.Take(ctx, ComplaintSeries, year); err != nil {
			return err
		}
		number = l.Number
		if err := o.append(ctx, tx, number, 0, l.Now, facts); err != nil {
			return err
		}
		if err := o.project(ctx, tx, number); err != nil {
			return err
		}
		return finish(ctx, tx, l.Actor, in.Draft)
	})
	return number, err
}

// Number writes a number of a series: 2026-001, M-2026-014, E-004 (year 0).
func Number(prefix string, year, serial int) string {
	if year == 0 {
		return fmt.Sprintf("%s%03d", prefix, serial)
	}
	return fmt.Sprintf("%s%d-%03d", prefix, year, serial)
}

// Take takes an action on a subject. It gives a *complaint.Refusal,
// complaint.Faults, ErrStale or ErrNotFound, and then nothing was recorded.
func (o *Office) Take(ctx context.Context, v Viewer, subject string, action procedure.ActionID, in Input) error {
	_, err := o.TakeNew(ctx, v, subject, action, in)
	return err
}

// TakeNew is Take, and gives the number of the complaint, notice or expert's
// file that it opened; "" where it opened none.
func (o *Office) TakeNew(ctx context.Context, v Viewer, subject string, action procedure.ActionID, in Input) (opened string, err error) {
	spec, ok := complaint.SpecOf(action)
	if !ok || action == procedure.NewComplaint {
		return "", fmt.Errorf("%w: %s", ErrNotFound, action)
	}
	err = o.store.Write(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, subject, asOf{})
		if err != nil {
			return err
		}
		if !l.Takes(action) {
			return fmt.Errorf("%w: %s", ErrNotFound, action)
		}
		if in.Seen != 0 && in.Seen != l.seq {
			return ErrStale
		}
		if !l.opens() {
			return o.notYours(l, action)
		}
		taken, err := o.numbers(ctx, tx, l)
		if err != nil {
			return err
		}
		files, faults := attachments(in.Files)
		if faults != nil {
			return faults
		}
		facts, err := complaint.Take(&l.Situation, spec, complaint.Input{Values: in.Values, Files: files})
		if err != nil {
			return err
		}
		for _, f := range in.Files {
			if err := tx.PutFile(ctx, l.stream, digest(f.Content), f.Content); err != nil {
				return err
			}
		}
		for _, f := range facts {
			if take, ok := taken[f.Stream]; ok {
				delete(taken, f.Stream)
				if err := take(); err != nil {
					return err
				}
			}
			if f.Stream != "" && l.home() == "" {
				opened = f.Stream
			}
		}
		if err := o.across(ctx, tx, l, facts); err != nil {
			return err
		}
		return finish(ctx, tx, l.Actor, in.Draft)
	})
	return opened, err
}

// notYours refuses on a complaint that the viewer may not see whole; the
// sentence is that of his role, so that it gives nothing away.
func (o *Office) notYours(l *loaded, action procedure.ActionID) error {
	spec, _ := complaint.SpecOf(action)
	if r := complaint.OfferOf(&l.Situation, spec).Refusal; r != nil && r.Rule == "roles" {
		return r
	}
	return &complaint.Refusal{Rule: "roles", Key: "not-yours"}
}

// numbers sets the numbers that a new complaint, measure, notice or expert
// would get now; those that are used have to be taken.
func (o *Office) numbers(ctx context.Context, tx Tx, l *loaded) (take map[string]func() error, err error) {
	year := calendar.New(o.set.Zone).Day(l.Now).Year
	take = map[string]func() error{}
	for _, n := range []struct {
		to     *string
		series Series
		prefix string
		year   int
	}{{&l.Number, ComplaintSeries, "", year}, {&l.NextMeasure, MeasureSeries, measurePrefix, year},
		{&l.NextNotice, NoticeSeries, noticePrefix, year}, {&l.NextExpert, ExpertSeries, expertPrefix, 0}} {
		serial, err := tx.Peek(ctx, n.series, n.year)
		if err != nil {
			return nil, err
		}
		*n.to = Number(n.prefix, n.year, serial)
		for slices.ContainsFunc(l.Experts, func(e complaint.ExpertRef) bool { return e.ID == *n.to }) {
			if _, err := tx.Take(ctx, n.series, n.year); err != nil { // a finding opened that file before
				return nil, err
			}
			serial++
			*n.to = Number(n.prefix, n.year, serial)
		}
		take[*n.to] = func() error { _, err := tx.Take(ctx, n.series, n.year); return err }
	}
	return take, nil
}

// across puts each fact at the end of its own stream, and brings the read
// models of all that heard of it up to date.
func (o *Office) across(ctx context.Context, tx Tx, l *loaded, facts []complaint.Pending) error {
	at := map[string]int{"": l.seq}
	for _, f := range facts {
		stream := f.Stream
		if _, known := at[stream]; !known {
			before, err := tx.Stream(ctx, stream)
			if err != nil {
				return err
			}
			at[stream] = len(before)
		}
		name := stream
		if name == "" {
			name = l.stream
		}
		if err := o.append(ctx, tx, name, at[stream], l.Now, []complaint.Pending{f}); err != nil {
			return err
		}
		at[stream]++
	}
	for stream := range at {
		if stream == "" {
			stream = l.stream
		}
		project := o.projectPaper
		if _, _, ok := parseNumber(stream); ok {
			project = o.project
		}
		if err := project(ctx, tx, stream); err != nil {
			return err
		}
	}
	return nil
}

// finish drops the draft that was recorded, where it is still there.
func finish(ctx context.Context, tx Tx, v Viewer, draft string) error {
	if err := dropDraft(ctx, tx, v, draft); !errors.Is(err, ErrNotFound) {
		return err
	}
	return nil
}

func attachments(files map[string]File) (map[string]complaint.Attachment, error) {
	out := map[string]complaint.Attachment{}
	for field, f := range files {
		if len(f.Content) > MaxFile {
			return nil, complaint.Faults{{Field: field, Key: "file-too-big", Args: map[string]string{"Max": strconv.Itoa(MaxFile >> 20)}}}
		}
		out[field] = complaint.Attachment{Name: f.Name, Size: int64(len(f.Content)), Digest: digest(f.Content)}
	}
	return out, nil
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// Offers are the actions on a subject: whether the viewer may take them now,
// and if not why not, with their fields. Subject "" offers a new complaint.
func (o *Office) Offers(ctx context.Context, v Viewer, subject string) (offers []complaint.Offer, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, subject, asOf{})
		if err != nil {
			return err
		}
		if subject == "" {
			spec, _ := complaint.SpecOf(procedure.NewComplaint)
			offers = []complaint.Offer{complaint.OfferOf(&l.Situation, spec)}
			return nil
		}
		offers = l.offers()
		return nil
	})
	return offers, err
}

// opens says whether the viewer may see what his actions would show: the
// complaint whole, or a measure, which shows nothing of its complaint.
func (l *loaded) opens() bool { return l.access >= accessWhole || l.Measure != nil }

// offers leaves the fields out where the viewer may not see the complaint
// whole: their defaults would tell.
func (l *loaded) offers() []complaint.Offer {
	offers := complaint.Offers(&l.Situation)
	if l.opens() {
		return offers
	}
	for i := range offers {
		offers[i].Fields = nil
		if offers[i].Refusal == nil {
			offers[i].Refusal = &complaint.Refusal{Rule: "roles", Key: "not-yours"}
		}
	}
	return offers
}
