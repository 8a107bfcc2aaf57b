package office

import (
	"context"
	"strings"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Papers are the read models of notices and of experts.
type Papers interface {
	PutNotice(ctx context.Context, n NoticeRow) error
	// Notices are those filed by somebody (an ID), with all also those of others
	// but for what became, or belongs to, a complaint about his login; the open
	// ones first, the oldest of them on top.
	// With open none but those.
	Notices(ctx context.Context, by, login string, all, open bool) ([]NoticeRow, error)
	PutExpert(ctx context.Context, e complaint.ExpertRef) error
	PutMeasure(ctx context.Context, m MeasureRow) error
	// Measures are those from complaints that the sight sees whole, and its own;
	// what is not done first, by the day on which it has to be. Of those that
	// are open the first so many, of those that are done the last; -1 is all.
	Measures(ctx context.Context, sight Sight, open, done int) ([]MeasureRow, error)
	// OwnMeasures are those that are the viewer's to make, from a day (2026-11-24) on:
	// the first so many.
	OwnMeasures(ctx context.Context, sight Sight, from string, most int) ([]MeasureRow, error)
	// Experts are all, by number; never nil.
	Experts(ctx context.Context) ([]complaint.ExpertRef, error)
}

// NoticeRow is a notice as the Postvak shows it. By is an ID.
type NoticeRow struct {
	ID, By     string
	ReceivedAt time.Time
	State      complaint.NoticeState
	Complaint  string
	Sender     string
	Subject    string
}

// MeasureRow is a measure as the list shows it (S39). Owner is an ID, Day the day
// by which it has to be done (2027-01-15); DoneAt and CheckedAt are zero before that.
type MeasureRow struct {
	ID, Complaint, What, Owner, Day string
	DoneAt, CheckedAt               time.Time
}

// The actions that begin a notice and an expert's file; both are taken on the
// organisation itself.
const (
	FilesNotice = procedure.FileNotice
	AddsExpert  = procedure.AddExpert
)

// Itself is the subject of what is taken on the organisation itself.
const Itself = organisation.Stream

// Subjects by the first letters of their numbers.
const (
	noticePrefix  = "N-"
	expertPrefix  = "E-"
	measurePrefix = "M-"
)

// IsComplaint says whether a subject is a complaint.
func IsComplaint(subject string) bool {
	_, _, ok := parseNumber(subject)
	return ok
}

// IsNotice says whether a subject is a notice.
func IsNotice(subject string) bool { return strings.HasPrefix(subject, noticePrefix) }

// IsExpert says whether a subject is an expert's file.
func IsExpert(subject string) bool { return strings.HasPrefix(subject, expertPrefix) }

// Notices are those in the Postvak that the viewer may see: all but those about
// himself for who may record complaints, for others their own.
func (o *Office) Notices(ctx context.Context, v Viewer) (rows []NoticeRow, err error) {
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) (err error) {
		rows, err = tx.Notices(ctx, v.ID, v.Login, records(v), false)
		return err
	})
	return rows, err
}

// Notice opens a notice; ErrNotFound for who may not see it.
func (o *Office) Notice(ctx context.Context, v Viewer, id string) (n *complaint.Notice, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, id, asOf{})
		if err != nil {
			return err
		}
		if n = l.Notice; n == nil {
			return ErrNotFound
		}
		return nil
	})
	return n, err
}

// ExpertFile is an expert's file with what it owes.
type ExpertFile struct {
	complaint.Expert
	Now    time.Time
	Duties []DutyView
}

// Experts are all experts by name; where they are excluded is left to the
// director (S40).
func (o *Office) Experts(ctx context.Context, v Viewer) (experts []complaint.ExpertRef, err error) {
	err = o.look(ctx, v, func(tx Tx, _ *organisation.Organisation, v Viewer) (err error) {
		if experts, err = tx.Experts(ctx); err == nil && !directs(v) {
			for i := range experts {
				experts[i].Exclusions = nil
			}
		}
		return err
	})
	return experts, err
}

// Expert opens an expert's file; only the director may (S40), others get
// ErrNotFound.
func (o *Office) Expert(ctx context.Context, v Viewer, id string) (f *ExpertFile, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, id, asOf{})
		if err != nil {
			return err
		}
		if l.Expert == nil {
			return ErrNotFound
		}
		f = &ExpertFile{Expert: *l.Expert, Now: l.Now}
		for _, d := range l.Expert.Duties(l.Procedure, l.Calendar) {
			f.Duties = append(f.Duties, DutyView{d, d.Status(l.Now)})
		}
		return nil
	})
	return f, err
}

// MeasureView is a measure with the name of who carries it out.
type MeasureView struct {
	MeasureRow
	OwnerName string
	By        calendar.Day
	Overdue   bool // it had to be done by now
}

// MostDone is how many improvements that are done stand in their list: the last
// of them. The others stand in the dossiers of their complaints.
const MostDone = 200

// Measures are those that the viewer may see: from complaints that he sees
// whole, and those that were given to him: of what is open the first MostOfAKind,
// of what is done the last MostDone.
func (o *Office) Measures(ctx context.Context, v Viewer) (out []MeasureView, err error) {
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) error {
		rows, err := tx.Measures(ctx, sightOf(org, v), MostOfAKind, MostDone)
		if err != nil {
			return err
		}
		today := o.Day(o.Now())
		for _, m := range rows {
			owner, _ := org.Member(m.Owner)
			by, err := calendar.ParseDay(m.Day)
			if err != nil {
				return err
			}
			out = append(out, MeasureView{m, owner.Name, by, m.DoneAt.IsZero() && by.Before(today)})
		}
		return nil
	})
	return out, err
}

// Warning is what somebody has to know about what he fills in, as a catalogue
// key (warning.KEY) and its data.
type Warning struct {
	Field string
	Key   string
	Args  map[string]string
}

// warnings are those about a form as it is filled in: an expert who is excluded
// at that client. Who may not read his file hears only that he should ask the
// director (S40).
func (l *loaded) warnings(values map[string]string) []Warning {
	e, ok := l.Excluded(values["person_concerned"], values["client"], values["organisation"])
	switch {
	case ok && directs(l.Actor):
		return []Warning{{"person_concerned", "excluded", map[string]string{"Name": e.Name, "Expert": e.ID}}}
	case ok:
		return []Warning{{"person_concerned", "ask-director", nil}}
	}
	return nil
}

// Warnings are those about a complaint as it is recorded.
func (o *Office) Warnings(ctx context.Context, v Viewer, number string) (out []Warning, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, number, asOf{})
		if err == nil && l.Complaint != nil && l.access >= accessWhole {
			out = l.warnings(l.Complaint.Form.Values())
		}
		return err
	})
	return out, err
}

// loadPaper reads a notice or an expert's file, for who may see it.
func (o *Office) loadPaper(ctx context.Context, tx Tx, l *loaded, subject string) (err error) {
	codec, mayRead := complaint.ExpertCodec(), directs(l.Actor)
	if IsNotice(subject) {
		codec = complaint.NoticeCodec()
	}
	facts, err := o.facts(ctx, tx, subject, codec)
	if err != nil {
		return err
	}
	if IsNotice(subject) {
		if l.Notice, err = complaint.FoldNotice(subject, facts); err == nil {
			mayRead, err = o.mayReadNotice(ctx, tx, l.Actor, l.Notice)
		}
	} else {
		l.Expert, err = complaint.FoldExpert(subject, facts)
	}
	if err == nil && (len(facts) == 0 || !mayRead) {
		return ErrNotFound
	}
	l.seq = len(facts)
	return err
}

// mayReadNotice says whether somebody filed a notice himself, or records
// complaints and it is not about him.
func (o *Office) mayReadNotice(ctx context.Context, tx Tx, v Viewer, n *complaint.Notice) (bool, error) {
	switch {
	case n.By == v.ID:
		return true, nil
	case !records(v):
		return false, nil
	case n.Complaint == "":
		return true, nil
	}
	facts, err := o.facts(ctx, tx, n.Complaint, complaint.Codec())
	if err != nil {
		return false, err
	}
	c, err := complaint.Fold(n.Complaint, facts)
	return err == nil && accessOf(v, c) != accessOwn, err
}

// projectPaper brings the read model of a notice or an expert up to date; other
// streams have none here.
func (o *Office) projectPaper(ctx context.Context, tx Tx, stream string) error {
	fold := func(codec event.Codec, put func([]event.Recorded) error) error {
		facts, err := o.facts(ctx, tx, stream, codec)
		if err != nil {
			return err
		}
		return put(facts)
	}
	switch {
	case IsMeasure(stream):
		return fold(complaint.MeasureCodec(), func(facts []event.Recorded) error {
			m, err := complaint.FoldMeasure(stream, facts)
			if err != nil {
				return err
			}
			return tx.PutMeasure(ctx, measureRow(m))
		})
	case IsNotice(stream):
		return fold(complaint.NoticeCodec(), func(facts []event.Recorded) error {
			n, err := complaint.FoldNotice(stream, facts)
			if err != nil {
				return err
			}
			return tx.PutNotice(ctx, NoticeRow{n.ID, n.By, n.ReceivedAt, n.State, n.Complaint, n.Sender.Name, n.Subject})
		})
	case IsExpert(stream):
		return fold(complaint.ExpertCodec(), func(facts []event.Recorded) error {
			e, err := complaint.FoldExpert(stream, facts)
			if err != nil {
				return err
			}
			return tx.PutExpert(ctx, e.Ref())
		})
	}
	return nil
}

func measureRow(m *complaint.Measure) MeasureRow {
	return MeasureRow{m.ID, m.Complaint, m.What, m.Owner, m.By.String(), m.DoneAt, m.CheckedAt}
}
