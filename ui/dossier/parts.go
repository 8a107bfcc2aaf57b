package dossier

import (
	"strconv"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
)

// fill puts the rows of the part that is shown into the table.
func (s *Screen) fill() {
	if s.d == nil {
		return
	}
	sp := s.c.Speaker
	s.table.SetEmpty(sp.T("register.empty"))
	if key := "part.empty-" + string(s.part()); sp.Has(key) {
		s.table.SetEmpty(sp.T(key))
	}
	s.table.SetColumns(s.columns()...)
	s.table.SetOrder(s.orders.Of(s.listName()))
	rows := map[part]func() []kit.Row{obligations: s.dutyRows, history: s.historyRows, form: s.formRows, letters: s.letterRows,
		files: s.fileRows, measures: s.measureRows}
	s.table.SetRows(rows[s.part()]())
}

func (s *Screen) dutyRows() []kit.Row {
	var rows []kit.Row
	sp := s.c.Speaker
	for _, d := range wording.Duties(s.d) {
		sign, tone := signOf(d.Status)
		text := kit.Plain
		if tone == kit.Muted {
			text = kit.Muted
		}
		rows = append(rows, kit.Row{ID: d.Obligation.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{
			{Text: strconv.Itoa(wording.StepNumber(s.d, d)), Tone: kit.Muted},
			{Text: wording.DutyTitle(sp, d), Short: d.Obligation.Short.In(string(sp.Language())), Tone: text},
			{Text: wording.Proof(sp, d, s.now), Short: wording.ShortProof(sp, d, s.now), Tone: tone, Order: urgency(d)},
		}})
	}
	return rows
}

func signOf(status complaint.Status) (string, kit.Tone) {
	switch status {
	case complaint.Met:
		return "✓", kit.Good
	case complaint.MetLate:
		return "✓", kit.Warn
	case complaint.Overdue:
		return "✗", kit.Bad
	case complaint.DueSoon:
		return "!", kit.Warn
	case complaint.Open, complaint.Extended:
		return "●", kit.Accent
	case complaint.NotApplicable, complaint.WaivedStatus:
		return "–", kit.Muted
	}
	return "○", kit.Muted
}

func (s *Screen) historyRows() []kit.Row {
	var rows []kit.Row
	sp := s.c.Speaker
	for i := len(s.d.Events) - 1; i >= 0; i-- {
		e := s.d.Events[i]
		rows = append(rows, kit.Row{ID: strconv.Itoa(e.Seq), Sign: "·", SignTone: kit.Muted, Cells: []kit.Cell{
			{Text: sp.When(e.HappenedAt, s.now), Tone: kit.Muted, Order: instant(e.HappenedAt)}, {Text: wording.By(sp, e)}, {Text: wording.Said(sp, e)},
		}})
	}
	return rows
}

func (s *Screen) formRows() []kit.Row {
	sp, values := s.c.Speaker, wording.Form(s.c.Speaker, s.d)
	var rows []kit.Row
	for _, name := range complaint.FormFields() {
		lines := strings.Split(lang.PlainLines(values[name]), "\n")
		for i, line := range lines {
			title := ""
			if i == 0 {
				title = sp.T("field." + name)
			}
			rows = append(rows, kit.Row{ID: name + strconv.Itoa(i), Sign: " ", Also: sp.T("field." + name), Cells: []kit.Cell{{Text: title, Tone: kit.Muted}, {Text: line}}})
		}
	}
	return rows
}

func (s *Screen) selectedDuty() (office.DutyView, bool) {
	id, _ := s.table.Selected()
	for _, d := range s.d.Duties {
		if d.Obligation.ID == id {
			return d, true
		}
	}
	return office.DutyView{}, false
}
