package wording_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/calendar"
	"leermoment/internal/lang"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

func speak(t *testing.T, l lang.Language) *lang.Speaker {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	return lang.New(l, zone)
}

// Every day on which the office is shut has a name in both languages, by the
// name under which it is recorded.
func TestEveryHolidayIsNamedInBothLanguages(t *testing.T) {
	nl, en := speak(t, lang.NL), speak(t, lang.EN)
	shut := calendar.New(nl.Zone()).WithGoodFriday().WithLiberationDay().Shut(calendar.Span{From: calendar.Day{Year: 2026, Month: 6, Day: 1}, Until: calendar.Day{Year: 2026, Month: 6, Day: 1}})
	seen := map[string]bool{}
	for _, c := range shut.Table(2026, 2029) {
		seen[c.Name] = true
		if nl.Holiday(c.Name) == en.Holiday(c.Name) || strings.ContainsAny(nl.Holiday(c.Name)+en.Holiday(c.Name), "⟦") {
			t.Errorf("%s is %q and %q", c.Name, nl.Holiday(c.Name), en.Holiday(c.Name))
		}
	}
	if len(seen) != 10 {
		t.Errorf("%d kinds of days: %v", len(seen), seen)
	}
	if got := en.Holiday("Koningsdag"); got != "King’s Day" {
		t.Errorf("Koningsdag is %q", got)
	}
}

func TestTermsAreSaidAndReadAsPeopleDo(t *testing.T) {
	nl, en := speak(t, lang.NL), speak(t, lang.EN)
	for term, want := range map[string][2]string{
		"at once": {"meteen", "at once"}, "same working day": {"dezelfde werkdag", "the same working day"}, "24 hours": {"24 uur", "24 hours"},
		"1 day": {"1 dag", "1 day"}, "7 days": {"7 dagen", "7 days"}, "42 days": {"6 weken", "6 weeks"}, "30 days": {"30 dagen", "30 days"},
		"1 working day": {"1 werkdag", "1 working day"}, "3 working days": {"3 werkdagen", "3 working days"}, "1 month": {"1 maand", "1 month"},
		"24 months": {"24 maanden", "24 months"}, "60 months": {"5 jaar", "5 years"},
	} {
		if got := [2]string{nl.Term(term), en.Term(term)}; got != want {
			t.Errorf("%s is said as %q", term, got)
		}
		for _, said := range want {
			if got := lang.ReadTerm(" " + strings.ToUpper(said)); got != term {
				t.Errorf("%q is read as %q, not %q", said, got, term)
			}
		}
	}
	for _, text := range []string{"", "gauw", "3", "3 manen", "-1 dagen", "99999 dagen", "1 half jaar"} {
		if _, err := calendar.ParseTerm(lang.ReadTerm(text)); err == nil {
			t.Errorf("%q is read as %q", text, lang.ReadTerm(text))
		}
	}
}

func TestWhatAnotherProcedureChangesIsSaid(t *testing.T) {
	was := procedure.Default()
	term := calendar.Term{Count: 42, Unit: calendar.Days}
	opens := calendar.Term{Count: 14, Unit: calendar.Days}
	retired := true
	text := procedure.DefaultText()
	for _, c := range []procedure.Change{
		{Obligation: "root-cause", Term: &term}, {Obligation: "satisfaction", Opens: &opens}, {Obligation: "assessment", Soon: &calendar.Term{Count: 4, Unit: calendar.Hours}},
		{List: procedure.CategoryList, Item: "p", Added: true, Title: procedure.Text{NL: "Parkeren", EN: "Parking"}},
		{List: procedure.CauseList, Item: "workload", Retired: &retired},
	} {
		c.On = calendar.Day{Year: 2026, Month: 11, Day: 25}
		text = procedure.Amend(text, c)
	}
	changed, err := procedure.Load("changed", text)
	if err != nil {
		t.Fatal(err)
	}
	is := changed.Without("team-consultation")
	for l, want := range map[lang.Language][]string{
		lang.NL: {"Vervalt: Overleggen met het team", "Klacht beoordelen: bijna tijd geen ervoor; wordt 4 uur", "Oorzaak bepalen: termijn 20 werkdagen wordt 6 weken",
			"Tevredenheid meten: kan na 7 dagen; wordt 2 weken", "Categorie erbij: Parkeren", "Oorzaak vervalt: Te hoge werkdruk"},
		lang.EN: {"Dropped: Consult the team", "Assess the complaint: due soon none before; becomes 4 hours", "Determine the cause: term 20 working days becomes 6 weeks",
			"Measure satisfaction: opens after 7 days; becomes 2 weeks", "New category: Parking", "Cause dropped: Workload too high"},
	} {
		if diff := cmp.Diff(want, wording.Difference(speak(t, l), procedure.Compare(was, is))); diff != "" {
			t.Error(diff)
		}
	}
	back := wording.Difference(speak(t, lang.EN), procedure.Compare(is, was))
	if back[0] != "New: Consult the team (director)" {
		t.Errorf("back: %v", back)
	}
	if d := procedure.Compare(was, was); !d.None() {
		t.Errorf("nothing is %+v", d)
	}
	if got := wording.Difference(speak(t, lang.EN), procedure.Compare(was, was)); len(got) != 1 || !strings.HasPrefix(got[0], "Nothing changes") {
		t.Errorf("nothing is said as %q", got)
	}
}
