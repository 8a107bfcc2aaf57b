package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Who may read the texts that an action records: m the office manager, o the
// problem owner, d the director; p another project leader and c the person
// concerned read none of them. The copy that the person concerned was sent is
// his to read.
var mayRead = map[string]string{
	"received": "mod", "receipt-confirmed": "mod", "assessed": "mod", "consulted": "mod", "form-completed": "mod", "owner-assigned": "mod",
	"copy-sent": "modc", "finding-recorded": "mod", "information-recorded": "mod", "information-asked": "mod", "delay-announced": "mod",
	"resolution-proposed": "mod", "acceptance-recorded": "mod", "judged": "mod", "recurrence-prevented": "mod", "feedback-approved": "mod",
	"feedback-sent": "mod", "organisation-informed": "mod", "referral": "mod", "ruling-recorded": "mod", "ruling-carried-out": "mod",
	"satisfaction-measured": "mod", "satisfaction-asked": "mod", "lesson-recorded": "mod", "measure-decided": "mod", "no-measure-decided": "mod",
	"cause-determined": "mod", "noted": "mod", "attached": "mod", "corrected": "mod", "waived": "mod", "taken-back": "mod", "withdrawn": "mod",
	"reopened": "mod", "held": "mod", "hold-released": "mod", "linked": "mod",
	"person-addressed": "od", "expert-judged": "od", "expert-measure-taken": "od", // S24, S40
	"measure-opened": "mod", "measure-completed": "mod", "measure-checked": "mod",
	"notice-filed": "modp", "notice-set-aside": "modp", // of p only what he filed himself
	"expert-added": "d", "expert-found": "d", "expert-measured": "d",
}

// withTexts are the events that have something personal in them.
func withTexts(t *testing.T, codecs ...event.Codec) []string {
	t.Helper()
	var out []string
	for _, c := range codecs {
		for _, name := range c.Names() {
			zero, err := c.Zero(name)
			if err != nil {
				t.Fatal(err)
			}
			of := reflect.TypeOf(zero)
			for i := range of.NumField() {
				if !event.IsFigure(of.Field(i)) {
					out = append(out, name)
					break
				}
			}
		}
	}
	return out
}

func unruled(names []string) (missing []string) {
	for _, name := range names {
		if mayRead[name] == "" {
			missing = append(missing, name)
		}
	}
	return missing
}

// An event with texts that nobody decided about is a fault.
func TestEveryTextHasAReader(t *testing.T) {
	names := withTexts(t, complaint.Codec(), complaint.MeasureCodec(), complaint.NoticeCodec(), complaint.ExpertCodec())
	if missing := unruled(names); missing != nil {
		t.Errorf("who may read the texts of %v?", missing)
	}
	if missing := unruled(append(names, "made-up")); !slices.Equal(missing, []string{"made-up"}) {
		t.Errorf("a new event without a rule goes unnoticed: %v", missing)
	}
}

// marks are what stands in the texts of an action: MARK-action-field.
var marks = regexp.MustCompile(`MARK-[a-z-]+`)

// recordedBy is the event whose texts an action's marks are.
var recordedBy = map[procedure.ActionID]string{
	procedure.NewComplaint: "received", procedure.ConfirmReceipt: "receipt-confirmed", procedure.Assess: "assessed", procedure.Consult: "consulted",
	procedure.CompleteForm: "form-completed", procedure.SendCopy: "copy-sent", procedure.RecordFinding: "finding-recorded",
	procedure.AskInformation: "information-asked", procedure.FormJudgement: "judged", procedure.AddressPerson: "person-addressed",
	procedure.PreventRecurrence: "recurrence-prevented", procedure.JudgeExpert: "expert-judged", procedure.TakeExpertMeasure: "expert-measure-taken",
	procedure.ProposeResolution: "resolution-proposed", procedure.ReferIndependent: "referral", procedure.RecordRuling: "ruling-recorded",
	procedure.CarryOutRuling: "ruling-carried-out", procedure.ApproveFeedback: "feedback-approved", procedure.InformOrganisation: "organisation-informed",
	procedure.Note: "noted", procedure.Hold: "held", procedure.FileNotice: "notice-filed", procedure.AddExpert: "expert-added",
}

// everything is all that a viewer can read of the office, in one text; asked for
// in every way that there is, searching for the marks themselves too.
func everything(t *testing.T, w *world, v office.Viewer) string {
	t.Helper()
	var out strings.Builder
	add := func(x any, err error) {
		if err != nil {
			return // what he may not open tells nothing
		}
		text, err := json.Marshal(x)
		if err != nil {
			text = fmt.Appendf(nil, "%+v", x)
		}
		out.Write(text)
	}
	for _, view := range office.Views() {
		for _, search := range []string{"", "MARK"} {
			page, err := w.office.List(w.ctx, v, office.Query{View: view, Search: search})
			add(page, err)
		}
	}
	for _, subject := range []string{"2026-001", "2026-002", "N-2026-001", "E-001", "M-2026-001", "office"} {
		if office.IsComplaint(subject) {
			d, err := w.office.Dossier(w.ctx, v, subject, time.Time{})
			if err == nil {
				d.Procedure, d.People = nil, nil
			}
			add(fmt.Sprintf("%+v", d), err)
			owed, err := w.office.Obligations(w.ctx, v, subject, time.Time{})
			add(fmt.Sprintf("%+v", owed), err)
		}
		offers, err := w.office.Offers(w.ctx, v, subject)
		add(fmt.Sprintf("%+v", offers), err)
	}
	notices, err := w.office.Notices(w.ctx, v)
	add(notices, err)
	notice, err := w.office.Notice(w.ctx, v, "N-2026-001")
	add(notice, err)
	experts, err := w.office.Experts(w.ctx, v)
	add(experts, err)
	file, err := w.office.Expert(w.ctx, v, "E-001")
	add(fmt.Sprintf("%+v", file), err)
	earlier, err := w.office.Earlier(w.ctx, v, office.Same{Name: "MARK-new-complainant-name", Organisation: "MARK-new-organisation"}, 10)
	add(earlier, err)
	overview, err := w.office.Supervise(w.ctx, v, w.office.Day(w.now))
	add(overview, err)
	drafts, err := w.office.Drafts(w.ctx, v)
	add(drafts, err)
	return out.String()
}

func TestNobodyReadsMoreThanHeMay(t *testing.T) {
	w := newWorld(t, lang.NL)
	for _, s := range []office.NewStaff{
		{Login: "joost", Name: "Joost Demo", Roles: []procedure.Role{procedure.ProjectLeader}},
		{Login: "carla", Name: "Carla Demo", Roles: []procedure.Role{procedure.ProjectLeader}}} {
		if err := w.office.AddStaff(w.ctx, w.viewer("dirk"), s); err != nil {
			t.Fatal(err)
		}
	}
	take := func(login, subject string, action procedure.ActionID, given ...string) {
		t.Helper()
		v := w.viewer(login)
		w.now = w.now.Add(time.Minute)
		f, err := w.office.Form(w.ctx, v, subject, action, "")
		if err != nil {
			t.Fatal(err)
		}
		in := office.Input{Values: map[string]string{}}
		for _, x := range f.Offer.Fields {
			if x.Kind == complaint.Text || x.Kind == complaint.LongText {
				in.Values[x.Name] = "MARK-" + string(action) + "-" + strings.ReplaceAll(x.Name, "_", "-")
			}
		}
		delete(in.Values, "unreachable_reason")
		if _, ok := in.Values["email"]; ok {
			in.Values["email"] = "a@example.org"
		}
		for i := 0; i < len(given); i += 2 {
			in.Values[given[i]] = given[i+1]
		}
		if action == procedure.NewComplaint {
			_, err = w.office.Record(w.ctx, v, in)
		} else {
			err = w.office.Take(w.ctx, v, subject, action, in)
		}
		if err != nil {
			t.Fatalf("%s: %v", action, err)
		}
	}
	today := w.office.Day(w.now).String()
	take("carla", "office", procedure.AddExpert, "name", "Nora Demo")
	for i, about := range []string{"staff:carla", "expert:E-001"} {
		number := office.Number("", 2026, i+1)
		take("omar", "", procedure.NewComplaint, "channel", "phone", "complainant_kind", "client", "person_concerned", about)
		take("omar", number, procedure.ConfirmReceipt)
		take("dirk", number, procedure.Assess, "alone", "no")
		take("dirk", number, procedure.Consult)
		take("omar", number, procedure.CompleteForm, "person_concerned", about, "category", "trainer")
		take("omar", number, procedure.SendCopy, "recipient", "person-concerned", "reason", "")
		take("petra", number, procedure.RecordFinding)
		take("petra", number, procedure.AskInformation)
		take("petra", number, procedure.FormJudgement, "judgement", "founded")
		take("petra", number, procedure.AddressPerson)
		take("petra", number, procedure.PreventRecurrence)
		if about == "expert:E-001" {
			take("petra", number, procedure.JudgeExpert, "insufficient", "yes")
			take("dirk", number, procedure.TakeExpertMeasure, "expert_measure", "exclusion")
		}
		take("petra", number, procedure.ProposeResolution)
		take("petra", number, procedure.ReferIndependent, "answer", "yes", "free_of_interest", "yes")
		take("petra", number, procedure.RecordRuling, "favour", "both", "orders", "yes", "ruled_on", today, "by", today)
		take("petra", number, procedure.CarryOutRuling)
		take("petra", number, procedure.ApproveFeedback)
		take("petra", number, procedure.InformOrganisation)
		take("omar", number, procedure.Note)
		take("dirk", number, procedure.Hold)
	}
	take("joost", "office", procedure.FileNotice, "channel", "phone")

	for login, letter := range map[string]string{"omar": "m", "petra": "o", "dirk": "d", "joost": "p", "carla": "c"} {
		read := marks.FindAllString(everything(t, w, w.viewer(login)), -1)
		for action, name := range recordedBy {
			saw := slices.ContainsFunc(read, func(m string) bool { return strings.HasPrefix(m, "MARK-"+string(action)+"-") })
			may := strings.Contains(mayRead[name], letter)
			if name == "notice-filed" {
				may = letter != "o" && letter != "c" // Petra and Carla filed none
			}
			if saw != may {
				t.Errorf("%s reads %s: %v, not %v", login, name, saw, may)
			}
		}
	}
}
