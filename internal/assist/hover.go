package assist

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/frontmatter"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
	"pressroom/internal/wording"
)

// Hover is what is known of what stands at an offset, and where that stands; "" for nothing.
func Hover(t Text, f Facts, offset int) (said string, at frontmatter.Span) {
	s := scan(t.Src)
	if id, sp := marked(t, &s, offset); id != "" {
		return quoted(t, &s, id), sp
	}
	st := s.at(offset)
	if st == nil || offset >= s.front.End {
		return "", at
	}
	if st.header {
		return About("", st.table), st.Span
	}
	key := s.text(st.key)
	if offset <= st.key.End {
		return About(st.table, key), st.key
	}
	if st.value.Start < 0 { // being written, with something behind it
		return "", at
	}
	value := frontmatter.Span{Start: indent(t.Src, st.value.Start), End: trimmed(t.Src, st.value)}
	if slices.Contains(instants, key) && st.table == "" {
		return instant(t, f, key), value
	}
	sp, ok := st.within(offset)
	if !ok {
		return "", at
	}
	name := s.text(sp)
	switch st.table + "." + key {
	case ".to", ".advance", "cover.to":
		return audience(f, name), sp
	case "quote.org", "contact.org", "signatory.org", ".signatories", ".organization":
		for _, o := range f.Settings.Orgs {
			if o.ID == name || o.Name == name {
				return strings.TrimRight(fmt.Sprintf("%s (%s) %s", o.Name, o.ID, o.URL), " "), sp
			}
		}
	case ".timezone", ".zones":
		if zone, err := time.LoadLocation(name); err == nil {
			return "now " + f.Now.In(zone).Format(clock), sp
		}
	}
	return "", at
}

// instants are the keys that say when.
var instants = []string{"embargo", "release_at", "advance_at"}

const clock = "Mon 2 January 2006, 15:04 MST"

// instant is the instant of a key in three zones: the release's, UTC, and that of most
// readers or of the press office.
func instant(t Text, f Facts, key string) string {
	doc, _ := frontmatter.Recover(t.Name, t.Src)
	if doc == nil {
		return ""
	}
	root := doc.Root()
	raw, ok := root.Raw(key)
	if !ok {
		return ""
	}
	if raw == release.AtWord {
		return "goes out at pressroom go"
	}
	name := f.Settings.Organization.Timezone
	if root.Has("timezone") {
		name = root.Line("timezone")
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return ""
	}
	var m release.Moment
	if err := m.UnmarshalTOML(raw); err != nil || m.IsDate() {
		return ""
	}
	when, err := m.In(zone)
	if err != nil {
		return err.Error()
	}
	var lines []string
	for _, z := range three(f, zone) {
		line := when.In(z).Format(clock)
		if !slices.ContainsFunc(lines, func(l string) bool { return l == line }) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// three are the zones in which an instant is shown: no two with the same clock as a rule.
func three(f Facts, own *time.Location) []*time.Location {
	out := []*time.Location{own}
	candidates := append([]string{"UTC", f.Settings.Organization.Timezone}, readers(f)...)
	candidates = append(candidates, "America/New_York", "Europe/London", "Asia/Tokyo")
	offset := func(z *time.Location) int { _, o := f.Now.In(z).Zone(); return o }
	for _, name := range candidates {
		z, err := time.LoadLocation(name)
		same := func(o *time.Location) bool { return o.String() == name || err == nil && offset(o) == offset(z) }
		if err != nil || name == "" || slices.ContainsFunc(out, same) {
			continue
		}
		if out = append(out, z); len(out) == 3 {
			break
		}
	}
	return out
}

// audience says whom a list or a segment holds.
func audience(f Facts, name string) string {
	if f.Book == nil || !f.Book.Has(name) {
		return ""
	}
	picked, err := f.Book.Pick(name)
	if err != nil {
		return err.Error()
	}
	out := wording.Count(len(picked), "journalist")
	for _, s := range f.Book.Segments() {
		if s.Name == name {
			out += "\nwhere " + s.Where
		}
	}
	return out
}

var marker = pattern.New(`\{\{\s*quote\s+"([^"]*)"\s*\}\}`)

// marked is the quote whose marker stands at an offset of the text, "" for none.
func marked(t Text, s *sketch, offset int) (id string, at frontmatter.Span) {
	if offset < s.front.End || offset > len(t.Src) {
		return "", at
	}
	from := lineStart(t.Src, offset)
	line := string(t.Src[from:lineEnd(t.Src, offset)])
	for _, m := range marker.FindAllStringSubmatchIndex(line, 20) {
		if from+m[0] <= offset && offset <= from+m[1] {
			return line[m[2]:m[3]], frontmatter.Span{Start: from + m[0], End: from + m[1]}
		}
	}
	return "", at
}

// quoted is a quote's words and speaker.
func quoted(t Text, s *sketch, id string) string {
	if q, ok := find(s, id); ok {
		words := strings.TrimSpace(s.value(q.header, "text"))
		if q.speaker == "" && t.Translation {
			main := scan(t.Main)
			if of, ok := find(&main, id); ok {
				q.speaker, q.org = of.speaker, of.org
			}
		}
		return strings.Trim(fmt.Sprintf("%s, %s\n%s", q.speaker, q.org, words), ", \n")
	}
	return ""
}

// find is a quote by its id.
func find(s *sketch, id string) (quote, bool) {
	for _, q := range quotesOf(s) {
		if q.id == id {
			return q, true
		}
	}
	return quote{}, false
}
