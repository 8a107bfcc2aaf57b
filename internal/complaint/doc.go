// Package complaint is the domain: a complaint's life as recorded facts, the
// actions that people take on it, what the procedure still owes, and the
// sentences in which the program refuses.
//
// It may import procedure, calendar and event, and nothing else but the
// standard library: no clock, no SQL, no context, no log. Every moment is
// handed in. State changes in one place only, Fold.
package complaint
