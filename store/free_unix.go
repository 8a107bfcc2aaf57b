//go:build linux || darwin

package store

import "syscall"

// free is how many bytes a user can still write where a folder is.
func free(dir string) (bytes uint64, known bool) {
	var fs syscall.Statfs_t
	if syscall.Statfs(dir, &fs) != nil {
		return 0, false
	}
	return fs.Bavail * uint64(fs.Bsize), true
}
