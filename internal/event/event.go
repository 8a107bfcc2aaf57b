// Package event is what every recorded fact has in common: its envelope, how
// its content is split into figures and personal content, and how it is
// written down and read back.
//
// It imports nothing of ours. A figure is a value from which no person can be
// recognised (kinds, severity, category, times, scores); everything else is
// personal and can one day be destroyed (S38) while the figures stay.
package event

import "time"

// Event is the content of one recorded fact. EventName is its name on disk; it
// never changes once an event has been recorded anywhere.
type Event interface{ EventName() string }

// Envelope is one recorded fact as it is stored. Times are UTC, whole seconds.
type Envelope struct {
	Stream     string // "2026-001", "M-2026-001", "office" …
	Seq        int    // 1, 2, 3 … within the stream
	HappenedAt time.Time
	RecordedAt time.Time
	Actor      string // opaque id of a member of staff; "" is the program itself
	For        string // on whose behalf, as a deputy; "" his own
	Name       string
	Figures    []byte // JSON object
	Personal   []byte // JSON object; nil once destroyed
	Salt       []byte // beside the personal part; nil once destroyed

	FiguresDigest  []byte // SHA-256 of Figures
	PersonalDigest []byte // SHA-256 of Salt and Personal
}

// Recorded is a fact read back: the decoded event with when and by whom.
type Recorded struct {
	Seq        int
	HappenedAt time.Time
	RecordedAt time.Time
	Actor      string
	For        string // on whose behalf, as a deputy
	Event      Event
}
