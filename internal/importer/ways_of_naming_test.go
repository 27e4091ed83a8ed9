package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// The texts of other tables, each with one of its words missing: what is read then, where it is other
// than what is read of the whole. Of a word that stands several times, the first is taken out. Every
// second word is: one after the other they took a quarter of the time of all tests of the package.
func TestTextsThatLackAWord(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	each := func(language, name, head, text string) {
		whole := readOf(t, language, head+text)
		fmt.Fprintf(&b, "=== %s\n%s\n", name, whole)
		last := ""
		seen := make(map[string]bool)
		for _, w := range strings.Fields(text) {
			if seen[w] || len(seen) > 40 {
				continue
			}
			seen[w] = true
			if len(seen)%2 == 0 {
				continue
			}
			switch got := readOf(t, language, head+strings.Replace(text, w, "", 1)); got {
			case whole:
			case last:
				fmt.Fprintf(&b, "  - %s: likewise\n", w)
			default:
				fmt.Fprintf(&b, "  - %s: %s\n", w, got)
				last = got
			}
		}
	}
	for _, c := range campaigns {
		each("", c.name, tollHead, c.body)
	}
	for _, c := range heldOffices {
		each("", c.name, tollHead, c.body)
	}
	for _, c := range issuers {
		each("", c.name, "", c.source)
	}
	for _, c := range askedOf {
		if text, ok := strings.CutPrefix(c.source, tabled); ok {
			each("", c.name, tabled, text)
		}
	}
	expect.File(t, "lacking.golden.txt", b.String())
}

// readOf is who is quoted and who is to be asked in a text, in one line.
func readOf(t *testing.T, language, text string) string {
	t.Helper()
	r, err := Import("in.md", []byte(text), Options{Today: today, Email: "press@office.example", Language: language})
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, q := range r.Quotes {
		out = append(out, fmt.Sprintf("[%s | %s | %s | %s…]", q.Speaker, q.Title, q.Org, strings.Join(strings.Fields(q.Text)[:min(2, len(strings.Fields(q.Text)))], " ")))
	}
	for _, block := range strings.Split(string(r.Markdown), "[[contact]]\n")[1:] {
		block, _, _ = strings.Cut(block, "\n\n")
		out = append(out, "<"+strings.ReplaceAll(strings.TrimSpace(block), "\n", " ")+">")
	}
	for _, s := range r.Unsure {
		if !strings.HasPrefix(s, "the source names no") {
			out = append(out, "!"+s)
		}
	}
	return strings.Join(out, " ")
}
