//go:build linux && (amd64 || arm64)

package store_test

import (
	"errors"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"

	"leermoment/store"
)

// faultyDisk stands between SQLite and the system: the call of this number, and
// those after it, go wrong.
type faultyDisk struct {
	writes, reads int // so many still go well; -1: all
	errno         int32
	short         bool // the first one that goes wrong is written by half
}

// between puts the disk in place until the test ends. Tests of this package
// run one after the other, so nobody else meets it.
func between(t *testing.T) *faultyDisk {
	t.Helper()
	d := &faultyDisk{writes: -1, reads: -1}
	tls := libc.NewTLS()
	vfs := sqlite3.Xsqlite3_vfs_find(tls, 0)
	set := func(call string, hook uintptr) {
		name, err := libc.CString(call)
		if err != nil {
			t.Fatal(err)
		}
		defer libc.Xfree(tls, name)
		f := (*(**sqlite3.Tsqlite3_vfs)(unsafe.Pointer(&vfs))).FxSetSystemCall
		if rc := (*(*func(*libc.TLS, uintptr, uintptr, uintptr) int32)(unsafe.Pointer(&struct{ uintptr }{f})))(tls, vfs, name, hook); rc != sqlite3.SQLITE_OK {
			t.Fatalf("%s cannot be stood in for: %d", call, rc)
		}
	}
	write := func(tls *libc.TLS, fd int32, buf uintptr, n libc.Tsize_t) libc.Tssize_t {
		if n, ok := d.fails(tls, &d.writes, n); ok {
			return libc.Xwrite(tls, fd, buf, n)
		}
		return -1
	}
	pwrite := func(tls *libc.TLS, fd int32, buf uintptr, n libc.Tsize_t, at libc.Toff_t) libc.Tssize_t {
		if n, ok := d.fails(tls, &d.writes, n); ok {
			return libc.Xpwrite(tls, fd, buf, n, at)
		}
		return -1
	}
	read := func(tls *libc.TLS, fd int32, buf uintptr, n libc.Tsize_t) libc.Tssize_t {
		if n, ok := d.fails(tls, &d.reads, n); ok {
			return libc.Xread(tls, fd, buf, n)
		}
		return -1
	}
	pread := func(tls *libc.TLS, fd int32, buf uintptr, n libc.Tsize_t, at libc.Toff_t) libc.Tssize_t {
		if n, ok := d.fails(tls, &d.reads, n); ok {
			return libc.Xpread(tls, fd, buf, n, at)
		}
		return -1
	}
	calls := map[string]uintptr{"write": *(*uintptr)(unsafe.Pointer(&write)), "pwrite": *(*uintptr)(unsafe.Pointer(&pwrite)),
		"read": *(*uintptr)(unsafe.Pointer(&read)), "pread": *(*uintptr)(unsafe.Pointer(&pread))}
	for call, hook := range calls {
		set(call, hook)
	}
	t.Cleanup(func() {
		for call := range calls {
			set(call, 0) // as it was
		}
		runtime.KeepAlive([]any{&write, &pwrite, &read, &pread}) // until then: SQLite knows them by their address only
		tls.Close()
	})
	return d
}

// fails counts a call down: whether it goes well, and how many bytes of it.
func (d *faultyDisk) fails(tls *libc.TLS, left *int, n libc.Tsize_t) (libc.Tsize_t, bool) {
	switch {
	case *left < 0:
		return n, true
	case *left > 0:
		*left--
		return n, true
	case d.short && n > 1:
		d.short = false
		return n / 2, true
	}
	errno := libc.X__errno_location(tls)
	**(**int32)(unsafe.Pointer(&errno)) = d.errno
	return 0, false
}

// Whatever write goes wrong, at whichever moment: it is said as what it is,
// nothing that was acknowledged is lost, nothing is half there, and once the disk
// does its work again the program goes on.
func TestFaultyDiskWhileWriting(t *testing.T) {
	disk := between(t)
	for name, c := range map[string]struct {
		errno syscall.Errno
		short bool
		want  []error
	}{
		"a full disk":      {syscall.ENOSPC, false, []error{store.ErrFull}},
		"a failing write":  {syscall.EIO, false, []error{store.ErrDisk}},
		"a short write":    {syscall.ENOSPC, true, []error{store.ErrFull}},
		"a quota":          {syscall.EDQUOT, true, []error{store.ErrDisk}},
		"too large a file": {syscall.EFBIG, true, []error{store.ErrDisk}},
	} {
		t.Run(name, func(t *testing.T) {
			trials, failed, lost := 0, 0, 0
			for after := 0; after < 60; after += max(1, 60/rounds(t, 10)) {
				path := filepath.Join(t.TempDir(), "leermoment.db")
				s := open(t, path)
				disk.writes, disk.errno, disk.short = after, int32(c.errno), c.short
				acknowledged, err := recordUntil(s, 40)
				disk.writes, disk.short = -1, false
				trials++
				if err != nil {
					failed++
					if !oneOf(err, c.want) {
						t.Errorf("after %d: %v", after, err)
					}
				}
				more, err := recordUntil(s, 3)
				if err != nil || more < 3 {
					t.Fatalf("after %d it does not go on: %v", after, err)
				}
				lost += missing(t, path, acknowledged+3)
			}
			t.Logf("%d trials, %d of them went wrong, %d facts lost", trials, failed, lost)
			if failed == 0 || lost > 0 {
				t.Errorf("%d went wrong, %d facts lost", failed, lost)
			}
		})
	}
}

// The same of reading, from opening the file on; with a disk that fails nobody
// takes what is there for damaged for ever.
func TestFaultyDiskWhileReading(t *testing.T) {
	disk := between(t)
	path := made(t, 400)
	trials, failed := 0, 0
	for after := 0; after < 30; after += max(1, 30/rounds(t, 10)) {
		disk.reads, disk.errno = after, int32(syscall.EIO)
		err := readAll(path)
		disk.reads = -1
		trials++
		if err == nil {
			continue
		}
		failed++
		if !oneOf(err, []error{store.ErrDisk, store.ErrReadOnly, store.ErrDamaged}) {
			t.Errorf("after %d: %v", after, err)
		}
	}
	lost := missing(t, path, 400)
	t.Logf("%d trials, %d of them went wrong, %d facts lost", trials, failed, lost)
	if failed == 0 || lost > 0 {
		t.Errorf("%d went wrong, %d facts lost", failed, lost)
	}
}

func oneOf(err error, of []error) bool {
	for _, e := range of {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
