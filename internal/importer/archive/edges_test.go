package archive

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/importer"
)

// So many of each are taken, and no more.
func TestHowManyAreTaken(t *testing.T) {
	list := func(n int, of string) string { return "[" + strings.TrimSuffix(strings.Repeat(of+", ", n), ", ") + "]" }
	var tags []string
	for i := range 25 {
		tags = append(tags, fmt.Sprintf("t%d", i))
	}
	it, _ := markdownItem(File{"a.md", []byte("---\ntitle: x\ntags: [" + strings.Join(tags, ", ") + "]\nimages: " + list(25, "a.jpg") + "\n---\nWords.\n")})
	if len(it.Topics) != 20 || len(it.Pictures) != 20 {
		t.Errorf("%d topics and %d pictures", len(it.Topics), len(it.Pictures))
	}
	if known := yamlOf("a: " + list(101, "x") + "\nb:\n" + strings.Repeat("- y\n", 101)); len(known["a"]) != 100 || len(known["b"]) != 100 {
		t.Errorf("%d and %d values", len(known["a"]), len(known["b"]))
	}
	if known, _, _ := matterOf(`{"a": ` + list(101, `"x"`) + `, "b": {"c": {"d": {"e": {"f": 1}, "g": 2}}}}`); len(known["a"]) != 100 || len(known["b.c.d.g"]) != 1 || len(known["b.c.d.e.f"]) != 0 {
		t.Errorf("%d values, and %v", len(known["a"]), known)
	}
	var c counts
	for i := range 205 {
		c.add(fmt.Sprintf("kind%d", i))
		c.add("kind0")
	}
	if got := c.lines(); len(got) != 200 || !strings.HasPrefix(got[0], "206 ") || got[1] != "1 kind1" {
		t.Errorf("%d lines, %q", len(got), got[:2])
	}
	text := strings.Repeat("é", 200)
	for said, want := range map[string]string{text: text + "”", text + "é": text + "…”", " ": ""} {
		got := strings.Join(leftOver(map[string][]string{"author": {said}}), "")
		if want != "" && !strings.HasSuffix(got, "author: "+want) || want == "" && got != "" {
			t.Errorf("of %d letters: %s", len(said), got)
		}
	}
}

// Names of files and what stands at their head.
func TestNamesAndHeadsOfFiles(t *testing.T) {
	for _, c := range []struct{ name, head, want string }{
		{"news/tests.es.md", "---\ntitle: x\n---\n", "tests es news/tests"},
		{"tests.final-version.md", "---\ntitle: x\n---\n", "tests.final-version  ./tests.final-version"},
		{".es.md", "---\ntitle: x\n---\n", ".es  ./.es"},
		{"a.zz.md", "---\ntitle: x\n---\n", "a.zz  ./a.zz"},
		{"news/tests/index.fr.md", "+++\ntitle = \"x\"\n+++\n", "tests fr news/tests/index"},
		{"2021-05-04-tests.md", "---\ntitle: x\n---\n", "tests  ./2021-05-04-tests 2021-05-04"},
		{"2021-05-4-tests.md", "---\ntitle: x\n---\n", "2021-05-4-tests  ./2021-05-4-tests"},
		{"a.md", "---\ntitle: x\nslug: b\nlang: de\nref: k\ndate: 2021-05-04T10:00\n---\n", "b de key k 2021-05-04"},
		{"a.md", "+++\ntitle = \"x\"\ndate = 2021-05-04\nlang = \"it\"\n+++\n", "a it ./a 2021-05-04"},
		{"a.md", "\ufeff+++ \r\nslug = \"c\"\r\n+++\r\n", "c  ./a"},
		{"a.md", "+++\nslug = \n+++\n", "a  ./a"},
	} {
		it, draft := markdownItem(File{c.name, []byte(c.head + "Words.\n")})
		got := fmt.Sprintf("%s %s %s", it.Slug, it.Language, it.group)
		if !it.Day.IsZero() {
			got += it.Day.Format(" 2006-01-02")
		}
		if got != c.want || draft || it.Body != "Words.\n" {
			t.Errorf("%s: %q, want %q; %q", c.name, got, c.want, it.Body)
		}
	}
	for head, want := range map[string]string{
		"hero: a.jpg\nheroCredit: Tom Reed\nhero_caption: Low tide":         "a.jpg||Low tide|Tom Reed",
		"image:\n  src: a.jpg\n  alt: A pier\n  attribution: Tom":           "a.jpg|A pier||Tom",
		"cover:\n  url: a.jpg\n  alttext: A\n  title: T. Photo: Bo Lind":    "a.jpg|A|T.|Bo Lind",
		"banner: 'a.jpg'\nbannerAlt: B\nbannerCaption: C\nbanner_credit: D": "a.jpg|B|C|D",
		"images:\n- src: a.jpg\n- url: \"b.jpg\"\n- true":                   "a.jpg|||, b.jpg|||",
		"photo: false\nteaser: ''":                                          "",
		"header:\n  feature: a.jpg\n  teaser: b.jpg":                        "a.jpg|||",
		"banner:\n  teaser: b.jpg":                                          "b.jpg|||",
	} {
		var got []string
		for _, p := range picturesOf(yamlOf(head)) {
			got = append(got, strings.Join([]string{p.URL, p.Alt, p.Caption, p.Credit}, "|"))
		}
		if all := strings.Join(got, ", "); all != want {
			t.Errorf("%q: %s, want %s", head, all, want)
		}
	}
	for head, want := range map[string]string{
		"contact:\n  name: Dana\n  title: Chief\n  company: Open Harbor\n  tel: 555":          "Dana|Chief|Open Harbor|555|",
		"contact_name: Dana\ncontact_email: a@b.example\ncontact_role: Chief\ncontact_org: O": "Dana|Chief|O||a@b.example",
		"media_contact:\n  mail: a@b.example":                                                 "||||a@b.example", "contact:\n  name: Dana": "", "presscontact:\n  phone: 1": "", "contactname: Dana\ncontactphone: 1": "Dana|||1|",
		"contact-presse:\n  nom: Ana Ruiz\n  tel:\n  - 01632 960 142\n  - 01632 960 143\n  courriel: a@b.example": "Ana Ruiz|||01632 960 142 / 01632 960 143|a@b.example",
		"pressekontakt:\n  name: Ana Ruiz\n  funktion: Sprecherin\n  firma: Hafen\n  telefon: 1":                  "Ana Ruiz|Sprecherin|Hafen|1|",
		"press_contacts:\n  - name: Dana\n    email: d@b.example\n  - name: Ana\n    email: a@b.example":          "Dana||||d@b.example, Ana||||a@b.example",
		"contact_form:\n  name: Dana\n  email: a@b.example":                                                       "", "contact-page.email: a@b.example": "",
		"contact_email: a@b.example\ncontact_name_short: Dana": "||||a@b.example", "contact_email_subject: Ropes": "",
	} {
		var got []string
		for _, c := range contactOf(yamlOf(head)) {
			got = append(got, strings.Join([]string{c.Name, c.Role, c.Org, c.Phone, c.Email}, "|"))
		}
		if all := strings.Join(got, ", "); all != want {
			t.Errorf("%q: %s, want %s", head, all, want)
		}
	}
}

// An export may begin with a mark and with blanks.
func TestWhatMayStandBeforeAnExport(t *testing.T) {
	for _, before := range []string{"", "\ufeff", " ", "\t", "\r\n", "\n", "\ufeff \n"} {
		for _, data := range []string{`{"items":[{"title":"Groups ask","body":"<p>Words.</p>"}]}`, `[{"title":"Groups ask","body":"<p>Words.</p>"}]`} {
			if m, err := Move("x.json", []byte(before+data), options); err != nil || strings.Join(m.Slugs(), " ") != "groups-ask" {
				t.Errorf("behind %q: %v", before, err)
			}
			if !Is("x.json", []byte(before+data)) {
				t.Errorf("behind %q it is no export", before)
			}
		}
	}
	m := &Moved{Files: []Written{
		{Name: "a.md", Media: []importer.Media{{From: "p"}, {From: "q"}}}, {Name: "a.es.md", Media: []importer.Media{{From: "p"}}}, {Name: "b.md"}, {Name: "c.txt"},
	}}
	if got := fmt.Sprint(m.Slugs(), len(m.Media())); got != "[a b] 2" {
		t.Error(got)
	}
}

// What is left out of a folder and of an export, and what is a release of its own.
func TestWhatIsLeftOutAndWhatStandsAlone(t *testing.T) {
	m, err := MoveFolder([]File{{"a.md", []byte("---\ntitle: Groups ask\nimage: //x.example/p.jpg\ncover: http:p.jpg\n---\nThe groups asked.\n")}, {"b.zip", nil}, {"c", nil}, {"p.jpg", nil}}, options)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(m.Left, "; "), "1 × zip file that is no text; 1 × file that is no text; 1 × picture that no release shows"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	m, err = Move("x.json", []byte(`[{"title":"Groups ask","lang":"en","body":"The groups asked.","translation_group":"g"},{"title":"Grupos piden","lang":"es","body":"Los grupos piden.","translation_group":"g"},
		{"title":"Grupos otra vez","lang":"es","body":"Los grupos piden.","translation_group":"g"},{"title":"x","lifecycle_status":"Draft"},{"title":"y","state":"unpublished"},{"title":"Pictures","body":"Words of it."}]`), options)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range m.Files {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " ") + "; " + strings.Join(m.Left, "; "); got != "groups-ask.md groups-ask.es.md grupos-otra-vez.md pictures.md; 2 drafts" {
		t.Error(got)
	}
	items, _, err := readJSON([]byte(`[{"media":[{"url":"https://x.example/a","content_type":"image/png"},{"url":"https://x.example/b","content_type":"video/mp4"},{"url":"https://x.example/c","mime_type":"photo"}]}]`))
	if err != nil || len(items[0].Pictures) != 2 {
		t.Errorf("%v, %v", items, err)
	}
	items, _, err = readXML([]byte(`<rss><channel><item><title>T</title><category domain="language" nicename="pt_BR">x</category></item></channel></rss>`))
	if err != nil || items[0].Language != "pt" {
		t.Errorf("%q, %v", items[0].Language, err)
	}
	if got := yamlOf("a: b   # c\nd: 'e' # f\ng: \"h\\\"i\" # j\nk: 'l''m'"); got["a"][0] != "b" || got["d"][0] != "e" || got["g"][0] != `h"i` || got["k"][0] != "l'm" {
		t.Errorf("%q", got)
	}
}

// Two that are joined already are joined to a third with all that is theirs.
func TestWhatIsJoinedStaysJoined(t *testing.T) {
	var got []string
	for _, g := range together([]item{
		{Item: importer.Item{Name: "a"}, self: []string{"1"}},
		{Item: importer.Item{Name: "b"}, group: "g"},
		{Item: importer.Item{Name: "c"}, group: "g", self: []string{"3"}},
		{Item: importer.Item{Name: "d"}, links: []string{"1", "3"}},
	}) {
		for _, it := range g {
			got = append(got, it.Name)
		}
		got = append(got, "/")
	}
	if all := strings.Join(got, " "); all != "a b c d /" {
		t.Error(all)
	}
}
