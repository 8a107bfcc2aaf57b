package paper

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// told draws a dossier.
type told struct {
	*page
	d        *office.Dossier
	language string
	dressed  func() // the top of every page
}

// Dossier is a complaint as a PDF: all that the office gave for its reader.
func Dossier(x Print, d *office.Dossier, sp *lang.Speaker) ([]byte, error) {
	what := sp.T("paper-dossier.head", lang.Args{"Number": d.Number})
	p, err := newPage(about{title: what, by: x.name, made: x.Made}, sp)
	if err != nil {
		return nil, err
	}
	p.internal(x, what)
	t := &told{page: p, d: d, language: string(sp.Language()), dressed: p.head}
	p.next()
	t.top(x.Known)
	switch {
	case d.About:
		t.write(plain, 10, black, sp.T("dossier.about-you"))
		t.letters()
	case !d.Whole:
		t.write(plain, 10, black, sp.T("show.outline"))
	default:
		t.form()
		t.duties()
		t.course()
		t.letters()
		t.files()
		t.measures()
	}
	return p.done()
}

// top says which complaint it is and how it stands, or stood.
func (t *told) top(known time.Time) {
	sp, d := t.sp, t.d
	t.write(bold, 18, black, d.Number)
	if d.Form.Subject != "" {
		t.write(bold, 12, blue, d.Form.Subject)
	}
	if !known.IsZero() {
		t.write(plain, 10, red, sp.T("paper-dossier.as-known", lang.Args{"At": sp.Moment(known)}))
	}
	t.Ln(2.5)
	var facts [][2]string
	add := func(key, value string) {
		if value != "" {
			facts = append(facts, [2]string{sp.T(key), value})
		}
	}
	if d.Whole {
		add("register.complainant", d.Form.ComplainantName)
		add("field.organisation", d.Form.Organisation)
	}
	if !d.ReceivedAt.IsZero() {
		add("field.received_at", sp.Moment(d.ReceivedAt))
	}
	step, _ := d.Procedure.Step(d.Step)
	add("register.step", sp.T("register.step-number", lang.Args{"N": step.Number, "Step": step.Title.In(t.language)}))
	add("paper-dossier.phase", sp.T("phase."+string(d.Phase)))
	if d.Outcome != "" {
		add("paper-dossier.outcome", sp.T("outcome."+string(d.Outcome)))
	}
	if !d.About {
		add("paper-dossier.owner", d.Owner.Name)
		add("field.severity", sp.T("severity."+string(d.Severity)))
		if !d.Whole {
			add("field.category", t.category())
		}
	}
	t.pairs(facts)
	t.Ln(2)
}

func (t *told) category() string {
	if c, ok := t.d.Procedure.Category(t.d.Form.Category); ok {
		return c.Title.In(t.language)
	}
	return t.d.Form.Category
}

// pairs are names with what they stand for, beside each other.
func (t *told) pairs(facts [][2]string) {
	x := table{page: t.page, size: 9.5, gap: 3, columns: []column{{width: 42}, {width: t.right - t.left - 42}}}
	for _, f := range facts {
		x.add(quiet(f[0]), said(f[1]))
		x.SetY(x.GetY() + 0.6)
	}
}

// section begins a part of the dossier.
func (t *told) section(key string) {
	t.room(22)
	t.Ln(5)
	t.write(bold, 12.5, blue, t.sp.T(key))
	t.Ln(0.8)
	t.rule(120)
	t.Ln(2)
}

// form is the form as people read it; what is empty is left out.
func (t *told) form() {
	sp, d := t.sp, t.d
	t.section("part.form")
	values := d.Form.Values()
	values["received_at"] = sp.Moment(d.ReceivedAt)
	values["person_concerned"] = d.Concerned
	if d.Form.PersonConcerned == complaint.Nobody {
		values["person_concerned"] = sp.T("choice.person_concerned.nobody")
	}
	values["channel"] = sp.T("channel." + string(d.Form.Channel))
	values["complainant_kind"] = sp.T("kind." + string(d.Form.ComplainantKind))
	values["serious_suspected"] = sp.T("answer.no")
	if d.Form.SeriousSuspected {
		values["serious_suspected"] = sp.T("answer.yes")
	}
	if d.Form.RemedySought == complaint.None {
		values["remedy_sought"] = sp.T("paper-dossier.nothing-sought")
	}
	values["category"] = t.category()
	var facts [][2]string
	for _, name := range complaint.FormFields() {
		if values[name] != "" {
			facts = append(facts, [2]string{sp.T("field." + name), values[name]})
		}
	}
	t.pairs(facts)
}

// duties are the obligations in the order of the steps, with how each stands.
func (t *told) duties() {
	sp := t.sp
	t.section("part.obligations")
	x := table{page: t.page, size: 8.5, gap: 2, columns: []column{
		{title: sp.T("register.step"), width: 10}, {title: sp.T("paper-dossier.obligation"), width: 49}, {title: sp.T("paper-dossier.sentence"), width: 17},
		{title: sp.T("paper-dossier.status"), width: 34}, {title: sp.T("paper-register.due"), width: 32}, {title: sp.T("paper-dossier.met"), width: 32},
	}}
	x.titles()
	duties := slices.Clone(t.d.Duties)
	number := func(d office.DutyView) int {
		step, _ := t.d.Procedure.Step(d.Obligation.Step)
		return step.Number
	}
	slices.SortStableFunc(duties, func(a, b office.DutyView) int { return cmp.Compare(number(a), number(b)) })
	for _, d := range duties {
		x.add(quiet(strconv.Itoa(number(d))), said(d.Obligation.Title.In(t.language)), quiet(strings.Join(d.Obligation.Sentences, ", ")),
			t.status(d), said(t.end(d, d.DueAt)), said(t.moment(d.MetAt)))
		x.line()
	}
	x.end(t.dressed)
}

// status says how an obligation stands and, where that needs one, the reason.
func (t *told) status(d office.DutyView) cell {
	sp := t.sp
	c := said(sp.T("status." + string(d.Status)))
	switch d.Status {
	case complaint.Overdue, complaint.MetLate:
		c = cell{c.text, bold, red}
	case complaint.NotApplicable:
		reason := string(d.Reason)
		if d.ReasonFact != "" {
			reason = string(d.ReasonFact)
		}
		c = quiet(sp.T("reason." + reason))
	case complaint.WaivedStatus:
		c.text = sp.T("duty.waived", lang.Args{"Why": d.Waived.Why})
	case complaint.Extended:
		c.text = sp.T("paper-dossier.extended", lang.Args{"At": t.end(d, d.OriginalDueAt)})
	case complaint.Waiting:
		c.ink = grey
	}
	return c
}

// end is the end of a term: with the hour where that counts.
func (t *told) end(d office.DutyView, at time.Time) string {
	if at.IsZero() || d.Obligation.Term != nil && d.Obligation.Term.Unit == calendar.Hours {
		return t.moment(at)
	}
	return t.sp.Day(at)
}

func (t *told) moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return t.sp.Moment(at)
}

// letters are those that went out, word for word.
func (t *told) letters() {
	if len(t.d.Letters) == 0 {
		return
	}
	sp := t.sp
	t.section("part.letters")
	for _, l := range t.d.Letters {
		t.room(30)
		t.write(bold, 10, black, sp.T("letter."+string(l.Kind)))
		how := sp.T("paper-dossier.went", lang.Args{"To": l.To, "At": sp.Moment(l.At), "By": t.delivery(l.By), "Name": t.person(l.Actor)})
		t.write(plain, 9, grey, how)
		t.Ln(1.5)
		t.block(t.left+6, t.right-t.left-6, plain, 9.5, black, strings.TrimRight(t.clean(l.Text), "\n"))
		t.Ln(5)
	}
}

func (t *told) delivery(by complaint.Delivery) string { return t.sp.T("delivery." + string(by)) }

func (t *told) person(id string) string {
	for _, p := range t.d.People {
		if p.ID == id {
			return p.Name
		}
	}
	return t.sp.T("role.program")
}

// files are the names of the attachments.
func (t *told) files() {
	if len(t.d.Files) == 0 {
		return
	}
	t.section("part.files")
	var rows [][2]string
	for _, f := range t.d.Files {
		rows = append(rows, [2]string{t.sp.T("dossier.size", lang.Args{"KB": (f.Size + 1023) / 1024}), f.Name})
	}
	t.pairs(rows)
}

// measures are the improvements that came of it (S39).
func (t *told) measures() {
	if len(t.d.Measures) == 0 {
		return
	}
	sp := t.sp
	t.section("part.measures")
	for _, m := range t.d.Measures {
		t.room(20)
		t.write(bold, 10, black, m.ID)
		t.write(plain, 9.5, black, m.What)
		var facts [][2]string
		add := func(key, value string) {
			if value != "" {
				facts = append(facts, [2]string{sp.T(key), value})
			}
		}
		add("field.owner", t.person(m.Owner))
		add("field.decide-measure.by", sp.Date(m.By.Year, m.By.Month, m.By.Day))
		add("paper-dossier.met", t.moment(m.DoneAt))
		add("field.complete-measure.result", m.Result)
		add("paper-dossier.checked", t.moment(m.CheckedAt))
		if m.Fell != "" {
			add("field.fell", sp.T("choice.fell."+string(m.Fell)))
		}
		add("field.remark", m.Effect)
		t.pairs(facts)
		t.Ln(2)
	}
}
