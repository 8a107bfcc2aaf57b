package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/store"
)

// fieldRule is who may read some personal fields of an event: m the office
// manager, o the problem owner and who acts as the director, d the director,
// p another project leader, c whom the complaint is about; w who was given the
// measure, f who filed the notice.
type fieldRule struct{ event, fields, readers string }

const formTexts = "form.complainant_name form.organisation form.email form.phone form.address form.unreachable_reason " +
	"form.subject form.description form.remedy_sought form.person_concerned form.course form.client"

// fieldRules are written out by hand, field by field: a field that is not here
// has no reader, and that is a fault. The copy that went to whom it is about is
// an event of its own here ("copy-sent-to-person").
func fieldRules() []fieldRule {
	return []fieldRule{
		{"received", formTexts, "mod"}, {"form-completed", formTexts, "mod"}, {"owner-assigned", "reason", "mod"},
		{"receipt-confirmed", "to text", "mod"}, {"assessed", "reason", "mod"}, {"consulted", "with result", "mod"},
		{"copy-sent", "to text reason", "mod"}, {"copy-sent-to-person", "to text", "modc"}, {"copy-sent-to-person", "reason", "mod"},
		{"finding-recorded", "spoken_with said course_of_events", "mod"}, {"information-recorded", "information", "mod"},
		{"information-asked", "question", "mod"}, {"delay-announced", "reason to text", "mod"},
		{"resolution-proposed", "proposal with", "mod"}, {"acceptance-recorded", "quote", "mod"}, {"judged", "reasons", "mod"},
		{"person-addressed", "with summary", "od"}, // S24
		{"recurrence-prevented", "what", "mod"}, {"feedback-approved", "text", "mod"}, {"feedback-sent", "to text", "mod"},
		{"organisation-informed", "whom what", "mod"}, {"referral", "independent consent remark", "mod"},
		{"ruling-recorded", "ruling what", "mod"}, {"ruling-carried-out", "done", "mod"},
		{"cause-determined", "whys", "mod"}, {"satisfaction-measured", "remark", "mod"}, {"satisfaction-asked", "to text", "mod"},
		{"lesson-recorded", "lesson", "mod"}, {"measure-decided", "what", "mod"}, {"no-measure-decided", "reason", "mod"},
		{"noted", "text", "mod"}, {"attached", "name digest description", "mod"}, {"corrected", "reason changes.old changes.new changes.field", "mod"},
		{"waived", "reason", "mod"}, {"taken-back", "reason", "mod"}, {"withdrawn", "words", "mod"}, {"reopened", "reason", "mod"},
		{"held", "reason", "mod"}, {"hold-released", "reason", "mod"}, {"linked", "reason", "mod"},
		{"expert-judged", "expert finding", "od"}, {"expert-measure-taken", "expert client what", "od"}, // S40
		{"measure-opened", "what", "modw"}, {"measure-completed", "result", "modw"}, {"measure-checked", "remark", "modw"},
		{"notice-filed", "sender.name sender.organisation sender.email sender.phone subject description", "mdf"}, {"notice-set-aside", "reason", "mdf"},
		{"expert-added", "name", "modpcw"}, {"expert-added", "email phone", "d"},
		{"expert-found", "finding", "d"}, {"expert-measured", "client what", "d"},
	}
}

// noText are fields that hold no text of a person's own, so that no mark fits:
// numbers of files, names of fields, and the reason of a copy that was not left out.
var noText = []string{"attached.digest", "corrected.changes.field", "expert-judged.expert", "expert-measure-taken.expert",
	"received.form.person_concerned", "form-completed.form.person_concerned", "received.form.unreachable_reason", "copy-sent-to-person.reason"}

// readersOf says who may read "event.field".
func readersOf() map[string]string {
	out := map[string]string{}
	for _, r := range fieldRules() {
		for field := range strings.FieldsSeq(r.fields) {
			out[r.event+"."+field] = r.readers
		}
	}
	return out
}

// personalFields are all fields of the events that are no figures, those within
// them too, as they are written in JSON.
func personalFields(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, c := range []event.Codec{complaint.Codec(), complaint.MeasureCodec(), complaint.NoticeCodec(), complaint.ExpertCodec()} {
		for _, name := range c.Names() {
			zero, err := c.Zero(name)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, personalFieldsOf(name, reflect.TypeOf(zero))...)
		}
	}
	return out
}

func personalFieldsOf(name string, of reflect.Type) (out []string) {
	for i := range of.NumField() {
		f := of.Field(i)
		if event.IsFigure(f) {
			continue
		}
		tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		inner := f.Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct && inner.PkgPath() == of.PkgPath() {
			out = append(out, personalFieldsOf(name+"."+tag, inner)...)
			continue
		}
		out = append(out, name+"."+tag)
	}
	return out
}

// withoutRule are the fields about which nobody decided who may read them.
func withoutRule(fields []string) (missing []string) {
	readers := readersOf()
	for _, f := range fields {
		if readers[f] == "" {
			missing = append(missing, f)
		}
	}
	return missing
}

func TestEveryPersonalFieldHasItsReaders(t *testing.T) {
	fields := personalFields(t)
	if missing := withoutRule(fields); missing != nil {
		t.Errorf("who may read %v?", missing)
	}
	t.Run("a rule is about a field that there is", func(t *testing.T) {
		for f := range readersOf() {
			if !slices.Contains(fields, strings.Replace(f, "copy-sent-to-person.", "copy-sent.", 1)) {
				t.Errorf("there is no %s", f)
			}
		}
	})
	t.Run("a new field without a rule is noticed", func(t *testing.T) {
		type madeUp struct {
			Figure int    `json:"figure" part:"figure"`
			Text   string `json:"text"`
		}
		type judged struct {
			Reasons string   `json:"reasons"`
			Secret  string   `json:"secret"`
			Inner   []madeUp `json:"inner"`
		}
		got := withoutRule(append(slices.Clone(fields), personalFieldsOf("judged", reflect.TypeFor[judged]())...))
		if want := []string{"judged.secret", "judged.inner.text"}; !slices.Equal(got, want) {
			t.Errorf("without a rule: %v, want %v", got, want)
		}
	})
}

// Everything personal that was recorded on the way is met by exactly those who
// may read it, in whatever way they ask.
func TestEveryFieldIsReadByWhomItMayBe(t *testing.T) {
	t.Parallel()
	w := newMarkedWorld(t)
	w.live()
	w.serves()
	stands := w.standing(t)
	readers := readersOf()
	marked := map[string]bool{}
	for _, places := range stands {
		for _, p := range places {
			marked[p.field] = true
		}
	}
	for _, field := range slices.Sorted(maps.Keys(readers)) {
		if !marked[field] && !slices.Contains(noText, field) {
			t.Errorf("no mark was recorded in %s", field)
		}
	}
	for _, login := range []string{"omar", "petra", "joost", "carla", "dirk"} {
		t.Run(login, func(t *testing.T) {
			told := w.toldTo(login)
			w.asksRemotely(login, told)
			for mark, places := range stands {
				var may bool
				var where []string
				for _, p := range places {
					may = may || strings.ContainsAny(readers[p.field], w.relation(login, p.stream))
					where = append(where, p.stream+" "+p.field)
				}
				way, saw := told[mark]
				if saw != may {
					t.Errorf("%s (%s): reads it %v (%s), may %v", mark, strings.Join(where, ", "), saw, way, may)
				}
			}
			w.searches(t, login, stands, told)
		})
	}
}

// searches looks for each mark: what somebody may not read he does not find
// complaints by either.
func (w *markedWorld) searches(t *testing.T, login string, stands map[string][]place, told map[string]string) {
	t.Helper()
	for mark := range stands {
		if _, saw := told[mark]; saw {
			continue
		}
		if n := w.finds(login, mark); n != 0 {
			t.Errorf("%s finds %d complaints by %s %v", login, n, mark, fmt.Sprint(stands[mark]))
		}
	}
}

// A half-filled form is its writer's; an incident form is everybody's who may
// record complaints.
func TestHalfFilledFormsAreReadByWhomTheyMayBe(t *testing.T) {
	t.Parallel()
	w := newMarkedWorld(t)
	number := w.records("omar", "staff:carla", "petra")
	for _, x := range []struct {
		login string
		draft office.Draft
	}{
		{"petra", office.Draft{Subject: number, Action: procedure.AddressPerson, Values: map[string]string{"summary": "MARK901"}}},
		{"omar", office.Draft{Action: procedure.NewComplaint, Values: map[string]string{"subject": "MARK902"}}},
		{"joost", office.Draft{Subject: "office", Action: procedure.FileNotice, Values: map[string]string{"subject": "MARK903"}}},
		{"dirk", office.Draft{Action: procedure.NewComplaint, Values: map[string]string{"subject": "MARK904", "person_concerned": "staff:omar"}}},
	} {
		id, err := w.office.SaveDraft(w.ctx, w.viewer(x.login), x.draft)
		if err != nil {
			t.Fatal(err)
		}
		w.drafts = append(w.drafts, id)
	}
	mine := map[string][]string{"petra": {"MARK901"}, "omar": {"MARK902"}, "dirk": {"MARK902", "MARK904"}, "joost": {"MARK903"}, "carla": nil}
	for login, want := range mine {
		told := w.toldTo(login)
		for i, id := range w.drafts {
			mark := fmt.Sprintf("MARK90%d", i+1)
			if way, saw := told[mark]; saw != slices.Contains(want, mark) {
				t.Errorf("%s reads the form with %s: %v (%s)", login, mark, saw, way)
			}
			if !slices.Contains(want, mark) {
				w.keepsOff(login, id)
			}
		}
	}
}

// keepsOff tries to write over somebody else's form, and to throw it away.
func (w *markedWorld) keepsOff(login, draft string) {
	w.t.Helper()
	if _, err := w.office.SaveDraft(w.ctx, w.viewer(login), office.Draft{ID: draft, Action: procedure.NewComplaint}); !errors.Is(err, office.ErrNotFound) {
		w.t.Errorf("%s writes over another's form: %v", login, err)
	}
	if err := w.office.DropDraft(w.ctx, w.viewer(login), draft); !errors.Is(err, office.ErrNotFound) {
		w.t.Errorf("%s throws another's form away: %v", login, err)
	}
}

// Of a complaint about himself somebody sees number, step, phase and his copy,
// and no list tells him more by what it has in it (S15).
func TestWhoItIsAboutSeesNumberStepPhaseAndHisCopy(t *testing.T) {
	w := newMarkedWorld(t)
	number := w.records("omar", "staff:carla", "petra")
	w.does("dirk", number, procedure.Assess, "alone", "no", "severity", "serious")
	w.does("omar", number, procedure.CompleteForm, "person_concerned", "staff:carla", "category", "trainer")
	w.does("omar", number, procedure.SendCopy, "recipient", "person-concerned", "by", "handed")
	w.now = w.now.AddDate(0, 0, 40) // much is too late

	_, out, _ := w.run("", "list", "--view", "all", "--as", "carla", "--json")
	want := `[{"number":"2026-001","received_at":null,"phase":"handling","outcome":null,"step":"listen","subject":null,"complainant":null,` +
		`"owner":null,"severity":"unknown","category":null,"next_obligation":null,"next_due":null,"overdue":false}]`
	if strings.Join(strings.Fields(out), "") != want {
		t.Errorf("the list tells %s", out)
	}
	for _, args := range [][]string{{"--view", "overdue"}, {"--view", "todo"}, {"--view", "all", "--owner", "petra"}, {"--view", "all", "--category", "trainer"}} {
		if _, out, _ := w.run("", append([]string{"list", "--as", "carla", "--json"}, args...)...); strings.TrimSpace(out) != "[]" {
			t.Errorf("%v finds %s", args, out)
		}
	}
	d, err := w.office.Dossier(w.ctx, w.viewer("carla"), number, time.Time{})
	if err != nil || len(d.Letters) != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	if !strings.Contains(d.Letters[0].Text, "MARK") || len(d.Steps) != 7 {
		t.Errorf("the copy or the steps are missing: %+v", d)
	}
	for i, s := range d.Steps {
		if s.Done || s.Here != (s.Step.ID == d.Step) {
			t.Errorf("step %d: %+v", i+1, s)
		}
	}
	d.Letters, d.Steps, d.Procedure, d.People = nil, nil, nil, nil
	if only := (&office.Dossier{Number: number, About: true, Now: w.office.Now(), Phase: procedure.Handling, Step: d.Step}); !reflect.DeepEqual(d, only) {
		t.Errorf("the dossier tells %+v", d)
	}
}

// A measure is done by whom it was given, who need not see its complaint (S39).
func TestWhoWasGivenAMeasureCanSayThatItIsDone(t *testing.T) {
	w := newMarkedWorld(t)
	w.wholeWay()
	offers, err := w.office.Offers(w.ctx, w.viewer("joost"), "M-2026-001")
	if err != nil || len(offers) != 2 {
		t.Fatalf("%v, %v", offers, err)
	}
	for _, o := range offers { // both were done already
		if len(o.Fields) == 0 || o.Refusal == nil || o.Refusal.Rule != "S39" {
			t.Errorf("%s: %v", o.Spec.ID, o.Refusal)
		}
	}
	joost := w.sit("joost", 80, 24, "nl")
	joost.Type("m")
	for _, text := range []string{"Verbeteringen", "M-2026-001", "joost Demo", "Uit klacht 2026-001", "Minder klachten: ja"} {
		joost.Contains(t, text)
	}
	joost.Golden(t, "measures-80x24")
	for login, want := range map[string]int{"joost": 1, "petra": 1, "omar": 1, "dirk": 1, "carla": 0} {
		if all, err := w.office.Measures(w.ctx, w.viewer(login)); err != nil || len(all) != want {
			t.Errorf("%s sees %+v, %v", login, all, err)
		}
	}
	offers, err = w.office.Offers(w.ctx, w.viewer("carla"), "M-2026-001")
	if err != nil || offers[0].Refusal == nil || offers[0].Refusal.Rule != "roles" {
		t.Errorf("for another: %v, %v", offers, err)
	}
}

// What the only office manager would do on a complaint about himself stands in
// the director's list.
func TestWorkAboutTheOnlyOfficeManagerIsTheDirectors(t *testing.T) {
	w := newMarkedWorld(t)
	number := w.records("dirk", "staff:omar", "petra")
	w.does("dirk", number, procedure.Assess, "alone", "yes")
	page, err := w.office.List(w.ctx, w.viewer("dirk"), office.Query{View: office.Todo})
	if err != nil || len(page.Lines) != 1 || page.Lines[0].Next.OwedBy != procedure.OfficeManager {
		t.Fatalf("%+v, %v", page.Lines, err)
	}
	overview, err := w.office.Supervise(w.ctx, w.viewer("dirk"), w.office.Day(w.now))
	if err != nil || slices.ContainsFunc(overview.Waits, func(x office.Waits) bool { return x.Role == procedure.OfficeManager }) {
		t.Errorf("it waits for %+v, %v", overview.Waits, err)
	}
	if err := w.office.AddStaff(w.ctx, w.viewer("dirk"), office.NewStaff{Login: "noor", Name: "Noor Demo", Roles: []procedure.Role{procedure.OfficeManager}}); err != nil {
		t.Fatal(err)
	}
	if page, err = w.office.List(w.ctx, w.viewer("dirk"), office.Query{View: office.Todo}); err != nil || len(page.Lines) != 0 {
		t.Errorf("with a second one: %+v, %v", page.Lines, err)
	}
}

func TestAnAttachmentIsReadByWhomItMayBe(t *testing.T) {
	w := newMarkedWorld(t)
	number := w.records("omar", "staff:carla", "petra")
	w.does("petra", number, procedure.Attach)
	d, err := w.office.Dossier(w.ctx, w.viewer("dirk"), number, time.Time{})
	if err != nil || len(d.Files) != 1 {
		t.Fatalf("%v, %v", d, err)
	}
	for login, may := range map[string]bool{"omar": true, "petra": true, "dirk": true, "joost": false, "carla": false} {
		content, err := w.office.Attachment(w.ctx, w.viewer(login), number, d.Files[0].Digest)
		code, out, _ := w.run("", "attachment", number, d.Files[0].Name, "--as", login)
		if got := err == nil && string(content) == "MARK999"; got != may || strings.Contains(out, "MARK999") != may {
			t.Errorf("%s reads the attachment: %v (%v), by command %d %q", login, got, err, code, out)
		}
	}
}

// place is where a mark was recorded.
type place struct{ stream, field string }

// streams are all that have something personal in them.
func (w *markedWorld) streams(t *testing.T) (out []string) {
	t.Helper()
	w.inside(t, func(tx office.Tx) (err error) { out, err = tx.Streams(w.ctx); return err })
	return out
}

func (w *markedWorld) inside(t *testing.T, read func(office.Tx) error) {
	t.Helper()
	s, err := store.Open(w.ctx, w.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Read(w.ctx, read); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// standing is in which fields each mark was recorded, read from the log itself.
func (w *markedWorld) standing(t *testing.T) map[string][]place {
	t.Helper()
	out := map[string][]place{}
	for _, stream := range w.streams(t) {
		w.inside(t, func(tx office.Tx) error {
			facts, err := tx.Stream(w.ctx, stream)
			for _, f := range facts {
				var content any
				if err := json.Unmarshal(f.Personal, &content); err != nil {
					return err
				}
				name := f.Name
				figures := string(f.Figures) // one that was left out went to nobody
				if name == "copy-sent" && strings.Contains(figures, "person-concerned") && !strings.Contains(figures, "left-out") {
					name = "copy-sent-to-person"
				}
				fieldsWith(name, content, func(field, text string) {
					for _, m := range leakMark.FindAllString(text, -1) {
						m = strings.ToUpper(m)
						out[m] = append(out[m], place{stream, field})
					}
				})
			}
			return err
		})
	}
	return out
}

// fieldsWith comes by every text of a piece of JSON with the path to it.
func fieldsWith(path string, v any, visit func(field, text string)) {
	switch v := v.(type) {
	case string:
		visit(path, v)
	case []any:
		for _, x := range v {
			fieldsWith(path, x, visit)
		}
	case map[string]any:
		for name, x := range v {
			fieldsWith(path+"."+name, x, visit)
		}
	}
}
