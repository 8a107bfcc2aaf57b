package lang_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"leermoment/internal/complaint"
	"leermoment/internal/demo"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/store"
	"leermoment/ui"
	"leermoment/ui/nav"
	"leermoment/ui/uitest"
)

// A language in which every string is twice as long breaks no frame, on any
// screen, at any size: no line is too wide and none is missing.
func TestStringsTwiceAsLongBreakNoFrame(t *testing.T) {
	o, now := demoOffice(t)
	org, err := o.Organisation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	viewer, err := o.Acting(t.Context(), "annelies", "")
	if err != nil {
		t.Fatal(err)
	}
	page, err := o.List(t.Context(), viewer, office.Query{View: office.All, Limit: 5})
	if err != nil {
		t.Fatal(err)
	}
	ways := [][]tea.Msg{{}, keys("n"), keys("a"), keys("?"), {tea.KeyPressMsg{Code: 'p', Mod: tea.ModCtrl}}}
	for _, key := range "pdmAbtv" { // the other screens
		ways = append(ways, keys(string(key)))
	}
	for _, l := range page.Lines {
		open := nav.Open{Subject: l.Number}
		ways = append(ways, []tea.Msg{open}, append([]tea.Msg{open}, keys("a")...))
		offers, err := o.Offers(t.Context(), viewer, l.Number)
		if err != nil {
			t.Fatal(err)
		}
		for _, offer := range offers {
			if offer.Refusal == nil {
				ways = append(ways, []tea.Msg{open, nav.Act{Subject: l.Number, Action: string(offer.Spec.ID)}})
			}
		}
	}
	zone, screens := now.Location(), 0
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		for _, way := range ways {
			d := uitest.New(t, ui.New(ui.Config{Office: o, Org: org, Viewer: viewer, Speaker: lang.Twice(l, zone), Tick: still}), 80, 24)
			if len(way) == 0 {
				title := lang.New(l, zone).T("register.title")
				d.Contains(t, title+" "+title)
			}
			for _, msg := range way {
				d.Send(msg)
			}
			for _, size := range [][2]int{{80, 24}, {60, 16}, {120, 40}, {300, 100}, {59, 15}} {
				d.Resize(size[0], size[1])
				d.Fits(t)
				lines := strings.Split(ansi.Strip(d.Raw()), "\n")
				if size[0] >= 60 && (len(lines) != size[1] || !strings.ContainsAny(lines[size[1]-2], "─│╰")) {
					t.Errorf("%v breaks in %v:\n%s", way, size, d.Screen())
				}
				screens++
			}
		}
	}
	if t.Logf("%d screens", screens); screens < 300 {
		t.Errorf("only %d screens", screens)
	}
}

func keys(text string) (msgs []tea.Msg) {
	for _, r := range text {
		msgs = append(msgs, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return msgs
}

// still is a quiet timer that never ends.
func still(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }

// demoOffice is the demo's file; its letters say nothing here.
func demoOffice(t *testing.T) (*office.Office, time.Time) {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.OpenFast(t.Context(), filepath.Join(t.TempDir(), "demo.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	now := time.Date(2026, 11, 24, 9, 40, 0, 0, zone)
	letters := func(complaint.LetterKind, *complaint.Complaint, office.LetterSetting) (string, error) {
		return "Geachte,", nil
	}
	var random *demo.Random
	at := func(clock func() time.Time, r *demo.Random) *office.Office {
		random = r
		return office.New(s, office.Settings{Clock: clock, Random: r, Zone: zone, Letters: letters})
	}
	if _, err := demo.Build(t.Context(), at, demo.Order{Complaints: 20, Seed: 7, Now: now}); err != nil {
		t.Fatal(err)
	}
	return at(func() time.Time { return now }, random), now
}
