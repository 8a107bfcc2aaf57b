package architecture

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"leermoment/internal/lang"
	"leermoment/internal/procedure"
)

// What the domain refuses names its rule, and is said in both languages; so is
// every fault in a field.
func TestEveryRefusalIsSaidInBothLanguages(t *testing.T) {
	said := map[string]*regexp.Regexp{
		"refusal.": regexp.MustCompile(`refuse\("([^"]+)", "([^"]+)"|once\("([^"]+)", "([^"]+)"|Refusal\{Rule: "([^"]+)", Key: "([^"]+)"`),
		"fault.":   regexp.MustCompile(`()fault\("([^"]+)"|()Field: [^,{}]+, Key: "([^"]+)"`),
	}
	met := map[string]int{}
	for _, room := range []string{"complaint", "office"} {
		files, err := filepath.Glob(filepath.Join("..", room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for family, pattern := range said {
				for _, m := range pattern.FindAllStringSubmatch(string(text), -1) {
					parts := strings.Join(m[1:], "\x00")
					words := strings.FieldsFunc(parts, func(r rune) bool { return r == 0 })
					key := words[len(words)-1]
					met[family]++
					for _, l := range []lang.Language{lang.NL, lang.EN} {
						if len(lang.Values(l)[family+key]) == 0 {
							t.Errorf("%s: %s%s is not said in %s", filepath.Base(file), family, key, l)
						}
					}
					if family == "refusal." && !isRule(words[0]) {
						t.Errorf("%s: %s is refused by %q, which is no rule", filepath.Base(file), key, words[0])
					}
				}
			}
		}
	}
	if met["refusal."] < 50 || met["fault."] < 20 {
		t.Errorf("only %v were found; the search has gone blind", met)
	}
}

// isRule says whether a refusal rests on a sentence, on the roles, or on the
// office itself.
func isRule(rule string) bool {
	_, sentence := procedure.Default().Sentence(rule)
	return sentence || rule == "roles" || rule == "office"
}
