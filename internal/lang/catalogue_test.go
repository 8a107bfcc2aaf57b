package lang

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestTheCataloguesAreWhole(t *testing.T) {
	for _, l := range []Language{NL, EN} {
		for _, fault := range catalogueOf(l).faults {
			t.Error(fault)
		}
		for key, texts := range Values(l) {
			for _, text := range texts {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s: %s says nothing", l, key)
				}
				if PlainLines(text) != text {
					t.Errorf("%s: %s has control characters: %q", l, key, text)
				}
			}
		}
	}
}

func TestBothLanguagesSayTheSameThings(t *testing.T) {
	if diff := cmp.Diff(Keys(NL), Keys(EN)); diff != "" {
		t.Errorf("- only in Dutch, + only in English:\n%s", diff)
	}
	dutch, english := Values(NL), Values(EN)
	for key, nl := range dutch {
		en, ok := english[key]
		if !ok {
			continue // said above
		}
		if len(nl) != len(en) {
			t.Errorf("%s: a number decides in one language only", key)
		}
		if diff := cmp.Diff(fields(nl), fields(en)); diff != "" {
			t.Errorf("%s: the names to fill in differ: %s", key, diff)
		}
	}
}

var field = regexp.MustCompile(`\.[A-Z]\w*`)

// fields are the names that the sentences of a key have in their templates.
func fields(texts []string) []string {
	var found []string
	for _, text := range texts {
		for _, action := range regexp.MustCompile(`\{\{.*?\}\}`).FindAllString(text, -1) {
			found = append(found, field.FindAllString(action, -1)...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEverySentenceCanBeFilledIn(t *testing.T) {
	for _, l := range []Language{NL, EN} {
		s := New(l, amsterdam(t))
		for key, texts := range Values(l) {
			data := Args{}
			for _, name := range fields(texts) {
				data[strings.TrimPrefix(name, ".")] = "x"
			}
			if got := s.T(key, data); strings.ContainsAny(got, "⟦⟧") || strings.Contains(got, "{{") {
				t.Errorf("%s: %s says %q", l, key, got)
			}
			if len(texts) == 2 {
				for _, n := range []int{0, 1, 2} {
					if got := s.N(key, n, data); strings.ContainsAny(got, "⟦⟧") {
						t.Errorf("%s: %s about %d says %q", l, key, n, got)
					}
				}
			}
		}
	}
}

func TestFilesOfAFolderAreOneCatalogue(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	c := load(fstest.MapFS{
		"catalogue/nl/a.toml": file("[role]\ndirector = \"directeur\"\n[left]\ndays = { one = \"1 dag\", other = \"{{.N}} dagen\" }"),
		"catalogue/nl/b.toml": file("[role]\nowner = \"eigenaar\"\n[kind]\nother = \"anders\""),
		"catalogue/en/a.toml": file("[role]\ndirector = \"director\""),
	}, NL)
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
			c := load(fstest.MapFS{
				"catalogue/nl/a.toml": {Data: []byte(tt.a)},
				"catalogue/nl/b.toml": {Data: []byte(tt.b)},
			}, NL)
			if len(c.faults) != 1 || !strings.HasPrefix(c.faults[0], tt.want) {
				t.Errorf("got %q, want one that begins with %q", c.faults, tt.want)
			}
		})
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]Language{
		"nl": NL, "en": EN, "NL": NL, "nl_NL.UTF-8": NL, "en-GB": EN, "nl.UTF-8": NL,
		"": "", "de": "", "C": "", "nld": "", "english": "",
	} {
		if got, ok := Parse(text); got != want || ok != (want != "") {
			t.Errorf("Parse(%q) = %q, %v", text, got, ok)
		}
	}
}
