package keymap

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// codes are the keys that have a name, by the name that Bubble Tea gives them.
func codes() map[string]rune {
	return map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
		"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
	}
}

// called are other names that people give to those keys.
func called() map[string]string {
	return map[string]string{"↑": "up", "↓": "down", "←": "left", "→": "right", "pgdn": "pgdown", "pageup": "pgup", "pagedown": "pgdown",
		"escape": "esc", "return": "enter", "del": "delete", "ins": "insert"}
}

// parted parts a key into its modifiers, in the order of Bubble Tea, and the
// key that is pressed with them.
func parted(name string) (mods []string, key string) {
	held := map[string]bool{}
	for {
		mod, after, found := strings.Cut(name, "+")
		mod = strings.ToLower(mod)
		if !found || after == "" || mod != "ctrl" && mod != "alt" && mod != "shift" {
			break
		}
		held[mod], name = true, after
	}
	for _, mod := range []string{"ctrl", "alt", "shift"} {
		if held[mod] {
			mods = append(mods, mod)
		}
	}
	return mods, name
}

// Name is the name that Bubble Tea gives to a key as people write it; false
// where there is no such key.
func Name(written string) (name string, ok bool) {
	mods, key := parted(strings.TrimSpace(written))
	low := strings.ToLower(key)
	if other, is := called()[low]; is {
		low = other
	}
	if _, is := codes()[low]; is {
		return strings.Join(append(mods, low), "+"), true
	}
	r, size := utf8.DecodeRuneInString(key)
	switch {
	case size == 0 || size < len(key) || r == utf8.RuneError || !unicode.IsPrint(r) || r == ' ':
		return "", false
	case len(mods) == 1 && mods[0] == "shift":
		return string(unicode.ToUpper(r)), unicode.IsLetter(r)
	case len(mods) > 0:
		return strings.Join(append(mods, string(unicode.ToLower(r))), "+"), true
	}
	return key, true
}

// same is the key that a terminal cannot tell from this one, or "".
func same(key string) string {
	return map[string]string{"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "esc"}[key]
}

// types says whether a key types something where letters type.
func types(key string) bool { return key == "space" || utf8.RuneCountInString(key) == 1 }

// Press is the message of a key by its name.
func Press(name string) (key tea.KeyPressMsg, ok bool) {
	mods, rest := parted(name)
	for _, mod := range mods {
		key.Mod |= map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}[mod]
	}
	if code, is := codes()[rest]; is {
		if key.Code = code; rest == "space" && mods == nil {
			key.Text = " "
		}
		return key, true
	}
	r, size := utf8.DecodeRuneInString(rest)
	if size == 0 || size < len(rest) {
		return key, false
	}
	if key.Code = r; mods == nil {
		key.Text = rest
	}
	return key, true
}

// read is a key as people read it.
func read(key string) string {
	mods, rest := parted(key)
	if len(rest) > 1 && rest[0] == 'f' {
		rest = strings.ToUpper(rest)
	}
	if sign, ok := map[string]string{"up": "↑", "down": "↓", "left": "←", "right": "→", "pgdown": "pgdn"}[rest]; ok {
		rest = sign
	}
	return strings.Join(append(mods, rest), "+")
}

// Read are keys as people read them: several with a space between.
func Read(keys ...string) string {
	var out []string
	for _, k := range keys {
		out = append(out, read(k))
	}
	return strings.Join(out, " ")
}

// steps is how the keys of the seven steps are shown together.
const steps = "1–7"

// Shown turns the usual keys that a screen shows, such as "← →", into those of
// the person.
func (m Map) Shown(p Place, press string) string {
	if m.Usual() {
		return press
	}
	if press == steps {
		return m.shownSteps()
	}
	var out []string
	for token := range strings.FieldsSeq(press) {
		if shown := m.one(p, token); !slices.Contains(out, shown) {
			out = append(out, shown)
		}
	}
	return strings.Join(out, " ")
}

func (m Map) one(p Place, token string) string {
	name, ok := Name(token)
	if !ok {
		return token
	}
	for _, a := range at(p) {
		if _, own := m.own[a.Name]; own && slices.Contains(a.Keys, name) && !slices.Contains(m.own[a.Name], name) {
			return read(m.shown(p, a))
		}
	}
	return token
}

func (m Map) shownSteps() string {
	first, last := m.Keys("step-1")[0], m.Keys("step-7")[0]
	return read(first) + "–" + read(last)
}

// All are all keys of what screens show under a usual key: of who has keys of
// his own every one, else what the screen says.
func (m Map) All(p Place, press string) string {
	name, ok := Name(press)
	for _, a := range at(p) {
		if own, has := m.own[a.Name]; ok && has && slices.Contains(a.Keys, name) {
			return Read(own...)
		}
	}
	return m.Shown(p, press)
}

// Sign is the key of an action as people read it; usual where they have no
// other.
func (m Map) Sign(action, usual string) string {
	if _, own := m.own[action]; !own {
		return usual
	}
	a, _ := find(action)
	return read(m.shown(a.Place, a))
}
