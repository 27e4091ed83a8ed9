package importer

import (
	"strings"
	"testing"
)

// TestLinksOfAWordDocument end where their words do, and begin anew with each field.
func TestLinksOfAWordDocument(t *testing.T) {
	t.Parallel()
	field := func(instructions, words string) string {
		mark := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
		return mark("begin") + "<w:r>" + instructions + "</w:r>" + mark("separate") + "<w:r><w:t>" + words + "</w:t></w:r>" + mark("end")
	}
	instruction := func(s string) string { return "<w:instrText>" + s + "</w:instrText>" }
	for _, c := range [][2]string{
		{field(instruction(`HYPERLINK "https://a.example"`), "a"), "[a](https://a.example)"},
		{
			field(instruction(`HYPERLINK "https://a.example"`), "a") + field(instruction(`HYPERLINK "https://b.example"`), "b"),
			"[a](https://a.example)[b](https://b.example)",
		},
		{field(instruction(`HYPERLINK "https://a.ex`)+"<w:t>x</w:t>"+instruction(`ample"`), "a"), "x[a](https://a.example)"},
		{field(instruction(`HYPERLINK "javascript:a"`), "a"), "a"},
		{field(instruction(`PAGE "https://a.example"`), "a"), "a"},
		{`<w:hyperlink r:id="r1"><w:r><w:t>a</w:t></w:r></w:hyperlink><w:r><w:t>b</w:t></w:r>`, "[a](https://r.example)b"},
	} {
		list, _, err := readDOCX(wordFile(t, map[string]string{
			"word/document.xml": wordOpen + "<w:p>" + c[0] + "</w:p></w:body></w:document>",
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Type="x/hyperlink" Target="https://r.example" ` +
				`TargetMode="External"/></Relationships>`,
		}))
		var got []string
		for _, p := range list {
			got = append(got, p.Markdown())
		}
		if s := strings.Join(got, "|"); err != nil || s != c[1] {
			t.Errorf("%s: %q, %v", c[0], s, err)
		}
	}
}
