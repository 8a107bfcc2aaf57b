package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"leermoment/internal/calendar"
	"leermoment/internal/command"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/nav"
	"leermoment/ui/uitest"
)

// attack is what nobody types and anybody can send: colours, cursor movement,
// the clipboard, a link, a title, the one-character forms of all that, marks
// that turn the writing direction, NUL, line ends, and letters that are wide,
// joined or run from right to left.
const attack = "\x1b[38;5;201mred\x1b[2J\x1b[10;10H\x1b[?1049l" +
	"\x1b]52;c;Z2VoZWlt\x07\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\\x1b]0;title\x07" +
	"\x1bP+q544e\x1b\\\x1b_apc\x1b\\\x1b^pm\x1b\\\x1bc\x1b(0\u009b31m\u009d52;c;Z2VoZWlt\u009c\u0090q\u009c\u0085" +
	"\u202egfc\u202c\u2066x\u2069\u200e\u200f\u061c\ufeff\u200b\x00\x07\x08\x7f\ttab\r\ncrlf\rcr\vvt\ffft\u2028ls\u2029ps" +
	"👩‍👩‍👧‍👦🇳🇱👍🏽é\u0301 日本語 שלום مرحبا \x1b"

// nasty is an attack on one field, told from all others by its name.
func nasty(name string) string { return name + " " + attack }

// huge is a nasty text of more than 50 kB.
func huge(name string) string {
	return nasty(name) + strings.Repeat("lang "+attack+"\n", 50<<10/len(attack)) + strings.Repeat("x", 2000)
}

// A mail address and a number cannot be just anything.
const nastyMail = "\x1b[7ma\u202e\u009b31m@example\x07.org"

// hostileWorld is an office in which every name and every text is an attack.
type hostileWorld struct {
	*world
	texts map[string][]string         // given, by number
	took  map[procedure.ActionID]bool // actions
}

func newHostileWorld(t *testing.T) *hostileWorld {
	t.Helper()
	w := &hostileWorld{emptyWorld(t), map[string][]string{}, map[procedure.ActionID]bool{}}
	err := w.office.Found(w.ctx, office.Founding{Name: nasty("office"), Address: nasty("address"), Email: nastyMail, Phone: nasty("phone"),
		Language: "nl", DefaultOwner: "petra", Staff: []office.NewStaff{
			{Login: "omar", Name: nasty("Omar"), Roles: []procedure.Role{procedure.OfficeManager}},
			{Login: "petra", Name: nasty("Petra"), Roles: []procedure.Role{procedure.ProjectLeader}},
			{Login: "dirk", Name: nasty("Dirk"), Roles: []procedure.Role{procedure.Director}},
		}})
	if err != nil {
		t.Fatal(err)
	}
	w.arrange()
	return w
}

// arrange puts an attack in everything that a director can name.
func (w *hostileWorld) arrange() {
	w.t.Helper()
	v := w.viewer("dirk")
	day := calendar.Span{From: w.office.Day(w.now).AddDays(40), Until: w.office.Day(w.now).AddDays(40)}
	for _, err := range []error{
		w.office.EditList(w.ctx, v, 0, office.ListEdit{List: procedure.CategoryList, Change: office.ItemAdded, Title: procedure.Text{NL: nasty("category"), EN: nasty("category")}}),
		w.office.EditList(w.ctx, v, 0, office.ListEdit{List: procedure.CauseList, Item: "planning", Change: office.ItemRenamed, Title: procedure.Text{NL: nasty("cause")}}),
		w.office.SetNumber(w.ctx, v, 0, office.NumberChange{Obligation: "root-cause", Value: "42 days", Reason: nasty("reason")}),
		w.office.Close(w.ctx, v, 0, office.Closing{Days: []office.ClosingDays{{Span: day, Name: nasty("closing")}}}),
	} {
		if err != nil {
			w.t.Fatalf("%.300s", err)
		}
	}
}

// fill puts an attack in every text that the action asks, and in every other
// field what is given.
func (w *hostileWorld) fill(fields []complaint.Field, given map[string]string) office.Input {
	in := office.Input{Values: maps.Clone(given), Files: map[string]office.File{}}
	for _, f := range fields {
		if _, ok := given[f.Name]; ok {
			continue
		}
		switch {
		case f.Kind == complaint.FileKind:
			in.Files[f.Name] = office.File{Name: nasty("foto.jpg"), Content: []byte("foto")}
		case f.Name == "email":
			in.Values[f.Name] = nastyMail
		case f.Kind == complaint.LongText && len(w.took) < len(complaint.Specs())/2: // as large as that is slow enough once
			in.Values[f.Name] = huge(f.Name)
		case f.Kind == complaint.Text, f.Kind == complaint.LongText, f.Kind == complaint.PersonKind && !f.Strict:
			in.Values[f.Name] = nasty(f.Name)
		}
	}
	return in
}

func (w *hostileWorld) take(login, number string, action procedure.ActionID, given map[string]string) {
	w.t.Helper()
	v := w.viewer(login)
	subject := number
	if complaint.TakenAt(action, complaint.AtMeasure) {
		subject = "M-2026-001"
	}
	form, err := w.office.Form(w.ctx, v, subject, action, "")
	if err != nil {
		w.t.Fatal(err)
	}
	in := w.fill(form.Offer.Fields, given)
	delete(in.Values, "unreachable_reason") // there is a mail address
	if err := w.office.Take(w.ctx, v, subject, action, in); err != nil {
		w.t.Fatalf("%s on %s: %.300s", action, subject, err)
	}
	w.took[action] = true
	for _, text := range in.Values {
		if strings.Contains(text, attack) && office.IsComplaint(subject) {
			w.texts[number] = append(w.texts[number], text)
		}
	}
	w.now = w.now.Add(10 * time.Minute)
}

func (w *hostileWorld) receive() (number string) {
	w.t.Helper()
	v := w.viewer("omar")
	form, err := w.office.Form(w.ctx, v, "", procedure.NewComplaint, "")
	if err != nil {
		w.t.Fatal(err)
	}
	in := w.fill(form.Offer.Fields, map[string]string{"channel": "phone", "complainant_kind": "client"})
	if number, err = w.office.Record(w.ctx, v, in); err != nil {
		w.t.Fatalf("%.300s", err)
	}
	w.took[procedure.NewComplaint] = true
	w.now = w.now.Add(10 * time.Minute)
	return number
}

// live brings four complaints so far that every action was taken: one along
// the whole way and reopened, one settled at once, one that a ruling ended, and
// one withdrawn.
func (w *hostileWorld) live() {
	w.t.Helper()
	first := w.receive()
	do := func(login string, action procedure.ActionID, values ...string) {
		w.t.Helper()
		given := map[string]string{}
		for i := 0; i < len(values); i += 2 {
			given[values[i]] = values[i+1]
		}
		w.take(login, first, action, given)
	}
	do("omar", procedure.ConfirmReceipt)
	do("dirk", procedure.Assess, "alone", "no")
	do("dirk", procedure.Consult)
	do("omar", procedure.CompleteForm, "category", "trainer")
	do("omar", procedure.SendCopy, "by", "left-out")
	do("omar", procedure.SendCopy, "by", "handed")
	do("dirk", procedure.AssignOwner, "owner", "dirk")
	do("dirk", procedure.AssignOwner, "owner", "petra")
	do("petra", procedure.Note)
	do("petra", procedure.Attach)
	do("omar", procedure.Correct, "course", nasty("another course"))
	do("petra", procedure.RecordFinding)
	do("petra", procedure.RecordInformation, "needed", "yes")
	do("petra", procedure.AnnounceDelay, "until", "2027-01-29")
	do("petra", procedure.FormJudgement, "judgement", "founded")
	do("petra", procedure.AddressPerson)
	do("petra", procedure.PreventRecurrence)
	do("petra", procedure.ProposeResolution)
	do("petra", procedure.RecordAcceptance, "accepted", "yes")
	do("petra", procedure.ApproveFeedback)
	do("omar", procedure.SendFeedback)
	do("petra", procedure.InformOrganisation)
	do("petra", procedure.Categorise)
	do("petra", procedure.DetermineCause, "cause", "planning")
	do("petra", procedure.RecordLesson)
	do("petra", procedure.DecideMeasure, "by", "2027-02-15")
	do("petra", procedure.CompleteMeasure)
	do("petra", procedure.CheckEffect, "fell", "yes")
	w.now = w.now.AddDate(0, 0, 8)
	do("petra", procedure.RemindSatisfaction)
	do("petra", procedure.MeasureSatisfaction, "score", "8")

	second := w.receive()
	w.take("dirk", second, procedure.SettleAtOnce, map[string]string{"category": "trainer"})
	w.take("dirk", second, procedure.DetermineCause, map[string]string{"cause": "planning"})
	w.take("dirk", second, procedure.DecideNoMeasure, map[string]string{})
	w.take("dirk", second, procedure.Waive, map[string]string{"obligation": "lesson"})
	w.differently(first)
	for _, spec := range complaint.Specs() {
		if !w.took[spec.ID] {
			w.t.Errorf("%s was not attacked", spec.ID)
		}
	}
}

// differently takes what is not on the ordinary way.
func (w *hostileWorld) differently(first string) {
	w.t.Helper()
	w.take("dirk", first, procedure.Reopen, map[string]string{})
	ruled := w.receive()
	today := w.now.Format("2006-01-02")
	w.take("dirk", ruled, procedure.Assess, map[string]string{"alone": "yes"})
	w.take("petra", ruled, procedure.AskInformation, map[string]string{})
	w.take("petra", ruled, procedure.ProposeResolution, map[string]string{})
	w.take("petra", ruled, procedure.ReferIndependent, map[string]string{"answer": "yes", "free_of_interest": "yes"})
	w.take("petra", ruled, procedure.RecordRuling, map[string]string{"favour": "both", "orders": "yes", "ruled_on": today, "by": today})
	w.take("petra", ruled, procedure.CarryOutRuling, map[string]string{})
	w.take("omar", "office", procedure.AddExpert, map[string]string{})
	w.take("omar", ruled, procedure.Correct, map[string]string{"person_concerned": "expert:E-001"})
	w.take("dirk", ruled, procedure.JudgeExpert, map[string]string{"insufficient": "yes"})
	w.take("dirk", ruled, procedure.TakeExpertMeasure, map[string]string{"expert_measure": "exclusion"})
	w.take("petra", "office", procedure.FileNotice, map[string]string{"channel": "phone"})
	w.take("omar", "N-2026-001", procedure.AcceptNotice, map[string]string{"complainant_kind": "client"})
	w.take("petra", "office", procedure.FileNotice, map[string]string{"channel": "phone"})
	w.take("omar", "N-2026-002", procedure.SetAsideNotice, map[string]string{"aside": "spam", "belongs_to": ""})
	withdrawn := w.receive()
	w.take("dirk", withdrawn, procedure.Hold, map[string]string{})
	w.take("dirk", withdrawn, procedure.ReleaseHold, map[string]string{})
	w.take("omar", withdrawn, procedure.Link, map[string]string{"to": first})
	w.take("petra", withdrawn, procedure.AskInformation, map[string]string{})
	w.take("petra", withdrawn, procedure.TakeBack, map[string]string{})
	w.take("omar", withdrawn, procedure.Withdraw, map[string]string{})
}

// colours are the only control sequences that the program itself makes.
var colours = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// harmlessScreen is harmless for a screen: the program's own colours may stand
// in it, but none from outside.
func harmlessScreen(t *testing.T, d *uitest.Driver) {
	t.Helper()
	d.Fits(t)
	fromOutside(t, "a screen", d.Raw())
	harmless(t, "a screen", colours.ReplaceAllString(d.Raw(), ""))
	harmless(t, "the title of a window", d.Model().View().WindowTitle)
}

// fromOutside fails where a part of the attack's sequences can be found.
func fromOutside(t *testing.T, what, bytes string) {
	t.Helper()
	for _, part := range []string{"38;5;201", "Z2VoZWlt", "?1049"} {
		if i := strings.Index(bytes, part); i >= 0 {
			t.Fatalf("%s: a sequence from outside comes through in %q", what, bytes[max(0, i-60):min(len(bytes), i+40)])
		}
	}
}

// harmless fails where a terminal would do something else than show text.
func harmless(t *testing.T, what, bytes string) {
	t.Helper()
	fromOutside(t, what, bytes)
	if !utf8.ValidString(bytes) {
		t.Fatalf("%s: not all of it is text", what)
	}
	for i, r := range bytes {
		if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			t.Fatalf("%s: %U in %q", what, r, bytes[max(0, i-40):min(len(bytes), i+40)])
		}
	}
}

// walkDossier looks at every part of a dossier and at every row of it in full,
// at its actions, and at the form of every action that can be taken.
func (w *hostileWorld) walkDossier(d *uitest.Driver, login, number string) {
	w.t.Helper()
	d.Send(nav.Open{Subject: number})
	for range 6 { // parts
		last := ""
		for n := 0; n < 40 && last != d.Screen(); n++ { // rows, until down moves no more
			last = d.Screen()
			d.Press("o", "end", "esc", "down")
		}
		d.Press("tab")
	}
	d.Press("P", "enter", "end", "esc")
	d.Press("a", "down", "end", "esc", "?", "esc")
	offers, err := w.office.Offers(w.ctx, w.viewer(login), number)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, o := range offers {
		if o.Refusal != nil {
			continue
		}
		d.Send(nav.Act{Subject: number, Action: string(o.Spec.ID)})
		for range o.Fields {
			d.Press("tab")
		}
		d.Press("esc")
	}
	d.Press("esc")
}

// walkRegister looks at every view, the search, the palette and the help.
func walkRegister(d *uitest.Driver) {
	for range office.Views() {
		d.Press("down", "a", "esc", "tab")
	}
	d.Press("/")
	d.Paste(attack)
	d.Press("enter", "P", "enter", "esc", "esc")
	d.Press("esc", "?", "down", "esc", "ctrl+p", "down")
	d.Paste("naam")
	d.Press("esc")
}

// walkForm fills the incident form with attacks and leaves it half filled in, so
// that it stands in the register. Earlier complaints of the same organisation
// are shown beside it.
func walkForm(d *uitest.Driver) {
	d.Press("n", "right", "tab", "right", "tab")
	d.Paste(nasty("complainant_name"))
	d.Press("tab")
	d.Paste(nasty("organisation"))
	d.Press("f2", "down", "esc", "tab")
	d.Paste(nastyMail)
	for range 10 {
		d.Press("tab")
		d.Paste(huge("pasted"))
	}
	d.Press("f1", "esc", "ctrl+s", "ctrl+x", "esc", "esc", "shift+tab", "home", "r")
}

// walkPapers looks at every notice and every expert's file.
func (w *hostileWorld) walkPapers(d *uitest.Driver) {
	for _, place := range []string{"p", "d", "A", "b", "m"} {
		d.Press(place, "down", "ctrl+d", "ctrl+u", "up", "P", "esc", "enter", "esc", "n", "f1", "esc", "esc", "esc")
	}
}

// writtenOut is a character that a procedure's file writes out, with what follows.
var writtenOut = regexp.MustCompile(`\\U[0-9A-F]{8}[^"\\]*`)

// walkSettings looks at every part of the settings, every row of it in full, and
// the forms that it has.
func walkSettings(d *uitest.Driver) {
	d.Send(nav.Open{Subject: "settings"})
	for _, opens := range [][]string{{"enter"}, {"enter"}, {"enter", "x", "m"}, {"enter", "x", "m"}, {"enter", "u"}} { // else esc leaves
		last := ""
		for n := 0; n < 60 && last != d.Screen(); n++ {
			last = d.Screen()
			for _, key := range opens {
				d.Press(key)
				d.Paste(attack)
				d.Press("esc")
			}
			d.Press("down")
		}
		d.Press("tab")
	}
	d.Press("esc")
}

// shownToDirk are words that stand in front of attacks and are to be met on the
// way, so that the walk is known to have come by.
var shownToDirk = []string{"complainant_name", "organisation", "subject", "description", "remedy_sought", "course_of_events", "proposal",
	"another course", "foto.jpg", "summary", "quote", "lesson", "result", "what", "Petra red", "office red", "whom", "information", "why_1", "reason", "category", "cause", "closing"}

func TestNoTextFromOutsideReachesTheTerminal(t *testing.T) {
	t.Parallel()
	w := newHostileWorld(t)
	w.live()
	for _, x := range []struct {
		login string
		w, h  int
		opens []string
	}{
		{"dirk", 80, 24, []string{"2026-001", "2026-002", "2026-003", "M-2026-001"}}, {"dirk", 120, 40, []string{"2026-002"}},
		{"dirk", 50, 10, []string{"2026-001"}}, {"omar", 80, 24, []string{"2026-003"}}, {"petra", 60, 16, []string{"2026-002"}},
	} {
		t.Run(fmt.Sprintf("%s %d×%d", x.login, x.w, x.h), func(t *testing.T) {
			var seen strings.Builder
			d := w.world.sit(x.login, x.w, x.h, lang.NL)
			d.Watch = func(d *uitest.Driver) {
				harmlessScreen(t, d)
				seen.WriteString(d.Screen())
				seen.WriteString(d.Model().View().WindowTitle)
			}
			walkRegister(d)
			walkForm(d)
			for _, number := range x.opens {
				w.walkDossier(d, x.login, number)
			}
			w.walkPapers(d)
			walkSettings(d)
			for _, word := range shownToDirk {
				if len(x.opens) > 1 && !strings.Contains(seen.String(), word) {
					t.Errorf("%q was nowhere on the screen", word)
				}
			}
		})
	}
	who := w.world.sit("", 80, 24, lang.NL) // who are you?
	who.Contains(t, "Petra")
	harmlessScreen(t, who)
}

// run runs one command in this process, as main does.
func (w *hostileWorld) run(stdin string, args ...string) (code int, out, errs string) {
	w.t.Helper()
	var o, e bytes.Buffer
	wire := wiring{zone: w.zone}
	code = command.Run(w.ctx, command.Edge{
		In: strings.NewReader(stdin), Out: &o, Err: &e, Clock: func() time.Time { return w.now }, Zone: w.zone, User: "dirk", Database: w.path,
		Open: wire.open, Look: wire.look, Demo: wire.demo, TempFile: tempFile, ReadFile: os.ReadFile, WriteFile: writeNew, Keeper: keeper{wire},
		Screen: func(context.Context, command.Screen) error { return nil },
	}, args)
	return code, o.String(), e.String()
}

// Every text command, those that fail over an attack included.
func TestNoTextFromOutsideReachesTheOutputOfACommand(t *testing.T) {
	t.Parallel()
	w := newHostileWorld(t)
	w.live()
	file := filepath.Join(t.TempDir(), "x\x1b[31m\u202e.toml")
	if err := os.WriteFile(file, []byte("title = \""+"\x1b[38;5;201m"), 0o600); err != nil {
		t.Fatal(err)
	}
	evil := strings.ReplaceAll(attack, "\x00", "") // no argument holds a NUL
	calls := [][]string{
		{"staff", "list"}, {"settings", "show"}, {"settings", "set", "--name", evil, "--email", evil}, {"settings", "number", evil, evil, "--reason", evil}, {"settings", "closing", "add", evil},
		{"settings", "category", "rename", evil, "--nl", evil}, {"settings", "cause", "merge", "planning", evil}, {"procedure", "show"}, {"procedure", "check", file}, {"procedure", "compare", file}, {"procedure", "use", file}, {"actions"}, {"obligations"},
		{"list", "--view", evil}, {"list", "--search", evil}, {"list", "--owner", evil}, {"list", "--category", evil},
		{"show", evil}, {"show", "office"}, {"show", "M-2026-001"}, {"actions", "M-2026-001"}, {evil}, {"--" + evil}, {"--as", evil, "list"}, {"--lang", evil, "list"},
		{"--db", file + evil, "list"}, {"list", "--limit", evil}, {"show", "2026-001", "--known-at", evil}, {"obligations", "--as-of", evil},
		{"do", "2026-001", evil}, {"do", evil, "note"}, {"do", "2026-003", "note", "--field", evil}, {"do", "2026-003", "note", "--field", evil + "=" + evil},
		{"do", "2026-003", "assess", "--field", "alone=" + evil}, {"do", "2026-003", "assign-owner", "--field", "owner=" + evil, "--field", "reason=x"},
		{"do", "2026-003", "note", "--input", file}, {"do", "2026-003", "attach", "--field", "file=" + evil}, {"new", "--field", "email=" + evil},
		{"new", "--field", "person_concerned=staff:" + evil}, {"staff", "add", evil, "--name", evil, "--role", evil}, {"staff", "key", evil, file},
		{"attachment", "2026-001", evil}, {"attachment", "2026-001", nasty("foto.jpg"), "-o", file}, {"demo", "--to", file}, {"demo", "--now", evil},
		{"backup", evil}, {"backup", file}, {"restore", evil, "--yes"}, {"restore", file}, {"doctor"}, {"doctor", "--db", evil}, {"doctor", "--json"},
	}
	for _, view := range office.Views() {
		calls = append(calls, []string{"list", "--view", string(view)})
	}
	for _, number := range []string{"2026-001", "2026-002", "2026-003"} {
		for _, name := range []string{"show", "obligations", "actions"} {
			calls = append(calls, []string{name, number})
		}
	}
	for _, login := range []string{"omar", "petra", "dirk"} {
		for _, args := range calls {
			code, out, errs := w.run("", append(slices.Clone(args), "--as", login)...)
			if slices.Equal(args, []string{"procedure", "show"}) {
				out = writtenOut.ReplaceAllString(out, "") // as text, which is what a file is for
			}
			harmless(t, fmt.Sprintf("%.80q exits %d", args, code), out)
			harmless(t, fmt.Sprintf("%.80q exits %d", args, code), errs)
		}
	}
}

// texts are all texts in a piece of JSON.
func texts(v any) (out []string) {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, x := range v {
			out = append(out, texts(x)...)
		}
	case map[string]any:
		for _, x := range v {
			out = append(out, texts(x)...)
		}
	}
	return out
}

func TestJSONGivesEveryTextBackExactly(t *testing.T) {
	t.Parallel()
	w := newHostileWorld(t)
	w.live()
	for number, given := range w.texts {
		code, out, errs := w.run("", "show", number, "--json", "--as", "dirk")
		if code != command.Done {
			t.Fatal(errs)
		}
		var shown map[string]any
		if err := json.Unmarshal([]byte(out), &shown); err != nil {
			t.Fatal(err)
		}
		back := texts(shown)
		for _, text := range given {
			if !slices.Contains(back, text) {
				t.Errorf("%s does not give %.40q back", number, text)
			}
		}
		if files := shown["attachments"].([]any); number == "2026-001" && files[0].(map[string]any)["name"] != nasty("foto.jpg") {
			t.Errorf("the file is called %q", files[0])
		}
		form := shown["complaint"].(map[string]any)
		if form["email"] != nastyMail || form["subject"] != nasty("subject") {
			t.Errorf("%s has %.40q about %.40q", number, form["email"], form["subject"])
		}
	}
	_, out, _ := w.run("", "staff", "list", "--json")
	var staff []struct{ Name string }
	if err := json.Unmarshal([]byte(out), &staff); err != nil {
		t.Fatal(err)
	}
	if staff[0].Name != nasty("Omar") {
		t.Errorf("the office manager is called %q", staff[0].Name)
	}
}

// What is no text is not taken in as something else.
func TestWhatIsNoTextIsRefused(t *testing.T) {
	w := newHostileWorld(t)
	number := w.receive()
	for name, args := range map[string][]string{
		"a flag": {"do", number, "note", "--field", "text=caf\xe9"},
		"JSON":   {"do", number, "note", "--input", "-"},
	} {
		if code, _, _ := w.run("{\"text\": \"caf\xe9\"}", append(args, "--as", "dirk")...); code != command.BadInput {
			t.Errorf("%s with bytes that are no UTF-8 exits %d", name, code)
		}
	}
}
