// Package lang speaks Dutch and English: the catalogues with every sentence
// that people read, days and terms as they say them, what they type read back,
// and the cleaning of text from outside before it reaches a terminal.
//
// It imports nothing of ours.
package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// The catalogues are plain TOML, one folder a language, one file an area; the
// files of a folder are one catalogue. Tables are flattened to dotted keys:
//
//	[role]
//	director = "directeur"                                    # role.director
//	[left]
//	days = { one = "nog 1 dag", other = "nog {{.N}} dagen" }  # left.days
//
// A leaf is a sentence, or a table of exactly one and other where a number
// decides; {{.Name}} is filled in, and [[new:n]] is the key of the action new,
// usually n (keys.go). Each leaf becomes one message of go-i18n, its key the
// message's ID: go-i18n knows the plural rules and fills the templates.
//
//go:embed catalogue/*/*.toml
var files embed.FS

// Language is one of the program's languages.
type Language string

// The languages of the program.
const (
	NL Language = "nl"
	EN Language = "en"
)

// Parse reads "nl" or "en", also as the start of a locale such as nl_NL.UTF-8.
func Parse(s string) (Language, bool) {
	name, _, _ := strings.Cut(s, ".")
	name, _, _ = strings.Cut(strings.ReplaceAll(name, "-", "_"), "_")
	switch l := Language(strings.ToLower(name)); l {
	case NL, EN:
		return l, true
	}
	return "", false
}

// entry is one leaf: other alone, or with one.
type entry struct{ one, other string }

// catalogue is everything that is said in one language. A fault in a file takes
// away no more than its own sentences; a test excludes faults.
type catalogue struct {
	entries map[string]entry
	bundle  *i18n.Bundle
	faults  []string
}

// The embedded files cannot change, so each is read once in a program.
var (
	dutch   = sync.OnceValue(func() *catalogue { return load(files, NL) })
	english = sync.OnceValue(func() *catalogue { return load(files, EN) })
)

func catalogueOf(l Language) *catalogue {
	if l == EN {
		return english()
	}
	return dutch()
}

// load reads the catalogue of a language.
func load(from fs.FS, l Language) *catalogue {
	c := &catalogue{entries: map[string]entry{}}
	names, err := fs.Glob(from, path.Join("catalogue", string(l), "*.toml"))
	c.note(string(l), err)
	for _, name := range names {
		var table map[string]any
		_, err := toml.DecodeFS(from, name, &table)
		c.note(name, err)
		c.add(name, "", table)
	}
	tag := language.Make(string(l))
	c.bundle = i18n.NewBundle(tag)
	messages := make([]*i18n.Message, 0, len(c.entries))
	for key, e := range c.entries {
		messages = append(messages, &i18n.Message{ID: key, One: template(e.one), Other: template(e.other)})
	}
	c.note(string(l), c.bundle.AddMessages(tag, messages...))
	return c
}

func (c *catalogue) note(where string, err error) {
	if err != nil {
		c.faults = append(c.faults, where+": "+err.Error())
	}
}

func (c *catalogue) add(file, prefix string, table map[string]any) {
	for name, value := range table {
		key := prefix + name
		var e entry
		switch v := value.(type) {
		case string:
			e.other = v
		case map[string]any:
			var plural bool
			if e, plural = pluralOf(v); !plural {
				c.add(file, key+".", v)
				continue
			}
		default:
			c.note(file, fmt.Errorf("%s is no text", key))
			continue
		}
		if _, twice := c.entries[key]; twice {
			c.note(file, fmt.Errorf("%s stands in the catalogue twice", key))
		}
		c.entries[key] = e
	}
}

func pluralOf(table map[string]any) (entry, bool) {
	one, hasOne := table["one"].(string)
	other, hasOther := table["other"].(string)
	return entry{one, other}, hasOne && hasOther && len(table) == 2
}

// Keys are all keys of a language, sorted.
func Keys(l Language) []string {
	entries := catalogueOf(l).entries
	keys := make([]string, 0, len(entries))
	for key := range entries {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// Values are the texts of every key, with the usual keys where they name one:
// one of them, or those for one and other.
func Values(l Language) map[string][]string {
	entries := catalogueOf(l).entries
	values := make(map[string][]string, len(entries))
	for key, e := range entries {
		values[key] = []string{usual(e.other)}
		if e.one != "" {
			values[key] = []string{usual(e.one), usual(e.other)}
		}
	}
	return values
}
