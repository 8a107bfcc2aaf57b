package command

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

type staffMember struct {
	Login    string     `json:"login"`
	Name     string     `json:"name"`
	Roles    []string   `json:"roles"`
	Disabled bool       `json:"disabled"`
	Keys     []staffKey `json:"keys"`
}

type staffKey struct {
	Name        string  `json:"name"`
	Fingerprint string  `json:"fingerprint"`
	LastUsed    *string `json:"last_used"`
}

func (a *app) staff() *cobra.Command {
	cmd := &cobra.Command{Use: "staff list|add|change|key|unkey|disable|deputy|default-owner", Short: a.words().T("command.staff"), Example: "  leermoment staff list", RunE: group}
	cmd.AddCommand(a.staffList(), a.staffAdd(), a.staffChange(), a.staffKey(), a.staffUnkey(), a.staffDisable(), a.staffDeputy(), a.staffDefaultOwner())
	return cmd
}

func (a *app) staffList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: a.words().T("command.staff-list"), Args: exactly(0), Example: "  leermoment staff list --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.open(cmd.Context(), func(ctx context.Context, s session) error {
				if a.flags.json {
					uses, err := s.office.KeyUses(ctx)
					if err != nil {
						return err
					}
					return a.print(staffOf(s, uses))
				}
				a.printStaff(s)
				return nil
			})
		},
	}
}

func staffOf(s session, uses map[string]time.Time) []staffMember {
	out := make([]staffMember, 0, len(s.org.Staff))
	for _, m := range s.org.Staff {
		x := staffMember{Login: m.Login, Name: m.Name, Roles: []string{}, Disabled: m.Disabled, Keys: []staffKey{}}
		for _, r := range m.Roles {
			x.Roles = append(x.Roles, string(r))
		}
		for _, k := range m.Keys {
			x.Keys = append(x.Keys, staffKey{k.Name, k.Fingerprint, stamp(uses[k.Fingerprint])})
		}
		out = append(out, x)
	}
	return out
}

func (a *app) printStaff(s session) {
	var rows [][]string
	for _, m := range s.org.Staff {
		var roles []string
		for _, r := range m.Roles {
			roles = append(roles, s.T("role."+string(r)))
		}
		state := ""
		if m.Disabled {
			state = s.T("command.disabled")
		}
		rows = append(rows, []string{m.Login, m.Name, strings.Join(roles, ", "), state})
	}
	a.table([]string{s.T("column.login"), s.T("column.name"), s.T("column.roles"), ""}, rows)
}

// staffAdd adds somebody; the very first one on an empty file founds it.
func (a *app) staffAdd() *cobra.Command {
	var name, organisation string
	var roles []string
	cmd := &cobra.Command{
		Use: "add LOGIN", Short: a.words().T("command.staff-add"), Args: exactly(1),
		Example: "  leermoment staff add petra --name \"Petra Demo\" --role project-leader\n  leermoment staff add dirk --name \"Dirk Demo\" --role director --organisation \"Opleiders Voorbeeld\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			n := office.NewStaff{Login: args[0], Name: name}
			for _, r := range roles {
				n.Roles = append(n.Roles, procedure.Role(r))
			}
			founded, err := a.found(cmd.Context(), n, organisation)
			if founded || err != nil {
				return err
			}
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				if err := s.office.AddStaff(ctx, s.viewer, n); err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, s.T("command.staff-added"))
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&organisation, "organisation", "", a.words().T("command.flag-organisation"))
	cmd.Flags().StringVar(&name, "name", "", a.words().T("command.flag-name"))
	cmd.Flags().StringArrayVar(&roles, "role", nil, a.words().T("command.flag-role"))
	return cmd
}

// staffChange gives somebody another name or other roles; what is not given stays.
func (a *app) staffChange() *cobra.Command {
	var name string
	var roles []string
	cmd := &cobra.Command{
		Use: "change LOGIN", Short: a.words().T("command.staff-change"), Args: exactly(1),
		Example: "  leermoment staff change petra --role project-leader --role office-manager",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				m, ok := s.org.ByLogin(args[0])
				if !ok {
					return office.ErrNotFound
				}
				n := office.NewStaff{Login: m.Login, Name: m.Name, Roles: m.Roles}
				if cmd.Flags().Changed("name") {
					n.Name = name
				}
				if len(roles) > 0 {
					n.Roles = nil
				}
				for _, r := range roles {
					n.Roles = append(n.Roles, procedure.Role(r))
				}
				if err := s.office.ChangeStaff(ctx, s.viewer, n); err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, s.T("command.staff-changed"))
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&name, "name", "", a.words().T("command.flag-name"))
	cmd.Flags().StringArrayVar(&roles, "role", nil, a.words().T("command.flag-role"))
	return cmd
}

// found sets an empty file up with its first member of staff, and says whether
// it was empty. That one is a director: nobody else can add the others.
func (a *app) found(ctx context.Context, n office.NewStaff, organisation string) (founded bool, err error) {
	asked := a.flags.lang
	err = a.open(ctx, func(ctx context.Context, s session) error {
		if founded = s.org.Seq == 0; !founded {
			return nil
		}
		if !slices.Contains(n.Roles, procedure.Director) {
			return complaint.Faults{{Field: "role", Key: "first-director"}}
		}
		f := office.Founding{Name: organisation, Language: string(s.Language()), Staff: []office.NewStaff{n}}
		if err := s.office.Found(ctx, f); err != nil {
			return err
		}
		fmt.Fprintln(a.edge.Err, s.T("command.staff-added"))
		return nil
	})
	a.flags.lang = asked
	return founded, err
}

func (a *app) staffKey() *cobra.Command {
	return &cobra.Command{
		Use: "key LOGIN FILE", Short: a.words().T("command.staff-key"), Args: exactly(2),
		Example: "  leermoment staff key dirk ~/.ssh/id_ed25519.pub",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				text, err := a.read(args[1])
				if err != nil {
					return unreadable("key", err)
				}
				fingerprint, err := s.office.AddKey(ctx, s.viewer, args[0], text)
				if err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, s.T("command.key-added", map[string]any{"Fingerprint": fingerprint}))
				return nil
			})
		},
	}
}

// staffUnkey takes a key away, as of a laptop that was lost.
func (a *app) staffUnkey() *cobra.Command {
	return &cobra.Command{
		Use: "unkey LOGIN FINGERPRINT", Short: a.words().T("command.staff-unkey"), Args: exactly(2),
		Example: "  leermoment staff unkey dirk SHA256:rj1Ci5wYCPCXjtA0uxVJTvLVpzMHgJNcVWvdtwpQ2zY",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				if err := s.office.RemoveKey(ctx, s.viewer, args[0], args[1]); err != nil {
					return err
				}
				fmt.Fprintln(a.edge.Err, s.T("command.key-removed"))
				return nil
			})
		},
	}
}
