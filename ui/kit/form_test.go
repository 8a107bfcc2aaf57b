package kit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"leermoment/ui/kit"
)

func TestAComplaintIsFilledInWithoutTheMouse(t *testing.T) {
	d, form := fill(t, intake()...)
	if form.Focused() != "channel" {
		t.Errorf("starts at %s, want the first required field that is empty", form.Focused())
	}
	d.Press("right", "enter")
	d.Type("A. Voorbeeld")
	d.Press("enter")
	d.Type("a.voorbeeld@")
	d.Press("enter")
	d.Type("Trainer kwam een uur te laat")
	d.Press("enter")
	d.Type("De les begon om 10.30.")
	d.Press("enter")
	d.Type("Dat was te laat.")
	d.Golden(t, "form")
	d.Press("tab")
	d.Press("ctrl+s")
	if last(d) == kit.Submitted || form.Focused() != "email" {
		t.Errorf("recorded, or at %s, while the address is not right", form.Focused())
	}
	d.Type("voorbeeld.nl")
	d.Press("ctrl+s")
	if last(d) != kit.Submitted {
		t.Errorf("not recorded:\n%s", d.Screen())
	}
	holds(t, form, map[string]string{
		"received_at": "2026-11-24T09:40:00Z", "channel": "phone", "name": "A. Voorbeeld", "email": "a.voorbeeld@voorbeeld.nl",
		"subject": "Trainer kwam een uur te laat", "description": "De les begon om 10.30.\nDat was te laat.", "remedy": "", "serious": "false",
	})
}

func TestWhatIsWrongIsSaidOnceAFieldWasLeft(t *testing.T) {
	d, _ := fill(t, intake()...)
	d.Press("tab", "tab")
	d.Type("a@")
	d.Lacks(t, "✗")
	d.Press("tab")
	d.Contains(t, "✗ er ontbreekt iets na de @")
	d.Press("shift+tab")
	d.Type("b.nl")
	d.Lacks(t, "✗")
}

func TestRecordingSaysWhatIsStillEmpty(t *testing.T) {
	d, form := fill(t, intake()...)
	d.Press("tab", "tab", "ctrl+s")
	if form.Focused() != "channel" {
		t.Errorf("at %s", form.Focused())
	}
	if got := strings.Count(d.Screen(), "✗ Dit veld is nog leeg."); got != 4 {
		t.Errorf("%d of the 4 required fields are said to be empty:\n%s", got, d.Screen())
	}
}

func TestFaultsFromElsewhereStandUntilTheirFieldChanges(t *testing.T) {
	d, form := fill(t, text("a", "Eerste"), text("b", "Tweede"))
	form.SetFaults(map[string]string{"b": "Dit kan niet vóór de ontvangst."})
	d.Press("f12")
	d.Contains(t, "✗ Dit kan niet vóór de ontvangst.")
	if form.Focused() != "b" {
		t.Errorf("at %s", form.Focused())
	}
	d.Press("ctrl+s")
	if last(d) == kit.Submitted {
		t.Error("recorded with a fault that nobody mended")
	}
	d.Type("x")
	d.Lacks(t, "✗")
	d.Press("ctrl+s")
	if last(d) != kit.Submitted {
		t.Error("not recorded after the fault was mended")
	}
}

func TestAFaultThatAnotherFieldMayHaveMendedKeepsNobodyOut(t *testing.T) {
	d, form := fill(t, text("a", "Eerste"), text("b", "Tweede"))
	form.SetFaults(map[string]string{"b": "Dit kan niet vóór de ontvangst."})
	d.Press("shift+tab")
	d.Type("x")
	d.Contains(t, "✗ Dit kan niet vóór de ontvangst.")
	d.Press("ctrl+s")
	if last(d) != kit.Submitted {
		t.Error("not recorded, though what was wrong may be mended")
	}
	d.Lacks(t, "✗")
}

func TestAFaultGoesWhenAnotherValueIsPutIn(t *testing.T) {
	d, form := fill(t, text("a", "Eerste"))
	form.SetFaults(map[string]string{"a": "Te kort."})
	form.Set("a", "lang genoeg")
	d.Press("f12")
	d.Lacks(t, "✗")
	d.Press("ctrl+s")
	if last(d) != kit.Submitted {
		t.Error("not recorded")
	}
}

func TestFaultsOfFieldsThatNobodySeesComeBack(t *testing.T) {
	hidden := kit.Field{Name: "hidden", Shown: func(map[string]string) bool { return false }}
	d, form := fill(t, text("a", "Eerste"), hidden)
	elsewhere := form.SetFaults(map[string]string{"a": "Te kort.", "hidden": "Verborgen.", "absent": "Afwezig."})
	if diff := cmp.Diff([]string{"Afwezig.", "Verborgen."}, elsewhere); diff != "" {
		t.Error(diff)
	}
	d.Press("f12")
	d.Contains(t, "✗ Te kort.")
	form.SetFaults(map[string]string{"absent": "Afwezig."})
	d.Press("ctrl+s")
	if last(d) != kit.Submitted {
		t.Error("a fault that nobody sees kept the form from being recorded")
	}
}

func TestKeysGoFromFieldToField(t *testing.T) {
	_, form := fill(t, text("a", "A"), kit.Field{Name: "b", Kind: kit.LongField}, kit.Field{Name: "c", Kind: kit.ChoiceField, Choices: channels()}, text("d", "D"))
	for _, step := range []struct{ key, want string }{
		{"enter", "b"}, {"enter", "b"}, {"down", "c"}, {"up", "b"}, {"up", "b"}, {"up", "a"}, {"up", "a"},
		{"tab", "b"}, {"tab", "c"}, {"enter", "d"}, {"tab", "d"}, {"down", "d"}, {"shift+tab", "c"}, {"down", "d"},
	} {
		form.Update(press(step.key))
		if form.Focused() != step.want {
			t.Errorf("%s went to %s, want %s", step.key, form.Focused(), step.want)
		}
	}
	if form.AtEnd() {
		t.Error("at the end before enter")
	}
	form.Update(press("enter"))
	if !form.AtEnd() || form.Focused() != "d" {
		t.Error("enter on the last field should stay there and say so")
	}
}

func TestAFieldThatIsNotShownIsSkippedAndNotRecorded(t *testing.T) {
	d, form := fill(t,
		kit.Field{Name: "agreed", Title: "Akkoord?", Kind: kit.ChoiceField, Choices: []kit.Choice{{"true", "ja"}, {"false", "nee"}}},
		kit.Field{Name: "why", Title: "Waarom niet", Required: true, Shown: func(v map[string]string) bool { return v["agreed"] == "false" }},
		text("note", "Notitie"))
	d.Press("n")
	d.Contains(t, "Waarom niet")
	d.Press("tab")
	d.Type("te laat")
	d.Press("shift+tab", "j")
	d.Lacks(t, "Waarom niet")
	d.Press("tab")
	if form.Focused() != "note" {
		t.Errorf("went to %s", form.Focused())
	}
	d.Press("ctrl+s")
	if last(d) != kit.Submitted {
		t.Error("a field that is not shown kept the form from being recorded")
	}
	holds(t, form, map[string]string{"agreed": "true", "note": ""})
	if got := form.Value("why"); got != "te laat" {
		t.Errorf("what was typed became %q while it is hidden", got)
	}
	d.Press("shift+tab", "n")
	holds(t, form, map[string]string{"agreed": "false", "why": "te laat", "note": ""})
}

func TestAFormKnowsWhetherAnybodyTouchedIt(t *testing.T) {
	d, form := fill(t, intake()...)
	d.Press("tab", "shift+tab", "down", "up")
	if form.Dirty() {
		t.Errorf("looking made it dirty: %v", form.Changed())
	}
	d.Press("p", "backspace", "b")
	if !form.Dirty() || form.Changed()["channel"] != "letter" || len(form.Changed()) != 1 {
		t.Errorf("changed %v", form.Changed())
	}
}

func TestAFormWithNothingToAskIsRecordedAtOnce(t *testing.T) {
	d, form := fill(t)
	d.Press("tab", "x", "ctrl+s")
	if last(d) != kit.Submitted || form.Focused() != "" || form.Dirty() {
		t.Error("not recorded")
	}
}

func TestNobodyTypesInAFieldThatIsNotShown(t *testing.T) {
	d, form := fill(t,
		kit.Field{Name: "hidden", Shown: func(v map[string]string) bool { return v["other"] == "x" }},
		text("other", "Ander"))
	if form.Focused() != "other" {
		t.Errorf("starts at %s", form.Focused())
	}
	form.Set("other", "x")
	form.Focus("hidden")
	form.Set("other", "y")
	d.Type("z")
	holds(t, form, map[string]string{"other": "yz"})
}
