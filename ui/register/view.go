package register

import (
	"cmp"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// tableTop is the line of the body at which the table begins.
const tableTop = 2

// Title implements nav.Screen.
func (r *Register) Title() string { return r.desk.Speaker.T("register.title") }

// Subject implements nav.Subjected.
func (r *Register) Subject() string {
	if id, ok := r.table.Selected(); ok && !isDraft(id) {
		return id
	}
	return ""
}

// Typing implements nav.Screen.
func (r *Register) Typing() bool { return r.table.Typing() }

// Keys implements nav.Screen.
func (r *Register) Keys() []nav.Key {
	s := r.desk.Speaker
	if r.Typing() {
		return r.desk.TypingKeys()
	}
	find := r.desk.FindKeys(true)
	keys := []nav.Key{
		{Press: "enter", Label: s.T("key.open"), Short: true}, {Press: "n", Label: s.T("key.new"), Short: true},
		find[0], {Press: "a", Label: s.T("key.actions"), Short: true}, find[1], find[2],
		{Press: "A", Label: s.T("agenda.title")}, {Press: "b", Label: s.T("letters.title")}, {Press: "t", Label: s.T("supervision.title")}, {Press: "m", Label: s.T("measures.title")}, {Press: "v", Label: s.T("happened.title")}, {Press: "p", Label: s.T("inbox.title")}, {Press: "d", Label: s.T("experts.title")}, {Press: "← →", Label: s.T("key.views")}, {Press: "P", Label: s.T("print.key")}, {Press: "y", Label: s.T("key.copy")}, {Press: "r", Label: s.T("key.reload")},
		{Press: "esc", Label: s.T("key.clear")}, {Press: "q", Label: s.T("key.quit")},
	}
	return keys
}

// Notice implements nav.Screen: the selected complaint in a sentence.
func (r *Register) Notice() string {
	if first := cmp.Or(r.failed, r.table.News()); first != "" {
		return first
	}
	if d, ok := r.draft(); ok {
		return r.desk.Speaker.T("register.draft-notice", lang.Args{"Ago": r.desk.Speaker.Ago(d.SavedAt, r.now)})
	}
	if n, ok := r.notice(); ok {
		return r.desk.Speaker.T("register.notice-waits", lang.Args{"ID": n.ID, "Subject": n.Subject, "At": r.desk.Speaker.When(n.ReceivedAt, r.now)})
	}
	l, ok := r.selected()
	if !ok {
		return ""
	}
	if l.About {
		return r.desk.Speaker.T("register.about-you", lang.Args{"Number": l.Number})
	}
	if !l.Whole {
		return r.desk.Speaker.T("register.outline", lang.Args{"Number": l.Number})
	}
	return r.desk.Speaker.T("register.notice", lang.Args{"Number": l.Number, "Subject": l.Subject,
		"Channel": r.desk.Speaker.T("channel." + string(l.Channel)), "At": r.desk.Speaker.When(l.ReceivedAt, r.now)})
}

// Body implements nav.Screen.
func (r *Register) Body(size nav.Size) string {
	var b strings.Builder
	b.WriteString(r.tabs.View(size.W) + "\n")
	b.WriteString(r.desk.Styles.Border.Render(kit.Rule(size.W)) + "\n")
	if size.W > sideFrom {
		b.WriteString(r.beside(size.W, size.H-tableTop))
	} else {
		b.WriteString(r.table.View(size.W, size.H-tableTop))
	}
	return b.String()
}

// selected is the complaint under the cursor; false on a half-filled form.
func (r *Register) selected() (office.Line, bool) {
	id, _ := r.table.Selected()
	if i, ok := r.at[id]; ok {
		return r.page.Lines[i], true
	}
	return office.Line{}, false
}

// Position is where the cursor stands in the list: "1 van 7".
func (r *Register) Position() string { return r.table.Position() }

func (r *Register) setTabs() {
	active, _ := r.tabs.Active()
	var tabs []kit.Tab
	for _, v := range office.Views() {
		count := 0
		if v != office.All && v != office.Mine {
			count = r.page.Counts[v]
		}
		n, over := office.Counted(count)
		tabs = append(tabs, kit.Tab{ID: string(v), Label: r.desk.Speaker.T("view." + string(v)), Count: n, Over: over})
	}
	r.tabs.SetTabs(tabs...)
	if active != "" {
		r.tabs.Select(active)
	}
}

func (r *Register) setColumns() {
	s := r.desk.Speaker
	r.table.SetColumns(
		kit.Column{Name: string(office.ByNumber), Title: s.T("register.number"), Width: 8},
		kit.Column{Name: string(office.ByComplainant), Title: s.T("register.complainant"), Min: 14, Flex: 3},
		kit.Column{Name: string(office.ByStep), Title: s.T("register.step"), Width: 15, Priority: 2},
		kit.Column{Name: string(office.ByNext), Title: s.T("register.next"), Min: 22, Flex: 4},
		kit.Column{Name: string(office.ByTime), Title: s.T("register.time"), Width: 12, Right: true},
	)
}

func (r *Register) empty() string {
	if key := "register.empty-" + string(r.view()); r.desk.Speaker.Has(key) {
		return r.desk.Speaker.T(key)
	}
	return r.desk.Speaker.T("register.empty")
}

func (r *Register) draftsShown() bool { return r.view() == office.Todo }

// rows are the serious complaints first, then the half-filled forms and the
// notices, since their clock runs, and then the other complaints. In an order of
// somebody's own the forms and notices stand before all.
func (r *Register) rows() []kit.Row {
	var rows []kit.Row
	lines := r.page.Lines
	for r.table.Order() == "" && len(lines) > 0 && pressing(lines[0]) {
		rows = append(rows, r.row(lines[0]))
		lines = lines[1:]
	}
	if r.draftsShown() {
		for _, d := range r.page.Drafts {
			rows = append(rows, r.draftRow(d))
		}
		for _, n := range r.page.Notices {
			rows = append(rows, r.noticeRow(n))
		}
	}
	for _, l := range lines {
		rows = append(rows, r.row(l))
	}
	return rows
}

func (r *Register) draftRow(d office.Draft) kit.Row {
	received := d.SavedAt
	if t, err := time.Parse(time.RFC3339, d.Values["received_at"]); err == nil {
		received = t
	}
	due := received.Add(24 * time.Hour)
	name := d.Values["complainant_name"]
	if name == "" {
		name = r.desk.Speaker.T("register.nameless")
	}
	sign, tone := "✎", kit.Warn
	if r.now.After(due) {
		sign, tone = "✗", kit.Bad
	}
	return kit.Row{ID: draftPrefix + d.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{
		{Text: r.desk.Speaker.T("register.draft"), Tone: kit.Muted}, {Text: name}, {Text: r.stepTitle(procedure.Listen)},
		{Text: r.desk.Speaker.T("register.finish-form")}, {Text: r.desk.Speaker.ShortLeft(due, r.now), Tone: tone},
	}}
}

// noticeRow is what somebody heard and nobody recorded yet.
func (r *Register) noticeRow(n office.NoticeRow) kit.Row {
	due := n.ReceivedAt.Add(24 * time.Hour)
	sign, tone := "!", kit.Warn
	if r.now.After(due) {
		sign, tone = "✗", kit.Bad
	}
	return kit.Row{ID: n.ID, Sign: sign, SignTone: tone, Cells: []kit.Cell{
		{Text: r.desk.Speaker.T("register.a-notice"), Tone: kit.Muted}, {Text: n.Sender}, {Text: r.stepTitle(procedure.Listen)},
		{Text: r.desk.Speaker.T("register.record-notice")}, {Text: r.desk.Speaker.ShortLeft(due, r.now), Tone: tone},
	}}
}

// pressing says whether a complaint is serious and not done.
func pressing(l office.Line) bool {
	return l.Severity == complaint.SeriousCase && l.Phase != procedure.Completed && l.Phase != procedure.Destroyed
}

// draft is the half-filled form under the cursor.
func (r *Register) draft() (office.Draft, bool) {
	id, _ := r.table.Selected()
	for _, d := range r.page.Drafts {
		if draftPrefix+d.ID == id {
			return d, r.draftsShown()
		}
	}
	return office.Draft{}, false
}

// notice is the notice under the cursor.
func (r *Register) notice() (office.NoticeRow, bool) {
	id, _ := r.table.Selected()
	for _, n := range r.page.Notices {
		if n.ID == id {
			return n, r.draftsShown()
		}
	}
	return office.NoticeRow{}, false
}

// stepTitle is a step with its number in the procedure: "3 Oplossen".
func (r *Register) stepTitle(step procedure.StepID) string {
	s, _ := r.proc.Step(step)
	return r.desk.Speaker.T("register.step-number", lang.Args{"N": s.Number, "Step": r.desk.Speaker.T("step-short." + string(step))})
}

func (r *Register) row(l office.Line) kit.Row {
	sign, tone := r.sign(l)
	next, short, left := "", "", ""
	if o, ok := r.proc.Obligation(l.Next.ID); ok {
		l := string(r.desk.Speaker.Language())
		next, short = o.Title.In(l), o.Short.In(l)
	} else if l.About {
		next = ""
	} else if l.Phase == procedure.Completed {
		next = r.desk.Speaker.T("register.completed")
	} else {
		next = r.desk.Speaker.T("register.nothing-now")
	}
	if !l.Due.IsZero() {
		left = r.desk.Speaker.ShortLeft(l.Due, r.now)
	}
	who := l.Complainant
	switch {
	case l.About:
		who = r.desk.Speaker.T("register.of-you")
	case !l.Whole:
		who = r.desk.Speaker.T("register.of-another")
	}
	return kit.Row{ID: l.Number, Sign: sign, SignTone: tone, Cells: []kit.Cell{
		{Text: l.Number}, {Text: who}, {Text: r.stepTitle(l.Step)}, {Text: next, Short: short}, {Text: left, Tone: tone},
	}}
}

// sign says with one mark how urgent a complaint is: too late, serious, soon,
// done, or in hand.
func (r *Register) sign(l office.Line) (string, kit.Tone) {
	switch {
	case !l.Due.IsZero() && r.now.After(l.Due):
		return "✗", kit.Bad
	case l.Phase == procedure.Completed || l.Phase == procedure.Destroyed:
		return "✓", kit.Good
	case l.Severity == complaint.SeriousCase:
		return "‼", kit.Bad
	case l.Overdue || !l.Next.SoonAt.IsZero() && !r.now.Before(l.Next.SoonAt):
		return "!", kit.Warn
	}
	return "·", kit.Muted
}
