package search

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"

	"pressroom/internal/publication"
	"pressroom/internal/terms"
)

// rows are what is written down of a release: its words in each of its languages, as it is
// public in JSON (ninjs).
func (i *Index) rows(ctx context.Context, p *publication.Release) ([]row, error) {
	var out []row
	for _, v := range p.Versions {
		lines := []string{v.Headline, v.Subhead, v.Summary}
		for _, f := range v.Forms {
			if f.Type != "application/json" {
				continue
			}
			data, err := i.reader.Read(ctx, p.Pass, p, f.Artefact)
			if err == nil {
				lines, err = linesOf(data, v)
			}
			if err != nil {
				return nil, fmt.Errorf("reading the words of %s: %w", f.Address, err)
			}
		}
		out = append(out, row{p.Dispatch, v.Language, joined(lines)})
	}
	return out, nil
}

// joined are lines of text in NFC; the first is the headline, and stays where it is empty.
func joined(lines []string) string {
	for n, l := range lines {
		lines[n] = norm.NFC.String(strings.Join(strings.Fields(strings.ReplaceAll(strings.ToValidUTF8(l, " "), "\x00", " ")), " "))
	}
	return strings.Join(append(lines[:1:1], slices.DeleteFunc(lines[1:], func(l string) bool { return l == "" })...), "\n")
}

// after is a text without its headline.
func after(text string) string {
	_, rest, _ := strings.Cut(text, "\n")
	return rest
}

// linesOf are the words of a release in JSON (ninjs 2.1), by paragraphs.
func linesOf(data []byte, v publication.Version) ([]string, error) {
	type named struct {
		Name string `json:"name"`
	}
	var item struct {
		Bodies []struct {
			Type  string `json:"contenttype"`
			Value string `json:"value"`
		} `json:"bodies"`
		Sources       []named `json:"infosources"`
		Organisations []named `json:"organisations"`
	}
	if err := json.Unmarshal(data, &item); err != nil {
		return nil, err
	}
	lines := []string{v.Headline, v.Subhead}
	for _, b := range item.Bodies {
		if b.Type == "text/html" {
			lines = append(lines, paragraphs(b.Value)...)
		}
	}
	for _, o := range slices.Concat(item.Organisations, item.Sources) {
		lines = append(lines, o.Name)
	}
	return lines, nil
}

// within are the elements that stand within a line; all others begin one.
var within = []atom.Atom{
	atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Del, atom.Em, atom.I, atom.Ins, atom.Mark, atom.Q, atom.S,
	atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.U, atom.Wbr,
}

// paragraphs are the lines of text of a piece of a page.
func paragraphs(page string) []string {
	var out []string
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken: // the end: a string is read without an error
			return append(out, b.String())
		case html.TextToken:
			b.Write(z.Text())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if name, _ := z.TagName(); !slices.Contains(within, atom.Lookup(name)) {
				out = append(out, b.String())
				b.Reset()
			}
		}
	}
}

// mostWords is how many terms of a text are written down: PostgreSQL counts places no further.
const mostWords = 16_383

// spaced are the terms of a text as FTS5 takes them, whose tokenizer ascii parts them at spaces
// and nowhere else.
func spaced(text string) string {
	all := terms.Of(text)
	var b strings.Builder
	for _, t := range all[:min(len(all), mostWords)] {
		b.WriteString(t.Text)
		b.WriteByte(' ')
	}
	return b.String()
}

// vector are the terms of a text with their places, as PostgreSQL writes a tsvector. There are
// only letters, digits and marks in them.
func vector(text string) string {
	all := terms.Of(text)
	var b strings.Builder
	for n, t := range all[:min(len(all), mostWords)] {
		if t.Text != terms.Gap {
			b.WriteString("'" + t.Text + "':" + strconv.Itoa(n+1) + " ")
		}
	}
	return b.String()
}

// match is a query in the language of FTS5 (https://www.sqlite.org/fts5.html).
func match(q terms.Query) string {
	var all []string
	for _, p := range q.Phrases {
		s := `"` + strings.Join(p.Terms, " ") + `"`
		if p.Open {
			s += " *"
		}
		all = append(all, s)
	}
	return strings.Join(all, " AND ")
}

// tsquery is a query as PostgreSQL writes it.
func tsquery(q terms.Query) string {
	var all []string
	for _, p := range q.Phrases {
		s := "'" + strings.Join(p.Terms, "' <-> '") + "'"
		if p.Open {
			s += ":*"
		}
		all = append(all, "("+s+")")
	}
	return strings.Join(all, " & ")
}
