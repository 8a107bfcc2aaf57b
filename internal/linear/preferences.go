package linear

import (
	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/wording"
)

// preferences asks how somebody likes the program.
func (s *session) preferences() error {
	got, err := s.o.Preferences(s.ctx, s.v)
	if err != nil {
		return s.failed(err)
	}
	var fields []wording.Field
	for _, l := range office.AllLikings() {
		f := wording.Field{Name: l.Name, Title: s.sp.T("preferences." + l.Name), Kind: complaint.ChoiceKind, Required: true, Value: got[l.Name]}
		for _, value := range l.Values {
			f.Choices = append(f.Choices, wording.Choice{Value: value, Label: s.sp.T("preferences." + l.Name + "-" + value)})
		}
		fields = append(fields, f)
	}
	f := newForm(s.sp.T("preferences.title"), fields)
	f.record = func() error {
		values := f.shown()
		if err := s.o.Prefer(s.ctx, s.v, values); err != nil {
			return err
		}
		s.speak(values["language"])
		s.say(s.sp.T("preferences.kept"))
		return nil
	}
	return s.fill(f)
}

// prefer keeps in which way somebody works from the next time on.
func (s *session) prefer(way string) error {
	if err := s.o.Prefer(s.ctx, s.v, map[string]string{office.Way: way}); err != nil {
		return s.failed(err)
	}
	s.say(s.sp.T("linear.from-now-" + way))
	return nil
}
