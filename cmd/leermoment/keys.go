package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"leermoment/internal/command"
	"leermoment/internal/lang"
	"leermoment/ui"
	"leermoment/ui/keymap"
)

// longestKeys is how many bytes a file of keys may have.
const longestKeys = 64 << 10

// keyFile is a file of keys as it was read: where it is for who edits it, and
// what it is called for who only reads of it.
type keyFile struct {
	name   string
	keys   keymap.Map
	faults []keymap.Fault
}

// localKeys are those of the person at this machine.
func localKeys() keyFile {
	path := filepath.Join(xdg.ConfigHome, "leermoment", "keys.toml")
	return readKeys(path, path)
}

// remoteKeys are those of somebody at the other end of a line: on this machine,
// of which he is not told the folders.
func remoteKeys(login string) keyFile {
	name := login + ".toml"
	if !filepath.IsLocal(name) || filepath.Base(name) != name {
		return keyFile{name: "keys.toml"}
	}
	return readKeys(filepath.Join(xdg.ConfigHome, "leermoment", "keys", name), name)
}

// readKeys reads a file of keys; where there is none the usual keys hold.
func readKeys(path, name string) keyFile {
	text, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return keyFile{name: name}
	case err != nil || len(text) > longestKeys:
		return keyFile{name: name, faults: []keymap.Fault{{Key: "keys.unreadable"}}}
	}
	keys, faults := keymap.Parse(string(text))
	return keyFile{name, keys, faults}
}

// into hands the keys to the terminal program.
func (k keyFile) into(c *ui.Config) { c.Keys, c.KeyFile, c.KeyFaults = k.keys, k.name, k.faults }

// command hands the keys to the command line.
func (k keyFile) command() command.Keys {
	return command.Keys{
		Text: func(sp *lang.Speaker) string { return keymap.Write(k.keys, k.name, sp) },
		Faults: func(sp *lang.Speaker) (out []string) {
			for _, f := range k.faults {
				out = append(out, ui.FaultLine(sp, k.name, f))
			}
			return out
		},
	}
}
