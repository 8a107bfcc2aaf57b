package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"leermoment/internal/office"
)

// The file is refused with one of these.
var (
	ErrNewer   = errors.New("this file was made by a newer version of Leermoment")
	ErrForeign = errors.New("this file was not made by Leermoment")
	ErrNetwork = errors.New("this file is on a network share, where it could be damaged; put it on a local disk")
)

// readers is how many reads may run at once.
const readers = 4

// Store is one open file. It implements office.Store.
type Store struct {
	path  string
	write *sql.DB // one handle
	read  *sql.DB
	seen  *sql.Conn // sees the commits of every other connection
	mu    sync.Mutex
}

var _ office.Store = (*Store)(nil)

// Open opens the file, making it where it is not there, and brings it to the
// present form. Errors: ErrNewer, ErrForeign, ErrNetwork, or of the system.
func Open(ctx context.Context, path string) (*Store, error) { return open(ctx, path, "FULL") }

// OpenFast opens a file that may be lost, such as a demo being built: it does
// not wait for the disk.
func OpenFast(ctx context.Context, path string) (*Store, error) { return open(ctx, path, "OFF") }

func open(ctx context.Context, path, synchronous string) (*Store, error) {
	if err := prepare(path); err != nil {
		return nil, err
	}
	s := &Store{path: path}
	if err := s.connect(ctx, synchronous); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// prepare makes the folder and an empty file that only its owner can read.
func prepare(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if onNetwork(filepath.Dir(path)) {
		return ErrNetwork
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func (s *Store) connect(ctx context.Context, synchronous string) (err error) {
	if s.write, err = sql.Open("sqlite", dsn(s.path, synchronous, true)); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if err := migrate(ctx, s.write, s.path); err != nil {
		return err
	}
	if s.read, err = sql.Open("sqlite", dsn(s.path, synchronous, false)); err != nil {
		return err
	}
	s.read.SetMaxOpenConns(readers + 1)
	s.seen, err = s.read.Conn(ctx)
	return err
}

// dsn sets per connection, in this order, what a file needs: to wait for
// others, to keep readers and writer apart, to honour references, to have what
// was acknowledged on disk, and to overwrite what is deleted.
func dsn(path, synchronous string, immediate bool) string {
	q := "_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=foreign_keys(1)" +
		"&_pragma=synchronous(" + synchronous + ")&_pragma=secure_delete(1)"
	if immediate {
		q += "&_txlock=immediate"
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q}).String()
}

// Close closes the file.
func (s *Store) Close() error {
	var errs []error
	if s.seen != nil {
		errs = append(errs, s.seen.Close())
	}
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// Write implements office.Store: one BEGIN IMMEDIATE transaction.
func (s *Store) Write(ctx context.Context, change func(office.Tx) error) error {
	t, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("cannot write: %w", err)
	}
	defer func() { _ = t.Rollback() }() // does nothing after the commit
	if err := change(tx{t}); err != nil {
		return err
	}
	return t.Commit()
}

// Read implements office.Store: one read transaction.
func (s *Store) Read(ctx context.Context, read func(office.Tx) error) error {
	t, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("cannot read: %w", err)
	}
	defer func() { _ = t.Rollback() }() // nothing was changed
	return read(tx{t})
}

// Version implements office.Store: SQLite's own count of what other
// connections have committed, this program's writing one among them.
func (s *Store) Version(ctx context.Context) (version int64, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.seen.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&version)
	return version, err
}

// tx implements office.Tx on one transaction.
type tx struct{ *sql.Tx }
