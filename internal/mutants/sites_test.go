package mutants

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"
)

// finder collects the errors that can be put into a file.
type finder struct {
	fset *token.FileSet
	pkg  *pkg
	src  *source
	info *types.Info
	in   string
	seen map[string]int
	out  []mutant
}

// sites are all errors that could be put into a package; some would not build.
func (tr *tree) sites(p *pkg) []mutant {
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue)}
	var files []*ast.File
	for _, s := range p.files {
		files = append(files, s.file)
	}
	conf := types.Config{Importer: tr.imports, Error: func(error) {}}
	conf.Check(p.path, tr.fset, files, info) //nolint:errcheck // the compiler has taken it
	var out []mutant
	for _, s := range p.files {
		f := &finder{fset: tr.fset, pkg: p, src: s, info: info, seen: make(map[string]int)}
		for _, d := range s.file.Decls {
			f.in = declared(d)
			ast.Inspect(d, f.visit)
		}
		out = append(out, f.out...)
	}
	return out
}

// declared names a declaration: a function with its receiver's type, else its first name.
func declared(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv != nil {
			of := d.Recv.List[0].Type
			if star, ok := of.(*ast.StarExpr); ok {
				of = star.X
			}
			if id, ok := of.(*ast.Ident); ok {
				return id.Name + "." + d.Name.Name
			}
		}
		return d.Name.Name
	case *ast.GenDecl:
		if len(d.Specs) > 0 {
			if v, ok := d.Specs[0].(*ast.ValueSpec); ok {
				return v.Names[0].Name
			}
		}
	}
	return d.(*ast.GenDecl).Tok.String()
}

// others are the operators that one may be mistaken for.
var others = map[token.Token]token.Token{
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LAND: token.LOR, token.LOR: token.LAND,
}

func (f *finder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.Field:
		ast.Inspect(n.Type, f.visit) // not its tag
		return false
	case *ast.IfStmt:
		f.negate(n.Cond)
	case *ast.ForStmt:
		f.negate(n.Cond)
	case *ast.BinaryExpr:
		if other, ok := others[n.Op]; ok {
			at := f.offset(n.OpPos)
			from, to := f.offset(n.Pos()), f.offset(n.End())
			now := string(f.src.text[from:at]) + other.String() + string(f.src.text[at+len(n.Op.String()):to])
			f.add(condition, n, at, at+len(n.Op.String()), other.String(), now)
		}
	case *ast.Ident:
		if b, ok := map[string]string{"true": "false", "false": "true"}[n.Name]; ok && f.info.Types[n].IsValue() {
			f.replace(constant, n, b)
		}
	case *ast.BasicLit:
		f.literal(n)
	case *ast.ExprStmt:
		if c, ok := n.X.(*ast.CallExpr); ok {
			f.replace(call, c, "func() {}()")
		}
	case *ast.CallExpr:
		f.unwrap(n)
	}
	return true
}

// negate turns a condition that is no comparison around.
func (f *finder) negate(cond ast.Expr) {
	if _, ok := cond.(*ast.BinaryExpr); ok || cond == nil {
		return
	}
	f.replace(condition, cond, "!("+f.text(cond)+")")
}

// literal makes a number one more, a character the next, and takes the last character
// from a text.
func (f *finder) literal(n *ast.BasicLit) {
	switch n.Kind {
	case token.INT:
		f.replace(constant, n, "("+n.Value+" + 1)")
	case token.FLOAT:
		f.replace(constant, n, "("+n.Value+" * 1.5)")
	case token.CHAR:
		f.replace(constant, n, "("+n.Value+" + 1)")
	case token.STRING:
		s, err := strconv.Unquote(n.Value)
		if err != nil || s == "" {
			return
		}
		_, last := utf8.DecodeLastRuneInString(s)
		f.replace(words, n, strconv.Quote(s[:len(s)-last]))
	}
}

// unwrap puts an argument in the place of a call that gives the same type.
func (f *finder) unwrap(n *ast.CallExpr) {
	result := f.info.Types[n].Type
	if result == nil || f.info.Types[n.Fun].IsType() {
		return
	}
	args := n.Args
	if sel, ok := n.Fun.(*ast.SelectorExpr); ok && f.info.Types[sel.X].IsValue() {
		args = append([]ast.Expr{sel.X}, args...)
	}
	for _, a := range args {
		if arg := f.info.Types[a]; arg.IsValue() && arg.Type != nil && types.Identical(arg.Type, result) {
			f.replace(call, n, f.text(a))
			return
		}
	}
}

func (f *finder) offset(p token.Pos) int { return f.fset.Position(p).Offset }

func (f *finder) text(n ast.Node) string {
	return string(f.src.text[f.offset(n.Pos()):f.offset(n.End())])
}

func (f *finder) replace(k kind, n ast.Node, by string) {
	f.add(k, n, f.offset(n.Pos()), f.offset(n.End()), by, by)
}

func (f *finder) add(k kind, n ast.Node, from, to int, by, now string) {
	m := mutant{
		pkg: f.pkg, source: f.src, in: f.in, kind: k, line: f.fset.Position(n.Pos()).Line,
		from: from, to: to, new: by, shown: [2]string{oneLine(f.text(n)), oneLine(now)},
	}
	if k == call && by == "func() {}()" {
		m.shown[1] = "(nothing)"
	}
	name := m.key()
	m.nth = f.seen[name]
	f.seen[name]++
	f.out = append(f.out, m)
}

// oneLine is a piece of source in a line of the table.
func oneLine(s string) string {
	return strings.Join(strings.Fields(s), " ")
}

// readEquivalent reads the errors that change nothing: lines of a key, and below each,
// set in, the reason. Lines with # are comments.
func readEquivalent(name string) (map[string]string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	out := make(map[string]string)
	key := ""
	for i, line := range strings.Split(string(data), "\n") {
		switch reason := strings.TrimSpace(line); {
		case reason == "" || strings.HasPrefix(line, "#"):
		case reason == line:
			key = line
		case key == "":
			return nil, fmt.Errorf("%s:%d: a reason without the error that it is of", name, i+1)
		default:
			out[key] = strings.TrimSpace(out[key] + " " + reason)
		}
	}
	return out, nil
}
