package mutants

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// tree is a module with the packages that errors are put into.
type tree struct {
	dir      string
	packages []*pkg
	fset     *token.FileSet
	imports  types.Importer
	seconds  int      // that the tests of one error may take
	alone    sync.Map // by the path of a package, whether its tests pass without an error
}

// pkg is a package as it was read.
type pkg struct {
	path  string // of import
	files []*source
}

// source is a file of a package.
type source struct {
	name string // from the module's folder
	abs  string
	text []byte
	file *ast.File
}

// pure are the packages of the pure ring, as the test of the house lists them.
func pure(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../house/house_test.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		ring, ok := n.(*ast.CompositeLit)
		if !ok || len(ring.Elts) != 2 {
			return true
		}
		if name, ok := ring.Elts[0].(*ast.BasicLit); !ok || name.Value != `"pure"` {
			return true
		}
		ast.Inspect(ring.Elts[1], func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				name, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, "./internal/"+name)
			}
			return true
		})
		return false
	})
	if len(out) == 0 {
		t.Fatal("the test of the house lists no pure ring")
	}
	return out
}

// openTree reads packages of the module in a folder.
func openTree(dir string, packages []string) (*tree, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	tr := &tree{dir: abs, fset: token.NewFileSet(), seconds: seconds}
	export := make(map[string]string)
	listed, err := tr.list(append([]string{"-deps", "-export"}, packages...))
	if err != nil {
		return nil, err
	}
	for _, l := range listed {
		export[l.ImportPath] = l.Export
	}
	tr.imports = importer.ForCompiler(tr.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(export[path]) })
	if listed, err = tr.list(packages); err != nil {
		return nil, err
	}
	for _, l := range listed {
		p := &pkg{path: l.ImportPath}
		for _, name := range l.GoFiles {
			s := &source{abs: filepath.Join(l.Dir, name)}
			if s.name, err = filepath.Rel(abs, s.abs); err != nil {
				return nil, err
			}
			if s.text, err = os.ReadFile(s.abs); err != nil {
				return nil, err
			}
			if s.file, err = parser.ParseFile(tr.fset, s.abs, s.text, parser.SkipObjectResolution); err != nil {
				return nil, err
			}
			p.files = append(p.files, s)
		}
		tr.packages = append(tr.packages, p)
	}
	return tr, nil
}

type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

func (tr *tree) list(args []string) ([]listed, error) {
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Export,GoFiles"}, args...)...)
	cmd.Dir, cmd.Stderr = tr.dir, os.Stderr
	data, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list %v: %w", args, err)
	}
	var out []listed
	for dec := json.NewDecoder(bytes.NewReader(data)); ; {
		var l listed
		if err := dec.Decode(&l); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
}

// dependencies are the packages that a package's tests are built from.
func (tr *tree) dependencies(of string) (map[string]bool, error) {
	all, err := tr.list([]string{"-deps", "-test", of})
	if err != nil {
		return nil, err
	}
	out := make(map[string]bool)
	for _, l := range all {
		out[l.ImportPath] = true
	}
	return out, nil
}

// mutant is a small error: a place and what stands there instead.
type mutant struct {
	pkg      *pkg
	source   *source
	in       string // the function or declaration
	kind     kind
	line     int
	from, to int // bytes of the source
	new      string
	shown    [2]string // what is read before and after
	nth      int       // of several that read alike in one function
}

// kind is what an error is made of.
type kind string

const (
	condition kind = "condition"
	constant  kind = "constant"
	call      kind = "call"
	words     kind = "string"
)

var allKinds = []kind{condition, constant, call, words}

func (m mutant) place() string { return fmt.Sprintf("%s:%d", m.source.name, m.line) }

func (m mutant) change() string { return m.shown[0] + "  →  " + m.shown[1] }

// key names an error, also after the lines around it have moved.
func (m mutant) key() string {
	return fmt.Sprintf("%s %s %s: %s #%d", m.source.name, m.in, m.kind, m.change(), m.nth)
}

// mutated is the source with the error in it.
func (m mutant) mutated() []byte {
	return slices.Concat(m.source.text[:m.from], []byte(m.new), m.source.text[m.to:])
}

// overlay writes what `go build -overlay` takes, and is its file.
func (m mutant) overlay(t *testing.T) string {
	dir, err := os.MkdirTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, filepath.Base(m.source.name))
	replace, err := json.Marshal(map[string]map[string]string{"Replace": {m.source.abs: file}})
	if err != nil {
		t.Fatal(err)
	}
	overlay := filepath.Join(dir, "overlay.json")
	for name, data := range map[string][]byte{file: m.mutated(), overlay: replace} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return overlay
}

// draw gives errors that still build, each kind in its turn. Which they are depends on
// the seed and on the source where they stand alone: what changes elsewhere draws no
// others.
func (tr *tree) draw(seed int, only string) iter.Seq[mutant] {
	byKind := make(map[kind][]mutant)
	for _, p := range tr.packages {
		if only != "" && !strings.HasSuffix(p.path, "internal/"+only) {
			continue
		}
		for _, m := range tr.sites(p) {
			byKind[m.kind] = append(byKind[m.kind], m)
		}
	}
	lot := func(m mutant) string {
		sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", seed, m.key()))
		return string(sum[:])
	}
	for _, list := range byKind {
		slices.SortFunc(list, func(a, b mutant) int { return cmp.Compare(lot(a), lot(b)) })
	}
	return func(yield func(mutant) bool) {
		for left := true; left; {
			left = false
			for _, k := range allKinds {
				for len(byKind[k]) > 0 {
					m := byKind[k][0]
					byKind[k] = byKind[k][1:]
					if !tr.builds(m) {
						continue
					}
					if left = true; !yield(m) {
						return
					}
					break
				}
			}
		}
	}
}

// builds tells whether a package still compiles with the error in it.
func (tr *tree) builds(m mutant) bool {
	var files []*ast.File
	for _, s := range m.pkg.files {
		if s != m.source {
			files = append(files, s.file)
			continue
		}
		f, err := parser.ParseFile(tr.fset, s.abs, m.mutated(), parser.SkipObjectResolution)
		if err != nil {
			return false
		}
		files = append(files, f)
	}
	conf := types.Config{Importer: tr.imports}
	_, err := conf.Check(m.pkg.path, tr.fset, files, nil)
	return err == nil
}
