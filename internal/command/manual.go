package command

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manual writes the pages in Markdown, in the words of the help and some more.
type manual struct {
	app  *app
	root *cobra.Command
}

func (m manual) say(key string) string { return m.app.words().T("man." + key) }

// has says whether the manual has a text.
func (m manual) has(key string) bool { return m.app.words().Has("man." + key) }

// commands are those that do something, in the order of the help.
func (m manual) commands(cmd *cobra.Command) (all []*cobra.Command) {
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			all = append(append(all, c), m.commands(c)...)
		}
	}
	return all
}

// program is the page of the whole program.
func (m manual) program() string {
	var b page
	m.begin(&b, m.root, "**leermoment** \\[*"+m.say("options")+"*\\] \\["+m.called("SUBJECT")+"\\]",
		"**leermoment** *"+m.say("command")+"* \\[*"+m.say("options")+"*\\]")
	for _, key := range []string{"about", "about-screen", "about-subject", "about-acting", "about-times", "about-output"} {
		b.paragraph(m.say(key))
	}
	b.heading(m.say("commands"))
	b.paragraph(m.say("commands-about"))
	for _, c := range m.commands(m.root) {
		if c.HasSubCommands() {
			continue // its commands follow
		}
		b.define(m.synopsis(c), m.what(c))
	}
	b.heading(m.say("options"))
	m.flags(&b, m.root.PersistentFlags(), m.root.LocalNonPersistentFlags())
	m.listed(&b, "files", "file", usualDatabase, usualDatabase+".*.backup", "leermoment_host_ed25519", "/var/lib/leermoment/leermoment.db", "/usr/lib/systemd/system/leermoment.service")
	m.exits(&b, "0", "1", "2", "3", "4", "5", "6")
	m.listed(&b, "environment", "variable", "XDG_DATA_HOME", "NO_COLOR", "TERM, COLORTERM", "TMPDIR", "LEERMOMENT_LANG")
	b.heading(m.say("examples"))
	for i, line := range []string{
		"leermoment demo", "leermoment list --view overdue", "leermoment obligations 2026-014 --as-of \"2026-11-23 14:05\"",
		"leermoment do 2026-014 note --field text=\"Teruggebeld\"", "systemctl enable --now leermoment", "ssh -p 2222 dirk@server list --view mine --json",
	} {
		b.paragraph(m.say("example-" + strconv.Itoa(i+1)))
		b.example("  " + line)
	}
	m.related(&b, m.commands(m.root), "**ssh**(1)", "**systemctl**(1)")
	b.paragraph(m.say("handbook"))
	return b.String()
}

// command is the page of one command.
func (m manual) command(cmd *cobra.Command) string {
	var b page
	m.begin(&b, cmd, m.synopsis(cmd))
	b.paragraph(m.what(cmd))
	if cmd.HasSubCommands() {
		b.heading(m.say("commands"))
		for _, c := range m.commands(cmd) {
			b.define(m.synopsis(c), m.what(c))
		}
	}
	b.heading(m.say("options"))
	m.flags(&b, cmd.LocalNonPersistentFlags(), m.root.PersistentFlags())
	m.exits(&b, "0", "1", "2", "3", "4", "5")
	if cmd.Example != "" {
		b.heading(m.say("examples"))
		b.example(cmd.Example)
	}
	m.related(&b, append([]*cobra.Command{m.root}, m.commands(cmd)...))
	return b.String()
}

func (m manual) begin(b *page, cmd *cobra.Command, synopses ...string) {
	b.heading(m.say("name"))
	b.paragraph(pageName(cmd) + " - " + cmd.Short)
	b.heading(m.say("synopsis"))
	b.raw(strings.Join(synopses, "  \n"))
	b.heading(m.say("description"))
}

// what a command does: what the manual says, else what the help says.
func (m manual) what(cmd *cobra.Command) string {
	key := strings.ReplaceAll(strings.TrimPrefix(cmd.CommandPath(), "leermoment "), " ", "-")
	if m.has("of-" + key) {
		return cmd.Short + ". " + m.say("of-"+key)
	}
	return cmd.Short + "."
}

// synopsis is how a command is called: its name, and the words in its Use line.
func (m manual) synopsis(cmd *cobra.Command) string {
	text := "**" + plainly(cmd.CommandPath()) + "**"
	for _, word := range strings.Fields(cmd.Use)[1:] {
		inner := strings.Trim(word, "[]")
		shown := m.called(inner)
		if inner != word {
			shown = `\[` + shown + `\]`
		}
		text += " " + shown
	}
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" {
			text += ` \[` + flagged(f) + `\]`
		}
	})
	return text
}

// flagged is a flag with what stands behind it.
func flagged(f *pflag.Flag) string {
	text := "**--" + plainly(f.Name) + "**"
	if value, _ := pflag.UnquoteUsage(f); value != "" {
		text += " *" + plainly(value) + "*"
	}
	return text
}

// called is a word that stands for something, or a choice that is typed as it is.
func (m manual) called(word string) string {
	if strings.ToUpper(word) == word {
		return "*" + plainly(word) + "*"
	}
	return plainly(word)
}

func (m manual) flags(b *page, sets ...*pflag.FlagSet) {
	for _, set := range sets {
		set.VisitAll(func(f *pflag.Flag) {
			if f.Hidden {
				return
			}
			_, text := pflag.UnquoteUsage(f)
			term := flagged(f)
			if f.Shorthand != "" {
				term = "**-" + f.Shorthand + "**, " + term
			}
			if said(f) {
				text += " " + m.app.words().T("help.default", map[string]any{"Value": f.DefValue})
			}
			b.define(term, text)
		})
	}
}

// listed is a section of names, each with its sentence.
func (m manual) listed(b *page, section, key string, names ...string) {
	b.heading(m.say(section))
	for i, name := range names {
		b.define("*"+plainly(name)+"*", m.say(fmt.Sprintf("%s-%d", key, i+1)))
	}
}

func (m manual) exits(b *page, codes ...string) {
	b.heading(m.say("exit-status"))
	for _, code := range codes {
		b.define("**"+code+"**", m.say("exit-"+code))
	}
}

// related names the pages of commands, and others.
func (m manual) related(b *page, cmds []*cobra.Command, others ...string) {
	b.heading(m.say("see-also"))
	var names []string
	for _, c := range cmds {
		names = append(names, "**"+plainly(pageName(c))+"**(1)")
	}
	b.raw(strings.Join(append(names, others...), ", "))
}
