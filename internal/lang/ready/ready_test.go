package main

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// What is built in is what the catalogues say.
func TestReady(t *testing.T) {
	says, err := ready(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	built, err := os.ReadFile("../ready.go")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(built), string(says)); diff != "" {
		t.Errorf("the catalogues say something else than what is built in: run go generate ./internal/lang\n%s", diff)
	}
}

func TestFilesOfAFolderAreOneCatalogue(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	c := read(fstest.MapFS{
		"catalogue/nl/a.toml": file("[role]\ndirector = \"directeur\"\n[left]\ndays = { one = \"1 dag\", other = \"{{.N}} dagen\" }"),
		"catalogue/nl/b.toml": file("[role]\nowner = \"eigenaar\"\n[kind]\nother = \"anders\""),
		"catalogue/en/a.toml": file("[role]\ndirector = \"director\""),
	}, "nl")
	want := map[string]entry{
		"role.director": {other: "directeur"},
		"role.owner":    {other: "eigenaar"},
		"left.days":     {one: "1 dag", other: "{{.N}} dagen"},
		"kind.other":    {other: "anders"}, // other alone is a word like any other
	}
	if diff := cmp.Diff(want, c.entries, cmp.AllowUnexported(entry{})); diff != "" || len(c.faults) > 0 {
		t.Errorf("%s %v", diff, c.faults)
	}
}

func TestFaultsOfACatalogueAreNamed(t *testing.T) {
	for name, tt := range map[string]struct{ a, b, want string }{
		"twice in two files": {"[role]\nowner = \"eigenaar\"", "[role]\nowner = \"baas\"", "catalogue/nl/b.toml: role.owner stands in the catalogue twice"},
		"a number":           {"[role]\nowner = 3", "", "catalogue/nl/a.toml: role.owner is no text"},
		"no TOML":            {"[role", "", "catalogue/nl/a.toml: toml: "},
	} {
		t.Run(name, func(t *testing.T) {
			c := read(fstest.MapFS{
				"catalogue/nl/a.toml": {Data: []byte(tt.a)},
				"catalogue/nl/b.toml": {Data: []byte(tt.b)},
			}, "nl")
			if len(c.faults) != 1 || !strings.HasPrefix(c.faults[0], tt.want) {
				t.Errorf("got %q, want one that begins with %q", c.faults, tt.want)
			}
		})
	}
}
