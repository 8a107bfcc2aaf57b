package spelling

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"leermoment/internal/lang"
)

// places say how many cells there are at 80×24 for a family of names.
var places = []struct {
	family string
	cells  int
	where  string
}{
	{`: action\.[^.]+$`, 36, "in the title of its form, behind a number"},
	{`: after\.[^.]+$`, 78, "on the line below a form"},
	{`: field\.`, 24, "before a line of a form"},
	{`: event\.`, 34, "in the list of what happened"},
	{`: step-short\.`, 13, "behind its number in the register"},
	{`: status\.`, 40, "beside an obligation"},
	{`: short-left\.`, 12, "in the last column"},
	{`: letter\.`, 23, "in the list of letters"},
	{`: (letters\.(approve|send.*)|letter-state\..*)$`, 18, "in the list of letters"},
	{`: role\.`, 26, "where it says whose turn it is"},
	{`: key\.[^.]+$`, 40, "in the list of keys"},
	{`: view\.`, 20, "on a tab"},
	{`: part\.[^-]+$`, 16, "on a tab"},
	{`: (kind|channel|severity|verdict|delivery|recipient|answer)\.`, 30, "in a form"},
	{`: (category|cause)\.title$`, 45, "in a form, between the marks of a choice"},
	{`: obligation\.title$`, 46, "in a letter's or a dossier's line of its own"},
	{`: obligation\.short$`, 22, "in the register"},
}

// Every name fits the place where it stands.
func TestEveryNameFitsItsPlace(t *testing.T) {
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		met := map[string]int{}
		for _, s := range ours(t, l) {
			for _, p := range places {
				if !regexp.MustCompile(p.family).MatchString(s.at) {
					continue
				}
				met[p.family]++
				if n := ansi.StringWidth(strings.ReplaceAll(s.says, "{{.N}}", "99")); n > p.cells {
					t.Errorf("%s: %q has %d cells; there are %d %s", s.at, s.says, n, p.cells, p.where)
				}
			}
		}
		for _, p := range places {
			if met[p.family] == 0 {
				t.Errorf("%s: there is no %s any more", l, p.family)
			}
		}
	}
}

// A title that is too long for the register has a shorter one beside it.
func TestLongTitlesHaveAShortOne(t *testing.T) {
	obligations, _ := decode(t, "../procedure/flowconcepts.toml")["obligation"].([]map[string]any)
	for _, o := range obligations {
		title, _ := o["title"].(map[string]any)
		for l, says := range title {
			if _, short := o["short"]; ansi.StringWidth(says.(string)) > 22 && !short {
				t.Errorf("%v: %q (%s) is too long for the register: give it a short title", o["id"], says, l)
			}
		}
	}
	if len(obligations) < 20 {
		t.Errorf("only %d obligations", len(obligations))
	}
}
