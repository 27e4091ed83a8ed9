package release

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
)

// saidMarker stands in a quote's words for the place of the attribution.
const saidMarker = "{said}"

// saidSentinel takes the marker's place while Markdown is parsed. It is no
// character, and sources that hold it are refused.
const saidSentinel = "\uFDD1"

// read sets a quote's words in its style and language.
//
// The words come from src (the quote's text), the clause from the attribution
// or, without one, from speaker, title and org.
func (q *Quote) read(cat *language.Catalogue, text, attribution *textSource) *Quotation {
	at := strings.Index(text.src, saidMarker)
	marked := *text
	if at >= 0 {
		behind := at + len(saidMarker)
		if second := strings.Index(text.src[behind:], saidMarker); second >= 0 {
			text.errorf(behind+second, "said", "{said} stands twice in the quote; the attribution can stand in one place only")
			return nil
		}
		if q.Style != StyleSaid {
			text.errorf(at, "said", "{said} belongs to style = \"said\"; this quote has style = %q", q.Style)
			return nil
		}
		// The sentinel is followed by a word joiner's worth of nothing: it has the
		// same number of bytes in the file's terms, restored through at.
		marked.src = text.src[:at] + saidSentinel + text.src[behind:]
		original := text.at
		shift := len(saidMarker) - len(saidSentinel)
		marked.at = func(offset int) Position {
			if offset > at {
				offset += shift
			}
			return original(offset)
		}
	}
	before := len(*text.diags)
	paras := quoteParagraphs(parseSigned(&marked), &marked)
	if paras == nil {
		if len(*text.diags) == before {
			text.errorf(0, "quote", "the quote has no words")
		}
		return nil
	}
	para := -1
	if at >= 0 {
		if para = findSentinel(paras); para < 0 {
			text.errorf(at, "said", "{said} must stand between words of a paragraph, outside links, emphasis and code")
			return nil
		}
	}
	clause := q.clause(cat, attribution)
	if clause == nil {
		return nil
	}
	var aside []Inline // after the attribution
	if q.Translated {
		aside = []Inline{&Text{cat.Aside(cat.Say(language.Translation))}}
	}
	if q.Style != StyleLeadIn {
		clause = append(clause, aside...)
	}
	s := &speech{cat: cat, paras: paras, clause: clause}
	out := &Quotation{ID: q.ID, Org: q.Org, Style: q.Style, Language: cat.Tag}
	switch q.Style {
	case StyleSaid:
		if !s.said(para) {
			text.errorf(at, "said", "{said} must follow the first words of its paragraph")
			return nil
		}
	case StyleDash:
		s.whole()
		said := s.paras[len(s.paras)-1]
		s.append(&Text{s.parting(said, clause) + " – "})
		s.append(clause...)
	case StyleLeadIn:
		s.whole()
		s.append(aside...)
		s.paras[0] = merge(append(append(clause, &Text{s.parting(clause, s.paras[0]) + cat.Gap()}), s.paras[0]...))
	case StyleBlock:
		s.whole()
		out.Attribution = merge(clause)
	}
	out.Paragraphs = s.paras
	return out
}

// Reads is the quote as a release in a language (BCP 47) prints it. It is nil, with
// the reason, if the words cannot stand in a quote.
func (q *Quote) Reads(tag string) (*Quotation, diagnostic.List) {
	var diags diagnostic.List
	cat := language.Of(tag)
	source := func(s, what string) *textSource {
		return &textSource{src: s, diags: &diags, what: what, at: func(offset int) Position { return diagnostic.At(what, []byte(s), offset) }}
	}
	return q.read(cat, source(q.Text, "a quote"), source(q.Attribution, "an attribution")), diags
}

// Plain is the quotation's paragraphs as text, the attribution of a block quotation
// as the last.
func (q *Quotation) Plain() []string {
	var out []string
	for _, p := range q.Paragraphs {
		out = append(out, PlainText(p))
	}
	if len(q.Attribution) > 0 {
		out = append(out, "– "+PlainText(q.Attribution))
	}
	return out
}

// quoteParagraphs returns the inlines of the paragraphs of a quote in which there are words.
func quoteParagraphs(blocks []Block, src *textSource) [][]Inline {
	var out [][]Inline
	for _, b := range blocks {
		p, ok := b.(*Paragraph)
		if !ok {
			src.errorf(0, "quote", "%s holds paragraphs only; lists, headings and tables belong in the body", src.what)
			return nil
		}
		if strings.TrimSpace(PlainText(p.Inlines)) != "" {
			out = append(out, p.Inlines)
		}
	}
	return out
}

// findSentinel returns the paragraph that holds the sentinel in plain text, -1
// if none does.
func findSentinel(paras [][]Inline) int {
	for i, p := range paras {
		for _, in := range p {
			if t, ok := in.(*Text); ok && strings.Contains(t.S, saidSentinel) {
				return i
			}
		}
	}
	return -1
}

// clause is the attribution as inlines.
func (q *Quote) clause(cat *language.Catalogue, src *textSource) []Inline {
	if q.Attribution != "" {
		before := len(*src.diags)
		paras := quoteParagraphs(parseSigned(src), src)
		if len(paras) != 1 {
			if len(*src.diags) == before {
				src.errorf(0, "attribution", "an attribution is one line")
			}
			return nil
		}
		return paras[0]
	}
	a := language.Attribution{Speaker: q.Speaker, Title: q.Title, Org: q.Org}
	switch q.Style {
	case StyleSaid:
		return []Inline{&Text{cat.SaidClause(a)}}
	case StyleLeadIn:
		return []Inline{&Text{cat.LeadInClause(a)}}
	}
	return []Inline{&Text{cat.SignatureClause(a)}}
}

// speech puts marks around paragraphs of spoken words.
type speech struct {
	cat    *language.Catalogue
	paras  [][]Inline
	clause []Inline
}

// parting keeps what is said and the names of who says it from joining where both run
// against the sentence.
func (s *speech) parting(before, after []Inline) string {
	return language.Parting(PlainText(before), PlainText(after), language.RightToLeft(s.cat.Tag))
}

// whole puts the marks around all paragraphs, with no clause between.
func (s *speech) whole() {
	last := len(s.paras) - 1
	end := s.close(s.paras[last])
	s.paras[last] = end
	s.open(0)
}

// open puts the opening marks before every paragraph from i on: the outer mark
// for i, the reopening mark for those after it.
func (s *speech) open(i int) {
	mark := s.cat.Open
	for ; i < len(s.paras); i++ {
		s.paras[i] = merge(append([]Inline{&Text{mark}}, s.paras[i]...))
		mark = s.cat.Reopen
	}
}

// close puts the closing mark after words that end a quotation, with the full
// stop on the side where the language has it.
func (s *speech) close(words []Inline) []Inline {
	end := endOf(words, s.cat)
	if s.cat.StopOutside && end.kind == stopEnd {
		end.cut()
		return append(words, &Text{s.cat.Close + s.cat.FullStop()})
	}
	return append(words, &Text{s.cat.Close})
}

// append adds to the last paragraph.
func (s *speech) append(in ...Inline) {
	last := len(s.paras) - 1
	s.paras[last] = merge(append(s.paras[last], in...))
}

// said puts the clause at the sentinel in paragraph para, or, with para < 0,
// after the last words. It is false if no words stand before the sentinel.
func (s *speech) said(para int) bool {
	if para < 0 {
		para = len(s.paras) - 1
	}
	before, after := splitAt(s.paras[para])
	if strings.TrimSpace(PlainText(before)) == "" {
		return false
	}
	before = s.closeBeforeClause(before)
	punct, rest := leadingPunctuation(after)
	line := append(before, &Text{s.cat.Gap()})
	line = append(line, s.clause...)
	switch {
	case punct != "":
		line = append(line, &Text{punct})
	case endOf(s.clause, s.cat).kind == otherEnd:
		line = append(line, &Text{s.cat.FullStop()})
	}
	spoken := strings.TrimSpace(PlainText(rest)) != ""
	lastPara := para == len(s.paras)-1
	if spoken {
		if lastPara {
			rest = s.close(rest)
		}
		line = append(line, &Text{s.parting(s.clause, rest) + s.cat.Gap() + s.cat.Open})
		line = append(line, rest...)
	}
	line = merge(append([]Inline{&Text{s.openFor(para)}}, line...))
	following := s.paras[para+1:]
	for i := range following {
		mark := s.cat.Reopen
		if i == 0 && !spoken {
			mark = s.cat.Open
		}
		if i == len(following)-1 {
			following[i] = s.close(following[i])
		}
		following[i] = merge(append([]Inline{&Text{mark}}, following[i]...))
	}
	for i := range para {
		s.paras[i] = merge(append([]Inline{&Text{s.openFor(i)}}, s.paras[i]...))
	}
	s.paras[para] = line
	return true
}

func (s *speech) openFor(i int) string {
	if i == 0 {
		return s.cat.Open
	}
	return s.cat.Reopen
}

// closeBeforeClause closes the words that stand before an attribution.
func (s *speech) closeBeforeClause(words []Inline) []Inline {
	end := endOf(words, s.cat)
	if !s.cat.CommaOutside {
		switch end.kind {
		case stopEnd:
			end.replace(s.cat.Comma)
		case abbreviationEnd:
			end.insert(s.cat.Comma)
		}
		return append(words, &Text{s.cat.Close})
	}
	comma := s.cat.ClauseComma()
	switch end.kind {
	case stopEnd, commaEnd:
		end.cut()
	case markEnd:
		comma = s.cat.AfterMarks
	}
	return append(words, &Text{s.cat.Close + comma})
}

// splitAt divides a paragraph at the sentinel and cuts the spaces around it.
func splitAt(para []Inline) (before, after []Inline) {
	for i, in := range para {
		t, ok := in.(*Text)
		if !ok {
			continue
		}
		a, b, found := strings.Cut(t.S, saidSentinel)
		if !found {
			continue
		}
		before = append(append([]Inline{}, para[:i]...), &Text{strings.TrimRightFunc(a, unicode.IsSpace)})
		after = append([]Inline{&Text{b}}, para[i+1:]...)
		return before, after
	}
	return para, nil
}

// leadingPunctuation takes the author's own punctuation after the marker: it is
// what follows the clause instead of a full stop.
func leadingPunctuation(after []Inline) (punct string, rest []Inline) {
	if len(after) == 0 {
		return "", nil
	}
	t, ok := after[0].(*Text)
	if !ok {
		return "", after
	}
	s := t.S
	trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
	r, n := utf8.DecodeRuneInString(trimmed)
	switch {
	case strings.ContainsRune("–—", r):
		punct = s[:len(s)-len(trimmed)] + trimmed[:n]
		trimmed = trimmed[n:]
	case strings.ContainsRune(",;:.?!،؛؟、。！？", r) && trimmed == s:
		punct, trimmed = s[:n], s[n:]
	}
	rest = append([]Inline{&Text{strings.TrimLeftFunc(trimmed, unicode.IsSpace)}}, after[1:]...)
	return punct, rest
}

// endKind is what words end with, behind any closing marks.
type endKind int

const (
	otherEnd        endKind = iota // a letter, a dash, code …
	stopEnd                        // a full stop
	abbreviationEnd                // a stop that belongs to the word
	commaEnd
	markEnd // … ? !
)

// ending is the last character of words behind closing marks, and where it is.
type ending struct {
	kind endKind
	leaf *Text
	at   int // of the stop or comma in leaf.S
	n    int // its bytes
}

func (e ending) cut()                { e.replace("") }
func (e ending) replace(with string) { e.leaf.S = e.leaf.S[:e.at] + with + e.leaf.S[e.at+e.n:] }
func (e ending) insert(s string)     { e.leaf.S = e.leaf.S[:e.at+e.n] + s + e.leaf.S[e.at+e.n:] }

// endOf looks back over closing marks to what words end with.
func endOf(words []Inline, cat *language.Catalogue) ending {
	leaves, comma := textLeaves(words, nil), cat.ClauseComma()
	for i := len(leaves) - 1; i >= 0; i-- {
		t, ok := leaves[i].(*Text)
		if !ok {
			return ending{}
		}
		s := strings.TrimRightFunc(t.S, func(r rune) bool { return strings.ContainsRune(cat.InnerClosers, r) || unicode.IsSpace(r) })
		if s == "" {
			continue
		}
		switch {
		case strings.HasSuffix(s, "..."):
			return ending{kind: markEnd}
		case strings.HasSuffix(s, "."):
			kind := stopEnd
			if cat.EndsInOwnStop(s) {
				kind = abbreviationEnd
			}
			return ending{kind, t, len(s) - 1, 1}
		case cat.Spaced && strings.HasSuffix(s, cat.FullStop()): // as the language writes it
			return ending{stopEnd, t, len(s) - len(cat.FullStop()), len(cat.FullStop())}
		case strings.HasSuffix(s, ","):
			return ending{commaEnd, t, len(s) - 1, 1}
		case comma != "" && strings.HasSuffix(s, comma): // as the language writes it
			return ending{commaEnd, t, len(s) - len(comma), len(comma)}
		case strings.HasSuffix(s, "…"), strings.HasSuffix(s, "?"), strings.HasSuffix(s, "!"), strings.HasSuffix(s, "؟"):
			return ending{kind: markEnd}
		}
		return ending{}
	}
	return ending{}
}

func textLeaves(words []Inline, out []Inline) []Inline {
	for _, in := range words {
		switch in := in.(type) {
		case *Emphasis:
			out = textLeaves(in.Children, out)
		case *Link:
			out = textLeaves(in.Children, out)
		default:
			out = append(out, in)
		}
	}
	return out
}

// merge joins neighbouring texts and drops empty ones.
func merge(in []Inline) []Inline {
	var out []Inline
	for _, i := range in {
		t, ok := i.(*Text)
		if !ok {
			out = append(out, i)
			continue
		}
		if t.S == "" {
			continue
		}
		if len(out) > 0 {
			if last, ok := out[len(out)-1].(*Text); ok {
				out[len(out)-1] = &Text{last.S + t.S}
				continue
			}
		}
		out = append(out, &Text{t.S})
	}
	return out
}
