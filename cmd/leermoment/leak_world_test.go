package main

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"leermoment/internal/command"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/paper"
	"leermoment/internal/procedure"
)

// markedWorld is an office in which every text that an action takes has a mark
// of its own.
type markedWorld struct {
	*hostileWorld
	server string // where it listens
	drafts []string
	n      int
	began  map[string]time.Time // of what was recorded
	about  map[string]string    // complaint or its notice: login of whom it is about
	owner  map[string]string    // complaint, measure or notice: login of whose it is
}

var leakMark = regexp.MustCompile(`(?i)mark\d{3}`)

func newMarkedWorld(t *testing.T) *markedWorld {
	t.Helper()
	w := &markedWorld{hostileWorld: &hostileWorld{world: newWorld(t, lang.NL)}, began: map[string]time.Time{}, about: map[string]string{}, owner: map[string]string{}}
	for _, login := range []string{"joost", "carla"} {
		err := w.office.AddStaff(w.ctx, w.viewer("dirk"), office.NewStaff{Login: login, Name: login + " Demo", Roles: []procedure.Role{procedure.ProjectLeader}})
		if err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func (w *markedWorld) mark(action procedure.ActionID, field string) string {
	w.n++
	if field == "email" {
		return fmt.Sprintf("mark%03d@example.org", w.n)
	}
	return fmt.Sprintf("MARK%03d-%s-%s", w.n, action, field)
}

// does takes an action with a mark in every text that is not given as something
// else, and says what it opened.
func (w *markedWorld) does(login, subject string, action procedure.ActionID, given ...string) string {
	w.t.Helper()
	w.now = w.now.Add(time.Minute)
	v := w.viewer(login)
	form, err := w.office.Form(w.ctx, v, subject, action, "")
	if err != nil {
		w.t.Fatalf("%s on %s: %v", action, subject, err)
	}
	in := office.Input{Values: map[string]string{}, Files: map[string]office.File{}}
	for _, f := range form.Offer.Fields {
		switch {
		case f.Kind == complaint.FileKind:
			in.Files[f.Name] = office.File{Name: w.mark(action, f.Name), Content: []byte("MARK999")}
		case f.Name == "unreachable_reason":
		case f.Kind == complaint.Text, f.Kind == complaint.LongText:
			in.Values[f.Name] = w.mark(action, f.Name)
		}
	}
	for i := 0; i < len(given); i += 2 {
		in.Values[given[i]] = given[i+1]
	}
	var opened string
	if action == procedure.NewComplaint {
		opened, err = w.office.Record(w.ctx, v, in)
	} else {
		opened, err = w.office.TakeNew(w.ctx, v, subject, action, in)
	}
	if err != nil {
		w.t.Fatalf("%s on %s by %s: %v", action, subject, login, err)
	}
	if opened != "" {
		w.began[opened] = w.now
	}
	return opened
}

func (w *markedWorld) records(login, concerned, owner string) string {
	w.t.Helper()
	number := w.does(login, "", procedure.NewComplaint, "channel", "phone", "complainant_kind", "client", "person_concerned", concerned)
	w.owner[number] = owner
	w.about[number], _ = strings.CutPrefix(concerned, "staff:")
	return number
}

// live takes every action somewhere, on complaints about a project leader, an
// expert, nobody, the director, the office manager and the default owner.
func (w *markedWorld) live() {
	w.t.Helper()
	w.wholeWay()
	w.aboutExpert()
	w.endings()
	for _, x := range []struct{ about, owner, records, writes string }{
		{"dirk", "petra", "omar", "petra"}, {"omar", "petra", "dirk", "petra"}, {"petra", "joost", "omar", "joost"}} {
		number := w.records(x.records, "staff:"+x.about, x.owner)
		assessor := "dirk"
		if x.about == "dirk" {
			assessor = x.owner
		}
		w.does(assessor, number, procedure.Assess, "alone", "yes")
		w.does(assessor, number, procedure.CompleteForm, "person_concerned", "staff:"+x.about, "category", "trainer")
		w.does(assessor, number, procedure.SendCopy, "recipient", "person-concerned", "by", "handed")
		w.does(assessor, number, procedure.SendCopy, "recipient", "management", "by", "handed")
		w.does(x.writes, number, procedure.RecordFinding)
		w.does(x.writes, number, procedure.FormJudgement, "judgement", "founded")
		w.does(x.writes, number, procedure.AddressPerson)
		w.does(x.writes, number, procedure.Note)
	}
}

func (w *markedWorld) wholeWay() {
	w.t.Helper()
	n := w.records("omar", "staff:carla", "petra")
	do := func(login string, action procedure.ActionID, given ...string) {
		w.t.Helper()
		w.does(login, n, action, given...)
	}
	do("omar", procedure.ConfirmReceipt)
	do("dirk", procedure.Assess, "alone", "no")
	do("dirk", procedure.Consult)
	do("omar", procedure.CompleteForm, "person_concerned", "staff:carla", "category", "trainer", "email", "", "phone", "MARK998", "unreachable_reason", w.mark(procedure.CompleteForm, "unreachable_reason"), "address", w.mark(procedure.CompleteForm, "address"))
	do("omar", procedure.SendCopy, "recipient", "person-concerned", "by", "left-out")
	do("omar", procedure.SendCopy, "recipient", "management", "by", "left-out")
	do("dirk", procedure.AssignOwner, "owner", "dirk")
	do("dirk", procedure.AssignOwner, "owner", "petra")
	do("petra", procedure.Note)
	do("petra", procedure.Attach)
	do("omar", procedure.Correct, "person_concerned", "staff:carla", "email", "mark997@example.org")
	do("petra", procedure.RecordFinding)
	do("petra", procedure.RecordInformation, "needed", "yes")
	do("petra", procedure.AnnounceDelay, "until", "2027-01-29")
	do("petra", procedure.FormJudgement, "judgement", "founded")
	do("petra", procedure.AddressPerson)
	do("petra", procedure.PreventRecurrence, "needed", "yes")
	do("petra", procedure.ProposeResolution)
	do("petra", procedure.RecordAcceptance, "accepted", "yes")
	do("petra", procedure.ApproveFeedback)
	do("omar", procedure.SendFeedback)
	do("petra", procedure.InformOrganisation)
	do("petra", procedure.Categorise)
	do("petra", procedure.DetermineCause, "cause", "planning")
	do("petra", procedure.RecordLesson)
	do("petra", procedure.DecideMeasure, "by", "2027-02-15", "owner", "joost")
	w.owner["M-2026-001"], w.owner["of M-2026-001"] = "joost", n
	w.does("joost", "M-2026-001", procedure.CompleteMeasure)
	w.does("joost", "M-2026-001", procedure.CheckEffect, "fell", "yes")
	w.now = w.now.AddDate(0, 0, 8)
	do("petra", procedure.RemindSatisfaction)
	do("petra", procedure.MeasureSatisfaction, "score", "8")
	do("dirk", procedure.Reopen)
}

func (w *markedWorld) aboutExpert() {
	w.t.Helper()
	expert := w.does("carla", "office", procedure.AddExpert)
	n := w.records("omar", "expert:"+expert, "petra")
	today := w.office.Day(w.now).String()
	w.does("dirk", n, procedure.Assess, "alone", "yes")
	w.does("omar", n, procedure.CompleteForm, "person_concerned", "expert:"+expert, "category", "trainer")
	w.does("omar", n, procedure.SendCopy, "recipient", "person-concerned", "by", "handed")
	w.does("petra", n, procedure.AskInformation)
	w.does("petra", n, procedure.FormJudgement, "judgement", "founded")
	w.does("petra", n, procedure.JudgeExpert, "insufficient", "yes")
	w.does("dirk", n, procedure.TakeExpertMeasure, "expert_measure", "exclusion")
	w.does("petra", n, procedure.ProposeResolution)
	w.does("petra", n, procedure.ReferIndependent, "answer", "yes", "free_of_interest", "yes")
	w.does("petra", n, procedure.RecordRuling, "favour", "both", "orders", "yes", "ruled_on", today, "by", today)
	w.does("petra", n, procedure.CarryOutRuling)
	w.does("dirk", expert, procedure.JudgeExpert, "insufficient", "yes", "source", "evaluation")
	w.does("dirk", expert, procedure.TakeExpertMeasure, "expert_measure", "exclusion")
}

func (w *markedWorld) endings() {
	w.t.Helper()
	once := w.records("omar", "nobody", "petra")
	w.does("dirk", once, procedure.SettleAtOnce, "category", "trainer", "person_concerned", "nobody")
	w.does("petra", once, procedure.DetermineCause, "cause", "planning")
	w.does("petra", once, procedure.DecideNoMeasure)
	w.does("petra", once, procedure.Waive, "obligation", "lesson")
	gone := w.records("omar", "staff:carla", "petra")
	w.does("dirk", gone, procedure.Hold)
	w.does("dirk", gone, procedure.ReleaseHold)
	w.does("omar", gone, procedure.Link, "to", once)
	w.does("petra", gone, procedure.AskInformation)
	w.does("petra", gone, procedure.TakeBack)
	w.does("omar", gone, procedure.Withdraw)
	named := w.records("omar", "nobody", "petra") // about whom it is turns out later
	w.does("omar", named, procedure.Correct, "person_concerned", "staff:carla")
	w.about[named] = "carla"
	for _, x := range []struct{ files, accepts, about string }{{"joost", "omar", ""}, {"joost", "dirk", "omar"}, {"omar", "dirk", "omar"}, {"carla", "", ""}} {
		notice := w.does(x.files, "office", procedure.FileNotice, "channel", "phone")
		w.owner[notice], w.about[notice] = x.files, x.about
		if x.accepts == "" {
			w.does("omar", notice, procedure.SetAsideNotice, "aside", "spam", "belongs_to", "")
			continue
		}
		concerned := "nobody"
		if x.about != "" {
			concerned = "staff:" + x.about
		}
		number := w.does(x.accepts, notice, procedure.AcceptNotice, "complainant_kind", "client", "person_concerned", concerned)
		w.owner[number], w.about[number] = "petra", x.about
	}
}

// relation is what somebody is to a subject: the letters of the rules.
func (w *markedWorld) relation(login, stream string) string {
	role := map[string]string{"omar": "m", "dirk": "d"}[login]
	switch {
	case office.IsExpert(stream):
		return role + "p"
	case office.IsNotice(stream):
		if w.owner[stream] == login {
			return role + "f"
		}
		if w.about[stream] == login {
			return "c"
		}
		return role + "p"
	case office.IsMeasure(stream):
		home := w.relation(login, w.owner["of "+stream])
		if w.owner[stream] == login {
			home += "w"
		}
		return home
	}
	switch {
	case w.about[stream] == login:
		return "c"
	case w.owner[stream] == login:
		return "o"
	case role != "":
		return role
	}
	return "p"
}

// wordsIn are all texts that can be reached from a value, by whatever way; the
// procedure is everybody's.
func wordsIn(v reflect.Value, seen map[uintptr]bool, say func(string)) {
	switch v.Kind() {
	case reflect.String:
		say(v.String())
	case reflect.Pointer:
		if v.IsNil() || v.Type() == reflect.TypeFor[*procedure.Procedure]() || seen[v.Pointer()] {
			return
		}
		seen[v.Pointer()] = true
		wordsIn(v.Elem(), seen, say)
	case reflect.Interface:
		wordsIn(v.Elem(), seen, say)
	case reflect.Struct:
		for i := range v.NumField() {
			wordsIn(v.Field(i), seen, say)
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 && v.Kind() == reflect.Slice {
			say(string(v.Bytes()))
			return
		}
		for i := range v.Len() {
			wordsIn(v.Index(i), seen, say)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			wordsIn(k, seen, say)
			wordsIn(v.MapIndex(k), seen, say)
		}
	}
}

// toldTo is every mark that somebody meets in any read, and where first.
func (w *markedWorld) toldTo(login string) map[string]string {
	told := map[string]string{}
	hear := heardIn(told)
	w.asksOffice(login, func(way string, x any, err error) {
		if err == nil { // what he may not open tells nothing
			wordsIn(reflect.ValueOf(x), map[uintptr]bool{}, func(s string) { hear(way, s) })
			return
		}
		hear(way+" (refused)", err.Error())
	})
	for _, args := range w.papers() {
		_, out, errs := w.run("", append(append([]string{}, args...), "--as", login)...)
		hear(strings.Join(args, " "), pdfText(w.t, out)+errs)
	}
	for _, args := range w.calls() {
		for _, form := range [][]string{{"--as", login, "--json"}, {"--as", login}} {
			code, out, errs := w.run("", append(append([]string{}, args...), form...)...)
			if code == command.BadInput && args[0] == "list" {
				w.t.Fatalf("%v: %s", args, errs)
			}
			hear(strings.Join(args, " "), out+errs)
		}
	}
	for _, said := range w.hears(login, w.streams(w.t)) {
		hear("line by line", said)
	}
	return told
}

// heardIn notes the marks in what somebody is told, and where he met each first.
func heardIn(told map[string]string) func(way, text string) {
	var one sync.Mutex
	return func(way, text string) {
		one.Lock()
		defer one.Unlock()
		for _, m := range leakMark.FindAllString(text, -1) {
			if m = strings.ToUpper(m); told[m] == "" {
				told[m] = way
			}
		}
	}
}

func (w *markedWorld) asksOffice(login string, add func(way string, x any, err error)) {
	v, o := w.viewer(login), w.office
	for _, view := range office.Views() {
		for _, search := range []string{"", "MARK"} {
			page, err := o.List(w.ctx, v, office.Query{View: view, Search: search})
			add("List", page, err)
		}
	}
	for _, subject := range append(w.streams(w.t), "") {
		for _, at := range []time.Time{{}, w.began[subject], w.now} {
			d, err := o.Dossier(w.ctx, v, subject, at)
			add("Dossier", d, err)
			owed, err := owedOf(w.ctx, o, v, subject, at)
			add("Obligations", owed, err)
		}
		offers, err := o.Offers(w.ctx, v, subject)
		add("Offers", offers, err)
		warnings, err := o.Warnings(w.ctx, v, subject)
		add("Warnings", warnings, err)
		for _, spec := range complaint.Specs() {
			for _, draft := range append(w.drafts, "") {
				form, err := o.Form(w.ctx, v, subject, spec.ID, draft)
				add("Form "+string(spec.ID), form, err)
			}
		}
		for _, kind := range paper.Kinds() {
			for which := office.NextLetter; which < 4; which++ {
				letter, err := o.Letter(w.ctx, v, subject, kind, which)
				add("Letter "+string(kind), letter, err)
			}
		}
		notice, err := o.Notice(w.ctx, v, subject)
		add("Notice", notice, err)
		file, err := o.Expert(w.ctx, v, subject)
		add("Expert", file, err)
		m, err := o.Measure(w.ctx, v, subject)
		add("Measure", m, err)
	}
	for n := range w.n {
		mark := fmt.Sprintf("mark%03d", n+1)
		rows, err := o.Earlier(w.ctx, v, office.Same{Name: mark, Organisation: mark, Email: mark + "@example.org"}, 10)
		add("Earlier", rows, err)
	}
	measures, err := o.Measures(w.ctx, v)
	add("Measures", measures, err)
	agenda, _, _, err := o.Agenda(w.ctx, v)
	add("Agenda", agenda, err)
	letters, _, err := o.LettersWaiting(w.ctx, v)
	add("LettersWaiting", letters, err)
	notices, err := o.Notices(w.ctx, v)
	add("Notices", notices, err)
	experts, err := o.Experts(w.ctx, v)
	add("Experts", experts, err)
	drafts, err := o.Drafts(w.ctx, v)
	add("Drafts", drafts, err)
	overview, err := o.Supervise(w.ctx, v, o.Day(w.now))
	add("Supervise", overview, err)
	for _, kind := range append(complaint.Codec().Names(), "", office.OpenedName) {
		past, err := o.Happened(w.ctx, v, o.Day(w.now), "", kind)
		add("Happened", past, err)
	}
	org, err := o.Organisation(w.ctx)
	add("Organisation", org, err)
	arranged, err := o.Arranged(w.ctx, v)
	add("Arranged", arranged, err)
}

// calls are the commands that read.
func (w *markedWorld) calls() [][]string {
	calls := [][]string{{"list", "--search", "MARK"}, {"obligations"}, {"actions"}, {"staff", "list"}, {"settings", "show"}}
	for _, view := range office.Views() {
		calls = append(calls, []string{"list", "--view", string(view)})
	}
	for _, subject := range w.streams(w.t) {
		calls = append(calls, []string{"show", subject}, []string{"actions", subject}, []string{"obligations", subject})
	}
	return calls
}

// papers are all that can be printed: every letter there can be, too.
func (w *markedWorld) papers() [][]string {
	calls := [][]string{{"print", "--view", "all"}, {"print", "register", "--view", "all", "--search", "MARK"}, {"print"}, {"form"}}
	for _, subject := range w.streams(w.t) {
		calls = append(calls, []string{"print", subject})
		if !office.IsComplaint(subject) {
			continue
		}
		calls = append(calls, []string{"print", subject, "--known-at", w.began[subject].Format(time.RFC3339)})
		for _, kind := range paper.Kinds() {
			calls = append(calls, []string{"letter", subject, string(kind)})
		}
		calls = append(calls, []string{"letter", subject, "copy", "--which", "1"})
	}
	return calls
}

// finds counts what a search finds for somebody.
func (w *markedWorld) finds(login, search string) int {
	w.t.Helper()
	page, err := w.office.List(w.ctx, w.viewer(login), office.Query{View: office.All, Search: search, Counts: true})
	if err != nil {
		w.t.Fatal(err)
	}
	return len(page.Lines) + page.Counts[office.All]
}
