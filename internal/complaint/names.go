package complaint

import (
	"strings"

	"leermoment/internal/procedure"
)

// ConcernedName is how the person concerned is called: the name of a member of
// staff, else what the form says.
func (s *Situation) ConcernedName(concerned string) string {
	if login, ok := strings.CutPrefix(concerned, "staff:"); ok {
		if p, known := s.byLogin(login); known {
			return p.Name
		}
	}
	id := strings.TrimPrefix(concerned, expertPrefix)
	for _, e := range s.Experts {
		if e.ID == id && strings.HasPrefix(concerned, expertPrefix) {
			return e.Name
		}
	}
	return id
}

// managementNames are the director and the problem owner, each once (S15); who
// the complaint is about gets the copy of the person concerned.
func (s *Situation) managementNames() string {
	var names []string
	for _, p := range s.People {
		if !p.Disabled && !s.concerns(p) && (p.Has(procedure.Director) || p.ID == s.Complaint.Owner) {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, ", ")
}
