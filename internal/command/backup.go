package command

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
)

// copied is a copy in JSON.
type copied struct {
	File       string  `json:"file"`
	Complaints int     `json:"complaints"`
	Facts      int     `json:"facts"`
	Until      *string `json:"until"`
}

// backup makes a copy of the file while it is in use.
func (a *app) backup() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: a.words().T("command.backup"), Args: exactly(1), Example: "  leermoment backup /media/stick/klachten.db",
		RunE: func(cmd *cobra.Command, args []string) error {
			to := args[0]
			c, err := a.edge.Keeper.Backup(cmd.Context(), a.flags.db, to)
			s := a.speaking(c)
			if err != nil {
				return a.notCopied(err, to)
			}
			if a.flags.json {
				if err := a.print(copied{to, c.Complaints, c.Facts, stamp(c.Last)}); err != nil {
					return err
				}
			}
			about := holding(s, c, to)
			key := "copies.made"
			if c.Facts == 0 {
				key = "copies.made-empty"
			}
			fmt.Fprintln(a.edge.Err, lang.PlainLines(s.T(key, about)))
			if len(c.Flaws) > 0 {
				return wrong{"unverified", Unverified, "copies.made-flawed", nil}
			}
			return nil
		},
	}
}

// ErrNoFile says that there is no file yet, and so nothing to copy.
var ErrNoFile = errors.New("there is no file")

func (a *app) notCopied(err error, to string) error {
	switch {
	case errors.Is(err, ErrNoFile):
		return wrong{"not-found", NotFound, "copies.no-file", lang.Args{"File": a.flags.db}}
	case errors.Is(err, fs.ErrExist):
		return complaint.Faults{{Field: "file", Key: "file-there"}}
	case errors.Is(err, fs.ErrNotExist):
		return complaint.Faults{{Field: "file", Key: "no-folder"}}
	}
	return err
}
