package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leermoment/internal/lang"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

// procedure shows the procedure in force and checks another one.
func (a *app) procedure() *cobra.Command {
	cmd := &cobra.Command{Use: "procedure show|check|compare|use", Short: a.words().T("command.procedure"), Example: "  leermoment procedure show", RunE: group}
	cmd.AddCommand(&cobra.Command{
		Use: "show", Short: a.words().T("command.procedure-show"), Args: exactly(0), Example: "  leermoment procedure show > procedure.toml",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.open(cmd.Context(), func(ctx context.Context, s session) error {
				text, err := s.office.ProcedureText(ctx)
				if err != nil {
					return err
				}
				_, err = a.edge.Out.Write(text)
				return err
			})
		},
	}, &cobra.Command{
		Use: "check FILE", Short: a.words().T("command.procedure-check"), Args: exactly(1), Example: "  leermoment procedure check procedure.toml",
		RunE: func(_ *cobra.Command, args []string) error {
			p, _, err := a.loadProcedure(args[0])
			if err != nil {
				return err
			}
			fmt.Fprintln(a.edge.Err, a.words().T("command.procedure-good", map[string]any{"Title": p.Title.In(string(a.words().Language())), "N": len(p.Obligations)}))
			return nil
		},
	}, &cobra.Command{
		Use: "compare FILE", Short: a.words().T("command.procedure-compare"), Args: exactly(1), Example: "  leermoment procedure compare procedure.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.open(cmd.Context(), func(ctx context.Context, s session) error {
				p, _, err := a.loadProcedure(args[0])
				if err != nil {
					return err
				}
				was, err := s.office.Procedure(ctx)
				if err != nil {
					return err
				}
				for _, line := range wording.Difference(s.Speaker, procedure.Compare(was, p)) {
					a.say(line)
				}
				return nil
			})
		},
	}, &cobra.Command{
		Use: "use FILE", Short: a.words().T("command.procedure-use"), Args: exactly(1), Example: "  leermoment procedure use procedure.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				p, text, err := a.loadProcedure(args[0])
				if err != nil {
					return err
				}
				was, err := s.office.Procedure(ctx)
				if err != nil {
					return err
				}
				if err := s.office.UseProcedure(ctx, s.viewer, 0, text); err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, s.T("command.procedure-used"))
				for _, line := range wording.Difference(s.Speaker, procedure.Compare(was, p)) {
					fmt.Fprintln(a.edge.Err, "  "+lang.Plain(line))
				}
				return nil
			})
		},
	})
	return cmd
}

func (a *app) loadProcedure(path string) (p *procedure.Procedure, text []byte, err error) {
	text, err = a.read(path)
	if err != nil {
		return nil, nil, unreadable("procedure", err)
	}
	p, err = procedure.Load(path, text)
	return p, text, err
}
