package wording

import (
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// Moments are those at which something was recorded: the last fact of each.
func Moments(d *office.Dossier) (moments []office.EventView) {
	for _, e := range d.Events {
		if n := len(moments); n > 0 && moments[n-1].RecordedAt.Equal(e.RecordedAt) {
			moments[n-1] = e
			continue
		}
		moments = append(moments, e)
	}
	return moments
}

// Differences are the lines that say what differs between a dossier as of two
// moments, whichever came first.
func Differences(sp *lang.Speaker, from, to *office.Dossier) []string {
	if to.Now.Before(from.Now) {
		from, to = to, from
	}
	lines := []string{sp.T("past.between", lang.Args{"From": sp.Moment(from.Now), "To": sp.Moment(to.Now)}), ""}
	for _, part := range [][]string{NewFacts(sp, from.Events, to.Events), otherDuties(sp, from, to), otherForm(sp, from, to)} {
		if len(part) > 0 {
			lines = append(append(lines, part...), "")
		}
	}
	if len(lines) == 2 {
		lines = append(lines, sp.T("past.same"))
	}
	return lines
}

// NewFacts are the lines about the facts that came after others.
func NewFacts(sp *lang.Speaker, from, to []office.EventView) (lines []string) {
	for _, e := range to[min(len(from), len(to)):] {
		who := e.Actor.Name
		if who == "" {
			who = sp.T("role.program")
		}
		lines = append(lines, sp.T("past.fact", lang.Args{"At": sp.Moment(e.HappenedAt), "Who": who, "What": sp.T("event." + e.Name)}))
	}
	return lines
}

func otherDuties(sp *lang.Speaker, from, to *office.Dossier) (lines []string) {
	was := map[string]office.DutyView{}
	for _, d := range from.Duties {
		was[d.Obligation.ID] = d
	}
	for _, d := range to.Duties {
		if old, ok := was[d.Obligation.ID]; ok && old.Status != d.Status {
			lines = append(lines, sp.T("past.changed", lang.Args{"What": DutyTitle(sp, d), "Old": sp.T("status." + string(old.Status)), "New": sp.T("status." + string(d.Status))}))
		}
	}
	return lines
}

func otherForm(sp *lang.Speaker, from, to *office.Dossier) (lines []string) {
	was, is := Form(sp, from), Form(sp, to)
	for _, field := range complaint.FormFields() {
		if was[field] != is[field] {
			lines = append(lines, sp.T("past.changed", lang.Args{"What": sp.T("field." + field), "Old": orDash(was[field]), "New": orDash(is[field])}))
		}
	}
	return lines
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
