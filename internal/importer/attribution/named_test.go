package attribution

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// Lines as heard.txt has them: who is named in each, and how. Those with a star are also tried with
// one word missing, twice or written otherwise.
//
//go:embed testdata/named.txt
var named string

func TestWhoIsNamedInALine(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for lang, lines := range partsOf(named) {
		draft := around(lang, lines.text)
		for _, l := range lines.asked {
			if rest, ok := strings.CutPrefix(l, "*"); ok { // with each of its words written otherwise too
				b.WriteString(expect.InOneWord(lang+" "+rest, rest[2:], func(s string) string {
					if s = strings.TrimSpace(s); s == "" {
						return ""
					}
					return draft().hears(rest[0], s)
				}))
				continue
			}
			fmt.Fprintf(&b, "%s %s\n  %s\n", lang, l, strings.ReplaceAll(draft().hears(l[0], l[2:]), "; ", "\n  "))
		}
	}
	expect.File(t, "named.golden.txt", b.String())
}
