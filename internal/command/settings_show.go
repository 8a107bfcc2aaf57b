package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

type shownSettings struct {
	Name         string         `json:"name"`
	Address      string         `json:"address"`
	Email        string         `json:"email"`
	Phone        string         `json:"phone"`
	Language     string         `json:"language"`
	DefaultOwner *string        `json:"default_owner"`
	Closing      shownClosing   `json:"closing"`
	Procedure    shownProcedure `json:"procedure"`
	Numbers      []shownNumber  `json:"numbers"`
	Categories   []shownItem    `json:"categories"`
	Causes       []shownItem    `json:"causes"`
}

type shownClosing struct {
	GoodFriday    bool        `json:"good_friday"`
	LiberationDay bool        `json:"liberation_day"`
	Days          []shownShut `json:"days"`
}

type shownShut struct {
	From  string `json:"from"`
	Until string `json:"until"`
	Name  string `json:"name"`
}

type shownProcedure struct {
	ID      string  `json:"id"`
	Version string  `json:"version"`
	Title   string  `json:"title"`
	Digest  string  `json:"digest"`
	Since   *string `json:"since"`
	By      *string `json:"by"`
}

type shownNumber struct {
	Obligation string   `json:"obligation"`
	Title      string   `json:"title"`
	Number     string   `json:"number"`
	Term       string   `json:"term"`
	Own        bool     `json:"own"`
	Was        *string  `json:"was"`
	ChangedAt  *string  `json:"changed_at"`
	ChangedBy  *string  `json:"changed_by"`
	Reason     *string  `json:"reason"`
	Sources    []source `json:"sources"`
}

type shownItem struct {
	ID      string  `json:"id"`
	NL      string  `json:"nl"`
	EN      string  `json:"en"`
	Retired bool    `json:"retired"`
	Into    *string `json:"into"`
}

func (a *app) settingsShow() *cobra.Command {
	return &cobra.Command{
		Use: "show", Short: a.words().T("command.settings-show"), Args: exactly(0), Example: "  leermoment settings show --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.with(cmd.Context(), func(ctx context.Context, s session) error {
				now, err := s.office.Arranged(ctx, s.viewer)
				if err != nil {
					return err
				}
				if a.flags.json {
					return a.print(settingsOf(s, now))
				}
				a.printSettings(s, now)
				return nil
			})
		},
	}
}

func settingsOf(s session, now office.Arranged) shownSettings {
	language := string(s.Language())
	p := now.Procedure
	out := shownSettings{Name: now.Name, Address: now.Address, Email: now.Email, Phone: now.Phone, Language: now.Language, DefaultOwner: login(now.Owner),
		Closing:   shownClosing{now.Closing.GoodFriday, now.Closing.LiberationDay, []shownShut{}},
		Procedure: shownProcedure{p.ID, p.Version, p.Title.In(language), p.Digest(), stamp(now.AdoptedAt), login(now.AdoptedBy)},
		Numbers:   []shownNumber{}, Categories: shownItems(p.Categories), Causes: shownItems(p.Causes)}
	for _, d := range now.Closing.Days {
		out.Closing.Days = append(out.Closing.Days, shownShut{d.From.String(), d.Until.String(), d.Name})
	}
	for _, n := range now.Numbers {
		x := shownNumber{Obligation: n.Obligation.ID, Title: n.Obligation.Title.In(language), Number: string(n.Name), Term: n.Term.String(), Own: n.Own,
			Was: orNull(n.Was), ChangedAt: stamp(n.ChangedAt), ChangedBy: login(n.ChangedBy), Reason: orNull(n.Reason), Sources: sources(n.Obligation, p)}
		out.Numbers = append(out.Numbers, x)
	}
	return out
}

func shownItems(items []procedure.Item) []shownItem {
	out := make([]shownItem, len(items))
	for i, x := range items {
		out[i] = shownItem{x.ID, x.Title.NL, x.Title.EN, x.Retired, orNull(x.Into)}
	}
	return out
}

func (a *app) printSettings(s session, now office.Arranged) {
	p, language := now.Procedure, string(s.Language())
	closed := func(is bool) string {
		if is {
			return s.T("settings.closed")
		}
		return s.T("settings.working-day")
	}
	rows := [][]string{{s.T("field.address"), now.Address}, {s.T("field.email"), now.Email}, {s.T("field.phone"), now.Phone},
		{s.T("settings.language"), s.T("preferences.language-" + now.Language)}, {s.T("settings.default-owner"), now.Owner.Name},
		{s.T("holiday.goede-vrijdag"), closed(now.Closing.GoodFriday)}, {s.T("settings.fifth-of-may"), closed(now.Closing.LiberationDay)}}
	for _, d := range now.Closing.Days {
		rows = append(rows, []string{s.T("settings.closed-days"), wording.Closing(s.Speaker, d.Span, d.Name)})
	}
	rows = append(rows, []string{s.T("settings.procedure"), s.T("settings.version", lang.Args{"Title": p.Title.In(language), "Version": p.Version})})
	a.table([]string{now.Name, ""}, rows)
	a.say("")
	rows = nil
	for _, n := range now.Numbers {
		whose := s.T("settings.text")
		if n.Own {
			whose = s.T("settings.own")
		}
		rows = append(rows, []string{n.Obligation.ID, s.T("settings.number-"+string(n.Name), lang.Args{"Term": s.Term(n.Term.String())}), whose, strings.Join(n.Obligation.Sentences, " ")})
	}
	a.table([]string{s.T("settings.obligation"), s.T("settings.term"), s.T("settings.whose"), s.T("settings.sentence")}, rows)
	for _, list := range procedure.Lists() {
		a.say("")
		rows = nil
		for _, i := range p.Items(list) {
			state := ""
			switch into, _ := p.Item(list, p.Present(list, i.ID)); {
			case i.Into != "":
				state = s.T("settings.merged", lang.Args{"Title": into.Title.In(language)})
			case i.Retired:
				state = s.T("settings.retired")
			}
			rows = append(rows, []string{i.ID, i.Title.NL, i.Title.EN, state})
		}
		a.table([]string{s.T("settings." + string(list)), s.T("preferences.language-nl"), s.T("preferences.language-en"), ""}, rows)
	}
}
