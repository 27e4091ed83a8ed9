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
		"title: |\n  Lamps \ndate: \" x \"":                                              "map[date:[x] title:[Lamps]]",
		"a: {b: {c: {d: {e: {f: 1}}}}}":                                                  "map[a.b.c.d.e.f:[1]]",
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

// TestFrontMatterThatIsNoYAML is read line by line, as people write it.
func TestFrontMatterThatIsNoYAML(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"title: Lamps: a history\nTags :\n- a\n-  \"b\" # c\n-d":                             "map[tags:[a b] title:[Lamps: a history]]",
		"contact:\n  name: Ana\n  Tel: \"1\"\nemail: x@y.example":                            "map[contact:[] contact.name:[Ana] contact.tel:[1] email:[x@y.example]]",
		"contacts:\n  - name: Ana\n    tel: 1\n  - Name : Bo":                                "map[contacts:[] contacts.name:[Ana Bo] contacts.tel:[1]]",
		"contact:\n  tel:\n  - 1\n  - '2'\nname: x":                                          "map[contact:[] contact.tel:[1 2] name:[x]]",
		"contact:\n  -name: Ana\n  lamps: 4":                                                 "map[contact:[] contact.-name:[Ana] contact.lamps:[4]]",
		"image:\n  src: a.jpg\n Alt: \"A pier\"\n\tcaption:  c\n  empty:\n  blank: \t\n  no": "map[image:[] image.alt:[A pier] image.caption:[c] image.src:[a.jpg]]",
		"image: b\n  src: a.jpg":                                                             "map[image:[b]]",
		"a: [b, \"c\", , 'd' ]\ne: [f":                                                       "map[a:[b c d] e:[[f]]",
		"a: |\n  b: c\nd: >\ne: x":                                                           "map[a:[] a.b:[c] d:[] e:[x]]",
		"# a: b\n: c\nd\n e: f":                                                              "map[]",
		"A: b\na: \"c\"":                                                                     "map[a:[c]]",
	} {
		if got := fmt.Sprint(byLine(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for src, want := range map[string]string{
		`""`: "", `"`: `"`, "''": "", "'": "'", `"a"`: "a", `"a`: `"a`, `"a\"b" # c`: `a"b`, "'it''s' # c": "it's", "'a\"": "'a\"", `a"b"`: `a"b"`,
		" a # b": "a", "a   # b": "a", "a#b": "a#b", "#a": "#a", "": "",
	} {
		if got := scalar(src); got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
	lists := byLine("a: [" + strings.Repeat("b,", 101) + "]\nc:\n" + strings.Repeat("- d\n", 101))
	nested := "image:\n"
	for i := range 600 {
		nested += fmt.Sprintf("  k%d: v\n", i)
	}
	if n := len(byLine(nested)); len(lists["a"]) != 100 || len(lists["c"]) != 100 || n != 500 {
		t.Errorf("%d and %d values, %d names", len(lists["a"]), len(lists["c"]), n)
	}
	many := ""
	for i := range mostNodes + 5 {
		many += fmt.Sprintf("k%d: v\n", i)
	}
	if n := len(yamlOf(many)); n != mostNodes-1 { // all of it is one too
		t.Errorf("%d names", n)
	}
}
