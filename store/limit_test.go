package store

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A LIMIT that is no more than a name has SQLite read the whole question again
// each time that it is asked, which takes longer than most answers.
func TestNoQuestionIsReadAgain(t *testing.T) {
	bare := regexp.MustCompile(`LIMIT [@?:$]`)
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 20 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if found := bare.FindString(string(text)); found != "" && !strings.HasSuffix(name, "_test.go") {
			t.Errorf("%s: %s; write LIMIT 0 + and the name", name, found)
		}
	}
}
