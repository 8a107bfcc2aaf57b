package complaint_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// everyMoment calls see with the director's view on a complaint at each stage of
// its life, the first of which is before it is recorded.
func everyMoment(t *testing.T, see func(stage procedure.ActionID, s *complaint.Situation)) {
	t.Helper()
	l := newLife(t)
	for _, step := range inOneGo {
		if l.complaint() != nil {
			s := l.situation(director)
			if len(l.measure) > 0 {
				s.Measure, _ = complaint.FoldMeasure(measureID, l.measure)
			}
			see(step.action, s)
		}
		l.do(step.who, step.action, step.fields...)
	}
}

func applies(spec complaint.Spec, s *complaint.Situation) bool {
	home := complaint.AtComplaint
	switch {
	case spec.ID == procedure.NewComplaint:
		return true
	case s.Measure != nil:
		home = complaint.AtMeasure
	}
	return complaint.TakenAt(spec.ID, home)
}

var contractKinds = []complaint.FieldKind{complaint.Text, complaint.LongText, complaint.MomentKind, complaint.DayKind,
	complaint.ChoiceKind, complaint.BoolKind, complaint.NumberKind, complaint.PersonKind, complaint.FileKind}

func TestFieldsOfEveryActionAreDescribedWell(t *testing.T) {
	everyMoment(t, func(stage procedure.ActionID, s *complaint.Situation) {
		for _, spec := range complaint.Specs() {
			if !applies(spec, s) {
				continue
			}
			names := map[string]complaint.Field{}
			for _, f := range complaint.OfferOf(s, spec).Fields {
				if _, twice := names[f.Name]; twice || f.Name == "" {
					t.Errorf("%s has the field %q twice", spec.ID, f.Name)
				}
				names[f.Name] = f
				if !slices.Contains(contractKinds, f.Kind) {
					t.Errorf("%s.%s is of kind %q", spec.ID, f.Name, f.Kind)
				}
				if f.Kind == complaint.ChoiceKind && len(f.Choices) == 0 && f.Name != "obligation" {
					t.Errorf("%s.%s before %s: a choice of nothing", spec.ID, f.Name, stage)
				}
				if f.Kind == complaint.ChoiceKind && f.Default != "" &&
					!slices.ContainsFunc(f.Choices, func(c complaint.Choice) bool { return c.Value == f.Default }) {
					t.Errorf("%s.%s starts with %q, which is not to be chosen", spec.ID, f.Name, f.Default)
				}
			}
			for _, f := range names {
				if f.When == nil {
					continue
				}
				other, there := names[f.When.Field]
				if there && f.When.Value == "" {
					continue // shown while the other is empty
				}
				if !there || !slices.ContainsFunc(other.Choices, func(c complaint.Choice) bool { return c.Value == f.When.Value }) {
					t.Errorf("%s.%s waits for %s=%s, which cannot be", spec.ID, f.Name, f.When.Field, f.When.Value)
				}
			}
			_, at := names["at"]
			if at == (spec.ID == procedure.NewComplaint) {
				t.Errorf("%s: every action takes at, and new takes received_at", spec.ID)
			}
		}
	})
}

// Whatever is wrong is named in one go, by field, and nothing is recorded.
func TestAllWrongFieldsAreNamedAtOnce(t *testing.T) {
	everyMoment(t, func(_ procedure.ActionID, s *complaint.Situation) {
		for _, spec := range complaint.Specs() {
			if !applies(spec, s) || complaint.OfferOf(s, spec).Refusal != nil {
				continue
			}
			values, want := map[string]string{"no_such_field": "x"}, []string{"no_such_field: unknown-field"}
			for _, f := range complaint.OfferOf(s, spec).Fields {
				switch {
				case f.When != nil:
				case f.Kind == complaint.MomentKind:
					values[f.Name], want = "gisteren", append(want, f.Name+": moment")
				case f.Kind == complaint.DayKind:
					values[f.Name], want = "31-02-2026", append(want, f.Name+": day")
				case f.Kind == complaint.BoolKind:
					values[f.Name], want = "misschien", append(want, f.Name+": bool")
				case f.Kind == complaint.ChoiceKind:
					values[f.Name], want = "geen van deze", append(want, f.Name+": choice")
				case f.Required:
					values[f.Name], want = " \t\n", append(want, f.Name+": required")
				case f.Kind == complaint.Text || f.Kind == complaint.LongText:
					values[f.Name], want = "\xff", append(want, wrongText(f.Name))
				}
			}
			var faults complaint.Faults
			if _, err := complaint.Take(s, spec, complaint.Input{Values: values}); !errors.As(err, &faults) {
				t.Errorf("%s took %v: %v", spec.ID, values, err)
				continue
			}
			got := strings.Split(faults.Error(), "; ")
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, slices.DeleteFunc(got, dependent(s, spec))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", spec.ID, diff)
			}
		}
	})
}

func wrongText(field string) string {
	if field == "email" {
		return "email: email"
	}
	return field + ": not-text"
}

// dependent are the faults of fields that another field asks for.
func dependent(s *complaint.Situation, spec complaint.Spec) func(string) bool {
	return func(fault string) bool {
		name, _, _ := strings.Cut(fault, ":")
		return slices.ContainsFunc(complaint.OfferOf(s, spec).Fields, func(f complaint.Field) bool { return f.Name == name && f.When != nil })
	}
}

func TestNothingHappensInTheFutureOrBeforeTheReceipt(t *testing.T) {
	l := newLife(t)
	l.record()
	l.after(time.Hour)
	for at, want := range map[string]string{
		"2026-11-24 10:40:01":       "wrong: at: future",
		"2026-11-24T10:40:01+01:00": "wrong: at: future",
		"2027-01-01 00:00":          "wrong: at: future",
		"2026-11-24 09:39:59":       "wrong: at: before-receipt",
		"2026-11-24 09:40":          "",
		"2026-11-24T09:40:00Z":      "", // 10.40 in Amsterdam: now
	} {
		got := ""
		if err := l.try(manager, procedure.Note, "text", "x", "at", at); err != nil {
			got = reason(err)
		}
		if got != want {
			t.Errorf("at %s: %q, not %q", at, got, want)
		}
	}
}

func TestAWrongAttemptRecordsNothing(t *testing.T) {
	l := newLife(t)
	l.record()
	before := len(l.facts)
	_ = l.try(director, procedure.Assess, "alone", "misschien")
	_ = l.try(leader, procedure.Assess, "alone", "yes")
	if len(l.facts) != before {
		t.Errorf("%d facts became %d", before, len(l.facts))
	}
}

// An action that is offered without a refusal is also taken, and one that is
// refused is refused for the same reason when it is tried all the same.
func TestWhatIsOfferedIsWhatIsAllowed(t *testing.T) {
	everyMoment(t, func(stage procedure.ActionID, s *complaint.Situation) {
		for _, who := range []complaint.Person{manager, leader, director} {
			s.Actor = who
			for _, o := range complaint.Offers(s) {
				_, err := complaint.Take(s, o.Spec, complaint.Input{})
				var refusal *complaint.Refusal
				if refused := errors.As(err, &refusal); o.Refusal != nil && (!refused || refusal.Key != o.Refusal.Key) {
					t.Errorf("before %s, %s: %s is refused (%s) but gives %v", stage, who.Login, o.Spec.ID, o.Refusal.Key, err)
				}
			}
		}
	})
}

func TestWhoIsDisabledDoesNothing(t *testing.T) {
	l := newLife(t)
	l.record()
	gone := director
	gone.Disabled = true
	for _, o := range complaint.Offers(l.situation(gone)) {
		if o.Refusal == nil || o.Refusal.Key != "disabled" {
			t.Errorf("%s: %v", o.Spec.ID, o.Refusal)
		}
	}
}
