package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"leermoment/internal/lang"
)

// speakers are the rooms whose texts reach a person: what they say comes from
// the catalogues, the procedure or the person's own words.
var speakers = []string{"ui", "internal/command", "internal/linear", "internal/remote", "internal/paper", "internal/letter", "internal/office", "internal/report", "internal/mail", "cmd"}

// notSaid are literals that look like words and are not said to anybody, or not
// in any language; each says what it is. One that is met nowhere leaves the list.
var notSaid = map[string]string{
	"Leermoment":               "the program's name",
	"pgup pgdn":                "two keys",
	"some did not end in time": "a line of the server's log",
	"too many sessions":        "a reason in the protocol of SSH",
	"a session broke":          "a line of the server's log",
}

// typed are what somebody types: an example of a command or of its options, how
// a command is used, variables of the shell, and the ids that one can choose from.
var typed = regexp.MustCompile(`^  leermoment\b|^leermoment [a-z]+( (--[a-z]|\d{4}-\d).*)?$|^(ssh -p|systemctl enable) |^[a-z]* --[a-z-]+ |` +
	`^[a-z|-]+( \[?[A-Z]+\]?)+$|^[A-Z]+(, [A-Z]+)+$|^[a-z]+ [a-z]+(\|[a-z-]+)+$|^[a-z]+(, [a-z-]+)+$`)

// looksLikeWords are two words beside each other, or one with a capital, alone.
var looksLikeWords = regexp.MustCompile(`\p{L}{2,}[,;:]? \p{L}{2,}|^\p{Lu}\p{Ll}{2,}[.:!?…]?$`)

// measurer begins the names of the sources of the bench: its table is read by who
// works on the program, and stands in the README.
const measurer = "cmd/leermoment/bench"

// Every string that people read goes through the catalogues.
func TestWhatIsSaidComesFromTheCatalogues(t *testing.T) {
	met, dutch := map[string]bool{}, onlyDutch()
	for _, r := range rooms(t) {
		if !under(r.name, speakers...) || under(r.name, tools...) {
			continue
		}
		for _, lit := range saidBySources(r, dutch) {
			text, _ := strconv.Unquote(lit.Value)
			met[text] = true
			if notSaid[text] == "" && !strings.HasPrefix(r.at(lit, ""), measurer) {
				t.Error(r.at(lit, "says %q past the catalogues", text))
			}
		}
	}
	for text := range notSaid {
		if !met[text] {
			t.Errorf("%q stands in no source any more; it leaves the list", text)
		}
	}
}

func TestWordsPastTheCataloguesAreSeen(t *testing.T) {
	source := `package x
import "some where"
type t struct { a string "json:\"some thing\"" }
var (
	a = map[string]any{"Name": "Klaar is het", "two": errors.New("the world fails")}
	b = []string{"Opgeslagen", "vandaag", "todo, mine", "  leermoment show 2026-001", "show SUBJECT", "%s: gone at last"}
	c = []string{"leermoment list --view mine", "leermoment is klaar", "parking --nl Parkeren", "add FROM [UNTIL]", "TERM, TMPDIR"}
	d = &trouble{"gone", "the disk is gone"}
	e = said{"the disk is gone too"}
)
func (*trouble) Error() string { return "what is wrong" }
func (*said) Title() string { a["Who"] = "Zo is het"; return a["Left"] }`
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, "x.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, lit := range saidBySources(room{set: set, files: []*ast.File{f}}, onlyDutch()) {
		said = append(said, lit.Value)
	}
	if want := []string{`"Klaar is het"`, `"Opgeslagen"`, `"vandaag"`, `"%s: gone at last"`, `"leermoment is klaar"`, `"the disk is gone too"`, `"Zo is het"`}; !slices.Equal(said, want) {
		t.Errorf("seen: %v, want %v", said, want)
	}
}

// onlyDutch are single words of the Dutch catalogue that are no part of a key.
func onlyDutch() map[string]bool {
	words := map[string]bool{}
	for _, values := range lang.Values(lang.NL) {
		for _, says := range values {
			words[says] = len(says) > 1 && !strings.Contains(says, " ")
		}
	}
	for _, key := range lang.Keys(lang.NL) {
		for part := range strings.SplitSeq(key, ".") {
			delete(words, part)
		}
	}
	return words
}

// saidBySources are the literals of a room that look like words, or are one of
// the Dutch catalogue. Not looked at are imports, tags, the names that a
// sentence is filled in by (also as an index), what somebody types, and errors
// with their types: those are for a
// world that fails, and said as the reason in a sentence of the catalogue.
func saidBySources(r room, dutch map[string]bool) []*ast.BasicLit {
	var found []*ast.BasicLit
	names, faults := map[ast.Expr]bool{}, errorsOf(r)
	for _, f := range r.files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.Field:
				x.Tag = nil
			case *ast.CallExpr:
				return !isError(x)
			case *ast.FuncDecl:
				return receiver(x) == "" || x.Name.Name != "Error"
			case *ast.CompositeLit:
				made, _ := x.Type.(*ast.Ident)
				return made == nil || !faults[made.Name]
			case *ast.KeyValueExpr:
				names[x.Key] = true
			case *ast.IndexExpr:
				names[x.Index] = true
			case *ast.BasicLit:
				text, err := strconv.Unquote(x.Value)
				if err == nil && x.Kind == token.STRING && !names[x] && !typed.MatchString(text) && (looksLikeWords.MatchString(text) || dutch[text]) {
					found = append(found, x)
				}
			}
			return true
		})
	}
	return found
}

// errorsOf are the types of a room that are errors.
func errorsOf(r room) map[string]bool {
	types := map[string]bool{}
	for _, f := range r.files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == "Error" {
				types[receiver(fn)] = true
			}
		}
	}
	return types
}

// receiver is the type that a method is of; "" where it is no method.
func receiver(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return ""
	}
	of := fn.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	name, _ := of.(*ast.Ident)
	if name == nil {
		return ""
	}
	return name.Name
}

func isError(call *ast.CallExpr) bool {
	fn, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, _ := fn.X.(*ast.Ident)
	return pkg != nil && (pkg.Name == "errors" && fn.Sel.Name == "New" || pkg.Name == "fmt" && strings.HasPrefix(fn.Sel.Name, "Errorf") || pkg.Name == "log" || pkg.Name == "slog")
}
