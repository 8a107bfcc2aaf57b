package kit

import (
	"strconv"

	"leermoment/internal/lang"
)

// position is "3 van 7" in the speaker's language.
func position(speaker *lang.Speaker, at, total int) string {
	return strconv.Itoa(at) + " " + speaker.T("kit.of") + " " + strconv.Itoa(total)
}
