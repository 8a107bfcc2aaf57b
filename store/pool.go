package store

import (
	"errors"
	"fmt"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// pooled is how many pages of files all connections of a program hold together,
// and with them what a question puts aside: 2.5 MB.
const pooled = 600

// pageSize is that of our files, in bytes.
const pageSize = 4096

var errNoPool = errors.New("no memory for a pool of pages")

// PoolPages has all connections of this program keep their pages in one piece of
// memory. Else each question may put aside 2 MB in each of its steps, and what
// allocates for SQLite takes 8 kB for a page. Once the pool is full what was not
// read for longest makes place, and what a question put aside goes to a temporary
// file. It is called once, before the first file is opened; later it is an error.
func PoolPages() error {
	tls := libc.NewTLS()
	defer tls.Close()
	told := libc.Xmalloc(tls, libc.Tsize_t(4*unsafe.Sizeof(uintptr(0)))) // its arguments lie there one by one
	if told == 0 {
		return errNoPool
	}
	defer libc.Xfree(tls, told)
	header := told + 3*unsafe.Sizeof(uintptr(0))
	if rc := sqlite3.Xsqlite3_config(tls, sqlite3.SQLITE_CONFIG_PCACHE_HDRSZ, libc.VaList(told, header)); rc != sqlite3.SQLITE_OK {
		return fmt.Errorf("no pool of pages: SQLite says %d", rc)
	}
	slot := pageSize + libc.AtomicLoadPInt32(header)
	memory := libc.Xmalloc(tls, libc.Tsize_t(pooled*slot)) // for as long as the program runs
	if memory == 0 {
		return errNoPool
	}
	if rc := sqlite3.Xsqlite3_config(tls, sqlite3.SQLITE_CONFIG_PAGECACHE, libc.VaList(told, memory, slot, int32(pooled))); rc != sqlite3.SQLITE_OK {
		libc.Xfree(tls, memory)
		return fmt.Errorf("no pool of pages: SQLite says %d", rc)
	}
	return nil
}
