package register

import (
	"strings"

	"leermoment/internal/lang"
	"leermoment/ui/kit"
)

// From this width on, what is selected stands in short at the right.
const (
	sideFrom  = 120
	sideWidth = 46
)

// beside draws the table with the selected complaint next to it.
func (r *Register) beside(w, h int) string {
	return kit.Beside(r.desk.Styles, r.table.View(w-sideWidth-3, h), strings.Join(r.summary(), "\n"), w, sideWidth, h)
}

// summary is the selected complaint in short, as far as the viewer may see it.
func (r *Register) summary() []string {
	l, ok := r.selected()
	if !ok {
		return nil
	}
	sp, st, language := r.desk.Speaker, r.desk.Styles, string(r.desk.Speaker.Language())
	var lines []string
	add := func(text string, tone kit.Tone) {
		for _, line := range kit.Wrap(text, sideWidth) {
			lines = append(lines, kit.Paint(st, tone, line, sideWidth))
		}
	}
	add(l.Number, kit.Accent)
	if l.Whole {
		add(l.Subject, kit.Plain)
		lines = append(lines, "")
		add(l.Complainant, kit.Plain)
		add(l.Organisation, kit.Muted)
		add(sp.T("register.side-received", lang.Args{"At": sp.When(l.ReceivedAt, r.now), "Channel": sp.T("channel." + string(l.Channel))}), kit.Muted)
	}
	lines = append(lines, "")
	step, _ := r.proc.Step(l.Step)
	add(sp.T("register.side-step", lang.Args{"N": step.Number, "Step": step.Title.In(language)}), kit.Plain)
	if o, ok := r.proc.Obligation(l.Next.ID); ok {
		add(sp.T("register.side-next", lang.Args{"Title": o.Title.In(language)}), kit.Plain)
	}
	if !l.Due.IsZero() {
		_, tone := r.sign(l)
		add(sp.T("register.side-due", lang.Args{"Left": sp.Left(l.Due, r.now), "Due": sp.When(l.Due, r.now)}), tone)
	}
	if l.About {
		add(sp.T("dossier.about-you"), kit.Muted)
		return lines
	}
	lines = append(lines, "")
	add(sp.T("register.side-owner", lang.Args{"Name": r.people[l.Owner]}), kit.Muted)
	if c, ok := r.proc.Category(l.Category); ok {
		add(sp.T("register.side-category", lang.Args{"Title": c.Title.In(language)}), kit.Muted)
	}
	return lines
}
