package complaint_test

import (
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// promise is an obligation's term as procedure.md writes it, reckoned here once
// more and in another way than the calendar does.
type promise struct {
	opens string        // how long after its start it opens; "" at once
	term  string        // from its start
	soon  time.Duration // before the end; 0 is the last quarter
}

var promises = map[string]promise{
	"receipt-confirmation":     {term: "24 hours", soon: 6 * time.Hour},
	"assessment":               {term: "2 working"},
	"registration-form":        {term: "2 working"},
	"copy-to-person-concerned": {term: "1 working"},
	"copy-to-management":       {term: "1 working"},
	"first-action":             {term: "0 working"},
	"urgent-resolution":        {term: "5 working"},
	"resolution":               {term: "1 months", soon: 7 * 24 * time.Hour},
	"progress":                 {term: "7 days"},
	"address-person":           {term: "5 working"},
	"feedback-organisation":    {term: "10 working"},
	"category":                 {term: "10 working"},
	"root-cause":               {term: "20 working"},
	"lesson":                   {term: "20 working"},
	"improvement":              {term: "20 working"},
	"satisfaction":             {opens: "7 days", term: "30 days"},
	"effect-check":             {term: "90 days"},
}

// holidays of sentences.md, by hand.
var holidays = map[string]bool{
	"2026-01-01": true, "2026-04-06": true, "2026-04-27": true, "2026-05-14": true, "2026-05-25": true, "2026-12-25": true, "2026-12-26": true,
	"2027-01-01": true, "2027-03-29": true, "2027-04-27": true, "2027-05-06": true, "2027-05-17": true, "2027-12-25": true, "2027-12-26": true,
	"2028-01-01": true, "2028-04-17": true, "2028-04-27": true, "2028-05-25": true, "2028-06-05": true, "2028-12-25": true, "2028-12-26": true,
}

func worked(d time.Time) bool {
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday && !holidays[d.Format(time.DateOnly)]
}

// end reckons a term with noons of days, so that no clock change comes near.
func (l *life) end(from time.Time, term string) time.Time {
	l.t.Helper()
	n, unit := 0, ""
	for i, c := range term {
		if c == ' ' {
			unit = term[i+1:]
			break
		}
		n = n*10 + int(c-'0')
	}
	local := from.In(l.zone)
	noon := time.Date(local.Year(), local.Month(), local.Day(), 12, 0, 0, 0, time.UTC)
	switch unit {
	case "hours":
		return time.Unix(from.Unix()+int64(n)*3600, 0)
	case "days":
		noon = noon.Add(time.Duration(n) * 24 * time.Hour)
	case "months":
		want := (int(noon.Month())-1+n)%12 + 1
		for noon = noon.AddDate(0, n, 0); int(noon.Month()) != want; {
			noon = noon.Add(-24 * time.Hour)
		}
	case "working":
		for n > 0 || !worked(noon) {
			noon = noon.Add(24 * time.Hour)
			if n > 0 && worked(noon) {
				n--
			}
		}
	default:
		l.t.Fatalf("no term %q", term)
	}
	return time.Date(noon.Year(), noon.Month(), noon.Day(), 23, 59, 59, 0, l.zone)
}

// sides asks how an obligation that started now stands on each side of each of
// its moments.
func (l *life) sides(id string, p promise) {
	l.t.Helper()
	start, opens, due := l.now, l.now, l.end(l.now, p.term)
	if p.opens != "" {
		end := l.end(start, p.opens).In(l.zone) // it opens with the beginning of that day
		opens = time.Date(end.Year(), end.Month(), end.Day(), 0, 0, 0, 0, l.zone)
	}
	soon := due.Add(-p.soon)
	if p.soon == 0 {
		soon = due.Add(-due.Sub(start) / 4).Truncate(time.Second)
	}
	if p.soon == 7*24*time.Hour { // days of the calendar, not of 24 hours
		soon = due.In(l.zone).AddDate(0, 0, -7)
	}
	d := l.duty(id)
	for _, x := range []struct {
		at   time.Time
		want complaint.Status
	}{
		{opens.Add(-time.Second), complaint.Waiting},
		{opens, complaint.Open},
		{soon.Add(-time.Second), complaint.Open},
		{soon, complaint.DueSoon},
		{due.Add(-time.Second), complaint.DueSoon},
		{due, complaint.DueSoon},
		{due.Add(time.Second), complaint.Overdue},
		{due.AddDate(5, 0, 0), complaint.Overdue},
	} {
		if got := d.Status(x.at); got != x.want {
			l.t.Errorf("%s, started %s: %s at %s, not %s", id, start.In(l.zone), got, x.at.In(l.zone), x.want)
		}
	}
}

type step struct {
	who    complaint.Person
	action procedure.ActionID
	fields []string
}

// inOneGo is a serious complaint from receipt to the measure that is done, all
// in the same second, so that each obligation starts in it.
var inOneGo = []step{
	{manager, procedure.NewComplaint, ordinary},
	{director, procedure.Assess, []string{"alone", "no", "severity", "serious", "reason", "Claim"}},
	{director, procedure.Consult, []string{"with", "Omar", "result", "Bellen"}},
	{manager, procedure.CompleteForm, []string{"remedy_sought", "none", "person_concerned", "expert:E-004", "category", "trainer"}},
	{manager, procedure.SendCopy, []string{"text", "kopie"}},
	{manager, procedure.SendCopy, []string{"text", "kopie"}},
	{leader, procedure.RecordFinding, []string{"spoken_with", "E-004", "statement", "Klopt.", "course_of_events", "17-11"}},
	{leader, procedure.RecordInformation, nil},
	{leader, procedure.FormJudgement, []string{"judgement", "founded", "reasons", "Klopt."}},
	{leader, procedure.AddressPerson, []string{"summary", "Besproken."}},
	{leader, procedure.PreventRecurrence, []string{"what", "Vooraf melden."}},
	{leader, procedure.ProposeResolution, []string{"proposal", "Inhaalles", "accepted", "yes"}},
	{leader, procedure.ApproveFeedback, []string{"text", "U krijgt een inhaalles."}},
	{leader, procedure.InformOrganisation, []string{"whom", "team"}},
	{manager, procedure.SendFeedback, nil},
	{manager, procedure.ConfirmReceipt, []string{"text", "Ontvangen."}},
	{leader, procedure.DetermineCause, []string{"why_1", "Trein", "cause", "planning"}},
	{leader, procedure.DecideMeasure, []string{"what", "Plan", "by", "2099-01-01"}},
	{leader, procedure.CompleteMeasure, []string{"result", "Klaar."}},
}

func TestStatusOnEachSideOfEveryTerm(t *testing.T) {
	for _, moment := range []string{
		"2026-11-24 09:40:00",                                                                      // an ordinary Tuesday
		"2026-03-28 14:00:00",                                                                      // summer time begins within the day
		"2026-03-29 03:00:00",                                                                      // the first second of summer time
		"2026-10-24 14:00:00",                                                                      // summer time ends within the day
		"2026-10-25 00:00:00",                                                                      // a day of 25 hours
		"2026-01-31 10:00:00", "2028-01-31 10:00:00", "2026-03-31 23:59:50", "2026-05-31 10:00:00", // month ends
		"2028-02-28 10:00:00", "2028-02-29 10:00:00", // leap day
		"2026-04-03 16:00:00", "2026-04-26 10:00:00", "2026-12-24 16:00:00", "2026-12-31 23:59:50", // holidays ahead
	} {
		t.Run(moment, func(t *testing.T) {
			l := newLife(t)
			var err error
			if l.now, err = complaint.ParseMoment(moment, l.zone); err != nil {
				t.Fatal(err)
			}
			asked := map[string]bool{}
			for _, step := range inOneGo {
				l.do(step.who, step.action, step.fields...)
				for _, d := range complaint.Duties(l.complaint(), l.p, l.calendar()) {
					p, has := promises[d.Obligation.ID]
					if has && !asked[d.Obligation.ID] && !d.StartsAt.IsZero() && !d.Closed() {
						asked[d.Obligation.ID] = true
						l.sides(d.Obligation.ID, p)
					}
				}
			}
			for id := range promises {
				if !asked[id] {
					t.Errorf("%s never stood open", id)
				}
			}
		})
	}
}

// Every obligation that has a term and can be met has its sides asked.
func TestEveryTermIsPromised(t *testing.T) {
	elsewhere := map[string]bool{"delay-notice": true, "register-entry": true, "problem-owner": true, // S21, S10 and S16 tell them
		"independent-referral": true, "expert-measure": true} // S18 and S40 tell them
	for _, o := range reachable(procedure.Default()) {
		if _, ok := promises[o.ID]; !ok && o.Term != nil && !elsewhere[o.ID] {
			t.Errorf("%s has a term that no test asks about", o.ID)
		}
	}
}
