package office

import (
	"context"
	"fmt"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
)

// loaded is a subject loaded within one transaction.
type loaded struct {
	complaint.Situation
	org    *organisation.Organisation
	access access
	stream string // "" for a complaint still to be recorded
	seq    int
	facts  []event.Recorded // of the complaint
}

// load reads a subject: "" is a complaint to be recorded, M-… a measure.
func (o *Office) load(ctx context.Context, tx Tx, v Viewer, subject string, until asOf) (*loaded, error) {
	org, v, err := o.present(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	l := &loaded{org: org, access: accessAll, stream: subject}
	l.Now, l.Actor, l.People, l.DefaultOwner = o.Now(), v, people(org), org.DefaultOwner
	digest, home := org.Procedure, subject
	if l.Experts, err = tx.Experts(ctx); err != nil {
		return nil, err
	}
	switch {
	case subject == organisation.Stream:
		home = ""
	case IsNotice(subject), IsExpert(subject):
		home = ""
		if err = o.loadPaper(ctx, tx, l, subject); err != nil {
			return nil, err
		}
	case IsMeasure(subject):
		if home, err = o.loadMeasure(ctx, tx, l, subject); err != nil {
			return nil, err
		}
	}
	if home != "" {
		if err := o.loadComplaint(ctx, tx, l, home, until); err != nil {
			return nil, err
		}
		digest = l.Complaint.Procedure
		if l.Measure == nil {
			l.seq = l.facts[len(l.facts)-1].Seq
		}
	}
	if l.Procedure, err = o.procedure(ctx, tx, digest); err != nil {
		return nil, err
	}
	if l.Lists, err = o.procedure(ctx, tx, org.Procedure); err != nil {
		return nil, err
	}
	l.Calendar = o.calendarOf(l)
	l.Known = func(number string) bool { return o.mayOpen(ctx, tx, l.Actor, number) }
	l.Letter = func(kind complaint.LetterKind, c *complaint.Complaint) string { return o.letter(l, kind, c) }
	return l, nil
}

// mayOpen says whether a complaint is there and the viewer sees it whole.
func (o *Office) mayOpen(ctx context.Context, tx Tx, v Viewer, number string) bool {
	if _, _, ok := parseNumber(number); !ok {
		return false
	}
	facts, err := o.facts(ctx, tx, number, complaint.Codec())
	if err != nil || len(facts) == 0 {
		return false
	}
	c, err := complaint.Fold(number, facts)
	return err == nil && accessOf(v, c) >= accessWhole
}

// calendarOf is the calendar of a subject: that of a complaint has the closed
// days that it was promised with. What is recorded now is promised with those of
// the organisation. On an expert's file, whose terms are reckoned from his
// findings each time, they would move what was promised: there only holidays do.
func (o *Office) calendarOf(l *loaded) calendar.Calendar {
	switch {
	case l.Complaint != nil:
		return calendar.New(o.set.Zone, l.Complaint.Closed...)
	case l.Expert != nil:
		return calendar.New(o.set.Zone)
	}
	return l.org.Closing.On(calendar.New(o.set.Zone))
}

// asOf leaves facts out: those that happened, or were recorded, after a moment.
type asOf struct{ happened, known time.Time }

func (a asOf) keeps(r event.Recorded) bool {
	return (a.happened.IsZero() || !r.HappenedAt.After(a.happened)) && (a.known.IsZero() || !r.RecordedAt.After(a.known))
}

func (o *Office) loadComplaint(ctx context.Context, tx Tx, l *loaded, number string, until asOf) error {
	facts, err := o.facts(ctx, tx, number, complaint.Codec())
	if err != nil {
		return err
	}
	for _, r := range facts {
		if until.keeps(r) {
			l.facts = append(l.facts, r)
		}
	}
	if len(l.facts) == 0 {
		return fmt.Errorf("%w: %s", ErrNotFound, number)
	}
	if l.Complaint, err = complaint.Fold(number, l.facts); err != nil {
		return err
	}
	now := l.Complaint
	if len(l.facts) < len(facts) {
		if now, err = complaint.Fold(number, facts); err != nil {
			return err
		}
	}
	l.access = accessOf(l.Actor, now) // what was known then is not more his to read than what is known now
	return nil
}

func (o *Office) loadMeasure(ctx context.Context, tx Tx, l *loaded, id string) (home string, err error) {
	facts, err := o.facts(ctx, tx, id, complaint.MeasureCodec())
	if err != nil {
		return "", err
	}
	if len(facts) == 0 {
		return "", fmt.Errorf("%w: %s", ErrNotFound, id)
	}
	if l.Measure, err = complaint.FoldMeasure(id, facts); err != nil {
		return "", err
	}
	l.seq = l.Measure.Seq
	return l.Measure.Complaint, nil
}

func (o *Office) letter(l *loaded, kind complaint.LetterKind, c *complaint.Complaint) string {
	if o.set.Letters == nil || c == nil {
		return ""
	}
	owner, _ := l.org.Member(c.Owner)
	text, err := o.set.Letters(kind, c, LetterSetting{Organisation: l.org, Procedure: l.Procedure, Calendar: l.Calendar,
		Actor: l.Actor, Owner: person(owner), Concerned: l.ConcernedName(c.Form.PersonConcerned), Now: l.Now})
	if err != nil {
		return "" // the person writes it himself; a test proves that every template works
	}
	return text
}

// home is the number of the complaint at hand, or "".
func (l *loaded) home() string {
	if l.Complaint == nil {
		return ""
	}
	return l.Complaint.Number
}
