package organisation

import (
	"leermoment/internal/calendar"
	"leermoment/internal/event"
)

// Deputy stands in for somebody, the first and the last day included. Both are IDs.
type Deputy struct {
	For, By     string
	From, Until calendar.Day
}

// StandsInFor are those for whom somebody (an ID) stands in on a day.
func (o *Organisation) StandsInFor(id string, on calendar.Day) []Member {
	var out []Member
	for _, d := range o.Deputies {
		if m, ok := o.Member(d.For); ok && d.By == id && !on.Before(d.From) && !on.After(d.Until) {
			out = append(out, m)
		}
	}
	return out
}

// DeputySetEvent: somebody stands in for somebody else for a time.
type DeputySetEvent struct {
	For   string       `json:"for" part:"figure"`
	By    string       `json:"by" part:"figure"`
	From  calendar.Day `json:"from" part:"figure"`
	Until calendar.Day `json:"until" part:"figure"`
}

// EventName implements event.Event.
func (DeputySetEvent) EventName() string { return "deputy-set" }

func (e DeputySetEvent) apply(o *Organisation, _ event.Recorded) {
	o.Deputies = append(o.Deputies, Deputy(e))
}
