package main

import (
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// wanderer answers whatever is asked: in a list he goes anywhere, a form he
// fills in and then leaves or throws away.
type wanderer struct {
	chance *rand.Rand
	left   int    // answers until he stops
	asked  bool   // for an explanation, of this prompt
	typing bool   // in the midst of a text
	file   string // what he attaches
	word   string // what he types where a text is asked
}

var ofList = regexp.MustCompile(`^Typ een nummer van 1 tot en met (\d+)\.|^Typ een nummer, of meer: u hoorde er \d+ van de (\d+)\.|^Typ (1)\.`)

func (w *wanderer) answer(heard string) (string, error) {
	if w.left--; w.left < 0 {
		return "", io.EOF
	}
	if w.typing {
		w.typing = false
		return ".", nil
	}
	prompt := strings.TrimSpace(heard)
	prompt = prompt[strings.LastIndexByte(prompt, '\n')+1:]
	if w.asked = !w.asked && w.chance.IntN(12) == 0; w.asked {
		return "?", nil
	}
	if m := ofList.FindStringSubmatch(prompt); m != nil {
		n, _ := strconv.Atoi(m[1] + m[2] + m[3])
		return w.inList(prompt, n), nil
	}
	if w.chance.IntN(15) == 0 {
		return "terug", nil
	}
	return w.inForm(prompt), nil
}

func (w *wanderer) inList(prompt string, n int) string {
	words := []string{"meer", "terug", "terug", "zoek e", "zoek"}
	for _, x := range []string{"nieuw", "wie", "soort", "eerder", "later"} {
		if strings.Contains(prompt, "Of "+x) {
			words = append(words, x)
		}
	}
	if i := w.chance.IntN(len(words) + 10); i < len(words) {
		return words[i]
	}
	return strconv.Itoa(1 + w.chance.IntN(n))
}

func (w *wanderer) inForm(prompt string) string {
	stands := strings.Contains(prompt, "Enter")
	or := func(answer string) string {
		if stands && w.chance.IntN(4) > 0 {
			return ""
		}
		return answer
	}
	switch {
	case strings.HasPrefix(prompt, "Vastleggen?"):
		return []string{"nee", "terug", "1", "weg"}[w.chance.IntN(4)]
	case strings.Contains(prompt, "Typ ja of nee"):
		return []string{"", "ja", "nee"}[w.chance.IntN(3)]
	case strings.HasPrefix(prompt, "Typ het nummer of het woord"):
		return or("1")
	case strings.HasPrefix(prompt, "Typ een nummer of een naam"), strings.HasPrefix(prompt, "Typ een nummer, een naam"):
		return or("niemand")
	case strings.HasPrefix(prompt, "Typ uw tekst"):
		if answer := or(w.word); answer != "" {
			w.typing = true
			return answer
		}
		return ""
	case strings.HasPrefix(prompt, "Enter houdt deze tekst"):
		return []string{"", "", "regel", "regel 1", "vorige"}[w.chance.IntN(5)]
	case strings.HasPrefix(prompt, "Typ een dag en een tijd"):
		return or("gisteren 9.40")
	case strings.HasPrefix(prompt, "Typ een dag"):
		return or("morgen")
	case strings.HasPrefix(prompt, "Typ een getal"):
		return or("8")
	case strings.HasPrefix(prompt, "Typ de plek"):
		return or(w.file)
	case strings.HasPrefix(prompt, "Typ uw antwoord"):
		return or(w.word)
	case strings.HasPrefix(prompt, "Regel "):
		return ""
	}
	return "terug"
}

// wander is a long conversation of somebody who goes anywhere.
func (w *world) wander(login string, seed uint64, answers int, word string) string {
	w.t.Helper()
	x := &wanderer{chance: rand.New(rand.NewPCG(seed, 7)), left: answers, file: w.path, word: word}
	return w.lines(login, lang.NL, "", x.answer)
}

// fills goes through one action from its first question to the summary, and
// throws it away.
func (w *world) fills(login, subject string, action procedure.ActionID, word string) string {
	w.t.Helper()
	sp := lang.New(lang.NL, w.zone)
	x := &wanderer{chance: rand.New(rand.NewPCG(1, 1)), left: 80, file: w.path, word: word}
	other := w.subjects(login)[0]
	if other == subject {
		other = w.subjects(login)[1]
	}
	first := []string{"handelingen", sp.T("action." + string(action))}
	gone := false
	return w.lines(login, lang.NL, subject, func(heard string) (string, error) {
		if x.left--; x.left < 0 {
			return "", io.EOF
		}
		switch {
		case len(first) > 0:
			a := first[0]
			first = first[1:]
			return a, nil
		case strings.Contains(heard, "Vastleggen?"):
			gone = true
			return "nee", nil
		case gone:
			return "stop", nil
		case x.typing:
			x.typing = false
			return ".", nil
		}
		if strings.Contains(heard, "zoals 2026-001") { // a complaint is to be named
			return other, nil
		}
		prompt := strings.TrimSpace(heard)
		return x.inForm(prompt[strings.LastIndexByte(prompt, '\n')+1:]), nil
	})
}

// All lists, dossiers and papers of the demo, for everybody, and every action:
// what is said can be read aloud.
func TestEverythingThatIsSaidCanBeReadAloud(t *testing.T) {
	t.Parallel()
	w := demoWorld(t)
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for i, m := range org.Staff {
		t.Run(m.Login, func(t *testing.T) {
			said := w.wander(m.Login, uint64(i), 1500, "tekst")
			readable(t, said)
			all.WriteString(said)
		})
	}
	sp := lang.New(lang.NL, w.zone)
	for _, title := range []string{"agenda.title", "letters.title", "inbox.title", "measures.title", "supervision.title", "happened.title", "experts.title", "staff.title",
		"preferences.title", "part.obligations", "part.history", "part.letters", "part.files", "part.measures", "part.form", "past.which", "linear.steps", "duty.reckon-title"} {
		if !strings.Contains(all.String(), sp.T(title)+"\n") && !strings.Contains(all.String(), sp.T(title)) {
			t.Errorf("nobody came by %s", sp.T(title))
		}
	}
	t.Logf("%d lines were said", strings.Count(all.String(), "\n"))
}

// Every action is asked, question by question, up to the summary: those of the demo
// there, and the others in a life that takes them.
func TestEveryActionIsAskedLineByLine(t *testing.T) {
	t.Parallel()
	asked := map[procedure.ActionID]bool{}
	demoWorld(t).asksAll(asked)
	w := newWorld(t, lang.NL)
	ruled, today := w.record("omar", "Trainer later"), w.now.Format("2006-01-02")
	solved := w.record("omar", "Koffie koud")
	w.took("dirk", ruled, procedure.Assess, map[string]string{"alone": "yes"})
	w.took("petra", ruled, procedure.AskInformation, nil)
	w.took("petra", ruled, procedure.ProposeResolution, nil)
	w.took("petra", ruled, procedure.ReferIndependent, map[string]string{"answer": "yes", "free_of_interest": "yes"})
	w.took("petra", office.Itself, procedure.FileNotice, map[string]string{"channel": "phone"})
	w.asksAll(asked)
	w.took("petra", ruled, procedure.RecordRuling, map[string]string{"favour": "both", "orders": "yes", "ruled_on": today, "by": today})
	w.took("dirk", solved, procedure.Assess, map[string]string{"alone": "yes"})
	w.took("omar", solved, procedure.CompleteForm, map[string]string{"category": "trainer", "person_concerned": "J. Trainer"})
	w.took("petra", solved, procedure.FormJudgement, map[string]string{"judgement": "founded"})
	w.took("petra", solved, procedure.ProposeResolution, nil)
	w.took("petra", solved, procedure.RecordAcceptance, map[string]string{"accepted": "yes"})
	w.took("petra", solved, procedure.ApproveFeedback, nil)
	w.asksAll(asked)
	for _, spec := range complaint.Specs() {
		elsewhere := spec.ID == procedure.NewComplaint || spec.ID == procedure.FileNotice || spec.ID == procedure.AddExpert // from the main menu and its lists
		if !asked[spec.ID] && !elsewhere {
			t.Errorf("%s was not asked", spec.ID)
		}
	}
}

// took takes an action with these values, and something in every other text.
func (w *world) took(login, subject string, action procedure.ActionID, values map[string]string) {
	w.t.Helper()
	v := w.viewer(login)
	form, err := w.office.Form(w.ctx, v, subject, action, "")
	if err != nil {
		w.t.Fatal(err)
	}
	in := office.Input{Values: map[string]string{}}
	for _, f := range form.Offer.Fields {
		if f.Kind == complaint.Text || f.Kind == complaint.LongText {
			in.Values[f.Name] = "tekst"
		}
	}
	for _, mail := range []string{"email", "to"} {
		if in.Values[mail] != "" {
			in.Values[mail] = "a@example.org"
		}
	}
	maps.Copy(in.Values, values)
	if err := w.office.Take(w.ctx, v, subject, action, in); err != nil {
		w.t.Fatalf("%s on %s: %v", action, subject, err)
	}
	w.now = w.now.Add(10 * time.Minute)
}

// asksAll has everybody asked every action that he can take and that was not asked
// before.
func (w *world) asksAll(asked map[procedure.ActionID]bool) {
	w.t.Helper()
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	sp := lang.New(lang.NL, w.zone)
	for _, m := range org.Staff {
		for _, subject := range w.subjects(m.Login) {
			offers, err := w.office.Offers(w.ctx, w.viewer(m.Login), subject)
			if err != nil {
				w.t.Fatal(err)
			}
			for _, o := range offers {
				if o.Refusal != nil || asked[o.Spec.ID] {
					continue
				}
				asked[o.Spec.ID] = true
				said := w.fills(m.Login, subject, o.Spec.ID, "tekst")
				readable(w.t, said)
				if !strings.Contains(said, spokenQuotes(sp.T("after."+string(o.Spec.ID)))) || !strings.Contains(said, "Vastleggen?") {
					w.t.Errorf("%s on %s is not asked to its end:\n%.3000s", o.Spec.ID, subject, said)
				}
			}
		}
	}
}

// spokenQuotes are a sentence's quotes as they are said.
func spokenQuotes(s string) string { return strings.NewReplacer("‘", "'", "’", "'").Replace(s) }

// subjects are all that somebody can open.
func (w *world) subjects(login string) (out []string) {
	w.t.Helper()
	v := w.viewer(login)
	page, err := w.office.List(w.ctx, v, office.Query{View: office.All})
	if err != nil {
		w.t.Fatal(err)
	}
	for _, l := range page.Lines {
		if !l.About {
			out = append(out, l.Number)
		}
	}
	measures, err := w.office.Measures(w.ctx, v)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, m := range measures {
		out = append(out, m.ID)
	}
	notices, err := w.office.Notices(w.ctx, v)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, n := range notices {
		out = append(out, n.ID)
	}
	experts, err := w.office.Experts(w.ctx, v)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, e := range experts {
		if _, err := w.office.Expert(w.ctx, v, e.ID); err == nil {
			out = append(out, e.ID)
		}
	}
	return out
}

// No text from outside gets through line by line either.
func TestNoTextFromOutsideIsSaid(t *testing.T) {
	t.Parallel()
	w := newHostileWorld(t)
	w.live()
	for i, login := range []string{"dirk", "omar", "petra"} {
		t.Run(login, func(t *testing.T) {
			said := w.wander(login, uint64(i), 1200, strings.NewReplacer("\n", " ", "\r", " ").Replace(attack))
			harmless(t, fmt.Sprintf("what %s hears", login), said)
			if !strings.Contains(said, "complainant_name") {
				t.Error("nothing of the attack was met")
			}
		})
	}
}

// reading answers so that everything is heard: each word of the plan is answered
// and, where it opens a list, that is heard to its end; of a word with a plus
// each line is then heard in full. A word of one list ends with a minus.
func reading(plan ...string) func(heard string) (string, error) {
	word, lines, opened := "", 0, false
	return func(heard string) (string, error) {
		prompt := strings.TrimSpace(heard)
		prompt = prompt[strings.LastIndexByte(prompt, '\n')+1:]
		m := ofList.FindStringSubmatch(prompt)
		switch {
		case strings.Contains(prompt, "Typ ja of nee"):
			return "ja", nil
		case opened && m != nil && strings.Contains(prompt, "of meer"):
			return "meer", nil
		case opened && m != nil && strings.HasPrefix(word, "+"):
			lines, _ = strconv.Atoi(m[1] + m[2] + m[3])
		}
		opened = false
		if lines > 0 {
			lines--
			return strconv.Itoa(lines + 1), nil
		}
		if strings.HasPrefix(word, "+") || strings.HasPrefix(word, "-") {
			word = ""
			return "terug", nil
		}
		if len(plan) == 0 {
			return "", io.EOF
		}
		word, plan = plan[0], plan[1:]
		opened = true
		return strings.TrimLeft(word, "+-"), nil
	}
}

// hears is all that somebody hears who asks for everything.
func (w *world) hears(login string, subjects []string) (said []string) {
	w.t.Helper()
	for _, subject := range subjects {
		if !office.IsComplaint(subject) {
			said = append(said, w.lines(login, lang.NL, subject, reading("-handelingen")))
			continue
		}
		said = append(said, w.lines(login, lang.NL, subject, reading("+verplichtingen", "+verloop", "formulier", "+brieven", "+bijlagen", "-maatregelen", "de stappen", "-handelingen",
			"-op een eerder moment")))
	}
	views := []string{"-1"}
	for range office.Views() {
		views = append(views, fmt.Sprintf("-%d", len(views)+1))
	}
	for _, plan := range [][]string{{"-te doen"}, append([]string{"klachtenoverzicht"}, views[:len(office.Views())]...), {"klachtenoverzicht", "zoek MARK"}, {"-agenda"}, {"-brieven"}, {"-postvak"},
		{"-verbeteringen"}, {"-toezicht"}, {"wat er gebeurde", "-eerder"}, {"-deskundigen"}, {"-medewerkers"}, {"-half ingevuld"}} {
		said = append(said, w.lines(login, lang.NL, "", reading(plan...)))
	}
	return said
}
