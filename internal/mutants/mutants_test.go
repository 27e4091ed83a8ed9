// Package mutants measures the tests: it puts small errors into the pure packages, one at
// a time and never into the files themselves, and tells which of them a package's own
// tests, those of the package that it is a part of, or the golden files catch. The package is tests alone.
//
//	go test ./internal/mutants -v                                   # the first ten
//	PRESSROOM_FULL=1 go test ./internal/mutants -v -timeout 3h      # the whole hundred
//	go test ./internal/mutants -v -run Hundred -errors 25 -seed 7   # others
//	go test ./internal/mutants -v -run Hundred -errors 25 -only render/text
//	go test ./internal/mutants -v -run Hundred -errors 25 -again FILE  # those that slipped through
//
// An error that changes nothing which anybody could see is named in
// testdata/equivalent.txt, with the reason.
package mutants

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

var (
	errorsWanted = flag.Int("errors", 0, "how many errors are drawn; 10, or 100 with PRESSROOM_FULL=1, unless it is given")
	seed         = flag.Int("seed", 1, "what the errors are drawn by")
	only         = flag.String("only", "", "one package of internal, such as render/text")
	again        = flag.String("again", "", "a file with keys that the table gave: only these are tried")
)

// runsTest is set where this program is to run another test's, to the seconds that it
// may take: see TestMain.
const runsTest = "PRESSROOM_MUTANT_TEST"

// What the tests of a mutant may take, for one that does not end or takes all there is.
// Their time is that of the processor: a machine that is busy is no error.
const (
	memory   = 4 << 30
	seconds  = 300
	patience = 15 * time.Minute // for one that waits
)

// TestMain is also what `go test -exec` calls for a mutant's tests: it limits what they
// may take and becomes them.
func TestMain(m *testing.M) {
	if os.Getenv(runsTest) == "" {
		os.Exit(m.Run())
	}
	err := syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: memory, Max: memory})
	if err == nil {
		n, _ := strconv.ParseUint(os.Getenv(runsTest), 10, 32)
		err = syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: n, Max: n})
	}
	if err == nil {
		err = syscall.Exec(os.Args[1], os.Args[1:], os.Environ())
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// least is the share of the errors that must be caught.
const least = 0.9

func TestOfAHundredSmallErrorsNinetyAreCaught(t *testing.T) {
	n := *errorsWanted
	switch {
	case n == 0 && os.Getenv("PRESSROOM_FULL") != "":
		n = 100
	case n == 0:
		n = 10
	}
	house, err := openTree("../..", pure(t))
	if err != nil {
		t.Fatal(err)
	}
	same, err := readEquivalent("testdata/equivalent.txt")
	if err != nil {
		t.Fatal(err)
	}
	readers, err := house.dependencies("./internal/golden")
	if err != nil {
		t.Fatal(err)
	}
	caught, seen := 0, 0
	t.Logf("errors that are drawn by the seed %d", *seed)
	each(t, house, n, func(m mutant) string {
		if reason := same[m.key()]; reason != "" {
			return "changes nothing: " + reason
		}
		tests := []string{m.pkg.path}
		if whole := path.Dir(m.pkg.path); slices.ContainsFunc(house.packages, func(p *pkg) bool { return p.path == whole }) {
			tests = append(tests, whole)
		}
		if readers[m.pkg.path] {
			tests = append(tests, "pressroom/internal/golden")
		}
		return house.try(t, m, tests)
	}, func(m mutant, result string) {
		t.Logf("%-34s %-24s %s\n%60s%s", m.place(), m.in, result, "", m.change())
		switch {
		case strings.HasPrefix(result, "changes nothing"):
		case result == slipped:
			seen++
			t.Logf("%60skey: %s", "", m.key())
		default:
			seen++
			caught++
		}
	})
	if seen == 0 {
		t.Fatal("no error was tried")
	}
	t.Logf("caught: %d of %d (%.0f%%), seed %d", caught, seen, 100*float64(caught)/float64(seen), *seed)
	// Ten are too few to judge by: one that others' new code draws is a tenth of them.
	if n >= 50 && float64(caught) < least*float64(seen) {
		t.Errorf("of %d small errors %d were caught; write a test of what those that slipped through change, "+
			"or name one that changes nothing in testdata/equivalent.txt", seen, caught)
	}
}

// each draws n errors and tries them, as many at a time as there are processors; told
// has them in the order in which they were drawn. It stops in time for the test to end
// by itself, with those that can still be tried; that is a failure where a number was
// asked for.
func each(t *testing.T, tr *tree, n int, try func(mutant) string, told func(mutant, string)) {
	t.Helper()
	type drawn struct {
		mutant
		result chan string
	}
	work, order := make(chan drawn), make(chan drawn, n)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for d := range work {
				d.result <- try(d.mutant)
			}
		})
	}
	wg.Go(func() {
		for d := range order {
			told(d.mutant, <-d.result)
		}
	})
	end, limited := t.Deadline()
	count := 0
	keys := wanted(t)
	for m := range tr.draw(*seed, *only) {
		if count == n {
			break
		}
		if keys != nil && !keys[m.key()] {
			continue
		}
		if limited && time.Until(end) < 5*time.Minute {
			tell := t.Logf
			if *errorsWanted > 0 || os.Getenv("PRESSROOM_FULL") != "" {
				tell = t.Errorf
			}
			tell("there is no time for more than %d of %d errors; give more with -timeout", count, n)
			break
		}
		count++
		d := drawn{m, make(chan string, 1)}
		order <- d
		work <- d
	}
	close(work)
	close(order)
	wg.Wait()
}

// wanted are the keys of -again, nil for all.
func wanted(t *testing.T) map[string]bool {
	if *again == "" {
		return nil
	}
	data, err := os.ReadFile(*again)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]bool)
	for line := range strings.Lines(string(data)) {
		out[strings.TrimSpace(line)] = true
	}
	return out
}

// slipped is the result of an error that no test caught.
const slipped = "SLIPPED THROUGH"

// try runs tests with an error put in, one package after the other, and says which test
// caught it.
func (tr *tree) try(t *testing.T, m mutant, tests []string) string {
	overlay := m.overlay(t)
	self, err := os.Executable()
	if err != nil {
		t.Error(err)
		return err.Error()
	}
	for _, pkg := range tests {
		out, err := tr.run(t, self, overlay, pkg)
		if err == nil {
			continue
		}
		if failed := tr.unsound(t, self, pkg); failed != "" {
			t.Errorf("the tests of %s fail without any error put in, and catch nothing: %s", pkg, failed)
			return slipped
		}
		return caughtBy(filepath.Base(pkg), string(out))
	}
	return slipped
}

// run runs the tests of a package with files in the place of others, or none for "". What
// hangs is ended by the test's own timeout; the fuzz targets' corpora are passed over, since
// they are long and say little of what is right. So is what asks other programs, which have
// no room under the limits.
func (tr *tree) run(t *testing.T, self, overlay, pkg string) ([]byte, error) {
	args := []string{
		"test", "-exec", self, "-vet=off", "-count=1", "-failfast",
		"-run", "^(Test|Example)", "-timeout", patience.String(),
	}
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	cmd := exec.CommandContext(t.Context(), "go", append(args, pkg)...)
	cmd.Dir = tr.dir
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); !strings.HasPrefix(name, "PRESSROOM_") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, runsTest+"="+strconv.Itoa(tr.seconds))
	return cmd.CombinedOutput()
}

// unsound says which test of a package fails although nothing was put in; each package is
// asked once.
func (tr *tree) unsound(t *testing.T, self, pkg string) string {
	first, _ := tr.alone.LoadOrStore(pkg, sync.OnceValue(func() string {
		out, err := tr.run(t, self, "", pkg)
		if err == nil {
			return ""
		}
		return caughtBy(filepath.Base(pkg), string(out))
	}))
	return first.(func() string)()
}

// caughtBy says from the output of `go test` what failed.
func caughtBy(pkg, out string) string {
	switch {
	case strings.Contains(out, "panic: test timed out"), strings.Contains(out, "signal: killed"), strings.Contains(out, "SIGXCPU"):
		return pkg + ": does not end"
	case strings.Contains(out, "[build failed]"):
		return pkg + ": does not build"
	}
	for line := range strings.Lines(out) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "--- FAIL: "); ok {
			name, _, _ = strings.Cut(name, " ")
			return pkg + ": " + name
		}
	}
	return pkg + ": ends with an error"
}
