// Package store keeps everything in one SQLite file. It is the only place with
// SQL.
//
// It may import complaint, event and office (the types of its interfaces). It
// computes nothing of the procedure: it stores moments and compares them.
package store
