package linear

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

// taking is one action as it is filled in.
type taking struct {
	*session
	subject string // "" is the incident form
	action  procedure.ActionID
	got     office.Form
	draft   string
	form    *form
	who     office.Same // whose earlier complaints were looked for
	rows    []office.Row
	opened  string // what it opened, once it is recorded
}

// graveActions are those that an empty line does not record: they end
// something, let something go, or say that a letter is really on its way.
func graveActions() []procedure.ActionID {
	return []procedure.ActionID{procedure.Withdraw, procedure.Reopen, procedure.Waive, procedure.SetAsideNotice, procedure.SettleAtOnce, procedure.TakeBack,
		procedure.RecordRuling, procedure.ReferIndependent, procedure.Hold, procedure.ReleaseHold, procedure.TakeExpertMeasure, procedure.JudgeExpert,
		procedure.ConfirmReceipt, procedure.SendCopy, procedure.SendFeedback, procedure.AnnounceDelay, procedure.RemindSatisfaction}
}

// act fills in an action on a subject and takes it; draft is the half-filled
// form to go on with, "" finds it. What it opened, or the subject, is then shown
// by who called.
func (s *session) act(subject string, action procedure.ActionID, draft string) (opened string, err error) {
	got, err := s.o.Form(s.ctx, s.v, subject, action, draft)
	if err != nil {
		return "", up(s.failed(err))
	}
	if r := got.Offer.Refusal; r != nil {
		s.say(s.sp.Refusal(r.Key, r.Args))
		return "", nil
	}
	t := &taking{session: s, subject: subject, action: got.Offer.Spec.ID, got: got}
	if t.needsFile() && s.c.ReadFile == nil {
		s.say(s.sp.Fault("remote-attach", map[string]string{"Number": subject}))
		return "", nil
	}
	t.make()
	if err := t.resume(); err != nil {
		return "", up(err)
	}
	return t.opened, s.fill(t.form)
}

func (t *taking) needsFile() bool {
	return slices.ContainsFunc(t.got.Offer.Fields, func(f complaint.Field) bool { return f.Kind == complaint.FileKind })
}

// make makes the form as it was read.
func (t *taking) make() {
	sp := t.sp
	title := sp.T("intake.title")
	if t.subject == office.Itself {
		title = sp.T("action." + string(t.action))
	} else if t.subject != "" {
		title = sp.T("linear.action-title", lang.Args{"Subject": t.subject, "Action": sp.T("action." + string(t.action))})
	}
	f := newForm(title, wording.Fields(sp, t.got, t.subject, t.o.Now()))
	f.first = []string{sp.T("after." + string(t.action))}
	if len(t.got.Busy) > 0 {
		b := t.got.Busy[0]
		f.first = append(f.first, sp.T("action-screen.busy", lang.Args{"Name": b.Person, "Ago": sp.Ago(b.At, t.o.Now())}))
	}
	f.first = append(f.first, t.approved()...)
	f.grave = slices.Contains(graveActions(), t.action)
	f.keep, f.discard, f.record, f.again = t.keep, t.drop, t.record, t.again
	if t.subject == "" {
		f.beside = t.lookEarlier
	}
	t.form = f
}

// approved is the letter that this action sends and whose text stands already,
// word for word.
func (t *taking) approved() []string {
	letters, _, err := t.o.LettersWaiting(t.ctx, t.v)
	if err != nil {
		return nil // the letter stands in the dossier too
	}
	for _, w := range letters {
		here := w.Number == t.subject && w.Action == t.action && w.Text != ""
		if here && !slices.ContainsFunc(t.asked(), func(f complaint.Field) bool { return f.Kind == complaint.LongText }) {
			return []string{t.sp.T("linear.text-begins"), w.Text, t.sp.T("linear.text-ends")} // as sayText does
		}
	}
	return nil
}

func (t *taking) asked() []complaint.Field { return t.got.Offer.Fields }

// resume offers the half-filled form that lies there.
func (t *taking) resume() error {
	d := t.got.Draft
	if d == nil {
		return nil
	}
	t.draft = d.ID
	sp := t.sp
	t.say(sp.T("linear.draft", lang.Args{"Title": t.form.title, "At": sp.When(d.SavedAt, t.o.Now())}))
	for _, x := range t.form.fields {
		if value, ok := d.Values[x.Name]; ok {
			t.say(t.pair(x, value))
		}
	}
	onward, err := t.yes(sp.T("linear.draft-ask"), true, sp.T("linear.help-draft"))
	if err != nil {
		return err
	}
	if !onward {
		if err := t.drop(); err != nil {
			t.say(sp.Why(err, "linear.failed"))
		}
		return nil
	}
	for i, x := range t.form.fields {
		if value, ok := d.Values[x.Name]; ok {
			t.form.set(x.Name, value)
			t.form.begin = i + 1
		}
	}
	return nil
}

// keep saves what was filled in.
func (t *taking) keep() error {
	values := t.form.changed()
	if t.subject == "" {
		values[wording.Received] = t.form.values[wording.Received]
	}
	id, err := t.o.SaveDraft(t.ctx, t.v, office.Draft{ID: t.draft, Subject: t.subject, Action: t.action, Values: values})
	if err == nil {
		t.draft = id
	}
	return err
}

// drop throws the half-filled form away.
func (t *taking) drop() error {
	if t.draft == "" {
		return nil
	}
	err := t.o.DropDraft(t.ctx, t.v, t.draft)
	if err == nil || errors.Is(err, office.ErrNotFound) {
		t.draft = ""
		return nil
	}
	return err
}

// record takes the action.
func (t *taking) record() error {
	in := t.got.Input(t.form.shown())
	in.Draft = t.draft
	for _, f := range t.asked() {
		if f.Kind != complaint.FileKind {
			continue
		}
		content, err := t.c.ReadFile(in.Values[f.Name])
		if err != nil {
			return complaint.Faults{{Field: f.Name, Key: "file"}}
		}
		in.Files[f.Name] = office.File{Name: filepath.Base(in.Values[f.Name]), Content: content}
	}
	if t.subject == "" {
		number, err := t.o.Record(t.ctx, t.v, in)
		if err != nil {
			return err
		}
		t.opened = number
		t.say(t.sp.T("intake.recorded", lang.Args{"Number": number}))
		return nil
	}
	opened, err := t.o.TakeNew(t.ctx, t.v, t.subject, t.action, in)
	if err != nil {
		return err
	}
	t.opened = opened
	t.say(t.sp.T("action-screen.recorded", lang.Args{"Action": t.sp.T("action." + string(t.action))}))
	return nil
}

// again reads what the subject is now, says what came between, and keeps what
// was typed.
func (t *taking) again() error {
	before := t.got.Seq
	got, err := t.o.Form(t.ctx, t.v, t.subject, t.action, t.draft)
	if err != nil {
		return t.failed(err)
	}
	if office.IsComplaint(t.subject) {
		if d, err := t.o.Dossier(t.ctx, t.v, t.subject, time.Time{}); err == nil && before <= len(d.Events) {
			t.say(wording.NewFacts(t.sp, d.Events[:before], d.Events)...)
		}
	}
	if r := got.Offer.Refusal; r != nil {
		t.say(t.sp.Refusal(r.Key, r.Args), t.sp.T("linear.kept"))
		return errBack
	}
	old := t.form
	t.got = got
	t.make()
	fresh := t.form
	for name, value := range old.changed() {
		if fresh.place(name) >= 0 {
			fresh.set(name, value)
		}
	}
	*old = *fresh
	t.form = old
	return nil
}

// lookEarlier says which complaints there were before of whoever this one is of (S36).
func (t *taking) lookEarlier(string) error {
	v := t.form.values
	who := office.Same{Name: v["complainant_name"], Organisation: v["organisation"], Email: v["email"]}
	if who == t.who || who == (office.Same{}) {
		return nil
	}
	t.who = who
	rows, err := t.o.Earlier(t.ctx, t.v, who, mostEarlier)
	if err != nil || len(rows) == 0 || slices.EqualFunc(rows, t.rows, func(a, b office.Row) bool { return a.Number == b.Number }) {
		return nil // it is only a help; the form goes on without it
	}
	t.rows = rows
	t.say(t.sp.N("linear.earlier", len(rows)))
	for _, r := range rows {
		t.say(t.sp.T("linear.earlier-line", lang.Args{"Number": r.Number, "Name": r.Complainant, "Subject": r.Subject,
			"At": t.sp.Day(r.ReceivedAt), "Phase": t.sp.T("phase." + string(r.Phase))}))
	}
	return nil
}

// mostEarlier is how many earlier complaints are said.
const mostEarlier = 5

// actions lists what can be done with a subject: what is possible first, and of
// the rest why not.
func (s *session) actions(subject string) error {
	offers, err := s.o.Offers(s.ctx, s.v, subject)
	if err != nil {
		return s.failed(err)
	}
	sp := s.sp
	l := listing{head: []string{sp.T("app.actions", lang.Args{"Subject": subject})}, none: sp.T("register.empty"), help: "linear.help-actions"}
	for _, possible := range []bool{true, false} {
		for _, x := range offers {
			if (x.Refusal == nil) != possible {
				continue
			}
			id := x.Spec.ID
			title := sp.T("action." + string(id))
			if possible {
				l.items = append(l.items, item{title, func() error { return s.took(subject, id, "") }})
				continue
			}
			why := sp.Refusal(x.Refusal.Key, x.Refusal.Args)
			l.items = append(l.items, item{sp.T("linear.not-now", lang.Args{"Action": title, "Why": why}), func() error { s.say(why); return nil }})
		}
	}
	return s.pick(l)
}

// took takes an action and opens what it opened.
func (s *session) took(subject string, action procedure.ActionID, draft string) error {
	opened, err := s.act(subject, action, draft)
	if err != nil || opened == "" || opened == subject {
		return err
	}
	return s.open(opened)
}

// leadOn asks which of several actions that lead on it is to be.
func (s *session) leadOn(subject string, actions []procedure.ActionID) error {
	l := listing{head: []string{s.sp.T("app.actions", lang.Args{"Subject": subject})}}
	for _, id := range actions {
		text := s.sp.T("linear.with-after", lang.Args{"Title": s.sp.T("action." + string(id)), "After": strings.TrimSpace(s.sp.T("after." + string(id)))})
		l.items = append(l.items, item{text, func() error { return s.took(subject, id, "") }})
	}
	return s.pick(l)
}
