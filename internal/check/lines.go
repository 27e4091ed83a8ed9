package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

var (
	delimiters  = pattern.New(`^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	heading     = pattern.New(`^ {0,3}(#{1,6})(?:[ \t]+(.*))?$`)
	underline   = pattern.New(`^ {0,3}(=+|-+)[ \t]*$`)
	quoteMarker = pattern.New(`(\{\{[^{}\n]*\}\})`)
	above       = pattern.New(`(?:^|\|)[ \t]*(\^\^)[ \t]*(?:\||$)`)
	listItem    = pattern.New(`^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)`)
)

// lines walks the lines of a Markdown text: tables, headings, paragraphs that were
// pushed in.
type lines struct {
	diags  *diagnostic.List
	t      *text
	before string // the line above, "" at the start
	level  int    // of the last heading; 1 is the headline
	any    bool   // there was a heading
	above  string // the same with all the bars that part cells
	cells  int    // of the table's head that the line stands in, 0 outside tables
	rows   bool   // within lines that look like a table's and are none
	inList bool
	within int  // where the words of the last item of the list begin
	code   bool // within a paragraph that was pushed in
	told   int  // findings
}

// layout looks at how lines stand to each other.
func (t *text) layout(diags *diagnostic.List, words string) {
	l := &lines{diags: diags, t: t, level: 1}
	for offset := 0; offset < len(words); {
		end := len(words)
		if i := strings.IndexByte(words[offset:], '\n'); i >= 0 {
			end = offset + i
		}
		line := strings.TrimSuffix(words[offset:end], "\r")
		barred := strings.ReplaceAll(strings.TrimSuffix(t.s[offset:end], "\r"), `\|`, "__")
		l.line(offset, line, barred)
		l.above = barred
		if m := listItem.FindStringIndex(barred); m != nil { // the table's head may be an item's first line
			l.above = barred[m[1]:]
		}
		// A line that is hidden is code, and no empty line.
		if l.before = line; strings.TrimSpace(line) == "" && strings.TrimSpace(t.s[offset:end]) != "" {
			l.before = "code"
		}
		offset = end + 1
	}
}

// line looks at a line. barred is it with its code, whose bars part cells as any other.
func (l *lines) line(offset int, line, barred string) {
	trimmed := strings.TrimSpace(line)
	if trimmed == "" {
		l.cells, l.rows = 0, false
		return
	}
	l.pushedIn(offset, barred)
	if l.code {
		return
	}
	switch {
	case l.cells > 0:
		l.row(offset, barred)
		return
	case strings.Contains(line, "|") && delimiters.MatchString(line) && strings.TrimSpace(l.before) == "":
		l.rows = true
		l.warnf(offset+indent(line), "table", "a table needs its head in the line above this one; this is no table")
		return
	case strings.Contains(line, "|") && strings.Contains(l.before, "|") && delimiters.MatchString(line):
		head, here := len(cells(l.above)), len(cells(line))
		if l.cells = head; head != here {
			l.cells, l.rows = 0, true
			l.warnf(offset+indent(line), "table",
				"the line under the table's head has %d cells and the line above it %d, so that this is no table; make them as many", here, head)
		}
		return
	case !l.rows && (isRow(barred) && isRow(l.above) || parted(barred) && len(cells(barred)) == len(cells(l.above)) && parted(l.above)):
		l.rows = true
		l.warnf(offset+indent(line), "table", "a table needs a line of hyphens under its head; put %s above this line", rule(len(cells(l.above))))
		return
	case !l.rows && columns(barred) > 1 && columns(barred) == columns(l.above):
		l.rows = true
		l.warnf(offset+indent(line), "table",
			"tabs, spaces and semicolons part no cells, and these lines run on; write head and rows as | a | b |, and |---|---| under the head")
		return
	case trimmed[0] == '#':
		if m := heading.FindStringSubmatch(line); m != nil && strings.Trim(m[2], "# \t") != "" {
			l.heading(offset+indent(line), max(2, len(m[1])))
		}
	case underline.MatchString(line) && l.underParagraph():
		if utf8.RuneCountInString(l.before) > 60 || strings.HasSuffix(strings.TrimSpace(l.before), ".") {
			l.warnf(offset+indent(line), "heading", "this line makes a heading of the paragraph above it; put an empty line between them")
			return
		}
		l.heading(offset, 2)
	}
	if m := listItem.FindStringIndex(barred); m != nil {
		l.inList, l.within = true, m[1]
	} else if indent(line) == 0 && strings.TrimSpace(l.before) == "" {
		l.inList = false
	}
}

// underParagraph tells whether the line above is one of a paragraph.
func (l *lines) underParagraph() bool {
	return strings.TrimSpace(l.before) != "" && l.before != "code" && !listItem.MatchString(l.before)
}

func (l *lines) warnf(offset int, rule, format string, args ...any) {
	if l.told++; l.told > most {
		return
	}
	l.diags.Warnf(l.t.at(offset), rule, format, args...)
}

// heading holds a heading's level against the one before.
func (l *lines) heading(offset, level int) {
	signs := strings.Repeat("#", l.level+1)
	switch {
	case level <= l.level+1:
	case !l.any:
		l.warnf(offset, "heading", "a heading of level %d is the first; levels begin with %s", level, signs)
	default:
		l.warnf(offset, "heading", "a heading of level %d follows one of level %d; write %s, which is next", level, l.level, signs)
	}
	l.level, l.any = level, true
}

// row counts the cells of a table's row: further ones are dropped. A line without a bar is
// one as well.
func (l *lines) row(offset int, line string) {
	all := cells(line)
	switch {
	case !strings.Contains(line, "|") && (l.cells > 1 || strings.Contains(l.above, "|")):
		l.warnf(offset+indent(line), "table", "this line is taken for a row of the table above it; put an empty line between them")
		return
	case above.MatchString(line):
		l.warnf(offset+above.FindStringSubmatchIndex(line)[2], "table", "no cell reaches over two rows, and ^^ is printed; write its words again")
		return
	case len(all) <= l.cells:
		return
	}
	columns := "columns"
	if l.cells == 1 {
		columns = "column"
	}
	l.warnf(offset+all[l.cells], "table",
		"the row has %d cells and the table %d %s, so that this is not printed; add a column to its head, or write \\| for a bar",
		len(all), l.cells, columns)
}

// isRow tells a line that stands between bars and has one more.
func isRow(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "|") && strings.HasSuffix(line, "|") && strings.Count(line, "|") > 2
}

// gap is what programs put between columns: tabs, or spaces of which one would do, and which
// stand behind no end of a sentence.
var gap = pattern.New(`[^\s.!?:;](?:[ ]*\t[ \t]*| {2,})[^\s]`)

// columns counts what stands between tabs or several spaces in a line, 1 in running text.
// One tab parts two columns only where the second is a figure.
func columns(line string) int {
	line = strings.TrimSpace(line)
	if strings.Contains(line, "|") {
		return 1
	}
	for _, parting := range []string{";", ","} { // as in files of tables, which have no space behind them
		if n := strings.Count(line, parting); n > 1 && !strings.Contains(line, parting+" ") && lettersBeside.MatchString(line) {
			return 1 + n
		}
	}
	gaps := gap.FindAllStringIndex(line, 50)
	if len(gaps) == 1 && !figure.MatchString(line[gaps[0][1]-1:]) {
		return 1
	}
	return 1 + len(gaps)
}

// lettersBeside matches a parting between words, and not the one that parts thousands.
var lettersBeside = pattern.New(`[\pL"][;,]|[;,][\pL"]`)

// figure is a cell that is a number with its signs, a day or a telephone number.
var figure = pattern.New(`^[-+−~<>($€£¥]{0,3} ?\d[-\d.,/() \x{a0}\x{202f}]*[%€$]?$`)

// parted tells a line that has bars between words, as the rows of a table without bars at
// their sides.
func parted(line string) bool {
	return strings.Contains(line, " | ") && !strings.HasPrefix(strings.TrimSpace(line), "|")
}

// rule is the line under the head of a table with so many columns.
func rule(columns int) string { return strings.Repeat("|---", columns) + "|" }

// cells are where the cells of a row begin. Escaped bars are hidden already.
func cells(line string) []int {
	start, end := indent(line), len(strings.TrimSuffix(strings.TrimRight(line, " \t"), "|"))
	if strings.HasPrefix(line[start:], "|") {
		start++
	}
	out := []int{start}
	for i := start; i < end; i++ {
		if line[i] == '|' {
			out = append(out, i+1)
		}
	}
	for i, at := range out {
		for at < end && (line[at] == ' ' || line[at] == '\t') {
			at++
		}
		out[i] = at
	}
	return out
}

// pushedIn finds paragraphs that four spaces make code. The line is that with its own
// code, which may be what the paragraph begins with.
func (l *lines) pushedIn(offset int, line string) {
	in, least, before := indent(line), 4, strings.TrimSpace(l.before)
	if strings.HasPrefix(line, ">") { // a quotation's space belongs to its sign
		in = 1 + indent(line[1:])
		least, before = 6, strings.Trim(before, "> \t")
	} else if l.inList {
		least += l.within
	}
	deep := in >= least || !l.inList && strings.Contains(line[:in], "\t")
	switch {
	case !deep:
		l.code = false
	case !l.code && before == "":
		l.code = true
		l.warnf(offset+in, "code", "four spaces before it make this paragraph code, in letters of one width; take the spaces out")
	}
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

var (
	reference = pattern.New(`(\[([^\[\]\n]+)\]\[([^\[\]\n^][^\[\]\n]*)\])`)
	defined   = pattern.New(`(?m:^ {0,3}\[([^\[\]\n]+)\]:)`)
)

// undefined finds links to an address that is to stand elsewhere in the text, and does not.
func (t *text) undefined(diags *diagnostic.List, words string) {
	if !strings.Contains(words, "][") {
		return
	}
	known := make(map[string]bool)
	label := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	for _, m := range defined.FindAllStringSubmatch(words, -1) {
		known[label(m[1])] = true
	}
	for _, m := range reference.FindAllStringSubmatchIndex(words, most) {
		if to := words[m[6]:m[7]]; !known[label(to)] {
			diags.Warnf(t.at(m[2]), "link", "%s is printed as it stands, since nothing defines %s; write [%s](address)",
				words[m[2]:m[3]], to, words[m[4]:m[5]])
		}
	}
}

// emphasis finds ** that begins or ends nothing, paragraph by paragraph. What is hidden, as
// code, stands beside it like a letter.
func (t *text) emphasis(diags *diagnostic.List, prose string) {
	if !strings.Contains(prose, "**") {
		return
	}
	b := []byte(prose)
	for i := range b {
		if b[i] == ' ' && t.s[i] != ' ' && t.s[i] != '\t' && t.s[i] != '\r' {
			b[i] = 'x'
		}
	}
	offset := 0
	for _, para := range strings.Split(string(b), "\n\n") {
		if at := unpaired(para); at >= 0 && closeToMark(para, at) {
			diags.Warnf(t.at(offset+at), "emphasis",
				"** is printed as it stands beside a mark with no space there; leave the mark out of the bold words")
		} else if at >= 0 {
			diags.Warnf(t.at(offset+at), "emphasis", "** is printed as it stands; **bold** needs one before and one behind, close to the words")
		}
		offset += len(para) + 2
	}
}

// unpaired is where a ** stands that has no other, -1 if there is none. One with space on
// both sides is taken for a sign of arithmetic while it is alone.
func unpaired(para string) int {
	loose := -1
	var open []int
	for i := 0; i+1 < len(para); i++ {
		if para[i] != '*' || para[i+1] != '*' {
			continue
		}
		end := i + 2
		for end < len(para) && para[end] == '*' {
			end++
		}
		left, right := flanks(para, i, end)
		switch {
		case !left && !right && loose >= 0:
			return loose
		case !left && !right:
			loose = i
		case right && len(open) > 0:
			open = open[:len(open)-1]
		case left:
			open = append(open, i)
		default:
			return i
		}
		i = end // which is no star
	}
	for _, at := range open {
		if closeToMark(para, at) {
			return at
		}
	}
	if len(open) > 0 {
		return open[len(open)-1]
	}
	return -1
}

// flanks tells whether stars that stand in [from, to) can begin and end something (CommonMark,
// section 6.2): beside a mark of punctuation they do only where the other side has no letter.
func flanks(para string, from, to int) (left, right bool) {
	before, _ := utf8.DecodeLastRuneInString(para[:from])
	after, _ := utf8.DecodeRuneInString(para[to:])
	spaceBefore, spaceAfter := from == 0 || unicode.IsSpace(before), to == len(para) || unicode.IsSpace(after)
	left = !spaceAfter && (!isMark(after) || spaceBefore || isMark(before))
	right = !spaceBefore && (!isMark(before) || spaceAfter || isMark(after))
	return left, right
}

func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// closeToMark tells whether the stars at a place begin or end nothing because of the mark of
// punctuation beside them.
func closeToMark(para string, at int) bool {
	end := at + len(para[at:]) - len(strings.TrimLeft(para[at:], "*"))
	left, right := flanks(para, at, end)
	before, _ := utf8.DecodeLastRuneInString(para[:at])
	after, _ := utf8.DecodeRuneInString(para[end:])
	between := at > 0 && end < len(para) && !unicode.IsSpace(before) && !unicode.IsSpace(after)
	return between && left != right && (isMark(before) || isMark(after))
}

// marks finds straight quotation marks and apostrophes beside curly ones. The marks
// around a quote's words are written by its style, and are curly.
func (f *file) marks(diags *diagnostic.List, masked []masks, v *release.Version) {
	double, single := false, false
	for _, t := range f.texts {
		double = double || strings.ContainsAny(t.s, "“”„")
		single = single || strings.ContainsAny(t.s, "’‘")
	}
	for i, t := range f.texts {
		src := unmarked(masked[i].prose)
		if double || t.kind == quoteText {
			if at := straight(src, '"', false); at >= 0 {
				opening, closing := strings.TrimSpace(v.Catalogue().Open), strings.TrimSpace(v.Catalogue().Close)
				diags.Warnf(t.at(at), "quote-marks", "a straight \" stands beside curly marks; write %s…%s, or %s within a quote",
					opening, closing, cmp.Or(within[opening], "“…”"))
				diags.Write(diagnostic.Instead{Old: `"`, New: opening, Or: closing})
			}
		}
		if single {
			if at := straight(src, '\'', true); at >= 0 {
				diags.Warnf(t.at(at), "quote-marks", "a straight ' stands beside curly ones; write ’")
				diags.Write(diagnostic.Instead{Old: "'", New: "’"})
			}
		}
	}
}

// within are the marks of words within a quote, by those round it.
var within = map[string]string{"“": "‘…’", "”": "’…’", "„": "‚…‘", "«": "“…”", "»": "›…‹", "「": "『…』"}

// twiceMarked finds words of a quote in the marks that the quote has itself: “He said
// “never””.
func (f *file) twiceMarked(diags *diagnostic.List, v *release.Version) {
	mark := strings.TrimSpace(v.Catalogue().Open)
	if within[mark] == "" {
		return
	}
	for _, t := range f.texts {
		at := strings.Index(t.s, mark)
		if t.kind != quoteText || at < 0 || slices.ContainsFunc(v.Quotes, func(q *release.Quote) bool {
			return q.Text == t.s && q.Style == release.StyleBlock // which has no marks round it
		}) {
			continue
		}
		diags.Warnf(t.at(at), "quote-marks", "the words have %s round them already, and it stands twice; write %s within", mark, within[mark])
	}
}

// unmarked hides the markers of quotes, whose marks are straight by right.
func unmarked(s string) string {
	if !strings.Contains(s, "{{") {
		return s
	}
	b := []byte(s)
	for _, m := range quoteMarker.FindAllStringSubmatchIndex(s, -1) {
		blank(b, m[2], m[3])
	}
	return string(b)
}

// straight is where the first mark stands that is no sign of feet or inches, -1 if
// there is none. An apostrophe has to touch a letter.
func straight(s string, mark byte, letters bool) int {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], mark)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		if mark == '"' && unicode.Is(unicode.Hebrew, before) && unicode.Is(unicode.Hebrew, after) { // of an abbreviation
			from = i + 1
			continue
		}
		touches := unicode.IsLetter(before) || unicode.IsLetter(after)
		if !unicode.IsDigit(before) && (touches || !letters) {
			return i
		}
		from = i + 1
	}
}
