package store

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"leermoment/internal/office"
)

// The file is refused with one of these.
var (
	ErrNewer    = office.ErrNewer
	ErrForeign  = office.ErrForeign
	ErrNetwork  = office.ErrNetwork
	ErrDamaged  = office.ErrDamaged
	ErrMixed    = office.ErrMixed
	ErrGone     = office.ErrGone
	ErrFull     = office.ErrFull
	ErrNoRoom   = office.ErrNoRoom
	ErrDisk     = office.ErrDisk
	ErrReadOnly = office.ErrReadOnly
	ErrBusy     = office.ErrBusy
)

// named gives the refusals of SQLite and of the system our names.
func named(err error) error {
	if err == nil {
		return nil
	}
	if trouble := troubleOf(err); trouble != nil && !errors.Is(err, trouble) {
		return fmt.Errorf("%w: %w", trouble, err)
	}
	return err
}

func troubleOf(err error) error {
	switch code(err) & 0xff {
	case lib.SQLITE_NOTADB:
		return ErrForeign
	case lib.SQLITE_CORRUPT:
		return ErrDamaged
	case lib.SQLITE_FULL:
		return ErrFull
	case lib.SQLITE_IOERR:
		if code(err) == lib.SQLITE_IOERR_SHMSIZE { // no room to share memory with other programs
			return ErrFull
		}
		return ErrDisk
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM, lib.SQLITE_AUTH:
		return ErrReadOnly
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return ErrBusy
	}
	return systemTrouble(err)
}

// systemTrouble is the same of what the system itself refuses.
func systemTrouble(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return ErrFull
	case errors.Is(err, syscall.EIO):
		return ErrDisk
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return ErrReadOnly
	}
	return nil
}

// taken says that a row is there already.
func taken(err error) bool { return code(err) == lib.SQLITE_CONSTRAINT_UNIQUE }

// code is SQLite's extended result code, 0 where the error is not its own.
func code(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code()
}

func notFound(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return office.ErrNotFound
	}
	return err
}
