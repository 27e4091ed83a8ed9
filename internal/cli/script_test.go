package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"pressroom": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			now := time.Now().UTC()
			if zone, ok := os.LookupEnv("TZ"); ok { // the run has another zone than the machine
				e.Setenv("TZ", zone)
			}
			e.Setenv("TODAY", now.Format(time.DateOnly))
			e.Setenv("TODAY_IN_KATHMANDU", now.Add(5*time.Hour+45*time.Minute).Format(time.DateOnly))
			e.Setenv("SOON", now.Add(time.Hour).Format("2006-01-02T15:04:05Z"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// expand FILE puts the environment's values into a file.
			"expand": func(ts *testscript.TestScript, _ bool, args []string) {
				text := os.Expand(ts.ReadFile(args[0]), func(name string) string {
					if name == "TODAY" || name == "TODAY_IN_KATHMANDU" || name == "SOON" {
						return ts.Getenv(name)
					}
					return "$" + name
				})
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
			},
			// previewed WORDS ARG… looks at a preview, which has to show the words.
			"previewed": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(previewed(ts, args[0], args[1:]))
			},
		},
	})
}

var frameOfPage = regexp.MustCompile(`src="([^"]+)" title="Page"`)

// previewed starts a preview, reads its page and what stands in the frame of the release's
// page, and has it end as Ctrl-C does.
func previewed(ts *testscript.TestScript, words string, args []string) error {
	binary := ""
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		if name := filepath.Join(dir, "pressroom"); binary == "" {
			if _, err := os.Stat(name); err == nil {
				binary = name
			}
		}
	}
	cmd := exec.Command(binary, append([]string{"preview"}, args...)...)
	cmd.Dir, cmd.Env = ts.MkAbs("."), append(os.Environ(), "PATH="+ts.Getenv("PATH"))
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	link, _ := strings.CutPrefix(strings.TrimSpace(line), "Preview: ")
	page, err1 := read(link)
	frame := ""
	if m := frameOfPage.FindStringSubmatch(page); m != nil {
		frame, err = read(link[:strings.Index(link[len("http://"):], "/")+len("http://")] + m[1])
	}
	cmd.Process.Signal(os.Interrupt)
	if err := errors.Join(err, err1, cmd.Wait()); err != nil {
		return err
	}
	if !strings.Contains(frame, words) {
		return fmt.Errorf("%q is not in\n%s\n%s", words, page, frame)
	}
	return nil
}

func read(address string) (string, error) {
	res, err := http.Get(address)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s\n%s", address, res.Status, data)
	}
	return string(data), err
}
