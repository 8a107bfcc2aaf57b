package lang

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestOrdinaryTextStaysAsItIs(t *testing.T) {
	for _, text := range []string{
		"", "A. Voorbeeld", "crème brûlée à € 5", "  twee  spaties  ",
		"👩‍👩‍👧 en 👍🏽 en 🏴󠁧󠁢󠁥󠁮󠁧󠁿 en ❤️", // joined by ZWJ, with modifiers, tags and a selector
		"شكوى عن الدورة", "می\u200cخواهم", "תלונה על הקורס", "日本語", "e\u0301", "a\u00a0b", "\ufffd",
	} {
		if got := Plain(text); got != text {
			t.Errorf("%q became %q", text, got)
		}
		if got := PlainLines(text + "\n" + text); got != text+"\n"+text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"\x1b[31mrood\x1b[0m":                        "rood",
		"\x1b[38;5;196;1mrood":                       "rood",
		"\x1b[?25l\x1b[2J\x1b[Hweg":                  "weg",
		"\u009b31mrood":                              "rood",
		"\x1b]0;titel\x07naam":                       "naam",
		"\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\":   "link",
		"\x1b]52;c;cm0gLXJm\u009cklembord":           "klembord",
		"\u009d0;titel\x07naam":                      "naam",
		"\x1bPq#0;2\x1b\\naam":                       "naam",
		"\x1b_apc\x1b\\\x1b^pm\x1b\\\x1bXsos\x1b\\x": "x",
		"\x1b]0;titel\x18naam \x1b]0;x\x1anaam":      "naam naam", // cancelled
		"\x1b(Bnaam":                                 "naam",
		"\x1bcnaam":                                  "naam",
		"\x1b7naam\x1b8":                             "naam",
		"naam\x1b":                                   "naam",
		"naam\x1b[":                                  "naam",
		"naam\x1b[31":                                "naam",
		"\x1b\x1b[31mnaam":                           "naam",
		"\x1b[3\x1b[31mnaam":                         "naam",
		"\x1b]0;\x1b[31mnaam":                        "naam",
		"nul\x00 bel\x07 del\x7f wis\x08":            "nul bel del wis",
		"\u202egerven\u202c \u2067x\u2069":           "gerven x",
		"\u200f\u200e\u061cx":                        "x",
		"on\u200bzicht\ufeffbaar\u2060":              "onzichtbaar",
		"af\u00adbreken":                             "afbreken",
		"on\xffgeldig\xc3":                           "ongeldig",
		"\xed\xa0\x80surrogaat":                      "surrogaat",
		"een\r\n\r\n\ttwee\u2028drie":                "een twee drie",
		"\n een \n":                                  " een ",
	} {
		if got := Plain(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestPlainLines(t *testing.T) {
	for text, want := range map[string]string{
		"een\ntwee\n":                       "een\ntwee\n",
		"een\r\ntwee\rdrie":                 "een\ntwee\ndrie",
		"een\n\n\ntwee":                     "een\n\n\ntwee",
		"a\tb":                              "a    b",
		"een\u2029twee\u0085drie":           "een\ntwee\ndrie",
		"\x1b[1meen\x1b[0m\ntwee\x1b[K":     "een\ntwee",
		"een \x1b]0;nooit gesloten\ntwee":   "een \ntwee", // a name does not swallow a letter
		"\x1b]0;nooit gesloten":             "",
		"een\x1b]8;;\x1b\\twee\x18\ndrie\r": "eentwee\ndrie\n",
	} {
		if got := PlainLines(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// safe checks what may reach a terminal.
func safe(t interface{ Fatalf(string, ...any) }, text string) {
	line, lines := Plain(text), PlainLines(text)
	for _, r := range line {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			t.Fatalf("%q: %U is left in %q", text, r, line)
		}
	}
	for _, r := range lines {
		if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			t.Fatalf("%q: %U is left in %q", text, r, lines)
		}
	}
	switch {
	case !utf8.ValidString(line), !utf8.ValidString(lines):
		t.Fatalf("%q: no UTF-8", text)
	case Plain(line) != line, PlainLines(lines) != lines:
		t.Fatalf("%q: once more changes it again", text)
	}
}

func TestNothingHarmfulReachesATerminal(t *testing.T) {
	piece := rapid.OneOf(
		rapid.String(),
		rapid.SampledFrom([]string{"\x1b", "[", "]", "P", "31", "m", ";", "\x07", "\x1b\\", "\u009b", "\u009d", "\u009c",
			"\n", "\r", "\t", "\x18", "\u202e", "\u200b", "é", "👩‍👧", "\xff", "\xc2", "\x9b", "\u0085"}),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 8), func(b []byte) string { return string(b) }),
	)
	rapid.Check(t, func(t *rapid.T) {
		safe(t, strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), ""))
	})
}

func FuzzPlain(f *testing.F) {
	for _, text := range []string{"\x1b[31mrood", "\x1b]0;t\x07", "\xc2\x9b", "a\r\nb", "👩‍👧"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { safe(t, text) })
}

// Almost all text is plain already; that must cost nothing but a look at it.
func TestPlainTextIsNotCopied(t *testing.T) {
	text := strings.Repeat("Klacht over de les van 17 november, één uur te laat. ", 1000)
	if n := testing.AllocsPerRun(10, func() { Plain(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkPlain(b *testing.B) {
	for name, text := range map[string]string{
		"ordinary": strings.Repeat("Klacht over de les, één uur te laat. ", 1400),
		"hostile":  strings.Repeat("\x1b]\x1b[31;\x1bP", 6500),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Plain(text)
			}
		})
	}
}
