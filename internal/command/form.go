package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"leermoment/internal/office"
	"leermoment/internal/paper"
	"leermoment/internal/procedure"
)

// form prints the blank incident form.
func (a *app) form() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use: "form", Short: a.words().T("command.form"), Args: exactly(0), Example: "  leermoment form -o form.pdf",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				pdf, err := blank(ctx, s)
				if err != nil {
					return err
				}
				return a.deliver(out, pdf)
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", a.words().T("command.flag-output"))
	return cmd
}

func blank(ctx context.Context, s session) ([]byte, error) {
	org, err := s.office.Organisation(ctx)
	if err != nil {
		return nil, err
	}
	form, err := s.office.Form(ctx, s.viewer, "", procedure.NewComplaint, "")
	if err != nil {
		return nil, err
	}
	if form.Offer.Fields == nil {
		return nil, office.ErrNotFound
	}
	return paper.Blank(paper.Form{Organisation: org.Name, Contact: []string{org.Address, org.Email, org.Phone}, Fields: form.Offer.Fields, Made: s.office.Now()}, s.Speaker)
}

// deliver writes to the file that was asked for, else to standard output.
func (a *app) deliver(file string, content []byte) error {
	if file == "" || file == "-" {
		_, err := a.edge.Out.Write(content)
		return err
	}
	err := a.edge.WriteFile(file, content)
	if errors.Is(err, ErrRemotePath) {
		return unreadable("output", err)
	}
	return err
}
