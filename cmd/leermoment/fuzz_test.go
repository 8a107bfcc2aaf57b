package main

import (
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/store"
	"leermoment/ui"
	"leermoment/ui/nav"
	"leermoment/ui/uitest"
)

// fuzzedKeys are what a byte presses; a byte beyond them is a letter typed.
var fuzzedKeys = []string{"up", "down", "left", "right", "enter", "esc", "tab", "shift+tab", "space", "backspace", "delete", "home", "end", "pgup", "pgdown",
	"ctrl+s", "ctrl+p", "ctrl+x", "ctrl+d", "ctrl+u", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+w", "f1", "f2", "f3", "f4", "f5",
	"alt+enter", "alt+left", "ctrl+left", "ctrl+home", "ctrl+z", "ctrl+r", "insert"}

// The first bytes of what is no key.
const (
	resizes = 0xf0 + iota // width, height
	pastes                // length, bytes
	clicks                // column, row
	changes
	passes // a day
	records
)

// fuzzWorld is a demo of its own, which nobody waits for to be on disk.
func fuzzWorld(t *testing.T) (w *world) {
	t.Helper()
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		t.Fatal(err)
	}
	w = &world{t: t, ctx: t.Context(), zone: zone, now: demoNow(zone), path: filepath.Join(t.TempDir(), "demo.db")}
	w.putDemo()
	s, err := store.OpenFast(w.ctx, w.path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	wire := wiring{zone: w.zone}
	w.office = wire.office(s, func() time.Time { return w.now }, &counted{})
	return w
}

// counted is chance that is the same each time.
type counted struct{ n byte }

func (c *counted) Read(p []byte) (int, error) {
	for i := range p {
		c.n++
		p[i] = c.n
	}
	return len(p), nil
}

// bytesOf hands out bytes until there are none.
type bytesOf struct{ io.ByteReader }

func (b bytesOf) next() int {
	n, err := b.ReadByte()
	if err != nil {
		return 0
	}
	return int(n)
}

// Whatever anybody presses, pastes or clicks, in a window of whatever size: the
// program does not fall over, every screen fits the window, nothing from outside
// reaches the terminal, and the file stays whole.
func FuzzKeys(f *testing.F) {
	f.Add("\x00\x00\x00nabc\x06\x0f")
	f.Add("\x02\x01\x01\x04\x01\x01a\x01\x04\x0f\x05\x05\x10\xf1\x10\x1b[31mred\x1b]52;x\x07")
	f.Add("\x01\x00\x02\xf0\x20\x05\xf0\xa0\x40\x06\x06?\x01\x05\xf2\x05\x05\xf2\x20\x08")
	f.Add("\x02\x00\x00/zaal\x05\xf5\x04\x06\x06\xf5\x04\x0f\x0f\xf3\xf4\xf3")
	f.Add("\x00\x01\x00pdAbm\x05S\x05g1234567\x04a\x04\x0f")
	f.Fuzz(func(t *testing.T, input string) {
		if len(input) <= 400 { // a person would have gone home
			anybody(t, input)
		}
	})
}

// anybody sits down and does what the bytes say.
func anybody(t *testing.T, input string) {
	t.Helper()
	w := fuzzWorld(t)
	b := bytesOf{strings.NewReader(input)}
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	who := org.Active()[b.next()%len(org.Active())]
	language := []lang.Language{lang.NL, lang.EN}[b.next()%2]
	size := [][2]int{{80, 24}, {120, 40}, {60, 16}, {40, 10}}[b.next()%4]
	d := uitest.New(t, ui.New(ui.Config{Office: w.office, Org: org, Viewer: w.viewer(who.Login), Speaker: lang.New(language, w.zone), Colour: true, Tick: noTick,
		ReadFile: func(string) ([]byte, error) { return []byte("foto"), nil }}), size[0], size[1])
	d.Watch = func(d *uitest.Driver) { harmlessScreen(t, d) }
	for r, err := b.ReadByte(); err == nil && !d.Left(); r, err = b.ReadByte() {
		w.press(d, b, r)
	}
	e, err := w.office.Examine(w.ctx)
	if err != nil || len(e.Flaws) > 0 {
		t.Fatal(err, e.Flaws)
	}
}

func (w *world) press(d *uitest.Driver, b bytesOf, r byte) {
	switch {
	case r < 0x20:
		d.Press(fuzzedKeys[r])
	case r == resizes:
		d.Resize(1+b.next(), 1+b.next()%80)
	case r == pastes:
		text := make([]byte, b.next())
		for i := range text {
			text[i] = byte(b.next())
		}
		d.Paste(string(text))
	case r == clicks:
		d.Click(b.next()%130, b.next()%50)
	case r == changes:
		d.Send(nav.Changed{})
	case r == passes:
		w.now = w.now.AddDate(0, 0, 1)
		d.Send(nav.Changed{})
	case r == records:
		d.Press("ctrl+s")
	case r >= 0x80 && int(r)-0x80 < len(fuzzedKeys):
		d.Press(fuzzedKeys[r-0x80])
	case r >= 0x20 && r < 0x7f:
		d.Send(typed(rune(r)))
	}
}

func typed(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }

// Whatever is kept half filled in of whatever action: it is refused, or it comes
// back as it was, its form can be opened on a screen that fits, and what it would
// record is decided without falling over.
func FuzzDrafts(f *testing.F) {
	f.Add(uint8(0), []byte(`{"text": "x"}`))
	f.Add(uint8(3), []byte(`{"at": "9999-99-99", "by": "\u001b[31m", "score": "-1"}`))
	f.Add(uint8(7), []byte(`{"person_concerned": "staff:", "": "", "email": "a\nb", "until": "2026-02-30"}`))
	f.Add(uint8(9), []byte(`{"file": "/etc/passwd", "to": "2026-999"}`))
	f.Fuzz(func(t *testing.T, which uint8, raw []byte) {
		values := map[string]string{}
		if json.Unmarshal(raw, &values) != nil || len(raw) > 4000 {
			return
		}
		w := fuzzWorld(t)
		org, err := w.office.Organisation(w.ctx)
		if err != nil {
			t.Fatal(err)
		}
		v := w.viewer(org.Active()[len(org.Active())-1].Login)
		specs := complaint.Specs()
		action := specs[int(which)%len(specs)].ID
		subject := w.first(v)
		if action == procedure.NewComplaint {
			subject = ""
		}
		id, err := w.office.SaveDraft(w.ctx, v, office.Draft{Subject: subject, Action: action, Values: values})
		if err != nil {
			return
		}
		d := uitest.New(t, ui.New(ui.Config{Office: w.office, Org: org, Viewer: v, Speaker: lang.New(lang.NL, w.zone), Tick: noTick}), 80, 24)
		d.Watch = func(d *uitest.Driver) { harmlessScreen(t, d) }
		d.Send(nav.Act{Subject: subject, Action: string(action), Draft: id})
		d.Press("tab", "down", "end", "ctrl+s", "esc", "esc")
		in := office.Input{Values: values, Draft: id}
		if subject == "" {
			_, err = w.office.Record(w.ctx, v, in)
		} else {
			err = w.office.Take(w.ctx, v, subject, action, in)
		}
		w.refusedAtMost(t, err)
		if e, err := w.office.Examine(w.ctx); err != nil || len(e.Flaws) > 0 {
			t.Fatal(err, e.Flaws)
		}
	})
}

// first is the first complaint that somebody sees.
func (w *world) first(v office.Viewer) string {
	w.t.Helper()
	page, err := w.office.List(w.ctx, v, office.Query{View: office.All, Limit: 1})
	if err != nil || len(page.Lines) == 0 {
		w.t.Fatal(err)
	}
	return page.Lines[0].Number
}
