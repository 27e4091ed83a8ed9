package docx

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/scenes"
)

// What the parts of a Word document have of each scene that those of the first have not.
func TestScenes(t *testing.T) {
	var b strings.Builder
	var first map[string]string
	for _, s := range scenes.All(t) {
		data, err := Render(s.Release, s.Version, s.Phase, s.Assets)
		if err != nil {
			t.Fatal(err)
		}
		doc := unpacked(t, data)
		fmt.Fprintf(&b, "##### %s\n", s.Name)
		var names []string
		for name := range doc {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			switch {
			case first != nil && first[name] == doc[name]:
			case strings.HasPrefix(name, "word/media/"):
				fmt.Fprintf(&b, "--- %s, %d bytes\n", name, len(doc[name]))
			case first == nil:
				fmt.Fprintf(&b, "--- %s\n%s\n", name, lines(doc[name]))
			default:
				fmt.Fprintf(&b, "--- %s\n%s", name, expect.Changed(lines(first[name]), lines(doc[name])))
			}
		}
		if first == nil {
			first = doc
		}
	}
	expect.File(t, "scenes.golden.txt", b.String())
}

// lines begins a line at each element that holds others, and sets words in marks.
func lines(xml string) string {
	return strings.NewReplacer(`<w:t xml:space="preserve">`, "‹", "</w:t></w:r>", "›", "<w:p>", "\n<w:p>", "<w:tr", "\n<w:tr", "<w:tbl>", "\n<w:tbl>", "<w:sectPr", "\n<w:sectPr", "<w:style ", "\n<w:style ", "<w:lvl ", "\n<w:lvl ",
		"<w:num ", "\n<w:num ",
		"<Relationship ", "\n<Relationship ", "<Override", "\n<Override", "<dc:", "\n<dc:", "<dcterms:", "\n<dcterms:").Replace(xml)
}
