package archive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer"
	"pressroom/internal/release"
)

// entries are what was read of an export.
func entries(items []item, left counts, err error) string {
	var b strings.Builder
	if err != nil {
		return " " + err.Error() + "\n"
	}
	for _, it := range items {
		b.WriteString(" " + expect.Given(it))
	}
	fmt.Fprintf(&b, "%s\n", left.aside())
	return b.String()
}

// Every name that systems have for a field of a release.
func TestNamesOfFieldsInExports(t *testing.T) {
	var b strings.Builder
	for _, list := range append(slices.Clone(lists), "other") {
		for _, form := range []string{`{"%s":[{"title":"T"}]}`, `{"lang":"x","locale":"es","%s":{"posts":[{"title":"T"}]}}`, `{"%s":"x"}`} {
			data := fmt.Sprintf(form, list)
			fmt.Fprintf(&b, "%s:%s", data, entries(readJSON([]byte(data))))
		}
	}
	for _, name := range strings.Fields("title headline name subtitle subhead sub_title subheadline slug culture locale language lang published_at date_published publish_date published date release_date created_at content_html content body html body_html formatted_content text content_text summary description url permalink link canonical_url id uuid translation_group translation_id group_id excerpt author") {
		for _, value := range []string{`"2021-05-04"`, `"es"`, `" x "`, `""`, `7`, `{"rendered":"R"}`, `{"code":"fr"}`, `{"name":"N"}`, `{"url":"U"}`, `{"html":"H"}`, `{"other":"O"}`, `null`, `["a"]`} {
			data := `[{"` + name + `":` + value + `}]`
			if out := entries(readJSON([]byte(data))); out != entries(readJSON([]byte(`[{}]`))) {
				fmt.Fprintf(&b, "%s:%s", data, out)
			}
		}
	}
	for _, name := range strings.Fields("tags topics categories keywords contacts contact press_contacts media_contacts translations alternates images media pictures gallery photos image featured_image cover thumbnail links assets") {
		for _, value := range []string{
			`["a",7,{"name":"n"},{"title":"t"},{"label":"l"},null]`, `[{"display_name":"d","description":"e","company":"c","phone":"1","email":"a@b.example"}]`, `[{"full_name":"f","title":"t","organization":"o","mobile":"2"}]`, `[{"name":"f","role":"t","organisation":"o","telephone":"3"},{"job_title":"j"}]`, `[{"id":3},{"uuid":"u"},"s",4]`, `"https://a.example/b.jpg"`, `{"newsroom_view":"https://a.example/x"}`, `{"self":"https://a.example/y"}`, `{"canonical":"https://a.example/z"}`,
			`[{"url":"https://a.example/b.jpg","alt":"A","caption":"C","credit":"R","title":"T","description":"D"}]`, `[{"src":"https://a.example/b.png","alternative":"A","photographer":"R"}]`, `[{"src":"https://a.example/b.png","alt_text":"A","copyright":"R"}]`, `["https://a.example/b.gif"]`, `{"url":"https://a.example/b.webp"}`, `[{"original":"https://a.example/b.jpeg"},{"download_url":"https://a.example/c.jpg"},{"large":"https://a.example/d.jpg"},{"file":"https://a.example/e.pdf"}]`,
		} {
			data := `[{"` + name + `":` + value + `}]`
			if out := entries(readJSON([]byte(data))); out != entries(readJSON([]byte(`[{}]`))) {
				fmt.Fprintf(&b, "%s:%s", data, out)
			}
		}
	}
	many := `[{"tags":["` + strings.Join(slices.Repeat([]string{"x"}, 25), `","`) + `"]}]`
	items, _, err := readJSON([]byte(many))
	fmt.Fprintf(&b, "of 25 topics %d are kept, %v\n", len(items[0].Topics), err)
	for _, data := range []string{"[", "[1]", `["a"]`, `[[]]`, `{}`, `[{"a":"\"{"}]`, strings.Repeat("[", 60) + strings.Repeat("]", 60), strings.Repeat("[", 200) + strings.Repeat("]", 200), `{"a":"[[[[","items":[{"title":"x"}]}`, `[] x`, "\ufeff[{\"title\":\"x\"}]", `[{"title":"x"},]`} {
		fmt.Fprintf(&b, "%.40s:%s", data, entries(readJSON([]byte(data))))
	}
	expect.File(t, "json-names.golden.txt", b.String())
}

// Every element of feeds, and every kind of entry that WordPress has.
func TestElementsOfFeeds(t *testing.T) {
	const head = `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>`
	var b strings.Builder
	rss := func(inside, before string) {
		fmt.Fprintf(&b, "%s%.200s:%s", before, inside, entries(readXML([]byte(head+before+"<item><title>T</title>"+inside+"</item></channel></rss>"))))
	}
	for _, kind := range strings.Fields("post attachment page nav_menu_item revision custom_css customize_changeset wp_global_styles wp_navigation wp_template wp_block oembed_cache acf-field acf-field-group press-release") {
		rss("<wp:post_type>"+kind+"</wp:post_type>", "")
	}
	for _, status := range strings.Fields("publish draft auto-draft private pending future trash inherit") {
		rss("<wp:status>"+status+"</wp:status>", "")
	}
	for _, inside := range []string{
		"<wp:post_name>s</wp:post_name>", "<content:encoded>c</content:encoded><description>d</description>", "<description>d</description>", "<excerpt:encoded>e</excerpt:encoded>", "<excerpt:encoded>" + strings.Repeat("e", 299) + "</excerpt:encoded>", "<excerpt:encoded>" + strings.Repeat("e", 300) + "</excerpt:encoded>", "<excerpt:encoded>&lt;b></excerpt:encoded>", "<wp:post_date>2021-05-04 10:00:00</wp:post_date><pubDate>Mon, 03 May 2021 10:00:00 +0000</pubDate>", "<pubDate>Mon, 03 May 2021 10:00:00 +0000</pubDate><dc:date>2021-05-02</dc:date>", "<dc:date>2021-05-02</dc:date>", "<dc:language>es</dc:language>",
		"<wp:postmeta><wp:meta_key>_locale</wp:meta_key><wp:meta_value>es_ES</wp:meta_value></wp:postmeta>", "<link>https://a.example/x</link><atom:link href=\"y\">https://a.example/y</atom:link>", "<category>a</category><category domain=\"category\">b</category><category domain=\"post_tag\"> c </category><category>Uncategorized</category><category domain=\"other\">d</category><category></category>", "<category domain=\"language\" nicename=\"es\">Español</category>", "<category domain=\"post_translations\" nicename=\"pll_1\">x</category>", "<dc:language>es</dc:language><category domain=\"language\">x</category>", "<wp:postmeta><wp:meta_key>_locale</wp:meta_key><wp:meta_value>es_ES</wp:meta_value></wp:postmeta><category domain=\"language\" nicename=\"no language\">x</category>", strings.Repeat("<category>a</category>", 25),
		"<atom:link rel=\"alternate\" hreflang=\"es\" href=\"https://a.example/es\"/>", "<atom:link rel=\"alternate\" href=\"https://a.example/en\"/>", "<atom:link rel=\"self\" hreflang=\"es\" href=\"https://a.example/en\"/>", "<media:content url=\"https://a.example/b.jpg\"><media:title>C</media:title><media:description>A</media:description><media:credit>R</media:credit></media:content>", "<media:content url=\"https://a.example/b\" medium=\"image\"/>", "<media:content url=\"https://a.example/b.mp4\"/>", "<media:group><media:content url=\"https://a.example/b.png\"/></media:group>", "<enclosure url=\"https://a.example/b\" type=\"image/png\"/>", "<enclosure url=\"https://a.example/b\" type=\"audio/mpeg\"/>", "<content url=\"https://a.example/b.jpg\"/>",
	} {
		rss(inside, "")
	}
	rss("", "<language>fr-FR</language>")
	attachment := "<item><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://a.example/b.jpg</wp:attachment_url><excerpt:encoded>Low tide. Photo: Ana</excerpt:encoded><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A pier</wp:meta_value></wp:postmeta></item>"
	rss("<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>", attachment)
	rss("<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>8</wp:meta_value></wp:postmeta>", strings.ReplaceAll(attachment, "b.jpg", "b.pdf"))
	for _, inside := range []string{
		"<content type=\"html\"> &lt;p>a </content>", "<content type=\"text\"> a </content>", "<content> a </content>", "<content type=\"xhtml\"><div xmlns=\"x\"><p class=\"y\">a &amp; <a href=\"b\">c</a><img src=\"d\" alt=\"e\"/></p></div></content>", "<content/><summary type=\"html\">s</summary>", "<summary>s</summary>", "<published>2021-05-04T10:00:00Z</published><updated>2021-05-05T10:00:00Z</updated>", "<updated>2021-05-05T10:00:00Z</updated>", "<updated>2021-05-05 10:00:00</updated>", "<updated>2021-05-05T10:00:00</updated>", "<link href=\"https://a.example/x\"/>", "<link rel=\"alternate\" href=\"https://a.example/x\"/>", "<link rel=\"self\" href=\"https://a.example/x\"/>", "<link rel=\"alternate\" hreflang=\"es\" href=\"https://a.example/es\"/>", "<link hreflang=\"es\" href=\"https://a.example/es\"/>", "<author rel=\"alternate\" hreflang=\"es\" href=\"https://a.example/es\"/>", "<category rel=\"alternate\" href=\"https://a.example/es\"/>", "<category term=\"a\"/><category/>", strings.Repeat("<category term=\"a\"/>", 25),
	} {
		for _, lang := range []string{"", " xml:lang=\"es\""} {
			fmt.Fprintf(&b, "atom %.200s%s:%s", inside, lang, entries(readXML([]byte("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><entry"+lang+"><title>T</title>"+inside+"</entry></feed>"))))
		}
	}
	for _, data := range []string{"<rss>", "<rss><channel><item>", "<rss><!DOCTYPE x></rss>", "<!DOCTYPE x><rss/>", "<rss><item><!X></item></rss>", "<x>" + strings.Repeat("<y>", 40), "<x>" + strings.Repeat("<y>", 200), "<rss><item>" + strings.Repeat("<y>", 200), "", "x"} {
		fmt.Fprintf(&b, "%.40s:%s", data, entries(readXML([]byte(data))))
	}
	for _, url := range []string{"a.jpg", "a.JPEG?x", "a.png", "a.gif", "a.webp", "a.svg", "a.pdf", "jpg"} {
		fmt.Fprintf(&b, "%s is a picture: %v\n", url, isPicture(url))
	}
	expect.File(t, "feed-elements.golden.txt", b.String())
}

// Front matter of other systems, line by line, and where old addresses lead from.
func TestFrontMatterOfOtherSystems(t *testing.T) {
	var b strings.Builder
	for _, text := range []string{
		"a: b", "A : b", "a: \"b\"", "a: 'b''c'", "a: \"b\\\"c\\\\d\"", "a: \"b\" # c", "a: b # c", "a: b#c", "a:  # c", "a: #c", "a: \"", "a: \"b", "a: ''", "a: [b, \"c\", , 'd']", "a: [b", "a:\n- b\n- c", "a:\n  - b\n-c", "- b", " a: b", "\ta: b", "# a: b", ": b", "a", "a: |\n b", "a: >\n b", "a: b\na: c", "a:\n" + strings.Repeat("- b\n", 101), "a: [" + strings.Repeat("b,", 101) + "]", "a: b: c", "a: http://x #",
	} {
		known := yamlOf(text)
		fmt.Fprintf(&b, "%.60q: %d %.60q\n", text, len(known["a"]), known)
	}
	for _, name := range []string{"x/2021-05-04-a.md", "x/2021-05-04.md", "x/a.es.md", "x/a.pt-BR.md", "x/a.v2.md", "x/.es.md", "x/a.b.es.md", "x/a.zh-Hant-TW1.md", "x/a.zh-Hant-HK.md", "x/index.md", "x/index.es.md", "x/a/index.es.md", "a.md"} {
		it, draft := markdownItem(File{Name: name, Data: []byte("Words.")})
		fmt.Fprintf(&b, "%s: %q %q %v %q %v\n", name, it.Slug, it.Language, it.Day.Format("2006-01-02"), it.group, draft)
	}
	for _, key := range strings.Fields("title headline subtitle subhead deck date publishdate published_at published slug language lang locale translationkey translation_key ref tags topics categories url permalink aliases redirect_from draft other") {
		for _, value := range []string{"2021-05-04", "es", "true", "false", "\"\""} {
			it, draft := markdownItem(File{Name: "x/a.md", Data: []byte("---\n" + key + ": " + value + "\n---\nWords.")})
			it.Body = ""
			fmt.Fprintf(&b, "%s: %s is %s, a draft %v\n", key, value, expect.Given(it), draft)
		}
	}
	for _, s := range []string{"https://a.example/x", "/x", "x", "https://a.example/", "https://a.example", "/?p=1", "https://a.example/x?y=1#z", "mailto:a@b.example", "//a.example/x", "///x", "/a b", "/a\"b", "/é", " /x ", "/" + strings.Repeat("x", 1999), "/" + strings.Repeat("x", 2000), "/%zz"} {
		fmt.Fprintf(&b, "%.40q leads from %.40q\n", s, pathOf(s))
	}
	used := make(map[string]bool)
	for _, it := range []importer.Item{{Slug: "a"}, {Slug: "a"}, {Slug: "A b"}, {Addresses: []string{"https://a.example/2021/c.html"}}, {Addresses: []string{"https://a.example/d/"}}, {}, {}, {Slug: "9"}, {Slug: release.ReservedWords()[0]}, {Slug: "日本"}, {Addresses: []string{"https://a.example/"}}} {
		fmt.Fprintf(&b, "%s: %s, %s\n", expect.Given(it), slugOf(it, "", used), slugOf(it, "headline", used))
	}
	for _, c := range [][2]string{{"a.json", "{"}, {"a.json", " [1"}, {"a.txt", "["}, {"a.txt", "{"}, {"a.xml", "<rss"}, {"a.xml", "<?xml?><feed"}, {"a.html", "<html"}, {"a.txt", "x"}, {"a.JSON", "\ufeff["}, {"a.xml", strings.Repeat(" ", 4092) + "<rss>"}, {"a.xml", strings.Repeat(" ", 4091) + "<rss >"}} {
		fmt.Fprintf(&b, "%s %.20q holds many: %v\n", c[0], c[1], Is(c[0], []byte(c[1])))
	}
	for _, size := range []int{MaxBytes + 1} {
		_, err := Move("x.json", make([]byte, size), options)
		fmt.Fprintf(&b, "%d bytes: %.90v\n", size, err)
	}
	expect.File(t, "matter.golden.txt", b.String())
}
