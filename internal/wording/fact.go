package wording

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
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
		return sp.T("history.said", lang.Args{"Title": title, "Text": sp.T("history.hidden-short")})
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

// Detail are the lines of a recorded fact of a dossier in full: when, by whom,
// and all its values.
func Detail(sp *lang.Speaker, d *office.Dossier, e office.EventView) []string {
	lines := []string{sp.T("history.by", lang.Args{"At": sp.Moment(e.HappenedAt), "Name": By(sp, e)})}
	if e.RecordedAt.Sub(e.HappenedAt).Hours() > 24 {
		lines = append(lines, sp.T("history.late-entry", lang.Args{"At": sp.Moment(e.RecordedAt)}))
	}
	if e.Hidden {
		return append(lines, "", sp.T("history.hidden"))
	}
	lines = append(lines, "")
	v := values{sp, d, e}
	for _, name := range slices.Sorted(maps.Keys(e.Data)) {
		switch x := e.Data[name].(type) {
		case string:
			if title, ok := v.title(name); ok {
				lines = append(lines, sp.T("history.value", lang.Args{"Name": title, "Value": v.word(name, x)}))
			}
		case []any:
			lines = append(lines, v.list(x)...)
		}
	}
	return lines
}

// values are those of a recorded fact.
type values struct {
	sp *lang.Speaker
	d  *office.Dossier
	e  office.EventView
}

// title names a value of a fact: its own name there, else the one that the field
// has everywhere. What has no name says nothing to a person.
func (v values) title(name string) (string, bool) {
	return v.sp.FieldTitle(v.e.Name, name), v.sp.Has("field."+v.e.Name+"."+name) || v.sp.Has("field."+name)
}

// word is a value as people say it: one of a choice or of the lists as they were
// then, somebody's name, a day or a moment.
func (v values) word(name, value string) string {
	sp := v.sp
	if item, ok := v.e.Items[office.ItemKey(name, value)]; ok {
		return item.In(string(sp.Language()))
	}
	if key := "choice." + name + "." + value; sp.Has(key) {
		return sp.T(key)
	}
	if key := name + "." + value; name == "verdict" && sp.Has(key) {
		return sp.T(key)
	}
	if who := Name(v.d, value); who != "" {
		return who
	}
	if d, err := calendar.ParseDay(value); err == nil {
		return Date(sp, d)
	}
	if at, err := time.Parse(time.RFC3339, value); err == nil {
		return sp.Moment(at)
	}
	return value
}

func (v values) list(list []any) []string {
	sp := v.sp
	var out []string
	for _, x := range list {
		switch x := x.(type) {
		case string:
			if o, ok := v.d.Procedure.Obligation(x); ok {
				x = o.Title.In(string(sp.Language()))
			}
			out = append(out, "  "+x)
		case map[string]any:
			if field, ok := x["field"].(string); ok {
				out = append(out, sp.T("history.change", lang.Args{"Field": sp.T("field." + field),
					"Old": v.word(field, fmt.Sprint(x["old"])), "New": v.word(field, fmt.Sprint(x["new"]))}))
			}
		}
	}
	return out
}

// Name is the name of somebody by his ID, "" where nobody has it.
func Name(d *office.Dossier, id string) string {
	for _, p := range d.People {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
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
	values["category"] = category(sp, d)
	if d.Form.PersonConcerned == complaint.Nobody {
		values["person_concerned"] = sp.T("choice.person_concerned.nobody")
	}
	return values
}

// category is what was recorded, as it is called now; where that was merged into
// another, with the one that it counts with.
func category(sp *lang.Speaker, d *office.Dossier) string {
	id := d.Form.Category
	if d.Lists == nil { // it is about the viewer
		return ""
	}
	title := func(id string) string {
		for _, p := range []*procedure.Procedure{d.Lists, d.Procedure} {
			if i, ok := p.Category(id); ok {
				return i.Title.In(string(sp.Language()))
			}
		}
		return id
	}
	if now := d.Lists.Present(procedure.CategoryList, id); now != id {
		return sp.T("settings.merged-now", lang.Args{"Old": title(id), "New": title(now)})
	}
	return title(id)
}
