// Package house tests how the packages stand to each other.
package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// rings orders the packages: one imports from its own ring and those inside it.
var rings = []struct {
	name     string
	packages []string
}{
	{"pure", []string{
		"saying", "diagnostic", "release", "frontmatter", "language", "contacts", "contacts/sheet", "contacts/heading", "contacts/intake", "check", "embargo", "mail", "bounce", "importer", "importer/prose", "importer/attribution", "importer/when", "importer/markup", "importer/archive",
		"pattern", "spread", "wording", "terms", "hush", "submission", "photo", "coverage",
		"assist", "fields", "verify", "verify/pdftext", "render/html", "render/email", "render/text", "render/docx", "render/ninjs", "render/svg", "render/pdf", "render/pdf/sfnt", "render/pdf/pdfobj", "render/pdf/setter",
	}},
	{"adapters", []string{"workspace", "setting", "blob", "chain", "store", "smtp", "listen", "sandbox", "inbox", "private", "seal"}},
	{"services", []string{"ledger", "publication", "agreement", "compile", "draft", "proof", "audience", "dispatch", "delivery", "people", "links", "coalition", "notices", "certificate", "archive", "provenance", "fetches", "search", "report", "jobs", "transport", "status", "today", "office", "doctor", "drill", "lists", "revisions"}},
	{"edge", []string{"app", "cli", "console", "lsp", "web/page", "web/room", "web/proofs", "web/office", "web/desk", "web/sending", "web/lists", "web/board", "web/setup", "web/outcome", "web/portal", "web/person", "web/advance", "web/verifying", "web/newsroom"}},
}

// outside the rings: this test, the database of tests, their golden files, what renderers are tried with, and who reads the pages.
var free = map[string]bool{"house": true, "testdb": true, "expect": true, "scenes": true, "visitor": true}

const module = "pressroom/internal/"

// impure are imports that the pure ring must not have.
var impure = map[string]bool{"os": true, "net": true, "net/http": true, "database/sql": true, "os/exec": true, "syscall": true}

func TestPackagesImportInwards(t *testing.T) {
	ring := make(map[string]int)
	for i, r := range rings {
		for _, p := range r.packages {
			ring[p] = i
		}
	}
	seen := make(map[string]bool)
	walk(t, func(pkg string, file *ast.File, name string) {
		if free[pkg] {
			return
		}
		mine, ok := ring[pkg]
		if !ok {
			t.Errorf("%s is in no ring; add it to the table here and in internal/README.md", pkg)
			return
		}
		seen[pkg] = true
		for _, imp := range file.Imports {
			path, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if mine == 0 && impure[path] {
				t.Errorf("%s: the pure ring must not import %s", name, path)
			}
			if other, ok := strings.CutPrefix(path, module); ok && ring[other] > mine {
				t.Errorf("%s: %s (%s) must not import %s (%s)", name, pkg, rings[mine].name, other, rings[ring[other]].name)
			}
		}
		if mine == 0 {
			ast.Inspect(file, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Now" {
					if id, ok := sel.X.(*ast.Ident); ok && id.Name == "time" {
						t.Errorf("%s: the pure ring must not call time.Now", name)
					}
				}
				return true
			})
		}
	})
	for p := range ring {
		if !seen[p] {
			t.Errorf("the ring table names %s, which does not exist", p)
		}
	}
}

// What is said on a terminal does not depend on which flags led to it.
func TestOnlyTheCommandsKnowFlags(t *testing.T) {
	walk(t, func(pkg string, file *ast.File, name string) {
		for _, imp := range file.Imports {
			path, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(path, "github.com/spf13/") && pkg != "cli" {
				t.Errorf("%s: only internal/cli may import %s", name, path)
			}
		}
	})
}

func TestTheMapHasEveryPackage(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rings {
		for _, p := range r.packages {
			if !strings.Contains(string(readme), "`internal/"+p+"`") {
				t.Errorf("the table of internal/README.md lacks internal/%s", p)
			}
		}
	}
}

// walk visits every file of internal that is no test.
func walk(t *testing.T, visit func(pkg string, file *ast.File, name string)) {
	t.Helper()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "testdata" {
			return filepath.SkipDir
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		visit(strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "../"), file, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
