package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// settingsWords are what people read on the screen of settings.
type settingsWords struct {
	language                                                       lang.Language
	place, address, closed, first, last, called, span, good, works string
	assess, number, was, own, fixed, refused, after, changed       string
	venue, named, rename, other, merged, retired, asks, quote      string
	since, faults, unknown, good2, use, drops, differs, stale      string
}

var settingsIn = []settingsWords{
	{lang.NL, "Instellingen", "Adres", "Kantoor dicht", "Eerste dag", "Laatste dag", "Hoe heet dat", "ma 28-12-2026 tot en met do 31-12-2026 · Kerst", "Goede Vrijdag", "gewone werkdag",
		"Klacht beoordelen", "3 werkdagen", "2 werkdagen", "eigen", "Dit volgt uit de tekst en ligt vast.", "Schrijf een termijn zoals 3 werkdagen",
		"Het nieuwe getal geldt voor klachten die vanaf nu binnenkomen.", "Gewijzigd op di 24-11-2026 door Dirk Demo; was 2 werkdagen.",
		"Locatie", "Zaal en locatie", "Locatie anders noemen", "Organisatie", "telt mee met Organisatie", "niet meer te kiezen", "niet meer laten kiezen?", "«De directeur beoordeelt de klacht",
		"bij het inrichten", "fouten in de procedure", "onbekend woord", "in orde", "nieuwe klachten?", "Vervalt: Intern terugkoppelen", "termijn 24 uur wordt",
		"Iemand anders was u net voor"},
	{lang.EN, "Settings", "Address", "Office closed", "First day", "Last day", "What is it called", "Mon 28 Dec 2026 until Thu 31 Dec 2026 · Kerst", "Good Friday", "working day",
		"Assess the complaint", "3 working days", "2 working days", "own", "This follows from the text and is fixed.", "Write a term such as 3 working days",
		"The new number holds for complaints received from now on.", "Changed on Tue 24 Nov 2026 by Dirk Demo; was 2 working days.",
		"Venue", "Room and venue", "Rename Venue", "Organisation", "counts with Organisation", "cannot be chosen", "Let nobody choose", "«De directeur beoordeelt de klacht",
		"when it was set up", "faults in the procedure", "unknown key", "in order", "new complaints?", "Dropped: Inform the organisation", "term 24 hours becomes",
		"Somebody was there just before you"},
}

// sitSettings sits somebody down at the settings.
func (w *world) sitSettings(login string, x settingsWords) *traveller {
	w.t.Helper()
	p := &traveller{w.sit(login, 80, 24, x.language), w, lang.New(x.language, w.zone)}
	p.Press("ctrl+p")
	p.Type(x.place)
	p.Press("enter")
	p.reads(x.place)
	return p
}

// find puts the cursor on the row that has these words.
func (p *traveller) find(words string) {
	p.w.t.Helper()
	p.Press("/")
	p.Type(words)
	p.Press("enter")
	p.reads(words)
}

func TestTheOrganisationIsDescribedInTheTerminal(t *testing.T) {
	for _, x := range settingsIn {
		t.Run(string(x.language), func(t *testing.T) {
			w := newWorld(t, x.language)
			dir := w.sitSettings("dirk", x)
			dir.reads("Opleiders Proef", "Petra Demo", x.good, x.works)
			if x.language == lang.NL {
				dir.Golden(t, "settings-80x24")
			}
			dir.Press("down", "enter") // at the address
			dir.Type("Dorpsstraat 1")
			dir.Press("ctrl+s")
			dir.reads("Dorpsstraat 1")
			dir.Press("n")
			dir.at(x.first, "28-12-2026")
			dir.Press("esc", "n") // nothing typed is lost
			dir.at(x.last, "31-12-2026")
			dir.at(x.called, "Kerst")
			dir.Press("ctrl+s")
			dir.reads(x.span)
			dir.find(x.good)
			dir.Press("enter", "right", "ctrl+s", "esc")
			dir.Lacks(t, "⟦")
			org, err := w.office.Organisation(w.ctx)
			if err != nil {
				t.Fatal(err)
			}
			if !org.Closing.GoodFriday || len(org.Closing.Days) != 1 || org.Address != "Dorpsstraat 1" || org.Email != "klachten@example.org" {
				t.Errorf("%+v", org)
			}
			dir.find("Kerst")
			dir.Press("x", "enter") // it stands on no
			dir.reads(x.span)
			dir.Press("x", "left", "enter")
			dir.Press("esc")
			dir.Lacks(t, x.span)

			om := w.sitSettings("omar", x)
			om.Press("enter")
			om.Lacks(t, "ctrl+s")
			om.reads(om.sp.T("settings.director-only"))
		})
	}
}

// A number that was changed holds for what comes in from then on; what runs keeps
// its own. Closing days do too.
func TestANewNumberHoldsForNewComplaints(t *testing.T) {
	for _, x := range settingsIn {
		t.Run(string(x.language), func(t *testing.T) {
			w := newWorld(t, x.language)
			record(t, w, "Voor")
			dir := w.sitSettings("dirk", x)
			dir.Press("tab")
			dir.reads(x.fixed)
			if x.language == lang.NL {
				dir.Golden(t, "settings-numbers-80x24")
			}
			dir.Press("w")
			dir.Lacks(t, "ctrl+s")
			dir.find(x.assess)
			dir.reads(x.was, x.own, x.quote)
			dir.Press("w")
			dir.reads(x.after)
			dir.Type("een poosje")
			dir.Press("down")
			dir.Type("Hij werkt drie dagen")
			dir.Press("ctrl+s")
			dir.reads(x.refused)
			for range "een poosje" {
				dir.Press("backspace")
			}
			dir.Type(x.number)
			dir.Press("ctrl+s")
			dir.reads(x.number, x.changed)
			dir.Press("enter")
			dir.reads("Hij werkt drie dagen")
			dir.Press("esc")
			closing := office.Closing{Days: []office.ClosingDays{{}}}
			closing.Days[0].From = w.office.Day(w.now.AddDate(0, 0, 1))
			if err := w.office.Close(w.ctx, w.viewer("dirk"), 0, closing); err != nil {
				t.Fatal(err)
			}
			record(t, w, "Na")
			for number, want := range map[string]string{"2026-001": "2026-11-26", "2026-002": "2026-11-30"} { // a Tuesday; closed on Wednesday
				if got := w.office.Day(dueAt(t, w, number, "assessment")).String(); got != want {
					t.Errorf("%s is due %s, not %s", number, got, want)
				}
			}
			w.rebuiltIsTheSame(t, w.office, "dirk")
			dir.Press("esc", "esc")
			dir.Type("v") // what happened
			dir.reads(dir.sp.T("event.number-set"))
		})
	}
}

func record(t *testing.T, w *world, subject string, more ...string) string {
	t.Helper()
	values := ordinary(subject)
	values["email"] = "b@example.org"
	for i := 0; i < len(more); i += 2 {
		values[more[i]] = more[i+1]
	}
	number, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: values})
	if err != nil {
		t.Fatal(err)
	}
	return number
}

func dueAt(t *testing.T, w *world, number, obligation string) time.Time {
	t.Helper()
	owed, err := owedOf(w.ctx, w.office, w.viewer("dirk"), number, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range owed[0].Duties {
		if d.Obligation.ID == obligation {
			return d.DueAt
		}
	}
	t.Fatalf("%s does not owe %s", number, obligation)
	return time.Time{}
}

// A category is called otherwise, merged and retired; the old dossier is read
// as before, and the list counts with the present one.
func TestCategoriesChangeWithoutRewritingWhatWas(t *testing.T) {
	for _, x := range settingsIn {
		t.Run(string(x.language), func(t *testing.T) {
			w := newWorld(t, x.language)
			old := record(t, w, "Zaal was koud", "category", "venue")
			w.now = w.now.Add(time.Hour)
			dir := w.sitSettings("dirk", x)
			dir.Press("tab", "tab")
			dir.find(x.venue)
			dir.Press("enter")
			dir.reads(x.rename)
			field := dir.sp.T("settings.in-dutch")
			if x.language == lang.EN {
				field = dir.sp.T("settings.in-english")
			}
			dir.at(field, x.named, "ctrl+u")
			dir.Press("ctrl+s")
			dir.Press("esc")
			dir.reads(x.named)
			dir.find(x.named)
			dir.Press("m")
			dir.Type(x.other)
			dir.Press("enter")
			dir.Press("esc")
			dir.reads(x.merged)
			dir.find("Privacy")
			dir.Press("x")
			dir.reads(x.asks)
			dir.Press("enter") // no
			dir.Lacks(t, x.retired)
			dir.Press("x", "left", "enter", "esc")
			dir.reads(x.retired)
			if x.language == lang.NL {
				dir.Golden(t, "settings-categories-80x24")
			}
			for category, want := range map[string]int{"organisation": 1, "venue": 1, "content": 0} {
				page, err := w.office.List(w.ctx, w.viewer("dirk"), office.Query{View: office.All, Category: category})
				if err != nil || len(page.Lines) != want || want > 0 && page.Lines[0].Category != "organisation" {
					t.Errorf("%s: %d lines, %v", category, len(page.Lines), err)
				}
			}
			d, err := w.office.Dossier(w.ctx, w.viewer("dirk"), old, time.Time{})
			if err != nil || d.Form.Category != "venue" {
				t.Fatalf("what was recorded is %q, %v", d.Form.Category, err)
			}
			if was := d.Events[0].Items[office.ItemKey("category", "venue")].In(string(x.language)); was != x.venue {
				t.Errorf("the history calls it %q", was)
			}
			dir.Press("esc", "esc", "end", "right", "right", "right", "right", "right", "right", "enter", "tab", "tab", "G")
			dir.reads(dir.sp.T("settings.merged-now", lang.Args{"Old": x.named, "New": x.other}))
			f, err := w.office.Form(w.ctx, w.viewer("omar"), "", procedure.NewComplaint, "")
			if err != nil {
				t.Fatal(err)
			}
			for _, field := range f.Offer.Fields {
				for _, c := range field.Choices {
					if field.Name == "category" && (c.Value == "venue" || c.Value == "privacy") {
						t.Errorf("%s can still be chosen", c.Value)
					}
				}
			}
			w.rebuiltIsTheSame(t, w.office, "dirk")
		})
	}
}

// What was recorded stays also where it cannot be chosen any more; a form that is
// filled in now begins with the one that it counts with.
func TestWhatWasRecordedMayStay(t *testing.T) {
	w := newWorld(t, lang.NL)
	number := record(t, w, "Zaal was koud", "category", "venue")
	edit := func(e office.ListEdit) {
		t.Helper()
		e.List = procedure.CategoryList
		if err := w.office.EditList(w.ctx, w.viewer("dirk"), 0, e); err != nil {
			t.Fatal(err)
		}
	}
	edit(office.ListEdit{Change: office.ItemMerged, Item: "venue", Into: "organisation"})
	category := func(action procedure.ActionID) (standing string, choices []string) {
		t.Helper()
		f, err := w.office.Form(w.ctx, w.viewer("omar"), number, action, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range f.Offer.Fields {
			if field.Name == "category" {
				standing = field.Default
				for _, c := range field.Choices {
					choices = append(choices, c.Value)
				}
			}
		}
		return standing, choices
	}
	if at, choices := category(procedure.CompleteForm); at != "organisation" || slices.Contains(choices, "venue") {
		t.Errorf("the form begins with %q of %v", at, choices)
	}
	if at, choices := category(procedure.Correct); at != "venue" || !slices.Contains(choices, "venue") {
		t.Errorf("a correction begins with %q of %v", at, choices)
	}
	edit(office.ListEdit{Change: office.ItemRetired, Item: "organisation"})
	if at, _ := category(procedure.CompleteForm); at != "" {
		t.Errorf("the form begins with %q, which is retired", at)
	}
	if err := w.office.Take(w.ctx, w.viewer("omar"), number, procedure.Correct, office.Input{Values: map[string]string{"reason": "Verschreven", "subject": "Zaal koud"}}); err != nil {
		t.Fatal(err)
	}
	d, err := w.office.Dossier(w.ctx, w.viewer("dirk"), number, time.Time{})
	if err != nil || d.Form.Category != "venue" || d.Form.Subject != "Zaal koud" {
		t.Errorf("after a correction of something else: %q, %v", d.Form.Category, err)
	}
}

// Days that do not count are named in the language of who asks.
func TestDaysThatDoNotCountAreNamed(t *testing.T) {
	for l, want := range map[lang.Language][]string{lang.NL: {"Eerste Kerstdag telt niet mee", "Een dag waarop het kantoor dicht is telt niet mee"},
		lang.EN: {"Christmas Day does not count", "A day on which the office is closed does not count"}} {
		t.Run(string(l), func(t *testing.T) {
			w := newWorld(t, l)
			w.now = time.Date(2026, 12, 24, 9, 40, 0, 0, w.zone)
			monday := calendar.Day{Year: 2026, Month: 12, Day: 28}
			closing := office.Closing{Days: []office.ClosingDays{{Span: calendar.Span{From: monday, Until: monday}, Name: "Geheim"}}}
			if err := w.office.Close(w.ctx, w.viewer("dirk"), 0, closing); err != nil {
				t.Fatal(err)
			}
			record(t, w, "Voor Kerst")
			dir := &traveller{w.sit("dirk", 80, 24, l), w, lang.New(l, w.zone)}
			dir.Press("right", "right", "right", "right", "right", "right", "enter", "down", "down", "o")
			dir.reads(want...)
			dir.Lacks(t, "Geheim")
		})
	}
}

// A file is checked, says what it would change, and is put in force after a
// question that stands on no.
func TestAnotherProcedureInTheTerminal(t *testing.T) {
	for _, x := range settingsIn {
		t.Run(string(x.language), func(t *testing.T) {
			w := newWorld(t, x.language)
			bad := filepath.Join(t.TempDir(), "bad.toml")
			if err := os.WriteFile(bad, []byte("id = \"x\"\ncolour = \"red\"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			dir := w.sitSettings("dirk", x)
			dir.Press("shift+tab")
			dir.reads("Flow Concepts", x.since)
			dir.Press("c")
			dir.Type(bad)
			dir.Press("ctrl+s")
			dir.reads(x.faults)
			dir.Press("G")
			dir.Press("g")
			dir.reads(x.unknown)
			dir.Press("esc", "esc", "u")
			dir.Type("testdata/voorbeeldhof.toml")
			dir.Press("ctrl+s")
			dir.reads(x.use, x.drops)
			dir.Press("enter") // no
			if p, err := w.office.Procedure(w.ctx); err != nil || p.ID != "flowconcepts" {
				t.Errorf("without a yes: %v, %v", p.ID, err)
			}
			dir.Press("ctrl+s", "left", "enter")
			if p, err := w.office.Procedure(w.ctx); err != nil || p.ID != "voorbeeldhof" {
				t.Errorf("after a yes: %v, %v", p.ID, err)
			}
			dir.reads("Dirk Demo")
			dir.Press("enter")
			dir.reads("voorbeeldhof")
		})
	}
}

// Who is not first is told, sees what stands now, and records his own again.
func TestTwoDirectorsChangeAtOnce(t *testing.T) {
	for _, x := range settingsIn {
		t.Run(string(x.language), func(t *testing.T) {
			w := newWorld(t, x.language)
			dir := w.sitSettings("dirk", x)
			dir.Press("down", "enter")
			dir.Type("Dorpsstraat 1")
			if err := w.office.AddStaff(w.ctx, w.viewer("dirk"), office.NewStaff{Login: "eva", Name: "Eva", Roles: []procedure.Role{procedure.Director}}); err != nil {
				t.Fatal(err)
			}
			dir.Press("ctrl+s")
			dir.reads(x.stale, "Dorpsstraat 1")
			dir.Press("ctrl+s")
			if org, err := w.office.Organisation(w.ctx); err != nil || org.Address != "Dorpsstraat 1" {
				t.Errorf("%v, %v", org.Address, err)
			}
		})
	}
}

// Somebody gets other roles; his work goes to somebody else first where he could
// not own it any more.
func TestAColleagueGetsOtherRoles(t *testing.T) {
	for _, x := range []struct {
		language             lang.Language
		place, title, refuse string
	}{{lang.NL, "Medewerkers", "Naam en rollen van Petra Demo", "Petra Demo krijgt nieuwe klachten"}, {lang.EN, "Staff", "Name and roles of Petra Demo", "Petra Demo gets new complaints"}} {
		t.Run(string(x.language), func(t *testing.T) {
			w := newWorld(t, x.language)
			dir := w.sitSettings("dirk", settingsWords{language: x.language, place: x.place})
			dir.Press("down", "e")
			dir.reads(x.title)
			dir.Press("down", "left", "down", "right", "ctrl+s") // office manager, and no project leader
			dir.reads(x.refuse)
			dir.Press("left", "ctrl+s")
			org, err := w.office.Organisation(w.ctx)
			if err != nil {
				t.Fatal(err)
			}
			petra, _ := org.ByLogin("petra")
			if len(petra.Roles) != 2 || petra.Roles[0] != procedure.OfficeManager || petra.Roles[1] != procedure.ProjectLeader {
				t.Errorf("her roles are %v", petra.Roles)
			}
		})
	}
}

// The screens follow the language that the organisation chose just now.
func TestTheOrganisationSpeaksAnotherLanguage(t *testing.T) {
	w := newWorld(t, lang.NL)
	dir := w.sitSettings("dirk", settingsIn[0])
	dir.Press("down", "down", "down", "down", "enter", "right", "ctrl+s")
	dir.reads("Settings", "English", "That is how it is arranged now.")
	dir.Press("esc")
	dir.reads("Register of complaints")
}
