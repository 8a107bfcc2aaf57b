package organisation

import (
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Mark is when something was done and by whom (an ID; "" before there was staff).
type Mark struct {
	At time.Time
	By string
}

// Closing is when the office is shut besides weekends and Dutch holidays.
type Closing struct {
	GoodFriday    bool
	LiberationDay bool // 5 May
	Days          []ClosingDays
}

// ClosingDays are some days on which the office is shut, and how that is called.
type ClosingDays struct {
	calendar.Span
	Name string
}

// On gives a calendar these closing days.
func (c Closing) On(cal calendar.Calendar) calendar.Calendar {
	if c.GoodFriday {
		cal = cal.WithGoodFriday()
	}
	if c.LiberationDay {
		cal = cal.WithLiberationDay()
	}
	for _, d := range c.Days {
		cal = cal.Shut(d.Span)
	}
	return cal
}

// DescribedEvent: the organisation is called, or reached, otherwise.
type DescribedEvent struct {
	Language string `json:"language" part:"figure"`
	Name     string `json:"name"`
	Address  string `json:"address"`
	Email    string `json:"email"`
	Phone    string `json:"phone"`
}

// EventName implements event.Event.
func (DescribedEvent) EventName() string { return "described" }

func (e DescribedEvent) apply(o *Organisation, _ event.Recorded) {
	o.Language, o.Name, o.Address, o.Email, o.Phone = e.Language, e.Name, e.Address, e.Email, e.Phone
}

// ClosingDaysSetEvent: from now on the office is shut on these days, and on no
// others; Names are how they are called, in the same order.
type ClosingDaysSetEvent struct {
	GoodFriday    bool            `json:"good_friday" part:"figure"`
	LiberationDay bool            `json:"liberation_day" part:"figure"`
	Days          []calendar.Span `json:"days" part:"figure"`
	Names         []string        `json:"names"`
}

// ClosingDaysSet is the event of a closing.
func ClosingDaysSet(c Closing) ClosingDaysSetEvent {
	e := ClosingDaysSetEvent{GoodFriday: c.GoodFriday, LiberationDay: c.LiberationDay, Days: []calendar.Span{}, Names: []string{}}
	for _, d := range c.Days {
		e.Days, e.Names = append(e.Days, d.Span), append(e.Names, d.Name)
	}
	return e
}

// EventName implements event.Event.
func (ClosingDaysSetEvent) EventName() string { return "closing-days-set" }

func (e ClosingDaysSetEvent) apply(o *Organisation, _ event.Recorded) {
	o.Closing = Closing{GoodFriday: e.GoodFriday, LiberationDay: e.LiberationDay}
	for i, d := range e.Days {
		name := ""
		if i < len(e.Names) {
			name = e.Names[i]
		}
		o.Closing.Days = append(o.Closing.Days, ClosingDays{d, name})
	}
}

// NumberMark is who changed one of the organisation's own numbers, and why.
type NumberMark struct {
	Mark
	NumberSetEvent
}

// NumberSetEvent: for complaints that are received from now on, one of the
// organisation's own numbers is another. Digest names the procedure with it.
type NumberSetEvent struct {
	Digest     string               `json:"digest" part:"figure"`
	Obligation string               `json:"obligation" part:"figure"`
	Number     procedure.NumberName `json:"number" part:"figure"`
	Was        string               `json:"was" part:"figure"`
	Is         string               `json:"is" part:"figure"`
	Reason     string               `json:"reason"`
}

// EventName implements event.Event.
func (NumberSetEvent) EventName() string { return "number-set" }

func (e NumberSetEvent) apply(o *Organisation, r event.Recorded) {
	o.Procedure = e.Digest
	o.Numbers = append(o.Numbers, NumberMark{Mark{r.HappenedAt, r.Actor}, e})
}

// ListChange is what happened to an item of a list.
type ListChange string

// The changes of a list.
const (
	ItemAdded    ListChange = "added"
	ItemRenamed  ListChange = "renamed"
	ItemMerged   ListChange = "merged"
	ItemRetired  ListChange = "retired"
	ItemRestored ListChange = "restored"
)

// ListChangedEvent: a category or a cause is called otherwise, was merged into
// another, retired or taken up again, or is new. Digest names the procedure
// with it, in which its names stand.
type ListChangedEvent struct {
	Digest string         `json:"digest" part:"figure"`
	List   procedure.List `json:"list" part:"figure"`
	Item   string         `json:"item" part:"figure"`
	Change ListChange     `json:"change" part:"figure"`
	Into   string         `json:"into" part:"figure"`
}

// EventName implements event.Event.
func (ListChangedEvent) EventName() string { return "list-changed" }

func (e ListChangedEvent) apply(o *Organisation, _ event.Recorded) { o.Procedure = e.Digest }
