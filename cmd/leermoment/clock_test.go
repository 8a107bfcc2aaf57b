package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"leermoment/internal/command"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// The clock is a minute behind: facts wait at the last one. It is an hour behind:
// nothing is recorded, since every term would be wrong.
func TestClockSetBack(t *testing.T) {
	bothLanguages(t, func(t *testing.T, l lang.Language) {
		w := today(t, l)
		w.record("omar", "Trainer een uur later")
		last := w.now.Add(2 * time.Hour)
		for _, at := range []time.Time{last, last.Add(-time.Minute)} {
			w.now = at
			if code, _, errs := w.runs("do", w.only(), "note", "--field", "text=Even later"); code != command.Done {
				t.Fatal(errs)
			}
		}
		w.now = last
		d, err := w.office.Dossier(w.ctx, w.viewer("dirk"), w.only(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range d.Events[:len(d.Events)-1] {
			if d.Events[i+1].RecordedAt.Before(e.RecordedAt) {
				t.Errorf("fact %d was recorded before the one before it", i+2)
			}
		}
		seq := d.Seq
		w.now = last.Add(-time.Hour)
		says, _, _ := strings.Cut(lang.New(l, w.zone).T("refusal.clock", lang.Args{"Now": w.now.In(w.zone).Format("2006-01-02 15:04"), "Last": "@"}), "@")
		code, _, errs := w.runs("do", w.only(), "note", "--field", "text=Te vroeg", "--lang", string(l))
		if code != command.NotPermitted || !strings.Contains(errs, says) {
			t.Errorf("exits %d and says %q, want %q", code, errs, says)
		}
		code, out, _ := w.runs("doctor", "--json")
		if code != command.Failed || !strings.Contains(out, "--trust-clock") {
			t.Errorf("doctor exits %d: %s", code, out)
		}
		w.now = last
		if got := w.seqOf(w.only()); got != seq {
			t.Errorf("%d facts, want %d", got, seq)
		}
		w.healthy()
	})
}

// only is the number of the only complaint.
func (w *world) only() string {
	w.t.Helper()
	page, err := w.office.List(w.ctx, w.viewer("dirk"), office.Query{View: office.All})
	if err != nil || len(page.Lines) != 1 {
		w.t.Fatal(err, len(page.Lines))
	}
	return page.Lines[0].Number
}

// The clock was years ahead when something was recorded. Put right, nothing can
// be recorded until a director says that it is right now; that is a fact itself.
func TestClockSetForward(t *testing.T) {
	bothLanguages(t, func(t *testing.T, l lang.Language) {
		w := today(t, l)
		w.record("omar", "Trainer een uur later")
		right := w.now
		w.now = right.AddDate(3, 0, 0)
		if err := w.note(w.office, "Uit de toekomst"); err != nil {
			t.Fatal(err)
		}
		w.now = right.Add(time.Hour)
		for _, x := range []struct {
			code int
			args []string
		}{
			{command.NotPermitted, []string{"do", w.only(), "note", "--field", "text=Nu"}},
			{command.NotPermitted, []string{"doctor", "--trust-clock", "--as", "omar"}},
			{command.Done, []string{"doctor", "--trust-clock", "--as", "dirk"}},
			{command.NotPermitted, []string{"doctor", "--trust-clock", "--as", "dirk"}},
			{command.Done, []string{"do", w.only(), "note", "--field", "text=Nu"}},
		} {
			if code, _, errs := w.runs(append(x.args, "--lang", string(l))...); code != x.code {
				t.Fatalf("%v exits %d: %s", x.args, code, errs)
			}
		}
		w.healthy()
		if got := w.notes(w.only()); len(got) != 2 {
			t.Errorf("notes %q", got)
		}
	})
}

// Who may say that the clock is right is asked before whether it is behind.
func TestOnlyADirectorTrustsTheClock(t *testing.T) {
	w := newWorld(t, lang.NL)
	for login, rule := range map[string]string{"omar": "roles", "petra": "roles", "dirk": "office"} {
		var refusal *complaint.Refusal
		if err := w.office.TrustClock(w.ctx, w.viewer(login)); !errors.As(err, &refusal) || refusal.Rule != rule {
			t.Errorf("%s: %v", login, err)
		}
	}
	if err := w.office.TrustClock(w.ctx, office.Viewer{}); err == nil {
		t.Error("nobody may")
	}
}
