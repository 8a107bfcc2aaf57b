package command

import (
	"context"
	"fmt"

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
		Use: "do SUBJECT ACTION", Short: a.words().T("command.do"), Args: exactly(2),
		Example: "  leermoment do 2026-014 note --field text=\"…\"\n  leermoment do 2026-014 assess --input assess.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				action := procedure.ActionID(args[1])
				if _, ok := complaint.SpecOf(action); !ok || action == procedure.NewComplaint {
					return wrong{"not-found", NotFound, "usage.unknown-action", map[string]any{"Value": args[1]}}
				}
				in, err := a.input(s, g, args[0], action)
				if err != nil {
					return err
				}
				opened, err := s.office.TakeNew(ctx, s.viewer, args[0], action, in)
				if err != nil {
					return err
				}
				if opened != "" {
					a.say(opened)
				}
				fmt.Fprintln(a.edge.Err, s.T("command.recorded"))
				if opened == "" {
					opened = args[0]
				}
				return a.warn(ctx, s, opened)
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
		Use: "new", Short: a.words().T("command.new"), Args: exactly(0),
		Example: "  leermoment new --field channel=phone --field complainant_kind=client \\\n    --field complainant_name=\"A. Voorbeeld\" --field subject=\"…\" --field description=\"…\"\n  leermoment new --input new.json --json",
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
				if err := a.warn(ctx, s, number); err != nil {
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

// warn says on standard error what is to be minded about a complaint (S40).
func (a *app) warn(ctx context.Context, s session, subject string) error {
	if !office.IsComplaint(subject) {
		return nil
	}
	warnings, err := s.office.Warnings(ctx, s.viewer, subject)
	for _, w := range warnings {
		fmt.Fprintln(a.edge.Err, s.Warning(w.Key, w.Args))
	}
	return err
}
