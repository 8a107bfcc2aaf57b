package main

import (
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/nav"
	"leermoment/ui/uitest"
)

// leavings are the ways in which a form that is half filled in is left.
func leavings() map[string]func(d *uitest.Driver) {
	return map[string]func(d *uitest.Driver){
		"ctrl+c": func(d *uitest.Driver) { d.Press("ctrl+c") },
		"esc":    func(d *uitest.Driver) { d.Press("esc") },
		"killed": func(*uitest.Driver) {}, // the program hears nothing any more
	}
}

// ordinary is a complaint on the phone, as little as can be recorded.
func ordinary(subject string) map[string]string {
	return map[string]string{"channel": "phone", "complainant_kind": "participant", "complainant_name": "B. Voorbeeld",
		"subject": subject, "description": "De les begon om 10.30."}
}

func (w *world) record(login, subject string) (number string) {
	w.t.Helper()
	number, err := w.office.Record(w.ctx, w.viewer(login), office.Input{Values: ordinary(subject)})
	if err != nil {
		w.t.Fatal(err)
	}
	return number
}

func (w *world) drafts(login string) []office.Draft {
	w.t.Helper()
	drafts, err := w.office.Drafts(w.ctx, w.viewer(login))
	if err != nil {
		w.t.Fatal(err)
	}
	return drafts
}

// halfForm opens the incident form and fills its first part in.
func halfForm(d *uitest.Driver) {
	d.Type("n")
	d.Press("right", "enter", "right", "right", "enter")
	d.Type("A. Voorbeeld")
	d.Press("tab")
	d.Type("Zorggroep")
}

// top is the first row of the register, below its title, tabs and column heads.
func top(d *uitest.Driver) string { return d.Lines()[5] }

// A complaint of which only the form was begun is a complaint: it stands on top
// of what has to be done, its 24 hours run from when the form was opened, and
// whoever may record it can finish it. Recorded, it is a draft no more.
func TestHalfAnIncidentFormSurvives(t *testing.T) {
	for name, leave := range leavings() {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, lang.NL)
			sp := lang.New(lang.NL, w.zone)
			w.record("omar", "Een andere klacht")
			w.now = w.now.Add(time.Hour)
			opened := w.now
			first := w.sit("omar", 80, 24, lang.NL)
			halfForm(first)
			leave(first)
			w.now = w.now.Add(3 * time.Hour)

			for _, login := range []string{"omar", "dirk"} {
				next := w.sit(login, 80, 24, lang.NL)
				for _, want := range []string{"A. Voorbeeld", sp.T("register.draft"), sp.T("register.finish-form"), sp.ShortLeft(opened.Add(24*time.Hour), w.now)} {
					if !strings.Contains(top(next), want) {
						t.Errorf("%s does not read %q on top:\n%s", login, want, next.Screen())
					}
				}
			}
			w.sit("petra", 80, 24, lang.NL).Lacks(t, "A. Voorbeeld")

			again := w.sit("dirk", 80, 24, lang.NL)
			again.Press("enter")
			again.Contains(t, sp.T("action-screen.draft-back"))
			again.Contains(t, "A. Voorbeeld")
			again.Contains(t, "Zorggroep")
			again.Send(tea.PasteMsg{Content: " Voorbeeld"})
			finish(again)
			again.Contains(t, "2026-002")
			if left := w.drafts("omar"); len(left) != 0 {
				t.Errorf("recorded, and still offered: %v", left)
			}
			recorded, err := w.office.Dossier(w.ctx, w.viewer("dirk"), "2026-002", time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			if !recorded.ReceivedAt.Equal(opened) {
				t.Errorf("received %s; the form was opened %s", recorded.ReceivedAt, opened)
			}
		})
	}
}

// finish fills in what the incident form still needs, and records it.
func finish(d *uitest.Driver) {
	for _, text := range []string{"Trainer een uur later", "De les begon om 10.30."} {
		d.Press("ctrl+s") // goes to what is still empty
		d.Type(text)
	}
	d.Press("ctrl+s")
}

// A half-filled action is offered in its dossier, and only to whom it is from.
func TestHalfAnActionSurvives(t *testing.T) {
	for name, leave := range leavings() {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, lang.NL)
			sp := lang.New(lang.NL, w.zone)
			number := w.record("omar", "Trainer een uur later")
			first := w.sit("petra", 80, 24, lang.NL)
			first.Send(nav.Open{Subject: number})
			first.Send(nav.Act{Subject: number, Action: string(procedure.Note)})
			first.Press("tab")
			first.Type("Half een gedachte")
			leave(first)
			w.now = w.now.Add(time.Hour)

			offered := sp.T("dossier.draft", lang.Args{"Title": sp.T("action.note"), "At": sp.When(w.now.Add(-time.Hour), w.now)})
			other := w.sit("dirk", 80, 24, lang.NL)
			other.Send(nav.Open{Subject: number})
			other.Lacks(t, sp.T("action.note"))

			again := w.sit("petra", 80, 24, lang.NL)
			again.Send(nav.Open{Subject: number})
			again.Contains(t, offered)
			again.Press("enter")
			again.Contains(t, "Half een gedachte")
			again.Press("ctrl+s")
			again.Contains(t, sp.T("action-screen.recorded", lang.Args{"Action": sp.T("action.note")}))
			again.Lacks(t, offered)
			if left := w.drafts("petra"); len(left) != 0 {
				t.Errorf("recorded, and still offered: %v", left)
			}
		})
	}
}

func TestThrowingADraftAwayAsksFirst(t *testing.T) {
	w := newWorld(t, lang.NL)
	sp := lang.New(lang.NL, w.zone)
	om := w.sit("omar", 80, 24, lang.NL)
	halfForm(om)
	for _, no := range []string{"enter", "esc"} { // it stands on no
		om.Press("ctrl+x")
		om.Contains(t, sp.T("action-screen.discard-ask"))
		om.Press(no)
		om.Lacks(t, sp.T("action-screen.discard-ask"))
		om.Contains(t, "A. Voorbeeld")
	}
	if kept := w.drafts("omar"); len(kept) != 1 {
		t.Fatalf("%d drafts after no", len(kept))
	}
	om.Press("ctrl+x", "left", "enter")
	om.Contains(t, sp.T("action-screen.discarded"))
	om.Lacks(t, sp.T("register.finish-form"))
	if left := w.drafts("omar"); len(left) != 0 {
		t.Errorf("thrown away, and still there: %v", left)
	}
}

// held is what a program wants to do after a message and has not done yet: a
// disk can be slower than two keys.
func held(d *uitest.Driver, msg tea.Msg) (later func()) {
	_, cmd := d.Model().Update(msg)
	return func() {
		for _, said := range messages(cmd) {
			d.Send(said)
		}
	}
}

// messages runs a command, and those in the lists that it brings.
func messages(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	v := reflect.ValueOf(msg)
	if !v.IsValid() || v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return []tea.Msg{msg}
	}
	var out []tea.Msg
	for i := range v.Len() {
		out = append(out, messages(v.Index(i).Interface().(tea.Cmd))...)
	}
	return out
}

// A draft that is saved only after the form was recorded, left or thrown away
// brings nothing back, takes nothing away and is not there twice.
func TestASlowSaveBringsNothingBack(t *testing.T) {
	slow := func(t *testing.T, then ...string) (*world, *uitest.Driver) {
		w := newWorld(t, lang.NL)
		number := w.record("omar", "Trainer een uur later")
		d := w.sit("petra", 80, 24, lang.NL)
		d.Send(nav.Open{Subject: number})
		d.Send(nav.Act{Subject: number, Action: string(procedure.Note)})
		d.Press("tab")
		late := held(d, tea.PasteMsg{Content: "Een gedachte"})
		d.Press(then...)
		late()
		return w, d
	}
	t.Run("recorded", func(t *testing.T) {
		w, _ := slow(t, "ctrl+s")
		if left := w.drafts("petra"); len(left) != 0 {
			t.Errorf("a draft of what was recorded: %v", left)
		}
	})
	t.Run("thrown away", func(t *testing.T) {
		w, _ := slow(t, "ctrl+x", "left", "enter")
		if left := w.drafts("petra"); len(left) != 0 {
			t.Errorf("a draft of what was thrown away: %v", left)
		}
	})
	t.Run("left with more", func(t *testing.T) {
		w, _ := slow(t, "!", "esc")
		if left := w.drafts("petra"); len(left) != 1 || left[0].Values["text"] != "Een gedachte!" {
			t.Errorf("kept %v", left)
		}
	})
	t.Run("incident form left", func(t *testing.T) {
		w := newWorld(t, lang.NL)
		om := w.sit("omar", 80, 24, lang.NL)
		om.Type("n")
		om.Press("right", "enter", "right", "right", "enter")
		late := held(om, tea.PasteMsg{Content: "A. Voorbeeld"})
		om.Press("esc")
		late()
		if left := w.drafts("omar"); len(left) != 1 {
			t.Errorf("one form, and %d drafts: %v", len(left), left)
		}
	})
}
