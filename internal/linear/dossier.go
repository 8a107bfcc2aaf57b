package linear

import (
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

// dossier tells of one complaint what has to be done now, and leads to all that
// is in it.
func (s *session) dossier(number string) error {
	first := true
	return s.stay(func() error {
		d, err := s.o.Dossier(s.ctx, s.v, number, time.Time{})
		if err == nil && first {
			err = s.o.Opened(s.ctx, s.v, number)
		}
		if err != nil {
			return s.failed(err)
		}
		first = false
		l := listing{head: append(s.head(d), s.now(d)...), help: "linear.help-dossier", whole: true}
		if d.About {
			s.say(l.head...)
			s.say(s.ownCopy(d)...)
			l.head = nil
		}
		if !d.About {
			l.items = append(s.nextItems(d), item{s.sp.T("linear.actions"), func() error { return s.actions(number) }})
		}
		l.items = append(l.items, s.partItems(d)...)
		if len(l.items) > 0 {
			l.enter = 1
		}
		return s.pick(l)
	})
}

// ownCopy is what a person concerned may read: the copy that he was sent.
func (s *session) ownCopy(d *office.Dossier) []string {
	if len(d.Letters) == 0 {
		return []string{s.sp.T("dossier.no-copy")}
	}
	return []string{d.Letters[len(d.Letters)-1].Text}
}

// head says of a complaint who, what, and how far.
func (s *session) head(d *office.Dossier) (lines []string) {
	sp := s.sp
	step, _ := d.Procedure.Step(d.Step)
	at := sp.T("linear.dossier-step", lang.Args{"At": step.Number, "Of": len(d.Procedure.Steps), "Step": sp.T("step." + string(d.Step)), "Phase": sp.T("phase." + string(d.Phase))})
	if d.About {
		return []string{sp.T("linear.dossier", lang.Args{"Number": d.Number}), at, sp.T("dossier.about-you")}
	}
	owner := sp.T("linear.dossier-owner", lang.Args{"Name": d.Owner.Name, "At": sp.When(d.ReceivedAt, d.Now)})
	if !d.Whole {
		return []string{sp.T("linear.dossier", lang.Args{"Number": d.Number}), at, owner, sp.T("dossier.outline")}
	}
	lines = append(lines, sp.T("linear.dossier", lang.Args{"Number": d.Number, "Name": d.Form.ComplainantName, "Organisation": d.Form.Organisation}), d.Form.Subject)
	if d.Severity == complaint.SeriousCase {
		lines = append(lines, sp.T("agenda.serious"))
	}
	lines = append(lines, at, owner)
	if d.Outcome != "" {
		lines = append(lines, sp.T("linear.dossier-outcome", lang.Args{"Outcome": sp.T("outcome." + string(d.Outcome))}))
	}
	if len(d.Busy) > 0 {
		lines = append(lines, sp.T("linear.dossier-busy", lang.Args{"Name": d.Busy[0].Person}))
	}
	return lines
}

// now says what has to be done now, how, and by which sentence.
func (s *session) now(d *office.Dossier) (lines []string) {
	sp, n := s.sp, d.Next
	if !d.Whole {
		return nil
	}
	if n == nil {
		return []string{wording.Idle(sp, d, d.Now)}
	}
	lines = append(lines, sp.T("linear.next", lang.Args{"Title": wording.DutyTitle(sp, n.Duty), "Standing": s.standing(n.Duty, d.Now)}))
	if n.Offer.Refusal != nil {
		lines = append(lines, sp.T("linear.turn", lang.Args{"Roles": sp.AnyRole([]string{string(n.Duty.Obligation.OwedBy)})}))
	}
	lines = append(lines, n.Duty.Obligation.Explain.In(string(sp.Language())))
	if n.Sentence.ID != "" {
		lines = append(lines, sp.T("agenda.sentence", lang.Args{"ID": n.Sentence.ID, "Section": n.Sentence.Section, "Text": n.Sentence.Text}))
	}
	return lines
}

// nextItems lead on: to what is half filled in, and to what has to be done now.
func (s *session) nextItems(d *office.Dossier) (items []item) {
	sp := s.sp
	for _, x := range d.Drafts {
		text := sp.T("linear.draft-here", lang.Args{"Title": sp.T("action." + string(x.Action)), "At": sp.When(x.SavedAt, d.Now)})
		items = append(items, item{text, func() error { return s.took(d.Number, x.Action, x.ID) }})
	}
	n := d.Next
	if n == nil || n.Offer.Refusal != nil {
		return items
	}
	ids := []procedure.ActionID{n.Offer.Spec.ID}
	for _, o := range n.Others {
		ids = append(ids, o.Spec.ID)
	}
	return append(items, item{sp.T("linear.do-now", lang.Args{"Title": wording.DutyTitle(sp, n.Duty)}), func() error {
		if len(ids) > 1 {
			return s.leadOn(d.Number, ids)
		}
		return s.took(d.Number, ids[0], "")
	}})
}

// standing says how an obligation stands. The status is said where the proof
// does not tell it.
func (s *session) standing(v office.DutyView, now time.Time) string {
	sp := s.sp
	status, proof := sp.T("status."+string(v.Status)), wording.Proof(sp, v, now)
	untold := v.Status == complaint.DueSoon || v.Status == complaint.NotApplicable || v.Status == complaint.Met && v.DueAt.IsZero()
	if !untold || status == proof {
		return proof
	}
	return sp.T("linear.standing", lang.Args{"Status": status, "Proof": proof})
}
