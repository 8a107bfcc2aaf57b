package command

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"leermoment/internal/office"
)

// attachment writes a file that is kept with a complaint.
func (a *app) attachment() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use: "attachment SUBJECT NAME", Short: a.words().T("command.attachment"), Args: exactly(2),
		Example: "  leermoment attachment 2026-014 scan.pdf -o scan.pdf",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				content, err := attached(ctx, s, args[0], args[1])
				if err != nil {
					return err
				}
				return a.deliver(out, content)
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", a.words().T("command.flag-output"))
	return cmd
}

// attached finds a file by its name, the last one where several have it.
func attached(ctx context.Context, s session, subject, name string) ([]byte, error) {
	d, err := s.office.Dossier(ctx, s.viewer, subject, time.Time{})
	if err != nil {
		return nil, err
	}
	for i := len(d.Files) - 1; i >= 0; i-- {
		if d.Files[i].Name == name {
			return s.office.Attachment(ctx, s.viewer, subject, d.Files[i].Digest)
		}
	}
	return nil, office.ErrNotFound
}
