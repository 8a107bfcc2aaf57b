package store

import (
	"net/url"
	"path/filepath"
	"strings"
)

// synchronous says whether a change that was acknowledged is on disk.
type synchronous string

const (
	full synchronous = "FULL"
	off  synchronous = "OFF"
)

// patience is how long a connection waits for another one's lock.
const patience = "_pragma=busy_timeout(10000)"

// writing sets per connection what the file needs: to wait for others, to keep
// readers and writer apart, to honour references, to have what was acknowledged on
// disk, and to overwrite what is deleted. A file that may be lost is about nobody:
// nothing in it is overwritten, and more is kept in memory and in its log.
func writing(path string, disk synchronous) string {
	options := []string{patience, "_pragma=journal_mode(WAL)", "_pragma=foreign_keys(1)",
		"_pragma=synchronous(" + string(disk) + ")", "_txlock=immediate"}
	if disk == off {
		return address(path, append(options, "_pragma=secure_delete(0)", "_pragma=cache_size(-64000)", "_pragma=wal_autocheckpoint(16000)")...)
	}
	return address(path, append(options, "_pragma=secure_delete(1)")...)
}

// reading is the same file, of which nothing can be changed. Of what it read it
// keeps less than a megabyte: the system keeps the file in memory anyhow.
func reading(path string) string {
	return address(path, patience, "_pragma=journal_mode(WAL)", "_pragma=foreign_keys(1)",
		"_pragma=synchronous(FULL)", "_pragma=secure_delete(1)", "_pragma=query_only(1)", "_pragma=cache_size(-1000)")
}

// looking leaves a file as it is, whoever made it.
func looking(path string) string { return address(path, patience, "mode=ro") }

// alone reads a file that nobody else has, and puts nothing beside it.
func alone(path string) string { return address(path, "mode=ro", "immutable=1") }

func address(path string, options ...string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // a drive letter
	}
	return "file:" + (&url.URL{Path: p}).EscapedPath() + "?" + strings.Join(options, "&")
}
