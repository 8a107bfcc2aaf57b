package lang

import (
	"errors"
	"strings"
)

// Refusal says why something cannot be done. Roles among its data is a list of
// role ids, parted by commas.
func (s *Speaker) Refusal(key string, args map[string]string) string {
	data := Args{}
	for k, v := range args {
		data[k] = v
	}
	if roles, ok := args["Roles"]; ok {
		data["Roles"] = s.AnyRole(strings.Split(roles, ","))
	}
	return s.T("refusal."+key, data)
}

// refused is an error that is said with a sentence of its own.
type refused interface {
	error
	Refused() (key string, args map[string]string)
}

// Why says why something failed: the sentence of a refusal, else that under key.
func (s *Speaker) Why(err error, key string) string {
	var r refused
	if errors.As(err, &r) {
		return s.Refusal(r.Refused())
	}
	return s.T(key)
}

// AllRoles names the roles that somebody holds: "directeur, projectleider".
func (s *Speaker) AllRoles(roles []string) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = s.T("role." + r)
	}
	return strings.Join(names, ", ")
}

// AnyRole names roles of which one is enough: "directeur of projectleider".
func (s *Speaker) AnyRole(roles []string) string {
	either := ""
	for _, r := range roles {
		name := s.T("role." + r)
		if either == "" {
			either = name
			continue
		}
		either = s.T("list.or", Args{"A": either, "B": name})
	}
	return either
}

// Warning says what to mind.
func (s *Speaker) Warning(key string, args map[string]string) string {
	data := Args{}
	for k, v := range args {
		data[k] = v
	}
	return s.T("warning."+key, data)
}

// Fault says what is wrong with a field.
func (s *Speaker) Fault(key string, args map[string]string) string {
	data := Args{}
	for k, v := range args {
		data[k] = v
	}
	return s.T("fault."+key, data)
}
