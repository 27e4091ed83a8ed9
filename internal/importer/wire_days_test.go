package importer

import (
	"strings"
	"testing"
)

// TestADayBehindAWire asks for the day, and for what the copy begins with, behind a place and the wire that sent the text out.
func TestADayBehindAWire(t *testing.T) {
	for _, behind := range []string{
		"Marlow, MA -- (ExampleWire) -- 02/19/2026 --", "Marlow, MA -- (ExampleWire) -- 02/19/2026 -- ", "Marlow, MA -- 02/19/2026 -- ",
		"MARLOW – 02/19/2026 – ", "Marlow, MA (EXAMPLEWEB) February 19, 2026 -- ", "Marlow, MA -- (Example Newswire) -- February 19, 2026 -- ",
	} {
		r, err := Import("release.txt", []byte("The port publishes its tests\n\n"+behind+"Eleven groups have asked the port for them.\n"), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if md := string(r.Markdown); !strings.Contains(md, "date = 2026-02-19\n") || !strings.Contains(md, "\n\nEleven groups have asked") {
			t.Errorf("%s:\n%s", behind, md)
		}
	}
}
