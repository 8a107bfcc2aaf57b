// Package architecture proves that the house is built as docs/architecture.md
// says: it reads the real imports and sources of every room.
package architecture

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"leermoment/internal/procedure"
)

// arrows says which rooms of ours a room may import.
var arrows = map[string][]string{
	"internal/calendar":     {},
	"internal/event":        {},
	"internal/lang":         {},
	"internal/architecture": {},
	"internal/procedure":    {"internal/calendar"},
	"internal/complaint":    {"internal/procedure", "internal/calendar", "internal/event"},
	"internal/organisation": {"internal/procedure", "internal/event"},
	"internal/letter":       {"internal/complaint", "internal/procedure", "internal/calendar", "internal/lang"},
	"internal/office":       {"internal/complaint", "internal/organisation", "internal/procedure", "internal/calendar", "internal/event"},
	"internal/demo":         {"internal/office", "internal/complaint", "internal/procedure", "internal/calendar"},
	"internal/command":      {"internal/office", "internal/organisation", "internal/complaint", "internal/procedure", "internal/calendar", "internal/lang"},
	"store":                 {"internal/complaint", "internal/procedure", "internal/event", "internal/office"},
	"store/storetest":       {"internal/complaint", "internal/procedure", "internal/event", "internal/office"},
	"ui/theme":              {},
	"ui/uitest":             {},
	"ui/nav":                {"ui/theme"},
	"ui/kit":                {"internal/lang", "ui/theme"},
	"ui/register":           screen,
	"ui/dossier":            screen,
	"ui/action":             screen,
	"ui/setup":              screen,
	"ui":                    append([]string{"internal/organisation", "ui/register", "ui/dossier", "ui/action", "ui/setup"}, screen...),
	"cmd/leermoment":        nil, // everything
	"docs/pictures/ansisvg": {},
}

// screen is what a screen may import.
var screen = []string{"ui/kit", "ui/theme", "ui/nav", "internal/lang", "internal/office", "internal/complaint", "internal/procedure", "internal/calendar"}

// closed are rooms that know no machine: what they may not import.
var closed = map[string][]string{
	"internal/complaint": {"context", "log", "os", "net", "database/sql"},
	"internal/calendar":  {"context", "log", "os", "net", "database/sql"},
	"internal/event":     {"context", "log", "os", "net", "database/sql"},
}

type room struct {
	ImportPath, Dir, Doc string
	Imports, GoFiles     []string
}

const module = "leermoment/"

func rooms(t *testing.T) []room {
	t.Helper()
	out, err := exec.Command("go", "list", "-json", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []room
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var r room
		if err := dec.Decode(&r); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, r)
	}
}

func (r room) name() string { return strings.TrimPrefix(r.ImportPath, module) }

func TestArrowsPointInward(t *testing.T) {
	for _, r := range rooms(t) {
		may, known := arrows[r.name()]
		if !known {
			t.Errorf("%s is not in the table of arrows", r.name())
		}
		for _, imported := range r.Imports {
			ours, is := strings.CutPrefix(imported, module)
			if is && may != nil && !slices.Contains(may, ours) {
				t.Errorf("%s must not import %s", r.name(), ours)
			}
			if slices.Contains(closed[r.name()], imported) {
				t.Errorf("%s must not import %s", r.name(), imported)
			}
			if imported == "database/sql" && r.name() != "store" {
				t.Errorf("%s knows SQL; only the store may", r.name())
			}
		}
	}
}

func TestEveryRoomSaysWhatItIsFor(t *testing.T) {
	for _, r := range rooms(t) {
		if len(r.GoFiles) > 0 && strings.TrimSpace(r.Doc) == "" {
			t.Errorf("%s has no package comment", r.name())
		}
	}
}

// sources parses the sources of a room, tests apart.
func sources(t *testing.T, r room) (*token.FileSet, []*ast.File) {
	t.Helper()
	set := token.NewFileSet()
	var files []*ast.File
	for _, name := range r.GoFiles {
		f, err := parser.ParseFile(set, filepath.Join(r.Dir, name), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return set, files
}

func TestFilesStaySmall(t *testing.T) {
	for _, r := range rooms(t) {
		set, files := sources(t, r)
		for _, f := range files {
			if n := set.File(f.Pos()).LineCount(); n > 400 {
				t.Errorf("%s has %d lines; 400 is the most", set.File(f.Pos()).Name(), n)
			}
		}
	}
}

// Only the edge has a clock and chance: everything else is handed them.
func TestNothingAmbient(t *testing.T) {
	for _, r := range rooms(t) {
		if r.name() == "cmd/leermoment" {
			continue
		}
		set, files := sources(t, r)
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				switch x := n.(type) {
				case *ast.SelectorExpr:
					if pkg, ok := x.X.(*ast.Ident); ok && pkg.Name == "time" && slices.Contains([]string{"Now", "Since", "Sleep"}, x.Sel.Name) {
						t.Errorf("%s: time.%s; the clock is handed in", set.Position(x.Pos()), x.Sel.Name)
					}
				case *ast.FuncDecl:
					if x.Name.Name == "init" && x.Recv == nil {
						t.Errorf("%s: init()", set.Position(x.Pos()))
					}
				}
				return true
			})
		}
		for _, imported := range r.Imports {
			if imported == "crypto/rand" || imported == "math/rand" || imported == "math/rand/v2" && r.name() != "internal/demo" {
				t.Errorf("%s imports %s; chance is handed in", r.name(), imported)
			}
		}
	}
}

// plainWords are ids that are also words of other things: names of flags and
// fields, keys of the catalogue, kinds of steps.
var plainWords = []string{"new", "note", "link", "hold", "correct", "attach", "waive", "assess", "consult", "category", "lesson",
	"improvement", "progress", "judgement", "resolution", "satisfaction", "assessment"}

// An obligation's id stands in the procedure alone, an action's id never on a
// screen: another procedure is another file, and no code is changed.
func TestIdsStayInTheProcedure(t *testing.T) {
	var obligations, actions []string
	for _, o := range procedure.Default().Obligations {
		obligations = append(obligations, o.ID)
	}
	for _, a := range procedure.Actions() {
		actions = append(actions, string(a))
	}
	for _, r := range rooms(t) {
		name := r.name()
		inside := name == "internal/procedure" || name == "internal/complaint"
		set, files := sources(t, r)
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				text, err := strconv.Unquote(lit.Value)
				if err != nil || slices.Contains(plainWords, text) {
					return true
				}
				if !inside && slices.Contains(obligations, text) {
					t.Errorf("%s names the obligation %q", set.Position(lit.Pos()), text)
				}
				if strings.HasPrefix(name, "ui") && slices.Contains(actions, text) {
					t.Errorf("%s names the action %q", set.Position(lit.Pos()), text)
				}
				return true
			})
		}
	}
}

// No leftovers: notes to self, skipped tests and sleeps do not land.
func TestNoLeftovers(t *testing.T) {
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		for _, c := range f.Comments {
			for _, word := range []string{"TO" + "DO", "FIX" + "ME", "XX" + "X"} {
				if strings.Contains(c.Text(), word) {
					t.Errorf("%s: %s", path, word)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
