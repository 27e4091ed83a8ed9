package archive

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"pressroom/internal/importer"
)

// maxJSON bounds an export in JSON: it is read whole.
const maxJSON = 32 << 20

// readJSON reads what newsrooms give out in JSON: a list of objects, at the top or under
// a name. Systems call the same thing by different names, and all of them are tried.
func readJSON(data []byte) (items []item, left counts, err error) {
	if len(data) > maxJSON {
		return nil, left, fmt.Errorf("it is larger than %d MiB", maxJSON>>20)
	}
	if tooDeep(data) {
		return nil, left, errTooDeep
	}
	var top any
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(data), "\ufeff")), &top); err != nil {
		return nil, left, fmt.Errorf("it is no JSON: %w", err)
	}
	list, lang := listOf(top)
	if list == nil {
		return nil, left, errors.New("there is no list of releases in it (items, stories, releases, posts, data)")
	}
	for i, v := range list {
		o, ok := v.(map[string]any)
		if !ok {
			left.add("entry that is no release")
			continue
		}
		f := fields(o)
		if s := strings.ToLower(f.text("status", "state", "lifecycle_status")); s == "draft" || s == "unpublished" {
			left.add("draft")
			continue
		}
		it := f.item(fmt.Sprintf("entry %d", i+1))
		it.Language = cmp.Or(it.Language, tongue(it, lang))
		items = append(items, it)
	}
	return items, left, nil
}

// tooDeep tells JSON that is nested deeper than any export, without reading it.
func tooDeep(data []byte) bool {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return false
}

// lists are what systems call the list of releases.
var lists = []string{"stories", "releases", "pressreleases", "press_releases", "items", "posts", "articles", "news", "results", "data"}

// listOf finds the list of releases, and the language that holds for all.
func listOf(top any) (list []any, lang string) {
	switch v := top.(type) {
	case []any:
		return v, ""
	case map[string]any:
		f := fields(v)
		lang = tagOf(f.text("language", "locale"))
		for _, name := range lists {
			switch inner := v[name].(type) {
			case []any:
				return inner, lang
			case map[string]any:
				if list, l := listOf(inner); list != nil {
					return list, cmp.Or(lang, l)
				}
			}
		}
	}
	return nil, ""
}

// fields are those of an object.
type fields map[string]any

// text is the first of several fields that holds words; one of an object is its code,
// name or what it renders.
func (f fields) text(names ...string) string {
	for _, n := range names {
		switch v := f[n].(type) {
		case string:
			if strings.TrimSpace(v) != "" {
				return strings.TrimSpace(v)
			}
		case float64:
			return fmt.Sprintf("%.0f", v)
		case map[string]any:
			if s := fields(v).text("rendered", "code", "name", "url", "html"); s != "" {
				return s
			}
		}
	}
	return ""
}

// objects are those under the first of several names.
func (f fields) objects(names ...string) []fields {
	for _, n := range names {
		list, ok := f[n].([]any)
		if !ok {
			continue
		}
		var out []fields
		for _, v := range list {
			switch v := v.(type) {
			case map[string]any:
				out = append(out, v)
			case string:
				out = append(out, fields{"name": v, "url": v, "id": v})
			case float64:
				out = append(out, fields{"id": v})
			}
		}
		return out
	}
	return nil
}

func (f fields) item(name string) item {
	var it item
	it.Name, it.Form = name, importer.HTML
	it.Headline = f.text("title", "headline", "name")
	it.Subhead = f.text("subtitle", "subhead", "sub_title", "subheadline")
	it.Slug = f.text("slug")
	it.Language = tagOf(f.text("culture", "locale", "language", "lang"))
	for _, day := range []string{"published_at", "date_published", "publish_date", "published", "date", "release_date", "created_at"} {
		if it.Day = dayOf(f.text(day)); !it.Day.IsZero() {
			break
		}
	}
	it.Body = f.text("content_html", "content", "body", "html", "body_html", "formatted_content", "text")
	if it.Body == "" {
		it.Form, it.Body = importer.Text, f.text("content_text", "summary", "description")
	}
	links, _ := f["links"].(map[string]any)
	if a := cmp.Or(f.text("url", "permalink", "link", "canonical_url"), fields(links).text("newsroom_view", "self", "canonical")); a != "" {
		it.Addresses = append(it.Addresses, a)
	}
	for _, t := range f.objects("tags", "topics", "categories", "keywords") {
		if s := t.text("name", "title", "label"); s != "" && len(it.Topics) < 20 {
			it.Topics = append(it.Topics, s)
		}
	}
	for _, c := range f.objects("contacts", "contact", "press_contacts", "media_contacts") {
		it.Contacts = append(it.Contacts, importer.Contact{
			Name: c.text("name", "display_name", "full_name"), Role: c.text("description", "title", "role", "job_title"),
			Org: c.text("company", "organization", "organisation"), Phone: c.text("phone", "mobile", "telephone"), Email: c.text("email"),
		})
	}
	it.Pictures = f.pictures()
	for _, n := range []string{"id", "uuid"} {
		if id := f.text(n); id != "" {
			it.self = append(it.self, "id:"+id)
		}
	}
	for _, t := range f.objects("translations", "alternates") {
		for _, n := range []string{"id", "uuid"} {
			if id := t.text(n); id != "" {
				it.links = append(it.links, "id:"+id)
			}
		}
	}
	it.group = f.text("translation_group", "translation_id", "group_id")
	it.self = append(it.self, it.Addresses...)
	return it
}

// pictures are those that stand beside the text.
func (f fields) pictures() []importer.Picture {
	var out []importer.Picture
	for _, n := range []string{"image", "banner_image", "header_image", "cover_image", "thumbnail_url"} {
		if u := f.text(n); strings.HasPrefix(u, "http") {
			out = append(out, importer.Picture{URL: u})
			break
		}
	}
	for _, m := range f.objects("media", "images", "attachments", "gallery") {
		u := m.text("url", "src", "original", "download_url")
		kind := strings.ToLower(m.text("type", "mime_type", "content_type"))
		if u == "" || kind != "" && !strings.Contains(kind, "image") && !strings.Contains(kind, "photo") || kind == "" && !isPicture(u) {
			continue
		}
		p := importer.Picture{URL: u, Alt: m.text("alt", "alt_text", "alternative"), Credit: m.text("credit", "copyright", "photographer")}
		p.Caption = m.text("caption", "description", "title")
		if p.Credit == "" {
			p.Caption, p.Credit = importer.Credited(p.Caption)
		}
		out = append(out, p)
	}
	return out
}
