package paper

import (
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"

	"leermoment/internal/lang"
)

// absent stands where the letters have no shape for a character: that something
// was there stays to be seen.
const absent = '□'

// alphabet knows which characters the letters have.
type alphabet struct {
	font  *sfnt.Font
	buf   sfnt.Buffer
	known map[rune]rune // what is printed for a character; -1 nothing
}

func newAlphabet(ttf []byte) (*alphabet, error) {
	font, err := sfnt.Parse(ttf)
	return &alphabet{font: font, known: map[rune]rune{}}, err
}

// clean makes a text from outside fit to be printed: without control sequences,
// its accents composed, and with a square for what the letters do not have.
func (a *alphabet) clean(text string) string {
	return strings.Map(a.printed, norm.NFC.String(lang.PlainLines(text)))
}

func (a *alphabet) printed(r rune) rune {
	if r == '\n' || r >= ' ' && r < 0x7f {
		return r
	}
	if known, ok := a.known[r]; ok {
		return known
	}
	i, err := a.font.GlyphIndex(&a.buf, r)
	out := r
	switch {
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		out = -1 // it joins or varies its neighbours and has no shape of its own
	case unicode.IsSpace(r):
		out = ' '
	case err != nil, i == 0, r > 0xffff, leftward(r):
		out = absent
	}
	a.known[r] = out
	return out
}

// leftward says whether a letter is written from right to left: in the order of
// the others it would spell another word.
func leftward(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}
