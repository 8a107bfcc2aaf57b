package organisation

import (
	"time"

	"leermoment/internal/event"
)

// ClockTrustedEvent: the clock is right; that of the last fact before this one
// was ahead, and said this.
type ClockTrustedEvent struct {
	Ahead time.Time `json:"ahead" part:"figure"`
}

// EventName implements event.Event.
func (ClockTrustedEvent) EventName() string { return "clock-trusted" }

func (ClockTrustedEvent) apply(*Organisation, event.Recorded) {}
