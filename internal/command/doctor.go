package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leermoment/internal/lang"
)

// check is one thing that doctor looked at, in JSON.
type check struct {
	Check   string `json:"check"`
	State   string `json:"state"` // good, bad, unknown
	Message string `json:"message"`
}

// doctor says what is wrong and how to mend it.
func (a *app) doctor() *cobra.Command {
	var rebuild, trust bool
	cmd := &cobra.Command{
		Use: "doctor", Short: a.words().T("command.doctor"), Args: exactly(0), Example: "  leermoment doctor\n  leermoment doctor --rebuild",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if rebuild {
				if err := a.rebuild(cmd.Context()); err != nil {
					return err
				}
			}
			if trust {
				if err := a.trustClock(cmd.Context()); err != nil {
					return err
				}
			}
			c := a.edge.Keeper.Doctor(cmd.Context(), a.flags.db)
			return a.diagnose(a.speaking(c.Content), c)
		},
	}
	cmd.Flags().BoolVar(&rebuild, "rebuild", false, a.words().T("command.flag-rebuild"))
	cmd.Flags().BoolVar(&trust, "trust-clock", false, a.words().T("command.flag-trust-clock"))
	return cmd
}

func (a *app) rebuild(ctx context.Context) error {
	return a.open(ctx, func(ctx context.Context, s session) error {
		if err := s.office.Rebuild(ctx); err != nil {
			return err
		}
		fmt.Fprintln(a.edge.Err, s.T("doctor.rebuilt"))
		return nil
	})
}

func (a *app) trustClock(ctx context.Context) error {
	return a.with(ctx, func(ctx context.Context, s session) error {
		if err := s.office.TrustClock(ctx, s.viewer); err != nil {
			return err
		}
		fmt.Fprintln(a.edge.Err, s.T("doctor.clock-trusted"))
		return nil
	})
}

// diagnose prints a line for each check, and fails where something is to be mended.
func (a *app) diagnose(s *lang.Speaker, c Condition) error {
	found := a.findings(s, c)
	bad := 0
	checks := make([]check, len(found))
	var rows [][]string
	for i, f := range found {
		if f.state == isBad {
			bad++
		}
		message := s.T("doctor."+f.key, f.args)
		if f.plural {
			message = s.N("doctor."+f.key, f.n, f.args)
		}
		if f.said != "" {
			message = f.said
		}
		checks[i] = check{f.check, string(f.state), message}
		rows = append(rows, []string{s.T("doctor." + string(f.state)), s.T("doctor.check-" + f.check), message})
	}
	if a.flags.json {
		if err := a.print(checks); err != nil {
			return err
		}
	} else {
		a.table([]string{s.T("doctor.column-state"), s.T("doctor.column-check"), s.T("doctor.column-found")}, rows)
	}
	if bad > 0 {
		return wrong{"failed", Failed, "doctor.some-bad", lang.Args{"N": bad}}
	}
	if !a.flags.json {
		fmt.Fprintln(a.edge.Err, s.T("doctor.all-good"))
	}
	return nil
}
