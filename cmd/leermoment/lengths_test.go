package main

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/nav"
	"leermoment/ui/uitest"
)

// At 80×24 no string of ours is cut, in either language, on any screen, for any
// of the three: a … may end a text from outside, and nothing else. Nor does a
// day or a moment stand there as a machine writes it.
func TestNoStringIsCutAt80x24(t *testing.T) {
	t.Parallel()
	w := demoWorld(t)
	outside := outsideOf(t, w)
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		c := &cuts{outside: outside, ours: ownTexts(l), faults: map[string]string{}}
		for _, login := range []string{"karim", "petra", "annelies"} {
			c.login = login + ", " + string(l)
			c.screens += everywhere(w, c, login, l)
		}
		t.Logf("%s: %d screens, %d texts from outside", l, c.screens, len(outside))
		empty := emptyWorld(t).sit("", 80, 24, l)
		for range 12 {
			c.look(empty)
			empty.Press("tab")
		}
		for at, screen := range c.faults {
			t.Errorf("%s:\n%s", at, screen)
		}
		if c.screens < 1000 {
			t.Errorf("%s: only %d screens", l, c.screens)
		}
	}
}

// A string that is cut is seen, and a text from outside is let through.
func TestACutStringIsSeen(t *testing.T) {
	c := &cuts{ours: ownTexts(lang.NL), outside: []string{"Trainer kwam een uur te laat", "Petra Demo"}}
	for fragment, ours := range map[string]bool{
		"Registratieformulier": true, "op tijd, do 05-11 10.01 (mocht tot vr 0": true, "? toets": true, "Betrokkene aangesproken: alleen voor direc": true,
		"Trainer kwam": false, "Notitie: Trai": false, "2026-042 · telefoon, gisteren 09.40 · Trainer kw": false, "eigenaar: Petra D": false,
	} {
		if got := c.isOurs(fragment, fragment+"…"); got != ours {
			t.Errorf("%q… is ours: %v, want %v", fragment, got, ours)
		}
	}
	if over := onTop([]string{"een over…", "over╭────╮over…", "aan │Ja… │aan…", "    ╰────╯", "onder…"}); strings.Join(over, "|") != "╭────|│Ja… |╰────" {
		t.Errorf("on top: %q", over)
	}
}

// everywhere walks by all ways, and through the dossiers, the actions and their
// forms of complaints that wait for something different.
func everywhere(w *world, c *cuts, login string, l lang.Language) (seen int) {
	sit := func() *uitest.Driver {
		d := w.sit(login, 80, 24, l)
		d.Watch = func(d *uitest.Driver) { seen++; c.look(d) }
		return d
	}
	for _, keys := range ways {
		d := sit()
		for _, k := range keys {
			if typed, ok := strings.CutPrefix(k, " "); ok {
				d.Type(words(l, typed))
			} else {
				d.Press(k)
			}
		}
		for range 12 {
			d.Press("down")
		}
	}
	for _, number := range different(w, login) {
		d := sit()
		d.Send(nav.Open{Subject: number})
		for range 6 {
			for range 12 {
				d.Press("down")
			}
			d.Press("o", "esc", "tab")
		}
		d.Press("a")
		for range 12 {
			d.Press("down", "down", "down", "down")
		}
		d.Press("esc")
		offers, err := w.office.Offers(w.ctx, w.viewer(login), number)
		if err != nil {
			w.t.Fatal(err)
		}
		for _, o := range offers {
			if o.Refusal == nil && c.anew(string(o.Spec.ID)+login+string(l)) {
				fill(sit(), number, o)
			}
		}
	}
	return seen
}

// fill goes through the fields of an action's form, by every choice.
func fill(d *uitest.Driver, number string, o complaint.Offer) {
	d.Send(nav.Act{Subject: number, Action: string(o.Spec.ID)})
	for _, f := range o.Fields {
		for range min(len(f.Choices), 4) {
			d.Press("right")
		}
		d.Press("tab")
	}
	for range o.Fields {
		d.Press("left", "shift+tab")
	}
}

// different are complaints that each wait for something else, as far as
// somebody sees that.
func different(w *world, login string) (numbers []string) {
	page, err := w.office.List(w.ctx, w.viewer(login), office.Query{View: office.All, Limit: 500})
	if err != nil {
		w.t.Fatal(err)
	}
	met := map[string]bool{}
	for _, l := range page.Lines {
		if what := l.Next.ID + "/" + string(l.Phase); !met[what] {
			met[what] = true
			numbers = append(numbers, l.Number)
		}
	}
	return numbers
}

// cuts finds cut texts that are not from outside.
type cuts struct {
	login   string
	outside []string
	ours    []string
	faults  map[string]string
	done    map[string]bool
	screens int
}

func (c *cuts) anew(what string) bool {
	if c.done == nil {
		c.done = map[string]bool{}
	}
	was := c.done[what]
	c.done[what] = true
	return !was
}

var (
	machineDay = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}(T|\b)`)
	beside     = regexp.MustCompile(`  +|[│▌╭╰─]+ ?`) // what parts one text from the next
)

func (c *cuts) look(d *uitest.Driver) {
	for _, line := range onTop(d.Lines()) {
		if !c.anew(line) {
			continue
		}
		for _, text := range beside.Split(line, -1) {
			for rest := text; ; {
				before, after, cut := strings.Cut(rest, "…")
				if !cut {
					break
				}
				if fragment := strings.Trim(before, " ·,"); fragment != "" && c.isOurs(fragment, text) {
					c.faults[c.login+": cut: "+fragment+"…"] = d.Screen()
				}
				rest = after
			}
		}
		if machineDay.MatchString(line) && !c.isOutside(machineDay.FindString(line)) {
			c.faults[c.login+": a machine's day: "+line] = d.Screen()
		}
	}
}

// onTop are the lines of what lies over a screen, where something does: what is
// beneath was looked at before.
func onTop(lines []string) []string {
	for i, line := range lines {
		left, _, framed := strings.Cut(line, "╭")
		if !framed {
			continue
		}
		from, to := len([]rune(left)), len([]rune(line[:strings.LastIndex(line, "╮")]))
		var over []string
		for _, line := range lines[i:] {
			cells := []rune(line)
			over = append(over, string(cells[min(from, len(cells)):min(to, len(cells))]))
			if strings.Contains(line, "╰") {
				break
			}
		}
		return over
	}
	return lines
}

// isOurs says whether what was cut off here was not text from outside.
func (c *cuts) isOurs(fragment, text string) bool {
	for _, s := range c.ours {
		if strings.Contains(text, s) && strings.Contains(s, "…") { // it is said with a …
			return false
		}
		if len(s) > len(fragment) && strings.HasPrefix(s, fragment) && len(fragment) > 3 {
			return true
		}
	}
	if c.isOutside(fragment) {
		return false
	}
	for i := 1; i < len(fragment); i++ {
		if fragment[i] != ' ' {
			continue
		}
		if rest := fragment[i+1:]; (len(rest) >= enough/2 || strings.HasSuffix(fragment[:i], ":") || strings.HasSuffix(fragment[:i], "·")) && c.isOutside(rest) {
			return false
		}
	}
	return true
}

// enough is how much of a text says, from its midst, what it is part of; of its
// beginning half of that will do.
const enough = 12

func (c *cuts) isOutside(fragment string) bool {
	for _, s := range c.outside {
		if strings.HasPrefix(s, fragment) || len(fragment) >= enough && strings.Contains(s, fragment) {
			return true
		}
	}
	return false
}

// ownTexts are the texts of ours that are said as they stand.
func ownTexts(l lang.Language) (texts []string) {
	for _, values := range lang.Values(l) {
		for _, s := range values {
			if !strings.Contains(s, "{{") {
				texts = append(texts, s)
			}
		}
	}
	for _, o := range procedure.Default().Obligations {
		texts = append(texts, o.Title.In(string(l)), o.Short.In(string(l)), o.Explain.In(string(l)))
	}
	return texts
}

// outsideOf is every text from outside in the demo's file: what people wrote,
// names, letters, and the sentences of the procedure.
func outsideOf(t *testing.T, w *world) []string {
	t.Helper()
	found := map[string]bool{}
	note := func(value any, err error) {
		if err != nil {
			t.Fatal(err)
		}
		collect(reflect.ValueOf(value), found)
	}
	d := w.viewer("annelies")
	page, err := w.office.List(w.ctx, d, office.Query{View: office.All, Limit: 500})
	note(page, err)
	for _, l := range page.Lines {
		note(w.office.Dossier(w.ctx, d, l.Number, time.Time{}))
	}
	note(w.office.Measures(w.ctx, d))
	note(w.office.Notices(w.ctx, d))
	note(w.office.Organisation(w.ctx))
	note(w.office.Colleagues(w.ctx))
	letters, _, err := w.office.LettersWaiting(w.ctx, d)
	note(letters, err)
	experts, err := w.office.Experts(w.ctx, d)
	note(experts, err)
	for _, e := range experts {
		note(w.office.Expert(w.ctx, d, e.ID))
	}
	for _, s := range procedure.Default().Sentences {
		found[s.Text] = true
	}
	var all []string
	for s := range found {
		all = append(all, strings.Join(strings.Fields(s), " "))
		all = append(all, "«"+strings.Join(strings.Fields(s), " "))
	}
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(s string) bool { return len(s) < 2 })
}

// collect gathers every text in a value, but for those of the procedure.
func collect(v reflect.Value, found map[string]bool) {
	switch v.Kind() {
	case reflect.String:
		found[v.String()] = true
	case reflect.Pointer, reflect.Interface:
		collect(v.Elem(), found)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			collect(v.Index(i), found)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			collect(v.MapIndex(k), found)
		}
	case reflect.Struct:
		if strings.HasSuffix(v.Type().PkgPath(), "/procedure") {
			return
		}
		for i := range v.NumField() {
			collect(v.Field(i), found)
		}
	}
}
