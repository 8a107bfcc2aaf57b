package linear

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
)

// form is a number of questions whose answers are recorded together.
type form struct {
	title   string
	first   []string // said before the first question
	fields  []wording.Field
	values  map[string]string
	touched map[string]bool
	begin   int  // the first question
	grave   bool // recording it has to be said by word

	check   func() complaint.Faults  // before more is asked
	more    func() []wording.Field   // what is asked after that, seen from the answers; nil is nothing
	keep    func() error             // keeps what was filled in; nil keeps nothing
	discard func() error             // throws away what was kept
	record  func() error             // does what the form is for
	again   func() error             // somebody else was first: reads anew
	beside  func(field string) error // says what an answer brings up
}

func newForm(title string, fields []wording.Field) *form {
	f := &form{title: title, fields: fields, values: map[string]string{}, touched: map[string]bool{}}
	for _, x := range fields {
		f.values[x.Name] = x.Value
	}
	return f
}

// set fills a field in, as a person does.
func (f *form) set(name, value string) {
	f.values[name] = value
	f.touched[name] = true
}

func (f *form) shows(i int) bool { return f.fields[i].Shown == nil || f.fields[i].Shown(f.values) }

// shown are the values of the questions that are asked.
func (f *form) shown() map[string]string {
	out := map[string]string{}
	for i, x := range f.fields {
		if f.shows(i) {
			out[x.Name] = f.values[x.Name]
		}
	}
	return out
}

// changed are the values that a person filled in.
func (f *form) changed() map[string]string {
	out := map[string]string{}
	for name := range f.touched {
		out[name] = f.values[name]
	}
	return out
}

func (f *form) place(name string) int {
	return slices.IndexFunc(f.fields, func(x wording.Field) bool { return x.Name == name })
}

// fill asks a form question by question and records it. It gives nil where it
// was recorded, or left for later.
func (s *session) fill(f *form) error {
	s.say(f.title)
	s.say(f.first...)
	if !s.told && len(f.fields) > 0 {
		s.told = true
		s.say(s.sp.T("linear.how"))
	}
	err := s.askAll(f, f.begin)
	if err == nil && f.more != nil {
		err = s.askMore(f)
	}
	for err == nil {
		if err = s.mend(f, s.faults(f)); err != nil {
			break
		}
		done := false
		if done, err = s.recordAsked(f); done {
			return err
		}
	}
	return s.leave(f, err)
}

// askMore asks what follows from the answers so far, once those are right.
func (s *session) askMore(f *form) error {
	for wrong := s.faults(f); len(wrong) > 0; wrong = s.faults(f) {
		if err := s.mend(f, wrong); err != nil {
			return err
		}
	}
	for faults := f.check(); len(faults) > 0; faults = f.check() {
		if err := s.mend(f, wording.Faults(s.sp, faults)); err != nil {
			return err
		}
	}
	from := len(f.fields)
	for _, x := range f.more() {
		f.fields, f.values[x.Name] = append(f.fields, x), x.Value
	}
	return s.askAll(f, from)
}

// leave says what becomes of a form that was not recorded.
func (s *session) leave(f *form, err error) error {
	if errors.Is(err, errBack) && f.keep != nil && len(f.touched) > 0 {
		s.say(s.sp.T("linear.kept"))
	}
	return up(err)
}

// askAll asks from one question to the last.
func (s *session) askAll(f *form, from int) error {
	for i := from; i < len(f.fields); i++ {
		if !f.shows(i) {
			continue
		}
		err := s.question(f, i)
		if errors.Is(err, errPrevious) {
			back := i - 1
			for back >= 0 && !f.shows(back) {
				back--
			}
			i = max(back, 0) - 1
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// faults are what is wrong with a form as it stands, by field.
func (s *session) faults(f *form) map[string]string {
	wrong := map[string]string{}
	for i, x := range f.fields {
		if f.shows(i) {
			if why := s.fault(x, f.values[x.Name]); why != "" {
				wrong[x.Name] = why
			}
		}
	}
	return wrong
}

// fault is what is wrong with a value, "" for nothing.
func (s *session) fault(x wording.Field, value string) string {
	switch {
	case strings.TrimSpace(value) == "" && x.Required:
		return s.sp.T("form.required")
	case strings.TrimSpace(value) != "" && x.Check != nil:
		return x.Check(value)
	}
	return ""
}

// mend says what is wrong and asks those questions again, and no others.
func (s *session) mend(f *form, wrong map[string]string) error {
	for i := 0; i < len(f.fields); i++ {
		x := f.fields[i]
		why, bad := wrong[x.Name]
		if !bad || !f.shows(i) {
			continue
		}
		s.say(s.sp.T("linear.wrong", lang.Args{"Field": x.Title, "Why": why}))
		if err := s.question(f, i); err != nil && !errors.Is(err, errPrevious) {
			return err
		}
		delete(wrong, x.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(wrong)) {
		s.say(wrong[name])
	}
	return nil
}

// recordAsked shows what was filled in, asks whether it is to be recorded and
// does so. It says whether the form is done with.
func (s *session) recordAsked(f *form) (done bool, err error) {
	s.summary(f)
	agreed, err := s.confirm(f)
	if err != nil {
		return false, err
	}
	if !agreed {
		return false, errBack
	}
	err = f.record()
	var faults complaint.Faults
	switch {
	case err == nil:
		return true, nil
	case errors.Is(err, errGone):
		return true, nil
	case errors.As(err, &faults):
		s.say(s.sp.N("command.faults", len(faults)))
		return false, s.mend(f, wording.Faults(s.sp, faults))
	case errors.Is(err, office.ErrStale) && f.again != nil:
		s.say(s.sp.T("linear.stale"))
		if err := f.again(); err != nil {
			return true, up(err)
		}
		return false, s.askAll(f, 0)
	case s.ctx.Err() != nil:
		return false, errEnd
	}
	s.say(s.sp.Why(err, "linear.not-recorded"))
	return false, nil
}

// errGone says that a form was thrown away.
var errGone = errors.New("thrown away")

// summary says all that was filled in, numbered as the questions are.
func (s *session) summary(f *form) {
	if len(f.shown()) == 0 {
		return
	}
	s.say(s.sp.T("linear.summary"))
	for i, x := range f.fields {
		if f.shows(i) {
			s.say(s.sp.T("linear.item", lang.Args{"N": i + 1, "Text": s.pair(x, f.values[x.Name])}))
		}
	}
}

// pair is a question with its answer in one line.
func (s *session) pair(x wording.Field, value string) string {
	key := "linear.pair"
	if strings.HasSuffix(x.Title, "?") {
		key = "linear.pair-asked"
	}
	return s.sp.T(key, lang.Args{"Title": x.Title, "Value": s.brief(x, value)})
}

// brief is a value in one line.
func (s *session) brief(x wording.Field, value string) string {
	text := s.shownValue(x, value)
	if n := strings.Count(strings.TrimSpace(text), "\n"); n > 0 {
		first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
		return s.sp.N("linear.lines-more", n, lang.Args{"Text": first})
	}
	if text == "" {
		return s.sp.T("linear.nothing")
	}
	return text
}

// confirm asks whether the form is to be recorded; a number asks that question
// again.
func (s *session) confirm(f *form) (bool, error) {
	key := "linear.record-yes"
	if f.grave {
		key = "linear.record-no"
	}
	for {
		prompt := s.sp.T(key)
		if len(f.fields) > 0 {
			prompt = strings.Join([]string{prompt, s.sp.T("linear.record-change")}, " ")
		}
		if f.discard != nil && len(f.touched) > 0 {
			prompt = strings.Join([]string{prompt, s.sp.T("linear-also.discard")}, " ")
		}
		a, err := s.ask(prompt, s.sp.T("linear.help-record"))
		if err != nil {
			return false, err
		}
		n, _ := strconv.Atoi(a.text)
		switch {
		case s.is(a, "yes"), s.is(a, "y"), a.text == "" && !f.grave:
			return true, nil
		case s.is(a, "no"), s.is(a, "n"), a.text == "":
			return false, nil
		case s.is(a, "discard") && f.discard != nil:
			if gone, err := s.throwAway(f); gone || err != nil {
				return false, err
			}
		case n >= 1 && n <= len(f.fields) && f.shows(n-1):
			if err := s.question(f, n-1); err != nil && !errors.Is(err, errPrevious) {
				return false, err
			}
			if err := s.mend(f, s.faults(f)); err != nil {
				return false, err
			}
		default:
			s.say(s.sp.T("linear.not-understood"))
		}
	}
}

// throwAway asks whether what was filled in may go.
func (s *session) throwAway(f *form) (gone bool, err error) {
	agreed, err := s.yes(s.sp.T("action-screen.discard-ask"), false, s.sp.T("action-screen.discard-what"))
	if err != nil || !agreed {
		return false, err
	}
	if err := f.discard(); err != nil {
		s.say(s.sp.Why(err, "linear.failed"))
		return false, nil
	}
	f.touched = map[string]bool{}
	s.say(s.sp.T("action-screen.discarded"))
	return true, errBack
}
