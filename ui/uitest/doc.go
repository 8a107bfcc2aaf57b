// Package uitest drives a terminal program in a test as a person would, and
// without a terminal: press, type, paste and read the screen. Everything
// happens on the test's own goroutine. Commands that the program returns are
// run until none are left, however long one takes, so that a test never waits
// and never sleeps.
//
// It is for tests only and imports nothing of ours.
package uitest
