package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
)

// staffDisable ends somebody's work here.
func (a *app) staffDisable() *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use: "disable LOGIN", Short: a.words().T("command.staff-disable"), Args: exactly(1),
		Example: "  leermoment staff disable petra --hand-over joost",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				if err := s.office.Disable(ctx, s.viewer, args[0], to, s.T("command.handed-over")); err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, s.T("command.staff-disabled"))
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&to, "hand-over", "", a.words().T("command.flag-hand-over"))
	return cmd
}

// staffDeputy lets somebody stand in for somebody else.
func (a *app) staffDeputy() *cobra.Command {
	var from, until string
	cmd := &cobra.Command{
		Use: "deputy LOGIN FOR", Short: a.words().T("command.staff-deputy"), Args: exactly(2),
		Example: "  leermoment staff deputy joost dirk --from 2026-12-20 --until 2027-01-03",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				var days [2]calendar.Day
				var faults complaint.Faults
				for i, given := range []struct{ name, value string }{{"from", from}, {"until", until}} {
					var err error
					if days[i], err = calendar.ParseDay(given.value); err != nil {
						faults = append(faults, complaint.Fault{Field: given.name, Key: "day"})
					}
				}
				if faults != nil {
					return faults
				}
				if err := s.office.SetDeputy(ctx, s.viewer, args[0], args[1], days[0], days[1]); err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, s.T("command.deputy-set"))
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", a.words().T("command.flag-from"))
	cmd.Flags().StringVar(&until, "until", "", a.words().T("command.flag-until"))
	return cmd
}

// staffDefaultOwner says who owns new complaints.
func (a *app) staffDefaultOwner() *cobra.Command {
	return &cobra.Command{
		Use: "default-owner LOGIN", Short: a.words().T("command.staff-default-owner"), Args: exactly(1),
		Example: "  leermoment staff default-owner joost",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				if err := s.office.SetDefaultOwner(ctx, s.viewer, args[0]); err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, s.T("command.default-owner-set"))
				return nil
			})
		},
	}
}
