package wording

import (
	"fmt"

	"leermoment/internal/calendar"
	"leermoment/internal/lang"
	"leermoment/internal/procedure"
)

// Fault says what is wrong in a procedure file, without the place.
func Fault(s *lang.Speaker, f procedure.Fault) string {
	return s.ProcedureFault(f.Part.Kind, f.Part.Name, f.Part.Within, f.Key, f.Args)
}

// Place is the file and the line of a fault, as editors understand it.
func Place(f procedure.Fault) string { return fmt.Sprintf("%s:%d", f.File, f.Line) }

// Term says a term; nil is none.
func Term(s *lang.Speaker, t *calendar.Term) string {
	if t == nil {
		return s.T("difference.none")
	}
	return s.Term(t.String())
}

// Closing says on which days the office is shut, and how that is called.
func Closing(s *lang.Speaker, days calendar.Span, name string) string {
	key := "settings.span"
	if days.From == days.Until {
		key = "settings.span-one"
	}
	if name != "" {
		key += "-called"
	}
	date := func(d calendar.Day) string { return s.Date(d.Year, d.Month, d.Day) }
	return s.T(key, lang.Args{"From": date(days.From), "Until": date(days.Until), "Name": name})
}

// Difference says what another procedure would change, one thing a line.
func Difference(s *lang.Speaker, d procedure.Difference) []string {
	language := string(s.Language())
	var lines []string
	say := func(key string, args lang.Args) { lines = append(lines, s.T("difference."+key, args)) }
	for _, o := range d.Added {
		args := lang.Args{"Title": o.Title.In(language), "Role": s.T("role." + string(o.OwedBy))}
		key := "added"
		if o.Term != nil {
			key, args["Term"] = "added-term", s.Term(o.Term.String())
		}
		say(key, args)
	}
	for _, o := range d.Dropped {
		say("dropped", lang.Args{"Title": o.Title.In(language)})
	}
	for _, n := range d.Numbers {
		say(string(n.Number), lang.Args{"Title": n.Obligation.Title.In(language), "Was": Term(s, n.Was), "Is": Term(s, n.Is)})
	}
	for _, m := range d.Moved {
		say("moved", lang.Args{"Title": m.Obligation.Title.In(language), "Was": s.T("role." + string(m.Was)), "Is": s.T("role." + string(m.Is))})
	}
	for _, list := range procedure.Lists() {
		for _, i := range d.Items[list].Added {
			say(string(list)+"-added", lang.Args{"Title": i.Title.In(language)})
		}
		for _, i := range d.Items[list].Dropped {
			say(string(list)+"-dropped", lang.Args{"Title": i.Title.In(language)})
		}
	}
	if lines == nil {
		say("nothing", nil)
	}
	return lines
}
