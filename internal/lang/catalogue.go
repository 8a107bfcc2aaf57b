// Package lang speaks Dutch and English: the catalogues with every sentence
// that people read, days and terms as they say them, what they type read back,
// and the cleaning of text from outside before it reaches a terminal.
//
// It imports nothing of ours.
package lang

import (
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// The catalogues are plain TOML in the folder catalogue, one folder a language, one
// file an area; the files of a folder are one catalogue. Tables are flattened to
// dotted keys:
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
// To read that TOML takes longer than most commands: what is built in (ready.go) is
// made of it by go generate, and a test holds the two against each other.
//
//go:generate go run ./ready

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

// leaf is an entry with its key.
type leaf struct {
	key string
	entry
}

// catalogue is everything that is said in one language. It is safe for concurrent use.
type catalogue struct {
	entries map[string]entry
	tag     language.Tag

	mu        sync.RWMutex // a bundle is not read while it learns a sentence
	bundle    *i18n.Bundle
	localizer *i18n.Localizer
	learned   map[string]bool
}

var (
	dutch   = sync.OnceValue(func() *catalogue { return newCatalogue(NL, readyNL[:]) })
	english = sync.OnceValue(func() *catalogue { return newCatalogue(EN, readyEN[:]) })
)

func catalogueOf(l Language) *catalogue {
	if l == EN {
		return english()
	}
	return dutch()
}

func newCatalogue(l Language, leaves []leaf) *catalogue {
	c := &catalogue{entries: make(map[string]entry, len(leaves)), tag: language.Make(string(l)), learned: map[string]bool{}}
	for _, x := range leaves {
		c.entries[x.key] = x.entry
	}
	c.bundle = i18n.NewBundle(c.tag)
	c.localizer = i18n.NewLocalizer(c.bundle, string(l))
	return c
}

// localize has go-i18n fill a sentence, and teaches it the sentence before the first time.
func (c *catalogue) localize(config *i18n.LocalizeConfig) (string, error) {
	c.mu.RLock()
	learned := c.learned[config.MessageID]
	c.mu.RUnlock()
	if !learned {
		if err := c.learn(config.MessageID); err != nil {
			return "", err
		}
	}
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.localizer.Localize(config)
}

func (c *catalogue) learn(key string) error {
	e := c.entries[key]
	c.mu.Lock()
	defer c.mu.Unlock()
	c.learned[key] = true
	return c.bundle.AddMessages(c.tag, &i18n.Message{ID: key, One: template(e.one), Other: template(e.other)})
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
