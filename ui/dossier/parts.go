package dossier

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/kit"
)

func kitWidth(s string) int { return lipgloss.Width(s) }

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

// duties are the obligations in the order of the steps.
func (s *Screen) duties() []office.DutyView {
	out := slices.Clone(s.d.Duties)
	number := func(d office.DutyView) int {
		step, _ := s.d.Procedure.Step(d.Obligation.Step)
		return step.Number
	}
	slices.SortStableFunc(out, func(a, b office.DutyView) int { return cmp.Compare(number(a), number(b)) })
	return out
}

func (s *Screen) title(d office.DutyView) string {
	return d.Obligation.Title.In(string(s.c.Speaker.Language()))
}

func (s *Screen) dutyRows() []kit.Row {
	var rows []kit.Row
	for _, d := range s.duties() {
		step, _ := s.d.Procedure.Step(d.Obligation.Step)
		sign, tone := signOf(d.Status)
		text := kit.Plain
		if tone == kit.Muted {
			text = kit.Muted
		}
		rows = append(rows, kit.Row{ID: d.Obligation.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{
			{Text: strconv.Itoa(step.Number), Tone: kit.Muted}, {Text: s.title(d), Short: d.Obligation.Short.In(string(s.c.Speaker.Language())), Tone: text},
			{Text: s.proof(d), Short: s.shortProof(d), Tone: tone, Order: urgency(d)},
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

// proof says how an obligation stands, with its moments.
func (s *Screen) proof(d office.DutyView) string {
	sp := s.c.Speaker
	due := func() string {
		if d.Obligation.Term != nil && d.Obligation.Term.Unit == calendar.Hours {
			return sp.When(d.DueAt, s.now)
		}
		return sp.NearDay(d.DueAt, s.now)
	}
	switch d.Status {
	case complaint.Met:
		if d.DueAt.IsZero() {
			return sp.T("duty.met-free", lang.Args{"At": sp.When(d.MetAt, s.now)})
		}
		return sp.T("duty.met", lang.Args{"At": sp.When(d.MetAt, s.now), "Due": due()})
	case complaint.MetLate:
		return sp.T("duty.met-late", lang.Args{"At": sp.When(d.MetAt, s.now), "Due": due()})
	case complaint.Extended:
		return sp.T("duty.extended", lang.Args{"Due": due()})
	case complaint.WaivedStatus:
		return sp.T("duty.waived", lang.Args{"Why": d.Waived.Why})
	case complaint.Open, complaint.DueSoon, complaint.Overdue:
		if d.DueAt.IsZero() {
			return sp.T("status.open")
		}
		key := "duty.left"
		if d.Status == complaint.Overdue {
			key = "duty.overdue"
		} else if d.Obligation.Term != nil && d.Obligation.Term.Unit == calendar.Hours {
			key = "duty.left-clock"
		}
		return sp.T(key, lang.Args{"Left": sp.Left(d.DueAt, s.now), "Due": due()})
	case complaint.NotApplicable:
		if d.ReasonFact != "" {
			return sp.T("reason." + string(d.ReasonFact))
		}
		return sp.T("reason." + string(d.Reason))
	}
	if !d.StartsAt.IsZero() {
		return sp.T("duty.opens", lang.Args{"At": sp.NearDay(d.StartsAt, s.now)})
	}
	return sp.T("status.waiting")
}

// shortProof is proof in fewer words, where it has them.
func (s *Screen) shortProof(d office.DutyView) string {
	sp := s.c.Speaker
	switch d.Status {
	case complaint.Met:
		return sp.T("duty.met-short", lang.Args{"At": sp.When(d.MetAt, s.now)})
	case complaint.MetLate:
		return sp.T("duty.met-late-short", lang.Args{"At": sp.When(d.MetAt, s.now)})
	case complaint.NotApplicable:
		return sp.T("status." + string(d.Status))
	case complaint.Open, complaint.DueSoon, complaint.Overdue:
		if !d.DueAt.IsZero() {
			return sp.Left(d.DueAt, s.now)
		}
	}
	return ""
}

func (s *Screen) historyRows() []kit.Row {
	var rows []kit.Row
	sp := s.c.Speaker
	for i := len(s.d.Events) - 1; i >= 0; i-- {
		e := s.d.Events[i]
		who := s.by(e)
		rows = append(rows, kit.Row{ID: strconv.Itoa(e.Seq), Sign: "·", SignTone: kit.Muted, Cells: []kit.Cell{
			{Text: sp.When(e.HappenedAt, s.now), Tone: kit.Muted, Order: instant(e.HappenedAt)}, {Text: who}, {Text: s.said(e)},
		}})
	}
	return rows
}

// said is a recorded fact in one line.
func (s *Screen) said(e office.EventView) string {
	sp := s.c.Speaker
	title := sp.T("event." + e.Name)
	switch {
	case e.Hidden:
		return sp.T("history.said", lang.Args{"Title": title, "Text": sp.T("history.hidden-short")})
	case firstText(e.Data) != "":
		return sp.T("history.said", lang.Args{"Title": title, "Text": firstText(e.Data)})
	}
	return title
}

// tellers are the names of the values that say most about a fact, best first.
var tellers = []string{"said", "course_of_events", "proposal", "quote", "lesson", "summary", "what", "reasons", "reason", "result", "remark", "information", "whom", "description", "text", "to"}

func firstText(data map[string]any) string {
	for _, name := range tellers {
		if text, ok := data[name].(string); ok && strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// formOf is the form as people read it.
func (s *Screen) formOf(d *office.Dossier) map[string]string {
	sp := s.c.Speaker
	values := d.Form.Values()
	values["received_at"] = sp.Moment(d.ReceivedAt)
	values["person_concerned"] = d.Concerned
	values["channel"] = sp.T("channel." + string(d.Form.Channel))
	values["complainant_kind"] = sp.T("kind." + string(d.Form.ComplainantKind))
	values["serious_suspected"] = sp.T("answer.no")
	if d.Form.SeriousSuspected {
		values["serious_suspected"] = sp.T("answer.yes")
	}
	values["category"] = s.category(d)
	if d.Form.PersonConcerned == complaint.Nobody {
		values["person_concerned"] = sp.T("choice.person_concerned.nobody")
	}
	return values
}

// category is what was recorded, as it is called now; where that was merged into
// another, with the one that it counts with.
func (s *Screen) category(d *office.Dossier) string {
	sp, id := s.c.Speaker, d.Form.Category
	if d.Lists == nil { // it is about the viewer
		return ""
	}
	title := func(id string) string {
		for _, p := range []*procedure.Procedure{d.Lists, d.Procedure} {
			if i, ok := p.Category(id); ok {
				return i.Title.In(string(sp.Language()))
			}
		}
		return id
	}
	if now := d.Lists.Present(procedure.CategoryList, id); now != id {
		return sp.T("settings.merged-now", lang.Args{"Old": title(id), "New": title(now)})
	}
	return title(id)
}

func (s *Screen) formRows() []kit.Row {
	sp, values := s.c.Speaker, s.formOf(s.d)
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
