package archive

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/importer"
)

// TestNamesThatReleasesHadBefore become theirs, where they can be, and a second one gets a number.
func TestNamesThatReleasesHadBefore(t *testing.T) {
	t.Parallel()
	used := make(map[string]bool)
	for _, c := range []struct {
		slug, address, headline string
		want                    string
	}{
		{"Old Lamps", "https://h.example/quays", "ropes", "old-lamps"},
		{"Old Lamps", "", "ropes", "old-lamps-2"},
		{"old-lamps", "", "", "old-lamps-3"},
		{"", "https://h.example/a/quays.html", "ropes", "quays"},
		{"", "https://h.example/a/quays/", "ropes", "quays-2"},
		{"", "https://h.example/%zz", "ropes", "ropes"},
		{"", "", "ropes", "ropes-2"},
		{"", "", "", "release"},
		{"", "", "index", "index"},
	} {
		it := importer.Item{Slug: c.slug}
		if c.address != "" {
			it.Addresses = []string{c.address}
		}
		if got := slugOf(it, c.headline, used); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// TestPicturesThatLieBesideAFile are found by a path, and not by an address.
func TestPicturesThatLieBesideAFile(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"a.png", "news/a.png"},
		{"../b.png", "b.png"},
		{"b.png", "b.png"},
		{"c.png", "static/c.png"},
		{"/c.png", "static/c.png"},
		{"/b.png", "b.png"},
		{"/news/a.png", "news/a.png"},
		{"/a.png", ""},
		{"d.png", "assets/d.png"},
		{"e.png", "public/e.png"},
		{"f.png", "src/f.png"},
		{"g.png", "source/g.png"},
		{"b.png?v=1", "b.png"},
		{"https:b.png", ""},
		{"https://h.example/b.png", ""},
		{"//h.example/b.png", ""},
		{"file:///b.png", ""},
		{"", ""},
		{"?v=1", ""},
		{"%zz", ""},
		{`h\i.png`, ""},
	} {
		var files []File
		names := "news/a.png b.png static/c.png assets/d.png public/e.png src/f.png source/g.png news lamps.txt"
		for _, name := range append(strings.Fields(names), `news/h\i.png`) {
			files = append(files, File{Name: name})
		}
		l := newLying(files)
		l.taken["news"] = false // a folder with the name of one
		if got := l.beside("news/lamps.md")(c[0]); got != c[1] || got != "" && !l.taken[got] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
}

// TestLanguagesInNamesOfFiles are those that there are: any other end of a name is a part of it.
func TestLanguagesInNamesOfFiles(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{ // name, language, group, slug
		{"news/lamps.de.md", "de", "news/lamps", "lamps"},
		{"news/lamps.md", "", "news/lamps", "lamps"},
		{"news/lamps.xx.md", "", "news/lamps.xx", "lamps.xx"},
		{"news/lamps.tlh.md", "", "news/lamps.tlh", "lamps.tlh"},
		{"news/lamps.quays.md", "", "news/lamps.quays", "lamps.quays"},
		{"lamps/index.md", "", "lamps/index", "lamps"},
		{"lamps/index.de.md", "de", "lamps/index", "lamps"},
		{"news/2026-05-04-lamps.md", "", "news/2026-05-04-lamps", "lamps"},
	} {
		it, draft := markdownItem(File{Name: c[0], Data: []byte("---\ntitle: Lamps\n---\nThe lamps.\n")})
		if it.Language != c[1] || it.group != c[2] || it.Slug != c[3] || draft {
			t.Errorf("%s: %q, %q, %q", c[0], it.Language, it.group, it.Slug)
		}
		if it.Day.IsZero() == strings.Contains(c[0], "2026") {
			t.Errorf("%s: of %s", c[0], it.Day)
		}
	}
}

// TestListsWithinLists of releases are found, with the language that holds for all.
func TestListsWithinLists(t *testing.T) {
	t.Parallel()
	list, of := []any{"a"}, func(v any) map[string]any { return map[string]any{lists[0]: v} }
	for i, c := range []struct {
		top  any
		n    int
		lang string
	}{
		{list, 1, ""},
		{of(list), 1, ""},
		{of(of(list)), 1, ""},
		{of(of("a")), 0, ""},
		{"a", 0, ""},
		{map[string]any{"language": "de", lists[0]: list}, 1, "de"},
		{map[string]any{"language": "de", lists[0]: map[string]any{"language": "fr", lists[0]: list}}, 1, "de"},
		{of(map[string]any{"locale": "fr", lists[0]: list}), 1, "fr"},
		{map[string]any{lists[0]: of("a"), lists[1]: list}, 1, ""},
	} {
		if got, lang := listOf(c.top); len(got) != c.n || lang != c.lang {
			t.Errorf("%d: %v, %q", i, got, lang)
		}
	}
}

// TestPicturesAndContactsOfFrontMatter are read from the keys that sites have for them.
func TestPicturesAndContactsOfFrontMatter(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"image: a.png\nimage_alt: Quay\nimage_caption: Lamps", "a.png|Quay|Lamps|"},
		{"image: a.png\nimage_alt: ''\nimagealt: Quay", "a.png|Quay||"},
		{"image: a.png\nimage_credit: Ana Ruiz", "a.png|||Ana Ruiz"},
		{"image: true", ""},
		{"image: false", ""},
		{"image: ''", ""},
		{"image: 'src: a.png'", "a.png|||"},
		{"cover:\n  image: a.png\n  alt: Quay", "a.png|Quay||"},
		{"images:\n- a.png\n- b.png", "a.png||| // b.png|||"},
		{"lamp: a.png", ""},
	} {
		var out []string
		for _, p := range picturesOf(yamlOf(c[0])) {
			out = append(out, strings.Join([]string{p.URL, p.Alt, p.Caption, p.Credit}, "|"))
		}
		if got := strings.Join(out, " // "); got != c[1] {
			t.Errorf("%q: %q", c[0], got)
		}
	}
	for _, c := range [][2]string{
		{"contact: \n  name: Ana Ruiz\n  phone: 555 0142", "Ana Ruiz||||555 0142"},
		{"contact:\n  name: Ana Ruiz", ""},
		{"contact:\n  phone: 555 0142", ""},
		{"contact:\n  email: ana@h.example", "|||ana@h.example|"},
		{"contact_name: Ana Ruiz\ncontact_email: ana@h.example\ncontact_mail: b@h.example", "Ana Ruiz|||ana@h.example|"},
		{"contact_mail: b@h.example\ncontact_email: ana@h.example", "|||ana@h.example|"},
		{
			"contact:\n  name: [Ana Ruiz, Bo Lind]\n  email: [ana@h.example, bo@h.example]",
			"Ana Ruiz|||ana@h.example| // Bo Lind|||bo@h.example|",
		},
		{"contact:\n  name: [Ana Ruiz, Bo Lind]\n  email: [ana@h.example]", ""},
		{"contact:\n  name: Ana Ruiz\n  email: [ana@h.example, bo@h.example]", "Ana Ruiz|||ana@h.example / bo@h.example|"},
		{
			"press_contact_name: Ana Ruiz\npress_contact_phone: 555 0142\npress_contact_org: Union\npress_contact_role: Head",
			"Ana Ruiz|Head|Union||555 0142",
		},
		{"lamp_name: Ana Ruiz\nlamp_phone: 555 0142", ""},
	} {
		var out []string
		for _, p := range contactOf(yamlOf(c[0])) {
			out = append(out, strings.Join([]string{p.Name, p.Role, p.Org, p.Email, p.Phone}, "|"))
		}
		if got := strings.Join(out, " // "); got != c[1] {
			t.Errorf("%q: %q", c[0], got)
		}
	}
	for _, c := range []struct {
		inner, line, want string
		took              bool
	}{
		{"", "  name: Ana Ruiz", "contact.name=[Ana Ruiz]", true},
		{"", "- name: Ana Ruiz", "contact.name=[Ana Ruiz]", true},
		{"", "name: Ana Ruiz", "", false},
		{"", "  Name: Ana Ruiz", "contact.name=[Ana Ruiz]", true},
		{"", "  name:", "", true},
		{"contact.name", "  - Ana Ruiz", "contact.name=[Ana Ruiz]", true},
		{"", "  - Ana Ruiz", "", false},
		{"contact.name", "  Ana Ruiz", "", false},
		{"contact.name", "  lamp: a", "", false},
	} {
		out, inner := make(map[string][]string), c.inner
		took, got := contactField(out, "contact", &inner, c.line), ""
		for key, list := range out {
			got += fmt.Sprint(key, "=", list)
		}
		if took != c.took || got != c.want {
			t.Errorf("%q within %q: %t, %q", c.line, c.inner, took, got)
		}
	}
}

// TestFilesWithFrontMatter are read in their language, or else in the one that is asked for.
func TestFilesWithFrontMatter(t *testing.T) {
	t.Parallel()
	const matter = "---\ntitle: Lamps for the quays\n---\nThe lamps of Marlow burn.\n"
	for _, c := range [][3]string{ // name, language asked for, language
		{"lamps.md", "de", "de"}, {"lamps.fr.md", "de", "fr"}, {"lamps.fr.md", "", "fr"},
	} {
		r, ok, err := One(c[0], []byte(matter), importer.Options{Language: c[1]})
		if err != nil || !ok || r.Language != c[2] {
			t.Errorf("%s in %q: %t, %v", c[0], c[1], ok, err)
		}
	}
	for text, want := range map[string]string{
		strings.Replace(matter, "title:", "aliases: [/old/lamps]\ntitle:", 1): "it stood at /old/lamps before", matter: "",
		strings.Replace(matter, "title:", "draft: true\ntitle:", 1): "the front matter calls it a draft",
	} {
		r, _, err := One("lamps.md", []byte(text), importer.Options{Language: "en"})
		told := ""
		if err == nil {
			told = strings.Join(r.Unsure, "|")
		}
		if err != nil || !strings.Contains(told, want) || want == "" && strings.Contains(told, "it stood at") {
			t.Errorf("%q: %v, told %q", text, err, told)
		}
	}
	if _, ok, _ := One("lamps.pdf", []byte(matter), importer.Options{}); ok {
		t.Error("another kind of file")
	}
	if _, ok, _ := One("lamps.md", []byte("The lamps.\n"), importer.Options{}); ok {
		t.Error("a file without front matter")
	}
}
