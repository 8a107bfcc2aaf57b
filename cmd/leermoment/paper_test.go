package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"leermoment/internal/command"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// installed ends the test where a program that it needs is missing; in CI that
// is a fault.
func installed(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := exec.LookPath(name); err == nil {
			continue
		}
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
}

// wellMade fails where a PDF has a fault in it.
func wellMade(t *testing.T, pdf string) {
	t.Helper()
	installed(t, "qpdf")
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, []byte(pdf), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil || bytes.Contains(said, []byte("WARNING")) {
		t.Errorf("qpdf: %v %s", err, said)
	}
}

// pdfText is what stands on the pages of a PDF; anything else is given as it is.
func pdfText(t *testing.T, pdf string) string {
	t.Helper()
	if !strings.HasPrefix(pdf, "%PDF") {
		return pdf
	}
	installed(t, "pdftotext")
	cmd := exec.Command("pdftotext", "-layout", "-", "-")
	cmd.Stdin = strings.NewReader(pdf)
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// S06: the incident form can be filled in by hand. It asks what the screen asks,
// whatever the letters in the names are, and has a place for the number.
func TestTheFormOnPaper(t *testing.T) {
	installed(t, "qpdf", "pdftotext")
	w := &hostileWorld{world: emptyWorld(t)}
	const name = "Ëcole für Ünïcode é € ş Ω Я"
	err := w.office.Found(w.ctx, office.Founding{Name: name, Address: "Straat 1\x1b[2J", Email: "a@example.org", Phone: "010",
		Language: "nl", DefaultOwner: "petra", Staff: []office.NewStaff{
			{Login: "omar", Name: "Omar Demo", Roles: []procedure.Role{procedure.OfficeManager}},
			{Login: "petra", Name: "Petra Demo", Roles: []procedure.Role{procedure.ProjectLeader}},
			{Login: "dirk", Name: "Dirk Demo", Roles: []procedure.Role{procedure.Director}},
		}})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		language, login string
		says            []string
	}{
		{"nl", "omar", []string{name, "Incidentenformulier", "Klachtnummer", "Wat is er gebeurd *", "telefoon", "Facturatie", "binnen 24 uur"}},
		{"en", "petra", []string{name, "Incident form", "Complaint number", "phone", "within 24 hours"}},
	} {
		code, out, errs := w.run("", "form", "--as", x.login, "--lang", x.language)
		if code != 0 {
			t.Fatalf("%d %s", code, errs)
		}
		_, again, _ := w.run("", "form", "--as", x.login, "--lang", x.language)
		if again != out {
			t.Error("the same form is another file")
		}
		wellMade(t, out)
		text := pdfText(t, out)
		for _, say := range x.says {
			if !strings.Contains(text, say) {
				t.Errorf("%s is not on the form (%s):\n%s", say, x.language, text)
			}
		}
		if pages := strings.Count(text, "\f"); pages != 1 {
			t.Errorf("%d pages", pages)
		}
	}

	into := filepath.Join(t.TempDir(), "formulier.pdf")
	if code, _, errs := w.run("", "form", "--as", "omar", "-o", into); code != 0 {
		t.Fatalf("%d %s", code, errs)
	}
	if code, _, errs := w.run("", "form", "--as", "omar", "-o", into); code != command.BadInput || !strings.Contains(errs, "output") {
		t.Errorf("a file that is there: %d %s", code, errs)
	}
}
