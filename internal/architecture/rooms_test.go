// Package architecture proves that the house is built as docs/architecture.md
// says: it reads the real imports and sources of every room. It may import the
// procedure, whose ids it looks for, and lang, whose words it knows.
package architecture

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "leermoment/"

// room is one package with its sources, those for another system among them.
type room struct {
	name  string // without the module
	doc   string
	set   *token.FileSet
	files []*ast.File
	tests []*ast.File
}

// rooms are all packages of the module; what a program wrote is not looked at.
func rooms(t *testing.T) []room {
	t.Helper()
	out, err := exec.Command("go", "list", "-json", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []room
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath, Dir, Doc                               string
			GoFiles, IgnoredGoFiles, TestGoFiles, XTestGoFiles []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		r := room{name: strings.TrimPrefix(p.ImportPath, module), doc: p.Doc, set: token.NewFileSet()}
		r.files = parse(t, r.set, p.Dir, append(p.GoFiles, p.IgnoredGoFiles...))
		r.tests = parse(t, r.set, p.Dir, append(p.TestGoFiles, p.XTestGoFiles...))
		list = append(list, r)
	}
	if len(list) == 0 {
		t.Fatal("go list found no package")
	}
	return list
}

func parse(t *testing.T, set *token.FileSet, dir string, names []string) []*ast.File {
	t.Helper()
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(set, filepath.Join(dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if !ast.IsGenerated(f) {
			files = append(files, f)
		}
	}
	return files
}

// imports are the paths that the sources import, tests apart.
func (r room) imports() []string {
	all := map[string]bool{}
	for _, f := range r.files {
		for _, spec := range f.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				all[path] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// at says a fault with its place, as an editor can jump to.
func (r room) at(n ast.Node, format string, args ...any) string {
	p := r.set.Position(n.Pos())
	return fmt.Sprintf("%s/%s:%d: %s", r.name, filepath.Base(p.Filename), p.Line, fmt.Sprintf(format, args...))
}

// size is the number of lines of a file.
func (r room) size(f *ast.File) int { return r.set.File(f.FileStart).LineCount() }

// under says whether an import is one of these or lies beneath one of them.
func under(imported string, those ...string) bool {
	return slices.ContainsFunc(those, func(p string) bool { return imported == p || strings.HasPrefix(imported, p+"/") })
}
