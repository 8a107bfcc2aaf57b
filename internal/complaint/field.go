package complaint

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"leermoment/internal/calendar"
	"leermoment/internal/procedure"
)

// FieldKind is what a field holds; the screen, the command line and the JSON
// input all follow it.
type FieldKind string

// The kinds of fields of the contract.
const (
	Text       FieldKind = "text"
	LongText   FieldKind = "long-text"
	MomentKind FieldKind = "moment" // RFC 3339, or 2006-01-02 15:04 in the organisation's zone
	DayKind    FieldKind = "day"    // 2006-01-02
	ChoiceKind FieldKind = "choice"
	BoolKind   FieldKind = "bool" // true or false
	NumberKind FieldKind = "number"
	PersonKind FieldKind = "person" // staff:LOGIN, expert:ID, free text
	FileKind   FieldKind = "file"
)

// MaxText is the most bytes that one text field takes.
const MaxText = 1 << 20

// Choice is one of the values of a choice or person field. Label is empty
// where the catalogue knows the word.
type Choice struct {
	Value string
	Label procedure.Text
}

// LetterKind names a letter whose prepared text a field starts with.
type LetterKind string

// The letters of an ordinary complaint (S09, S15, S27, S37).
const (
	ConfirmationLetter LetterKind = "confirmation"
	CopyLetter         LetterKind = "copy"
	OutcomeLetter      LetterKind = "outcome"
	SatisfactionLetter LetterKind = "satisfaction"
	DelayLetter        LetterKind = "delay" // S21
)

// Condition shows a field only while another has this value.
type Condition struct{ Field, Value string }

// Field is one field of an action, described once: the terminal form, the
// flags, the JSON input, the help and the checks are made from it.
type Field struct {
	Name     string
	Kind     FieldKind
	Required bool
	Choices  []Choice
	Default  string
	Letter   LetterKind // the prepared letter is the default
	When     *Condition
	Strict   bool                // of a person field: one of the choices and nothing else
	Check    func(string) *Fault // says early what set would refuse; nil where nothing can be wrong

	set func(string, *time.Location) *Fault
}

// Fault is one wrong field, as a catalogue key and its data.
type Fault struct {
	Field string
	Key   string
	Args  map[string]string
}

// Faults are all wrong fields of one attempt; nothing was recorded.
type Faults []Fault

func (f Faults) Error() string {
	names := make([]string, len(f))
	for i, x := range f {
		names[i] = x.Field + ": " + x.Key
	}
	return strings.Join(names, "; ")
}

func fault(key string, args ...string) *Fault {
	f := &Fault{Key: key, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
	}
	return f
}

func (f Field) required() Field                 { f.Required = true; return f }
func (f Field) or(def string) Field             { f.Default = def; return f }
func (f Field) when(field, value string) Field  { f.When = &Condition{field, value}; return f }
func (f Field) requiredIf(required bool) Field  { f.Required = required; return f }
func (f Field) labelled(choices []Choice) Field { f.Choices = choices; return f }
func (f Field) checked(check func(string) *Fault) Field {
	f.Check = check
	set := f.set
	f.set = func(s string, zone *time.Location) *Fault {
		if bad := check(s); bad != nil {
			return bad
		}
		return set(s, zone)
	}
	return f
}

// letter starts the field with a prepared letter.
func (f Field) letter(s *Situation, kind LetterKind) Field {
	f.Letter = kind
	if s.Letter != nil && kind != "" {
		f.Default = s.Letter(kind, s.Complaint)
	}
	return f
}

func textOf(kind FieldKind, name string, p *string) Field {
	return Field{Name: name, Kind: kind, set: func(s string, _ *time.Location) *Fault {
		if len(s) > MaxText {
			return fault("too-long", "Max", strconv.Itoa(MaxText))
		}
		if !utf8.ValidString(s) {
			return fault("not-text")
		}
		*p = s
		return nil
	}}
}

func text(name string, p *string) Field { return textOf(Text, name, p) }
func long(name string, p *string) Field { return textOf(LongText, name, p) }

func choice[T ~string](name string, p *T, values ...T) Field {
	f := Field{Name: name, Kind: ChoiceKind}
	for _, v := range values {
		f.Choices = append(f.Choices, Choice{Value: string(v)})
	}
	f.set = func(s string, _ *time.Location) *Fault { *p = T(s); return nil }
	return f
}

func yesNo(name string, p *bool) Field {
	return Field{Name: name, Kind: BoolKind, set: func(s string, _ *time.Location) *Fault {
		switch strings.ToLower(s) {
		case "true", "yes", "ja", "1":
			*p = true
		case "false", "no", "nee", "0":
			*p = false
		default:
			return fault("bool")
		}
		return nil
	}}
}

func number(name string, p *int, low, high int) Field {
	return Field{Name: name, Kind: NumberKind, set: func(s string, _ *time.Location) *Fault {
		n, err := strconv.Atoi(s)
		if err != nil || n < low || n > high {
			return fault("number", "Low", strconv.Itoa(low), "High", strconv.Itoa(high))
		}
		*p = n
		return nil
	}}
}

func moment(name string, p *time.Time) Field {
	return Field{Name: name, Kind: MomentKind, set: func(s string, zone *time.Location) *Fault {
		t, err := ParseMoment(s, zone)
		if err != nil {
			return fault("moment")
		}
		*p = t
		return nil
	}}
}

func day(name string, p *calendar.Day) Field {
	return Field{Name: name, Kind: DayKind, set: func(s string, _ *time.Location) *Fault {
		d, err := calendar.ParseDay(s)
		if err != nil {
			return fault("day")
		}
		*p = d
		return nil
	}}
}

// person is a member of staff by LOGIN; who is disabled cannot be chosen.
func (s *Situation) person(name string, p *string, roles ...procedure.Role) Field {
	f := Field{Name: name, Kind: PersonKind, Strict: true}
	for _, x := range s.People {
		if !x.Disabled && (len(roles) == 0 || x.Has(roles...)) {
			f.Choices = append(f.Choices, Choice{x.Login, procedure.Text{NL: x.Name, EN: x.Name}})
		}
	}
	f.set = func(v string, _ *time.Location) *Fault {
		for _, x := range s.People {
			if x.Login == v && !x.Disabled && (len(roles) == 0 || x.Has(roles...)) {
				*p = x.ID
				return nil
			}
		}
		return fault("person", "Value", v)
	}
	return f
}

func items(list []procedure.Item) []Choice {
	out := make([]Choice, len(list))
	for i, x := range list {
		out[i] = Choice{x.ID, x.Title}
	}
	return out
}

// ParseMoment reads RFC 3339 or 2006-01-02 15:04 in the zone; whole seconds.
func ParseMoment(s string, zone *time.Location) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04"} {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return t.UTC().Truncate(time.Second), nil
		}
	}
	return time.Time{}, fmt.Errorf("no moment: %q", s)
}

// bind puts values into the action's fields and names every fault at once.
// A field that was not given takes its default.
func bind(fields []Field, given map[string]string, zone *time.Location) Faults {
	var faults Faults
	add := func(name string, f *Fault) {
		f.Field = name
		faults = append(faults, *f)
	}
	value := func(f Field) string {
		if v, ok := given[f.Name]; ok {
			return v
		}
		return f.Default
	}
	byName := map[string]Field{}
	for _, f := range fields {
		byName[f.Name] = f
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if _, ok := byName[name]; !ok {
			add(name, fault("unknown-field"))
		}
	}
	for _, f := range fields {
		if f.When != nil && value(byName[f.When.Field]) != f.When.Value {
			continue
		}
		v := value(f)
		switch {
		case strings.TrimSpace(v) == "":
			if f.Required {
				add(f.Name, fault("required"))
			} else if _, ok := given[f.Name]; ok && f.textual() {
				f.set("", zone)
			}
		case f.Kind == ChoiceKind && !f.offers(v):
			add(f.Name, fault("choice", "Choices", f.choices()))
		default:
			if bad := f.set(v, zone); bad != nil {
				add(f.Name, bad)
			}
		}
	}
	return faults
}

func (f Field) textual() bool {
	return f.Kind == Text || f.Kind == LongText || f.Kind == PersonKind
}

func (f Field) offers(v string) bool {
	for _, c := range f.Choices {
		if c.Value == v {
			return true
		}
	}
	return false
}

func (f Field) choices() string {
	values := make([]string, len(f.Choices))
	for i, c := range f.Choices {
		values[i] = c.Value
	}
	return strings.Join(values, ", ")
}
