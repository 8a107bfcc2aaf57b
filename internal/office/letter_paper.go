package office

import (
	"context"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// Which letter of a kind is meant; a number from 1 on is that one of those that
// went out.
const (
	LastLetter = 0  // the last one that went out, else the next one
	NextLetter = -1 // the one that still has to go out
)

// LetterPaper is a letter as it is put on paper. Text is word for word what went
// out or was approved; with State "" it is a concept, as it would be prepared now.
type LetterPaper struct {
	Number string
	Kind   complaint.LetterKind
	State  complaint.LetterState
	To     []string // name, organisation and address; empty: the management
	Text   string
	At     time.Time // it went out, was approved, or now
}

// Letter is one letter of a complaint. Whom it is about gets the copy that he
// was sent and no other; ErrNotFound where there is none for the viewer.
func (o *Office) Letter(ctx context.Context, v Viewer, number string, kind complaint.LetterKind, which int) (p *LetterPaper, err error) {
	if !IsComplaint(number) {
		return nil, ErrNotFound
	}
	err = o.store.Read(ctx, func(tx Tx) error {
		l, err := o.load(ctx, tx, v, number, asOf{})
		if err != nil {
			return err
		}
		if l.access == accessOutline {
			return ErrNotFound
		}
		p, err = o.letterPaper(l, kind, which)
		return err
	})
	return p, err
}

func (o *Office) letterPaper(l *loaded, kind complaint.LetterKind, which int) (*LetterPaper, error) {
	var sent []complaint.Letter
	for _, x := range l.Complaint.Letters {
		if x.Kind == kind && (l.access >= accessWhole || x.ForPerson) {
			sent = append(sent, x)
		}
	}
	switch n := len(sent); {
	case which > n:
		return nil, ErrNotFound
	case which > 0:
		return l.sentLetter(sent[which-1]), nil
	case which == LastLetter && n > 0:
		return l.sentLetter(sent[n-1]), nil
	case l.access < accessWhole:
		return nil, ErrNotFound
	}
	return o.nextLetter(l, kind)
}

func (l *loaded) sentLetter(x complaint.Letter) *LetterPaper {
	p := &LetterPaper{Number: l.Complaint.Number, Kind: x.Kind, State: x.State, Text: x.Text, At: x.At}
	f := l.Complaint.Form
	switch {
	case x.Kind == complaint.CopyLetter:
		p.To = []string{x.To}
	case x.To == f.ComplainantName:
		p.To = []string{x.To, f.Organisation}
	default:
		p.To = []string{f.ComplainantName, f.Organisation, x.To}
	}
	return p
}

// nextLetter is the one that still has to go out: as approved (S27), else as it
// would be prepared now.
func (o *Office) nextLetter(l *loaded, kind complaint.LetterKind) (*LetterPaper, error) {
	c := l.Complaint
	p := &LetterPaper{Number: c.Number, Kind: kind, At: l.Now, To: []string{c.Form.ComplainantName, c.Form.Organisation, c.Form.Address}}
	if c.Form.Address == "" {
		p.To[2] = c.Form.Email
	}
	approved, is := c.Fact(procedure.FeedbackApproved)
	_, sent := c.Fact(procedure.FeedbackSent)
	switch kind {
	case complaint.OutcomeLetter:
		if is && !sent {
			p.State, p.At, p.Text = complaint.LetterApproved, approved, c.Feedback.Text // word for word as approved
			return p, nil
		}
	case complaint.DelayLetter: // it names a day that is not known yet
		return nil, &complaint.Refusal{Rule: "S21", Key: "delay-day-first"}
	case complaint.CopyLetter:
		p.To = nil
		_, concerns := c.Fact(procedure.PersonConcerned)
		if _, copied := c.Fact(procedure.PersonCopied); concerns && !copied {
			p.To = []string{l.ConcernedName(c.Form.PersonConcerned)}
		}
	}
	p.Text = o.letter(l, kind, c)
	return p, nil
}
