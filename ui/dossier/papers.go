package dossier

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

func (s *Screen) letterRows() []kit.Row {
	var rows []kit.Row
	sp := s.c.Speaker
	for i, l := range s.d.Letters {
		rows = append(rows, kit.Row{ID: strconv.Itoa(i), Sign: "✉", SignTone: kit.Accent, Cells: []kit.Cell{
			{Text: sp.T("letter." + string(l.Kind))},
			{Text: sp.T("letter-line.sent", lang.Args{"To": l.To, "At": sp.When(l.At, s.now)}), Tone: kit.Muted, Order: instant(l.At)}}})
	}
	return rows
}

func (s *Screen) fileRows() []kit.Row {
	var rows []kit.Row
	for i, f := range s.d.Files {
		rows = append(rows, kit.Row{ID: strconv.Itoa(i), Sign: "·", Cells: []kit.Cell{
			{Text: f.Name}, {Text: s.c.Speaker.T("dossier.size", lang.Args{"KB": (f.Size + 1023) / 1024}), Tone: kit.Muted}}})
	}
	return rows
}

func (s *Screen) measureRows() []kit.Row {
	var rows []kit.Row
	sp := s.c.Speaker
	for _, m := range s.d.Measures {
		order := fmt.Sprintf("1%04d-%02d-%02d", m.By.Year, m.By.Month, m.By.Day)
		sign, tone, state := "●", kit.Accent, sp.T("measure.open", lang.Args{"Owner": wording.Name(s.d, m.Owner), "By": sp.Date(m.By.Year, m.By.Month, m.By.Day)})
		if !m.DoneAt.IsZero() {
			order = "2" + instant(m.DoneAt)
			sign, tone, state = "✓", kit.Good, sp.T("measure.done", lang.Args{"At": sp.NearDay(m.DoneAt, s.now)})
		}
		rows = append(rows, kit.Row{ID: m.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{{Text: m.ID}, {Text: m.What}, {Text: state, Tone: tone, Order: order}}})
	}
	return rows
}

// open shows what the cursor stands on in full.
func (s *Screen) open() tea.Cmd {
	id, ok := s.table.Selected()
	if !ok {
		return nil
	}
	n, _ := strconv.Atoi(id)
	switch s.part() {
	case obligations:
		if d, ok := s.selectedDuty(); ok {
			return nav.To(nav.Read{Title: wording.DutyTitle(s.c.Speaker, d), Text: strings.Join(wording.Reckoning(s.c.Speaker, s.d.Procedure, d), "\n")})
		}
	case history:
		for _, e := range s.d.Events {
			if e.Seq == n {
				return nav.To(nav.Read{Title: s.c.Speaker.T("event." + e.Name), Text: strings.Join(wording.Detail(s.c.Speaker, s.d, e), "\n")})
			}
		}
	case letters:
		l := s.d.Letters[n]
		return nav.To(nav.Read{Title: s.c.Speaker.T("letter." + string(l.Kind)), Text: l.Text})
	case files:
		f := s.d.Files[n]
		return nav.To(nav.Read{Title: f.Name, Text: s.c.Speaker.T("dossier.file-opened", lang.Args{"Number": s.d.Number, "Name": f.Name})})
	case measures:
		for _, m := range s.d.Measures {
			if m.ID == id {
				return nav.To(nav.Read{Title: m.ID, Text: strings.Join([]string{m.What, m.Result}, "\n\n")})
			}
		}
	case form:
		return nav.To(nav.Read{Title: s.d.Form.Subject, Text: s.d.Form.Description})
	}
	return nil
}
