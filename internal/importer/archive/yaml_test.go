package archive

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/importer"
)

// TestFrontMatterInYAML reads what the standard allows, and what people write that it does not.
func TestFrontMatterInYAML(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"title: >-\n  Lamps lit\n  at the harbour\nimage: >-\n  https://a.example/b.jpg": "map[image:[https://a.example/b.jpg] title:[Lamps lit at the harbour]]",
		"title: |\n  Lamps lit\n  at last":                                               "map[title:[Lamps lit\nat last]]",
		"tags: [lamps, \"a, b\"]":                                                        "map[tags:[lamps a, b]]",
		"tags:\n  - lamps\n  - # nothing\n  - ~":                                         "map[tags:[lamps]]",
		"image: {src: a.jpg, alt: A pier}":                                               "map[image.alt:[A pier] image.src:[a.jpg]]",
		"a: &x [b, c]\nd: *x":                                                            "map[a:[b c] d:[b c]]",
		"Title: A\ntitle: B":                                                             "map[title:[B]]",
		"contacts:\n- name: Ana\n  tel: 1\n- name: Bo":                                   "map[contacts.name:[Ana Bo] contacts.tel:[1]]",
		"title: Lamps: a history\ndate: 2024-03-03":                                      "map[date:[2024-03-03] title:[Lamps: a history]]", // no YAML
		"date: 2024-03-03 09:00:00 +0100":                                                "map[date:[2024-03-03 09:00:00 +0100]]",
		"draft: true\nweight: 007":                                                       "map[draft:[true] weight:[007]]",
		"- a":                                                                            "map[]",
		"":                                                                               "map[]",
		"a: {b: {c: {d: {e: {f: {g: 1}}}}}}\nh: {i: {j: 2}}":                             "map[h.i.j:[2]]",
	} {
		if got := fmt.Sprint(yamlOf(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	bomb := "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
	for i := 'b'; i < 'j'; i++ {
		bomb += fmt.Sprintf("%c: &%c [%s*%c]\n", i, i, strings.Repeat(fmt.Sprintf("*%c,", i-1), 9), i-1)
	}
	for name, list := range yamlOf(bomb) {
		if len(list) > 100 {
			t.Errorf("%s has %d values", name, len(list))
		}
	}
}

// TestATextWithFrontMatter reads the fields before a text that is no Markdown, and its lines as they are.
func TestATextWithFrontMatter(t *testing.T) {
	t.Parallel()
	text := "---\ntitle: \"Lamps: a new kind\"\ndate: \"2024-03-03\"\ncreators:\n  - \"Reed, Tom\"\n---\n\n  Lamps burn at the harbour_of_all.\n\n" +
		"    “We are glad of the light,” said Tom Reed, director of the Harbour Union.\n"
	r, ok, err := One("lamps.txt", []byte(text), importer.Options{})
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	for _, want := range []string{"headline = \"Lamps: a new kind\"", "date = 2024-03-03", "org = \"Harbour Union\""} {
		if !strings.Contains(string(r.Markdown), want) {
			t.Errorf("%s stands not in\n%s", want, r.Markdown)
		}
	}
	if strings.Contains(string(r.Markdown), "creators") {
		t.Errorf("a field is printed:\n%s", r.Markdown)
	}
}
