package store

import (
	"database/sql"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"leermoment/internal/office"
)

// The file is refused with one of these.
var (
	ErrNewer   = office.ErrNewer
	ErrForeign = office.ErrForeign
	ErrNetwork = office.ErrNetwork
	ErrDamaged = office.ErrDamaged
)

// named gives SQLite's own refusals of a file our names.
func named(err error) error {
	switch code(err) & 0xff {
	case lib.SQLITE_NOTADB:
		return fmt.Errorf("%w: %w", ErrForeign, err)
	case lib.SQLITE_CORRUPT:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
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
