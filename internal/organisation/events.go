package organisation

import (
	"slices"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// FoundedEvent: the file was set up for this organisation.
type FoundedEvent struct {
	Language string `json:"language" part:"figure"`
	Demo     bool   `json:"demo" part:"figure"`
	Name     string `json:"name"`
	Address  string `json:"address"`
	Email    string `json:"email"`
	Phone    string `json:"phone"`
}

// EventName implements event.Event.
func (FoundedEvent) EventName() string { return "founded" }

func (e FoundedEvent) apply(o *Organisation, _ event.Recorded) {
	o.Name, o.Address, o.Email, o.Phone = e.Name, e.Address, e.Email, e.Phone
	o.Language, o.Demo = e.Language, e.Demo
}

// StaffAddedEvent: somebody works here, in these roles.
type StaffAddedEvent struct {
	ID    string           `json:"id" part:"figure"`
	Roles []procedure.Role `json:"roles" part:"figure"`
	Login string           `json:"login"`
	Name  string           `json:"name"`
}

// EventName implements event.Event.
func (StaffAddedEvent) EventName() string { return "staff-added" }

func (e StaffAddedEvent) apply(o *Organisation, _ event.Recorded) {
	o.Staff = append(o.Staff, Member{ID: e.ID, Login: e.Login, Name: e.Name, Roles: e.Roles})
}

// StaffChangedEvent: somebody is called otherwise, or has other roles from now on.
type StaffChangedEvent struct {
	ID    string           `json:"id" part:"figure"`
	Roles []procedure.Role `json:"roles" part:"figure"`
	Name  string           `json:"name"`
}

// EventName implements event.Event.
func (StaffChangedEvent) EventName() string { return "staff-changed" }

func (e StaffChangedEvent) apply(o *Organisation, _ event.Recorded) {
	for i := range o.Staff {
		if o.Staff[i].ID == e.ID {
			o.Staff[i].Roles, o.Staff[i].Name = e.Roles, e.Name
		}
	}
}

// StaffDisabledEvent: somebody can no longer act or log in.
type StaffDisabledEvent struct {
	ID string `json:"id" part:"figure"`
}

// EventName implements event.Event.
func (StaffDisabledEvent) EventName() string { return "staff-disabled" }

func (e StaffDisabledEvent) apply(o *Organisation, _ event.Recorded) {
	for i := range o.Staff {
		if o.Staff[i].ID == e.ID {
			o.Staff[i].Disabled = true
		}
	}
}

// KeyAddedEvent: somebody may log in with this public key.
type KeyAddedEvent struct {
	ID          string `json:"id" part:"figure"`
	Fingerprint string `json:"fingerprint"`
	Name        string `json:"name"`
	Line        string `json:"line"`
}

// EventName implements event.Event.
func (KeyAddedEvent) EventName() string { return "key-added" }

func (e KeyAddedEvent) apply(o *Organisation, r event.Recorded) {
	for i := range o.Staff {
		if o.Staff[i].ID == e.ID {
			o.Staff[i].Keys = append(o.Staff[i].Keys, Key{e.Name, e.Fingerprint, e.Line, r.HappenedAt})
		}
	}
}

// KeyRemovedEvent: nobody logs in with this public key any more.
type KeyRemovedEvent struct {
	ID          string `json:"id" part:"figure"`
	Fingerprint string `json:"fingerprint"`
}

// EventName implements event.Event.
func (KeyRemovedEvent) EventName() string { return "key-removed" }

func (e KeyRemovedEvent) apply(o *Organisation, _ event.Recorded) {
	for i := range o.Staff {
		if o.Staff[i].ID == e.ID {
			o.Staff[i].Keys = slices.DeleteFunc(o.Staff[i].Keys, func(k Key) bool { return k.Fingerprint == e.Fingerprint })
		}
	}
}

// DefaultOwnerSetEvent: new complaints get this owner (S16).
type DefaultOwnerSetEvent struct {
	Owner string `json:"owner" part:"figure"`
}

// EventName implements event.Event.
func (DefaultOwnerSetEvent) EventName() string { return "default-owner-set" }

func (e DefaultOwnerSetEvent) apply(o *Organisation, _ event.Recorded) { o.DefaultOwner = e.Owner }

// ProcedureAdoptedEvent: new complaints follow this procedure.
type ProcedureAdoptedEvent struct {
	Digest string `json:"digest" part:"figure"`
}

// EventName implements event.Event.
func (ProcedureAdoptedEvent) EventName() string { return "procedure-adopted" }

func (e ProcedureAdoptedEvent) apply(o *Organisation, r event.Recorded) {
	o.Procedure, o.Adopted, o.Numbers = e.Digest, Mark{r.HappenedAt, r.Actor}, nil
}
