package linear

import (
	"slices"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
)

// partItems lead to the parts of a dossier, and to how it was before.
func (s *session) partItems(d *office.Dossier) []item {
	if !d.Whole {
		return nil
	}
	sp := s.sp
	part := func(name string, n int, do func(*office.Dossier) error) item {
		return item{sp.T("linear.part", lang.Args{"Part": sp.T("part." + name), "N": n}), func() error { return up(do(d)) }}
	}
	return []item{
		part("obligations", len(d.Duties), s.duties), part("history", len(d.Events), s.events),
		{sp.T("part.form"), func() error { return s.incidentForm(d) }},
		part("letters", len(d.Letters), s.sent), part("files", len(d.Files), s.files), part("measures", len(d.Measures), s.ownMeasures),
		{sp.T("linear.steps"), func() error { return s.steps(d) }},
		{sp.T("past.which"), func() error { return s.past(d) }},
	}
}

// duties lists the obligations; one that is chosen is told in full.
func (s *session) duties(d *office.Dossier) error {
	return s.stay(func() error {
		sp := s.sp
		l := listing{head: []string{sp.T("part.obligations")}, none: sp.T("register.empty"), help: "linear.help-duties"}
		for _, v := range wording.Duties(d) {
			text := sp.T("linear.duty", lang.Args{"N": wording.StepNumber(d, v), "Title": wording.DutyTitle(sp, v), "Standing": s.standing(v, d.Now)})
			l.items = append(l.items, item{text, func() error {
				s.say(text, sp.T("linear.owed", lang.Args{"Role": sp.T("role." + string(v.Obligation.OwedBy))}))
				s.say(packed(wording.Reckoning(sp, d.Procedure, v))...)
				return nil
			}})
		}
		return s.pick(l)
	})
}

// packed are lines without those that only part others.
func packed(lines []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return strings.TrimSpace(l) == "" })
}

// events lists what happened, the latest first.
func (s *session) events(d *office.Dossier) error {
	return s.stay(func() error {
		sp := s.sp
		l := listing{head: []string{sp.T("part.history")}, none: sp.T("register.empty")}
		for _, e := range slices.Backward(d.Events) {
			text := sp.T("linear.fact", lang.Args{"At": sp.When(e.HappenedAt, d.Now), "Who": wording.By(sp, e), "What": firstLine(wording.Said(sp, e))})
			l.items = append(l.items, item{text, func() error {
				s.say(sp.T("event." + e.Name))
				return s.read(strings.Split(strings.Join(packed(wording.Detail(sp, d, e)), "\n"), "\n")...)
			}})
		}
		return s.pick(l)
	})
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(lang.PlainLines(text), "\n")
	return line
}

// incidentForm reads the form, line by line.
func (s *session) incidentForm(d *office.Dossier) error {
	values := wording.Form(s.sp, d)
	for _, name := range complaint.FormFields() {
		value := values[name]
		if value == "" {
			value = s.sp.T("linear.nothing")
		}
		s.say(s.sp.T("history.value", lang.Args{"Name": s.sp.T("field." + name), "Value": value}))
	}
	return nil
}

// sent lists the letters; one that is chosen is read word for word.
func (s *session) sent(d *office.Dossier) error {
	return s.stay(func() error {
		sp := s.sp
		l := listing{head: []string{sp.T("part.letters")}, none: sp.T("part.empty-letters")}
		for _, x := range d.Letters {
			text := sp.T("linear.letter", lang.Args{"Kind": sp.T("letter." + string(x.Kind)), "State": sp.T("letter-state." + string(x.State)), "To": x.To, "At": sp.When(x.At, d.Now)})
			l.items = append(l.items, item{text, func() error {
				s.sayText(x.Text)
				return nil
			}})
		}
		return s.pick(l)
	})
}

// files lists the attachments, and says how one is taken out.
func (s *session) files(d *office.Dossier) error {
	return s.stay(func() error {
		sp := s.sp
		l := listing{head: []string{sp.T("part.files")}, none: sp.T("linear.no-files-yet")}
		for _, x := range d.Files {
			text := sp.T("linear.file", lang.Args{"Name": x.Name, "KB": (x.Size + 1023) / 1024})
			l.items = append(l.items, item{text, func() error {
				s.say(sp.T("dossier.file-opened", lang.Args{"Number": d.Number, "Name": x.Name}))
				return nil
			}})
		}
		return s.pick(l)
	})
}

// ownMeasures lists the measures that came from a complaint.
func (s *session) ownMeasures(d *office.Dossier) error {
	return s.stay(func() error {
		sp := s.sp
		l := listing{head: []string{sp.T("part.measures")}, none: sp.T("part.empty-measures")}
		for _, m := range d.Measures {
			state := sp.T("measure.open", lang.Args{"Owner": nameOf(d, m.Owner), "By": wording.Date(sp, m.By)})
			if !m.DoneAt.IsZero() {
				state = sp.T("measure.done", lang.Args{"At": sp.ShortDay(m.DoneAt)})
			}
			l.items = append(l.items, item{sp.T("linear.measure", lang.Args{"ID": m.ID, "What": m.What, "State": state}), func() error { return s.open(m.ID) }})
		}
		return s.pick(l)
	})
}

func nameOf(d *office.Dossier, id string) string {
	for _, p := range d.People {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}

// steps says how each step stands.
func (s *session) steps(d *office.Dossier) error {
	for _, v := range d.Steps {
		key := "linear.step-to-come"
		switch {
		case v.Here:
			key = "linear.step-here"
		case v.Done:
			key = "linear.step-done"
		}
		s.say(s.sp.T(key, lang.Args{"N": v.Step.Number, "Step": s.sp.T("step." + string(v.Step.ID))}))
	}
	return nil
}

// past asks as of which moment the dossier is to be read, and reads it so.
func (s *session) past(d *office.Dossier) error {
	return s.moment(d, s.sp.T("past.which"), func(then *office.Dossier) error {
		return s.stay(func() error {
			l := listing{head: append([]string{s.sp.T("linear.as-known", lang.Args{"At": s.sp.Moment(then.Now)})}, s.head(then)...), help: "linear.help-past", whole: true}
			parts := s.partItems(then)
			l.items = append(parts[:len(parts)-1], // of the past there is no past to be read
				item{s.sp.T("linear.compare-now"), func() error { s.say(packed(wording.Differences(s.sp, then, d))...); return nil }},
				item{s.sp.T("past.compare-with"), func() error {
					return s.moment(d, s.sp.T("past.compare-with"), func(other *office.Dossier) error {
						s.say(packed(wording.Differences(s.sp, then, other))...)
						return nil
					})
				}})
			return s.pick(l)
		})
	})
}

// moment asks for one of the moments at which something was recorded.
func (s *session) moment(d *office.Dossier, title string, do func(*office.Dossier) error) error {
	l := listing{head: []string{title}}
	for _, m := range slices.Backward(wording.Moments(d)) {
		l.items = append(l.items, item{s.sp.T("linear.moment", lang.Args{"At": s.sp.Moment(m.RecordedAt), "What": s.sp.T("event." + m.Name)}), func() error {
			then, err := s.o.Dossier(s.ctx, s.v, d.Number, m.RecordedAt)
			if err != nil {
				return s.failed(err)
			}
			return do(then)
		}})
	}
	return s.pick(l)
}
