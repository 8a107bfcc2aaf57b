// Package wording says what people read of a dossier and of a form: the same
// words on a screen and line by line.
//
// It may import office, complaint, procedure, calendar and lang.
package wording
