package peers

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestEveryCommandOfTheReadme runs the README's shell blocks in order, as a
// newcomer would, in one folder. The test command itself is run by whoever runs
// this; the benchmark is compiled with the tests.
func TestEveryCommandOfTheReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	if err := os.Symlink(binary, filepath.Join(home, "pressroom")); err != nil {
		t.Fatal(err)
	}
	dir, ran := home, 0
	for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(readme), -1) {
		for _, line := range strings.Split(strings.TrimSpace(block[1]), "\n") {
			ran++
			switch {
			case strings.HasPrefix(line, "go test"):
			case strings.HasPrefix(line, "cd "):
				dir = filepath.Join(dir, strings.TrimPrefix(line, "cd "))
			case strings.HasPrefix(line, "go run"), strings.HasPrefix(line, "CGO_ENABLED=0 go build"):
				command(t, "../..", home, strings.Replace(line, "-o pressroom", "-o "+filepath.Join(home, "built"), 1))
			case line == "pressroom serve":
				serve(t, dir)
			default:
				command(t, dir, home, line)
			}
		}
	}
	if ran < 20 {
		t.Errorf("only %d commands were found", ran)
	}
}

func command(t *testing.T, dir, home, line string) {
	t.Helper()
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+home+":"+os.Getenv("PATH"), "TMPDIR="+home)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", line, err, out)
	}
}

// serve starts the desk, opens it as a browser would, and stops it as Ctrl-C does.
func serve(t *testing.T, dir string) {
	t.Helper()
	cmd, _ := startDesk(t, dir)
	until(t, "the advance copies", func() bool {
		return strings.Contains(must(t, dir, "status"), "harbor-water-report/advance-1  done")
	})
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("serve ended with %v", err)
		}
	case <-time.After(patience):
		t.Error("serve does not end on Ctrl-C")
		cmd.Process.Kill()
	}
}

// startDesk runs serve on a free port and returns it with the desk's link.
func startDesk(t testing.TB, dir string, more ...string) (cmd *exec.Cmd, link string) {
	t.Helper()
	cmd = exec.Command(binary, append([]string{"-C", dir, "serve", "--desk", "127.0.0.1:0"}, more...)...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	link, ok := strings.CutPrefix(strings.TrimSpace(line), "The desk: ")
	if err != nil || !ok || !strings.HasPrefix(link, "http://127.0.0.1:") {
		t.Errorf("serve said %q, %v", line, err)
	}
	return cmd, link
}
