package command

import (
	"context"
	"io/fs"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// Keeper looks after the file as a whole: copies of it, and how it lies on its
// disk. What it does needs nobody's permission: who can write the file can do
// everything.
type Keeper interface {
	// Backup writes a checked copy under a new name; fs.ErrExist, and
	// fs.ErrNotExist where there is no file or no such folder.
	Backup(ctx context.Context, file, to string) (Content, error)
	// Restore brings a copy beside the file and says what would change.
	Restore(ctx context.Context, file, from string) (Restoring, error)
	// Doctor looks at everything; what cannot be looked at says so in it.
	Doctor(ctx context.Context, file string) Condition
}

// Content is what a file holds. Language is the organisation's.
type Content struct {
	office.Examination
	Language string
}

// Restoring is a copy that is ready to take the place of the file.
type Restoring struct {
	Copy   Content
	There  bool          // there is a file now
	Broken error         // why that one cannot be read
	Lost   office.Beyond // what it holds beyond the copy
	// Replace does it and says under which name the old file is kept, "" for none.
	Replace func(ctx context.Context) (kept string, err error)
	Drop    func() error // leaves all as it is
}

// Condition is all that doctor looks at.
type Condition struct {
	There      bool
	Broken     error // why the file does not open, or is not whole
	Content    Content
	Size       uint64
	Free       uint64
	FreeKnown  bool
	File, Dir  fs.FileMode // 0: the system has no such thing
	Network    bool
	Changed    time.Time
	LastCopy   time.Time
	Terminal   Terminal
	Unexamined error // how it lies on the disk could not be seen
}

// Terminal is where the output goes. Colours is a word of the catalogue:
// none, sixteen, many, all.
type Terminal struct {
	There         bool
	Width, Height int
	Colours       string
	UTF8          bool
}

// speaking speaks the language that was asked for, else the file's.
func (a *app) speaking(c Content) *lang.Speaker {
	if a.flags.lang == "" {
		a.flags.lang = c.Language
	}
	return a.words()
}

// holding says what a file holds, as the parts of a sentence.
func holding(s *lang.Speaker, c Content, file string) lang.Args {
	return lang.Args{"File": file, "Complaints": s.N("copies.complaints", c.Complaints), "Facts": s.N("copies.facts", c.Facts), "Until": s.Moment(c.Last), "Last": s.Moment(c.Last)}
}

// behind counts the lists that are to be made anew: the facts are whole.
func (c Content) behind() int { return len(c.Only(office.Behind)) }
