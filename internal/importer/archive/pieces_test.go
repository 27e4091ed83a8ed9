package archive

import (
	"fmt"
	"strings"
	"testing"
)

// TestAFolderOfWhichNothingIsLeft says of each file why, in one line.
func TestAFolderOfWhichNothingIsLeft(t *testing.T) {
	t.Parallel()
	_, err := MoveFolder([]File{
		{"a.md", []byte("---\ntitle: Lamps\ndraft: true\n---\nThe lamps burn.\n")},
		{"b.md", []byte("---\ntitle:\n---\n")},
		{"c.md", []byte("---\ntitle: Quays\npublished: false\n---\nThe quays.\n")},
	}, options)
	const want = "2 drafts; 1 × text that could not be read (importing b.md: there is no text in it)"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestWhatAFileWithFrontMatterIsReadAs: a page, a text or Markdown, by the end of its name, whatever its letters.
func TestWhatAFileWithFrontMatterIsReadAs(t *testing.T) {
	t.Parallel()
	const text, page = `The lamps \[of\](x) \*all\* quays \<b\>burn\</b\> here.`, `The lamps \[of\](x) \*all\* quays **burn** here.`
	for name, want := range map[string]string{
		"lamps.txt": text, "lamps.TXT": text, "lamps.html": page, "lamps.HTM": page, "lamps.htm": page, "lamps.HTML": page,
		"lamps.md": "The lamps of *all* quays **burn** here.", "lamps.Markdown": "The lamps of *all* quays **burn** here.",
	} {
		r, ok, err := One(name, []byte("---\ntitle: Lamps\ndate: 2024-03-03\n---\n\nThe lamps [of](x) *all* quays <b>burn</b> here.\n"), options)
		if err != nil || !ok {
			t.Errorf("%s: %t, %v", name, ok, err)
			continue
		}
		if _, body, _ := strings.Cut(strings.TrimSpace(string(r.Markdown)), "\n+++\n\n"); body != want {
			t.Errorf("%s: %s, want %s", name, body, want)
		}
	}
}

// TestFilesOfAFolderAreToldByTheirNames where one cannot be read, and all of them where they are too many.
func TestFilesOfAFolderAreToldByTheirNames(t *testing.T) {
	t.Parallel()
	m, err := MoveFolder([]File{{"a.md", []byte("---\ntitle: Lamps\n---\nThe lamps burn.\n")}, {"press/c.docx", []byte("no Word")}}, options)
	const damaged = "1 × file that could not be read (importing c.docx: it is no Word document: the file is damaged or has another form)"
	if err != nil || len(m.Left) != 1 || m.Left[0] != damaged {
		t.Errorf("%q, %v", m.Left, err)
	}
	many := make([]File, maxReleases+1)
	for i := range many {
		many[i] = File{fmt.Sprintf("%d.md", i), nil}
	}
	if _, err := MoveFolder(many, options); err == nil || err.Error() != "importing the folder: it holds more than 20000 releases; divide it" {
		t.Errorf("of %d files: %v", len(many), err)
	}
}

// TestFrontMatterInTOML has its keys in small letters, and tables within tables five deep.
func TestFrontMatterInTOML(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Title = \"Lamps\"\nDRAFT = true":                             "map[draft:[true] title:[Lamps]]",
		"tags = [\"lamps\", 7, \"quays\"]":                            "map[tags:[lamps quays]]",
		"date = 2026-05-04T09:00:00Z":                                 "map[date:[2026-05-04]]",
		"[Image]\nSrc = \"a.jpg\"\nalt = [\"a\", \"b\"]":              "map[image.alt:[a b] image.src:[a.jpg]]",
		"a = {b = {c = {d = {e = 1}}}}":                               "map[a.b.c.d.e:[1]]",
		"a = {b = {c = {d = {e = {f = 1}, g = 2}}}}\nh = {i = false}": "map[a.b.c.d.g:[2] h.i:[false]]",
		"a = ": "map[]",
	} {
		if got := fmt.Sprint(tomlOf(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestSignsInQuotesAreNotCounted among those that make JSON deep.
func TestSignsInQuotesAreNotCounted(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("[", maxDepth)
	for text, want := range map[string]bool{
		deep: false, deep + "[": true, deep + "]]{[": false, deep + "]]{[[": true, deep + "\"[\"": false, "\"\"[" + deep: true, "\"a\"[" + deep: true,
		"\"ab\"[" + deep: true, deep + `"\"["`: false, deep + `"\\"[`: true, deep + `\"[`: false, "\"[" + deep: false,
	} {
		if got := tooDeep([]byte(text)); got != want {
			t.Errorf("%s…%s: too deep %t", text[:4], text[max(0, len(text)-8):], got)
		}
	}
}

// TestWhatKindOfFileIsAPicture: one that is called so, and of those that are called nothing one with the ending of a picture.
func TestWhatKindOfFileIsAPicture(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]int{
		`"type":"image","url":"https://a.example/b"`: 1, `"mime_type":"image/png","url":"https://a.example/b"`: 1,
		`"content_type":"Press PHOTO","url":"https://a.example/b"`: 1, `"type":"photo","url":"https://a.example/b.pdf"`: 1,
		`"type":"phot","url":"https://a.example/b.jpg"`: 0, `"type":"imag","url":"https://a.example/b.jpg"`: 0,
		`"type":"video","url":"https://a.example/b.jpg"`: 0, `"url":"https://a.example/b.jpg"`: 1, `"url":"https://a.example/b"`: 0, `"type":"image"`: 0,
	} {
		items, _, err := readJSON([]byte(`[{"title":"Lamps","media":[{` + file + `}]}]`))
		if err != nil || len(items[0].Pictures) != want {
			t.Errorf("%s: %v, %v, want %d", file, items[0].Pictures, err, want)
		}
	}
}
