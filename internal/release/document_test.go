package release

import "testing"

func TestASummaryIsTheFirstParagraphCutAtAWord(t *testing.T) {
	p := func(s string) Block { return &Paragraph{Inlines: []Inline{&Text{S: s}}} }
	blocks := []Block{&Heading{Inlines: []Inline{&Text{S: "A heading"}}}, p("Sixteen, letters"), p("More")}
	for n, want := range map[int]string{
		99: "Sixteen, letters", 16: "Sixteen, letters", 15: "Sixteen…", // no comma before the dots
		5: "Sixt…", // a word that is too long is cut
	} {
		if got := Summary(blocks, n); got != want {
			t.Errorf("in %d characters: %q, want %q", n, got, want)
		}
	}
	if got := Summary([]Block{p("a\n b  c")}, 99); got != "a b c" {
		t.Errorf("line feeds and spaces: %q", got)
	}
	if got := Summary([]Block{p("ありがとうございます")}, 5); got != "ありがと…" {
		t.Errorf("without spaces: %q", got)
	}
	if got := Summary(blocks[:1], 9); got != "" {
		t.Errorf("without a paragraph: %q", got)
	}
}
