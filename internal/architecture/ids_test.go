package architecture

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"leermoment/internal/procedure"
)

// plainWords are ids that are also words of something else; each says of what.
// A word that is no longer met anywhere leaves the list.
var plainWords = map[string]string{
	"category":   "a field of the form, a flag, a name in SQL",
	"judgement":  "a field, filled in by the demo",
	"lesson":     "a field, filled in by the demo and told in the dossier",
	"new":        "the new value in the data of a correction",
	"resolution": "a made-up row of the store's own test suite",
}

// An obligation's id stands in the procedure alone, an action's id never where
// people read it: another procedure is another file, and no code is changed.
func TestIdsStayInTheProcedure(t *testing.T) {
	met := map[string]bool{}
	for _, r := range rooms(t) {
		for _, lit := range namedIds(r) {
			text, _ := strconv.Unquote(lit.Value)
			met[text] = true
			if plainWords[text] == "" {
				t.Error(r.at(lit, "names %q of the procedure", text))
			}
		}
	}
	for word := range plainWords {
		if !met[word] {
			t.Errorf("%q stands in no source any more; it leaves the list of plain words", word)
		}
	}
}

// namedIds are the literals of a room that are an id it may not name.
func namedIds(r room) []*ast.BasicLit {
	var forbidden []string
	if r.name != "internal/procedure" && r.name != "internal/complaint" {
		for _, o := range procedure.Default().Obligations {
			forbidden = append(forbidden, o.ID)
		}
	}
	if under(r.name, "ui", "internal/linear", "internal/wording") {
		for _, a := range procedure.Actions() {
			forbidden = append(forbidden, string(a))
		}
	}
	var found []*ast.BasicLit
	for _, f := range r.files {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil && slices.Contains(forbidden, text) {
					found = append(found, lit)
				}
			}
			return true
		})
	}
	return found
}
