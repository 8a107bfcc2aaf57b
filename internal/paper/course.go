package paper

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// course is what happened, in the order in which it was recorded.
func (t *told) course() {
	sp := t.sp
	t.section("part.history")
	x := table{page: t.page, size: 9, gap: 3, columns: []column{
		{title: sp.T("paper-dossier.when"), width: 34}, {title: sp.T("paper-dossier.who"), width: 36}, {title: sp.T("paper-dossier.what"), width: t.right - t.left - 70},
	}}
	x.titles()
	for _, e := range t.d.Events {
		detail := said(strings.Join(t.detail(e), "\n"))
		if height := x.height(detail, x.columns[2]) + leading(x.size); height < whole {
			x.room(height)
		}
		x.add(said(sp.Moment(e.HappenedAt)), said(t.by(e)), cell{sp.T("event." + e.Name), bold, black})
		x.add(cell{}, cell{}, detail)
		x.line()
	}
	x.end(t.dressed)
}

// by is who did something: the program, somebody, or somebody for another.
func (t *told) by(e office.EventView) string {
	switch {
	case e.Actor.Name == "":
		return t.sp.T("role.program")
	case e.For.Name != "":
		return t.sp.T("history.for", lang.Args{"Name": e.Actor.Name, "For": e.For.Name})
	}
	return e.Actor.Name
}

// detail is all that was recorded of a fact, but for letters, which stand below
// word for word.
func (t *told) detail(e office.EventView) (lines []string) {
	sp := t.sp
	if e.RecordedAt.Sub(e.HappenedAt) > 24*time.Hour {
		lines = append(lines, sp.T("history.late-entry", lang.Args{"At": sp.Moment(e.RecordedAt)}))
	}
	if e.Hidden {
		return append(lines, sp.T("history.hidden"))
	}
	var names []string
	for name := range e.Data {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if list, ok := e.Data[name].([]any); ok {
			lines = append(lines, t.list(name, list)...)
			continue
		}
		value, title := t.value(name, e.Data[name]), t.title(e.Name, name)
		if value == "" || title == "" || name == "text" && t.isLetter(value) {
			continue
		}
		key := "history.value"
		if strings.HasSuffix(title, "?") {
			key = "paper-dossier.answer"
		}
		lines = append(lines, sp.T(key, lang.Args{"Name": title, "Value": value}))
	}
	return lines
}

// title names a value of a fact; "" where it says nothing to people.
func (t *told) title(fact, name string) string {
	for _, key := range []string{"value." + name, "field." + actionOf(fact) + "." + name, "field." + name} {
		if t.sp.Has(key) {
			return t.sp.T(key)
		}
	}
	return ""
}

// actionOf is the action whose words name the values of a fact.
func actionOf(fact string) string {
	return string(map[string]procedure.ActionID{
		complaint.NotedEvent{}.EventName(): procedure.Note, complaint.AttachedEvent{}.EventName(): procedure.Attach,
		complaint.MeasureDecidedEvent{}.EventName(): procedure.DecideMeasure, complaint.RecurrencePreventedEvent{}.EventName(): procedure.PreventRecurrence,
		complaint.InformationRecordedEvent{}.EventName(): procedure.RecordInformation, complaint.OrganisationInformedEvent{}.EventName(): procedure.InformOrganisation,
		complaint.LessonRecordedEvent{}.EventName(): procedure.RecordLesson, complaint.RulingRecordedEvent{}.EventName(): procedure.RecordRuling,
		complaint.LinkedEvent{}.EventName(): procedure.Link,
	}[fact])
}

func (t *told) isLetter(text string) bool {
	for _, l := range t.d.Letters {
		if l.Text == text {
			return true
		}
	}
	return false
}

// value is a recorded value as people say it; "" where it says nothing.
func (t *told) value(name string, v any) string {
	switch v := v.(type) {
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		return t.text(name, v)
	}
	return ""
}

func (t *told) text(name, v string) string {
	sp := t.sp
	for _, key := range []string{"choice." + name + "." + v, wordsOf(name) + v} {
		if sp.Has(key) {
			return sp.T(key)
		}
	}
	switch name {
	case "owner", "assessor":
		return t.person(v)
	case "category":
		if c, ok := t.d.Procedure.Category(v); ok {
			return c.Title.In(t.language)
		}
	case "cause":
		if c, ok := t.d.Procedure.Cause(v); ok {
			return c.Title.In(t.language)
		}
	}
	if at, err := time.Parse(time.RFC3339, v); err == nil {
		return t.moment(at)
	}
	if day, err := time.Parse(time.DateOnly, v); err == nil {
		return sp.Date(day.Year(), day.Month(), day.Day())
	}
	return v
}

// wordsOf is where the words for a value stand that no field has.
func wordsOf(name string) string {
	return map[string]string{"verdict": "verdict.", "ending": "outcome.", "kind": "choice.expert_measure."}[name]
}

// list is why after why, or what a correction changed.
func (t *told) list(name string, list []any) (lines []string) {
	if name != "whys" && name != "changes" {
		return nil
	}
	for i, x := range list {
		switch v := x.(type) {
		case string:
			if strings.TrimSpace(v) != "" {
				why := t.sp.FieldTitle("", "why_"+strconv.Itoa(i+1))
				lines = append(lines, t.sp.T("paper-dossier.answer", lang.Args{"Name": why, "Value": v}))
			}
		case map[string]any:
			if v["old"] != nil {
				lines = append(lines, t.sp.T("history.change", lang.Args{"Field": t.sp.T("field." + fmt.Sprint(v["field"])), "Old": v["old"], "New": v["new"]}))
			}
		}
	}
	return lines
}
