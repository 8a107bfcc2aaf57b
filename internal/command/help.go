package command

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// useLine is how a command is called.
func useLine(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return cmd.Use
	}
	return cmd.Parent().CommandPath() + " " + cmd.Use
}

// help writes what a command does, how it is called, an example and its flags.
func (a *app) help(cmd *cobra.Command, _ []string) {
	s := a.words()
	var b strings.Builder
	part := func(key string, lines ...string) {
		if len(lines) > 0 {
			fmt.Fprintf(&b, "\n%s\n%s\n", s.T("help."+key), strings.Join(lines, "\n"))
		}
	}
	fmt.Fprintln(&b, cmd.Short)
	part("usage", "  "+useLine(cmd))
	if cmd.Example != "" {
		part("example", cmd.Example)
	}
	var commands [][2]string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			commands = append(commands, [2]string{c.Name(), c.Short})
		}
	}
	part("commands", columns(commands)...)
	part("flags", columns(a.flagRows(cmd.LocalNonPersistentFlags()))...)
	part("everywhere", columns(a.flagRows(cmd.Root().PersistentFlags()))...)
	if len(commands) > 0 {
		fmt.Fprintln(&b, "\n"+s.T("help.more", map[string]any{"Command": cmd.CommandPath()}))
	}
	fmt.Fprint(cmd.OutOrStdout(), b.String())
}

func (a *app) flagRows(flags *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, text := pflag.UnquoteUsage(f)
		left := "    --" + f.Name
		if f.Shorthand != "" {
			left = "-" + f.Shorthand + ", --" + f.Name
		}
		if value != "" {
			left += " " + value
		}
		if said(f) {
			text += " " + a.words().T("help.default", map[string]any{"Value": f.DefValue})
		}
		rows = append(rows, [2]string{left, text})
	})
	return rows
}

// said says whether a flag's default is worth a word.
func said(f *pflag.Flag) bool {
	return f.DefValue != "" && f.DefValue != "0" && f.DefValue != "false" && f.DefValue != "[]"
}

func columns(rows [][2]string) []string {
	width := 0
	for _, r := range rows {
		width = max(width, ansi.StringWidth(r[0]))
	}
	var lines []string
	for _, r := range rows {
		lines = append(lines, "  "+r[0]+strings.Repeat(" ", width-ansi.StringWidth(r[0])+2)+r[1])
	}
	return lines
}

// helpCommand is `leermoment help COMMAND`.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: a.words().T("command.help"), Example: "  leermoment help list",
		ValidArgsFunction: a.commandNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(cmd.Root(), first(args))
			}
			return about.Help()
		},
	}
}
