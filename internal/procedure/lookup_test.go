package procedure

import (
	"slices"
	"testing"

	"leermoment/internal/calendar"
)

func TestWhoMayTakeAnAction(t *testing.T) {
	p := Default()
	for action, want := range map[ActionID][]Role{
		NewComplaint:    {OfficeManager, Director},
		ConfirmReceipt:  {OfficeManager, Owner, Director},
		Assess:          {Director},
		Correct:         {OfficeManager, Owner, Director},
		CorrectReceipt:  {Director},
		ApproveFeedback: {Owner, Director},
		SendFeedback:    {OfficeManager, Director},
		CompleteMeasure: {MeasureOwner, Director},
		"fly":           nil,
	} {
		if got := p.MayTake(action); !slices.Equal(got, want) {
			t.Errorf("%s may be taken by %v, want %v", action, got, want)
		}
	}
	for _, action := range Actions() {
		if !slices.Contains(p.MayTake(action), Director) {
			t.Errorf("the director may not take %s", action)
		}
	}
}

func TestLookingUpByID(t *testing.T) {
	p := Default()
	if s, ok := p.Sentence("S38"); !ok || s.Text != "Klachtenformulieren worden 24 maanden bewaard." || s.Section != "Ad 6" {
		t.Errorf("S38 is %+v", s)
	}
	if s, ok := p.Step(Analyse); !ok || s.Number != 5 || s.Phase != Learning {
		t.Errorf("analyse is %+v", s)
	}
	if c, ok := p.Category("venue"); !ok || c.Title.In("nl") != "Locatie" || c.Title.In("en") != "Venue" {
		t.Errorf("venue is %+v", c)
	}
	if c, ok := p.Cause("workload"); !ok || c.Title.In("en") != "Workload too high" {
		t.Errorf("workload is %+v", c)
	}
	_, o := p.Obligation("nothing")
	_, s := p.Sentence("S41")
	_, c := p.Cause("venue")
	if o || s || c {
		t.Error("something was found that is not there")
	}
}

func TestTheIndependentPersonOfADay(t *testing.T) {
	p := load(t, small+`
[[independent]]
name = "Eerste"
title = { nl = "a", en = "a" }
until = "2026-06-30"
[[independent]]
name = "Tweede"
title = { nl = "b", en = "b" }
from = "2026-07-02"
until = "2026-12-31"
`)
	for on, want := range map[string]string{
		"2020-01-01": "Eerste", "2026-06-30": "Eerste", "2026-07-01": "",
		"2026-07-02": "Tweede", "2026-12-31": "Tweede", "2027-01-01": "",
	} {
		if got, ok := p.IndependentOn(day(t, on)); got.Name != want || ok != (want != "") {
			t.Errorf("on %s it is %q, want %q", on, got.Name, want)
		}
	}
	if got, ok := Default().IndependentOn(day(t, "2026-11-24")); !ok || got.Name != "dr. Jack Linssen" {
		t.Errorf("the default's is %+v", got)
	}
}

func day(t *testing.T, s string) calendar.Day {
	t.Helper()
	var d calendar.Day
	if err := d.UnmarshalText([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWithoutTakesOneObligationOutOfACopy(t *testing.T) {
	p := Default()
	less := p.Without("lesson")
	if _, ok := less.Obligation("lesson"); ok || len(less.Obligations) != len(p.Obligations)-1 {
		t.Error("the lesson is still there, or more is gone")
	}
	if _, ok := p.Obligation("lesson"); !ok {
		t.Error("the original changed")
	}
	if less.Digest() == p.Digest() {
		t.Error("the copy goes under the digest of the original")
	}
}

func TestWithoutTakesAlongWhatIsAheadOfIt(t *testing.T) {
	less := Default().Without("resolution")
	if _, ok := less.Obligation("delay-notice"); ok {
		t.Error("the notice of delay is ahead of something that is not there")
	}
}
