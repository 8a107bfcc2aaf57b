package paper

import (
	"bytes"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

func setting(t *testing.T) (Print, *lang.Speaker) {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	made := time.Date(2026, 11, 24, 9, 40, 0, 0, zone)
	return Print{house: house{"Opleiders Proef", []string{"Straat 1, 1234 AB Proefstad", "a@example.org", ""}}, For: "Omar Demo", Made: made}, lang.New(lang.NL, zone)
}

// A character that the letters lack is seen to be missing; accents that come
// apart are put together; nothing else changes.
func TestWhatTheLettersLackStaysToBeSeen(t *testing.T) {
	a, err := newAlphabet(regular())
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"é ë ï € ş Ω Я":                "é ë ï € ş Ω Я",
		"e\u0301 i\u0308 s\u0327":      "é ï ş",
		"مرحبا 日本 🙂 שלום":              "□□□□□ □□ □ □□□□",
		"👩\u200d👧 ☂\ufe0f":             "□□ □",
		"een\u00a0twee\u2003drie":      "een twee drie",
		"\x1b[31mrood\x1b[0m\u202e om": "rood om",
		"regel\r\ntwee\tdrie":          "regel\ntwee    drie",
	} {
		if got := a.clean(text); got != want {
			t.Errorf("%q is printed as %q, not %q", text, got, want)
		}
	}
}

// What is broken into lines is all there, and no line is wider than its place.
func TestLinesAreNoWiderThanTheirPlace(t *testing.T) {
	x, sp := setting(t)
	p, err := newPage(about{title: "x", by: x.name, made: x.Made}, sp)
	if err != nil {
		t.Fatal(err)
	}
	p.next()
	p.use(plain, 9.5, black)
	for name, text := range map[string]string{
		"words": strings.Repeat("een paar woorden ", 300), "one word": strings.Repeat("W", 100_000), "lines": strings.Repeat("regel\n", 10_000),
		"empty": "", "empty lines": "\n\n\n", "spaces": strings.Repeat(" ", 5000), "a wide one last": "kort " + strings.Repeat("m", 300),
	} {
		lines := p.lines(text, 60)
		for _, line := range lines {
			if w := p.GetStringWidth(strings.TrimRight(line, " ")); w > 60.5 {
				t.Errorf("%s: a line of %.1f mm", name, w)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(strings.Join(lines, "")) != bare(text) {
			t.Errorf("%s: not all of it is there", name)
		}
		if name == "lines" && len(lines) != 10_001 {
			t.Errorf("%d lines", len(lines))
		}
		if cut := p.cut(text, 60, 2); len(cut) > 2 || len(lines) > 2 && strings.TrimSpace(text) != "" && !strings.HasSuffix(cut[1], "…") {
			t.Errorf("%s cut to two lines: %q", name, cut)
		}
	}
}

func listingOf(n int, now time.Time) Listing {
	l := Listing{Query: office.Query{View: office.All}, Procedure: procedure.Default(), People: map[string]string{"s1": "Petra Demo"}}
	for i := range n {
		line := office.Line{Whole: true, Row: office.Row{Number: fmt.Sprintf("2026-%03d", i+1), Step: procedure.Resolve, Phase: procedure.Handling,
			Complainant: "Ş. Voorbeeld-Ωmega", Subject: "Trainer kwam een uur te laat, les ingekort", Owner: "s1"}, Due: now.Add(time.Duration(i-100) * time.Hour)}
		l.Page.Lines = append(l.Page.Lines, line)
	}
	return l
}

// Thousands of complaints are a book, made in a moment and within a few dozen
// megabytes; the titles of the columns stand on each page.
func TestALargeRegister(t *testing.T) {
	x, sp := setting(t)
	for _, n := range []int{0, 1, 60, 2000} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		pdf, err := Register(x, listingOf(n, x.Made), sp)
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Fatal(err)
		}
		pages, took := bytes.Count(pdf, []byte("/Type /Page\n")), (after.TotalAlloc-before.TotalAlloc)>>20
		t.Logf("%d complaints: %d pages, %d kB, %d MB allocated", n, pages, len(pdf)>>10, took)
		if pages == 0 || pages > 1+n/14 || len(pdf) > 200_000+200*n || took > 400 {
			t.Errorf("%d complaints: %d pages, %d bytes, %d MB", n, pages, len(pdf), took)
		}
	}
}

// A name of 500 letters, a word of 100 kB and 10,000 lines break nothing, and
// the same content is the same file.
func TestNothingBreaksAPage(t *testing.T) {
	x, sp := setting(t)
	for name, text := range map[string]string{
		"empty": "", "a long name": strings.Repeat("Naam", 125), "a long word": strings.Repeat("é", 50_000), "many lines": strings.Repeat("regel\n", 10_000),
		"unprintable": strings.Repeat("日本語 مرحبا 🙂 \x00\x1b[2J", 500),
	} {
		x.house = house{text, []string{text, text, text}}
		letter := office.LetterPaper{Number: "2026-001", Kind: complaint.OutcomeLetter, To: []string{text, text, text}, Text: text, At: x.Made}
		listing := listingOf(3, x.Made)
		for i := range listing.Page.Lines {
			listing.Page.Lines[i].Complainant, listing.Page.Lines[i].Subject = text, text
		}
		listing.Query.Search, listing.Query.View = text, office.Todo
		listing.Page.Drafts = []office.Draft{{Values: map[string]string{"complainant_name": text}, SavedAt: x.Made}}
		listing.Page.Notices = []office.NoticeRow{{ID: "N-2026-001", Sender: text, Subject: text, ReceivedAt: x.Made}}
		for paper, make := range map[string]func() ([]byte, error){
			"letter":   func() ([]byte, error) { return Letter(x.house, letter, x.Made, sp) },
			"register": func() ([]byte, error) { return Register(x, listing, sp) },
			"dossier":  func() ([]byte, error) { return Dossier(x, dossierOf(text, x.Made), sp) },
			"form":     func() ([]byte, error) { return Blank(Form{house: x.house, Made: x.Made}, sp) },
		} {
			pdf, err := make()
			if err != nil {
				t.Fatalf("%s, %s: %v", paper, name, err)
			}
			if again, _ := make(); !bytes.Equal(pdf, again) {
				t.Errorf("%s, %s: the same is another file", paper, name)
			}
			if pages := bytes.Count(pdf, []byte("/Type /Page\n")); pages == 0 || pages > 2000 {
				t.Errorf("%s, %s: %d pages", paper, name, pages)
			}
		}
	}
}

// dossierOf is a dossier in which every text is that one, or begins as it does.
func dossierOf(text string, now time.Time) *office.Dossier {
	p, start := procedure.Default(), text[:min(len(text), 3000)]
	d := &office.Dossier{Number: "2026-001", Whole: true, Now: now, Procedure: p, Phase: procedure.Handling, Step: procedure.Resolve,
		ReceivedAt: now, Owner: office.Viewer{Name: start}, Concerned: start,
		Form:    complaint.Form{ComplainantName: start, Organisation: start, Subject: start, Description: text, Category: start},
		Events:  []office.EventView{{Seq: 1, HappenedAt: now, RecordedAt: now, Actor: office.Viewer{Name: text}, Name: "noted", Data: map[string]any{"text": text}}},
		Letters: []complaint.Letter{{Kind: complaint.CopyLetter, To: text, Text: text, At: now}},
		Files:   []complaint.Attachment{{Name: start}}, Measures: []complaint.Measure{{ID: "M-2026-001", What: start, Result: start}}}
	for _, o := range p.Obligations {
		d.Duties = append(d.Duties, office.DutyView{Duty: complaint.Duty{Obligation: o, Waived: &complaint.Waiver{Why: start}}, Status: complaint.WaivedStatus})
	}
	return d
}

// The date that a letter begins with stands beside the address, and all other
// words where they were.
func TestTheDateOfALetter(t *testing.T) {
	for text, want := range map[string][2]string{
		"24 november 2026\n\nBetreft: x\n\nGeachte y\n": {"24 november 2026", "Betreft: x\n\nGeachte y"},
		"1 mei 2027\n":                 {"1 mei 2027", ""},
		"Kopie van klacht\n\n24 mei\n": {"", "Kopie van klacht\n\n24 mei"},
		"Op 24 november 2026 kwam":     {"", "Op 24 november 2026 kwam"},
		"24 november 2026 was een dag": {"", "24 november 2026 was een dag"},
		"":                             {"", ""},
	} {
		if date, body := dated(text); date != want[0] || body != want[1] {
			t.Errorf("%q is %q and %q", text, date, body)
		}
	}
}

// Every text that people recorded has a title under which a dossier prints it,
// but for names of files that only the program knows.
func TestEveryRecordedTextIsPrinted(t *testing.T) {
	_, sp := setting(t)
	told, codec := &told{page: &page{sp: sp}}, complaint.Codec()
	for _, name := range codec.Names() {
		zero, err := codec.Zero(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range reflect.TypeOf(zero).NumField() {
			f := reflect.TypeOf(zero).Field(i)
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.Type.Kind() == reflect.String && !event.IsFigure(f) && tag != "digest" && told.title(name, tag) == "" {
				t.Errorf("%s of %s has no title", tag, name)
			}
		}
	}
}
