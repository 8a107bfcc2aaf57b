package uitest

import (
	"strings"
	"testing"
)

func TestAPictureHasTheColoursOfItsScreen(t *testing.T) {
	var out strings.Builder
	p := pen{}.line(&out, "a\x1b[1;38;2;255;0;16m<b>\x1b[7m c\x1b[27m\x1b[m d", 2)
	if p != (pen{}) {
		t.Errorf("after a reset the pen is %+v", p)
	}
	want := `<text x="14.0" y="63.5" textLength="8.4" fill="#E6E4DF" xml:space="preserve">a</text>
<text x="22.4" y="63.5" textLength="25.2" fill="#ff0010" font-weight="bold" xml:space="preserve">&lt;b&gt;</text>
<rect x="47.6" y="50" width="16.8" height="18" fill="#ff0010"/>
<text x="47.6" y="63.5" textLength="16.8" fill="#16181D" font-weight="bold" xml:space="preserve"> c</text>
<text x="64.4" y="63.5" textLength="16.8" fill="#E6E4DF" xml:space="preserve"> d</text>
`
	if out.String() != want {
		t.Errorf("got\n%s", out.String())
	}
}
