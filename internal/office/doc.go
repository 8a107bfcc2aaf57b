// Package office holds the use cases: load the facts, decide, append, read, for
// one viewer. It declares what it needs of a store in small interfaces.
//
// It may import complaint, organisation, procedure, calendar, event and letter.
// What a viewer may not see is not in what the office returns; nothing above
// it filters.
package office
