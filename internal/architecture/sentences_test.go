package architecture

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"leermoment/internal/procedure"
)

var update = flag.Bool("update", false, "write the list of sentences anew")

// waiting are the sentences that are not wholly in force yet, with what they
// wait for. One that has a scenario is in force as far as that tells.
var waiting = map[string]string{
	"S11": "in force; figures wait for analysis", "S31": "in force; counting waits for analysis",
	"S33": "in force; insight waits for analysis", "S35": "in force; the report waits for analysis",
	"S38": "holds in force; waits for destruction", "S09": "in force; sending by itself waits for mail",
}

// docs/architecture.md says of every sentence how it stands; a sentence without
// a scenario has to wait for something.
func TestEverySentenceIsInForceOrWaits(t *testing.T) {
	const begin, end = "<!-- sentences: made by a test -->\n", "<!-- end of sentences -->"
	var list strings.Builder
	list.WriteString(begin + "\n| sentence | how it stands | scenarios |\n|---|---|---|\n")
	for _, s := range procedure.Default().Sentences {
		files, err := filepath.Glob(filepath.Join("..", "..", "internal", "complaint", "testdata", s.ID+"-*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		stands, waits := waiting[s.ID]
		switch {
		case len(files) == 0 && !waits:
			t.Errorf("%s has no scenario and waits for nothing", s.ID)
		case !waits:
			stands = "in force"
		}
		fmt.Fprintf(&list, "| %s | %s | %d |\n", s.ID, stands, len(files))
	}
	list.WriteString("\n" + end)
	path := filepath.Join("..", "..", "docs", "architecture.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatal("docs/architecture.md has no place for the list of sentences")
	}
	want := before + list.String() + after
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want != string(text) {
		t.Error("the list of sentences in docs/architecture.md is out of date: go test ./internal/architecture -update")
	}
}
