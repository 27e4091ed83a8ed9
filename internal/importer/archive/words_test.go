package archive

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/importer"
)

// What other systems call a picture, in each of the ways that are known.
func TestPicturesByTheirNamesElsewhere(t *testing.T) {
	urls := func(list []importer.Picture) string {
		var out []string
		for _, p := range list {
			out = append(out, strings.Trim(strings.Join([]string{p.URL, p.Alt, p.Caption, p.Credit}, "|"), "|"))
		}
		return strings.Join(out, ", ")
	}
	for _, key := range []string{"image", "banner_image", "header_image", "cover_image", "thumbnail_url"} {
		items, _, err := readJSON([]byte(`[{"title":"T","body":"B.","` + key + `":"https://x.example/a"}]`))
		if err != nil || len(items) != 1 || urls(items[0].Pictures) != "https://x.example/a" {
			t.Errorf("%s: %v, %v", key, items, err)
		}
	}
	for _, key := range []string{"media", "images", "attachments", "gallery"} {
		items, _, err := readJSON([]byte(`[{"title":"T","body":"B.","` + key + `":[{"url":"https://x.example/a.png","alt":"A","caption":"C","credit":"D"}]}]`))
		if err != nil || len(items) != 1 || urls(items[0].Pictures) != "https://x.example/a.png|A|C|D" {
			t.Errorf("%s: %v, %v", key, items, err)
		}
	}
	const feed = `<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>T</title><description>B.</description><dc:date>2021-05-04</dc:date><dc:language>es</dc:language>%s</item></channel></rss>`
	for entry, want := range map[string]string{
		`<media:content url="https://x.example/a.png"><media:title>C</media:title><media:description>A</media:description><media:credit>D</media:credit></media:content>`: "https://x.example/a.png|A|C|D",
		`<media:group><media:content url="https://x.example/a" medium="image"/></media:group>`:                                                                            "https://x.example/a",
		`<media:content url="https://x.example/a.mp4" medium="video"/>`:                                                                                                   "",
		`<enclosure url="https://x.example/a" type="image/png"/>`:                                                                                                         "https://x.example/a",
		`<enclosure url="https://x.example/a" type="imagery"/>`:                                                                                                           "",
	} {
		items, _, err := readXML(fmt.Appendf(nil, feed, entry))
		if err != nil || len(items) != 1 || urls(items[0].Pictures) != want || items[0].Language != "es" || items[0].Day.Format("2006-01-02") != "2021-05-04" {
			t.Errorf("%s: %+v, %v", entry, items, err)
		}
	}
	for head, read := range map[string]bool{"<!DOCTYPE entities>": true, `<!DOCTYPE rss [<!entity a "b">]>`: false} {
		if _, _, err := readXML([]byte(head + fmt.Sprintf(feed, ""))); (err == nil) != read {
			t.Errorf("%s: %v", head, err)
		}
	}
}

// Days as exports and feeds write them.
func TestDaysInEveryLayout(t *testing.T) {
	for _, s := range []string{
		"2021-05-04", "2021-05-04 09:00:00", "2021-05-04T09:00:00", "2021-05-04T23:30:00-07:00", "2021-05-04T09:00:00Z", "2021-05-04 09:00:00 -0700", " 2021-05-04T9:00 ",
		"Tue, 04 May 2021 23:00:00 -0700", "Tue, 04 May 2021 09:00:00 GMT", "Tue, 4 May 2021 09:00:00 +0000", "Tue, 4 May 2021 09:00:00 GMT", "4 May 2021 09:00:00 +0000",
		"May 4, 2021", "4 May 2021",
	} {
		if got := dayOf(s).Format("2006-01-02T15:04:05Z07:00"); got != "2021-05-04T00:00:00Z" {
			t.Errorf("%q is %s", s, got)
		}
	}
	for _, s := range []string{"", "soon", "1900-12-31", "2200-01-01", "2021-13-04 09:00", "2021-05-4 09:00"} {
		if got := dayOf(s); !got.IsZero() {
			t.Errorf("%q is %s", s, got)
		}
	}
}

// A day whose month stands behind it is read where it can be no other, and told.
func TestDaysWithTheirMonthBehind(t *testing.T) {
	for front, want := range map[string]string{
		"date: 2020-31-07":           "2020-07-31 “2020-31-07” names no month; it is taken to be 31 July 2020",
		"date: 2020-13-07":           "2020-07-13 “2020-13-07” names no month; it is taken to be 13 July 2020",
		"date: 2020-31-07 10:30":     "2020-07-31 “2020-31-07 10:30” names no month; it is taken to be 31 July 2020",
		"date: 2020-31-07T10:30:00Z": "2020-07-31 “2020-31-07T10:30:00Z” names no month; it is taken to be 31 July 2020",
		"date: 2020-12-07":           "2020-12-07 ",
		"date: 2020-31-06":           "0001-01-01 ",
		"date: 2020-31-13":           "0001-01-01 ",
		"date: 2020-02-30":           "0001-01-01 ",
		"date: 1900-31-07":           "0001-01-01 ",
		"date: 2200-31-07":           "0001-01-01 ",
	} {
		it, _ := markdownItem(File{Name: "quay.md", Data: []byte("---\ntitle: Groups ask\n" + front + "\n---\nEleven groups asked.\n")})
		if got := it.Day.Format(time.DateOnly) + " " + strings.Join(it.Told, "; "); got != want {
			t.Errorf("%s: %s, want %s", front, got, want)
		}
	}
	it, _ := markdownItem(File{Name: "2020-07-30-quay.md", Data: []byte("---\ntitle: Groups ask\ndate: 2020-31-07\n---\nEleven groups asked.\n")})
	if got := it.Day.Format(time.DateOnly); got != "2020-07-30" || len(it.Told) > 0 {
		t.Errorf("the day of the file's name is %s, told %q", got, it.Told)
	}
	for s, want := range map[string]string{"2020-12-07": "0001-01-01", "2020-31-07": "2020-07-31", "2020-31": "0001-01-01", "2020-31-07-1": "0001-01-01"} {
		if got := turnedDay(s).Format(time.DateOnly); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

// The heads of files, in words and forms that stand beside one another.
func TestHeadsOfFilesApart(t *testing.T) {
	if got := yamlOf("image:\n src: a.jpg\nalt: x]\ntags: [y]\nlist: [z\n"); got["image.src"] == nil || fmt.Sprint(got["alt"], got["tags"], got["list"]) != "[x]] [y] [[z]" {
		t.Errorf("%q", got)
	}
	if got := tomlOf("[image]\nsrc = \"a\"\n[image.of]\nwhom = 1\n"); fmt.Sprint(got) != "map[image.of.whom:[1] image.src:[a]]" {
		t.Errorf("%v", got)
	}
	for text, want := range map[string]string{
		"\ufeff{\"title\": \"T\"}\nB": "map[title:[T]] true", "{\"title\": \"T\"}B": "map[title:[T]] true", "{}": "map[] false", "{\"title\": ": "map[] false", "{\"title\": \"T\"": "map[] false", "B": "map[] false",
	} {
		known, _, ok := matterOf(text)
		if got := fmt.Sprint(known, ok); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for name, want := range map[string]bool{"a.md": true, "a.markdown": true, "a.html": true, "a.htm": true, "a.MD": true, "a.txt": true, "a.ht": false} {
		if got := hasMatter(name, []byte("---\ntitle: T\n---\n")); got != want || hasMatter(name, []byte("---\nname: T\n---\n")) {
			t.Errorf("%s: %t", name, got)
		}
	}
	for key, want := range map[string]string{"role": "Chief", "title": "Chief", "post": ""} {
		if got := contactOf(yamlOf("press_contact:\n  name: Dana\n  email: a@b.example\n  " + key + ": Chief\n")); len(got) != 1 || got[0].Role != want {
			t.Errorf("%s: %+v", key, got)
		}
	}
	for head, want := range map[string]string{
		"date: 2026-06-01\npress_date: 2026-06-02": "2026-06-02", "pressdate: 2026-06-02\ndate: 2026-06-01": "2026-06-02", "date: 2026-06-01": "2026-06-01",
	} {
		it := &item{}
		if it.facts(yamlOf(head)); it.Day.Format(time.DateOnly) != want {
			t.Errorf("%q: %s, want %s", head, it.Day, want)
		}
	}
	if got := strings.Join(leftOver(map[string][]string{"author": {"A", "B"}}), ""); !strings.HasSuffix(got, "“author: A, B”") {
		t.Error(got)
	}
	for _, sign := range []string{"{", "["} {
		if tooDeep([]byte(strings.Repeat(sign, maxDepth))) || !tooDeep([]byte(strings.Repeat(sign, maxDepth+1))) {
			t.Errorf("%s may stand in itself another number of times", sign)
		}
	}
}

// Files of a folder: which are releases, what they are called, and the pictures beside them.
func TestFilesOfAFolderApart(t *testing.T) {
	t.Parallel()
	head := "---\ntitle: Groups ask the port\nimage: p.jpg\n---\n"
	m, err := MoveFolder([]File{
		{"posts/groups-ask-the-port.md", []byte(head + "Eleven groups asked the port.\n")},
		{"posts/p.jpg", nil},
		{"b.htm", []byte("---\ntitle: A page of its own\n---\n<p>Eleven <b>groups</b> asked the port.</p>")},
		{"c.html", []byte("---\ntitle: Not yet\ndraft: true\n---\n<p>Words.</p>")},
		{"d.markdown", []byte("---\ntitle: Nor this\npublished: false\n---\nWords.\n")},
		{"_e.md", []byte(head + "x")},
		{".f.md", []byte(head + "x")},
		{"g.txt", []byte("Groups ask the port\n\nMARLOW, May 6, 2020 – The groups waited all day at the pier.\n")},
	}, options)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range m.Files {
		got = append(got, f.Name)
	}
	if all, want := strings.Join(got, " ")+"; "+strings.Join(m.Left, "; "), "groups-ask-the-port.md b.md groups-ask-the-port-2.md; 2 drafts"; all != want {
		t.Errorf("%s, want %s", all, want)
	}
	if src := string(m.file("groups-ask-the-port.md")); !strings.Contains(src, `file = "media/posts-p.jpg"`) {
		t.Errorf("the picture beside it is not there:\n%s", src)
	}
	if src := string(m.file("b.md")); !strings.Contains(src, "Eleven **groups** asked") {
		t.Errorf("a page of HTML is read as Markdown:\n%s", src)
	}
}
