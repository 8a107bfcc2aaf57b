package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// read reads a file, or standard input where the path is -.
func (a *app) read(path string) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(a.edge.In)
	}
	return a.edge.ReadFile(path)
}

// unreadable is the fault of a field whose file cannot be read.
func unreadable(field string, err error) error {
	if errors.Is(err, ErrRemotePath) {
		return complaint.Faults{{Field: field, Key: "remote-path"}}
	}
	return complaint.Faults{{Field: field, Key: "file"}}
}

// named parts a file field's value into what to read and how the file is
// called: a path, or -:NAME for standard input.
func named(value string) (path, name string) {
	if name, ok := strings.CutPrefix(value, "-:"); ok {
		return "-", filepath.Base(name)
	}
	return value, filepath.Base(value)
}

// input gathers the fields; a file field's value is a path to read.
func (a *app) input(s session, g given, subject string, action procedure.ActionID) (office.Input, error) {
	values, err := a.values(g)
	if err != nil {
		return office.Input{}, err
	}
	in := office.Input{Values: values, Files: map[string]office.File{}}
	for _, field := range complaint.FileFields(action) {
		value, ok := values[field]
		if !ok {
			continue
		}
		path, name := named(value)
		content, err := a.read(path)
		if err != nil {
			return in, unreadable(field, err)
		}
		in.Files[field] = office.File{Name: name, Content: content}
	}
	return in, nil
}

func (a *app) values(g given) (map[string]string, error) {
	values := map[string]string{}
	if g.input != "" {
		if err := a.readInput(g.input, values); err != nil {
			return nil, err
		}
	}
	flagged := map[string]bool{} // a flag may overrule the input, but no other flag
	for _, f := range g.fields {
		name, value, ok := strings.Cut(f, "=")
		if !ok || name == "" {
			return nil, complaint.Faults{{Field: "field", Key: "name-value", Args: map[string]string{"Value": f}}}
		}
		if flagged[name] {
			return nil, complaint.Faults{{Field: name, Key: "twice"}}
		}
		flagged[name], values[name] = true, value
	}
	return values, nil
}

// readInput reads one JSON object of text, numbers and true or false.
func (a *app) readInput(path string, values map[string]string) error {
	raw, err := a.read(path)
	if err != nil {
		return unreadable("input", err)
	}
	object, ok := readObject(raw)
	if !ok {
		return complaint.Faults{{Field: "input", Key: "json"}}
	}
	var faults complaint.Faults
	seen := map[string]bool{}
	for _, m := range object {
		text, err := plainValue(m.value)
		switch {
		case seen[m.name]:
			faults = append(faults, complaint.Fault{Field: m.name, Key: "twice"})
		case err != nil:
			faults = append(faults, complaint.Fault{Field: m.name, Key: "json-value"})
		case m.value != nil:
			values[m.name] = text
		}
		seen[m.name] = true
	}
	if faults != nil {
		return faults
	}
	return nil
}

type member struct {
	name  string
	value any
}

// readObject reads one JSON object in its own order, a name that stands there
// twice included. Bytes that are no text are refused: the decoder would put
// other characters in their place.
func readObject(raw []byte) ([]member, bool) {
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if open, err := dec.Token(); err != nil || open != json.Delim('{') || !utf8.Valid(raw) {
		return nil, false
	}
	var members []member
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return nil, false
		}
		m := member{name: name.(string)} // a member begins with its name
		if err := dec.Decode(&m.value); err != nil {
			return nil, false
		}
		members = append(members, m)
	}
	if _, err := dec.Token(); err != nil {
		return nil, false
	}
	_, err := dec.Token()
	return members, errors.Is(err, io.EOF)
}

func plainValue(v any) (string, error) {
	switch x := v.(type) {
	case nil:
		return "", nil
	case string:
		return x, nil
	case bool:
		return strconv.FormatBool(x), nil
	case json.Number:
		return x.String(), nil
	}
	return "", errors.New("no text, number or truth")
}
