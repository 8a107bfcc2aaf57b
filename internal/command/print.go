package command

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/paper"
)

func (s session) printer() paper.Printer {
	return paper.Printer{Office: s.office, Viewer: s.viewer, Speaker: s.Speaker}
}

// prints makes a command that prints one paper.
func (a *app) prints(cmd *cobra.Command, paperOf func(ctx context.Context, s session, args []string) (paper.Paper, error)) *cobra.Command {
	var out string
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.with(cmd.Context(), func(ctx context.Context, s session) error {
			p, err := paperOf(ctx, s, args)
			if err != nil {
				return err
			}
			return a.deliver(out, p.PDF)
		})
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", a.words().T("command.flag-output"))
	return cmd
}

// form prints the blank incident form.
func (a *app) form() *cobra.Command {
	cmd := &cobra.Command{Use: "form", Short: a.words().T("command.form"), Args: exactly(0), Example: "  leermoment form -o form.pdf"}
	return a.prints(cmd, func(ctx context.Context, s session, _ []string) (paper.Paper, error) {
		return s.printer().Form(ctx)
	})
}

// letter prints a letter as it went out, was approved, or would be prepared now.
func (a *app) letter() *cobra.Command {
	var which string
	cmd := &cobra.Command{Use: "letter SUBJECT KIND", Short: a.words().T("command.letter"), Args: exactly(2),
		Example: "  leermoment letter 2026-014 confirmation -o brief.pdf\n  leermoment letter 2026-014 copy --which next -o kopie.pdf"}
	cmd.Flags().StringVar(&which, "which", "", a.words().T("command.flag-which"))
	return a.prints(cmd, func(ctx context.Context, s session, args []string) (paper.Paper, error) {
		kind, err := letterKind(args[1])
		if err != nil {
			return paper.Paper{}, err
		}
		n, err := whichLetter(which)
		if err != nil {
			return paper.Paper{}, err
		}
		return s.printer().Letter(ctx, args[0], kind, n)
	})
}

func letterKind(name string) (complaint.LetterKind, error) {
	names := ""
	for _, k := range paper.Kinds() {
		if string(k) == name {
			return k, nil
		}
		if names += ", "; names == ", " {
			names = ""
		}
		names += string(k)
	}
	return "", complaint.Faults{{Field: "kind", Key: "choice", Args: map[string]string{"Choices": names}}}
}

func whichLetter(which string) (int, error) {
	switch which {
	case "":
		return office.LastLetter, nil
	case "next":
		return office.NextLetter, nil
	}
	n, err := strconv.Atoi(which)
	if err != nil || n < 1 {
		return 0, complaint.Faults{{Field: "which", Key: "choice", Args: map[string]string{"Choices": "1, 2 …, next"}}}
	}
	return n, nil
}

// theRegister is the SUBJECT under which the register is printed.
const theRegister = "register"

// print prints a dossier, or the register.
func (a *app) printing() *cobra.Command {
	q, known := asked{}, ""
	cmd := &cobra.Command{Use: "print [SUBJECT|register]", Short: a.words().T("command.print"), Args: atMost(1),
		Example: "  leermoment print 2026-014 -o 2026-014.pdf\n  leermoment print register --view all -o klachten.pdf"}
	q.flags(a, cmd)
	cmd.Flags().StringVar(&known, "known-at", "", a.words().T("command.flag-known-at"))
	return a.prints(cmd, func(ctx context.Context, s session, args []string) (paper.Paper, error) {
		subject := first(args)
		if err := fitting(cmd, subject); err != nil {
			return paper.Paper{}, err
		}
		if subject == "" || subject == theRegister {
			query, err := q.query()
			if err != nil {
				return paper.Paper{}, err
			}
			return s.printer().Register(ctx, query)
		}
		at, err := a.moment("known-at", known)
		if err != nil {
			return paper.Paper{}, err
		}
		return s.printer().Dossier(ctx, subject, at)
	})
}

// fitting refuses a flag of the register with a dossier, and the other way round.
func fitting(cmd *cobra.Command, subject string) error {
	others := []string{"view", "search", "category", "owner", "limit"}
	if subject == "" || subject == theRegister {
		others = []string{"known-at"}
	}
	for _, name := range others {
		if cmd.Flags().Changed(name) {
			return misuse("usage.print-flag", lang.Args{"Flag": "--" + name, "Use": useLine(cmd)})
		}
	}
	return nil
}
