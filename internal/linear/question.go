package linear

import (
	"context"
	"errors"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/wording"
)

// question asks one field until its answer can stand, and keeps it.
func (s *session) question(f *form, i int) error {
	x := f.fields[i]
	key := "linear.question"
	if x.Required {
		key = "linear.question-required"
	}
	s.say(s.sp.T(key, lang.Args{"I": i + 1, "N": len(f.fields), "Title": x.Title}))
	if x.Hint != "" {
		s.say(x.Hint)
	}
	heard := 0 // of the choices
	if x.Kind != complaint.LongText {
		heard = s.sayChoices(x, 0)
	}
	for {
		value, err := s.valueOf(f, x, &heard)
		var partly *cutOff
		if errors.As(err, &partly) { // what came before the line broke is kept
			f.set(x.Name, partly.text)
			s.keepLast(f)
			return errEnd
		}
		if err != nil {
			return err
		}
		if why := s.fault(x, value); why != "" {
			s.say(why)
			continue
		}
		return s.answered(f, x, value)
	}
}

// answered keeps an answer and says what it brings up.
func (s *session) answered(f *form, x wording.Field, value string) error {
	if value != f.values[x.Name] {
		f.set(x.Name, value)
		if f.keep != nil {
			if err := f.keep(); err != nil {
				s.say(s.sp.Why(err, "linear.not-kept"))
			}
		}
	}
	if x.Beside != nil {
		if text := x.Beside(f.values); text != "" {
			s.say(text)
		}
	}
	if f.beside != nil {
		return f.beside(x.Name)
	}
	return nil
}

// lastWords is how long what was typed last may take to be kept, when the line
// is gone already.
const lastWords = 5 * time.Second

// keepLast keeps a form after the line has ended.
func (s *session) keepLast(f *form) {
	if f.keep == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.ctx), lastWords)
	defer cancel()
	was := s.ctx
	s.ctx = ctx
	_ = f.keep() // nobody is left to tell
	s.ctx = was
}

// valueOf asks for the value of a field in the way of its kind; of its choices
// so many were heard.
func (s *session) valueOf(f *form, x wording.Field, heard *int) (string, error) {
	switch {
	case x.Kind == complaint.LongText:
		return s.longValue(x, f.values[x.Name])
	case x.Kind == complaint.ChoiceKind, x.Kind == complaint.BoolKind, x.Kind == complaint.PersonKind && x.Strict:
		return s.chosenValue(f, x, heard)
	case x.Kind == complaint.PersonKind:
		return s.personValue(f, x, heard)
	}
	return s.lineValue(f, x)
}

// field asks for an answer to a field: beside the words that lead on there are
// those for the question before and for nothing at all. An empty line takes
// what stands.
func (s *session) field(f *form, x wording.Field, key string, help ...string) (a answer, stands bool, err error) {
	value := f.values[x.Name]
	prompt := s.sp.T(key)
	switch {
	case value != "":
		prompt = strings.Join([]string{prompt, s.sp.T("linear.enter", lang.Args{"What": s.brief(x, value)})}, " ")
	case !x.Required:
		prompt = strings.Join([]string{prompt, s.sp.T("linear.enter-skips")}, " ")
	}
	a, err = s.ask(prompt, append(help, s.sp.T("linear.help-field"))...)
	switch {
	case err != nil:
		return a, false, err
	case s.is(a, "previous"):
		return a, false, errPrevious
	case s.is(a, "empty"):
		return answer{"", true}, false, nil
	}
	return a, a.text == "" && !a.literal, nil
}

// lineValue asks for a text, a moment, a day, a number or the place of a file.
func (s *session) lineValue(f *form, x wording.Field) (string, error) {
	key := map[complaint.FieldKind]string{complaint.MomentKind: "linear.type-moment", complaint.DayKind: "linear.type-day",
		complaint.NumberKind: "linear.type-number", complaint.FileKind: "linear.type-file"}[x.Kind]
	if key == "" {
		key = "linear.type-text"
	}
	for {
		a, stands, err := s.field(f, x, key)
		if err != nil {
			return "", err
		}
		if stands {
			return f.values[x.Name], nil
		}
		value, why := s.read1(x, a.text)
		if why == "" {
			return value, nil
		}
		s.say(why)
	}
}

// read1 reads what was typed on one line as the kind of the field, or says why
// it is none.
func (s *session) read1(x wording.Field, text string) (value, why string) {
	if text == "" {
		return "", ""
	}
	var err error
	switch x.Kind {
	case complaint.MomentKind:
		value, err = s.sp.MomentValue(text, s.o.Now())
	case complaint.DayKind:
		value, err = s.sp.DayValue(text, s.o.Now())
	case complaint.NumberKind:
		if strings.Trim(text, "0123456789") != "" {
			return "", s.sp.T("form.wrong-number")
		}
		value = text
	case complaint.FileKind:
		if s.c.ReadFile == nil {
			return "", s.sp.T("linear.no-files")
		}
		if _, err := s.c.ReadFile(text); err != nil {
			return "", s.sp.Fault("file", nil)
		}
		value = text
	default:
		value = text
	}
	var unread *lang.MomentError
	if errors.As(err, &unread) {
		return "", s.sp.T(unread.Key())
	}
	return value, ""
}

func labels(x wording.Field) []string {
	out := make([]string, len(x.Choices))
	for i, c := range x.Choices {
		out[i] = c.Label
	}
	return out
}

// sayChoices says the choices of a field, a portion at a time.
func (s *session) sayChoices(x wording.Field, from int) int {
	items := make([]item, len(x.Choices))
	for i, c := range x.Choices {
		items[i] = item{text: c.Label}
	}
	return s.sayItems(listing{items: items}, from)
}

// chosenValue asks for one of the choices.
func (s *session) chosenValue(f *form, x wording.Field, heard *int) (string, error) {
	if len(x.Choices) == 0 {
		s.say(s.sp.T("linear.no-choices"))
	}
	for {
		key := "linear.type-choice"
		if *heard < len(x.Choices) {
			key = "linear.type-choice-more"
		}
		a, stands, err := s.field(f, x, key)
		if err != nil {
			return "", err
		}
		i, ok := place(a.text, labels(x))
		switch {
		case stands:
			return f.values[x.Name], nil
		case a.text == "":
			return "", nil
		case ok:
			return x.Choices[i].Value, nil
		case s.is(a, "more") && len(x.Choices) > 0:
			*heard = s.sayChoices(x, *heard%len(x.Choices))
		default:
			s.say(s.sp.T("linear.not-understood"))
		}
	}
}

// personValue asks for somebody: one of the choices, or whoever is named.
func (s *session) personValue(f *form, x wording.Field, heard *int) (string, error) {
	for {
		key := "linear.type-person"
		if *heard < len(x.Choices) {
			key = "linear.type-person-more"
		}
		a, stands, err := s.field(f, x, key)
		if err != nil {
			return "", err
		}
		i, ok := exactly(a.text, labels(x))
		switch {
		case stands:
			return f.values[x.Name], nil
		case ok && !a.literal:
			return x.Choices[i].Value, nil
		case s.is(a, "more") && len(x.Choices) > 0:
			*heard = s.sayChoices(x, *heard%len(x.Choices))
		default:
			return a.text, nil
		}
	}
}

// shownValue is a value as a person reads it.
func (s *session) shownValue(x wording.Field, value string) string {
	switch x.Kind {
	case complaint.MomentKind:
		return s.sp.ShownMoment(value)
	case complaint.DayKind:
		return s.sp.ShownDay(value)
	}
	for _, c := range x.Choices {
		if c.Value == value {
			return lang.Plain(c.Label)
		}
	}
	return lang.PlainLines(value)
}
