package demo

import (
	"strconv"
	"time"

	"leermoment/internal/procedure"
)

// The learning after a complaint is settled.

func (l *life) analyse() error {
	if err := l.do(l.owner, procedure.Categorise, "category", l.s.Category); err != nil {
		return err
	}
	if l.until >= learned {
		l.then(l.hours(4, 40), l.learn)
	}
	var fields []string
	for i, why := range l.s.Whys {
		fields = append(fields, "why_"+strconv.Itoa(i+1), why)
	}
	return l.do(l.owner, procedure.DetermineCause, append(fields, "cause", l.s.Cause)...)
}

func (l *life) learn() error {
	l.then(l.hours(2, 30), l.decide)
	return l.do(l.owner, procedure.RecordLesson, "lesson", l.s.Lesson)
}

func (l *life) decide() error {
	if l.until >= completed {
		l.then(9*24*time.Hour, l.measure)
	}
	if l.s.Measure == "" {
		return l.do(l.owner, procedure.DecideNoMeasure, "reason", l.s.NoMeasure)
	}
	by := l.b.cal.Day(l.b.clock).AddDays(42)
	return l.do(l.owner, procedure.DecideMeasure, "what", l.s.Measure, "owner", l.owner, "by", by.String())
}

func (l *life) measure() error {
	if l.s.Measure != "" && l.b.rand.IntN(4) > 0 {
		l.then(l.hours(200, 900), l.finish)
	}
	return l.do(l.owner, procedure.MeasureSatisfaction, "means", "phone", "score", strconv.Itoa(l.s.Score), "remark", l.s.Remark)
}

// finish does the measure that was decided.
func (l *life) finish() error {
	for _, m := range l.b.bulk.Measures(l.number) {
		if err := l.b.bulk.Take(l.b.people[l.owner], m, procedure.CompleteMeasure, map[string]string{"result": l.s.Measure}); err != nil {
			return err
		}
	}
	return nil
}
