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

// input gathers the fields; a file field's value is a path to read.
func (a *app) input(s session, g given, subject string, action procedure.ActionID) (office.Input, error) {
	values, err := a.values(g)
	if err != nil {
		return office.Input{}, err
	}
	in := office.Input{Values: values, Files: map[string]office.File{}}
	for _, field := range complaint.FileFields(action) {
		path, ok := values[field]
		if !ok {
			continue
		}
		content, err := a.edge.ReadFile(path)
		if err != nil {
			return in, complaint.Faults{{Field: field, Key: "file"}}
		}
		in.Files[field] = office.File{Name: filepath.Base(path), Content: content}
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
	var raw []byte
	var err error
	if path == "-" {
		raw, err = io.ReadAll(a.edge.In)
	} else {
		raw, err = a.edge.ReadFile(path)
	}
	if err != nil {
		return complaint.Faults{{Field: "input", Key: "file"}}
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
