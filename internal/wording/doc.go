// Package wording says in a person's language what the program knows as data,
// the same words on a screen, line by line and on the command line: what stands
// in a dossier, a paper and a form, the faults in a procedure's file, and what
// another procedure would change.
//
// It may import office, complaint, procedure, calendar and lang.
package wording
