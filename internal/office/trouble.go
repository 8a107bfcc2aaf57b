package office

// Trouble is something wrong with the file or the disk under it: it is said in
// a sentence of its own (refusal.KEY).
type Trouble struct{ key, text string }

func (t *Trouble) Error() string { return t.text }

// Refused gives the sentence's key in the catalogue.
func (t *Trouble) Refused() (key string, args map[string]string) { return t.key, nil }

// A store refuses a file, or a change to it, with one of these.
var (
	ErrNewer    = &Trouble{"file-newer", "this file was made by a newer version of Leermoment"}
	ErrForeign  = &Trouble{"file-foreign", "this file was not made by Leermoment"}
	ErrNetwork  = &Trouble{"file-network", "this file is on a network share, where it could be damaged"}
	ErrDamaged  = &Trouble{"file-damaged", "this file is damaged"}
	ErrMixed    = &Trouble{"file-mixed", "the -wal file beside this file belongs to another one"}
	ErrGone     = &Trouble{"file-gone", "this file was removed or replaced while it was open"}
	ErrFull     = &Trouble{"file-full", "the disk is full"}
	ErrDisk     = &Trouble{"file-disk", "the disk cannot be read or written"}
	ErrReadOnly = &Trouble{"file-read-only", "the file or its folder cannot be written"}
	ErrBusy     = &Trouble{"file-busy", "another program keeps the file"}
)
