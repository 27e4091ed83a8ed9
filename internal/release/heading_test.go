package release

import "testing"

// A heading without words would be a gap to those who see it, and a heading to those who
// hear it.
func TestAHeadingWithoutWordsIsNone(t *testing.T) {
	s := &textSource{src: "## \n\ntext\n\n###\n\n## Words\n", top: true}
	blocks := parseMarkdown(s)
	if len(blocks) != 2 {
		t.Fatalf("%d blocks", len(blocks))
	}
	if h, ok := blocks[1].(*Heading); !ok || PlainText(h.Inlines) != "Words" {
		t.Errorf("%v", blocks[1])
	}
}
