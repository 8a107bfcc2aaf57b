// Package linear is the whole program as plain questions and answers, line by
// line: for a screen reader, or a bad line. It draws nothing and never goes back
// over what it said; what a screen says by a sign or a colour, it says by a word.
//
// It may import wording, office, organisation, complaint, procedure, calendar
// and lang.
package linear
