package command

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

type owedBy struct {
	Role  string  `json:"role"`
	Login *string `json:"login"`
}

type source struct {
	Sentence string `json:"sentence"`
	Text     string `json:"text"`
}

type obligation struct {
	Number        string          `json:"number"`
	ID            string          `json:"id"`
	Title         string          `json:"title"`
	Step          string          `json:"step"`
	OwedBy        owedBy          `json:"owed_by"`
	Status        string          `json:"status"`
	StartsAt      *string         `json:"starts_at"`
	DueAt         *string         `json:"due_at"`
	OriginalDueAt *string         `json:"original_due_at"`
	MetAt         *string         `json:"met_at"`
	Reason        *string         `json:"reason"`
	Reckoning     []calendar.Step `json:"reckoning"`
	Sources       []source        `json:"sources"`
}

// obligations prints what is owed, by whom and by when.
func (a *app) obligations() *cobra.Command {
	var at string
	cmd := &cobra.Command{
		Use: "obligations [SUBJECT]", Short: a.words().T("command.obligations"), Args: atMost(1),
		Example: "  leermoment obligations 2026-014\n  leermoment obligations --as-of \"2026-11-23 14:05\" --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				moment, err := a.moment("as-of", at)
				if err != nil {
					return err
				}
				owed := func(tell func(office.Owed) error) error {
					return s.office.Obligations(ctx, s.viewer, first(args), moment, tell)
				}
				return a.printObligations(s, owed, moment, first(args) != "")
			})
		},
	}
	cmd.Flags().StringVar(&at, "as-of", "", a.words().T("command.flag-as-of"))
	return cmd
}

// moment reads a flag that holds one.
func (a *app) moment(flag, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	t, err := complaint.ParseMoment(value, a.edge.Zone)
	if err != nil {
		return t, complaint.Faults{{Field: flag, Key: "moment"}}
	}
	return t, nil
}

func obligationsOf(s session, owed office.Owed) []obligation {
	out := make([]obligation, 0, len(owed.Duties))
	for _, d := range owed.Duties {
		out = append(out, obligation{
			Number: owed.Number, ID: d.Obligation.ID, Title: d.Obligation.Title.In(string(s.Language())),
			Step: string(d.Obligation.Step), OwedBy: owedBy{string(d.Obligation.OwedBy), ownerLogin(d, owed.Owner)},
			Status: string(d.Status), StartsAt: stamp(d.StartsAt), DueAt: stamp(d.DueAt), OriginalDueAt: stamp(d.OriginalDueAt),
			MetAt: stamp(d.MetAt), Reason: orNull(reason(s, d)), Reckoning: reckoning(d), Sources: sources(d.Obligation, owed.Procedure),
		})
	}
	return out
}

func ownerLogin(d office.DutyView, owner office.Viewer) *string {
	if d.Obligation.OwedBy == procedure.Owner {
		return login(owner)
	}
	return nil
}

func reason(s session, d office.DutyView) string {
	switch {
	case d.Waived != nil:
		return d.Waived.Why
	case d.Reason == complaint.ReasonUnless:
		return s.T("reason." + string(d.ReasonFact))
	case d.Reason != "":
		return s.T("reason." + string(d.Reason))
	}
	return ""
}

func reckoning(d office.DutyView) []calendar.Step {
	if d.Reckoning == nil {
		return []calendar.Step{}
	}
	return d.Reckoning
}

func sources(o procedure.Obligation, p *procedure.Procedure) []source {
	out := make([]source, 0, len(o.Sentences))
	for _, id := range o.Sentences {
		if x, ok := p.Sentence(id); ok {
			out = append(out, source{id, x.Text})
		}
	}
	return out
}

// printObligations prints all of one subject; over all subjects a person reads
// only what is open, and JSON has everything.
func (a *app) printObligations(s session, owed func(tell func(office.Owed) error) error, at time.Time, all bool) error {
	if a.flags.json {
		return a.printEach(func(one func(v any) error) error {
			return owed(func(o office.Owed) error {
				for _, x := range obligationsOf(s, o) {
					if err := one(x); err != nil {
						return err
					}
				}
				return nil
			})
		})
	}
	if at.IsZero() {
		at = s.office.Now()
	}
	var rows [][]string
	err := owed(func(o office.Owed) error {
		for _, d := range o.Duties {
			if !all && !d.IsOpen(at) {
				continue
			}
			due := ""
			if !d.DueAt.IsZero() {
				due = s.Moment(d.DueAt)
			}
			rows = append(rows, []string{o.Number, d.Obligation.Title.In(string(s.Language())), s.T("role." + string(d.Obligation.OwedBy)),
				s.T("status." + string(d.Status)), due})
		}
		return nil
	})
	if err != nil {
		return err
	}
	a.table([]string{s.T("column.number"), s.T("column.obligation"), s.T("column.owed-by"), s.T("column.status"), s.T("column.due")}, rows)
	return nil
}
