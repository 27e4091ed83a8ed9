package check

import (
	"bytes"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/pattern"
)

// kind is how a text is read.
type kind int

const (
	plainLine  kind = 1 << iota // characters as they are
	inlineText                  // Markdown in one line
	blockText                   // Markdown
	quoteText                   // Markdown between the marks that the style writes
	bodyText                    // the text below the front matter
)

const anyMarkdown = inlineText | blockText | quoteText | bodyText

// text is one text of a release as its author wrote it, with the way back to the file.
type text struct {
	key  string // as in the front matter: "headline", "quote.text"; "body"
	kind kind
	s    string
	at   func(offset int) diagnostic.Position
	// set tells whether it stands in the documents; the rest is in mail alone, or
	// heard.
	set bool
}

// keys are the texts of a table of the front matter.
type keys []struct {
	key  string
	kind kind
	set  bool
}

var topKeys = keys{
	{"headline", plainLine, true},
	{"subhead", plainLine, true},
	{"subject", plainLine, false},
	{"dateline", plainLine, true},
	{"boilerplate", blockText, true},
	{"notes", blockText, true},
}

var tableKeys = []struct {
	table string
	keys  keys
}{
	{"contact", keys{
		{"name", plainLine, true},
		{"role", plainLine, true},
		{"phone", plainLine, true},
		{"email", plainLine, true},
		{"org", plainLine, true},
		{"hours", plainLine, true},
	}},
	{"quote", keys{
		{"org", plainLine, true},
		{"speaker", plainLine, true},
		{"title", plainLine, true},
		{"text", quoteText, true},
		{"attribution", inlineText, true},
	}},
	{"media", keys{{"alt", plainLine, false}, {"caption", plainLine, true}, {"credit", plainLine, true}, {"rights", plainLine, true}}},
	{"document", keys{{"title", plainLine, true}}},
	{"cover", keys{{"text", blockText, false}}},
}

// file is one file of a release, taken apart.
type file struct {
	doc   *frontmatter.Document
	texts []text
}

// files takes the files of a release apart.
func files(docs []*frontmatter.Document) []file {
	var out []file
	for _, doc := range docs {
		f := file{doc: doc}
		root := doc.Root()
		f.take(root, "", topKeys)
		f.signatories(root)
		for _, t := range tableKeys {
			if !root.Has(t.table) {
				continue
			}
			for _, table := range root.Tables(t.table) {
				f.take(table, t.table+".", t.keys)
			}
		}
		f.texts = append(f.texts, text{
			key: "body", kind: bodyText, s: string(doc.Src[doc.Body.Start:doc.Body.End]), set: true,
			at: func(offset int) diagnostic.Position { return doc.At(doc.Body.Start + offset) },
		})
		out = append(out, f)
	}
	return out
}

func (f *file) take(t *frontmatter.Table, prefix string, list keys) {
	for _, k := range list {
		v, _ := t.Raw(k.key)
		s, isText := v.(string)
		if !isText || s == "" {
			continue
		}
		f.texts = append(f.texts, text{
			key: prefix + k.key, kind: k.kind, s: s, set: k.set,
			at: func(offset int) diagnostic.Position { return t.InString(k.key, offset) },
		})
	}
}

// signatories are each a text of their own, which begins where it stands in the list.
func (f *file) signatories(root *frontmatter.Table) {
	v, _ := root.Raw("signatories")
	list, _ := v.([]any)
	for i, e := range list {
		if s, ok := e.(string); ok && s != "" {
			at := func(int) diagnostic.Position { return root.ElementAt("signatories", i) }
			f.texts = append(f.texts, text{key: "signatories", kind: plainLine, s: s, set: true, at: at})
		}
	}
}

// masks are a Markdown text with the same number of bytes and less to see.
type masks struct {
	words string // without code, escaped marks and addresses in angle brackets
	prose string // and without the addresses of links
}

// mask hides what is printed as it stands because its author wants it so.
func (t *text) mask() masks {
	if t.kind == plainLine {
		return masks{t.s, t.s}
	}
	words := t.s
	if strings.ContainsAny(words, "`\\<~") {
		words = hide(words)
	}
	prose := words
	for _, hidden := range []*pattern.Pattern{destination, definition, bare} {
		b := []byte(prose)
		for _, m := range hidden.FindAllStringSubmatchIndex(prose, -1) {
			blank(b, m[2], m[3])
		}
		prose = string(b)
	}
	return masks{words, prose}
}

// blank puts spaces over bytes, and leaves the ends of lines.
func blank(b []byte, from, to int) {
	for i := from; i < to; i++ {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
}

// hide blanks fenced code, code in a line, escaped marks and autolinks.
func hide(s string) string {
	b := []byte(s)
	fenced(s, func(start, end int) { blank(b, start, end) })
	hideSpans(b)
	return string(b)
}

// fenced calls a function with each line of code between fences, these included. It returns
// where a fence stands that nothing ends, and the fence, -1 if there is none.
func fenced(s string, line func(start, end int)) (open int, fence string) {
	open = -1
	for start := 0; start < len(s); {
		end := len(s)
		if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		trimmed := strings.TrimLeft(s[start:end], " ")
		switch {
		case open >= 0:
			if strings.HasPrefix(trimmed, fence) && strings.Trim(strings.TrimSpace(trimmed), fence) == "" {
				open = -1
			}
			line(start, end)
		case end-start-len(trimmed) < 4 && (strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~")):
			open, fence = end-len(trimmed), trimmed[:len(trimmed)-len(strings.TrimLeft(trimmed, trimmed[:1]))]
			line(start, end)
		}
		start = end
	}
	return open, fence
}

// hideSpans blanks what is literal within lines.
func hideSpans(b []byte) {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			if i+1 < len(b) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", b[i+1]) >= 0 {
				blank(b, i, i+2)
				i++
			}
		case '`':
			n := i
			for n < len(b) && b[n] == '`' {
				n++
			}
			ticks := string(b[i:n])
			end := closing(b[n:], ticks)
			if end < 0 {
				i = n - 1
				continue
			}
			blank(b, i, n+end+len(ticks))
			i = n + end + len(ticks) - 1
		case '<':
			if m := autolink.Find(b[i:min(len(b), i+2000)]); m != nil {
				blank(b, i, i+len(m))
				i += len(m) - 1
			}
		}
	}
}

// closing is where a run of exactly these ticks begins before the paragraph ends,
// -1 if there is none.
func closing(b []byte, ticks string) int {
	for i := 0; i < len(b); i++ {
		switch {
		case bytes.HasPrefix(b[i:], []byte("\n\n")):
			return -1
		case b[i] == '`':
			n := i
			for n < len(b) && b[n] == '`' {
				n++
			}
			if n-i == len(ticks) {
				return i
			}
			i = n - 1
		}
	}
	return -1
}
