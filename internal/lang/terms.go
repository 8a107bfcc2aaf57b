package lang

import (
	"strconv"
	"strings"
	"sync"
)

// Term says a term of the procedure's vocabulary ("42 days", "same working
// day") as people say it: 6 weken, dezelfde werkdag. Weeks are said from two on,
// years from three on.
func (s *Speaker) Term(term string) string {
	count, unit, _ := strings.Cut(term, " ")
	n, err := strconv.Atoi(count)
	if err != nil {
		return s.T("length." + strings.ReplaceAll(term, " ", "-"))
	}
	unit = strings.TrimSuffix(unit, "s")
	switch {
	case unit == "day" && n%7 == 0 && n > 7:
		n, unit = n/7, "week"
	case unit == "month" && n%12 == 0 && n > 24:
		n, unit = n/12, "year"
	}
	return s.N("length."+strings.ReplaceAll(unit, " ", "-"), n)
}

// termWords are the words for units in both languages, each with the unit of
// the procedure's vocabulary and how many of those it is.
var termWords = sync.OnceValue(func() map[string]termUnit {
	units := map[string]termUnit{"hour": {"hour", 1}, "day": {"day", 1}, "week": {"day", 7}, "working-day": {"working day", 1},
		"month": {"month", 1}, "year": {"month", 12}}
	words := map[string]termUnit{}
	for _, l := range []Language{NL, EN} {
		for key, unit := range units {
			for _, text := range []string{catalogueOf(l).entries["length."+key].one, catalogueOf(l).entries["length."+key].other} {
				words[strings.TrimSpace(strings.ReplaceAll(text, "{{.N}}", ""))] = unit
			}
		}
	}
	return words
})

type termUnit struct {
	name string
	of   int
}

// ReadTerm reads a term as people say it, in both languages, and gives it in
// the procedure's vocabulary: "3 werkdagen" is "3 working days". What it does not
// know it gives back as it is: who keeps the vocabulary refuses it.
func ReadTerm(text string) string {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	for _, l := range []Language{NL, EN} {
		for _, whole := range []string{"at once", "same working day"} {
			if said := catalogueOf(l).entries["length."+strings.ReplaceAll(whole, " ", "-")].other; text == said {
				return whole
			}
		}
	}
	count, word, _ := strings.Cut(text, " ")
	n, err := strconv.Atoi(count)
	unit, ok := termWords()[word]
	if err != nil || !ok || n > 10_000 || n < 0 {
		return text
	}
	n *= unit.of
	if n != 1 {
		return strconv.Itoa(n) + " " + unit.name + "s"
	}
	return "1 " + unit.name
}

// Holiday names a day on which the office is shut, by the name under which it
// was recorded, in the language spoken.
func (s *Speaker) Holiday(name string) string {
	key := "holiday." + strings.ReplaceAll(strings.ToLower(name), " ", "-")
	if !s.Has(key) {
		return name
	}
	return s.T(key)
}

// ProcedureFault says what is wrong in a procedure file: what it is in (kind,
// name, and the key within), and the key of what is wrong with its data.
func (s *Speaker) ProcedureFault(kind, name, within, key string, args map[string]string) string {
	data := Args{}
	for k, v := range args {
		data[k] = v
	}
	what := s.T("procedure-fault."+key, data)
	if kind == "" {
		return what
	}
	part := s.T("procedure-part."+kind, Args{"Name": name})
	if within != "" {
		part = s.T("procedure-part.within", Args{"Part": part, "Key": within})
	}
	return s.T("procedure-fault.at", Args{"Part": part, "What": what})
}
