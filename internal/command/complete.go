package command

import (
	"context"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// patience is how long a shell waits for the file: a key was pressed.
const patience = 2 * time.Second

// most is how many numbers are offered at once.
const most = 200

// harmless are the words that a shell may be given. What is read from the file
// goes through it, since a shell runs what it is given; so does every name that
// somebody outside has thought of.
var harmless = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._:-]*$`)

// suggestion is a word that can stand here, and what it is.
type suggestion struct{ word, about string }

// complete reads from the file what can stand here, for who would act. It makes
// no file, asks nothing, and where anything fails there is nothing to suggest.
func (a *app) complete(cmd *cobra.Command, typed string, read func(context.Context, session) ([]suggestion, error)) ([]string, cobra.ShellCompDirective) {
	if a.edge.Look == nil || cmd.Context() == nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ctx, cancel := context.WithTimeout(cmd.Context(), patience)
	defer cancel()
	var found []suggestion
	err := a.openBy(ctx, a.edge.Look, a.acting(func(ctx context.Context, s session) (err error) {
		found, err = read(ctx, s)
		return err
	}))
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var words []string
	for _, x := range found {
		name, value, _ := strings.Cut(x.word, "=")
		if strings.HasPrefix(x.word, typed) && harmless.MatchString(name) && (value == "" || harmless.MatchString(value)) && len(words) < most {
			words = append(words, cobra.CompletionWithDesc(x.word, x.about))
		}
	}
	return words, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// subjects are the numbers that the person may see, those of complaints first,
// each with the step at which it is and nothing that somebody wrote.
func (a *app) subjects(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	return a.complete(cmd, typed, func(ctx context.Context, s session) (found []suggestion, err error) {
		page, err := s.office.List(ctx, s.viewer, office.Query{View: office.All, Search: typed, Limit: most})
		if err != nil {
			return nil, err
		}
		for _, l := range page.Lines {
			found = append(found, suggestion{l.Number, s.T("step." + string(l.Step))})
		}
		measures, err := s.office.Measures(ctx, s.viewer)
		if err != nil {
			return nil, err
		}
		for _, m := range measures {
			found = append(found, suggestion{m.ID, s.T("completion.measure")})
		}
		for _, n := range page.Notices {
			found = append(found, suggestion{n.ID, s.T("completion.notice")})
		}
		return append(found, suggestion{organisation.Stream, s.T("completion.office")}), nil
	})
}

// actionIDs are those that the person may take now on the subject before it.
func (a *app) actionIDs(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	return a.complete(cmd, typed, func(ctx context.Context, s session) (found []suggestion, err error) {
		offers, err := s.office.Offers(ctx, s.viewer, first(args))
		for _, o := range offers {
			if o.Refusal == nil {
				found = append(found, suggestion{string(o.Spec.ID), s.T("action." + string(o.Spec.ID))})
			}
		}
		return found, err
	})
}

// fieldValues are name=value: the names of the fields that the action before it
// has, or without one the incident form; after a name its choices.
func (a *app) fieldValues(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	subject, action := first(args), procedure.NewComplaint
	if len(args) > 1 {
		action = procedure.ActionID(args[1])
	}
	name, _, named := strings.Cut(typed, "=")
	words, directive := a.complete(cmd, typed, func(ctx context.Context, s session) (found []suggestion, err error) {
		offers, err := s.office.Offers(ctx, s.viewer, subject)
		for _, o := range offers {
			if o.Spec.ID != action {
				continue
			}
			for _, f := range o.Fields {
				switch {
				case !named:
					found = append(found, suggestion{f.Name + "=", s.FieldTitle(string(action), f.Name)})
				case f.Name == name:
					found = append(found, choicesOf(f)...)
				}
			}
		}
		return found, err
	})
	if !named {
		directive |= cobra.ShellCompDirectiveNoSpace
	}
	return words, directive
}

func choicesOf(f complaint.Field) (found []suggestion) {
	values := []string{}
	for _, c := range f.Choices {
		values = append(values, c.Value)
	}
	if f.Kind == complaint.BoolKind {
		values = []string{"true", "false"}
	}
	for _, v := range values {
		found = append(found, suggestion{word: f.Name + "=" + v})
	}
	return found
}

// logins are those of who works here, each with his roles.
func (a *app) logins(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	return a.complete(cmd, typed, func(_ context.Context, s session) (found []suggestion, _ error) {
		for _, m := range s.org.Active() {
			var roles []string
			for _, r := range m.Roles {
				roles = append(roles, s.T("role."+string(r)))
			}
			found = append(found, suggestion{m.Login, strings.Join(roles, ", ")})
		}
		return found, nil
	})
}

// categories are those of the procedure in force.
func (a *app) categories(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	return a.complete(cmd, typed, func(ctx context.Context, s session) (found []suggestion, err error) {
		p, err := s.office.Procedure(ctx)
		if err != nil {
			return nil, err
		}
		for _, c := range p.Categories {
			found = append(found, suggestion{word: c.ID})
		}
		return found, nil
	})
}

// commandNames are the commands, for help.
func (a *app) commandNames(cmd *cobra.Command, _ []string, _ string) (names []string, _ cobra.ShellCompDirective) {
	for _, c := range cmd.Root().Commands() {
		if c.IsAvailableCommand() {
			names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
