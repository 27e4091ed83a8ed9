package bounce

import (
	"os"
	"strings"
	"testing"
)

// A table of answers, each with what it is read as.
func TestWhatPeopleSay(t *testing.T) {
	src, err := os.ReadFile("testdata/said.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(src), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, " | ")
		if len(f) != 4 {
			t.Fatalf("four columns are wanted: %s", line)
		}
		head := "From: Kim Doe <kim@daily.example>\r\nTo: press@org.example\r\nSubject: " + f[2] + "\r\nContent-Type: text/plain; charset=utf-8\r\n"
		if f[1] == "program" {
			head += "Auto-Submitted: auto-replied\r\n"
		}
		r := Read([]byte(head + "\r\n" + strings.ReplaceAll(f[3], `\n`, "\r\n") + "\r\n")).Sort("Water tests")
		got := string(r.Kind)
		if r.Kind == Human && r.Unsure {
			got = "asked"
		}
		if got != f[0] {
			t.Errorf("%s: %s\nis read as %s, want %s (%s)", f[2], f[3], got, f[0], r.Detail)
		}
	}
}
