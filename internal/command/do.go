package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// given is what a person hands to an action: fields as flags, or JSON.
type given struct {
	fields []string
	input  string
}

func (g *given) flags(cmd *cobra.Command, a *app) {
	cmd.Flags().StringArrayVar(&g.fields, "field", nil, a.words().T("command.flag-field"))
	cmd.Flags().StringVar(&g.input, "input", "", a.words().T("command.flag-input"))
}

// do takes an action on a subject.
func (a *app) do() *cobra.Command {
	var g given
	cmd := &cobra.Command{
		Use: "do SUBJECT ACTION", Short: a.words().T("command.do"), Args: cobra.ExactArgs(2),
		Example: "  leermoment do 2026-014 note --field text=\"Teruggebeld\"\n  leermoment do 2026-014 assess --input assess.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				action := procedure.ActionID(args[1])
				in, err := a.input(s, g, args[0], action)
				if err != nil {
					return err
				}
				if err := s.office.Take(ctx, s.viewer, args[0], action, in); err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, s.T("command.recorded"))
				return nil
			})
		},
	}
	g.flags(cmd, a)
	return cmd
}

// new records a complaint and prints its number.
func (a *app) new() *cobra.Command {
	var g given
	cmd := &cobra.Command{
		Use: "new", Short: a.words().T("command.new"), Args: cobra.NoArgs,
		Example: "  leermoment new --field channel=phone --field complainant_kind=client \\\n    --field complainant_name=\"A. Voorbeeld\" --field subject=\"Te laat\" --field description=\"…\"\n  leermoment new --input klacht.json --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				in, err := a.input(s, g, "", procedure.NewComplaint)
				if err != nil {
					return err
				}
				number, err := s.office.Record(ctx, s.viewer, in)
				if err != nil {
					return err
				}
				if a.flags.json {
					return a.print(map[string]string{"number": number})
				}
				a.say(number)
				return nil
			})
		},
	}
	g.flags(cmd, a)
	return cmd
}

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
	for _, f := range g.fields {
		name, value, ok := strings.Cut(f, "=")
		if !ok || name == "" {
			return nil, complaint.Faults{{Field: "field", Key: "name-value", Args: map[string]string{"Value": f}}}
		}
		values[name] = value
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
	var object map[string]any
	dec := json.NewDecoder(strings.NewReader(string(raw)))
	dec.UseNumber()
	if err := dec.Decode(&object); err != nil || dec.More() {
		return complaint.Faults{{Field: "input", Key: "json"}}
	}
	var faults complaint.Faults
	for name, v := range object {
		text, err := plainValue(v)
		if err != nil {
			faults = append(faults, complaint.Fault{Field: name, Key: "json-value"})
			continue
		}
		if v != nil {
			values[name] = text
		}
	}
	if faults != nil {
		return faults
	}
	return nil
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
