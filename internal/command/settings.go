package command

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// settings shows how the organisation has arranged things; a director changes it.
func (a *app) settings() *cobra.Command {
	cmd := &cobra.Command{Use: "settings show|set|closing|number|category|cause", Short: a.words().T("command.settings"), Example: "  leermoment settings show", RunE: group}
	cmd.AddCommand(a.settingsShow(), a.settingsSet(), a.settingsClosing(), a.settingsNumber(), a.settingsList(procedure.CategoryList), a.settingsList(procedure.CauseList))
	return cmd
}

// arrange is a command that changes something and says that it did. What it
// changes, it changes as it read it: who was first is told (ErrStale).
func (a *app) arrange(ctx context.Context, done string, change func(context.Context, session, office.Arranged) error) error {
	return a.with(ctx, func(ctx context.Context, s session) error {
		now, err := s.office.Arranged(ctx, s.viewer)
		if err != nil {
			return err
		}
		if err := change(ctx, s, now); err != nil {
			return err
		}
		fmt.Fprintln(a.edge.Err, s.T(done))
		return nil
	})
}

func (a *app) settingsSet() *cobra.Command {
	var given office.Details
	cmd := &cobra.Command{
		Use: "set", Short: a.words().T("command.settings-set"), Args: exactly(0),
		Example: "  leermoment settings set --name \"Opleiders Voorbeeld\" --email klachten@example.org --default-owner petra",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.arrange(cmd.Context(), "command.settings-kept", func(ctx context.Context, s session, now office.Arranged) error {
				is := now.Details
				for name, put := range map[string]func(){
					"name": func() { is.Name = given.Name }, "address": func() { is.Address = given.Address }, "email": func() { is.Email = given.Email },
					"phone": func() { is.Phone = given.Phone }, "language": func() { is.Language = given.Language },
					"default-owner": func() { is.DefaultOwner = given.DefaultOwner },
				} {
					if cmd.Flags().Changed(name) {
						put()
					}
				}
				return s.office.Describe(ctx, s.viewer, now.Seq, is)
			})
		},
	}
	f, w := cmd.Flags(), a.words()
	f.StringVar(&given.Name, "name", "", w.T("command.flag-organisation-name"))
	f.StringVar(&given.Address, "address", "", w.T("command.flag-address"))
	f.StringVar(&given.Email, "email", "", w.T("command.flag-email"))
	f.StringVar(&given.Phone, "phone", "", w.T("command.flag-phone"))
	f.StringVar(&given.Language, "language", "", w.T("command.flag-language"))
	f.StringVar(&given.DefaultOwner, "default-owner", "", w.T("command.flag-default-owner"))
	return cmd
}

// settingsNumber changes one of the organisation's own numbers.
func (a *app) settingsNumber() *cobra.Command {
	n := office.NumberChange{}
	var of string
	cmd := &cobra.Command{
		Use: "number OBLIGATION TERM", Short: a.words().T("command.settings-number"), Args: exactly(2),
		Example: "  leermoment settings number assessment \"3 werkdagen\" --reason \"De directeur werkt drie dagen\"\n  leermoment settings number satisfaction \"14 days\" --of opens --reason \"Too early\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.arrange(cmd.Context(), "command.settings-number-set", func(ctx context.Context, s session, now office.Arranged) error {
				n.Obligation, n.Value, n.Number = args[0], lang.ReadTerm(args[1]), procedure.NumberName(of)
				return s.office.SetNumber(ctx, s.viewer, now.Seq, n)
			})
		},
	}
	cmd.Flags().StringVar(&n.Reason, "reason", "", a.words().T("command.flag-reason"))
	cmd.Flags().StringVar(&of, "of", string(procedure.TermNumber), a.words().T("command.flag-of"))
	return cmd
}

// settingsList changes the categories or the causes.
func (a *app) settingsList(list procedure.List) *cobra.Command {
	name, w := string(list), a.words()
	cmd := &cobra.Command{Use: name + " add|rename|merge|retire|restore", Short: w.T("command.settings-" + name), Example: "  leermoment settings " + name + " --help", RunE: group}
	example := map[procedure.List]string{procedure.CategoryList: "venue", procedure.CauseList: "planning"}[list]
	into := map[procedure.List]string{procedure.CategoryList: "organisation", procedure.CauseList: "handover"}[list]
	for _, x := range []struct {
		change office.ListEdit
		use    string
		args   int
		eg     string
		titles bool
	}{
		{office.ListEdit{Change: office.ItemAdded}, "add ID", 1, "parking --nl Parkeren --en Parking", true},
		{office.ListEdit{Change: office.ItemRenamed}, "rename ID", 1, example + " --nl \"Zaal en locatie\"", true},
		{office.ListEdit{Change: office.ItemMerged}, "merge ID INTO", 2, example + " " + into, false},
		{office.ListEdit{Change: office.ItemRetired}, "retire ID", 1, example, false},
		{office.ListEdit{Change: office.ItemRestored}, "restore ID", 1, example, false},
	} {
		e := x.change
		e.List = list
		verb, _, _ := strings.Cut(x.use, " ")
		c := &cobra.Command{
			Use: x.use, Short: w.T("command.settings-item-" + verb), Args: exactly(x.args), Example: "  leermoment settings " + name + " " + verb + " " + x.eg,
			RunE: func(cmd *cobra.Command, args []string) error {
				return a.arrange(cmd.Context(), "command.settings-kept", func(ctx context.Context, s session, now office.Arranged) error {
					if e.Item = args[0]; len(args) > 1 {
						e.Into = args[1]
					}
					return s.office.EditList(ctx, s.viewer, now.Seq, e)
				})
			},
		}
		if x.titles {
			c.Flags().StringVar(&e.Title.NL, "nl", "", w.T("command.flag-nl"))
			c.Flags().StringVar(&e.Title.EN, "en", "", w.T("command.flag-en"))
		}
		cmd.AddCommand(c)
	}
	return cmd
}
