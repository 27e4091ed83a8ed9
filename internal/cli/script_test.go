package cli

import (
	"os"
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
		},
	})
}
