package room

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pressroom/internal/ledger"
	"pressroom/internal/today"
	"pressroom/internal/workspace"
)

var (
	said    = regexp.MustCompile(`\bsayf? "([^"]+)"`)
	counted = regexp.MustCompile(`\bcount \S+ "([^"]+)" "([^"]+)"`)
)

// ofPages are the texts that pages say by their templates.
func ofPages(t *testing.T) map[string]bool {
	t.Helper()
	pages, err := filepath.Glob("../*/pages/*.html")
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]bool)
	for _, page := range pages {
		src, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range said.FindAllStringSubmatch(string(src), -1) {
			texts[m[1]] = true
		}
		for _, m := range counted.FindAllStringSubmatch(string(src), -1) {
			texts[m[1]], texts[m[2]] = true, true
		}
	}
	return texts
}

// saying are the functions, types and fields to which a text of a page is given.
var saying = []string{"Say", "Sayf", "Count", "say", "said", "refuse", "show", "look", "act", "all", "lead", "approve", "Page", "Own"}

var sayingFields = []string{"Act", "Title", "Button", "Reason", "Text"}

// The rooms of which the code is read too. What is in the list of the commands of others
// is no text of a page.
var rooms = []string{"../sending", "../office", "../desk", "../room", "../outcome", "../proofs"}

// ofCode are the texts that the code of rooms gives to pages.
func ofCode(t *testing.T) map[string]bool {
	t.Helper()
	texts := make(map[string]bool)
	add := func(e ast.Expr) {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return
		}
		// What begins with a slash or ends as a file does is an address; "en" is a language.
		s, err := strconv.Unquote(lit.Value)
		if err == nil && letter.MatchString(s) && s != "en" && s[0] != '/' && !strings.HasSuffix(s, ".html") {
			texts[s] = true
		}
	}
	for _, dir := range rooms {
		names, err := filepath.Glob(dir + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					if slices.Contains(saying, called(n)) {
						for _, a := range n.Args {
							add(a)
						}
					}
				case *ast.KeyValueExpr:
					if id, ok := n.Key.(*ast.Ident); ok && slices.Contains(sayingFields, id.Name) {
						add(n.Value)
					}
				case *ast.ValueSpec: // what was done, by what stands in the address
					if n.Names[0].Name == "done" && len(n.Values) == 1 {
						for _, e := range n.Values[0].(*ast.CompositeLit).Elts {
							add(e.(*ast.KeyValueExpr).Value)
						}
					}
				}
				return true
			})
		}
	}
	return texts
}

var letter = regexp.MustCompile(`\pL`)

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// What a page says has words in each language, and no language has words that another
// lacks.
func TestEachLanguageHasTheWordsOfThePages(t *testing.T) {
	texts := ofPages(t)
	if len(texts) < 150 {
		t.Fatalf("only %d texts were found in pages", len(texts))
	}
	code := ofCode(t)
	if len(code) < 100 {
		t.Fatalf("only %d texts were found in code", len(code))
	}
	for text := range code {
		texts[text] = true
	}
	for _, l := range Usual {
		texts[l.Text] = true
	}
	for _, role := range []workspace.Role{workspace.Lead, workspace.Approver, workspace.Viewer} {
		texts[string(role)] = true
	}
	for _, state := range append([]ledger.State{today.Draft}, today.States...) {
		texts[string(state)] = true
	}
	for _, name := range calendar() {
		texts[name] = true
	}
	for _, tag := range Languages {
		for text := range texts {
			if In(tag)[text] == "" {
				t.Errorf("words/%s.toml has nothing for %q", tag, text)
			}
		}
		for text, said := range In(tag) {
			for _, other := range Languages {
				if In(other)[text] == "" {
					t.Errorf("words/%s.toml lacks %q, which words/%s.toml has", other, text, tag)
				}
			}
			if got, want := verbs.FindAllString(said, -1), verbs.FindAllString(text, -1); !slices.Equal(got, want) {
				t.Errorf("words/%s.toml: %q has %q where %q has %q", tag, said, got, text, want)
			}
		}
	}
	if got := In("de-AT").Say("Today"); got != "Heute" {
		t.Errorf("%q", got)
	}
	if got := In("nl").Say("Today"); got != "Today" {
		t.Errorf("%q", got)
	}
}

// verbs are where a text has something put in.
var verbs = regexp.MustCompile(`%[a-z]`)
