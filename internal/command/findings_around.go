package command

import (
	"io/fs"
	"path/filepath"

	"leermoment/internal/lang"
)

const (
	othersWrite fs.FileMode = 0o022
	othersRead  fs.FileMode = 0o004

	leastWidth, leastHeight = 60, 16
)

func (a *app) permissions(c Condition) finding {
	switch {
	case c.Unexamined != nil:
		return finding{check: "permissions", state: isBad, said: fileTrouble(c.Unexamined, a.words())}
	case !c.There:
		return finding{check: "permissions", state: isUnknown, key: "not-seen"}
	case c.Dir == 0:
		return finding{check: "permissions", state: isUnknown, key: "permissions-unknown"}
	case c.File&(othersWrite|othersRead) != 0:
		return finding{check: "permissions", state: isBad, key: "permissions-file", args: lang.Args{"File": a.flags.db}}
	case c.Dir&othersWrite != 0 && c.Dir&fs.ModeSticky == 0:
		return finding{check: "permissions", state: isBad, key: "permissions-folder", args: lang.Args{"File": filepath.Dir(a.flags.db)}}
	}
	return finding{check: "permissions", state: isGood, key: "permissions-good"}
}

func (a *app) clock(s *lang.Speaker, c Condition) finding {
	now := a.edge.Clock()
	args := func(last string) lang.Args { return lang.Args{"Now": s.Moment(now), "Last": last} }
	switch {
	case c.opened() && now.Add(clockSlack).Before(c.Content.Last):
		return finding{check: "clock", state: isBad, key: "clock-behind", args: args(s.Moment(c.Content.Last))}
	case now.Add(clockSlack).Before(c.Changed):
		return finding{check: "clock", state: isBad, key: "clock-changed", args: args(s.Moment(c.Changed))}
	}
	return finding{check: "clock", state: isGood, key: "clock-good", args: args("")}
}

func copies(s *lang.Speaker, c Condition) finding {
	switch {
	case !c.There:
		return finding{check: "copies", state: isUnknown, key: "not-seen"}
	case c.LastCopy.IsZero():
		return finding{check: "copies", state: isBad, key: "copies-none"}
	case c.Changed.Sub(c.LastCopy) > oldCopy:
		return finding{check: "copies", state: isBad, key: "copies-old", args: lang.Args{"At": s.Moment(c.LastCopy)}}
	}
	return finding{check: "copies", state: isGood, key: "copies-good", args: lang.Args{"At": s.Moment(c.LastCopy)}}
}

func terminal(s *lang.Speaker, c Condition) finding {
	t := c.Terminal
	colours := ""
	if t.There {
		colours = s.T("doctor.colours-" + t.Colours)
	}
	seen := lang.Args{"Width": t.Width, "Height": t.Height, "Colours": colours}
	switch {
	case !t.There:
		return finding{check: "terminal", state: isUnknown, key: "terminal-none"}
	case t.Width < leastWidth || t.Height < leastHeight:
		return finding{check: "terminal", state: isBad, key: "terminal-small", args: seen}
	case !t.UTF8:
		return finding{check: "terminal", state: isBad, key: "terminal-letters"}
	}
	return finding{check: "terminal", state: isGood, key: "terminal-good", args: seen}
}
