package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// signs are characters that mean something in front matter, or look as if they did, and
// those beside them.
var signs = []string{
	" ", "\t", "\v", "\f", "\r", "\x1f", "\x7f", "\u0080", "\u00a0", "\u00ad", "\u2002", "\u2009", "\u200b", "\u200e", "\u2028", "\u2060", "\u3000", "\ufeff", "\ufffd",
	"\"", "'", "“", "”", "„", "‘", "’", "«", "»", "`", "´", "[", "]", "(", ")", "{", "}", "<", ">", "#", ",", ";", ":", "=", "==", ":=", "=>", "→", "+", "-", "–", "_", ".", "..", "/", "\\", "\\n", "\\u00e9", "\\x",
	"\\q", "@", "!", "?", "&", "*", "%", "$", "~", "|", "0", "9", "a", "z", "A", "Z", "é", "[]", "[[", "]]", "\"\"", "\"\"\"", "'''", "\n", "\n\n", "\n#", "\n[", "\n+++\n", "# x", " # x", ", ", "true", "\\", "\\\"",
}

// Each of the signs, at each place of a statement: what is said, and what is read.
func TestSignsAtEachPlace(t *testing.T) {
	var b strings.Builder
	numbers := make(map[string]int) // a message stands whole where it comes first
	for _, place := range []string{
		"§name = \"x\"", "na§me = \"x\"", "name§ = \"x\"", "name =§ \"x\"", "name = §\"x\"", "name = \"§x\"", "name = \"x§y\"", "name = \"x§\"", "name = \"x\"§", "name = \"x\"§ # y", "name = §", "name = x§y", "name = x§",
		"name = 'x§y'", "name = \"\"\"x§y\"\"\"", "name = \"\"\"\nx\n§\"\"\"", "name = '''x§y'''", "name = “x§”", "name = [§\"x\"]", "name = [\"x\"§]", "name = [\"x\"§\"y\"]", "name = [\"x\", §\"y\"]", "name = [\"x\"]§", "name = [x§]", "name = [\n  \"x\",§\n  \"y\"\n]",
		"name = \"x\", §\"y\"", "name = 1§2", "name = §1.5", "name = tru§e", "name = 2026-12§-03", "name = 2026-12-03§09:30", "name = 2026-12-03 09:30§", "name = 2026-12-03T09:30:00§Z", "name = 9§30", "[quo§te]", "§[quote]", "[§quote]", "[quote§]", "[quote]§", "[[quote]]§", "[[quote§]]", "[ quote . x§ ]",
	} {
		fmt.Fprintf(&b, "=== %q\n", place)
		last, same := "", []string(nil)
		flush := func() {
			if len(same) > 0 {
				fmt.Fprintf(&b, "%s: %s\n", strings.Join(same, " "), last)
			}
			same = nil
		}
		for _, sign := range signs {
			src := "+++\n" + strings.Replace(place, "§", sign, 1) + "\nlength = 12\n+++\nBody.\n"
			d, diags := Recover("x.md", []byte(src))
			said := "not read"
			if d != nil {
				diags = d.Diagnostics()
				said = treeSaid(d.Tree())
			}
			for _, found := range diags {
				if numbers[found.Message] == 0 {
					numbers[found.Message] = len(numbers) + 1
					fmt.Fprintf(&b, "#%d is %s\n", numbers[found.Message], found.Message)
				}
				said += fmt.Sprintf(" / %d:%d %s #%d", found.Line, found.Column, found.Rule, numbers[found.Message])
			}
			said = strings.ReplaceAll(said, "\n", "⏎")
			if said != last {
				flush()
			}
			last, same = said, append(same, fmt.Sprintf("%q", sign))
		}
		flush()
	}
	expect.File(t, "signs.golden.txt", b.String())
}

// Each of the signs in a text, a key and a header that are written into a file: what
// comes back is what was put in.
func TestSignsThatAreWrittenComeBack(t *testing.T) {
	var b strings.Builder
	for _, sign := range signs {
		for _, form := range []string{"%s", "x%sy", "x%s", "%sx", "x\n%sy"} {
			text := fmt.Sprintf(form, sign)
			quoted := Quote(text)
			d, diags := Split("x.md", []byte("+++\nname = "+quoted+"\n+++\n"))
			if d == nil || diags.HasErrors() {
				t.Errorf("%q is written as %s, and not read: %v", text, quoted, diags)
				continue
			}
			if got := d.Tree()["name"]; got != strings.ReplaceAll(text, "\r\n", "\n") {
				t.Errorf("%q is written as %s, and read as %q", text, quoted, got)
			}
			fmt.Fprintf(&b, "%q: %q\n", text, quoted)
		}
	}
	expect.File(t, "written.golden.txt", b.String())
}
