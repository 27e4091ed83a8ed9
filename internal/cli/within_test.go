package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// Commands that work in a folder that is no workspace, and why.
var withoutWorkspace = map[string]string{
	"init":          "it makes one",
	"demo":          "it makes one elsewhere",
	"serve":         "it begins one in an empty folder, and refuses any other",
	"languages":     "those of the program",
	"lsp":           "an editor tells it where the workspace is",
	"archive check": "it takes nothing but the program",
}

// leaves are all commands that do something.
func leaves(c *cobra.Command) []*cobra.Command {
	if !c.HasSubCommands() {
		return []*cobra.Command{c}
	}
	var out []*cobra.Command
	for _, sub := range c.Commands() {
		out = append(out, leaves(sub)...)
	}
	return out
}

// run runs a command line in a folder.
func run(dir string, args ...string) (code int, stdout, stderr string) {
	var out, said bytes.Buffer
	code = Main(append([]string{"-C", dir}, args...), strings.NewReader(""), &out, &said)
	return code, out.String(), said.String()
}

func TestAFolderThatIsNoWorkspaceIsLeftAsItIs(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "letter.txt"), []byte("Dear all"), 0o600); err != nil {
		t.Fatal(err)
	}
	words := []string{"aaa", "bbb", "ccc"} // for the arguments that commands want
	for _, c := range leaves((&env{}).root()) {
		path := strings.Fields(c.CommandPath())[1:]
		name := strings.Join(path, " ")
		if withoutWorkspace[name] != "" && name != "serve" || name == "help" || path[0] == "completion" {
			continue
		}
		var code int
		var stdout, stderr string
		for n := range len(words) + 1 {
			code, stdout, stderr = run(dir, append(slices.Clone(path), words[:n]...)...)
			if code != exitUsage {
				break
			}
		}
		if code != exitFailed || stdout != "" || !strings.Contains(stderr, dir+" is no workspace: it has no pressroom.toml; pressroom init makes it one") {
			t.Errorf("%s: %d %q %q", name, code, stdout, stderr)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
			t.Fatalf("%s left %v, %v", name, entries, err)
		}
	}
	for _, args := range [][]string{{"languages"}, {"--version"}, {"help"}, {"quotes"}, {"status", "--help"}} {
		if code, _, stderr := run(dir, args...); code != exitDone {
			t.Errorf("%v: %d %s", args, code, stderr)
		}
	}
	if code, _, stderr := run(dir, "archive", "check", filepath.Join(dir, "letter.txt")); code != exitFailed || strings.Contains(stderr, "workspace") {
		t.Errorf("archive check: %d %s", code, stderr)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("left: %v, %v", entries, err)
	}
}

func TestAFolderInsideOfAWorkspaceIsToldWhereThatIs(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if code, _, stderr := run(dir, "init", "newsroom"); code != exitDone {
		t.Fatal(stderr)
	}
	newsroom := filepath.Join(dir, "newsroom")
	code, stdout, stderr := run(filepath.Join(newsroom, "releases"), "status")
	if code != exitFailed || stdout != "" || !strings.Contains(stderr, "go to "+newsroom+", or say pressroom -C "+newsroom) {
		t.Errorf("%d %q %q", code, stdout, stderr)
	}
	// One may begin with a press list or a release.
	begun := filepath.Join(dir, "begun")
	if err := os.MkdirAll(filepath.Join(begun, "contacts"), 0o700); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := run(begun, "new", "first"); code != exitDone {
		t.Errorf("%d %s", code, stderr)
	}
}
