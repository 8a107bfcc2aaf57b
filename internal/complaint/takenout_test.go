package complaint_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// recorder is a judge that wants to hear of failures.
type recorder struct{ failures []string }

// stopped is how a recorder ends a scenario that cannot go on.
type stopped struct{}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}
func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	panic(stopped{})
}

// failures runs a scenario under another procedure and gives what went wrong.
func failures(file string, p *procedure.Procedure) []string {
	r := &recorder{}
	func() {
		defer func() {
			if x := recover(); x != nil && x != (stopped{}) {
				panic(x)
			}
		}()
		s := scenario{life: newLife(r)}
		s.p = p
		s.run(file)
	}()
	return r.failures
}

// reachable are the obligations that the actions can meet, and those that are
// kept up without being met.
func reachable(p *procedure.Procedure) (out []procedure.Obligation) {
	brings := map[procedure.Fact]bool{}
	for _, spec := range complaint.Specs() {
		for _, f := range spec.Brings {
			brings[f] = true
		}
	}
	for _, o := range p.Obligations {
		if !slices.ContainsFunc(o.MetBy, func(f procedure.Fact) bool { return !brings[f] }) {
			out = append(out, o)
		}
	}
	return out
}

// An obligation taken out of the procedure is missed by a scenario of each of
// the sentences it rests on: no scenario passes by itself.
func TestTakenOutObligationIsMissed(t *testing.T) {
	files := scenarioFiles(t)
	for _, o := range reachable(procedure.Default()) {
		for _, sentence := range o.Sentences {
			t.Run(o.ID+"/"+sentence, func(t *testing.T) {
				without := procedure.Default().Without(o.ID)
				tried := 0
				for _, file := range files {
					if !strings.HasPrefix(filepath.Base(file), sentence+"-") {
						continue
					}
					tried++
					if found := failures(file, without); len(found) > 0 {
						t.Logf("%s misses it: %s", scenarioName(file), found[0])
						return
					}
				}
				t.Errorf("%d scenarios of %s, and none misses it", tried, sentence)
			})
		}
	}
}

// Every scenario is good under the whole procedure also in the eyes of the
// recorder, so that what it reports above comes from what was taken out.
func TestRecorderFindsNothingWhereNothingIsTakenOut(t *testing.T) {
	for _, file := range scenarioFiles(t) {
		if found := failures(file, procedure.Default()); len(found) > 0 {
			t.Errorf("%s: %s", scenarioName(file), strings.Join(found, "\n"))
		}
	}
}

func TestEveryScenarioIsNamedAfterASentence(t *testing.T) {
	p := procedure.Default()
	for _, file := range scenarioFiles(t) {
		id, about, _ := strings.Cut(scenarioName(file), "-")
		if _, ok := p.Sentence(id); !ok || about == "" {
			t.Errorf("%s is named after no sentence", file)
		}
	}
}
