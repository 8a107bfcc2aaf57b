package uitest

import (
	"flag"
	"os"
	"path/filepath"

	"github.com/google/go-cmp/cmp"
)

// update is the flag -update of every test that imports this package.
var update = flag.Bool("update", false, "rewrite the golden screens in testdata")

// Golden compares the screen with testdata/<name>.golden, and fails when the
// view is larger than the window. With -update it writes the file instead; read
// its differences before keeping them.
func (d *Driver) Golden(tb TB, name string) {
	tb.Helper()
	d.Fits(tb)
	Golden(tb, name, d.Screen()+"\n")
}

// Golden compares a text with testdata/<name>.golden, or writes that file with
// -update.
func Golden(tb TB, name, got string) {
	tb.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		write(tb, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatalf("%v; run the test once with -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		tb.Errorf("%s differs (-want +got):\n%s\nthe whole is now:\n%s", path, diff, got)
	}
}

func write(tb TB, path, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatalf("%v", err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		tb.Fatalf("%v", err)
	}
}
