package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

// The checks of the sources are themselves checked on made-up ones.
func TestFaultsInSourcesAreSeen(t *testing.T) {
	for name, source := range map[string]string{
		"a clock":         `import "time"; func f() any { return time.Now() }`,
		"a renamed clock": `import when "time"; func f() any { return when.Since }`,
		"an init":         `func init() {}`,
		"an assignment":   `var n int; func f() { n = 1 }`,
		"a count":         `var n int; func f() { n++ }`,
		"a loop":          `var n int; func f() { for n = range 3 {} }`,
		"a map":           `var m = map[string]int{}; func f() { m["a"] = 1 }`,
		"a deletion":      `var m = map[string]int{}; func f() { delete(m, "a") }`,
		"a field":         `var s struct{ n int }; func f() { s.n = 1 }`,
		"an address":      `var n int; func f() *int { return &n }`,
		"a foreign type":  `import "sync"; var l sync.Locker; func f() { l = nil }`,
		"a note":          "// TO" + "DO later\nfunc f() {}",
		"a sleep":         `import "time"; func f() { time.Sleep(1) }`,
	} {
		if len(faultsIn(t, source)) == 0 {
			t.Errorf("%s is not seen", name)
		}
	}
	for name, source := range map[string]string{
		"a local of the same name": `var n = 1; func f() int { n := n; n++; return n }`,
		"a clock handed in":        `import "time"; func f(now time.Time) time.Time { return now.Add(time.Hour) }`,
		"a method of that name":    `type t struct{}; func (t) init() {}`,
	} {
		if faults := faultsIn(t, source); len(faults) > 0 {
			t.Errorf("%s is refused: %v", name, faults)
		}
	}
}

func faultsIn(t *testing.T, source string) []string {
	t.Helper()
	r := room{name: "internal/made-up", set: token.NewFileSet()}
	f, err := parser.ParseFile(r.set, "made_up.go", "package p\n"+source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	r.files = []*ast.File{f}
	return append(ambient(r), leftovers(r)...)
}
