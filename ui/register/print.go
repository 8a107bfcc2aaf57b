package register

import (
	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/nav"
)

// print asks what is to be printed: the list as it is shown, the dossier under
// the cursor, or the blank form.
func (r *Register) print() tea.Cmd {
	sp, number := r.desk.Speaker, r.Subject()
	choices := []nav.Choice{{ID: string(nav.RegisterPaper), Label: sp.T("print.register", lang.Args{"View": sp.T("view." + string(r.view()))})}}
	if office.IsComplaint(number) {
		choices = append(choices, nav.Choice{ID: string(nav.DossierPaper), Label: sp.T("print.dossier", lang.Args{"Number": number})})
	}
	choices = append(choices, nav.Choice{ID: string(nav.FormPaper), Label: sp.T("print.form")})
	view, search, order := string(r.view()), r.table.Words(), r.table.Order()
	return nav.To(nav.Pick{Title: sp.T("print.what"), Choices: choices, To: func(id string) tea.Msg {
		return nav.Print{Paper: nav.Paper(id), Subject: number, View: view, Search: search, Order: order}
	}})
}
