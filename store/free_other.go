//go:build !linux && !darwin

package store

// free is not told on this system.
func free(string) (bytes uint64, known bool) { return 0, false }
