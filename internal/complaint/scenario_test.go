package complaint_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// A scenario is a file of testdata, named after the sentence that it shows, to
// be read by somebody who knows the procedure and no Go. One line is one thing:
//
//	people omar=office-manager …      who works here; the first project leader owns new complaints
//	lived NAME                        first what parts/NAME.txt tells
//	MOMENT LOGIN ACTION NAME="VALUE"  somebody does something; "then" is the same moment
//	… -> WHY                          and it is refused, or faulty, for that reason
//	at MOMENT OBLIGATION is STATUS    how an obligation stands then, with the facts so far
//	expect WHAT VALUE                 phase, outcome, owner, assessor, next, due, reason, letters, severity, holds, links
//
// Of a complaint that is recorded only what matters is told: the rest is that
// of A. Voorbeeld, whose trainer came an hour late.

func scenarioFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "S[0-9]*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	return files
}

func scenarioName(file string) string { return strings.TrimSuffix(filepath.Base(file), ".txt") }

func TestScenarios(t *testing.T) {
	for _, file := range scenarioFiles(t) {
		t.Run(scenarioName(file), func(t *testing.T) {
			s := scenario{life: newLife(t)}
			s.run(file)
			if s.asked == 0 {
				t.Error("the scenario expects nothing")
			}
		})
	}
}

type scenario struct {
	*life
	where string // file and line
	asked int    // expectations so far
}

func (s *scenario) run(file string) {
	s.t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		s.t.Fatalf("%v", err)
	}
	for i, line := range strings.Split(string(text), "\n") {
		s.where = fmt.Sprintf("%s:%d", filepath.Base(file), i+1)
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		s.line(line)
	}
}

func (s *scenario) failf(format string, args ...any) {
	s.t.Helper()
	s.t.Errorf("%s: %s", s.where, fmt.Sprintf(format, args...))
}

func (s *scenario) stopf(format string, args ...any) {
	s.t.Helper()
	s.t.Fatalf("%s: %s", s.where, fmt.Sprintf(format, args...))
}

func (s *scenario) line(line string) {
	s.t.Helper()
	line, why, _ := strings.Cut(line, " -> ")
	w := s.words(line)
	switch w[0] {
	case "people":
		s.staff(w[1:])
	case "lived":
		s.run(filepath.Join("testdata", "parts", w[1]+".txt"))
	case "at":
		s.ask(w[1:])
	case "expect":
		s.asked++
		s.expect(w[1], w[2:])
	case "then":
		s.act(w[1:], why)
	default:
		s.now = s.moment(w[0], w[1])
		s.act(w[2:], why)
	}
}

// words splits a line at spaces, but not within quotes.
func (s *scenario) words(line string) []string {
	var out []string
	quoted := false
	for _, word := range strings.FieldsFunc(line, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return r == ' ' && !quoted
	}) {
		out = append(out, strings.ReplaceAll(word, `"`, ""))
	}
	if quoted {
		s.stopf("a quote is not closed")
	}
	return out
}

func (s *scenario) moment(day, clock string) time.Time {
	s.t.Helper()
	at, err := complaint.ParseMoment(day+" "+clock, s.zone)
	if err != nil {
		s.stopf("%v", err)
	}
	return at
}

func (s *scenario) staff(pairs []string) {
	s.people, s.defaultOwner = nil, ""
	for _, pair := range pairs {
		login, roles, _ := strings.Cut(pair, "=")
		p := complaint.Person{ID: "id-" + login, Login: login, Name: strings.ToUpper(login[:1]) + login[1:]}
		for _, role := range strings.Split(roles, ",") {
			p.Roles = append(p.Roles, procedure.Role(role))
		}
		if s.defaultOwner == "" && p.Has(procedure.ProjectLeader) {
			s.defaultOwner = p.ID
		}
		s.people = append(s.people, p)
	}
}

func (s *scenario) byLogin(login string) complaint.Person {
	s.t.Helper()
	for _, p := range s.people {
		if p.Login == login {
			return p
		}
	}
	s.stopf("nobody is called %s", login)
	return complaint.Person{}
}

// ordinary is what a complaint says where the scenario says nothing else.
var ordinary = []string{"channel", "phone", "complainant_kind", "participant", "complainant_name", "A. Voorbeeld",
	"email", "a.voorbeeld@example.org", "subject", "Trainer kwam een uur te laat", "description", "De les begon om 10.30."}

func (s *scenario) act(w []string, why string) {
	s.t.Helper()
	who, action := s.byLogin(w[0]), procedure.ActionID(w[1])
	var fields []string
	if action == procedure.NewComplaint {
		fields = slices.Clone(ordinary)
	}
	for _, pair := range w[2:] {
		name, value, ok := strings.Cut(pair, "=")
		if !ok {
			s.stopf("%q is no NAME=VALUE", pair)
		}
		fields = append(fields, name, value)
	}
	err := s.try(who, action, fields...)
	switch {
	case why != "":
		s.asked++
		if err == nil {
			s.stopf("was allowed, not %s", why)
		} else if got := reason(err); got != why {
			s.failf("%s, not %s", got, why)
		}
	case err != nil:
		s.stopf("%s by %s: %s", action, who.Login, reason(err))
	}
}

// reason is "refused (S07): not-assessed" or "wrong: FIELD: KEY; …".
func reason(err error) string {
	var faults complaint.Faults
	if errors.As(err, &faults) {
		return "wrong: " + err.Error()
	}
	return err.Error()
}

func (s *scenario) ask(w []string) {
	s.t.Helper()
	if len(w) != 5 || w[3] != "is" {
		s.stopf("at DAY TIME OBLIGATION is STATUS")
	}
	s.asked++
	if got := s.duty(w[2]).Status(s.moment(w[0], w[1])); got != complaint.Status(w[4]) {
		s.failf("%s is %s, not %s", w[2], got, w[4])
	}
}

func (s *scenario) expect(what string, w []string) {
	s.t.Helper()
	c, want, got := s.complaint(), strings.Join(w, " "), ""
	switch what {
	case "phase":
		got = string(c.Phase)
	case "outcome":
		got = string(c.Outcome())
	case "severity":
		got = string(c.Severity())
	case "owner":
		for _, p := range s.people {
			if p.ID == c.Owner {
				got = p.Login
			}
		}
	case "assessor":
		for _, p := range s.people {
			if p.ID == c.Assessor {
				got = p.Login
			}
		}
	case "holds":
		var kinds []string
		for _, h := range c.Holds {
			kinds = append(kinds, string(h))
		}
		got = strings.Join(kinds, " ")
	case "links":
		got = strings.Join(c.Links, " ")
	case "next":
		d, _ := complaint.NextDuty(complaint.Duties(c, s.p, s.calendar()), s.now)
		got = d.Obligation.ID
	case "due":
		got = w[0] + " " + s.duty(w[0]).DueAt.In(s.zone).Format("2006-01-02 15:04:05")
	case "reason":
		got = w[0] + " " + string(s.duty(w[0]).Reason)
	case "letters":
		var kinds []string
		for _, l := range c.Letters {
			kinds = append(kinds, string(l.Kind))
		}
		got = strings.Join(kinds, " ")
	default:
		s.stopf("nobody knows what %s is", what)
	}
	if got != want {
		s.failf("%s is %q, not %q", what, got, want)
	}
}
