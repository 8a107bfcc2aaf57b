package command

import (
	"context"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
)

type offered struct {
	ID       string         `json:"id"`
	Step     *string        `json:"step"`
	Title    string         `json:"title"`
	Possible bool           `json:"possible"`
	Refusal  *string        `json:"refusal"`
	Fields   []offeredField `json:"fields"`
}

type offeredField struct {
	Name     string          `json:"name"`
	Title    string          `json:"title"`
	Kind     string          `json:"kind"`
	Required bool            `json:"required"`
	Choices  []offeredChoice `json:"choices"`
	Default  *string         `json:"default"`
}

type offeredChoice struct {
	Value string `json:"value"`
	Title string `json:"title"`
}

// actions prints what can be done on a subject now, and if not why not.
func (a *app) actions() *cobra.Command {
	return &cobra.Command{
		Use: "actions [SUBJECT]", Short: a.words().T("command.actions"), Args: atMost(1),
		Example: "  leermoment actions 2026-014\n  leermoment actions --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				offers, err := s.office.Offers(ctx, s.viewer, first(args))
				if err != nil {
					return err
				}
				return a.printOffers(s, offers)
			})
		},
	}
}

func (a *app) printOffers(s session, offers []complaint.Offer) error {
	if a.flags.json {
		out := make([]offered, 0, len(offers))
		for _, o := range offers {
			out = append(out, offeredOf(s.Speaker, o))
		}
		return a.print(out)
	}
	var rows [][]string
	for _, o := range offers {
		state := s.T("command.possible")
		if o.Refusal != nil {
			state = s.Refusal(o.Refusal.Key, o.Refusal.Args)
		}
		rows = append(rows, []string{string(o.Spec.ID), s.T("action." + string(o.Spec.ID)), state})
	}
	a.table([]string{s.T("column.action"), s.T("column.title"), s.T("column.possible")}, rows)
	return nil
}

func offeredOf(s *lang.Speaker, o complaint.Offer) offered {
	out := offered{ID: string(o.Spec.ID), Step: orNull(o.Spec.Step), Title: s.T("action." + string(o.Spec.ID)), Possible: o.Refusal == nil, Fields: []offeredField{}}
	if o.Refusal != nil {
		text := s.Refusal(o.Refusal.Key, o.Refusal.Args)
		out.Refusal = &text
	}
	for _, f := range o.Fields {
		field := offeredField{f.Name, s.FieldTitle(string(o.Spec.ID), f.Name), string(f.Kind), f.Required, []offeredChoice{}, orNull(f.Default)}
		for _, c := range f.Choices {
			field.Choices = append(field.Choices, offeredChoice{c.Value, choiceTitle(s, string(o.Spec.ID), f.Name, c)})
		}
		out.Fields = append(out.Fields, field)
	}
	return out
}

// choiceTitle is a choice's own label, else the catalogue's word for it.
func choiceTitle(s *lang.Speaker, action, field string, c complaint.Choice) string {
	if title := c.Label.In(string(s.Language())); title != "" {
		return title
	}
	return s.ChoiceTitle(action, field, c.Value)
}
