package complaint

import "leermoment/internal/procedure"

// lists is the procedure whose lists people choose from: the one in force, which
// may be another than the complaint keeps.
func (s *Situation) lists() *procedure.Procedure {
	if s.Lists != nil {
		return s.Lists
	}
	return s.Procedure
}

// offered are the items of a list that can be chosen. What stands already may
// stay, also where nobody can choose it any more.
func (s *Situation) offered(list procedure.List, stands string) []Choice {
	choices := items(s.lists().InUse(list))
	if stands == "" || (Field{Choices: choices}).offers(stands) {
		return choices
	}
	for _, p := range []*procedure.Procedure{s.lists(), s.Procedure} {
		if i, ok := p.Item(list, stands); ok {
			return append(choices, Choice{i.ID, i.Title})
		}
	}
	return append(choices, Choice{Value: stands, Label: procedure.Text{NL: stands, EN: stands}})
}

// counts is the item with which one counts now; "" where that cannot be chosen.
func (s *Situation) counts(list procedure.List, id string) string {
	if i, ok := s.lists().Item(list, s.lists().Present(list, id)); ok && i.InUse() {
		return i.ID
	}
	return ""
}
