package text

import (
	"strings"
	"testing"

	"pressroom/internal/release"
)

// reflowed is a text as a mail program shows it that knows RFC 3676.
func reflowed(text, params string) []string {
	var out []string
	goesOn := false
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		line = strings.TrimPrefix(line, " ")
		if goesOn {
			out[len(out)-1] += line
		} else {
			out = append(out, line)
		}
		if goesOn = strings.HasSuffix(line, " ") && line != "-- "; goesOn && strings.Contains(params, "delsp=yes") {
			out[len(out)-1] = strings.TrimSuffix(out[len(out)-1], " ")
		}
	}
	return out
}

func TestAParagraphThatIsCopiedIsOneLine(t *testing.T) {
	words := func(s string, n int) string { return strings.TrimSpace(strings.Repeat(s, n)) }
	p := func(s string) release.Block {
		return &release.Paragraph{Inlines: []release.Inline{&release.Text{S: s}}}
	}
	for name, c := range map[string]struct{ long, params string }{
		"words":                   {words("word ", 40), "; format=flowed"},
		"a script without spaces": {strings.Repeat("港の水は誰の責任か。", 12), "; format=flowed; delsp=yes"},
		"both": {
			words("word ", 14) + " " + strings.Repeat("港の水は誰の責任か。", 12) + " " + words("word ", 30), "; format=flowed; delsp=yes",
		},
		"what others would change": {"From here on " + words("word ", 20) + " > " + words("> ", 40), "; format=flowed"},
	} {
		t.Run(name, func(t *testing.T) {
			v := &release.Version{Language: "en", Headline: "H", Body: []release.Block{
				p(c.long),
				&release.Paragraph{Inlines: []release.Inline{&release.Text{S: c.long}, &release.Break{}, &release.Text{S: "after"}}},
				&release.List{Items: [][]release.Block{{p(words("item ", 30))}}},
				&release.BlockQuote{Blocks: []release.Block{p(words("said ", 30))}},
				&release.Code{Text: "From code\n  > it"},
			}}
			lines := BlockLines(v, v.Body)
			plain := lines.String()
			text, params := lines.Flowed()
			if params != c.params {
				t.Errorf("%q, want %q", params, c.params)
			}
			got := reflowed(text, params)
			if len(got) < 4 || got[0] != c.long || got[2] != c.long || got[3] != "after" {
				t.Errorf("it reads\n%s", strings.Join(got, "\n"))
			}
			fixed := plain[strings.Index(plain, "- item"):]
			if tail := strings.Join(got[len(got)-strings.Count(fixed, "\n"):], "\n") + "\n"; tail != fixed {
				t.Errorf("what stands in reads\n%s\nwant\n%s", tail, fixed)
			}
			for _, line := range strings.Split(text, "\n") {
				if width(line) > 78 {
					t.Errorf("%d columns: %q", width(line), line)
				}
			}
			shown := strings.NewReplacer(" From", "From", " >", ">").Replace(text)
			for i, line := range strings.Split(strings.NewReplacer(" From", "From", " >", ">").Replace(plain), "\n") {
				if now := strings.Split(shown, "\n")[i]; strings.TrimSpace(now) != strings.TrimSpace(line) {
					t.Errorf("to others line %d reads %q, not %q", i+1, now, line)
				}
			}
		})
	}
	if got, _ := Fixed("--", "x").Flowed(); got != "--\nx\n" {
		t.Errorf("%q", got)
	}
}
