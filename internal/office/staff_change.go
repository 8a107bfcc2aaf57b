package office

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// ChangeStaff calls somebody otherwise or gives him other roles; a director does.
// His login stays: facts name him by it. The last director stays one, and who
// owns complaints hands them over before he can own none.
func (o *Office) ChangeStaff(ctx context.Context, v Viewer, s NewStaff) error {
	return o.change(ctx, v, func(tx Tx, org *organisation.Organisation) ([]event.Event, error) {
		m, ok := org.ByLogin(s.Login)
		if !ok || m.Disabled {
			return nil, ErrNotFound
		}
		if faults := checkStaff(s, nil); faults != nil {
			return nil, faults
		}
		is := m
		is.Roles, is.Name = s.Roles, strings.TrimSpace(s.Name)
		if is.Name == m.Name && slices.Equal(is.Roles, m.Roles) {
			return nil, complaint.Faults{{Field: "name", Key: "nothing-changed"}}
		}
		if !person(is).Has(procedure.Director) && lastDirector(org, m) {
			return nil, &complaint.Refusal{Rule: "roles", Key: "last-director"}
		}
		if err := o.mayLoseOwnership(ctx, tx, org, is); err != nil {
			return nil, err
		}
		return []event.Event{organisation.StaffChangedEvent{ID: m.ID, Roles: is.Roles, Name: is.Name}}, nil
	})
}

// mayLoseOwnership refuses to leave complaints with somebody who can own none.
func (o *Office) mayLoseOwnership(ctx context.Context, tx Tx, org *organisation.Organisation, is organisation.Member) error {
	if takesOver(is) {
		return nil
	}
	if org.DefaultOwner == is.ID {
		return &complaint.Refusal{Rule: "S16", Key: "default-owner-role", Args: map[string]string{"Name": is.Name}}
	}
	work, err := o.workOf(ctx, tx, is.ID)
	if err == nil && len(work.complaints) > 0 {
		err = &complaint.Refusal{Rule: "S16", Key: "owner-role", Args: map[string]string{"Name": is.Name, "Complaints": strconv.Itoa(len(work.complaints))}}
	}
	return err
}
