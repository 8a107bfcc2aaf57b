package main

import (
	"image/color"
	"regexp"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"leermoment/internal/lang"
	"leermoment/ui"
	"leermoment/ui/uitest"
)

// coloured starts the program for somebody on a terminal with colours.
func (w *world) coloured(login string, l lang.Language) *uitest.Driver {
	w.t.Helper()
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	v := w.viewer(login)
	prefer, err := w.office.Preferences(w.ctx, v)
	if err != nil {
		w.t.Fatal(err)
	}
	return uitest.New(w.t, ui.New(ui.Config{Office: w.another(), Org: org, Viewer: v, Speaker: lang.New(l, w.zone), Asked: true, Colour: true,
		Preferences: prefer, Tick: noTick}), 80, 24)
}

var (
	mixed   = regexp.MustCompile(`\x1b\[[0-9;:]*[34]8[;:]2`)
	sixteen = regexp.MustCompile(`\x1b\[(?:[0-9]+;)*(?:3[0-7]|9[0-7])m`)
)

// A terminal with sixteen colours gets those, and none that is mixed; on light
// others than on dark. Also who chooses them on another terminal.
func TestSixteenColours(t *testing.T) {
	w := demoWorld(t)
	looks := func(d *uitest.Driver) string {
		switch raw := d.Raw(); {
		case mixed.MatchString(raw):
			return "mixed"
		case sixteen.MatchString(raw):
			return "sixteen"
		}
		return "none"
	}
	profile := func(p colorprofile.Profile) tea.Msg { return tea.ColorProfileMsg{Profile: p} }
	for name, x := range map[string]struct {
		said []tea.Msg
		want string
	}{
		"all colours": {[]tea.Msg{profile(colorprofile.TrueColor)}, "mixed"},
		"256":         {[]tea.Msg{profile(colorprofile.ANSI256), tea.EnvMsg{"TERM=screen-256color"}}, "mixed"},
		"sixteen":     {[]tea.Msg{profile(colorprofile.ANSI)}, "sixteen"},
		"found later": {[]tea.Msg{profile(colorprofile.ANSI), profile(colorprofile.TrueColor)}, "mixed"},
		"the console": {[]tea.Msg{tea.EnvMsg{"TERM=linux"}}, "sixteen"},
		"screen":      {[]tea.Msg{tea.EnvMsg{"TERM=screen.xterm"}, profile(colorprofile.ANSI256)}, "sixteen"},
		"no colour":   {[]tea.Msg{profile(colorprofile.ASCII)}, "none"},
	} {
		d := w.coloured("annelies", lang.NL)
		for _, msg := range x.said {
			d.Send(msg)
		}
		if got := looks(d); got != x.want {
			t.Errorf("%s: %s, want %s", name, got, x.want)
		}
	}

	d := w.coloured("annelies", lang.NL)
	d.Send(profile(colorprofile.ANSI))
	dark := d.Raw()
	d.Send(tea.BackgroundColorMsg{Color: color.White})
	if d.Raw() == dark {
		t.Error("on a light ground the colours are those for a dark one")
	}
}

// Somebody chooses the sixteen himself, in either language.
func TestSixteenColoursAreChosen(t *testing.T) {
	for l, words := range map[lang.Language][3]string{lang.NL: {"Voorkeuren", "Kleuren", "16 licht"}, lang.EN: {"Preferences", "Colours", "16 light"}} {
		w := demoWorld(t)
		d := w.coloured("petra", l)
		d.Press("ctrl+p")
		d.Type(words[0])
		d.Press("enter")
		p := &traveller{d, w, lang.New(l, w.zone)}
		p.at(words[1], "", "right", "right", "right", "right")
		d.Contains(t, words[2])
		d.Press("ctrl+s")
		if raw := d.Raw(); mixed.MatchString(raw) || !sixteen.MatchString(raw) {
			t.Errorf("%s: the colours are not the sixteen", l)
		}
		if got, err := w.office.Preferences(w.ctx, w.viewer("petra")); err != nil || got["colours"] != "16-light" {
			t.Errorf("kept is %v %v", got, err)
		}
	}
}
