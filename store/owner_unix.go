//go:build unix

package store

import (
	"io/fs"
	"os"
	"syscall"
)

// sameOwner gives a file the owner of another one, so that a server which runs
// as somebody else can open it.
func sameOwner(name string, as fs.FileInfo) error {
	owner, ok := as.Sys().(*syscall.Stat_t)
	if !ok || int(owner.Uid) == os.Geteuid() && int(owner.Gid) == os.Getegid() {
		return nil
	}
	return os.Chown(name, int(owner.Uid), int(owner.Gid))
}
