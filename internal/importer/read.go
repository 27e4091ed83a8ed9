package importer

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Limits on what is read.
const (
	MaxBytes   = 32 << 20 // of a file
	maxText    = 2 << 20  // of the text in it
	maxParas   = 20_000
	maxNesting = 200
)

var errTooLong = errors.New("it holds more text than a press release can have; cut it down to the release")

// read tells the form by content and name and gives the paragraphs, and what is told
// of what was left out.
func read(name string, data []byte) (list []prose.Para, told []string, err error) {
	if len(data) > MaxBytes {
		return nil, nil, fmt.Errorf("it is larger than %d MiB", MaxBytes>>20)
	}
	lower := strings.ToLower(name)
	head := beginning(data)
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return readDOCX(data)
	case bytes.HasPrefix(data, []byte("%PDF")):
		return nil, nil, errors.New("it is a PDF; take its text out first, as with pdftotext FILE.pdf, and import that")
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, nil, errors.New("it is an old Word document (.doc); save it as .docx")
	case bytes.HasPrefix(data, []byte("{\\rtf")):
		return nil, nil, errors.New("it is RTF; save it as .docx or as text")
	case strings.HasSuffix(lower, ".docx"):
		return nil, nil, errors.New("it is no Word document: the file is damaged or has another form")
	case strings.HasSuffix(lower, ".eml"), looksLikeMail(head):
		return readMail(data)
	case isPage(lower, head):
		if !utf8.Valid(data) {
			return readHTML(data)
		}
		front, text := matterOf(strings.TrimSpace(string(data)))
		text, marks := templated(text)
		list, told, err = readHTML([]byte(text))
		return append(front, list...), append(marks, told...), err
	default:
		var text string
		if text, err = decode(data); err != nil {
			break
		}
		text, told = uncut(text)
		markdown, left, marked := marked(lower, text)
		if marked || isMarkdown(lower, text) {
			list, more, err := readMarkdown(markdown)
			return list, slices.Concat(told, left, more), err
		}
		text, broken := unbroken(text)
		text, around := unquoted(text)
		list, err = readText(text)
		list, above := fromPasted(list)
		return list, slices.Concat(told, broken, around, above), err
	}
	return list, told, err
}

// beginning is how a file begins, in small letters.
func beginning(data []byte) []byte {
	return bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 2048)], "\xef\xbb\xbf \t\r\n"))
}

var mailHead = pattern.New(`(?m)^(from|date|subject|mime-version|received|return-path|message-id): `)

func looksLikeMail(head []byte) bool {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	return mailHead.Match(first) && len(mailHead.FindAll(head, 4)) >= 3
}

// decode makes text of bytes: UTF-8 or UTF-16 with their marks, else UTF-8, else
// Windows-1252.
func decode(data []byte) (string, error) {
	var s string
	switch {
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		s = string(data[3:])
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		var units []uint16
		for i := 2; i+1 < len(data); i += 2 {
			a, b := data[i], data[i+1]
			if data[0] == 0xff {
				a, b = b, a
			}
			units = append(units, uint16(a)<<8|uint16(b))
		}
		s = string(utf16.Decode(units))
	case utf8.Valid(data):
		s = string(data)
	default:
		out, _ := charmap.Windows1252.NewDecoder().Bytes(data) // any byte is a character of it
		s = string(out)
	}
	control := 0
	for _, r := range s {
		if r == 0 || unicode.IsControl(r) && !strings.ContainsRune("\n\r\t\f\v\u0085", r) {
			control++
		}
	}
	if control > 8+len(s)/200 {
		return "", errors.New("it is no text")
	}
	if len(s) > maxText {
		return "", errTooLong
	}
	return clean(s), nil
}

var (
	pageLine = pattern.New(`(?i)^\s*(?:[-–—]+\s*)?(?:(?:page|página|pagina|seite)\s+)?\d{1,3}(?:\s*(?:of|de|sur|von|di|van|` +
		`/)\s*\d{1,3})?(?:\s*[-–—]+)?\s*$`)
	pageTail   = pattern.New(`(?i)\b(?:page|página|pagina|seite)\s+\d{1,3}(?:\s*(?:of|de|sur|von|di|van|/)\s*\d{1,3})?\W*$`)
	moreLine   = pattern.New(`(?i)^\s*[-–—(\[]*\s*(?:more|mas|más|suite|mehr)\s*[-–—)\]]*\s*$`)
	bulletLine = pattern.New(`^\s*([•◦▪‣·*]|[-–]|\d{1,2}[.)])\s+(\S.*)`)
	dayOnLine  = pattern.New(`^\s*\d{1,2}\.\s+\pL+\.?\s+\d{4}\b`) // "20. November 2026" is no item of a list
	ruleLine   = pattern.New(`^\s*([-=_*])(?:\s*[-=_*]){2,}\s*$`)
)

// readText gives the paragraphs of plain text. Where lines are wrapped hard, as
// pdftotext and mail programs leave them, they are joined; page numbers and lines
// that stand on every page go.
func readText(s string) ([]prose.Para, error) {
	s = placeAlone.ReplaceAllString(parted(strings.ReplaceAll(s, "\t", " ")), "$1 — $2")
	s = placeThenDash.ReplaceAllString(s, "$1 — $2")
	lines := inColumns(strings.Split(unpage(s), "\n"))
	wrapped := hardWrapped(lines)
	var out []prose.Para
	var block []string
	flush := func() {
		out = append(out, paragraphs(block, wrapped)...)
		block = nil
	}
	for _, l := range lines {
		l = strings.TrimRight(l, " \u00a0")
		switch {
		case strings.TrimSpace(l) == "", ruleLine.MatchString(l) && !prose.IsEndMark(l):
			flush()
		case prose.IsEndMark(l):
			flush()
			out = append(out, prose.Para{Text: strings.TrimSpace(l)}) // and no item of a list: "* * *"
		default:
			block = append(block, l)
		}
		if len(out) > maxParas {
			return nil, errTooLong
		}
	}
	flush()
	out = rejoin(out, wrapped)
	numberLines(out, s)
	return out, nil
}

// reach is how many lines ahead a paragraph's line is looked for.
const reach = 100

// numberLines notes the line of the text on which each paragraph begins. They come in
// the text's order, so each is looked for behind the one before.
func numberLines(list []prose.Para, text string) {
	lines := strings.Split(strings.ReplaceAll(text, "\f", ""), "\n")
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	at := 0
	for i := range list {
		words := strings.Fields(list[i].Text[:min(len(list[i].Text), 200)])
		begin := strings.Join(words[:min(len(words), 3)], " ")
		for n := at; n < min(len(lines), at+reach); n++ {
			if strings.Contains(lines[n], begin) {
				list[i].Place, at = fmt.Sprintf("line %d", n+1), n
				break
			}
		}
	}
}

// unpage takes page numbers and running lines out of text with form feeds.
func unpage(s string) string {
	pages := strings.Split(s, "\f")
	if len(pages) < 2 {
		return s
	}
	count := make(map[string]int)
	edges := func(page string) (list []string) {
		var full []string
		for _, l := range strings.Split(page, "\n") {
			if t := strings.TrimSpace(l); t != "" {
				full = append(full, t)
			}
		}
		list = append(list, full[:min(2, len(full))]...)
		return append(list, full[max(min(2, len(full)), len(full)-2):]...)
	}
	digits := pattern.New(`\d+`)
	for _, p := range pages {
		seen := make(map[string]bool)
		for _, e := range edges(p) {
			if k := digits.ReplaceAllString(e, "#"); !seen[k] {
				seen[k] = true
				count[k]++
			}
		}
	}
	var out []string
	for n, p := range pages {
		drop := make(map[string]bool)
		for _, e := range edges(p) {
			k := digits.ReplaceAllString(e, "#")
			if pageLine.MatchString(e) && !prose.IsEndMark(e) || pageTail.MatchString(e) && len(strings.Fields(e)) < 14 ||
				moreLine.MatchString(e) || count[k] > 1 && count[k] >= len(pages)-1 && n > 0 {
				drop[e] = true
			}
		}
		var kept []string
		for _, l := range strings.Split(p, "\n") {
			if !drop[strings.TrimSpace(l)] {
				kept = append(kept, l)
			}
		}
		out = append(out, strings.Trim(strings.Join(kept, "\n"), "\n"))
	}
	return strings.Join(out, "\n\n")
}

// hardWrapped tells whether most lines that are followed by another are of about
// one length.
func hardWrapped(lines []string) bool {
	long, follow, longest, middle := 0, 0, 0, 0
	for _, l := range lines {
		longest = max(longest, utf8.RuneCountInString(strings.TrimSpace(l)))
	}
	if longest > 150 {
		return false
	}
	for i := 0; i+1 < len(lines); i++ {
		if strings.TrimSpace(lines[i]) == "" || strings.TrimSpace(lines[i+1]) == "" {
			continue
		}
		follow++
		if n := utf8.RuneCountInString(lines[i]); n > 45 {
			long++
			if next, _ := utf8.DecodeRuneInString(strings.TrimSpace(lines[i+1])); n > 60 && unicode.IsLower(next) {
				middle++ // a sentence goes on
			}
		}
	}
	return follow > 0 && (long*2 >= follow || middle > 1)
}

// paragraphs divides the lines between two blank ones: joined where they are
// wrapped, apart where they are short.
func paragraphs(block []string, wrapped bool) []prose.Para {
	var out []prose.Para
	longest := 0
	for _, l := range block {
		longest = max(longest, utf8.RuneCountInString(strings.TrimSpace(l)))
	}
	join := false
	for _, l := range block {
		t := strings.Join(strings.Fields(l), " ")
		if strings.ContainsRune(l, '\u00a0') {
			t = strings.TrimLeft(l, " ")
		}
		if copyFirst(out, t) {
			cutOff(&out, t)
			continue
		}
		if m := bulletLine.FindStringSubmatch(l); m != nil && (m[1] != "–" && m[1] != "-" || !prose.LooksLikeSignature(m[2])) &&
			!dayOnLine.MatchString(l) {
			bullet := "-"
			if m[1][0] >= '0' && m[1][0] <= '9' {
				bullet = strings.Replace(m[1], ")", ".", 1)
			}
			out = append(out, prose.Para{Text: strings.Join(strings.Fields(m[2]), " "), Bullet: bullet})
			join = wrapped && longest > 45
			continue
		}
		if len(out) > 0 && loneOpening.MatchString(out[len(out)-1].Text) {
			out[len(out)-1].Text += t
			continue
		}
		if len(out) > 0 && out[len(out)-1].Bullet == "" && !prose.IsEndMark(t) &&
			(goesOnWithin(t) || clauseLine(out[len(out)-1].Text, t) || hangs(out[len(out)-1].Text, t)) {
			cutOff(&out, t)
			continue
		}
		if join && !startsField(t) && !reachRow(t) && !(prose.IsPartLine(out[len(out)-1].Text) && shortDay.MatchString(t)) &&
			!endsTime(out[len(out)-1].Text) {
			joinLine(&out[len(out)-1], t)
		} else {
			out = append(out, prose.Para{Text: t, Tight: len(out) > 0})
		}
		// A line that is much shorter than the others ends its paragraph.
		n := utf8.RuneCountInString(strings.TrimSpace(l))
		join = wrapped && longest > 45 && n*10 > longest*6
	}
	return out
}

// reachRow tells a line of its own in which bars divide a name from what somebody can be reached by, or dashes or dots short words
// from a number or an address at its end.
func reachRow(line string) bool {
	if strings.Contains(line, " | ") {
		return prose.HasReach([]string{line})
	}
	parts := rowSigns.Split(line, prose.AllFound)
	last := parts[len(parts)-1]
	return len(parts) > 2 && prose.StartsUpper(line) &&
		(prose.EmailPattern.FindString(last) == last || prose.PhonePattern.FindString(last) == last) &&
		!slices.ContainsFunc(parts, func(p string) bool { return len(strings.Fields(p)) > rowWords })
}

// rowSigns divide such a row.
var rowSigns = pattern.New(` [-–—·•] `)

// rowWords are how many words a part of it has, at most.
const rowWords = 6

// goesOnWithin tells a line that begins with the stop of the sentence before, as in
// ". “We come on foot.”".
func goesOnWithin(line string) bool { return stopFirst.MatchString(line) || saidLine.MatchString(line) }

// clauseLine tells a short line behind words in marks that end in a comma: whose they
// are.
func clauseLine(before, line string) bool {
	most := 12
	if verbFirst.MatchString(line) {
		most *= 2
	}
	return (strings.HasSuffix(before, ",”") || strings.HasSuffix(before, `,"`)) && len(strings.Fields(line)) < most && !prose.HasOpening(line)
}

var (
	stopFirst = pattern.New(`^[.,;](?:[”"]?\s+[“"\p{L}]|$)`)
	// saidLine is a verb of saying that ends a sentence, alone on its line.
	saidLine = pattern.New(`^(?:said|says|added|stated|explained|noted|continued)\.?$`)
	// loneOpening is a mark before words that stand on the next line: they were a link.
	loneOpening = pattern.New(`^[“„«"]$`)
	openClause  = pattern.New(`[,?!]["”]$`)
)

// cutOff adds such a line to the paragraph before it, and that to the words in marks
// above, where it is the clause that says whose they are.
func cutOff(out *[]prose.Para, line string) {
	list := *out
	last := &list[len(list)-1]
	if !stopFirst.MatchString(line) {
		line = " " + line
	}
	last.Text += line
	if n := len(list); n > 1 && list[n-1].Tight && officeLine(list[n-2].Text) && list[n-2].Bullet == "" {
		list[n-2].Text += " " + last.Text
		*out = list[:n-1]
		return
	}
	if n := len(list); n > 1 && list[n-1].Tight && openClause.MatchString(list[n-2].Text) && len(strings.Fields(last.Text)) > 1 {
		list[n-2].Text += " " + last.Text
		*out = list[:n-1]
	}
}

// shortDay is a line with a year and little else.
var shortDay = pattern.New(`^[^.!?]{0,24}\b(?:19|20)\d\d\W*$`)

// startsField tells a line that begins with a label, and so goes on from nothing.
func startsField(line string) bool {
	return dayLabel.MatchString(line) && strings.Contains(line, ":") || issued.MatchString(line) || advisoryField.MatchString(line) ||
		prose.IsPartLine(line)
}

// joinLine adds a line to a wrapped paragraph. A hyphen at a line's end stays: only
// the author knows whether the word has one.
func joinLine(p *prose.Para, line string) {
	sep := " "
	if strings.HasSuffix(p.Text, "-") && !strings.HasSuffix(p.Text, " -") {
		sep = ""
	}
	p.Text += sep + line
}

// rejoin puts together paragraphs that a page break or a blank line within a
// sentence has parted.
func rejoin(list []prose.Para, wrapped bool) []prose.Para {
	if !wrapped {
		return list
	}
	var out []prose.Para
	for _, p := range list {
		if n := len(out); n > 0 && p.Bullet == "" && out[n-1].Level == 0 && utf8.RuneCountInString(out[n-1].Text) > 60 &&
			goesOn(out[n-1].Text, p.Text) {
			joinLine(&out[n-1], p.Text)
			continue
		}
		out = append(out, p)
	}
	return out
}

func goesOn(before, after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLower(r) && (unicode.IsLetter(last) || last == ',' || last == '-')
}

// clean drops what no reader sees and makes all line ends one.
func clean(s string) string {
	s = prose.ClosedUp(s)
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u0085", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\f':
			return r
		case r == '\v':
			return '\n'
		case r == '\ufeff', r == '\u200b', r == '\u00ad', unicode.IsControl(r), r >= 0xfdd0 && r <= 0xfdef, r == '\ufffd':
			return -1
		}
		return r
	}, s)
}
