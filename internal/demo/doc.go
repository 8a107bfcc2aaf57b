// Package demo makes a database of made-up complaints of a training company by
// taking the real actions at set moments; it writes no row itself.
//
// It may import office, complaint, procedure and calendar.
package demo
