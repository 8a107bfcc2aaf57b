package wording

import (
	"slices"
	"strings"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Weight is how a line is meant.
type Weight uint8

// The weights of lines.
const (
	Ordinary Weight = iota
	Aside           // it is there for who wants to know
	Well
	Wrong
	Waits
)

// Line is a line of what is told about a paper; one without text parts it from
// the next.
type Line struct {
	Text   string
	Weight Weight
	Indent int
}

// Date is a day without a moment, as people read it.
func Date(sp *lang.Speaker, d calendar.Day) string { return sp.Date(d.Year, d.Month, d.Day) }

// LetterState says what has to be done with a letter.
func LetterState(sp *lang.Speaker, w office.WaitingLetter) string {
	switch {
	case w.Approve:
		return sp.T("letters.approve")
	case w.By == complaint.Mailed:
		return sp.T("letters.send-mail")
	case w.By == complaint.Posted:
		return sp.T("letters.send-post")
	}
	return sp.T("letters.send")
}

// Letter is a letter that has to go out, word for word.
func Letter(sp *lang.Speaker, w office.WaitingLetter) (lines []Line) {
	if w.Refusal != nil {
		lines = append(lines, Line{Text: sp.Refusal(w.Refusal.Key, w.Refusal.Args), Weight: Waits}, Line{})
	}
	if w.Text == "" {
		return append(lines, Line{Text: sp.T("letters.no-text"), Weight: Aside})
	}
	for line := range strings.SplitSeq(w.Text, "\n") {
		lines = append(lines, Line{Text: line})
	}
	return lines
}

// MeasureState says how far a measure is.
func MeasureState(sp *lang.Speaker, m office.MeasureView, now time.Time) string {
	switch {
	case !m.CheckedAt.IsZero():
		return sp.T("measures.checked", lang.Args{"At": sp.NearDay(m.CheckedAt, now)})
	case !m.DoneAt.IsZero():
		return sp.T("measures.done")
	case m.Overdue:
		return sp.T("measures.late", lang.Args{"By": Date(sp, m.By)})
	}
	return sp.T("measures.open", lang.Args{"By": Date(sp, m.By)})
}

// Measure tells about a measure.
func Measure(sp *lang.Speaker, m *complaint.Measure) []Line {
	lines := []Line{{Text: m.What}, {Text: sp.T("measures.from", lang.Args{"Number": m.Complaint, "At": sp.Day(m.DecidedAt), "By": Date(sp, m.By)}), Weight: Aside}}
	if !m.DoneAt.IsZero() {
		lines = append(lines, Line{}, Line{Text: sp.T("measures.done-on", lang.Args{"At": sp.Day(m.DoneAt)}), Weight: Well}, Line{Text: m.Result})
	}
	if !m.CheckedAt.IsZero() {
		lines = append(lines, Line{}, Line{Text: sp.T("measures.helped", lang.Args{"Fell": sp.T("choice.fell." + string(m.Fell)), "At": sp.Day(m.CheckedAt)}), Weight: Well}, Line{Text: m.Effect})
	}
	return lines
}

// Notice tells what came in, and what became of it.
func Notice(sp *lang.Speaker, n *complaint.Notice, now time.Time) []Line {
	lines := []Line{
		{Text: sp.T("inbox.received", lang.Args{"At": sp.When(n.ReceivedAt, now), "Channel": sp.T("channel." + string(n.Channel))}), Weight: Aside},
		{Text: sp.T("inbox.from", lang.Args{"Name": n.Sender.Name, "Organisation": n.Sender.Organisation})},
	}
	for _, reach := range []string{n.Sender.Email, n.Sender.Phone} {
		if reach != "" {
			lines = append(lines, Line{Text: reach})
		}
	}
	lines = append(lines, Line{}, Line{Text: n.Subject}, Line{}, Line{Text: n.Description})
	switch n.State {
	case complaint.NoticeAccepted:
		lines = append(lines, Line{}, Line{Text: sp.T("inbox.became", lang.Args{"Number": n.Complaint}), Weight: Well})
	case complaint.NoticeAside:
		lines = append(lines, Line{}, Line{Text: sp.T("inbox.aside", lang.Args{"Why": sp.T("choice.aside." + string(n.Aside)), "Reason": n.Reason}), Weight: Aside})
	}
	return lines
}

// Expert tells what is on an expert's file.
func Expert(sp *lang.Speaker, f *office.ExpertFile) []Line {
	lines := []Line{{Text: f.Name}}
	for _, reach := range []string{f.Email, f.Phone} {
		if reach != "" {
			lines = append(lines, Line{Text: reach})
		}
	}
	for _, d := range f.Duties {
		if d.IsOpen(f.Now) {
			lines = append(lines, Line{}, Line{Text: sp.T("experts.owed", lang.Args{"Title": DutyTitle(sp, d), "Left": sp.Left(d.DueAt, f.Now)}), Weight: Wrong})
		}
	}
	return append(append(lines, findings(sp, f)...), measures(sp, f)...)
}

func findings(sp *lang.Speaker, f *office.ExpertFile) []Line {
	if len(f.Findings) == 0 {
		return []Line{{}, {Text: sp.T("experts.nothing-found"), Weight: Aside}}
	}
	var lines []Line
	for _, x := range slices.Backward(f.Findings) {
		weight, verdict := Well, sp.T("choice.insufficient.no")
		if x.Insufficient {
			weight, verdict = Wrong, sp.T("choice.insufficient.yes")
		}
		from := sp.T("choice.source." + string(x.Source))
		if x.Complaint != "" {
			from = x.Complaint
		}
		lines = append(lines, Line{}, Line{Text: sp.T("experts.finding", lang.Args{"At": sp.Day(x.At), "Source": from, "Verdict": verdict}), Weight: weight},
			Line{Text: x.Text, Indent: 2})
	}
	return lines
}

func measures(sp *lang.Speaker, f *office.ExpertFile) []Line {
	var lines []Line
	for _, m := range slices.Backward(f.Measures) {
		key := "experts.measure"
		if m.Kind == complaint.ExcludedAtClient {
			key = "experts.exclusion"
		}
		lines = append(lines, Line{}, Line{Text: sp.T(key, lang.Args{"At": sp.Day(m.At), "Kind": sp.T("choice.expert_measure." + string(m.Kind)), "Client": m.Client})},
			Line{Text: m.What, Indent: 2})
	}
	return lines
}

// Owed tells what one line of the agenda is about, by when, and by which
// sentence.
func Owed(sp *lang.Speaker, l office.AgendaLine, p *procedure.Procedure, now time.Time) (lines []Line) {
	if l.Measure != "" {
		lines = append(lines, Line{Text: sp.T("agenda.measure", lang.Args{"What": l.Subject})},
			Line{Text: sp.T("agenda.measure-of", lang.Args{"Measure": l.Measure, "Number": l.Number}), Weight: Aside})
		return append(lines, term(sp, l.Duty.DueAt, now)...)
	}
	lines = append(lines, Line{Text: sp.T("agenda.about", lang.Args{"Number": l.Number, "Complainant": l.Complainant, "Subject": l.Subject})})
	if l.Severity == complaint.SeriousCase {
		lines = append(lines, Line{Text: sp.T("agenda.serious"), Weight: Wrong})
	}
	o, _ := p.Obligation(l.Duty.ID)
	lines = append(lines, term(sp, l.Duty.DueAt, now)...)
	lines = append(lines, Line{}, Line{Text: strings.TrimSpace(o.Explain.In(string(sp.Language())))})
	for _, s := range o.Sentences {
		if x, ok := p.Sentence(s); ok {
			lines = append(lines, Line{}, Line{Text: sp.T("agenda.sentence", lang.Args{"ID": x.ID, "Section": x.Section, "Text": x.Text}), Weight: Aside})
		}
	}
	return lines
}

// term says by when something has to be done, where there is an end.
func term(sp *lang.Speaker, due, now time.Time) []Line {
	if due.IsZero() {
		return nil
	}
	weight := Aside
	if now.After(due) {
		weight = Wrong
	}
	return []Line{{Text: Until(sp, due, now), Weight: weight}}
}
