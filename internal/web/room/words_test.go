package room

import (
	"fmt"
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

// sayers are the functions, types and fields to which a text of a page is given.
var sayers = []string{"Say", "Sayf", "Count", "say", "said", "refuse", "show", "look", "act", "all", "lead", "approve", "Page", "Own"}

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
		for _, name := range sources(t, dir) {
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					if slices.Contains(sayers, called(n)) {
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
	codes := ofServices(t) // another test holds what these take
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
			if got := taking(text, said); strings.Contains(got, "%!") && !codes[text] {
				t.Errorf("words/%s.toml: %q takes something else than is put in: %s", tag, said, got)
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

// taking is what a language says with something put in, as English has it.
func taking(english, said string) string {
	var args []any
	for _, verb := range verbs.FindAllString(english, -1) {
		args = append(args, map[bool]any{true: 7, false: "x"}[verb == "%d"])
	}
	return fmt.Sprintf(said, args...)
}

// verbs are where a text has something put in.
var verbs = regexp.MustCompile(`%[a-z]`)

// services are the packages of which each sentence has words.
var services = []string{"../../*", "../*"}

// sources are the files of a package, without its tests.
func sources(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(dir + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
}

// ofServices are the codes of the sentences that services say.
func ofServices(t *testing.T) map[string]bool {
	t.Helper()
	codes := make(map[string]bool)
	for _, dir := range services {
		for _, name := range sources(t, dir) {
			src, err := os.ReadFile(name)
			if err != nil || !strings.Contains(string(src), "pressroom/internal/saying") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, src, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				c, ok := n.(*ast.CallExpr)
				if !ok || !says(c) {
					return true
				}
				for _, a := range c.Args {
					if text, ok := literal(a); ok && !wordless(text) {
						codes[strings.ReplaceAll(text, "%w", "%v")] = true
					}
				}
				return true
			})
		}
	}
	return codes
}

// says tells whether a call makes a sentence, or adds one to others.
func says(c *ast.CallExpr) bool {
	f, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	of, _ := f.X.(*ast.Ident)
	made := of != nil && of.Name == "saying" && slices.Contains([]string{"Of", "Count", "Errorf", "Word"}, f.Sel.Name)
	return made || f.Sel.Name == "Add" && len(c.Args) > 0 || f.Sel.Name == "Join" && len(c.Args) == 1
}

// literal is a text that stands in code, in one piece or several.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, e.Kind == token.STRING && err == nil
	case *ast.BinaryExpr:
		left, whole := literal(e.X)
		right, also := literal(e.Y)
		return left + right, whole && also
	}
	return "", false
}

// What a service says as a sentence has words in each language, which take the same in
// their places.
func TestEachSentenceOfServicesHasWords(t *testing.T) {
	codes := ofServices(t)
	if len(codes) < 150 {
		t.Fatalf("only %d sentences were found", len(codes))
	}
	for _, reason := range ledger.Reasons {
		codes[reason] = true
	}
	for code := range codes {
		for _, tag := range Languages {
			said, ok := In(tag)[code]
			if !ok {
				t.Errorf("words/told.toml has nothing in %s for %q", tag, code)
				continue
			}
			if text := taking(code, said); strings.Contains(said, "%") && strings.Contains(text, "%!") {
				t.Errorf("words/told.toml: what %s says for %q takes something else: %s", tag, code, text)
			}
		}
		if here, ok := In("en")[code]; ok && strings.Contains(here, "%") && strings.Contains(taking(code, here), "%!") {
			t.Errorf("words/told.toml: what English says here for %q takes something else: %s", code, taking(code, here))
		}
	}
}
