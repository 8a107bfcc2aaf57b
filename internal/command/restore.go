package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
)

// restored is what was put back in JSON.
type restored struct {
	copied
	Kept  *string  `json:"kept"`
	Lost  int      `json:"lost_facts"`
	Where []string `json:"lost_in"`
}

// restore puts a copy in the place of the file.
func (a *app) restore() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "restore FILE", Short: a.words().T("command.restore"), Args: exactly(1),
		Example: "  leermoment restore /media/stick/klachten.db\n  leermoment restore leermoment.db.2026-11-24.backup --yes",
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			r, err := a.edge.Keeper.Restore(cmd.Context(), a.flags.db, args[0])
			if errors.Is(err, fs.ErrNotExist) {
				return complaint.Faults{{Field: "file", Key: "file"}}
			}
			s := a.speaking(r.Copy)
			if errors.Is(err, office.ErrDamaged) || errors.Is(err, office.ErrMixed) {
				return wrong{"unverified", Unverified, "copies.flawed", nil}
			}
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, r.Drop()) }()
			if len(r.Copy.Flaws) > r.Copy.behind() {
				return wrong{"unverified", Unverified, "copies.flawed", nil}
			}
			a.tell(s, r)
			if !yes {
				if err := a.ask(s); err != nil {
					return err
				}
			}
			return a.replace(cmd.Context(), s, r)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, a.words().T("command.flag-yes"))
	return cmd
}

// tell says what the copy holds and what would be lost.
func (a *app) tell(s *lang.Speaker, r Restoring) {
	say := func(key string, args lang.Args) { fmt.Fprintln(a.edge.Err, lang.PlainLines(s.T(key, args))) }
	if r.Copy.Facts == 0 {
		say("copies.holds-nothing", nil)
	} else {
		say("copies.holds", holding(s, r.Copy, a.flags.db))
	}
	switch {
	case !r.There:
		say("copies.none-there", nil)
		return
	case r.Broken != nil:
		say("copies.cannot-read", nil)
	case r.Lost.Facts > 0:
		say("copies.lose", lang.Args{"Facts": s.N("copies.facts", r.Lost.Facts), "Where": where(s, r.Lost.Subjects)})
	default:
		say("copies.lose-nothing", nil)
	}
	say("copies.drafts", nil)
	say("copies.stays", nil)
}

// ask waits for the word that does it; anything else leaves all as it is.
func (a *app) ask(s *lang.Speaker) error {
	if !a.edge.Asks {
		return misuse("copies.unasked", nil)
	}
	fmt.Fprint(a.edge.Err, s.T("copies.ask")+" ")
	answer, _ := bufio.NewReader(a.edge.In).ReadString('\n') // the end of the input is no as well
	if !strings.EqualFold(strings.TrimSpace(answer), s.T("copies.yes")) {
		return wrong{"not-done", Failed, "copies.not-done", nil}
	}
	return nil
}

func (a *app) replace(ctx context.Context, s *lang.Speaker, r Restoring) error {
	kept, err := r.Replace(ctx)
	if err != nil {
		return err
	}
	if a.flags.json {
		subjects := append([]string{}, r.Lost.Subjects...)
		if err := a.print(restored{copied{a.flags.db, r.Copy.Complaints, r.Copy.Facts, stamp(r.Copy.Last)}, orNull(kept), r.Lost.Facts, subjects}); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.edge.Err, lang.PlainLines(s.T("copies.done", lang.Args{"File": a.flags.db})))
	if kept != "" {
		fmt.Fprintln(a.edge.Err, lang.PlainLines(s.T("copies.kept", lang.Args{"File": kept})))
	}
	return nil
}

// mostNamed is how many subjects are named; the rest is counted.
const mostNamed = 5

// where names subjects.
func where(s *lang.Speaker, subjects []string) string {
	names := make([]string, 0, mostNamed)
	for _, x := range subjects {
		if len(names) == mostNamed {
			break
		}
		if x == organisation.Stream {
			x = s.T("copies.itself")
		}
		names = append(names, x)
	}
	some := strings.Join(names, ", ")
	if rest := len(subjects) - len(names); rest > 0 {
		return s.N("copies.more", rest, lang.Args{"Some": some})
	}
	return some
}
