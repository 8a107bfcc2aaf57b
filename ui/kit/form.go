package kit

import (
	"maps"
	"slices"
	"time"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

// FieldKind is what a field of a Form holds and how it is filled in.
type FieldKind uint8

// The kinds of fields. A value is always text: a moment is RFC 3339, a day
// 2006-01-02, a truth "true" or "false", a choice its value.
const (
	TextField FieldKind = iota
	LongField
	MomentField
	DayField
	ChoiceField
	NumberField
	PersonField // free text, with suggestions from Choices
	FileField   // a path
)

// Choice is a value with the word for it.
type Choice struct{ Value, Label string }

// Field is one field of a Form.
type Field struct {
	Name     string
	Title    string
	Hint     string // muted, beside an empty field
	Kind     FieldKind
	Required bool
	Choices  []Choice
	Value    string
	Lines    int // of a long field; 0 is 3
	// Shown hides the field while it says no.
	Shown func(values map[string]string) bool
	// Check says what is wrong with a value, "" for nothing.
	Check func(value string) string
	// Beside is said to the right of the field.
	Beside func(values map[string]string) string
}

// Event is what came of a message to a Form.
type Event uint8

// A form is submitted only when nothing is wrong with it.
const (
	NoEvent Event = iota
	Edited
	Submitted
)

// Form is a column of fields to be filled in.
type Form struct {
	styles  theme.Styles
	speaker *lang.Speaker
	now     time.Time
	fields  []*input
	focus   int
	tried   bool // somebody tried to record it: all faults show
	refused bool // faults came from elsewhere and nothing was changed since
	end     bool // enter was pressed on the last field
	offset  int
	layout  formLayout
}

// NewForm makes a form. It starts at the first required field that is empty,
// else at the first field; now is what "today" means in it.
func NewForm(fields []Field, speaker *lang.Speaker, styles theme.Styles, now time.Time) *Form {
	f := &Form{styles: styles, speaker: speaker, now: now}
	for _, field := range fields {
		f.fields = append(f.fields, newInput(field, speaker, now))
	}
	f.Restyle(styles)
	f.Begin()
	return f
}

// Begin goes to the first required field that is empty, else to the first one.
func (f *Form) Begin() {
	if len(f.fields) == 0 {
		return
	}
	start := 0
	for i, in := range f.fields {
		if in.Required && in.Value() == "" && f.shows(i) {
			start = i
			break
		}
	}
	f.enter(start)
	f.stay()
}

// Restyle takes other styles.
func (f *Form) Restyle(styles theme.Styles) {
	f.styles = styles
	for _, in := range f.fields {
		in.restyle(styles)
	}
}

// Values are the values of the fields that are shown, byte for byte as they
// were given where nobody changed them.
func (f *Form) Values() map[string]string {
	all := f.all()
	out := map[string]string{}
	for _, in := range f.fields {
		if in.Shown == nil || in.Shown(all) {
			out[in.Name] = all[in.Name]
		}
	}
	return out
}

func (f *Form) all() map[string]string {
	out := map[string]string{}
	for _, in := range f.fields {
		out[in.Name] = in.Value()
	}
	return out
}

// Value is the value of a field, shown or not.
func (f *Form) Value(name string) string { return f.all()[name] }

// Changed are the values that a person has touched.
func (f *Form) Changed() map[string]string {
	out := map[string]string{}
	for _, in := range f.fields {
		if in.edited {
			out[in.Name] = in.Value()
		}
	}
	return out
}

// Dirty says whether anything was touched.
func (f *Form) Dirty() bool { return len(f.Changed()) > 0 }

// Set puts a value, as if a person had filled it in.
func (f *Form) Set(name, value string) {
	for _, in := range f.fields {
		if in.Name == name {
			in.load(value)
			in.edited, in.fault, f.refused = true, "", false
		}
	}
	if len(f.fields) > 0 {
		f.stay()
	}
}

// SetFaults shows what others found wrong with fields and goes to the first of
// them. Each stands until its field is changed; once any field was, the form can
// be recorded again. What it returns is said of fields that are not to be seen.
func (f *Form) SetFaults(faults map[string]string) (elsewhere []string) {
	f.tried = true
	placed := map[string]bool{}
	first := -1
	for i, in := range f.fields {
		in.fault = ""
		if f.shows(i) && faults[in.Name] != "" {
			in.fault, placed[in.Name] = faults[in.Name], true
			if first < 0 {
				first = i
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(faults)) {
		if !placed[name] && faults[name] != "" {
			elsewhere = append(elsewhere, faults[name])
		}
	}
	f.refused = len(placed) > 0
	if first >= 0 {
		f.enter(first)
	}
	return elsewhere
}

// Focused is the name of the field in which a person types.
func (f *Form) Focused() string {
	if len(f.fields) == 0 {
		return ""
	}
	return f.fields[f.focus].Name
}

// Focus goes to a field.
func (f *Form) Focus(name string) {
	for i, in := range f.fields {
		if in.Name == name && f.shows(i) {
			f.enter(i)
		}
	}
}

// AtEnd says that enter was pressed on the last field: say that ctrl+s records.
func (f *Form) AtEnd() bool { return f.end }

func (f *Form) shows(i int) bool { return f.fields[i].Shown == nil || f.fields[i].Shown(f.all()) }

func (f *Form) enter(i int) {
	f.fields[f.focus].leave()
	f.focus = i
	f.fields[i].enter()
}

// stay leaves a field that is no longer shown for the one nearest to it.
func (f *Form) stay() {
	if !f.shows(f.focus) && !f.move(1) {
		f.move(-1)
	}
}

// move goes to the next (1) or the last (-1) field that is shown.
func (f *Form) move(by int) bool {
	for i := f.focus + by; i >= 0 && i < len(f.fields); i += by {
		if f.shows(i) {
			f.enter(i)
			return true
		}
	}
	return false
}
