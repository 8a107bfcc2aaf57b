package kit_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"leermoment/ui/kit"
	"leermoment/ui/uitest"
)

func TestAMomentIsTypedFreelyAndWrittenOutInFull(t *testing.T) {
	for _, c := range []struct{ typed, value, shown string }{
		{"gisteren 14.00", "2026-11-23T14:00:00Z", "ma 23-11-2026 14.00"},
		{"24-11 9:40", "2026-11-24T09:40:00Z", "di 24-11-2026 09.40"},
		{"nu", "2026-11-24T09:41:30Z", "di 24-11-2026 09.41"},
		{"", "", ""},
	} {
		d, form := fill(t, kit.Field{Name: "at", Title: "Wanneer", Kind: kit.MomentField}, text("next", "Verder"))
		d.Type(c.typed)
		d.Press("tab")
		d.Contains(t, c.shown)
		holds(t, form, map[string]string{"at": c.value, "next": ""})
	}
}

func TestWhatIsNoMomentIsKeptAndSaidToBeNone(t *testing.T) {
	d, form := fill(t, kit.Field{Name: "at", Title: "Wanneer", Kind: kit.MomentField}, text("next", "Verder"))
	d.Type("toen het regende")
	d.Press("tab")
	d.Contains(t, "✗ Schrijf een dag en tijd")
	d.Contains(t, "toen het regende")
	d.Press("ctrl+s")
	if last(d) == kit.Submitted || form.Focused() != "at" {
		t.Error("recorded what is no moment")
	}
	holds(t, form, map[string]string{"at": "toen het regende", "next": ""})
}

func TestADraftThatIsNoMomentIsNotRecordedEither(t *testing.T) {
	d, form := fill(t, kit.Field{Name: "at", Title: "Wanneer", Kind: kit.MomentField})
	form.Set("at", "toen het regende")
	d.Press("ctrl+s")
	if last(d) == kit.Submitted {
		t.Error("recorded")
	}
	d.Contains(t, "toen het regende")
}

func TestWhatCannotBeReadComesBackAsItWasLoaded(t *testing.T) {
	want := map[string]string{"at": "toen\x1b[31m", "day": "ooit\x00", "score": "acht\u202e", "how": "per duif\x07"}
	_, form := fill(t,
		kit.Field{Name: "at", Kind: kit.MomentField, Value: want["at"]},
		kit.Field{Name: "day", Kind: kit.DayField, Value: want["day"]},
		kit.Field{Name: "score", Kind: kit.NumberField, Value: want["score"]},
		kit.Field{Name: "how", Kind: kit.ChoiceField, Value: want["how"], Choices: channels()})
	for range 4 {
		form.Update(press("tab"))
		holds(t, form, want)
	}
}

func TestADayAndANumber(t *testing.T) {
	d, form := fill(t, kit.Field{Name: "day", Title: "Dag", Kind: kit.DayField}, kit.Field{Name: "score", Title: "Cijfer", Kind: kit.NumberField})
	d.Type("8 december")
	d.Press("tab")
	d.Type("acht")
	d.Press("ctrl+s")
	d.Contains(t, "di 08-12-2026")
	d.Contains(t, "✗ Vul hier een getal in.")
	d.Press("ctrl+u")
	d.Type("8")
	d.Press("ctrl+s")
	if last(d) != kit.Submitted {
		t.Errorf("not recorded:\n%s", d.Screen())
	}
	holds(t, form, map[string]string{"day": "2026-12-08", "score": "8"})
}

func TestAChoiceGoesRoundAndJumpsToALetter(t *testing.T) {
	d, form := fill(t, kit.Field{Name: "channel", Title: "Hoe", Kind: kit.ChoiceField, Choices: channels()})
	for _, step := range []struct{ key, want string }{
		{"right", "phone"}, {"right", "mail"}, {"left", "phone"}, {"left", "other"}, {"right", "phone"},
		{"b", "letter"}, {"O", "in-person"}, {"backspace", "phone"}, {"backspace", ""}, {"left", "other"},
	} {
		d.Press(step.key)
		if got := form.Values()["channel"]; got != step.want {
			t.Errorf("%s chose %q, want %q", step.key, got, step.want)
		}
	}
	d.Contains(t, "telefoon  e-mail  op kantoor  brief  ‹ anders ›")
	d.Resize(40, 10)
	d.Contains(t, "‹ anders ›  5 van 5")
	d.Lacks(t, "telefoon")
	d.Press("right")
	d.Contains(t, "‹ telefoon ›  1 van 5")
	d.Press("backspace")
	d.Contains(t, "‹ kies ›  5 mogelijkheden")
}

func TestWhatIsTypedOnAChoiceChoosesOrIsSaidToBeNone(t *testing.T) {
	who := []kit.Choice{{"jaap", "Jaap"}, {"jan", "Jan"}, {"janneke", "Janneke"}, {"op", "Op kantoor"}, {"ed", "Éd"}}
	for _, c := range []struct {
		typed, value string
		astray       bool
	}{
		{"jan", "jan", false},
		{"jann", "janneke", false},
		{"jj", "jan", false}, // the next with this letter
		{"jo", "op", false},  // a second thought
		{"op k", "op", false},
		{"ed ", "ed", false},
		{"ed  ", "jaap", false}, // the word was ended: the next choice
		{"Mevrouw J. de Wit", "ed", true},
		{"Jansen & Zn.", "ed", true},
		{"Jan", "jan", false},
		{"Jan de Wit", "jan", true},
		{"5", "ed", true},
	} {
		d, form := fill(t, kit.Field{Name: "who", Title: "Wie", Kind: kit.ChoiceField, Choices: who, Value: "ed"}, text("next", "Verder"))
		d.Type(c.typed)
		if got := form.Value("who"); got != c.value {
			t.Errorf("%q chose %q, want %q", c.typed, got, c.value)
		}
		if saidToBeNone(d) != c.astray {
			t.Errorf("%q:\n%s", c.typed, d.Screen())
		}
	}
}

func saidToBeNone(d *uitest.Driver) bool {
	return strings.Contains(d.Screen(), "✗ Kies hier met ← en →, of typ het begin van een keuze.")
}

func TestWhatBeginsNoChoiceIsSaidUntilSomebodyChoosesOrRecords(t *testing.T) {
	d, form := fill(t, kit.Field{Name: "channel", Title: "Hoe", Kind: kit.ChoiceField, Choices: channels(), Value: "phone"}, text("next", "Verder"))
	d.Paste("Mevrouw J. de Wit")
	d.Press("tab")
	if !saidToBeNone(d) { // somebody looks up only now
		t.Errorf("not said:\n%s", d.Screen())
	}
	d.Press("shift+tab", "b")
	if saidToBeNone(d) || form.Value("channel") != "letter" {
		t.Errorf("a letter chose %q:\n%s", form.Value("channel"), d.Screen())
	}
	d.Type("uren")
	d.Press("tab", "ctrl+s")
	if saidToBeNone(d) || last(d) != kit.Submitted {
		t.Errorf("not recorded:\n%s", d.Screen())
	}
	holds(t, form, map[string]string{"channel": "phone", "next": ""})
}

func TestAPersonIsSuggestedOrFreeText(t *testing.T) {
	person := kit.Field{Name: "who", Title: "Betrokkene", Kind: kit.PersonField,
		Choices: []kit.Choice{{"staff:demo", "P. Demo"}, {"expert:E-004", "deskundige E-004"}}}
	for _, c := range []struct{ typed, suggested, value string }{
		{"P. D", "P. Demo", "staff:demo"},
		{"p. d", "p. demo", "staff:demo"},
		{"demo", "demo  → P. Demo", "staff:demo"},
		{"e-004", "e-004  → deskundige E-004", "expert:E-004"},
		{"P. Demo", "P. Demo", "staff:demo"},
		{"de conciërge", "de conciërge", "de conciërge"},
	} {
		d, form := fill(t, person)
		d.Type(c.typed)
		if !strings.Contains(strings.ToLower(d.Screen()), strings.ToLower("Betrokkene  "+c.suggested+"\n")) {
			t.Errorf("%s should suggest %s:\n%s", c.typed, c.suggested, d.Screen())
		}
		d.Press("end", "right")
		holds(t, form, map[string]string{"who": c.value})
	}
}

func TestASuggestionIsOnlyTakenAtTheEnd(t *testing.T) {
	d, form := fill(t, kit.Field{Name: "who", Title: "Wie", Kind: kit.PersonField, Choices: []kit.Choice{{"staff:demo", "P. Demo"}}})
	d.Type("P. D")
	d.Press("left", "right", "end", "tab", "ctrl+s")
	holds(t, form, map[string]string{"who": "P. D"})
}

func TestAPasteNeverPressesKeys(t *testing.T) {
	d, form := fill(t, text("line", "Regel"), kit.Field{Name: "long", Title: "Tekst", Kind: kit.LongField}, text("end", "Eind"))
	d.Paste("een\r\ntwee\ndrie\n")
	if form.Focused() != "line" {
		t.Errorf("a line end in a paste went to %s", form.Focused())
	}
	d.Press("tab")
	d.Paste("een\ntwee\n\x1b[31mdrie\u202e")
	holds(t, form, map[string]string{"line": "een twee drie", "long": "een\ntwee\ndrie", "end": ""})
}

func TestWhatNobodyChangedStaysByteForByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := hostile().Draw(t, "value")
		kind := rapid.SampledFrom([]kit.FieldKind{kit.TextField, kit.LongField, kit.PersonField, kit.FileField}).Draw(t, "kind")
		d, form := fill(t, text("first", "Eerst"), kit.Field{Name: "it", Title: "Dit", Kind: kind, Value: value})
		if rapid.Bool().Draw(t, "draft") {
			form.Set("it", value)
		}
		form.Focus("it")
		d.Press("home", "end", "shift+tab", "tab")
		if got := form.Values()["it"]; got != value {
			t.Errorf("got %q, want %q", got, value)
		}
	})
}

func TestControlVDoesNotReadAClipboard(t *testing.T) {
	for _, kind := range []kit.FieldKind{kit.TextField, kit.LongField} {
		form := kit.NewForm([]kit.Field{{Name: "it", Kind: kind}}, dutch(), plain(), phoned)
		if _, cmd := form.Update(press("ctrl+v")); cmd != nil {
			t.Errorf("kind %d: over SSH that would be the server's clipboard", kind)
		}
	}
}

func TestALongTextIsKeptWhole(t *testing.T) {
	long := strings.Repeat("De les begon te laat. ", 2300) + "\n" + strings.Repeat("x", 5000)
	d, form := fill(t, text("line", "Regel"), kit.Field{Name: "long", Title: "Tekst", Kind: kit.LongField})
	d.Paste(long[:50_000])
	d.Press("tab")
	d.Paste(long)
	d.Type("!")
	d.Fits(t)
	if got := form.Values(); got["long"] != long+"!" || got["line"] != strings.TrimSpace(long[:50_000]) {
		t.Errorf("%d and %d bytes are left", len(got["line"]), len(got["long"]))
	}
}
