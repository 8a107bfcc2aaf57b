package command

import (
	"strconv"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
)

// BenchRequest is what is measured: files of so many complaints each, kept in a
// folder where one is named. Bare is no measuring but the program to compare with:
// one that draws a line and stops.
type BenchRequest struct {
	Complaints []int
	Dir        string
	Rounds     int
	Bare       bool
}

// bench measures the program and prints a table. It is for who works on it, and
// hidden from the others.
func (a *app) bench() *cobra.Command {
	var r BenchRequest
	cmd := &cobra.Command{
		Use: "bench", Hidden: true, Short: a.words().T("command.bench"), Args: exactly(0),
		Example: "  leermoment bench\n  leermoment bench --complaints 1000,1000000 --dir bench",
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, n := range r.Complaints {
				if n < 1 || n > mostDemo {
					return complaint.Faults{{Field: "complaints", Key: "number", Args: map[string]string{"Low": "1", "High": strconv.Itoa(mostDemo)}}}
				}
			}
			if err := a.stays(); err != nil {
				return err
			}
			return a.edge.Bench(cmd.Context(), r)
		},
	}
	f := cmd.Flags()
	f.IntSliceVar(&r.Complaints, "complaints", []int{1000, 10_000, 100_000}, a.words().T("command.flag-complaints"))
	f.StringVar(&r.Dir, "dir", "", a.words().T("command.flag-bench-dir"))
	f.IntVar(&r.Rounds, "rounds", 21, a.words().T("command.flag-rounds"))
	f.BoolVar(&r.Bare, "bare", false, a.words().T("command.flag-bare"))
	return cmd
}
