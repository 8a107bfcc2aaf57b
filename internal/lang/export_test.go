package lang

import "time"

// Twice speaks a language in which everything takes twice as many words.
func Twice(l Language, zone *time.Location) *Speaker {
	var leaves []leaf
	for key, e := range catalogueOf(l).entries {
		e.other += " " + e.other
		if e.one != "" {
			e.one += " " + e.one
		}
		leaves = append(leaves, leaf{key, e})
	}
	return &Speaker{language: l, zone: zone, says: newCatalogue(l, leaves)}
}
