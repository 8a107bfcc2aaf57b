package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leermoment/internal/lang"
)

// Keys are those that somebody has: Text writes them out as a file of keys,
// and Faults says what is wrong in his, a sentence each.
type Keys struct {
	Text   func(*lang.Speaker) string
	Faults func(*lang.Speaker) []string
}

// keys prints the keys as a file that can be edited.
func (a *app) keys() *cobra.Command {
	return &cobra.Command{
		Use: "keys", Short: a.words().T("command.keys"), Args: exactly(0), Example: "  leermoment keys > keys.toml",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !a.edge.Remote { // at this machine no file needs to be open for it
				return a.printKeys(a.words())
			}
			return a.open(cmd.Context(), func(_ context.Context, s session) error { return a.printKeys(s.Speaker) })
		},
	}
}

func (a *app) printKeys(sp *lang.Speaker) error {
	k := a.edge.Keys()
	for _, fault := range k.Faults(sp) {
		fmt.Fprintln(a.edge.Err, fault)
	}
	_, err := fmt.Fprint(a.edge.Out, k.Text(sp))
	return err
}
