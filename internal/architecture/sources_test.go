package architecture

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"
	"testing"
)

// Hard limits, in lines. docs/architecture.md asks for half of them.
const (
	longestFile = 400
	longestFunc = 80
)

func TestRoomsStaySmall(t *testing.T) {
	for _, r := range rooms(t) {
		for _, f := range r.files {
			if n := r.size(f); n > longestFile {
				t.Error(r.at(f, "%d lines; %d is the most", n, longestFile))
			}
			for _, decl := range f.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok {
					if n := r.set.Position(fn.End()).Line - r.set.Position(fn.Pos()).Line + 1; n > longestFunc {
						t.Error(r.at(fn, "%s has %d lines; %d is the most", fn.Name.Name, n, longestFunc))
					}
				}
			}
		}
	}
}

// Only the edge has a clock; no room has state of its own or acts by being
// imported.
func TestNothingAmbient(t *testing.T) {
	for _, r := range rooms(t) {
		for _, fault := range ambient(r) {
			t.Error(fault)
		}
	}
}

// Notes to self and sleeps do not land.
func TestNoLeftovers(t *testing.T) {
	for _, r := range rooms(t) {
		for _, fault := range leftovers(r) {
			t.Error(fault)
		}
	}
}

// clock are the functions of package time that look at the machine's clock.
var clock = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}

// ambient says where a room looks at the clock, has an init or changes a
// variable of the package after its declaration.
func ambient(r room) []string {
	var faults []string
	uses := resolve(r)
	changed := func(e ast.Expr) {
		name := root(e)
		if name == nil {
			return
		}
		if v, ok := uses[name].(*types.Var); ok && v.Parent() == v.Pkg().Scope() {
			faults = append(faults, r.at(e, "changes %s, a variable of the package", name.Name))
		}
	}
	for _, f := range r.files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.FuncDecl:
				if x.Name.Name == "init" && x.Recv == nil {
					faults = append(faults, r.at(x, "init()"))
				}
			case *ast.SelectorExpr:
				name, _ := x.X.(*ast.Ident)
				pkg, ok := uses[name].(*types.PkgName)
				if ok && pkg.Imported().Path() == "time" && slices.Contains(clock, x.Sel.Name) && !under(r.name, "cmd") {
					faults = append(faults, r.at(x, "time.%s; the clock is handed in", x.Sel.Name))
				}
			case *ast.AssignStmt:
				for _, e := range x.Lhs {
					changed(e)
				}
			case *ast.RangeStmt:
				changed(x.Key)
				changed(x.Value)
			case *ast.IncDecStmt:
				changed(x.X)
			case *ast.UnaryExpr:
				if x.Op == token.AND { // whoever has its address can change it
					changed(x.X)
				}
			case *ast.CallExpr:
				if fn, ok := x.Fun.(*ast.Ident); ok && slices.Contains([]string{"delete", "clear", "copy"}, fn.Name) && len(x.Args) > 0 {
					changed(x.Args[0])
				}
			}
			return true
		})
	}
	return faults
}

// root is the variable that an expression is a part of.
func root(e ast.Expr) *ast.Ident {
	switch x := e.(type) {
	case *ast.Ident:
		return x
	case *ast.ParenExpr:
		return root(x.X)
	case *ast.IndexExpr:
		return root(x.X)
	case *ast.SliceExpr:
		return root(x.X)
	case *ast.SelectorExpr:
		return root(x.X)
	case *ast.StarExpr:
		return root(x.X)
	}
	return nil
}

// resolve says what each name in a room stands for. Imported packages are left
// empty: only names of the room itself, and of packages, are asked for.
func resolve(r room) map[*ast.Ident]types.Object {
	info := types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: hollow{}, Error: func(error) {}}
	_, _ = config.Check(r.name, r.set, r.files, &info) // hollow imports make it complain
	return info.Uses
}

type hollow struct{}

// Import gives every package, empty.
func (hollow) Import(p string) (*types.Package, error) {
	pkg := types.NewPackage(p, path.Base(p))
	pkg.MarkComplete()
	return pkg, nil
}

// leftovers says where a room has a note to self or, in its tests, a sleep.
func leftovers(r room) []string {
	var faults []string
	for _, f := range slices.Concat(r.files, r.tests) {
		for _, c := range f.Comments {
			for _, word := range []string{"TO" + "DO", "FIX" + "ME", "XX" + "X"} {
				if strings.Contains(c.Text(), word) {
					faults = append(faults, r.at(c, "%s", word))
				}
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if x, ok := n.(*ast.SelectorExpr); ok && x.Sel.Name == "Sleep" {
				faults = append(faults, r.at(x, "sleeps"))
			}
			return true
		})
	}
	return faults
}
