package ui

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// Printing makes a paper for somebody and says where its file is, in full.
type Printing func(ctx context.Context, v office.Viewer, sp *lang.Speaker, what nav.Print) (path string, err error)

// NoPlace says that a paper was made and its file could not be.
type NoPlace struct{ Why error }

func (n *NoPlace) Error() string { return n.Why.Error() }

// Unwrap gives the machine's own word.
func (n *NoPlace) Unwrap() error { return n.Why }

// printed is the file that a paper became.
type printed struct {
	path string
	err  error
}

// print makes a paper. Who sits at another machine is told what to type there:
// here he has no files.
func (a *App) print(what nav.Print) tea.Cmd {
	sp := a.c.Speaker
	if a.c.Print == nil {
		command := atHome(a.c.Viewer.Login, a.c.Office.Day(a.c.Office.Now()).String(), what, sp)
		return nav.To(nav.Read{Title: sp.T("print.at-home-title"), Text: sp.T("print.at-home", lang.Args{"Command": command}), Copy: command})
	}
	print, viewer := a.c.Print, a.c.Viewer
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		path, err := print(ctx, viewer, sp, what)
		return printed{path, err}
	}
}

// showPrinted says where the file is, in full, to be read and copied.
func (a *App) showPrinted(p printed) tea.Cmd {
	sp := a.c.Speaker
	var place *NoPlace
	switch {
	case errors.As(p.err, &place):
		return nav.To(nav.Say{Text: sp.T("print.no-place", lang.Args{"Why": place.Error()})})
	case errors.Is(p.err, office.ErrNotFound):
		return nav.To(nav.Say{Text: sp.T("command.not-found")})
	case p.err != nil:
		return nav.To(nav.Say{Text: sp.Why(p.err, "print.failed")})
	}
	a.said = sp.T("print.done", lang.Args{"Path": p.path})
	return nav.To(nav.Read{Title: sp.T("print.done-title"), Text: sp.T("print.where", lang.Args{"Path": p.path}), Copy: p.path})
}

// read shows a text; what of it can be copied is copied with y.
func (a *App) read(r nav.Read) {
	a.overlay, a.chosen = kit.NewPager(a.styles, a.c.Speaker, r.Title, r.Text), nil
	if r.Copy != "" {
		a.overlay = kit.NewCopyPager(a.styles, a.c.Speaker, r.Title, r.Text)
		a.chosen = func(id string) tea.Cmd {
			if id == "" {
				return nil
			}
			return nav.To(nav.Copy{Text: r.Copy})
		}
	}
}

// printable is what the palette prints: the form, the register, and the dossier
// that is open or under the cursor.
func (a *App) printable(subject string) []kit.Item {
	sp := a.c.Speaker
	items := []kit.Item{{ID: prints + string(nav.FormPaper), Label: sp.T("command.form"), Hint: "P"},
		{ID: prints + string(nav.RegisterPaper), Label: sp.T("print.whole-register"), Hint: "P"}}
	if office.IsComplaint(subject) {
		items = append(items, kit.Item{ID: prints + string(nav.DossierPaper), Label: sp.T("print.whole-dossier"), Hint: subject})
	}
	return items
}

func (a *App) paper(what, subject string) nav.Print {
	return nav.Print{Paper: nav.Paper(what), Subject: subject, View: string(office.All)}
}

// atHome is the command that prints a paper on somebody's own computer, today.
func atHome(login, today string, what nav.Print, sp *lang.Speaker) string {
	var words []string
	file := what.Subject
	switch what.Paper {
	case nav.FormPaper:
		words, file = []string{"form"}, sp.T("paper-file.form")
	case nav.LetterPaper:
		words = []string{"letter", what.Subject, what.Kind}
		file = sp.T("paper-file.of", lang.Args{"Number": what.Subject, "Paper": sp.T("paper-file." + what.Kind)})
		switch {
		case what.Which == office.NextLetter:
			words = append(words, "--which", "next")
		case what.Which > 0:
			words = append(words, "--which", strconv.Itoa(what.Which))
		}
	case nav.DossierPaper:
		words = []string{"print", what.Subject}
		if !what.Known.IsZero() {
			words = append(words, "--known-at", what.Known.UTC().Format(time.RFC3339))
		}
	default:
		words = []string{"print", "--view", what.View}
		file = sp.T("paper-file.register", lang.Args{"Day": today})
		if what.Search != "" {
			words = append(words, "--search", word(what.Search))
		}
	}
	if l := string(sp.Language()); what.Paper != nav.LetterPaper {
		words = append(words, "--lang", l)
	}
	return "ssh " + word(login) + "@SERVER " + remotely(strings.Join(words, " ")) + " > " + file + ".pdf"
}

// simple are the characters that mean themselves in any shell.
const simple = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:"

// word quotes what is not simple for a shell.
func word(text string) string {
	text = lang.Plain(text)
	if text != "" && strings.Trim(text, simple) == "" {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

// remotely quotes a command line once more where ssh's own shell would take it
// apart.
func remotely(line string) string {
	if strings.Trim(line, simple+" ") == "" {
		return line
	}
	if !strings.ContainsAny(line, "\"$`\\!") {
		return `"` + line + `"`
	}
	return word(line)
}
