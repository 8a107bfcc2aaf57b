package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Backup writes a whole copy of the file under a new name, in any folder, while
// others work in it. The copy is read by look before it gets its name; a file
// that is there is never overwritten (fs.ErrExist).
func (s *Store) Backup(ctx context.Context, to string, look func(*Store) error) error {
	to, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		return fmt.Errorf("%s: %w", to, fs.ErrExist)
	}
	if err := forgetHalves(to + "."); err != nil {
		return err
	}
	half, err := checkedCopy(ctx, looking(s.path), to, ".*"+halfEnd)
	if err != nil {
		return err
	}
	copied, err := OpenCopy(ctx, half)
	if err == nil {
		err = errors.Join(look(copied), copied.Close())
	}
	if err == nil {
		err = newName(half, to)
	}
	if err != nil {
		return errors.Join(named(err), remove(half))
	}
	return named(folderToDisk(filepath.Dir(to)))
}

// OpenCopy opens a copy that nobody else has, to be read only; nothing is changed in it or put beside it.
func OpenCopy(ctx context.Context, path string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	form, err := formOf(ctx, alone(path))
	if err != nil {
		return nil, named(err)
	}
	names, err := stepNames(migrations)
	if err != nil {
		return nil, err
	}
	if form > len(names) {
		return nil, ErrNewer
	}
	s := newStore(path)
	s.form = len(names)
	if s.file, err = os.Stat(path); err != nil {
		return nil, err
	}
	if s.read, err = sql.Open("sqlite", alone(path)); err != nil {
		return nil, err
	}
	return s, nil
}

// newName gives a finished file its name, where nothing has that name yet.
func newName(half, to string) error {
	err := os.Link(half, to)
	if err == nil {
		return os.Remove(half)
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	// a file system without second names, such as that of a memory stick
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Rename(half, to))
}

// forgetHalves takes away the copies that were cut short when a program was
// killed: what begins so, ends as half a copy, and nobody is at work on.
func forgetHalves(begin string) error {
	entries, err := os.ReadDir(filepath.Dir(begin))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return named(err)
	}
	for _, e := range entries {
		name := filepath.Join(filepath.Dir(begin), e.Name())
		if !strings.HasPrefix(e.Name(), filepath.Base(begin)) || !strings.HasSuffix(name, halfEnd) || surelyInUse && inUse(name) {
			continue
		}
		if err := removeAll(name); err != nil {
			return named(err)
		}
	}
	return nil
}

// removeAll removes a file and what SQLite keeps beside it.
func removeAll(name string) error {
	var errs []error
	for _, end := range []string{"", walEnd, shmEnd, journalEnd} {
		errs = append(errs, remove(name+end))
	}
	return errors.Join(errs...)
}

func remove(name string) error {
	if err := os.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// folderToDisk waits until names in a folder are on disk. Where a system cannot
// do that it need not.
func folderToDisk(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = f.Sync() // not every system knows how
	return f.Close()
}
