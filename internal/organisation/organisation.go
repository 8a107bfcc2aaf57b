// Package organisation is the organisation itself as a stream of facts: its
// name, who works there in which role, their keys, who owns new complaints and
// which procedure is in force.
//
// It may import calendar, procedure and event, and nothing else of ours.
package organisation

import (
	"fmt"
	"slices"
	"time"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Stream is the name of the organisation's stream, and its SUBJECT.
const Stream = "office"

// Organisation is the organisation as its recorded facts make it.
type Organisation struct {
	Seq          int
	Name         string
	Address      string
	Email        string
	Phone        string
	Language     string // "nl" or "en"
	Demo         bool   // made-up data
	Procedure    string // digest of the procedure in force
	Adopted      Mark   // when its file was put to use, and by whom
	Closing      Closing
	Numbers      []NumberMark // own numbers that were changed since, in order
	DefaultOwner string       // ID of who owns new complaints (S16)
	Staff        []Member
	Deputies     []Deputy
}

// Member is a member of staff. ID is opaque and never changes.
type Member struct {
	ID       string
	Login    string
	Name     string
	Roles    []procedure.Role
	Disabled bool
	Keys     []Key
}

// Key is a public SSH key by which a member logs in.
type Key struct {
	Name        string
	Fingerprint string
	Line        string // as in authorized_keys
	AddedAt     time.Time
}

// Member finds somebody by ID.
func (o *Organisation) Member(id string) (Member, bool) {
	return o.find(func(m Member) bool { return m.ID == id })
}

// ByLogin finds somebody by login.
func (o *Organisation) ByLogin(login string) (Member, bool) {
	return o.find(func(m Member) bool { return m.Login == login })
}

// HasKey says whether a member logs in with the key of this fingerprint.
func (m Member) HasKey(fingerprint string) bool {
	return slices.ContainsFunc(m.Keys, func(k Key) bool { return k.Fingerprint == fingerprint })
}

func (o *Organisation) find(is func(Member) bool) (Member, bool) {
	i := slices.IndexFunc(o.Staff, is)
	if i < 0 {
		return Member{}, false
	}
	return o.Staff[i], true
}

// Active are those who are not disabled.
func (o *Organisation) Active() []Member {
	return slices.DeleteFunc(slices.Clone(o.Staff), func(m Member) bool { return m.Disabled })
}

// fact is an event of the organisation's stream.
type fact interface {
	event.Event
	apply(o *Organisation, r event.Recorded)
}

// Fold makes the organisation from its recorded facts.
func Fold(facts []event.Recorded) (*Organisation, error) {
	o := &Organisation{Language: "nl"}
	for _, r := range facts {
		e, ok := r.Event.(fact)
		if !ok {
			return nil, fmt.Errorf("%s, fact %d: %w %q", Stream, r.Seq, event.ErrUnknown, r.Event.EventName())
		}
		o.Seq = r.Seq
		e.apply(o, r)
	}
	return o, nil
}

// Codec reads and writes the events of the organisation.
func Codec() event.Codec {
	return event.NewCodec(FoundedEvent{}, StaffAddedEvent{}, StaffChangedEvent{}, StaffDisabledEvent{}, KeyAddedEvent{}, KeyRemovedEvent{},
		DefaultOwnerSetEvent{}, ProcedureAdoptedEvent{}, DeputySetEvent{},
		DescribedEvent{}, ClosingDaysSetEvent{}, NumberSetEvent{}, ListChangedEvent{}, ClockTrustedEvent{})
}
