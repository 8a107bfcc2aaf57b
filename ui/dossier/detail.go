package dossier

import (
	"fmt"
	"slices"
	"strings"

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
		if text, ok := e.Data[name].(string); ok && sp.Has("field."+name) {
			lines = append(lines, sp.T("history.value", lang.Args{"Name": sp.T("field." + name), "Value": s.word(e, name, text)}))
		}
		if list, ok := e.Data[name].([]any); ok {
			lines = append(lines, s.list(e, list)...)
		}
	}
	return strings.Join(lines, "\n")
}

// word is a value as people say it, where it is one of a choice.
func (s *Screen) word(e office.EventView, name, value string) string {
	if item, ok := e.Items[office.ItemKey(name, value)]; ok {
		return item.In(string(s.c.Speaker.Language()))
	}
	if key := "choice." + name + "." + value; s.c.Speaker.Has(key) {
		return s.c.Speaker.T(key)
	}
	return value
}

func (s *Screen) list(e office.EventView, list []any) []string {
	var out []string
	for _, x := range list {
		switch v := x.(type) {
		case string:
			out = append(out, "  "+v)
		case map[string]any:
			if v["old"] != nil {
				field := fmt.Sprint(v["field"])
				out = append(out, s.c.Speaker.T("history.change", lang.Args{"Field": s.c.Speaker.T("field." + field),
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
