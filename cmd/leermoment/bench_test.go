package main

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"leermoment/internal/command"
)

// The bench measures each thing with each file and says of each whether it holds.
// How long anything takes is not asked here.
func TestTheBenchMeasuresEachThingWithEachFile(t *testing.T) {
	t.Parallel()
	w := noWorld(t)
	b := &bench{ctx: w.ctx, w: wiring{zone: w.zone}, dir: t.TempDir(), rounds: 1}
	for _, n := range []int{60, 70} {
		if err := b.add(n); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if err := b.close(); err != nil {
			t.Error(err)
		}
	})
	for _, part := range []func() error{b.lists, b.action, b.keys, b.cLibrary, b.taskwarrior} {
		if err := part(); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := b.print(&out); err != nil {
		t.Fatal(err)
	}
	figures := regexp.MustCompile(`\d (ms|µs|s) `)
	for _, what := range []string{"register, first page (director)", "register, next page", "another view (all)", "filter while typing", "search (two words)",
		"dossier", "agenda", "record an action, against", "key to frame, median", "key to frame, 99"} {
		line := lineWith(out.String(), what)
		if len(figures.FindAllString(line, -1)) < 2 {
			t.Errorf("%q has no two figures: %q", what, line)
		}
	}
	if !strings.Contains(out.String(), "| 60 | 70 |") {
		t.Errorf("no head with both files:\n%s", out.String())
	}
}

func lineWith(text, what string) string {
	for line := range strings.Lines(text) {
		if strings.Contains(line, what) {
			return line
		}
	}
	return ""
}

// A number of complaints that no demo can have is refused by name.
func TestTheBenchRefusesWhatNoFileCanHave(t *testing.T) {
	t.Parallel()
	var faults bytes.Buffer
	asked := command.Edge{Err: &faults, Out: &faults, Asks: false}
	code := command.Run(t.Context(), asked, []string{"bench", "--complaints", "0", "--dir", filepath.Join(t.TempDir(), "none")})
	if code != 2 || !strings.Contains(faults.String(), "1000000") {
		t.Errorf("exit code %d, said %q", code, faults.String())
	}
}
