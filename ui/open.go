package ui

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/action"
	"leermoment/ui/desk"
	"leermoment/ui/dossier"
	"leermoment/ui/history"
	"leermoment/ui/keymap"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/papers"
	"leermoment/ui/preferences"
	"leermoment/ui/settings"
	"leermoment/ui/setup"
	"leermoment/ui/staff"
	"leermoment/ui/supervision"
)

// desk is what every screen is given.
func (a *App) desk() desk.Config {
	return desk.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles}
}

// dossier opens a subject, or another place, on the screen that shows it.
func (a *App) dossier(subject string) nav.Screen {
	c := a.desk()
	switch subject {
	case staffPlace:
		return staff.New(c)
	case supervisionPlace:
		return supervision.New(c)
	case settingsPlace:
		return settings.New(settings.Config{Config: c, ReadFile: a.c.ReadFile})
	case preferencesPlace:
		return preferences.New(c)
	case historyPlace:
		return history.New(c)
	case agendaPlace:
		return papers.Agenda(c)
	case lettersPlace:
		return papers.Letters(c)
	case measuresPlace:
		return papers.Measures(c, "")
	}
	switch {
	case office.IsMeasure(subject):
		return papers.Measures(c, subject)
	case office.IsNotice(subject), subject == inboxPlace:
		return papers.Inbox(c, subject)
	case office.IsExpert(subject), subject == expertsPlace:
		return papers.Experts(c, subject)
	}
	return dossier.New(c, subject)
}

func (a *App) intake(draft string) nav.Screen {
	return action.New(action.Config{Config: a.desk(), ReadFile: a.c.ReadFile, Draft: draft})
}

func (a *App) action(m nav.Act) nav.Screen {
	return action.New(action.Config{Config: a.desk(), ReadFile: a.c.ReadFile,
		Subject: m.Subject, Action: m.Action, Draft: m.Draft})
}

func (a *App) setup() nav.Screen {
	return setup.New(setup.Config{Office: a.c.Office, Speaker: a.c.Speaker, Styles: a.styles, Demo: a.c.Demo != nil})
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

// palette goes to a screen, a complaint or a sentence, or takes an action on
// what stands under the cursor, from anywhere.
func (a *App) palette() tea.Cmd {
	o, viewer, sp, subject := a.c.Office, a.c.Viewer, a.c.Speaker, a.subject()
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		page, err := o.List(ctx, viewer, office.Query{View: office.All, Limit: mostHeld})
		if err != nil {
			return nav.Say{Text: sp.Why(err, "app.failed")}
		}
		rules, err := o.Procedure(ctx)
		if err != nil {
			return nav.Say{Text: sp.Why(err, "app.failed")}
		}
		p := places{page: page, rules: rules, subject: subject}
		if subject != "" {
			p.offers, err = o.Offers(ctx, viewer, subject)
			if err != nil {
				p.subject = "" // it cannot be opened: it has no actions either
			}
		}
		return p
	}
}

// subject is what stands under the cursor of the screen, or "".
func (a *App) subject() string {
	if s, ok := a.top().(nav.Subjected); ok {
		return s.Subject()
	}
	return ""
}

type places struct {
	page    office.Page
	rules   *procedure.Procedure
	subject string
	offers  []complaint.Offer
}

// Choices of the palette that are no place begin with one of these.
const (
	takes  = "take "
	quotes = "quote "
	prints = "print "
)

// showPlaces lists where one can go and what one can do.
func (a *App) showPlaces(p places) tea.Cmd {
	sp := a.c.Speaker
	items := append(a.faultItems(), kit.Item{ID: newComplaint, Label: sp.T("key.new"), Hint: a.c.Keys.All(keymap.Register, "n")})
	for _, x := range screens() {
		items = append(items, kit.Item{ID: x.place, Label: sp.T(x.title), Hint: a.c.Keys.All(keymap.Register, x.key)})
	}
	items = append(items, a.printable(p.subject)...)
	for _, o := range p.offers {
		if o.Refusal == nil {
			items = append(items, kit.Item{ID: takes + string(o.Spec.ID), Label: sp.T("action." + string(o.Spec.ID)), Hint: p.subject,
				Detail: sp.T("after." + string(o.Spec.ID))})
		}
	}
	for _, l := range p.page.Lines {
		items = append(items, a.complaint(l))
	}
	for _, s := range p.rules.Sentences {
		items = append(items, kit.Item{ID: quotes + s.ID, Label: sp.T("app.place", lang.Args{"Number": s.ID, "Name": s.Text}), Hint: s.Section, Detail: s.Text})
	}
	return a.searching(p.page, sp.T("app.palette"), items, func(id string) tea.Cmd {
		if action, ok := strings.CutPrefix(id, takes); ok {
			return nav.To(nav.Act{Subject: p.subject, Action: action})
		}
		if sentence, ok := strings.CutPrefix(id, quotes); ok {
			s, _ := p.rules.Sentence(sentence)
			return nav.To(nav.Read{Title: sp.T("app.place", lang.Args{"Number": s.ID, "Name": s.Section}), Text: s.Text})
		}
		if what, ok := strings.CutPrefix(id, prints); ok {
			return nav.To(a.paper(what, p.subject))
		}
		switch id {
		case "":
			return nil
		case newComplaint:
			return nav.To(nav.NewComplaint{})
		case keyFaults:
			return nav.To(a.readFaults())
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
	settingsPlace    = "settings"
	agendaPlace      = "agenda"
	lettersPlace     = "letters"
)

// place is a screen with its title in the catalogue and its key on the register.
type place struct{ place, title, key string }

func screens() []place {
	return []place{{agendaPlace, "agenda.title", "A"}, {lettersPlace, "letters.title", "b"}, {inboxPlace, "inbox.title", "p"},
		{measuresPlace, "measures.title", "m"}, {supervisionPlace, "supervision.title", "t"}, {historyPlace, "happened.title", "v"},
		{expertsPlace, "experts.title", "d"}, {staffPlace, "staff.title", ""}, {settingsPlace, "settings.title", ""}, {preferencesPlace, "preferences.title", ""}}
}

// founded asks the new organisation in.
func (a *App) founded(login string) tea.Cmd {
	o, sp, asked := a.c.Office, a.c.Speaker, a.c.Asked
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		org, err := o.Organisation(ctx)
		if err != nil {
			return nav.Say{Text: sp.Why(err, "app.failed")}
		}
		viewer, err := o.Acting(ctx, login, "")
		if err != nil {
			return nav.Say{Text: sp.Why(err, "app.failed")}
		}
		if !asked { // it was said just now which language the organisation speaks
			sp = lang.New(lang.Language(org.Language), o.Zone())
		}
		return entered{org: org, viewer: viewer, speaker: sp, said: sp.T("setup.done")}
	}
}
