package dossier

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// reckoning says how the term of an obligation was reckoned, and the sentences
// that it rests on.
func (s *Screen) reckoning(d office.DutyView) string {
	sp := s.c.Speaker
	lines := []string{d.Obligation.Explain.In(string(sp.Language())), "", sp.T("duty.reckon-title")}
	if len(d.Reckoning) == 0 {
		lines = append(lines, "  "+sp.T("duty.reckon-none"))
	}
	for _, step := range d.Reckoning {
		lines = append(lines, "  "+s.reckonStep(step))
	}
	if d.Obligation.Own {
		lines = append(lines, "  "+sp.T("dossier.own"))
	}
	lines = append(lines, "")
	for _, id := range d.Obligation.Sentences {
		if x, ok := s.d.Procedure.Sentence(id); ok {
			lines = append(lines, sp.T("dossier.quote", lang.Args{"Text": x.Text, "Section": x.Section}))
		}
	}
	return strings.Join(lines, "\n")
}

func (s *Screen) reckonStep(step calendar.Step) string {
	sp := s.c.Speaker
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

// detail is a recorded fact in full: when, by whom, and all its values.
func (s *Screen) detail(e office.EventView) string {
	sp := s.c.Speaker
	who := s.by(e)
	lines := []string{sp.T("history.by", lang.Args{"At": sp.Moment(e.HappenedAt), "Name": who})}
	if e.RecordedAt.Sub(e.HappenedAt).Hours() > 24 {
		lines = append(lines, sp.T("history.late-entry", lang.Args{"At": sp.Moment(e.RecordedAt)}))
	}
	if e.Hidden {
		return strings.Join(append(lines, "", sp.T("history.hidden")), "\n")
	}
	lines = append(lines, "")
	var names []string
	for name := range e.Data {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch v := e.Data[name].(type) {
		case string:
			if title, ok := s.titleOf(e.Name, name); ok {
				lines = append(lines, sp.T("history.value", lang.Args{"Name": title, "Value": s.word(e, name, v)}))
			}
		case []any:
			lines = append(lines, s.list(e, v)...)
		}
	}
	return strings.Join(lines, "\n")
}

// titleOf names a value of a fact: its own name there, else the one that the
// field has everywhere. What has no name says nothing to a person.
func (s *Screen) titleOf(event, name string) (string, bool) {
	sp := s.c.Speaker
	return sp.FieldTitle(event, name), sp.Has("field."+event+"."+name) || sp.Has("field."+name)
}

// word is a value as people say it: one of a choice or of the lists as they were
// then, somebody's name, a day or a moment.
func (s *Screen) word(e office.EventView, name, value string) string {
	sp := s.c.Speaker
	if item, ok := e.Items[office.ItemKey(name, value)]; ok {
		return item.In(string(sp.Language()))
	}
	if key := "choice." + name + "." + value; sp.Has(key) {
		return sp.T(key)
	}
	if key := name + "." + value; name == "verdict" && sp.Has(key) {
		return sp.T(key)
	}
	if who := s.name(value); who != "" {
		return who
	}
	if d, err := calendar.ParseDay(value); err == nil {
		return sp.Date(d.Year, d.Month, d.Day)
	}
	if at, err := time.Parse(time.RFC3339, value); err == nil {
		return sp.Moment(at)
	}
	return value
}

func (s *Screen) list(e office.EventView, list []any) []string {
	sp := s.c.Speaker
	var out []string
	for _, x := range list {
		switch v := x.(type) {
		case string:
			if o, ok := s.d.Procedure.Obligation(v); ok {
				v = o.Title.In(string(sp.Language()))
			}
			out = append(out, "  "+v)
		case map[string]any:
			if field, ok := v["field"].(string); ok {
				out = append(out, sp.T("history.change", lang.Args{"Field": sp.T("field." + field),
					"Old": s.word(e, field, fmt.Sprint(v["old"])), "New": s.word(e, field, fmt.Sprint(v["new"]))}))
			}
		}
	}
	return out
}

// by is who did something: the program, somebody, or somebody for another.
func (s *Screen) by(e office.EventView) string {
	switch {
	case e.Actor.Name == "":
		return s.c.Speaker.T("role.program")
	case e.For.Name != "":
		return s.c.Speaker.T("history.for", lang.Args{"Name": e.Actor.Name, "For": e.For.Name})
	}
	return e.Actor.Name
}
