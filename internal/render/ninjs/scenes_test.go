package ninjs

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/scenes"
)

// What a program reads of each scene that it does not read of the first.
func TestScenes(t *testing.T) {
	var b strings.Builder
	first := ""
	for _, s := range scenes.All(t) {
		data, err := Render(s.Release, s.Version, Addresses{URI: "https://news.example/ferry"})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := json.Indent(&out, data, "", " "); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "##### %s\n%s", s.Name, expect.Changed(first, out.String()+"\n"))
		first = cmp.Or(first, out.String()+"\n")
	}
	expect.File(t, "scenes.golden.txt", b.String())
}
