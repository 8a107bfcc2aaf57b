package dossier

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/ui/kit"
)

// listName is that of the part among the lists whose order is remembered.
func (s *Screen) listName() string { return "dossier." + string(s.part()) }

// find searches and sorts the part that is shown; an outline has no parts.
func (s *Screen) find(msg tea.Msg) (remember tea.Cmd, taken bool) {
	if s.d == nil || s.d.About || !s.d.Whole {
		return nil, false
	}
	remember, taken = s.c.Find(s.table, s.listName(), msg)
	s.orders.Keep(s.listName(), s.table.Order())
	return remember, taken
}

// columns are those of the part that is shown. The form is read from its top: it
// is searched, but not sorted.
func (s *Screen) columns() []kit.Column {
	sp := s.c.Speaker
	switch s.part() {
	case obligations:
		return []kit.Column{{Name: "step", Title: sp.T("register.step"), Width: 2}, {Name: "what", Title: sp.T("lists.obligation"), Min: 20, Flex: 2},
			{Name: "state", Title: sp.T("lists.standing"), Min: 20, Flex: 3}}
	case history:
		return []kit.Column{{Name: "when", Title: sp.T("happened.when"), Width: 17}, {Name: "who", Title: sp.T("happened.who"), Min: 10, Flex: 1, Priority: 1},
			{Name: "what", Title: sp.T("happened.what"), Min: 20, Flex: 4}}
	case form:
		return []kit.Column{{Width: 18}, {Min: 20, Flex: 3}}
	case letters:
		return []kit.Column{{Name: "kind", Title: sp.T("letters.kind"), Min: 20, Flex: 2}, {Name: "sent", Title: sp.T("lists.sent"), Min: 20, Flex: 3}}
	case files:
		return []kit.Column{{Name: "name", Title: sp.T("experts.name"), Min: 20, Flex: 2}, {Name: "size", Title: sp.T("lists.size"), Min: 20, Flex: 3}}
	}
	return []kit.Column{{Name: "number", Title: sp.T("register.number"), Width: 11}, {Name: "what", Title: sp.T("measures.what"), Min: 20, Flex: 3},
		{Name: "state", Title: sp.T("measures.state"), Min: 16, Flex: 2}}
}

// pressing are the ways in which an obligation can stand, the most pressing first.
var pressing = []complaint.Status{complaint.Overdue, complaint.DueSoon, complaint.Open, complaint.Extended, complaint.Waiting,
	complaint.MetLate, complaint.Met, complaint.WaivedStatus, complaint.NotApplicable}

// urgency sorts an obligation by how it stands, and then by its end.
func urgency(d office.DutyView) string {
	end := kit.AtEnd
	if !d.DueAt.IsZero() {
		end = instant(d.DueAt)
	}
	return fmt.Sprintf("%d%s", slices.Index(pressing, d.Status), end)
}

// instant sorts by a moment.
func instant(at time.Time) string { return at.UTC().Format(time.RFC3339) }
