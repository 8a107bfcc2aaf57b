package demo

import (
	"strconv"
	"time"

	"leermoment/internal/procedure"
)

// life is how one story is lived: how far it comes and where it is too late.
type life struct {
	b      *builder
	s      *story
	number string
	owner  string
	start  time.Time
	until  stage
	late   lateness
	moment time.Time // of the next step
	ahead  int       // steps that are still to come
}

// stage is how far a complaint has come by now.
type stage int

const (
	received stage = iota
	confirmed
	assessed
	formed
	copied
	found
	judged
	proposed
	agreed
	settled
	analysed
	learned
	completed
)

// lateness is what went too late in it.
type lateness int

const (
	onTime lateness = iota
	confirmedLate
	solvedLate
	stalled
)

// fate is how many days ago a complaint came in, how far it came, and what was
// late in it.
type fate struct {
	days  int
	until stage
	late  lateness
}

// fates lays 60 stories over the year before now: how many days ago each came
// in, how far it came, and what was late. Those received last come first.
func fates() []fate {
	out := []fate{
		{0, received, onTime}, {1, received, onTime}, {2, received, stalled}, {2, confirmed, onTime}, {3, assessed, onTime},
		{4, formed, onTime}, {5, copied, onTime}, {7, found, onTime}, {9, copied, stalled}, {11, judged, onTime},
		{13, found, stalled}, {15, proposed, onTime}, {18, agreed, onTime}, {21, proposed, onTime}, {24, judged, stalled},
		{27, found, onTime}, {34, proposed, stalled}, {40, copied, stalled},
		{30, settled, onTime}, {33, settled, onTime}, {36, analysed, onTime}, {39, settled, confirmedLate}, {43, analysed, onTime},
		{47, learned, onTime}, {52, analysed, solvedLate}, {56, settled, onTime}, {70, learned, stalled},
	}
	for i := 0; len(out) < 60; i++ {
		late := onTime
		switch i % 8 {
		case 3:
			late = confirmedLate
		case 6:
			late = solvedLate
		}
		out = append(out, fate{75 + i*9, completed, late})
	}
	return out
}

// years is how far the complaints reach back at most, besides the last one.
const years = 10

// plan gives every story its fate and puts its beginning on the clock. More
// complaints than stories tell the stories again, in the years before: a year
// for each round of them, or closer together where that were more than ten.
func (b *builder) plan(list []story, complaints int) {
	all := fates()
	order := b.rand.Perm(len(list))
	b.all, b.under = complaints, map[*life]bool{}
	round := 370.0
	if more := complaints/len(all) + 1; more > years {
		round = round * years / float64(more)
	}
	for i := range complaints {
		fate := all[i%len(all)]
		l := &life{b: b, s: &list[order[i%len(order)]], until: fate.until, late: fate.late}
		daysAgo := fate.days
		if i >= len(all) {
			l.until, l.late = completed, onTime
			daysAgo = 370 + int(round*float64(i-len(all))/float64(len(all)))
		}
		l.owner = "petra"
		if l.s.PersonConcerned == "staff:petra" {
			l.owner = "joost"
		}
		l.start = b.hourOfDay(b.now.AddDate(0, 0, -daysAgo), daysAgo)
		b.at(l, l.start, l.receive)
	}
}

// hourOfDay is an office hour of a working day, and never after now.
func (b *builder) hourOfDay(t time.Time, daysAgo int) time.Time {
	d := b.cal.LastWorkingDayBefore(b.cal.Day(t))
	at := b.cal.EndOf(d).Add(-15 * time.Hour).Add(time.Duration(b.rand.IntN(8*60)) * time.Minute)
	if limit := b.now.Add(-time.Duration(30+b.rand.IntN(60)) * time.Minute); at.After(limit) {
		return limit
	}
	return at
}

func (l *life) do(who string, action procedure.ActionID, fields ...string) error {
	values := map[string]string{}
	for i := 0; i < len(fields); i += 2 {
		values[fields[i]] = fields[i+1]
	}
	return l.b.bulk.Take(l.b.people[who], l.number, action, values)
}

// then puts the next step some hours of work later.
func (l *life) then(after time.Duration, take func() error) {
	l.moment = l.moment.Add(after)
	l.b.at(l, l.workTime(), take)
}

// workTime moves a moment in the night or on a day off to the next morning.
func (l *life) workTime() time.Time {
	cal := l.b.cal
	for {
		t := l.moment.In(cal.Zone())
		switch {
		case !cal.WorkingDay(cal.Day(t)) || t.Hour() >= 17:
			l.moment = cal.EndOf(cal.Day(t)).Add(9*time.Hour + time.Second + time.Duration(l.b.rand.IntN(90))*time.Minute)
		case t.Hour() < 8:
			l.moment = l.moment.Add(time.Duration(9-t.Hour()) * time.Hour)
		default:
			return l.moment
		}
	}
}

func (l *life) receive() error {
	s := l.s
	values := map[string]string{"channel": s.Channel, "complainant_kind": s.ComplainantKind, "complainant_name": s.ComplainantName,
		"organisation": s.Organisation, "email": s.Email, "phone": s.Phone, "address": s.Address, "subject": s.Subject,
		"description": s.Description, "course": s.Course, "client": s.Client, "serious_suspected": strconv.FormatBool(s.Serious)}
	l.moment = l.start
	number, err := l.b.bulk.Record(l.b.people["karim"], values)
	l.number = number
	if l.until >= confirmed {
		wait := time.Duration(1+l.b.rand.IntN(5)) * time.Hour
		if l.late == confirmedLate {
			wait = time.Duration(26+l.b.rand.IntN(20)) * time.Hour
		}
		l.then(wait, l.confirm)
	}
	return err
}

func (l *life) hours(low, high int) time.Duration {
	return time.Duration(low+l.b.rand.IntN(high-low+1)) * time.Hour
}
