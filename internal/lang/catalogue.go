// Package lang speaks Dutch and English: the catalogues with every sentence
// that people read, dates and terms as they say them, and the cleaning of text
// from outside before it reaches a terminal.
//
// It imports nothing of ours.
package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// The catalogues are plain TOML, one folder a language, one file an area.
// Tables are flattened to dotted keys: [role] director = "…" is role.director.
// A leaf is a string, or a table of exactly one and other where a number
// decides; {{.Name}} stands for what is filled in.
//
//go:embed catalogue
var files embed.FS

// Language is one of the program's languages.
type Language string

// The languages of the program.
const (
	NL Language = "nl"
	EN Language = "en"
)

// Parse reads "nl" or "en", also at the start of a locale such as nl_NL.UTF-8.
func Parse(s string) (Language, bool) {
	if len(s) >= 2 && (len(s) == 2 || s[2] == '_' || s[2] == '-' || s[2] == '.') {
		switch l := Language(s[:2]); l {
		case NL, EN:
			return l, true
		}
	}
	return "", false
}

// entry is one catalogue value: other alone, or with one.
type entry struct{ one, other string }

// load reads the catalogue of a language; twice lists keys that occur twice.
func load(l Language) (entries map[string]entry, twice []string, err error) {
	entries = map[string]entry{}
	dir := path.Join("catalogue", string(l))
	list, err := fs.ReadDir(files, dir)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range list {
		text, err := fs.ReadFile(files, path.Join(dir, f.Name()))
		if err != nil {
			return nil, nil, err
		}
		var table map[string]any
		if err := toml.Unmarshal(text, &table); err != nil {
			return nil, nil, fmt.Errorf("%s/%s: %w", l, f.Name(), err)
		}
		twice = append(twice, flatten("", table, entries)...)
	}
	return entries, twice, nil
}

func flatten(prefix string, table map[string]any, into map[string]entry) (twice []string) {
	for name, v := range table {
		key := prefix + name
		switch x := v.(type) {
		case string:
			if _, ok := into[key]; ok {
				twice = append(twice, key)
			}
			into[key] = entry{other: x}
		case map[string]any:
			one, hasOne := x["one"].(string)
			other, hasOther := x["other"].(string)
			if hasOne && hasOther && len(x) == 2 {
				if _, ok := into[key]; ok {
					twice = append(twice, key)
				}
				into[key] = entry{one, other}
				continue
			}
			twice = append(twice, flatten(key+".", x, into)...)
		}
	}
	return twice
}

// messages gives the catalogue to go-i18n.
func messages(l Language, entries map[string]entry) (*i18n.Bundle, error) {
	tag := language.MustParse(string(l))
	bundle := i18n.NewBundle(tag)
	list := make([]*i18n.Message, 0, len(entries))
	for key, e := range entries {
		list = append(list, &i18n.Message{ID: key, One: e.one, Other: e.other})
	}
	return bundle, bundle.AddMessages(tag, list...)
}

// Keys are all keys of a language, sorted.
func Keys(l Language) []string {
	entries, _, err := load(l)
	if err != nil {
		return nil
	}
	keys := make([]string, 0, len(entries))
	for k := range entries {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Values are all values of a language by key.
func Values(l Language) map[string][]string {
	entries, _, err := load(l)
	if err != nil {
		return nil
	}
	values := make(map[string][]string, len(entries))
	for k, e := range entries {
		values[k] = []string{e.other}
		if e.one != "" {
			values[k] = append(values[k], e.one)
		}
	}
	return values
}
