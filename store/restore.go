package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// keptEnd ends the name of a file that made way for a copy.
const keptEnd = ".before-restore"

// Bring writes what is in a copy beside the file whose place it is to take,
// whole, checked and in the present form, and gives the name of that.
func Bring(ctx context.Context, from, path string) (half string, err error) {
	if from, err = filepath.Abs(from); err != nil {
		return "", err
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", named(err)
	}
	if onNetwork(filepath.Dir(path)) {
		return "", ErrNetwork
	}
	where := alone(from)
	if info, err := os.Stat(from + walEnd); err == nil && info.Size() > 0 {
		if err := leftover(ctx, from); err != nil {
			return "", named(err)
		}
		where = looking(from) // no backup but a file as it lay there: its log is part of it
	}
	if _, err := formOf(ctx, where); err != nil {
		return "", named(err)
	}
	if err := forgetHalves(path + ".restore-"); err != nil {
		return "", err
	}
	if half, err = checkedCopy(ctx, where, path, ".restore-*"+halfEnd); err != nil {
		return "", err
	}
	s, err := Open(ctx, half)
	if err == nil {
		err = errors.Join(s.Close(), toDisk(half))
	}
	if err != nil {
		return "", errors.Join(err, remove(half))
	}
	return half, nil
}

// Swap puts a file from Bring in the place of another one, which is kept beside
// it under the name given back; "" where there was none. Whenever it is cut
// short, the old file is there whole, under its own name or the new one.
// ErrBusy says that another program has it open.
func Swap(ctx context.Context, path, half string, now time.Time) (kept string, err error) {
	old, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", rename(half, path)
	}
	if err != nil {
		return "", named(err)
	}
	release, whole, err := hold(ctx, path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, release()) }()
	if err := forgetHalfWay(path, old); err != nil {
		return "", named(err)
	}
	if err := errors.Join(os.Chmod(half, old.Mode().Perm()), sameOwner(half, old)); err != nil {
		return "", named(err)
	}
	kept = keptName(path, now)
	ends := []string{""}
	if !whole { // what could not be taken in goes along with its file
		ends = []string{walEnd, journalEnd, ""}
	}
	for _, end := range ends {
		if err := another(path+end, kept+end); err != nil {
			return "", named(err)
		}
	}
	if err := folderToDisk(filepath.Dir(path)); err != nil {
		return "", named(err)
	}
	for _, end := range []string{walEnd, journalEnd, shmEnd} {
		if err := remove(path + end); err != nil {
			return "", named(err)
		}
	}
	if runtime.GOOS == "windows" { // which renames nothing over an open file
		if err := release(); err != nil {
			return "", err
		}
	}
	return kept, rename(half, path)
}

// keptName is a name with the moment in it that nothing has yet.
func keptName(path string, now time.Time) string {
	at := path + "." + now.Format("2006-01-02T15.04.05")
	for n := 1; ; n++ {
		name := at + keptEnd
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", at, n, keptEnd)
		}
		if _, err := os.Lstat(name); err != nil {
			return name
		}
	}
}

// Free makes sure that no other program has a file open; ErrBusy.
func Free(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	release, _, err := hold(ctx, path)
	if err != nil {
		return err
	}
	return release()
}

// hold takes a file's log into it, so that it is whole by itself, and keeps other
// programs out until it is released. A file that is damaged is left as it is.
func hold(ctx context.Context, path string) (release func() error, whole bool, err error) {
	nothing := func() error { return nil }
	if path, err = filepath.Abs(path); err != nil {
		return nothing, false, err
	}
	if err := leftover(ctx, path); err != nil {
		return nothing, false, unheld(path, err)
	}
	if _, err := identify(ctx, path); err != nil {
		return nothing, false, unheld(path, named(err))
	}
	db, err := sql.Open("sqlite", address(path, "mode=rw", "_pragma=busy_timeout(0)", "_pragma=locking_mode(EXCLUSIVE)"))
	if err != nil {
		return nothing, false, err
	}
	db.SetMaxOpenConns(1)
	var mode string
	err = db.QueryRowContext(ctx, `PRAGMA journal_mode = DELETE`).Scan(&mode)
	if err == nil {
		_, err = db.ExecContext(ctx, `BEGIN EXCLUSIVE`)
	}
	if err != nil {
		return nothing, false, errors.Join(unheld(path, named(err)), db.Close())
	}
	return db.Close, true, remove(path + shmEnd) // left by who looked before
}

// unheld lets a file that cannot be read make way as well, unless it can be told
// that another program has it open.
func unheld(path string, err error) error {
	if surelyInUse && inUse(path) {
		return ErrBusy
	}
	for _, damage := range []error{ErrDamaged, ErrMixed, ErrForeign, ErrDisk} {
		if errors.Is(err, damage) {
			return nil
		}
	}
	return err
}

// another gives a file another name besides its own; where that cannot be, a
// copy. A file that is not there needs none.
func another(name, to string) error {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	err := os.Link(name, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	half := to + halfEnd
	if err := copyOf(name, half); err != nil {
		return errors.Join(err, remove(half))
	}
	return newName(half, to)
}

func copyOf(name, to string) (err error) {
	from, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	return errors.Join(err, f.Sync(), f.Close())
}

// forgetHalfWay takes away the second names of a file that a Swap which was cut
// short has left.
func forgetHalfWay(path string, file fs.FileInfo) error {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := filepath.Join(filepath.Dir(path), e.Name())
		if !strings.HasPrefix(e.Name(), filepath.Base(path)+".") || !strings.HasSuffix(e.Name(), keptEnd) {
			continue
		}
		if info, err := os.Stat(name); err == nil && os.SameFile(info, file) {
			if err := errors.Join(remove(name), remove(name+walEnd)); err != nil {
				return err
			}
		}
	}
	return nil
}

func rename(half, path string) error {
	if err := os.Rename(half, path); err != nil {
		return named(fmt.Errorf("the copy could not be put in place: %w", err))
	}
	return named(folderToDisk(filepath.Dir(path)))
}
