//go:build !unix

package store

import "io/fs"

// sameOwner has nothing to do where a file belongs to whoever may write its folder.
func sameOwner(string, fs.FileInfo) error { return nil }
