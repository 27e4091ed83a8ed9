package peers

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

// What every command waits for before it begins is what its packages set up: pages and their
// words, of which most commands show none, are not among it.
func TestACommandBeginsWithoutThePages(t *testing.T) {
	cmd := exec.Command(binary, "--version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sum, all := 0, ""
	for _, m := range regexp.MustCompile(`(?m)^init (pressroom/\S+) .* (\d+) bytes,`).FindAllStringSubmatch(string(out), -1) {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		sum += n
		all += fmt.Sprintf("%8d %s\n", n, m[1])
	}
	const most = 4 << 20
	if sum == 0 || sum > most {
		t.Errorf("packages set up %d bytes before a command begins, at most %d:\n%s", sum, most, all)
	}
}
