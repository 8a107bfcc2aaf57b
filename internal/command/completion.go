package command

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// shells write what makes a shell complete the words of this program.
func shells(root *cobra.Command) map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"bash":       func(w io.Writer) error { return root.GenBashCompletionV2(w, true) },
		"fish":       func(w io.Writer) error { return root.GenFishCompletion(w, true) },
		"powershell": root.GenPowerShellCompletionWithDesc,
		"zsh":        root.GenZshCompletion,
	}
}

func shellNames() []string { return slices.Sorted(maps.Keys(shells(nil))) }

// completion prints what makes a shell complete the words of this program.
func (a *app) completion() *cobra.Command {
	return &cobra.Command{
		Use: "completion SHELL", Short: a.words().T("command.completion"), Args: exactly(1),
		Example: "  leermoment completion bash > ~/.local/share/bash-completion/completions/leermoment",
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := shells(cmd.Root())[args[0]]
			if !ok {
				return misuse("usage.unknown-shell", lang.Args{"Value": args[0], "Shells": strings.Join(shellNames(), ", ")})
			}
			return write(a.edge.Out)
		},
	}
}

// leave lets the shell complete by itself, as it does the name of a file.
func leave(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

// fixed completes one of these.
func fixed(values ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)
}

// completes tells the shell what may stand at each place of each command: at a
// word of its Use line and after a flag.
func (a *app) completes(cmd *cobra.Command) {
	words := map[string]cobra.CompletionFunc{
		"SUBJECT": a.subjects, "ACTION": a.actionIDs, "LOGIN": a.logins, "FOR": a.logins,
		"FILE": leave, "SHELL": fixed(shellNames()...),
	}
	var views []string
	for _, v := range office.Views() {
		views = append(views, string(v))
	}
	flags := map[string]cobra.CompletionFunc{
		"lang": fixed(string(lang.NL), string(lang.EN)), "view": fixed(views...), "as": a.logins, "owner": a.logins, "hand-over": a.logins,
		"role":     fixed(string(procedure.OfficeManager), string(procedure.ProjectLeader), string(procedure.Director)),
		"category": a.categories, "db": leave, "input": leave, "output": leave, "to": leave, "field": a.fieldValues,
		"dir": func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	a.completesAll(cmd, words, flags)
}

func (a *app) completesAll(cmd *cobra.Command, words, flags map[string]cobra.CompletionFunc) {
	places := strings.Fields(strings.NewReplacer("[", "", "]", "").Replace(cmd.Use))[1:]
	if cmd.ValidArgsFunction == nil {
		cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) < len(places) && words[places[len(args)]] != nil {
				return words[places[len(args)]](cmd, args, typed)
			}
			return cobra.NoFileCompletions(cmd, args, typed)
		}
	}
	for _, set := range []*pflag.FlagSet{cmd.LocalNonPersistentFlags(), cmd.PersistentFlags()} {
		set.VisitAll(func(f *pflag.Flag) {
			complete := flags[f.Name]
			if complete == nil {
				complete = cobra.NoFileCompletions
			}
			_ = cmd.RegisterFlagCompletionFunc(f.Name, complete) // it fails only for a flag that is not there, or has one
		})
	}
	for _, c := range cmd.Commands() {
		a.completesAll(c, words, flags)
	}
}
