package assist

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
	"pressroom/internal/wording"
)

// Complete is what can stand at an offset, what is likeliest first.
func Complete(t Text, f Facts, offset int) []Completion {
	offset = max(0, min(offset, len(t.Src)))
	s := scan(t.Src)
	if offset < s.front.Start {
		return nil
	}
	if offset >= s.front.End && s.front.End < len(t.Src) || s.front.End == 0 {
		return markers(t, &s, offset)
	}
	st := s.at(offset)
	switch {
	case st == nil || st.value.Start < 0:
		return keys(t, &s, st, offset)
	case st.header:
		return headers(t, &s, frontmatter.Span{Start: indent(t.Src, st.Start), End: trimmed(t.Src, st.Span)})
	case offset <= st.key.End:
		return onlyNames(keys(t, &s, st, offset), st)
	case offset < st.value.Start:
		return nil
	}
	return values(t, f, &s, st, offset)
}

func indent(src []byte, at int) int {
	for at < len(src) && (src[at] == ' ' || src[at] == '\t') {
		at++
	}
	return at
}

// trimmed is the end of a stretch without the spaces behind it.
func trimmed(src []byte, sp frontmatter.Span) int {
	return sp.Start + len(bytes.TrimRight(src[sp.Start:sp.End], " \t\r"))
}

// keys are the keys that a table may still have, and the tables that may follow.
func keys(t Text, s *sketch, st *statement, offset int) []Completion {
	sp := frontmatter.Span{Start: offset, End: offset}
	if st != nil {
		sp = st.key
	}
	header := s.tableAt(offset)
	table := ""
	if header >= 0 {
		table = s.statements[header].table
	}
	there := s.keys(header)
	var out []Completion
	for _, k := range release.Keys(table, t.Translation) {
		if there[k] && !(st != nil && s.text(st.key) == k) || release.Several(k) || isTable(k) {
			continue
		}
		insert := k + " = "
		var caret int
		switch form := forms[k]; form {
		case "":
			insert, caret = insert+`""`, len(insert)+1
		case "text":
			insert, caret = insert+"\"\"\"\n\n\"\"\"", len(insert)+4
		case "list":
			insert, caret = insert+`[""]`, len(insert)+2
		case "day", "moment":
			caret = len(insert)
		default:
			insert += form
			caret = len(insert)
		}
		out = append(out, Completion{k, About(table, k), insert, caret, sp, Key})
	}
	return append(out, headers(t, s, sp)...)
}

// isTable tells whether a key is a table that stands once.
func isTable(k string) bool { return k == "quotes" || k == "notice" || k == "signoff" }

// headers are the tables that may begin at a place.
func headers(t Text, s *sketch, sp frontmatter.Span) []Completion {
	var out []Completion
	for _, k := range release.Keys("", t.Translation) {
		switch {
		case release.Several(k):
			text := "[[" + k + "]]\n"
			out = append(out, Completion{"[[" + k + "]]", About("", k), text, len(text), sp, Block})
		case isTable(k) && len(s.tables(k)) == 0:
			text := "[" + k + "]\n"
			out = append(out, Completion{"[" + k + "]", About("", k), text, len(text), sp, Block})
		}
	}
	return out
}

// onlyNames are keys that take the place of another's name and leave its value.
func onlyNames(list []Completion, st *statement) []Completion {
	var out []Completion
	for _, c := range list {
		if c.Kind == Key {
			c.Insert, c.Caret, c.Span = c.Label, len(c.Label), st.key
			out = append(out, c)
		}
	}
	return out
}

// values are what a key can be set to.
func values(t Text, f Facts, s *sketch, st *statement, offset int) []Completion {
	list := choices(t, f, s, st, offset)
	sp, quoted := st.within(offset)
	in := st.list.Start <= offset && offset <= st.list.End
	from := offset
	for from > st.value.Start && !bytes.ContainsRune([]byte(" \t\n[,"), rune(t.Src[from-1])) {
		from--
	}
	there := len(st.strings) > 0 || st.list.Start > 0
	if !quoted && (!in && there || bytes.ContainsAny(t.Src[from:offset], `"'`)) {
		return nil // beside a value that is there
	}
	var taken []string
	for _, other := range st.strings {
		if other != sp {
			taken = append(taken, s.text(other))
		}
	}
	var out []Completion
	for _, c := range list {
		if in && slices.Contains(taken, c.Label) {
			continue
		}
		c.Kind = Value
		switch {
		case quoted:
			c.Span = sp
		default:
			c.Span = frontmatter.Span{Start: from, End: offset}
			if !c.bare {
				c.Insert = frontmatter.Quote(c.Insert)
			}
			if forms[s.text(st.key)] == "list" && !in {
				c.Insert = "[" + c.Insert + "]"
			}
		}
		if quoted && c.bare {
			continue
		}
		c.Caret = len(c.Insert)
		out = append(out, c.Completion)
	}
	return out
}

// choice is a value that can be chosen; a bare one stands without quotation marks.
type choice struct {
	Completion
	bare bool
}

func chosen(text, detail string) choice {
	return choice{Completion: Completion{Label: text, Detail: detail, Insert: text}}
}

// choices are the values of a key.
func choices(t Text, f Facts, s *sketch, st *statement, offset int) (out []choice) {
	key := s.text(st.key)
	add := func(text, detail string) { out = append(out, chosen(text, detail)) }
	switch st.table + "." + key {
	case ".to", ".advance", "cover.to":
		return audiences(f)
	case ".language":
		for _, tag := range f.Settings.Languages.Offered() {
			add(tag, f.Settings.Languages.Of(tag).English)
		}
	case ".organization":
		for _, o := range f.Settings.Orgs {
			add(o.ID, o.Name)
		}
	case "quote.org", "contact.org", "signatory.org", ".signatories":
		for _, o := range f.Settings.Orgs {
			add(cmp.Or(o.Name, o.ID), o.ID)
		}
	case ".timezone", ".zones":
		for _, z := range Zones(f) {
			add(z, "")
		}
	case "media.file", "document.file":
		for _, name := range f.Files {
			add(name, "")
		}
	case ".date":
		if !f.Now.IsZero() {
			out = append(out, choice{chosen(f.Now.Format(time.DateOnly), "today").Completion, true})
		}
	case ".release_at":
		add(release.AtWord, "at pressroom go")
	case ".lift_note", "contact.public", "quotes.local":
		for _, word := range []string{"true", "false"} {
			out = append(out, choice{chosen(word, "").Completion, true})
		}
	case "quote.id", "cover.id":
		if t.Translation {
			return ids(t.Main, st.table)
		}
	default:
		for _, v := range words[st.table+"."+key] {
			add(v[0], v[1])
		}
	}
	return out
}

// audiences are the lists and segments, with how many they hold.
func audiences(f Facts) (out []choice) {
	if f.Book == nil {
		return nil
	}
	lists := f.Book.Lists()
	for _, name := range f.Book.Names() {
		kind := "segment"
		if slices.Contains(lists, name) {
			kind = "list"
		}
		detail := kind
		if picked, err := f.Book.Pick(name); err == nil {
			detail = kind + " of " + wording.Count(len(picked), "journalist")
		}
		out = append(out, chosen(name, detail))
	}
	return out
}

// quote is a quote as it stands in a file.
type quote struct {
	id, org, speaker string
	header           int
}

func quotesOf(s *sketch) (out []quote) {
	for _, h := range s.tables("quote") {
		q := quote{s.value(h, "id"), s.value(h, "org"), s.value(h, "speaker"), h}
		q.id = cmp.Or(q.id, release.Slugify(q.org))
		if q.id != "" {
			out = append(out, q)
		}
	}
	return out
}

// ids are the names of tables of the release's own file, for a translation of them.
func ids(main []byte, table string) (out []choice) {
	s := scan(main)
	if table == "quote" {
		for _, q := range quotesOf(&s) {
			out = append(out, chosen(q.id, q.speaker))
		}
		return out
	}
	for _, h := range s.tables(table) {
		if id := s.value(h, "id"); id != "" {
			out = append(out, chosen(id, ""))
		}
	}
	return out
}

// markers are what can stand for quotes in the text.
func markers(t Text, s *sketch, offset int) []Completion {
	from := lineStart(t.Src, offset)
	line := string(t.Src[from:offset])
	i := strings.LastIndex(line, "{{")
	if i < 0 || strings.Contains(line[i:], "}}") || strings.TrimSpace(line[:i]) != "" {
		return nil
	}
	end := lineEnd(t.Src, offset)
	if j := strings.Index(string(t.Src[offset:end]), "}}"); j >= 0 {
		end = offset + j + 2
	} else {
		end = offset
	}
	sp := frontmatter.Span{Start: from + i, End: end}
	list := quotesOf(s)
	if t.Translation {
		main := scan(t.Main)
		list = quotesOf(&main)
	}
	var out []Completion
	for _, q := range list {
		text := fmt.Sprintf("{{quote %q}}", q.id)
		out = append(out, Completion{q.id, strings.Trim(q.speaker+", "+q.org, ", "), text, len(text), sp, Block})
	}
	all := "{{quotes}}"
	return append(out, Completion{"quotes", "all that stand nowhere else", all, len(all), sp, Block})
}

func lineStart(src []byte, at int) int { return bytes.LastIndexByte(src[:at], '\n') + 1 }
