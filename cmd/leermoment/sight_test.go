package main

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// mark is in every personal text of the complaint that this test records.
const mark = "GEHEIM"

// sightWorld has one complaint, owned by Petra and about Omar, with marked text
// everywhere, and a second project leader who has nothing to do with it.
func sightWorld(t *testing.T, concerned string) (w *world, number string) {
	t.Helper()
	w = newWorld(t, lang.NL)
	dirk := w.viewer("dirk")
	err := w.office.AddStaff(w.ctx, dirk, office.NewStaff{Login: "joost", Name: "Joost Demo", Roles: []procedure.Role{procedure.ProjectLeader}})
	if err != nil {
		t.Fatal(err)
	}
	number, err = w.office.Record(w.ctx, dirk, office.Input{Values: map[string]string{
		"channel": "phone", "complainant_kind": "participant", "complainant_name": mark + " naam", "organisation": mark + " bv",
		"email": mark + "@example.org", "phone": mark, "address": mark, "subject": mark + " zin", "description": mark + " tekst",
		"remedy_sought": mark, "course": mark, "client": mark, "person_concerned": concerned, "category": "trainer"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		who    string
		action procedure.ActionID
		fields map[string]string
	}{
		{"dirk", procedure.Assess, map[string]string{"alone": "yes", "reason": mark}},
		{"dirk", procedure.CompleteForm, nil},
		{"dirk", procedure.SendCopy, map[string]string{"recipient": "person-concerned", "text": "KOPIE"}},
		{"petra", procedure.RecordFinding, map[string]string{"spoken_with": mark, "statement": mark, "course_of_events": mark}},
		{"petra", procedure.Note, map[string]string{"text": mark}},
		{"petra", procedure.FormJudgement, map[string]string{"judgement": "founded", "reasons": mark}},
		{"petra", procedure.AddressPerson, map[string]string{"with": "x", "summary": "PERSONEEL"}},
	} {
		if err := w.office.Take(w.ctx, w.viewer(x.who), number, x.action, office.Input{Values: x.fields}); err != nil {
			t.Fatalf("%s: %v", x.action, err)
		}
	}
	return w, number
}

// allReads is everything that the office tells this person, as one text.
func allReads(t *testing.T, w *world, login, number string) string {
	t.Helper()
	v := w.viewer(login)
	var told []any
	for _, view := range office.Views() {
		page, err := w.office.List(w.ctx, v, office.Query{View: view})
		if err != nil {
			t.Fatal(err)
		}
		told = append(told, page)
	}
	d, err := w.office.Dossier(w.ctx, v, number, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	offers, err := w.office.Offers(w.ctx, v, number)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range offers {
		told = append(told, o.Spec.ID, o.Refusal)
		for _, f := range o.Fields {
			told = append(told, f.Name, f.Default)
		}
	}
	owed, err := owedOf(w.ctx, w.office, v, number, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	earlier, err := w.office.Earlier(w.ctx, v, office.Same{Name: mark + " naam", Email: mark + "@example.org"}, 10)
	if err != nil {
		t.Fatal(err)
	}
	if d.Next != nil {
		for _, f := range d.Next.Offer.Fields {
			told = append(told, f.Default)
		}
		d.Next = nil // its functions cannot be written down
	}
	d.Procedure = nil
	for i := range owed {
		owed[i].Procedure = nil
	}
	text, err := json.Marshal(append(told, d, owed, earlier))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAnotherProjectLeaderSeesTheOutlineOnly(t *testing.T) {
	w, number := sightWorld(t, "expert:E-004")
	told := allReads(t, w, "joost", number)
	if strings.Contains(told, mark) || strings.Contains(told, "PERSONEEL") || strings.Contains(told, "KOPIE") {
		t.Errorf("another project leader is told too much: %.2000s", told)
	}
	if !strings.Contains(told, number) {
		t.Error("another project leader does not even see the number")
	}
	found := func(login, search string) int {
		page, err := w.office.List(w.ctx, w.viewer(login), office.Query{View: office.All, Search: search})
		if err != nil {
			t.Fatal(err)
		}
		return len(page.Lines)
	}
	if n := found("joost", "geheim"); n != 0 {
		t.Errorf("another's search finds %d by text that he may not see", n)
	}
	if found("petra", "geheim") != 1 || found("omar", "geh") != 1 || found("joost", number) != 1 {
		t.Error("owner, office manager or number are not found")
	}
	err := w.office.Take(w.ctx, w.viewer("joost"), number, procedure.Note, office.Input{Values: map[string]string{"text": "x"}})
	var refusal *complaint.Refusal
	if !errors.As(err, &refusal) {
		t.Errorf("another project leader can make a note: %v", err)
	}
}

func TestTheOfficeManagerDoesNotReadTheTalk(t *testing.T) {
	w, number := sightWorld(t, "expert:E-004")
	if told := allReads(t, w, "omar", number); strings.Contains(told, "PERSONEEL") || !strings.Contains(told, mark) {
		t.Error("the office manager reads all but the talk with the person concerned (S24)")
	}
	for _, login := range []string{"petra", "dirk"} {
		if !strings.Contains(allReads(t, w, login, number), "PERSONEEL") {
			t.Errorf("%s cannot read the talk", login)
		}
	}
}

func TestWhoItIsAboutSeesHisCopyOnly(t *testing.T) {
	w, number := sightWorld(t, "staff:omar")
	told := allReads(t, w, "omar", number)
	if strings.Contains(told, mark) || strings.Contains(told, "PERSONEEL") {
		t.Errorf("who it is about is told too much: %.2000s", told)
	}
	if !strings.Contains(told, "KOPIE") {
		t.Error("who it is about does not see the copy that he was sent (S15)")
	}
	for _, o := range []procedure.ActionID{procedure.ConfirmReceipt, procedure.Note, procedure.Correct} {
		var refusal *complaint.Refusal
		if err := w.office.Take(w.ctx, w.viewer("omar"), number, o, office.Input{}); !errors.As(err, &refusal) {
			t.Errorf("%s on a complaint about himself: %v", o, err)
		}
	}
}
