package dossier

import (
	"cmp"
	"slices"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
)

// Title implements nav.Screen.
func (s *Screen) Title() string {
	if s.d == nil {
		return s.subject
	}
	if !s.d.Whole {
		return s.d.Number
	}
	f := s.d.Form
	key := "dossier.title"
	if f.Organisation == "" {
		key = "dossier.title-person"
	}
	return s.c.Speaker.T(key, lang.Args{"Number": s.d.Number, "Name": f.ComplainantName, "Organisation": f.Organisation})
}

// Subject implements nav.Subjected.
func (s *Screen) Subject() string { return s.subject }

// Typing implements nav.Screen.
func (s *Screen) Typing() bool { return s.table.Typing() }

// Position is where the cursor stands in the part that is shown.
func (s *Screen) Position() string { return s.table.Position() }

// Keys implements nav.Screen.
func (s *Screen) Keys() []nav.Key {
	if s.Typing() {
		return s.c.TypingKeys()
	}
	sp, find := s.c.Speaker, s.c.FindKeys(false)
	if s.d != nil && s.d.About {
		return []nav.Key{{Press: "enter", Label: sp.T("key.read"), Short: true}, {Press: "P", Label: sp.T("print.key")}, {Press: "y", Label: sp.T("key.copy")},
			{Press: "r", Label: sp.T("key.reload")}, {Press: "esc", Label: sp.T("key.back"), Short: true}}
	}
	if !s.known.IsZero() {
		return []nav.Key{{Press: "enter", Label: sp.T("key.read"), Short: true}, {Press: "b", Label: sp.T("past.key-which"), Short: true},
			{Press: "v", Label: sp.T("past.key-compare"), Short: true}, {Press: "tab", Label: sp.T("key.parts")}, find[0], find[1], find[2], {Press: "P", Label: sp.T("print.key")}, {Press: "y", Label: sp.T("key.copy")},
			{Press: "esc", Label: sp.T("past.key-now"), Short: true}}
	}
	enter, reads := "key.do-next", true // o reads
	if s.d != nil && s.toDo() == nil {
		enter, reads = "key.read", false
	}
	return []nav.Key{
		{Press: "enter", Label: sp.T(enter), Short: true}, {Press: "a", Label: sp.T("key.actions"), Short: true},
		{Press: "tab", Label: sp.T("key.parts"), Short: true}, {Press: "o", Label: sp.T("key.read"), Short: reads},
		{Press: "1–7", Label: sp.T("key.step")}, find[0], find[1], find[2], {Press: "P", Label: sp.T("print.key")}, {Press: "y", Label: sp.T("keymap.copy")}, {Press: "ctrl+y", Label: sp.T("key.copy-text")}, {Press: "r", Label: sp.T("key.reload")},
		{Press: "u", Label: sp.T("keymap.undo")}, {Press: "b", Label: sp.T("past.key-which")}, {Press: "v", Label: sp.T("past.key-compare")},
		{Press: "esc", Label: sp.T("key.back")},
	}
}

// Notice implements nav.Screen: what is searched for and how it is sorted, since
// no titles stand above to say so; else what the cursor stands on, in full.
func (s *Screen) Notice() string {
	switch first := cmp.Or(s.failed, s.table.Found()); {
	case first != "":
		return first
	case s.d == nil:
		return ""
	case s.part() == obligations:
		if d, ok := s.selectedDuty(); ok {
			return wording.Proof(s.c.Speaker, d, s.now)
		}
	}
	return ""
}

// Body implements nav.Screen.
func (s *Screen) Body(size nav.Size) string {
	if s.d == nil {
		return ""
	}
	rule := s.c.Styles.Border.Render(kit.Rule(size.W))
	lines := []string{s.subjectLine(size.W), s.steps(size.W), rule}
	if s.d.About {
		return strings.Join(append(lines, s.aboutYou(size)...), "\n")
	}
	if !s.d.Whole {
		lines = append(lines, kit.Wrap(" "+s.c.Speaker.T("dossier.outline"), size.W)...)
		return strings.Join(lines, "\n")
	}
	lines = append(append(lines, s.next(size)...), rule, s.tabs.View(size.W))
	return strings.Join(lines, "\n") + "\n" + s.table.View(size.W, max(0, size.H-len(lines)))
}

// aboutYou is what a person concerned sees: the copy that he was sent, as much
// of it as fits; enter reads it whole.
func (s *Screen) aboutYou(size nav.Size) []string {
	lines := append(kit.Wrap(s.c.Speaker.T("dossier.about-you"), size.W-2), "")
	lines = append(lines, kit.Wrap(s.ownCopy(), size.W-2)...)
	for i, l := range lines {
		lines[i] = " " + s.c.Styles.Text.Render(l)
	}
	return lines[:min(len(lines), max(0, size.H-3))]
}

// ownCopy is the text of the copy that the viewer was sent.
func (s *Screen) ownCopy() string {
	if len(s.d.Letters) == 0 {
		return s.c.Speaker.T("dossier.no-copy")
	}
	return s.d.Letters[len(s.d.Letters)-1].Text
}

func (s *Screen) subjectLine(w int) string {
	sp := s.c.Speaker
	if s.d.About {
		return ""
	}
	named := func(key, name string, room int) string { // the name is cut, not what is said of it
		rest := kit.Width(sp.T(key, lang.Args{"Name": ""}))
		return kit.Fit(sp.T(key, lang.Args{"Name": kit.Fit(name, room-rest)}), room) + " "
	}
	right := s.c.Styles.Muted.Render(named("dossier.owner", s.d.Owner.Name, w/3))
	if len(s.d.Busy) > 0 { // more is at stake than whose it is
		right = s.c.Styles.Warn.Render(named("dossier.busy", s.d.Busy[0].Person, w/2))
	}
	subject := " " + s.d.Form.Subject
	style := s.c.Styles.Bold
	if s.d.Severity == complaint.SeriousCase {
		subject, style = " ‼ "+sp.T("severity.serious")+": "+s.d.Form.Subject, s.c.Styles.Bad
	}
	return kit.Columns(style.Render(kit.Fit(subject, w-kit.Width(right)-1)), right, w)
}

// steps shows how each step stands: ✓ done, ● at work, ○ still to come.
func (s *Screen) steps(w int) string {
	var parts []string
	for _, v := range s.d.Steps {
		sign, style := "○", s.c.Styles.Muted
		switch {
		case v.Here:
			sign, style = "●", s.c.Styles.Accent
		case v.Done:
			sign, style = "✓", s.c.Styles.Good
		}
		text := s.c.Speaker.T("dossier.step", lang.Args{"Sign": sign, "N": v.Step.Number, "Step": s.c.Speaker.T("step-short." + string(v.Step.ID))})
		if w < 110 && v.Step.Phase != procedure.Handling {
			text = s.c.Speaker.T("dossier.step-narrow", lang.Args{"Sign": sign, "N": v.Step.Number})
		}
		parts = append(parts, style.Render(kit.Fit(text, 24)))
	}
	return " " + strings.Join(parts, " ")
}

// nextLines is how many lines the next thing to do takes, at most.
const nextLines = 5

// next says what has to be done now, how, and by which sentence.
func (s *Screen) next(size nav.Size) []string {
	w := size.W
	sp, st := s.c.Speaker, s.c.Styles
	var lines []string
	n := s.d.Next
	switch {
	case !s.known.IsZero():
		for _, l := range kit.Wrap(s.banner(), w-2) {
			lines = append(lines, " "+st.Warn.Render(l))
		}
		return lines
	case n == nil:
		return append([]string{" " + st.Good.Render(kit.Fit(wording.Idle(sp, s.d, s.now), w-2))}, s.draft(w)...)
	case n.Offer.Refusal != nil:
		roles := sp.T("dossier.turn", lang.Args{"Roles": sp.AnyRole([]string{string(n.Duty.Obligation.OwedBy)})})
		lines = append(lines, kit.Columns(" "+st.Title.Render(kit.Fit(sp.T("dossier.next-line", lang.Args{"Title": wording.DutyTitle(sp, n.Duty)}), w-2)), st.Muted.Render(roles+" "), w))
	default:
		lines = append(lines, kit.Columns(" "+st.Title.Render(kit.Fit(sp.T("dossier.next-line", lang.Args{"Title": wording.DutyTitle(sp, n.Duty)}), w-22)), st.Accent.Render(sp.T("dossier.do-it")+" "), w))
	}
	lines = append(lines, s.draft(w)...)
	for _, l := range kit.Wrap(n.Duty.Obligation.Explain.In(string(sp.Language())), w-4) {
		lines = append(lines, "   "+st.Text.Render(l))
	}
	most := max(2, min(nextLines, size.H-12))
	if n.Sentence.ID != "" {
		quote := sp.T("dossier.quote", lang.Args{"Text": n.Sentence.Text, "Section": n.Sentence.Section})
		for _, l := range upTo(most-len(lines), kit.Wrap(quote, w-5)) {
			lines = append(lines, "   "+st.Muted.Render(l))
		}
	}
	return lines[:min(len(lines), most)]
}

// upTo are the first of some lines; where more follow, the last says so.
func upTo(count int, lines []string) []string {
	if count <= 0 {
		return nil
	}
	if len(lines) > count {
		lines = append(slices.Clone(lines[:count-1]), lines[count-1]+"…")
	}
	return lines
}

// draft says which half-filled form enter goes on with.
func (s *Screen) draft(w int) []string {
	if len(s.d.Drafts) == 0 {
		return nil
	}
	sp, d := s.c.Speaker, s.d.Drafts[0]
	text := sp.T("dossier.draft", lang.Args{"Title": sp.T("action." + string(d.Action)), "At": sp.When(d.SavedAt, s.now)})
	var lines []string
	for _, l := range kit.Wrap(text, w-4) {
		lines = append(lines, "   "+s.c.Styles.Warn.Render(l))
	}
	return lines
}
