package lang

// FieldTitle names a field of an action: its own name there, else the one that
// the field has everywhere.
func (s *Speaker) FieldTitle(action, field string) string {
	return s.firstOf("field."+action+"."+field, "field."+field)
}

// ChoiceTitle names one choice of a field of an action in the same way.
func (s *Speaker) ChoiceTitle(action, field, value string) string {
	return s.firstOf("choice."+action+"."+field+"."+value, "choice."+field+"."+value)
}

// Hint explains a field of an action; "" where nothing needs to be said.
func (s *Speaker) Hint(action, field string) string {
	for _, key := range []string{"hint." + action + "." + field, "hint." + field} {
		if s.Has(key) {
			return s.T(key)
		}
	}
	return ""
}

func (s *Speaker) firstOf(keys ...string) string {
	for _, key := range keys {
		if s.Has(key) {
			return s.T(key)
		}
	}
	return s.T(keys[0])
}
