package house

import (
	"bufio"
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// Limits of what somebody can read at once, in the code that people write.
const (
	mostOfAFunction = 80  // lines
	mostOfAFile     = 500 // lines
	mostOfALine     = 140 // characters
	// Lines for each command, with what is below the package and without tests.
	mostOfACommand      = 29 // of internal/cli
	mostOfAConversation = 52 // of internal/console
)

func TestWhatIsReadAtOnceIsShort(t *testing.T) {
	commands, lines, said := 0, 0, 0
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "testdata" {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		name = "internal/" + strings.TrimPrefix(filepath.ToSlash(name), "../")
		test := strings.HasSuffix(name, "_test.go")
		if strings.HasPrefix(name, "internal/cli/") && !test {
			lines += bytes.Count(src, []byte("\n"))
			commands += bytes.Count(src, []byte("\t\tUse: \"")) + bytes.Count(src, []byte("return group(\"")) + bytes.Count(src, []byte("\tc := group(\""))
		}
		if strings.HasPrefix(name, "internal/console/") && !test {
			said += bytes.Count(src, []byte("\n"))
		}
		readable(t, name, src, test)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if most := commands * mostOfACommand; commands == 0 || lines > most {
		t.Errorf("the %d commands have %d lines, and more than %d are too many: what is shown and asked goes to the console, and what is a rule "+
			"to the service that owns it", commands, lines, most)
	}
	if most := commands * mostOfAConversation; said == 0 || said > most {
		t.Errorf("the console has %d lines for %d commands, and more than %d are too many: what is a rule goes to the service that owns it", said,
			commands, most)
	}
}

// readable holds one file to the limits. Tests may be long: they are tables.
func readable(t *testing.T, name string, src []byte, test bool) {
	t.Helper()
	if test {
		return
	}
	if n := bytes.Count(src, []byte("\n")); n > mostOfAFile {
		t.Errorf("%s has %d lines; divide it", name, n)
	}
	lines := bufio.NewScanner(bytes.NewReader(src))
	for n := 1; lines.Scan(); n++ {
		if long := utf8.RuneCount(lines.Bytes()); long > mostOfALine {
			t.Errorf("%s:%d has %d characters; break it", name, n, long)
		}
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		from, to := set.Position(f.Pos()), set.Position(f.End())
		if n := to.Line - from.Line + 1; n > mostOfAFunction {
			t.Errorf("%s:%d: %s has %d lines; divide it", name, from.Line, f.Name.Name, n)
		}
	}
}
