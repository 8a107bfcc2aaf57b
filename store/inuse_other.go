//go:build !linux

package store

const surelyInUse = false

// inUse cannot be told on this system, so that it may be.
func inUse(string) bool { return true }
