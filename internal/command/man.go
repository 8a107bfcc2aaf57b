package command

import (
	"strings"
	"time"

	"github.com/cpuguy83/go-md2man/v2/md2man"
	"github.com/spf13/cobra"

	"leermoment/internal/lang"
)

// usualDatabase is where the file is for everybody who reads a page; the edge's
// own path is that of one person on one machine.
const usualDatabase = "~/.local/share/leermoment/leermoment.db"

// man prints the manual page, or writes the pages of the program and of each
// command in both languages as man finds them beneath a folder.
func (a *app) man() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use: "man", Short: a.words().T("command.man"), Args: exactly(0),
		Example: "  leermoment man | man -l -\n  leermoment man --dir ~/.local/share/man",
		RunE: func(*cobra.Command, []string) error {
			if dir == "" {
				_, err := a.edge.Out.Write(pages(a.edge, a.words().Language())["leermoment.1"])
				return err
			}
			all := map[string][]byte{}
			for folder, l := range map[string]lang.Language{"man1/": lang.EN, "nl/man1/": lang.NL} {
				for name, page := range pages(a.edge, l) {
					all[folder+name] = page
				}
			}
			return a.edge.WritePages(dir, all)
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", a.words().T("command.flag-dir"))
	return cmd
}

// pages are the page of the program and those of its commands, by file name.
func pages(edge Edge, l lang.Language) map[string][]byte {
	edge.Database = usualDatabase
	root := Root(edge, l)
	m := manual{app: &app{edge: edge, asked: l}, root: root}
	all := map[string][]byte{"leermoment.1": m.render(root, m.program())}
	for _, c := range m.commands(root) {
		all[pageName(c)+".1"] = m.render(c, m.command(c))
	}
	return all
}

func pageName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// render makes a page of its text in Markdown. A hyphen is made a real one: what
// people copy from a page, or look for in it, they type. Lines are not broken
// within a word, by English rules in Dutch, nor stretched.
func (m manual) render(cmd *cobra.Command, text string) []byte {
	head := []string{strings.ToUpper(pageName(cmd)), "1", "", "Leermoment " + m.app.edge.Build.Version, m.say("title")}
	if at := m.app.edge.Build.Date; !at.IsZero() {
		head[2] = at.UTC().Format(time.DateOnly)
	}
	page := md2man.Render([]byte(`% "` + strings.Join(head, `" "`) + "\"\n" + text))
	lines := strings.Split(strings.ReplaceAll(string(page), `\-`, "-"), "\n")
	for i, line := range lines {
		switch {
		case strings.HasPrefix(line, ".TH "):
			lines[i] = line + "\n.nh\n.ad l"
		case line == ".EE": // breaks words again
			lines[i] = line + "\n.nh"
		case !strings.HasPrefix(line, "."):
			lines[i] = strings.ReplaceAll(line, "-", `\-`)
		}
	}
	return []byte(strings.Join(lines, "\n"))
}
