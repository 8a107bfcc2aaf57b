package wording

import (
	"cmp"
	"slices"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Duties are the obligations in the order of the steps.
func Duties(d *office.Dossier) []office.DutyView {
	out := slices.Clone(d.Duties)
	slices.SortStableFunc(out, func(a, b office.DutyView) int { return cmp.Compare(StepNumber(d, a), StepNumber(d, b)) })
	return out
}

// StepNumber is the number of the step to which an obligation belongs.
func StepNumber(d *office.Dossier, v office.DutyView) int {
	step, _ := d.Procedure.Step(v.Obligation.Step)
	return step.Number
}

// DutyTitle is how an obligation is called.
func DutyTitle(sp *lang.Speaker, d office.DutyView) string {
	return d.Obligation.Title.In(string(sp.Language()))
}

// Proof says how an obligation stands, with its moments.
func Proof(sp *lang.Speaker, d office.DutyView, now time.Time) string {
	clock := d.Obligation.Term != nil && d.Obligation.Term.Unit == calendar.Hours
	due := func() string {
		if clock {
			return sp.When(d.DueAt, now)
		}
		return sp.NearDay(d.DueAt, now)
	}
	switch d.Status {
	case complaint.Met:
		if d.DueAt.IsZero() {
			return sp.T("duty.met-free", lang.Args{"At": sp.When(d.MetAt, now)})
		}
		return sp.T("duty.met", lang.Args{"At": sp.When(d.MetAt, now), "Due": due()})
	case complaint.MetLate:
		return sp.T("duty.met-late", lang.Args{"At": sp.When(d.MetAt, now), "Due": due()})
	case complaint.Extended:
		return sp.T("duty.extended", lang.Args{"Due": due()})
	case complaint.WaivedStatus:
		return sp.T("duty.waived", lang.Args{"Why": d.Waived.Why})
	case complaint.Open, complaint.DueSoon, complaint.Overdue:
		if d.DueAt.IsZero() {
			return sp.T("status.open")
		}
		key := "duty.left"
		if d.Status == complaint.Overdue {
			key = "duty.overdue"
		} else if clock {
			key = "duty.left-clock"
		}
		return sp.T(key, lang.Args{"Left": sp.Left(d.DueAt, now), "Due": due()})
	case complaint.NotApplicable:
		if d.ReasonFact != "" {
			return sp.T("reason." + string(d.ReasonFact))
		}
		return sp.T("reason." + string(d.Reason))
	}
	if !d.StartsAt.IsZero() {
		return sp.T("duty.opens", lang.Args{"At": sp.NearDay(d.StartsAt, now)})
	}
	return sp.T("status.waiting")
}

// ShortProof is Proof in fewer words, "" where there are none.
func ShortProof(sp *lang.Speaker, d office.DutyView, now time.Time) string {
	switch d.Status {
	case complaint.Met:
		return sp.T("duty.met-short", lang.Args{"At": sp.When(d.MetAt, now)})
	case complaint.MetLate:
		return sp.T("duty.met-late-short", lang.Args{"At": sp.When(d.MetAt, now)})
	case complaint.NotApplicable:
		return sp.T("status." + string(d.Status))
	case complaint.Open, complaint.DueSoon, complaint.Overdue:
		if !d.DueAt.IsZero() {
			return sp.Left(d.DueAt, now)
		}
	}
	return ""
}

// Reckoning are the lines that say how the term of an obligation was reckoned,
// and the sentences that it rests on.
func Reckoning(sp *lang.Speaker, p *procedure.Procedure, d office.DutyView) []string {
	lines := []string{d.Obligation.Explain.In(string(sp.Language())), "", sp.T("duty.reckon-title")}
	if len(d.Reckoning) == 0 {
		lines = append(lines, "  "+sp.T("duty.reckon-none"))
	}
	for _, step := range d.Reckoning {
		lines = append(lines, "  "+reckonStep(sp, step))
	}
	if d.Obligation.Own {
		lines = append(lines, "  "+sp.T("dossier.own"))
	}
	lines = append(lines, "")
	for _, id := range d.Obligation.Sentences {
		if x, ok := p.Sentence(id); ok {
			lines = append(lines, sp.T("dossier.quote", lang.Args{"Text": x.Text, "Section": x.Section}))
		}
	}
	return lines
}

func reckonStep(sp *lang.Speaker, step calendar.Step) string {
	args := lang.Args{"Name": sp.Holiday(step.Name)}
	if !step.At.IsZero() {
		args["At"] = sp.Moment(step.At)
	}
	if step.Kind == calendar.StepAddWorkingDays && step.Count == 0 {
		return sp.T("reckon.same-day")
	}
	if term := (calendar.Term{Count: step.Count, Unit: calendar.Days}); step.Kind == calendar.StepAddDays {
		return sp.T("reckon.add", lang.Args{"Term": sp.Term(term.String())})
	}
	if term := (calendar.Term{Count: step.Count, Unit: calendar.Months}); step.Kind == calendar.StepAddMonths {
		return sp.T("reckon.add", lang.Args{"Term": sp.Term(term.String())})
	}
	if step.Count != 0 {
		return sp.N("reckon."+string(step.Kind), step.Count, args)
	}
	return sp.T("reckon."+string(step.Kind), args)
}

// Idle says why there is nothing to do now.
func Idle(sp *lang.Speaker, d *office.Dossier, now time.Time) string {
	if d.Phase == procedure.Completed {
		return sp.T("dossier.completed")
	}
	for _, v := range d.Duties {
		if v.Status == complaint.Waiting && v.StartsAt.After(now) && len(v.Obligation.MetBy) > 0 && v.Obligation.Gate {
			return sp.T("dossier.opens", lang.Args{"Title": DutyTitle(sp, v), "At": sp.NearDay(v.StartsAt, now)})
		}
	}
	return sp.T("dossier.nothing")
}

// WholeDay says whether a term ends with its day, so that the hour says nothing.
func WholeDay(sp *lang.Speaker, due time.Time) bool {
	local := due.In(sp.Zone())
	return local.Hour() == 23 && local.Minute() == 59
}

// Due is a term seen from now: its day alone where the hour says nothing.
func Due(sp *lang.Speaker, due, now time.Time) string {
	if WholeDay(sp, due) {
		return sp.NearDay(due, now)
	}
	return sp.When(due, now)
}

// Until says by when something has to be done, or had to be.
func Until(sp *lang.Speaker, due, now time.Time) string {
	at := sp.Moment(due)
	if WholeDay(sp, due) {
		at = sp.Day(due)
	}
	if now.After(due) {
		return sp.T("agenda.was-due", lang.Args{"At": at})
	}
	return sp.T("agenda.due", lang.Args{"At": at})
}
