package importer

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pressroom/internal/importer/prose"
	"pressroom/internal/importer/when"
	"pressroom/internal/pattern"
)

// The day of release may stand nowhere in the words of a source: a page gives it to
// programs, in elements that nobody sees, and a file bears it in its name.

// stated are the days that a source bears beside its words, and where.
type stated struct {
	days  []time.Time
	where string // as told: "the page gives programs"
}

// statedBy are the names of what a page says of itself that are the day on which it came out.
var statedBy = prose.WordSet(`article:published_time article:published og:published_time og:article:published_time datepublished
	date pubdate publishdate publish-date publish_date publication_date publicationdate newsdate release_date
	dc.date dc.date.issued dc.date.created dcterms.date dcterms.issued dcterms.created sailthru.date parsely-pub-date
	citation_publication_date citation_date prism.publicationdate bt:pubdate shareaholic:article_published_time`)

// feedDay is the day of a feed's item (RSS 2.0), where an item was taken out of its feed.
func feedDay(n *html.Node) (day time.Time, ok bool) {
	if n.Type != html.ElementNode || n.Data != "pubdate" || n.FirstChild == nil {
		return time.Time{}, false
	}
	day, err := time.Parse(time.RFC1123Z, strings.TrimSpace(n.FirstChild.Data))
	return day, err == nil
}

// titleOf is the title of a page, without what stands in the title of every page of its site; item tells that it is an
// item of a feed, whose title is its headline.
func titleOf(root *html.Node) (title string, item bool) {
	for n := range root.Descendants() {
		_, day := feedDay(n)
		item = item || day
	}
	for n := range root.Descendants() {
		if n.DataAtom != atom.Title || n.FirstChild == nil {
			continue
		}
		title = strings.Join(strings.Fields(n.FirstChild.Data), " ")
		if item {
			return title, true
		}
		for _, stroke := range []string{" | ", " – ", " — ", " - ", " :: ", " » "} {
			if at := strings.LastIndex(title, stroke); at > 0 && len(strings.Fields(title[:at])) > 3 {
				return title[:at], false
			}
		}
		return title, false
	}
	return "", item
}

// published are classes of an element that shows the day on which a page came out.
var published = prose.WordSet("published entry-date post-date date-published publish-date pubdate dt-published release-date")

// programDays are the days that a page gives programs, each once, in order.
func programDays(root *html.Node) []time.Time {
	var out []time.Time
	add := func(s string) {
		s = strings.TrimSpace(s)
		day, err := time.Parse("2006-01-02", strings.ReplaceAll(s[:min(len(s), 10)], "/", "-"))
		if err == nil && day.Year() > 0 && !slices.Contains(out, day) {
			out = append(out, day)
		}
	}
	title := ""
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if day, ok := feedDay(n); ok {
			add(day.Format(time.DateOnly))
		}
		attr := attributes(n)
		switch n.DataAtom {
		case atom.Html, atom.Article, atom.Body:
			for key, value := range attr {
				if statedBy[key] {
					add(value)
				}
			}
		case atom.Title:
			if n.FirstChild != nil {
				title = n.FirstChild.Data
			}
		case atom.Meta:
			if statedBy[attr["property"]] || statedBy[attr["name"]] || statedBy[attr["itemprop"]] {
				add(attr["content"])
			}
		case atom.Time:
			_, pubdate := attr["pubdate"]
			class := slices.ContainsFunc(strings.Fields(attr["class"]), func(c string) bool { return published[c] })
			if pubdate || class || statedBy[attr["itemprop"]] {
				add(attr["datetime"])
			}
		case atom.Script:
			if attr["type"] == "application/ld+json" && n.FirstChild != nil {
				var linked any
				if json.Unmarshal([]byte(n.FirstChild.Data), &linked) == nil {
					publishedIn(linked, add)
				}
			}
		}
	}
	if len(out) == 0 { // "Press Release: Feb 25th, 2002"
		for _, day := range when.Read(title, when.Options{Language: "en"}).Days {
			add(day.Time().Format(time.DateOnly))
		}
	}
	return out
}

// attributes are an element's, with the names of names in small letters.
func attributes(n *html.Node) map[string]string {
	out := make(map[string]string, len(n.Attr))
	for _, a := range n.Attr {
		switch a.Key {
		case "property", "name", "itemprop", "type", "class":
			out[a.Key] = strings.ToLower(a.Val)
		default:
			out[a.Key] = a.Val
		}
	}
	return out
}

// publishedIn finds the days of publication in linked data. The parser bounds its depth.
func publishedIn(linked any, add func(string)) {
	switch v := linked.(type) {
	case []any:
		for _, one := range v {
			publishedIn(one, add)
		}
	case map[string]any:
		if day, ok := v["datePublished"].(string); ok {
			add(day)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			publishedIn(v[key], add)
		}
	}
}

// nameDay is a day with which a file's name begins: in figures, "2026-06-02-ropewalk.md" or "20260602_ropewalk.txt", or with the
// month in letters, "2Jun2026-ropewalk.txt".
var nameDay = pattern.New(`^((?:19|20)\d\d)([-_.]?)(\d\d)([-_.]?)(\d\d)(?:[^\d]|$)|` +
	`(?i:^(\d{1,2})[-_. ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_. ]?((?:19|20)\d\d)(?:[^\d]|$))`)

// orOfName is what a file's name says of the day, where the source itself states none.
func (s stated) orOfName(name string) stated {
	m := nameDay.FindStringSubmatch(filepath.Base(name))
	if len(s.days) > 0 || m == nil || m[2] != m[4] {
		return s
	}
	written := m[1] + m[3] + m[5]
	layout := "20060102"
	if m[6] != "" {
		written, layout = m[6]+m[7]+m[8], "2Jan2006"
	}
	if day, err := time.Parse(layout, written); err == nil {
		return stated{[]time.Time{day}, "its file's name bears"}
	}
	return s
}

// statedDay takes the day that the source bears beside its words. Of several none is taken.
func (d *draft) statedDay() {
	switch days := d.stated.days; {
	case len(days) == 1:
		d.day = days[0]
		d.Unsure = append(d.Unsure, fmt.Sprintf("the source names no day of release in words; this is the one that %s", d.stated.where))
	case len(days) != 0:
		d.Unsure = append(d.Unsure, fmt.Sprintf("%s two days, %s and %s; write the one of release", d.stated.where,
			days[0].Format("2 January 2006"), days[1].Format("2 January 2006")))
	}
}

// sitesOf are the names that a page gives the site of which it is.
func sitesOf(root *html.Node) (out []string) {
	for n := range root.Descendants() {
		if n.DataAtom != atom.Meta {
			continue
		}
		if attr := attributes(n); attr["property"] == "og:site_name" {
			out = append(out, attr["content"])
		}
	}
	return out
}
