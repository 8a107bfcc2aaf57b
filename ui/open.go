package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/action"
	"leermoment/ui/dossier"
	"leermoment/ui/history"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/papers"
	"leermoment/ui/preferences"
	"leermoment/ui/setup"
	"leermoment/ui/staff"
	"leermoment/ui/supervision"
)

// dossier opens a subject on the screen that shows it.
func (a *App) dossier(subject string) nav.Screen {
	if subject == staffPlace {
		return staff.New(staff.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles})
	}
	if subject == supervisionPlace {
		return supervision.New(supervision.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles})
	}
	if subject == preferencesPlace {
		return preferences.New(preferences.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles})
	}
	if subject == historyPlace {
		return history.New(history.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles})
	}
	c := papers.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles}
	switch {
	case office.IsNotice(subject), subject == inboxPlace:
		return papers.Inbox(c, subject)
	case subject == measuresPlace:
		return papers.Measures(c, "")
	case office.IsExpert(subject), subject == expertsPlace:
		return papers.Experts(c, subject)
	}
	return dossier.New(dossier.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles}, subject)
}

func (a *App) intake(draft string) nav.Screen {
	return action.New(action.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles, ReadFile: a.c.ReadFile, Draft: draft})
}

func (a *App) action(m nav.Act) nav.Screen {
	return action.New(action.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles, ReadFile: a.c.ReadFile,
		Subject: m.Subject, Action: m.Action, Draft: m.Draft})
}

func (a *App) setup() nav.Screen {
	return setup.New(setup.Config{Office: a.c.Office, Speaker: a.c.Speaker, Styles: a.styles})
}

// choose asks which of a few actions it is to be; what comes after each is said.
func (a *App) choose(c nav.Choose) tea.Cmd {
	sp := a.c.Speaker
	var items []kit.Item
	for _, id := range c.Actions {
		items = append(items, kit.Item{ID: id, Label: sp.T("action." + id), Detail: sp.T("after." + id)})
	}
	return a.menu(sp.T("app.actions", lang.Args{"Subject": c.Subject}), items, a.act(c.Subject))
}

// pick asks for one of the choices of a screen.
func (a *App) pick(p nav.Pick) tea.Cmd {
	items := make([]kit.Item, len(p.Choices))
	for i, c := range p.Choices {
		items[i] = kit.Item{ID: c.ID, Label: c.Label, Hint: c.Hint, Detail: c.Detail}
	}
	return a.menu(p.Title, items, func(id string) tea.Cmd {
		if id == "" {
			return nil
		}
		return nav.To(p.To(id))
	})
}

// act opens the action that is chosen in a menu.
func (a *App) act(subject string) func(id string) tea.Cmd {
	return func(id string) tea.Cmd {
		if id == "" {
			return nil
		}
		return nav.To(nav.Act{Subject: subject, Action: id})
	}
}

// offered are the actions on a subject, read for the menu.
type offered struct {
	subject string
	offers  []complaint.Offer
	err     error
}

func (a *App) offerActions(subject string) tea.Cmd {
	o, viewer := a.c.Office, a.c.Viewer
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		offers, err := o.Offers(ctx, viewer, subject)
		return offered{subject, offers, err}
	}
}

// showActions lists the actions; what cannot be done now says why.
func (a *App) showActions(o offered) tea.Cmd {
	sp := a.c.Speaker
	if o.err != nil {
		a.missed()
		a.said = sp.T("app.not-found", lang.Args{"Subject": o.subject})
		return nil
	}
	var items []kit.Item
	for _, possible := range []bool{true, false} {
		for _, x := range o.offers {
			if (x.Refusal == nil) != possible {
				continue
			}
			item := kit.Item{ID: string(x.Spec.ID), Label: sp.T("action." + string(x.Spec.ID)), Detail: sp.T("after." + string(x.Spec.ID))}
			if x.Spec.Step != "" {
				item.Hint = sp.T("step-short." + string(x.Spec.Step))
			}
			if x.Refusal != nil {
				item.Disabled = sp.Refusal(x.Refusal.Key, x.Refusal.Args)
			}
			items = append(items, item)
		}
	}
	return a.menu(sp.T("app.actions", lang.Args{"Subject": o.subject}), items, a.act(o.subject))
}

// palette goes to a screen or a complaint from anywhere.
func (a *App) palette() tea.Cmd {
	o, viewer, sp := a.c.Office, a.c.Viewer, a.c.Speaker
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		page, err := o.List(ctx, viewer, office.Query{View: office.All, Limit: 500})
		if err != nil {
			return nav.Say{Text: sp.Why(err, "app.failed")}
		}
		return places{page}
	}
}

type places struct{ page office.Page }

// showPlaces lists where one can go: a new complaint, and every complaint.
func (a *App) showPlaces(p places) tea.Cmd {
	sp := a.c.Speaker
	items := []kit.Item{{ID: newComplaint, Label: sp.T("key.new"), Hint: "n"}, {ID: inboxPlace, Label: sp.T("inbox.title"), Hint: "p"},
		{ID: staffPlace, Label: sp.T("staff.title")}, {ID: historyPlace, Label: sp.T("happened.title"), Hint: "v"},
		{ID: measuresPlace, Label: sp.T("measures.title"), Hint: "m"}, {ID: preferencesPlace, Label: sp.T("preferences.title")}, {ID: supervisionPlace, Label: sp.T("supervision.title"), Hint: "t"}, {ID: expertsPlace, Label: sp.T("experts.title"), Hint: "d"}}
	for _, l := range p.page.Lines {
		items = append(items, kit.Item{ID: l.Number, Label: l.Number + "  " + l.Complainant, Detail: l.Subject})
	}
	return a.menu(sp.T("app.palette"), items, func(id string) tea.Cmd {
		switch id {
		case "":
			return nil
		case newComplaint:
			return nav.To(nav.NewComplaint{})
		}
		return nav.To(nav.Open{Subject: id})
	})
}

// newComplaint is the place in the palette where a complaint is taken in.
const newComplaint = "+"

// The other screens that the palette leads to.
const (
	inboxPlace       = "inbox"
	expertsPlace     = "experts"
	staffPlace       = "staff"
	supervisionPlace = "supervision"
	historyPlace     = "history"
	measuresPlace    = "measures"
	preferencesPlace = "preferences"
)

// founded asks the new organisation in.
func (a *App) founded(login string) tea.Cmd {
	o, sp := a.c.Office, a.c.Speaker
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		org, err := o.Organisation(ctx)
		if err != nil {
			return nav.Say{Text: sp.T("app.failed")}
		}
		viewer, err := o.Acting(ctx, login, "")
		if err != nil {
			return nav.Say{Text: sp.T("app.failed")}
		}
		return entered{org: org, viewer: viewer, said: sp.T("setup.done")}
	}
}
