package command

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
)

// mostDemo is how many complaints the demo makes at most.
const mostDemo = 1_000_000

// Stopped says that somebody stopped the making of a demo: the file is whole, with
// so many complaints.
type Stopped struct {
	File       string
	Complaints int
}

func (s Stopped) Error() string { return fmt.Sprintf("stopped at %d complaints", s.Complaints) }

// demo opens the program on a throw-away database of made-up cases, or writes
// that database.
func (a *app) demo() *cobra.Command {
	var r DemoRequest
	var now string
	cmd := &cobra.Command{
		Use: "demo [SUBJECT]", Short: a.words().T("command.demo"), Args: subjectOnly,
		ValidArgsFunction: cobra.NoFileCompletions, // its subjects are still to be made up
		Example:           "  leermoment demo\n  leermoment demo --to demo.db --seed 7",
		RunE: func(cmd *cobra.Command, args []string) error {
			at, err := a.moment("now", now)
			if err != nil {
				return err
			}
			if r.Now = at; at.IsZero() {
				r.Now = a.edge.Clock()
			}
			if r.Complaints < 0 || r.Complaints > mostDemo {
				return complaint.Faults{{Field: "complaints", Key: "number", Args: map[string]string{"Low": "0", "High": strconv.Itoa(mostDemo)}}}
			}
			if err := a.stays(); err != nil {
				return err
			}
			if r.File != "" {
				if err := a.edge.Demo(cmd.Context(), r); err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, a.words().T("command.demo-written", map[string]any{"File": r.File}))
				return nil
			}
			return a.openDemo(cmd, r, first(args))
		},
	}
	a.linearFlag(cmd)
	f := cmd.Flags()
	f.IntVar(&r.Complaints, "complaints", 60, a.words().T("command.flag-complaints"))
	f.Int64Var(&r.Seed, "seed", 1, a.words().T("command.flag-seed"))
	f.StringVar(&now, "now", "", a.words().T("command.flag-now"))
	f.StringVar(&r.File, "to", "", a.words().T("command.flag-to"))
	return cmd
}

func (a *app) openDemo(cmd *cobra.Command, r DemoRequest, subject string) error {
	path, remove, err := a.edge.TempFile()
	if err != nil {
		return err
	}
	defer remove()
	r.File = path
	if err := a.edge.Demo(cmd.Context(), r); err != nil {
		return err
	}
	a.flags.db = path
	return a.screen(cmd, subject)
}
