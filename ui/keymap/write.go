package keymap

import (
	"strconv"
	"strings"

	"leermoment/internal/lang"
)

// Write writes the keys of a map as a file that can be edited and read again,
// with what each of them does in the language of the speaker.
func Write(m Map, file string, sp *lang.Speaker) string {
	var b strings.Builder
	for line := range strings.SplitSeq(sp.T("keys.file-head", lang.Args{"File": file}), "\n") {
		comment(&b, line)
	}
	for _, p := range Places() {
		b.WriteString("\n")
		comment(&b, sp.T("keys.place-"+string(p)))
		for _, a := range Actions() {
			if a.Place == p {
				b.WriteString(m.line(a, sp) + "\n")
			}
		}
	}
	return b.String()
}

func comment(b *strings.Builder, text string) {
	b.WriteString(strings.TrimRight("# "+text, " ") + "\n")
}

// line is one action with its keys, what it does, and what is usual.
func (m Map) line(a Action, sp *lang.Speaker) string {
	quoted := make([]string, 0, len(m.Keys(a.Name)))
	for _, k := range m.Keys(a.Name) {
		quoted = append(quoted, strconv.Quote(k))
	}
	set := a.Name + " = [" + strings.Join(quoted, ", ") + "]"
	said := sp.T(a.Words())
	if _, own := m.own[a.Name]; own {
		said = sp.T("keys.file-own", lang.Args{"Words": said, "Keys": Read(a.Keys...)})
	}
	return set + strings.Repeat(" ", max(1, 34-len(set))) + "# " + said
}
