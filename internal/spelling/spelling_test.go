package spelling

import (
	"maps"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"leermoment/internal/lang"
)

// Debian's names for its dictionaries.
const (
	dutch   = "nl_NL"
	english = "en_GB"
)

// Debian's dictionaries know every word, or the project's own list does.
func TestEverythingIsSpelledRight(t *testing.T) {
	speller(t)
	for l, spoken := range map[lang.Language]struct {
		dictionary string
		texts      []text
	}{
		lang.NL: {dutch, slices.Concat(ours(t, lang.NL), stories(t), manual(t))},
		lang.EN: {english, ours(t, lang.EN)},
	} {
		at := map[string]string{}
		typed := wordsOfProcedures(t)
		for _, s := range spoken.texts {
			for _, word := range wordsIn(s.says) {
				if !typed[word] || !ofProcedures.MatchString(s.at) {
					at[word] = s.at
				}
			}
		}
		own, names := ownWords(t, l), namesInStories(t)
		for _, word := range unknown(t, spoken.dictionary, slices.Sorted(maps.Keys(at))) {
			if !own[word] && !names[word] {
				t.Errorf("%s: no dictionary knows %q", place(at, word), word)
			}
			delete(own, word)
		}
		for word := range own {
			t.Errorf("words/%s.txt: %s is not needed", l, word)
		}
		t.Logf("%s: %d words in %d texts", l, len(at), len(spoken.texts))
		if len(at) < 800 {
			t.Errorf("%s: only %d words were read; the search has gone blind", l, len(at))
		}
	}
}

func TestMisspellingsAreSeen(t *testing.T) {
	speller(t)
	for dictionary, wrong := range map[string]string{dutch: "klagt", english: "complaynt"} {
		if got := unknown(t, dictionary, []string{"nu", "on", wrong}); !slices.Contains(got, wrong) {
			t.Errorf("%s knows %q", dictionary, wrong)
		}
	}
	got := wordsIn("Klaar? `ctrl+s` legt {{.Number}} vast: {{if .Owner}}’t mag, foto’s{{end}} (F2), formulier.pdf, --json, a@b.nl, NAAM; zo'n e-mail van S09.")
	want := []string{"Klaar", "legt", "vast", "t", "mag", "foto's", "zo'n", "e-mail", "van"}
	if !slices.Equal(got, want) {
		t.Errorf("read %q, not %q", got, want)
	}
}

// place is where a word stands, also as a part of another.
func place(at map[string]string, word string) string {
	if where, ok := at[word]; ok {
		return where
	}
	for whole, where := range at {
		if strings.Contains(whole, word) {
			return where
		}
	}
	return ""
}

// speller leaves the test where there is no hunspell, but never in CI.
func speller(t *testing.T) {
	t.Helper()
	const missing = "the spelling is NOT checked: hunspell is not here (Debian: hunspell hunspell-nl hunspell-en-gb)"
	for _, dictionary := range []string{dutch, english} {
		switch err := exec.Command("hunspell", "-d", dictionary, "-l").Run(); {
		case err == nil:
		case os.Getenv("CI") != "":
			t.Fatalf("%s: %s: %v", missing, dictionary, err)
		default:
			t.Skipf("%s: %s: %v", missing, dictionary, err)
		}
	}
}

// noWord is what is taken out first: what stands in the braces of a template
// or in code, links and addresses, options, names of files, keys and codes,
// and names in capitals, which stand for what somebody types.
var noWord = regexp.MustCompile("(?s)\\{\\{.*?\\}\\}|`[^`]*`|" +
	`\]\([^)]*\)|\S+@\S+|https?://\S+|(^|\s)/[a-z][\w./-]+|\b\w+_\w+(\.[\w-]+)?|\bleermoment [a-z]+|\bchmod \S+|(^|[\s(])--?[a-z][a-z-]*|\b[\w-]*\.[a-z]+\b|` +
	`\b(ctrl|shift|alt)\+\w+|[\w-]*\d[\w-]*|\b\p{Lu}{2,}(-\p{Lu}+)*\b`)

var oneWord = regexp.MustCompile(`\p{L}[\p{L}\p{M}]*(['’-]\p{L}+)*`)

// wordsIn are the words of a text, with the apostrophe of the dictionaries.
func wordsIn(says string) []string {
	var words []string
	for _, word := range oneWord.FindAllString(noWord.ReplaceAllString(says, "\n"), -1) {
		words = append(words, strings.ReplaceAll(word, "’", "'"))
	}
	return words
}

// ownWords are the words of the project's list, one a line; # explains.
func ownWords(t *testing.T, l lang.Language) map[string]bool {
	t.Helper()
	own := map[string]bool{}
	for line := range strings.SplitSeq(read(t, "words/"+string(l)+".txt"), "\n") {
		if word, _, _ := strings.Cut(line, "#"); strings.TrimSpace(word) != "" {
			own[strings.TrimSpace(word)] = true
		}
	}
	return own
}

// unknown are those words, or parts of them, that a dictionary does not know.
func unknown(t *testing.T, dictionary string, words []string) []string {
	t.Helper()
	cmd := exec.Command("hunspell", "-d", dictionary, "-i", "utf-8", "-l")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("hunspell: %v", err)
	}
	found := strings.Fields(string(out))
	slices.Sort(found)
	return slices.Compact(found)
}
