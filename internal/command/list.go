package command

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
)

type listed struct {
	Number         string  `json:"number"`
	ReceivedAt     *string `json:"received_at"`
	Phase          string  `json:"phase"`
	Outcome        *string `json:"outcome"`
	Step           string  `json:"step"`
	Subject        *string `json:"subject"`
	Complainant    *string `json:"complainant"`
	Owner          *string `json:"owner"`
	Severity       string  `json:"severity"`
	Category       *string `json:"category"`
	NextObligation *string `json:"next_obligation"`
	NextDue        *string `json:"next_due"`
	Overdue        bool    `json:"overdue"`
}

// asked is how a part of the register is asked for.
type asked struct {
	q    office.Query
	view string
}

func (x *asked) flags(a *app, cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&x.view, "view", string(office.Todo), a.words().T("command.flag-view"))
	f.StringVar(&x.q.Search, "search", "", a.words().T("command.flag-search"))
	f.StringVar(&x.q.Category, "category", "", a.words().T("command.flag-category"))
	f.StringVar(&x.q.Owner, "owner", "", a.words().T("command.flag-owner"))
	f.IntVar(&x.q.Limit, "limit", 0, a.words().T("command.flag-limit"))
}

func (x *asked) query() (office.Query, error) {
	x.q.View = office.View(x.view)
	if !slices.Contains(office.Views(), x.q.View) {
		return x.q, complaint.Faults{{Field: "view", Key: "choice", Args: map[string]string{"Choices": "todo, mine, overdue, handling, learning, completed, all"}}}
	}
	if x.q.Limit < 0 {
		return x.q, complaint.Faults{{Field: "limit", Key: "number", Args: map[string]string{"Low": "0", "High": "1000000"}}}
	}
	return x.q, nil
}

// list is the register (S10).
func (a *app) list() *cobra.Command {
	var which asked
	cmd := &cobra.Command{
		Use: "list", Short: a.words().T("command.list"), Args: exactly(0),
		Example: "  leermoment list --view overdue\n  leermoment list --view all --search teamcoaching --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				q, err := which.query()
				if err != nil {
					return err
				}
				page, err := s.office.List(ctx, s.viewer, q)
				if err != nil {
					return err
				}
				return a.printList(ctx, s, page)
			})
		},
	}
	which.flags(a, cmd)
	return cmd
}

// severity of what the viewer may know nothing of is unknown.
func severity(l office.Line) complaint.Severity {
	if l.About {
		return complaint.UnknownSeverity
	}
	return l.Severity
}

func (a *app) printList(ctx context.Context, s session, page office.Page) error {
	if a.flags.json {
		return a.printEach(func(one func(v any) error) error {
			for _, l := range page.Lines {
				owner, _ := s.org.Member(l.Owner)
				err := one(listed{l.Number, stamp(l.ReceivedAt), string(l.Phase), orNull(l.Outcome), string(l.Step),
					orNull(l.Subject), orNull(l.Complainant), orNull(owner.Login), string(severity(l)), orNull(l.Category),
					orNull(l.Next.ID), stamp(l.Due), l.Overdue})
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
	if len(page.Lines) == 0 {
		a.say(s.T("command.list-empty"))
		return nil
	}
	proc, err := s.office.Procedure(ctx)
	if err != nil {
		return err
	}
	now := s.office.Now()
	var rows [][]string
	for _, l := range page.Lines {
		next := ""
		if o, ok := proc.Obligation(l.Next.ID); ok {
			next = o.Title.In(string(s.Language()))
		}
		left := ""
		if !l.Due.IsZero() {
			left = s.Left(l.Due, now)
		}
		rows = append(rows, []string{l.Number, l.Complainant, s.T("step." + string(l.Step)), next, left, l.Subject})
	}
	a.table([]string{s.T("column.number"), s.T("column.complainant"), s.T("column.step"), s.T("column.next"), s.T("column.time"), s.T("column.subject")}, rows)
	return nil
}
