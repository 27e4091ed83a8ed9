package html

import (
	"cmp"
	"fmt"
	"html/template"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/release"
	"pressroom/internal/scenes"
	"pressroom/templates"
)

// What a page has of each scene that the first has not; what it has otherwise where
// everybody reads it, where that is not as in the first; and the parts that a mail is made
// from, where they are others.
func TestScenes(t *testing.T) {
	tpl := Templates{Page: templates.Defaults(nil)["web/page.html"]}
	var b strings.Builder
	first, public, inMail := "", "", "" // of the first scene
	for _, s := range scenes.All(t) {
		data, err := Render(s.Release, s.Version, s.Phase, s.Assets, nil, tpl)
		if err != nil {
			t.Fatal(err)
		}
		page := plain(string(data))
		fmt.Fprintf(&b, "##### %s\n%s", s.Name, expect.Changed(first, page))
		first = cmp.Or(first, page)
		news := Newsroom{
			Home: "../", HomeLabel: "All <releases>", Feed: "../feed.xml", RSS: "../rss.xml", FormsLabel: "Also as", Forms: []Link{{"PDF & more", "ferry.pdf"}},
			TopicsLabel: "About", Topics: []Link{{"night & day", "../topics/night-day"}, {"sea", "../topics/sea"}},
			Pages: map[string]string{"en": "en/ferry", "ar": "ar/ferry", "es": "es/ferry"}, Files: *s.Enclosed,
		}
		if data, err = RenderPublic(s.Release, s.Version, s.Assets, nil, tpl, news); err != nil {
			t.Fatal(err)
		}
		if now := expect.Changed(page, plain(string(data))); now != public {
			fmt.Fprintf(&b, "##### %s, where everybody reads it\n%s", s.Name, now)
			public = cmp.Or(public, now)
		}
		var mail strings.Builder
		cid := func(m release.Medium) string {
			if len(s.Assets[m.File].Data) == 0 {
				return ""
			}
			return "cid:" + m.File
		}
		for _, p := range NewMail(s.Release, s.Version, s.Phase, s.Assets, cid, func(release.Asset) string { return "cid:logo" }, s.Enclosed, nil).Parts {
			fmt.Fprintf(&mail, "%s %s %q %v %s\n%s", p.Name, p.Label, p.Names, p.InColumns(), expect.Given(p.Contacts), plain(string(p.HTML)))
		}
		fmt.Fprintf(&b, "##### %s, in a mail\n%s", s.Name, expect.Changed(inMail, mail.String()))
		inMail = cmp.Or(inMail, mail.String())
	}
	expect.File(t, "scenes.golden.txt", b.String())
}

var pixels = regexp.MustCompile(`data:(image/\w+);base64,[^"]*`)

// plain is a page with its pictures in short, and what machines read of it in lines.
func plain(page string) string {
	page = pixels.ReplaceAllString(page, "[$1]")
	if before, data, ok := strings.Cut(page, `<script type="application/ld+json">`); ok {
		data, after, _ := strings.Cut(data, "</script>")
		page = before + strings.ReplaceAll(data, `,"`, ",\n\"") + after
	}
	return strings.TrimSpace(page) + "\n"
}

// What a page carries that has no place for what it has to say is no page.
func TestATemplateThatLeavesOutWhatMustBeSaidIsRefused(t *testing.T) {
	for _, s := range scenes.All(t) {
		if s.Release.Reference == "" && s.Release.Amended == nil {
			continue
		}
		_, err := Render(s.Release, s.Version, s.Phase, nil, nil, Templates{Page: "<h1>{{.Headline}}</h1>"})
		want := "above the release"
		if s.Release.Reference != "" {
			want = "below the release"
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want one that says %q", s.Name, err, want)
		}
	}
	for page, want := range map[string]string{
		"{{":      "template web/page.html: template: page.html:1: unclosed action",
		"{{.No}}": `template web/page.html: template: page.html:1:2: executing "page.html" at <.No>: can't evaluate field No in type *html.Page`,
	} {
		if _, err := Render(&release.Release{}, &release.Version{Language: "en"}, release.PhaseRelease, nil, nil, Templates{Page: page}); err == nil ||
			err.Error() != want {
			t.Errorf("%s: %v, want %s", page, err, want)
		}
	}
}

func TestABrandIsReadableOnLightAndOnDark(t *testing.T) {
	for _, color := range []string{"#ffff00", "#000080"} {
		if got, want := Brand(color), "\n:root { --accent: "+release.Readable(color)+"; }\n@media (prefers-color-scheme: dark) { :root { --accent: "+
			release.ReadableOnDark(color)+"; } }\n"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := Brand(""); got != "" {
		t.Errorf("without a colour: %q", got)
	}
	logo := release.Organization{Name: "A & B", Logo: "a.png"}
	assets := release.Assets{release.LogoKey("a.png"): {Data: []byte("x"), Type: "image/png"}}
	if got, want := Mark(logo, assets), template.HTML(`<span class="logo"><img src="data:image/png;base64,eA==" alt="A &amp; B"></span>`); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := Mark(logo, nil); got != "A &amp; B" {
		t.Errorf("without its file: %s", got)
	}
}

// An early page leads to its other languages where they are, and is not indexed.
func TestAnEarlyPageLeadsToItsOtherLanguages(t *testing.T) {
	r := &release.Release{Slug: "x", Versions: []*release.Version{{Language: "en"}, {Language: "es"}}}
	page, err := RenderEarly(r, r.Versions[0], nil, nil, Templates{Page: templates.Defaults(nil)["web/page.html"]}, map[string]string{"es": "/e/abc"})
	if err != nil {
		t.Fatal(err)
	}
	mustHave(t, string(page), `hreflang="es" href="/e/abc"`, "noindex")
}
