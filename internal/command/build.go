package command

import (
	"time"

	"leermoment/internal/lang"
)

// Build says which program this is.
type Build struct {
	Version string
	Commit  string    // "" where it is not known
	Date    time.Time // of the commit, so that the same source makes the same program
	Changed bool      // the source was not that of the commit
}

// say is the version as a person reads it, with commit and date where they are
// known.
func (b Build) say(s *lang.Speaker) string {
	if b.Commit == "" {
		return b.Version
	}
	key := "version.of"
	if b.Changed {
		key = "version.changed"
	}
	return s.T(key, lang.Args{"Version": b.Version, "Commit": b.Commit[:min(len(b.Commit), 12)], "Day": b.Date.UTC().Format(time.DateOnly)})
}
