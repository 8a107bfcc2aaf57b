package office

import "errors"

// Trouble is something wrong with the file or the disk under it: it is said in
// a sentence of its own (refusal.KEY).
type Trouble struct {
	error
	key string
}

// Refused gives the sentence's key in the catalogue.
func (t *Trouble) Refused() (key string, args map[string]string) { return t.key, nil }

// A store refuses a file, or a change to it, with one of these.
var (
	ErrNewer    = &Trouble{errors.New("this file was made by a newer version of Leermoment"), "file-newer"}
	ErrForeign  = &Trouble{errors.New("this file was not made by Leermoment"), "file-foreign"}
	ErrNetwork  = &Trouble{errors.New("this file is on a network share, where it could be damaged"), "file-network"}
	ErrDamaged  = &Trouble{errors.New("this file is damaged"), "file-damaged"}
	ErrMixed    = &Trouble{errors.New("the -wal file beside this file belongs to another one"), "file-mixed"}
	ErrGone     = &Trouble{errors.New("this file was removed or replaced while it was open"), "file-gone"}
	ErrFull     = &Trouble{errors.New("the disk is full"), "file-full"}
	ErrNoRoom   = &Trouble{errors.New("there is too little room on the disk for a copy"), "file-no-room"}
	ErrDisk     = &Trouble{errors.New("the disk cannot be read or written"), "file-disk"}
	ErrReadOnly = &Trouble{errors.New("the file or its folder cannot be written"), "file-read-only"}
	ErrBusy     = &Trouble{errors.New("another program keeps the file"), "file-busy"}
)
