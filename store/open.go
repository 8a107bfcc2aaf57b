package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"leermoment/internal/office"
)

// readers is how many reads may run at once. More of them answer fifty people no
// sooner on two cores, and each keeps some megabytes.
const readers = 2

// Store is one open file. It implements office.Store and is safe for
// concurrent use.
type Store struct {
	path  string
	file  os.FileInfo // the one that was opened
	form  int         // the present one
	write *sql.DB     // one handle
	read  *sql.DB
	// Who reads and who writes waits in turn: a pool of connections serves its
	// waiters in any order, so that under load somebody waits for ever.
	reading *handles
	writing *handles
}

var _ office.Store = (*Store)(nil)

// Open opens the file, making it where it is not there, and brings it to the
// present form. Errors: ErrNewer, ErrForeign, ErrNetwork, ErrDamaged, ErrMixed,
// ErrFull, ErrDisk, ErrReadOnly, ErrBusy, or of the system.
func Open(ctx context.Context, path string) (*Store, error) { return open(ctx, path, full) }

// OpenFast opens a file that may be lost, such as a demo being built: it does
// not wait for the disk and wipes nothing.
func OpenFast(ctx context.Context, path string) (*Store, error) { return open(ctx, path, off) }

func open(ctx context.Context, path string, disk synchronous) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := prepare(path); err != nil {
		return nil, named(err)
	}
	if err := leftover(ctx, path); err != nil {
		return nil, named(err)
	}
	form, err := identify(ctx, path)
	if err != nil {
		return nil, named(err)
	}
	s := newStore(path)
	if s.file, err = os.Stat(path); err != nil {
		return nil, named(err)
	}
	if err := s.connect(ctx, disk, form); err != nil {
		return nil, errors.Join(named(err), s.Close())
	}
	return s, nil
}

func newStore(path string) *Store {
	return &Store{path: path, reading: newHandles(readers), writing: newHandles(1)}
}

// prepare makes the folder and an empty file that only its owner can read. A
// file that is there is not opened: closing it again would take away the locks
// that SQLite holds on it elsewhere in this program.
func prepare(path string) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if onNetwork(dir) {
		return ErrNetwork
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

func (s *Store) connect(ctx context.Context, disk synchronous, form int) (err error) {
	if s.write, err = sql.Open("sqlite", writing(s.path, disk)); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if err := migrate(ctx, s.write, s.path, form, migrations); err != nil {
		return err
	}
	names, err := stepNames(migrations)
	if err != nil {
		return err
	}
	s.form = len(names)
	if s.read, err = sql.Open("sqlite", reading(s.path)); err != nil {
		return err
	}
	s.reading.renews = true
	return s.read.PingContext(ctx)
}

// Close closes the file. One that is gone stays as it is until the program
// ends: SQLite would take away what now bears the name of its log.
func (s *Store) Close() error {
	if s.file != nil && errors.Is(s.still(), ErrGone) {
		return nil
	}
	s.reading.close()
	s.writing.close()
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}
