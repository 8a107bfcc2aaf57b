package main

import (
	"fmt"
	"io/fs"
	"path"

	"github.com/BurntSushi/toml"
)

// entry is one leaf: other alone, or with one.
type entry struct{ one, other string }

// written is what the files of a language say, and what is wrong with them.
type written struct {
	entries map[string]entry
	faults  []string
}

// read reads the files of a language.
func read(from fs.FS, language string) written {
	c := written{entries: map[string]entry{}}
	names, err := fs.Glob(from, path.Join("catalogue", language, "*.toml"))
	c.note(language, err)
	for _, name := range names {
		var table map[string]any
		_, err := toml.DecodeFS(from, name, &table)
		c.note(name, err)
		c.add(name, "", table)
	}
	return c
}

func (c *written) note(where string, err error) {
	if err != nil {
		c.faults = append(c.faults, where+": "+err.Error())
	}
}

func (c *written) add(file, prefix string, table map[string]any) {
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
