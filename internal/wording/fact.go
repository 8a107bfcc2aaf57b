package wording

import (
	"fmt"
	"slices"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// By is who did something: the program, somebody, or somebody for another.
func By(sp *lang.Speaker, e office.EventView) string {
	switch {
	case e.Actor.Name == "":
		return sp.T("role.program")
	case e.For.Name != "":
		return sp.T("history.for", lang.Args{"Name": e.Actor.Name, "For": e.For.Name})
	}
	return e.Actor.Name
}

// Said is a recorded fact in one line.
func Said(sp *lang.Speaker, e office.EventView) string {
	title := sp.T("event." + e.Name)
	switch {
	case e.Hidden:
		return sp.T("history.said", lang.Args{"Title": title, "Text": sp.T("history.hidden")})
	case firstText(e.Data) != "":
		return sp.T("history.said", lang.Args{"Title": title, "Text": firstText(e.Data)})
	}
	return title
}

// tellers are the names of the values that say most about a fact, best first.
var tellers = []string{"said", "course_of_events", "proposal", "quote", "lesson", "summary", "what", "reasons", "reason", "result", "remark", "information", "whom", "description", "text", "to"}

func firstText(data map[string]any) string {
	for _, name := range tellers {
		if text, ok := data[name].(string); ok && strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// Detail are the lines of a recorded fact in full: when, by whom, and all its
// values.
func Detail(sp *lang.Speaker, e office.EventView) []string {
	lines := []string{sp.T("history.by", lang.Args{"At": sp.Moment(e.HappenedAt), "Name": By(sp, e)})}
	if e.RecordedAt.Sub(e.HappenedAt).Hours() > 24 {
		lines = append(lines, sp.T("history.late-entry", lang.Args{"At": sp.Moment(e.RecordedAt)}))
	}
	if e.Hidden {
		return append(lines, "", sp.T("history.hidden"))
	}
	lines = append(lines, "")
	var names []string
	for name := range e.Data {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if text, ok := e.Data[name].(string); ok && sp.Has("field."+name) {
			lines = append(lines, sp.T("history.value", lang.Args{"Name": sp.T("field." + name), "Value": word(sp, name, text)}))
		}
		if list, ok := e.Data[name].([]any); ok {
			lines = append(lines, listed(sp, list)...)
		}
	}
	return lines
}

// word is a value as people say it, where it is one of a choice.
func word(sp *lang.Speaker, name, value string) string {
	if key := "choice." + name + "." + value; sp.Has(key) {
		return sp.T(key)
	}
	return value
}

func listed(sp *lang.Speaker, list []any) []string {
	var out []string
	for _, x := range list {
		switch v := x.(type) {
		case string:
			out = append(out, "  "+v)
		case map[string]any:
			if v["old"] != nil {
				out = append(out, sp.T("history.change", lang.Args{"Field": sp.T("field." + fmt.Sprint(v["field"])), "Old": v["old"], "New": v["new"]}))
			}
		}
	}
	return out
}

// Form is the incident form as people read it, by the fields' names.
func Form(sp *lang.Speaker, d *office.Dossier) map[string]string {
	values := d.Form.Values()
	values[Received] = sp.Moment(d.ReceivedAt)
	values["person_concerned"] = d.Concerned
	values["channel"] = sp.T("channel." + string(d.Form.Channel))
	values["complainant_kind"] = sp.T("kind." + string(d.Form.ComplainantKind))
	values["serious_suspected"] = sp.T("answer.no")
	if d.Form.SeriousSuspected {
		values["serious_suspected"] = sp.T("answer.yes")
	}
	if c, ok := d.Procedure.Category(d.Form.Category); ok {
		values["category"] = c.Title.In(string(sp.Language()))
	}
	if d.Form.PersonConcerned == complaint.Nobody {
		values["person_concerned"] = sp.T("choice.person_concerned.nobody")
	}
	return values
}
