package archive

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/importer"
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

// TestFrontMatterInJSON stands at the head of a text behind blanks, with its keys in small letters and figures as they are.
func TestFrontMatterInJSON(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"{\"Title\": \"Lamps\"}\nThe lamps":                  "map[title:[Lamps]], \"\\nThe lamps\"",
		"\ufeff \r\n\t{\"title\": \"Lamps\"}The lamps":       "map[title:[Lamps]], \"The lamps\"",
		"{\"a\": 20260504, \"b\": 1.50, \"c\": true}":        "map[a:[20260504] b:[1.50] c:[true]], \"\"",
		"{\"A\": {\"B\": {\"C\": {\"D\": 1}}}, \"e\": null}": "map[a.b.c.d:[1]], \"\"",
		"{\"a\": [[{\"b\": 1}], [\"c\", [2]]]}":              "map[a:[c 2] a.b:[1]], \"\"",
		"{\"a\": [[[{\"b\": 1}]]], \"c\": 1}":                "map[c:[1]], \"\"",
		"{}":                                                 "none", "null": "none", "": "none", "[1]": "none", "\"a\"": "none", "{a": "none", "a {\"b\": 1}": "none",
	} {
		got := "none"
		if known, rest, ok := matterOf(text); ok {
			got = fmt.Sprintf("%v, %q", known, rest)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestWhereAFileStoodBefore is told with the line of redirects.csv that leads from there; and a file in which nothing but
// an empty title stands is one with front matter, and none that can be read.
func TestWhereAFileStoodBefore(t *testing.T) {
	t.Parallel()
	head := "---\ntitle: Lamps burn\ndate: 2024-03-03\ndraft: true\nurl: https://old.example/lamps?x=1#y\naliases: [/old, none, \"https://old.example/\"]\n"
	r, ok, err := One("a.md", []byte(head+"---\nThe lamps burn.\n"), options)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	want := []string{
		"the front matter calls it a draft",
		"it stood at /lamps?x=1 before: a line “/lamps?x=1,/lamps-burn” in redirects.csv leads from there",
		"it stood at /old before: a line “/old,/lamps-burn” in redirects.csv leads from there",
	}
	if got := r.Unsure[len(r.Unsure)-3:]; strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q, want %q", got, want)
	}
	if r, ok, err := One("a.md", []byte("---\ntitle: \"\"\n---\n"), options); r != nil || !ok || err == nil || err.Error() != "importing a.md: there is no text in it" {
		t.Errorf("an empty one: %v, %t, %v", r, ok, err)
	}
}

// TestEachKeyOfFrontMatter for a picture, and for what a release has no place for, whole.
func TestEachKeyOfFrontMatter(t *testing.T) {
	t.Parallel()
	for _, key := range strings.Fields("image images featured_image featuredimage featured cover cover_image coverimage thumbnail hero " +
		"hero_image header banner teaser photo og_image ogimage") {
		for _, line := range []string{key + ": a.jpg", key + ":\n  src: a.jpg", strings.ToUpper(key) + ": a.jpg"} {
			if got := picturesOf(yamlOf(line)); len(got) != 1 || got[0].URL != "a.jpg" {
				t.Errorf("%q: %v", line, got)
			}
		}
		if got := picturesOf(yamlOf(key[:len(key)-1] + ": a.jpg")); len(got) != 0 && key != "images" {
			t.Errorf("%s a letter short: %v", key, got)
		}
	}
	for _, key := range strings.Fields("author authors byline description summary excerpt location place keywords") {
		want := "the front matter says what has no place of its own here, and is left out: “" + key + ": Marlow, Quay”"
		if got := leftOver(yamlOf(key + ": [Marlow, Quay]")); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %s", key, got, want)
		}
		if got := leftOver(yamlOf(key[:len(key)-1] + ": Marlow")); len(got) != 0 && key != "authors" {
			t.Errorf("%s a letter short: %q", key, got)
		}
	}
	want := "the front matter says what has no place of its own here, and is left out: “author: Ana Ruiz”, “place: Marlow”"
	if got := leftOver(yamlOf("place: Marlow\nauthor: Ana Ruiz\nlamps: 4")); len(got) != 1 || got[0] != want {
		t.Errorf("%q, want %s", got, want)
	}
	for field, to := range map[string]string{
		"name nom nombre nome naam": "name", "role title fonction titre cargo funktion functie ruolo": "role",
		"org organization organisation company organisme firma":            "org",
		"phone tel telephone téléphone telefon teléfono telefono telefone": "phone",
		"email mail e-mail courriel correo":                                "email",
	} {
		for _, f := range strings.Fields(field) {
			if contactFields[f] != to {
				t.Errorf("%s is %q, want %s", f, contactFields[f], to)
			}
		}
	}
	if len(contactFields) != 32 {
		t.Errorf("%d names of fields", len(contactFields))
	}
}

// TestWhatFrontMatterCallsAContact, in the languages that have a name for one.
func TestWhatFrontMatterCallsAContact(t *testing.T) {
	t.Parallel()
	for _, key := range strings.Fields("contact contacts kontakt kontakts presscontact press_contact press-contacts media_contact " +
		"mediacontact " +
		"presse_kontakt pressekontakt medien-kontakt medienkontakt contact_presse contact-press contact_media contact_prensa contact_imprensa " +
		"contact_stampa contacto contatto contato contacto_prensa contato-imprensa contatto_stampa perscontact") {
		for _, field := range []string{".email", "_email", "-email", "email", ".e-mail"} {
			m := contactKey.FindStringSubmatch(key + field)
			if m == nil || m[1] != key || m[2]+m[3] != strings.TrimLeft(field, "._-") {
				t.Errorf("%s%s: %q", key, field, m)
			}
		}
	}
	for _, key := range strings.Fields("contac kontak pres_contact contact_form contact_emails contact.e_mail mycontact contactophon perscontac contact_pres_email") {
		if m := contactKey.FindStringSubmatch(key); m != nil && contactFields[m[2]+m[3]] != "" {
			t.Errorf("%s: %q", key, m)
		}
	}
}

// TestWhatFrontMatterSaysOfAPicture by each name that systems have for it, a letter less of which is none.
func TestWhatFrontMatterSaysOfAPicture(t *testing.T) {
	t.Parallel()
	said := func(known map[string][]string) string {
		var out []string
		for _, p := range picturesOf(known) {
			out = append(out, strings.Join([]string{p.URL, p.Alt, p.Caption, p.Credit}, "|"))
		}
		return strings.Join(out, ", ")
	}
	known := func(pairs ...string) map[string][]string {
		out := make(map[string][]string)
		for i := 0; i < len(pairs); i += 2 {
			out[pairs[i]] = []string{pairs[i+1]}
		}
		return out
	}
	for part, names := range map[string]string{
		"a.jpg|x||": ".alt _alt .alttext alt", "a.jpg||x|": ".caption _caption .title caption", "a.jpg|||x": ".credit _credit .attribution credit",
	} {
		for _, name := range strings.Fields(names) {
			if got := said(known("hero", "a.jpg", "hero"+name, "x")); got != part {
				t.Errorf("%s: %s, want %s", name, got, part)
			}
			if got := said(known("hero", "a.jpg", "hero"+name[:len(name)-1], "x")); got != "a.jpg|||" {
				t.Errorf("%s a letter short: %s", name, got)
			}
		}
	}
	for _, name := range strings.Fields(".src .url .image .path .file .feature .teaser") {
		if got := said(known("hero"+name, "a.jpg")); got != "a.jpg|||" {
			t.Errorf("%s: %s", name, got)
		}
		if got := said(known("hero"+name[:len(name)-1], "a.jpg")); got != "" {
			t.Errorf("%s a letter short: %s", name, got)
		}
	}
	for src, want := range map[string]string{
		"src: a.jpg": "a.jpg", "url: a.jpg": "a.jpg", "image:a.jpg": "a.jpg", "path:  a.jpg": "a.jpg", "src:'a.jpg'": "a.jpg", `url: "a.jpg"`: "a.jpg",
		"'a.jpg\"": "a.jpg", "file: a.jpg": "file: a.jpg", "url a.jpg": "url a.jpg", "truer": "truer",
	} {
		if got := said(known("hero", src)); got != want+"|||" {
			t.Errorf("%s: %s", src, got)
		}
	}
	for _, src := range []string{"", "true", "false", "'true'", "src: ", "''"} {
		if got := said(known("hero", src)); got != "" {
			t.Errorf("%q: %s", src, got)
		}
	}
}

// TestWhatFeedsSayIsTrimmed, and a language of a whole feed is one that a release can have.
func TestWhatFeedsSayIsTrimmed(t *testing.T) {
	t.Parallel()
	items, _, err := readXML([]byte(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es_ES"><entry><title>
		Lamps </title><category term=" quays "/><content> The lamps. </content></entry></feed>`))
	if err != nil || len(items) != 1 {
		t.Fatal(items, err)
	}
	if it := items[0]; it.Headline != "Lamps" || it.Language != "es" || it.Body != "The lamps." || strings.Join(it.Topics, "|") != "quays" {
		t.Errorf("%+v", it)
	}
	_, _, err = readXML([]byte("<!DOCTYPE rss [<!entity a 'b'>]><rss/>"))
	if want := "it declares entities of its own, which no feed and no export does"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	for address, want := range map[string]string{"wordpress.org/export": "a-b", "wordpress.org/expor": ""} {
		items, _, err := readXML([]byte(`<rss xmlns:wp="http://` + address + `/1.2/"><item><wp:post_name> a-b </wp:post_name></item></rss>`))
		if err != nil || items[0].Slug != want {
			t.Errorf("%s: %q, %v", address, items[0].Slug, err)
		}
	}
	for space, want := range map[string]string{
		"purl.org/dc/elements/1.1/": "es", "purl.org/dc/element/1.1/": "", "www.w3.org/2005/Atom": "", "search.yahoo.com/mrss/": "",
	} {
		items, _, err := readXML([]byte(`<rss xmlns:x="http://` + space + `"><item><x:language>es</x:language></item></rss>`))
		if err != nil || items[0].Language != want {
			t.Errorf("%s: %q, %v", space, items[0].Language, err)
		}
	}
	for space, want := range map[string][2]int{
		"www.w3.org/2005/Atom": {1, 0}, "www.w3.org/2005/Ato": {0, 0}, "search.yahoo.com/mrss/": {0, 1}, "search.yahoo.com/mrs/": {0, 0},
	} {
		items, _, err := readXML([]byte(`<rss xmlns:x="http://` + space + `"><item><x:link>https://a.example/b</x:link>` +
			`<x:content url="https://a.example/b.jpg"/></item></rss>`))
		if err != nil || len(items[0].Addresses) != want[0] || len(items[0].Pictures) != want[1] {
			t.Errorf("%s: %q and %v, %v", space, items[0].Addresses, items[0].Pictures, err)
		}
	}
	items, _, err = readXML([]byte(`<rss xmlns:x="http://search.yahoo.com/mrss/" xmlns:y="http://search.yahoo.com/mrs/"><item>` +
		`<x:content url="https://a.example/b.jpg"><y:description>A</y:description><y:credit>R</y:credit><y:title>C</y:title></x:content></item></rss>`))
	if want := (importer.Picture{URL: "https://a.example/b.jpg"}); err != nil || items[0].Pictures[0] != want {
		t.Errorf("what stands in another space: %+v, %v", items[0].Pictures, err)
	}
	const media = `<x:content url="https://a.example/b" medium="image"><x:description>A</x:description><x:credit>R</x:credit><x:title>C</x:title></x:content>`
	items, _, err = readXML([]byte(`<rss xmlns:x="http://search.yahoo.com/mrss/" xmlns:wp="http://wordpress.org/export/1.2/"><item>` +
		`<wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://a.example/t.jpg</wp:attachment_url></item><item>` +
		`<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>` + media + `</item></rss>`))
	if err != nil || len(items) != 1 {
		t.Fatal(items, err)
	}
	var got []string
	for _, p := range items[0].Pictures {
		got = append(got, strings.Join([]string{p.URL, p.Alt, p.Caption, p.Credit}, "|"))
	}
	if all, want := strings.Join(got, ", "), "https://a.example/t.jpg|||, https://a.example/b|A|C|R"; all != want {
		t.Errorf("pictures: %s, want %s", all, want)
	}
}

// TestHowManyReleasesAreTaken: as many as there may be are looked at, and of one more none.
func TestHowManyReleasesAreTaken(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{
		maxReleases:     "20000 × text that could not be read (importing : there is no text in it)",
		maxReleases + 1: "importing x.json: it holds more than 20000 releases; divide it",
	} {
		if _, err := move("x.json", make([]item, n), counts{}, options); err == nil || err.Error() != want {
			t.Errorf("%d: %v, want %s", n, err, want)
		}
	}
}

// TestHowLargeAnExportInJSONMayBe, to the byte.
func TestHowLargeAnExportInJSONMayBe(t *testing.T) {
	t.Parallel()
	for size, want := range map[int]string{maxJSON: "<nil>", maxJSON + 1: "it is larger than 32 MiB"} {
		if _, _, err := readJSON([]byte("[" + strings.Repeat(" ", size-2) + "]")); fmt.Sprint(err) != want {
			t.Errorf("of %d bytes: %v, want %s", size, err, want)
		}
	}
}

// TestEndingsInCapitals tell what a file of a folder is, as others do.
func TestEndingsInCapitals(t *testing.T) {
	t.Parallel()
	for _, ending := range strings.Fields("md MD Markdown HTML Htm") {
		m, err := MoveFolder([]File{{"quays." + ending, []byte("---\ntitle: Lamps burn\nslug: old-lamps\n---\nThe lamps burn.\n")}}, options)
		if err != nil || len(m.Files) != 1 || m.Files[0].Name != "old-lamps.md" {
			t.Errorf("%s: %+v, %v", ending, m, err)
		}
	}
}

// TestAnAddressThatTwoReleasesHad leads to the first of them, where the other is one of the next fifty.
func TestAnAddressThatTwoReleasesHad(t *testing.T) {
	t.Parallel()
	for others, want := range map[int]int{0: 1, 49: 1, 50: 2} {
		m := &Moved{}
		had := func(to string, addresses ...string) {
			m.add(to+".md", item{Item: importer.Item{Addresses: addresses}}, "/"+to, &importer.Result{})
		}
		had("a", "/lamps")
		for i := range others {
			had("b", fmt.Sprintf("/quays-%d", i))
		}
		had("c", "https://old.example/lamps")
		n := 0
		for _, r := range m.Redirects {
			if r.From == "/lamps" {
				n++
			}
		}
		if n != want || m.Redirects[0] != (Redirect{"/lamps", "/a"}) || len(m.Redirects) != others+want {
			t.Errorf("with %d others between: %d times, of %v", others, n, m.Redirects)
		}
	}
}

// TestAFieldOfBlanks has no words: the next of its names counts.
func TestAFieldOfBlanks(t *testing.T) {
	t.Parallel()
	f := fields{"title": " \n", "headline": " Lamps ", "id": 7.0, "image": map[string]any{"url": " a.jpg "}, "none": nil}
	for names, want := range map[string]string{"title headline": "Lamps", "title": "", "none id": "7", "image": "a.jpg", "": ""} {
		if got := f.text(strings.Fields(names)...); got != want {
			t.Errorf("%s: %q, want %q", names, got, want)
		}
	}
}
