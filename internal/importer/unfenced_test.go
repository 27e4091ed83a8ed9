package importer

import (
	"strings"
	"testing"
)

// A page that does not say in its first thousand bytes which encoding it has is read as
// what its bytes are.
func TestAPageThatSaysNothingOfItsEncodingIsRead(t *testing.T) {
	kept := heldBy(t)
	const page = "<p>FOR IMMEDIATE RELEASE: November 20, 2026</p><h1>The quay opens</h1>" +
		"<p>MARLOW, Mass. — The quay opens on Monday.</p>" +
		"<p>“It’s a door,” said Inés Ruiz, director of Quay Trust.</p>"
	for name, before := range map[string]string{
		"with a long head":            "<html><head><style>" + strings.Repeat("p { margin: 0 } ", 100) + "</style></head><body>",
		"that says it is another":     `<html><head><meta charset="iso-8859-1"></head><body>`,
		"that begins with its accent": "<html><body><!-- é -->",
	} {
		r, err := kept.Import("quay.html", []byte(before+page+"</body></html>"), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if got := written(r); !strings.Contains(got, `speaker = "Inés Ruiz"`) || !strings.Contains(got, "It’s a door") {
			t.Errorf("a page %s:\n%s", name, got)
		}
	}
	latin := "<html><body>" + strings.NewReplacer("é", "\xe9", "—", "-", "“", "\"", "”", "\"", "’", "'").Replace(page) + "</body></html>"
	r, err := kept.Import("quay.html", []byte(latin), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if got := written(r); !strings.Contains(got, `speaker = "Inés Ruiz"`) {
		t.Errorf("a page in an older encoding:\n%s", got)
	}
}

// Front matter that nothing stands around, as MultiMarkdown and Pelican have it.
func TestFieldsAboveAnEmptyLineAreFrontMatter(t *testing.T) {
	kept := heldBy(t)
	for name, head := range map[string]string{
		"as Pelican has it":     "Title: The quay opens\nDate: 2026-11-20 10:20\nCategory: press\nSlug: quay\n\n",
		"with a day in slashes": "title: \"The quay opens\"\ndate: 2026/11/20\nimage: quay.jpg\n\n",
	} {
		r, err := kept.Import("quay.md", []byte(head+"<p>MARLOW, Mass. — The quay opens on Monday.</p>\n\n<p>It has a door.</p>\n"), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		got := written(r)
		for _, want := range []string{`headline = "The quay opens"`, "date = 2026-11-20", "The quay opens on Monday.", "It has a door."} {
			if !strings.Contains(got, want) {
				t.Errorf("front matter %s has no %s:\n%s", name, want, got)
			}
		}
	}
	r, err := kept.Import("quay.md", []byte("Title: one line alone\n\nMARLOW, Mass. — The quay opens on Monday.\n"), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if got := written(r); !strings.Contains(got, "one line alone") {
		t.Errorf("a line that is no front matter is lost:\n%s", got)
	}
}

// A card beside the text is called an article as well, and is not the release.
func TestACardIsNoArticle(t *testing.T) {
	kept := heldBy(t)
	const text = "<p>MARLOW, Mass. — The quay opens on Monday, and all who row are asked to come to it.</p><p>It has a door, and a lamp above the door.</p>"
	for name, page := range map[string]string{
		"quay.html": "<h1>The quay opens</h1>" + text + "<article><h3>The lamp</h3><p>(667 KB)</p></article>",
		"quay.md":   "# The quay opens\n\n" + text + "\n\n<article><h3>The lamp</h3><p>(667 KB)</p></article>\n",
	} {
		r, err := kept.Import(name, []byte(page), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if got := written(r); !strings.Contains(got, "a lamp above the door") || !strings.Contains(got, `headline = "The quay opens"`) {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	r, err := kept.Import("quay.html", []byte("<nav><ul><li>"+strings.Repeat("Home and other things ", 60)+"</li></ul></nav><p>Our shop has rope.</p><article><h1>The quay opens</h1>"+text+"</article>"), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if got := written(r); strings.Contains(got, "Our shop has rope.\n") || !strings.Contains(got, "a lamp above the door") {
		t.Errorf("a page with an article:\n%s", got)
	}
}
