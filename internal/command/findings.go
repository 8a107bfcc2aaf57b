package command

import (
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// state is how a check came out: a word of the catalogue.
type state string

const (
	isGood    state = "good"
	isBad     state = "bad"
	isUnknown state = "unknown"
)

// finding is what a check found: a sentence by its key, or said already.
type finding struct {
	check  string
	state  state
	key    string
	args   lang.Args
	plural bool
	n      int
	said   string
}

const (
	mega = 1 << 20
	// leastRoom is the room without which no day's work is safe.
	leastRoom = 100 * mega
	// oldCopy is after how long a copy is too old, where more was recorded since.
	oldCopy = 7 * 24 * time.Hour
	// clockSlack is how far a clock may be off.
	clockSlack = 5 * time.Minute
)

// findings are all checks in their order, each with what to do about it.
func (a *app) findings(s *lang.Speaker, c Condition) []finding {
	return []finding{a.database(s, c), facts(s, c), lists(s, c), space(c), a.permissions(c), a.clock(s, c), copies(s, c), disk(c), terminal(s, c)}
}

func (a *app) database(s *lang.Speaker, c Condition) finding {
	switch {
	case c.Broken != nil:
		return finding{check: "database", state: isBad, said: fileTrouble(c.Broken, s)}
	case !c.There:
		return finding{check: "database", state: isBad, key: "database-missing", args: lang.Args{"File": a.flags.db}}
	case c.Content.Facts == 0:
		return finding{check: "database", state: isGood, key: "database-empty"}
	}
	return finding{check: "database", state: isGood, key: "database-good", args: holding(s, c.Content, a.flags.db)}
}

// opened says whether what is in the file could be read.
func (c Condition) opened() bool { return c.There && c.Broken == nil }

func facts(s *lang.Speaker, c Condition) finding {
	if !c.opened() {
		return finding{check: "facts", state: isUnknown, key: "not-seen"}
	}
	for _, kind := range office.FlawKinds() {
		if flaws := c.Content.Only(kind); len(flaws) > 0 && kind != office.Behind {
			return finding{check: "facts", state: isBad, key: "facts-" + string(kind), args: lang.Args{"Where": where(s, streams(flaws))}, plural: true, n: len(flaws)}
		}
	}
	return finding{check: "facts", state: isGood, key: "facts-good"}
}

func lists(s *lang.Speaker, c Condition) finding {
	if !c.opened() {
		return finding{check: "lists", state: isUnknown, key: "not-seen"}
	}
	if flaws := c.Content.Only(office.Behind); len(flaws) > 0 {
		return finding{check: "lists", state: isBad, key: "lists-behind", args: lang.Args{"Where": where(s, streams(flaws))}}
	}
	return finding{check: "lists", state: isGood, key: "lists-good"}
}

// streams are the subjects of flaws, each once.
func streams(flaws []office.Flaw) (out []string) {
	seen := map[string]bool{}
	for _, f := range flaws {
		name := f.Stream
		if name == "" {
			name = "–"
		}
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

func space(c Condition) finding {
	need := max(leastRoom, 2*c.Size) // the work, and a copy of it
	switch {
	case !c.FreeKnown:
		return finding{check: "space", state: isUnknown, key: "space-unknown"}
	case c.Free < need:
		return finding{check: "space", state: isBad, key: "space-low", args: lang.Args{"Free": c.Free / mega, "Need": need / mega}}
	}
	return finding{check: "space", state: isGood, key: "space-good", args: lang.Args{"Free": c.Free / mega}}
}

func disk(c Condition) finding {
	if c.Network {
		return finding{check: "disk", state: isBad, key: "disk-network"}
	}
	return finding{check: "disk", state: isGood, key: "disk-good"}
}
