package office

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Dossier is everything recorded about one complaint, as far as the viewer may
// see it. What he may not see is empty.
type Dossier struct {
	Number     string
	Seq        int
	Whole      bool
	About      bool // it is about the viewer: number, step, phase and his copy
	Now        time.Time
	Procedure  *procedure.Procedure
	Lists      *procedure.Procedure // in force now: how categories and causes are called
	Phase      procedure.Phase
	Outcome    procedure.Ending
	Step       procedure.StepID
	Severity   complaint.Severity
	ReceivedAt time.Time
	RecordedAt time.Time
	Owner      Viewer
	Form       complaint.Form
	Concerned  string // how the person concerned is called
	Duties     []DutyView
	Steps      []StepView
	Next       *NextView
	Events     []EventView
	Letters    []complaint.Letter
	Files      []complaint.Attachment
	Measures   []complaint.Measure
	Drafts     []Draft // the viewer's half-filled forms on this complaint
	Busy       []Busy  // names of others who are at work on it
	People     []Viewer
}

// DutyView is an obligation with its status at a moment.
type DutyView struct {
	complaint.Duty
	Status complaint.Status
}

// StepView is how a step stands: done when nothing of it is owed any more.
type StepView struct {
	Step procedure.Step
	Done bool
	Here bool // the complaint stands at it
}

// NextView is the next thing to do and the action that does it. The offer's
// refusal says whose turn it is where it is not the viewer's.
type NextView struct {
	Duty     DutyView
	Offer    complaint.Offer
	Others   []complaint.Offer // what would do as well
	Sentence procedure.Sentence
}

// EventView is one recorded fact. Data is nil where the viewer may not read it.
type EventView struct {
	Seq        int
	HappenedAt time.Time
	RecordedAt time.Time
	Actor      Viewer // the zero Viewer is the program
	For        Viewer // on whose behalf, as a deputy
	Name       string
	Data       map[string]any
	Hidden     bool
	// Items are the names that categories and causes in it had then, by ItemKey.
	Items map[string]procedure.Text
}

// Dossier opens a complaint. With knownAt it is as it had been recorded by
// then (ErrNotFound where nothing had).
func (o *Office) Dossier(ctx context.Context, v Viewer, number string, knownAt time.Time) (d *Dossier, err error) {
	if !IsComplaint(number) {
		return nil, fmt.Errorf("%w: %s", ErrNotFound, number)
	}
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, number, asOf{known: knownAt})
		if err != nil {
			return err
		}
		if !knownAt.IsZero() {
			l.Now = knownAt
		}
		if d, err = o.dossier(ctx, tx, l); err == nil && !knownAt.IsZero() {
			d.Busy = nil // nobody is at work on the past
		}
		return err
	})
	return d, err
}

func (o *Office) dossier(ctx context.Context, tx Tx, l *loaded) (*Dossier, error) {
	c := l.Complaint
	duties := complaint.Duties(c, l.Procedure, l.Calendar)
	d := &Dossier{Number: c.Number, Now: l.Now, Procedure: l.Procedure, Phase: c.Phase, Step: stepOf(c, l.Procedure, duties), People: l.People}
	if l.access == accessOwn {
		d.About = true
		for _, step := range l.Procedure.Steps {
			d.Steps = append(d.Steps, StepView{Step: step, Here: step.ID == d.Step && c.Phase != procedure.Completed})
		}
		for _, letter := range c.Letters {
			if letter.ForPerson {
				d.Letters = append(d.Letters, letter)
			}
		}
		return d, nil
	}
	d.Lists = l.Lists
	owner, _ := l.org.Member(c.Owner)
	d.Seq, d.Outcome, d.Severity, d.ReceivedAt, d.RecordedAt, d.Owner = c.Seq, c.Outcome(), c.Severity(), c.ReceivedAt, c.RecordedAt, person(owner)
	d.Steps = stepViews(l, duties, d.Step)
	if l.access == accessOutline {
		d.Form.Category = c.Form.Category
		return d, nil
	}
	d.Whole, d.Form, d.Concerned = true, c.Form, l.ConcernedName(c.Form.PersonConcerned)
	d.Letters, d.Files = c.Letters, c.Files
	duties = l.readable(duties)
	for _, x := range duties {
		d.Duties = append(d.Duties, DutyView{x, x.Status(l.Now)})
	}
	d.Next = l.next(duties)
	then, err := o.thenNames(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, r := range l.facts {
		view, err := l.view(r)
		if err != nil {
			return nil, err
		}
		view.name(then)
		d.Events = append(d.Events, view)
	}
	for _, ref := range c.Measures {
		facts, err := o.facts(ctx, tx, ref.ID, complaint.MeasureCodec())
		if err != nil {
			return nil, err
		}
		m, err := complaint.FoldMeasure(ref.ID, facts)
		if err != nil {
			return nil, err
		}
		d.Measures = append(d.Measures, *m)
	}
	drafts, err := tx.DraftsOf(ctx, l.Actor.ID)
	for _, x := range drafts {
		if x.Subject == c.Number {
			d.Drafts = append(d.Drafts, x)
		}
	}
	if err != nil {
		return nil, err
	}
	d.Busy, err = l.busy(ctx, tx, c.Number)
	return d, err
}

// atWork is how long somebody counts as at work after he kept something.
const atWork = 15 * time.Minute

// busy names the others who are at work on a subject; not with what (S24).
func (l *loaded) busy(ctx context.Context, tx Tx, subject string) ([]Busy, error) {
	who, err := tx.BusyOn(ctx, subject, l.Actor.ID, l.Now.Add(-atWork))
	for i := range who {
		m, _ := l.org.Member(who[i].Person)
		who[i].Person = m.Name
	}
	return who, err
}

// next is the first open duty that the viewer can bring further now; where
// there is none, the first open one with whose turn it is.
func (l *loaded) next(duties []complaint.Duty) *NextView {
	var waiting *NextView
	for _, d := range duties {
		if !d.IsOpen(l.Now) {
			continue
		}
		offer, ok := complaint.NextAction(&l.Situation, d)
		if !ok {
			continue
		}
		view := &NextView{Duty: DutyView{d, d.Status(l.Now)}, Offer: offer}
		if len(d.Obligation.Sentences) > 0 {
			view.Sentence, _ = l.Procedure.Sentence(d.Obligation.Sentences[0])
		}
		if offer.Refusal == nil {
			view.Others = complaint.Alternatives(&l.Situation, offer)
			return view
		}
		if waiting == nil {
			waiting = view
		}
	}
	return waiting
}

func stepViews(l *loaded, duties []complaint.Duty, here procedure.StepID) []StepView {
	var out []StepView
	for _, step := range l.Procedure.Steps {
		v := StepView{Step: step, Done: true, Here: step.ID == here && l.Complaint.Phase != procedure.Completed}
		for _, d := range duties {
			if d.Obligation.Step != step.ID || !d.Obligation.Gate {
				continue
			}
			if !d.Closed() {
				v.Done = false
			}
		}
		out = append(out, v)
	}
	return out
}

// restricted is an event that only the director and the owner may read (S24).
type restricted interface{ Restricted() }

func (l *loaded) view(r event.Recorded) (EventView, error) {
	actor, _ := l.org.Member(r.Actor)
	behalf, _ := l.org.Member(r.For)
	v := EventView{For: person(behalf), Seq: r.Seq, HappenedAt: r.HappenedAt, RecordedAt: r.RecordedAt, Actor: person(actor), Name: r.Event.EventName()}
	if _, secret := r.Event.(restricted); secret && l.access < accessAll {
		v.Hidden = true
		return v, nil
	}
	data, err := dataOf(r.Event)
	v.Data = data
	return v, err
}

// dataOf is an event's content as names and values.
func dataOf(e event.Event) (map[string]any, error) {
	figures, personal, err := event.Split(e)
	if err != nil {
		return nil, err
	}
	data := map[string]any{}
	for _, part := range [][]byte{figures, personal} {
		if err := json.Unmarshal(part, &data); err != nil {
			return nil, err
		}
	}
	return data, nil
}

// Measure opens a measure with the number of its complaint in it; only those
// who may see the complaint whole, and its own owner.
func (o *Office) Measure(ctx context.Context, v Viewer, id string) (m *complaint.Measure, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, id, asOf{})
		if err != nil {
			return err
		}
		if l.Measure == nil || l.access < accessWhole && l.Measure.Owner != l.Actor.ID {
			return ErrNotFound
		}
		m = l.Measure
		return nil
	})
	return m, err
}

// IsMeasure says whether a subject is a measure.
func IsMeasure(subject string) bool { return strings.HasPrefix(subject, measurePrefix) }
