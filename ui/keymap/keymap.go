// Package keymap is which key does what: one table of every action that has a
// key, and what a person made of it in his own file. Screens speak of the usual
// keys alone; the root turns what is pressed into those, and those into the
// person's own wherever keys are shown.
//
// It may import lang.
package keymap

import "slices"

// Map is which keys somebody has; the zero value has the usual ones.
type Map struct{ own map[string][]string }

// Usual says whether every action has its usual keys.
func (m Map) Usual() bool { return len(m.own) == 0 }

// Keys are those of an action, the one to show first on top.
func (m Map) Keys(action string) []string {
	if own, ok := m.own[action]; ok {
		return own
	}
	a, _ := find(action)
	return a.Keys
}

// always are the keys that do the same for everybody, so that one gets out.
func always(key string) bool { return key == "esc" || key == "ctrl+c" }

// Meant is the usual key of what a key means at a place; false where it means
// nothing any more, since what it did has other keys now.
func (m Map) Meant(p Place, key string) (usual string, ok bool) {
	if m.Usual() || always(key) {
		return key, true
	}
	free := true
	for _, a := range at(p) {
		if slices.Contains(m.Keys(a.Name), key) {
			return a.usual(p, key)
		}
		free = free && !slices.Contains(a.Keys, key)
	}
	return key, free
}

// usual is the usual key of an action at a place: the one that was pressed,
// where it is one of those. Where letters type, a letter is none.
func (a Action) usual(p Place, pressed string) (key string, ok bool) {
	if slices.Contains(a.Keys, pressed) {
		return pressed, true
	}
	for _, k := range a.Keys {
		if p != Form || !types(k) {
			return k, true
		}
	}
	return "", false
}

// shown is the key of an action to show at a place.
func (m Map) shown(p Place, a Action) string {
	keys := m.Keys(a.Name)
	for _, k := range keys {
		if p != Form || !types(k) {
			return k
		}
	}
	return keys[0]
}
