// Package sheet reads tables as spreadsheets write them: rows of fields, with the
// place of each in the file.
//
// Open finds out what a table is written in: comma, semicolon, tab or bar between
// fields; lines that end in LF, CRLF or, from old Macintoshes, CR; UTF-8 with or
// without a byte order mark, Windows-1252, Mac Roman, and what has the letters of central
// Europe and of Cyrillic; a first line "sep=;" as Excel has it. It never changes how many bytes there are before a field, so that the
// places it gives are those of the file.
package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"pressroom/internal/diagnostic"
)

// errUTF16 says that a table is written in UTF-16, as Excel's "Unicode text" is.
var errUTF16 = errors.New("the file is UTF-16, as Excel's “Unicode text” is; save it as “CSV UTF-8”")

// Reader reads a table row by row.
type Reader struct {
	csv     *csv.Reader
	name    string
	charset *charmap.Charmap // nil for UTF-8
	mixed   bool             // the fields that are UTF-8 are read as that
	skipped int              // bytes before what csv reads
	lines   int              // and lines
	newline string
	begin   int
	rest    []byte // what csv reads
	starts  []int  // of its lines, once somebody asks for a cell
}

var bom = []byte("\xef\xbb\xbf")

// Open begins to read a table. name is what diagnostics call the file.
func Open(name string, data []byte) (*Reader, error) {
	if IsUTF16(data) {
		return nil, errUTF16
	}
	rest := bytes.TrimPrefix(data, bom)
	r := &Reader{name: name}
	r.newline = lineEnd(rest)
	if r.newline == "\r" {
		rest = bytes.ReplaceAll(rest, []byte{'\r'}, []byte{'\n'})
	}
	if !utf8.Valid(rest) {
		if r.mixed = mostlyUTF8(rest); r.mixed {
			r.charset = charmap.Windows1252
		} else {
			r.charset = charsetOf(rest, r.newline)
		}
	}
	comma, named := separator(rest)
	r.lines = bytes.Count(rest[:named], []byte{'\n'})
	rest = rest[named:]
	r.skipped = len(data) - len(rest)
	r.rest = rest
	r.csv = csv.NewReader(bytes.NewReader(rest))
	r.csv.Comma = comma
	r.csv.FieldsPerRecord = -1
	r.csv.TrimLeadingSpace = comma != '\t' // a tab is space too, and would be eaten
	r.csv.LazyQuotes = comma == '\t'       // what is copied out of a spreadsheet has its marks as they are typed
	r.csv.ReuseRecord = true
	return r, nil
}

// IsUTF16 tells whether a file is UTF-16: by its byte order mark, or because nearly every
// second byte of its beginning is zero, and none of the others.
func IsUTF16(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return true
	}
	head := data[:min(len(data), 64)&^1]
	if len(head) < 4 {
		return false
	}
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		even += zero(head[i])
		odd += zero(head[i+1])
	}
	most := len(head) * 3 / 8 // of letters outside Latin, and dashes, the second byte is not
	return even >= most && odd == 0 || odd >= most && even == 0
}

func zero(b byte) int {
	if b == 0 {
		return 1
	}
	return 0
}

// separator is what stands between fields, and how long a first line "sep=;" is, with
// its end, that names it; 0 if there is none.
func separator(data []byte) (rune, int) {
	first, _, more := bytes.Cut(data, []byte{'\n'})
	line := strings.Trim(strings.TrimRight(string(first), "\r"), `"`)
	if more && len(line) == 5 && strings.EqualFold(line[:4], "sep=") && slices.Contains(separators, rune(line[4])) {
		return rune(line[4]), len(first) + 1
	}
	return likely(data), 0
}

var separators = []rune{',', ';', '\t', '|'}

// lineEnd is what ends lines outside quotation marks; in files of old Macintoshes, and of
// Excel on new ones, lines end in CR and breaks in a cell are LF.
func lineEnd(data []byte) string {
	alone, quoted := !bytes.Contains(data, []byte{'\n'}), false
	for i, c := range data {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted && !alone:
		case c == '\n':
			return "\n"
		case c == '\r':
			if i+1 < len(data) && data[i+1] == '\n' {
				return "\r\n"
			}
			return "\r"
		}
	}
	return "\n"
}

// macintosh tells whether a text that is not UTF-8 has the letters of a Macintosh, not
// those of Windows. All letters with accents that Windows has stand behind 0xC0, but for
// Š, Ž and Œ; on a Macintosh they stand before it, where Windows has signs and quotation
// marks, which do not stand between small letters.
func macintosh(data []byte) bool {
	small := func(i int) bool { return i >= 0 && i < len(data) && data[i] >= 'a' && data[i] <= 'z' }
	found := false
	for i, c := range data {
		switch {
		case c >= 0xc0:
			return false
		case c < 0x80 || c > 0x9f || !small(i-1):
		case c == 0x8a || c == 0x8e || c == 0x9f:
			found = true // capitals of Windows, behind a small letter
		case strings.IndexByte("\x91\x92\x93\x94\x9a\x9c\x9e", c) < 0 && small(i+1):
			found = true
		}
	}
	return found
}

// looked is how much of a table is looked at for what stands between its fields.
const looked = 50

// likely is the separator that stands equally often in the most lines, quotation marks
// left out; of two the one that the first line has more often.
func likely(data []byte) rune {
	var counts [4]map[int]int // by separator: how many lines have it so often
	for i := range counts {
		counts[i] = make(map[int]int)
	}
	var first [4]int
	rest, quoted := data, false
	for lines := 0; lines < looked && len(rest) > 0; {
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte{'\n'})
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var n [4]int
		for _, c := range line {
			if c == '"' {
				quoted = !quoted
			} else if i := slices.Index(separators, rune(c)); i >= 0 && !quoted {
				n[i]++
			}
		}
		for i := range n {
			if lines == 0 {
				first[i] = n[i]
			}
			if n[i] > 0 {
				counts[i][n[i]]++
			}
		}
		lines++
	}
	best, most := 0, 0
	for i := range counts {
		same := 0
		for _, lines := range counts[i] {
			same = max(same, lines)
		}
		if same > most || same == most && first[i] > first[best] {
			best, most = i, same
		}
	}
	return separators[best]
}

// Newline is what ends the lines of the table.
func (r *Reader) Newline() string { return r.newline }

// Separator is what stands between two fields.
func (r *Reader) Separator() rune { return r.csv.Comma }

// Next returns the fields of the next row, without space around them; io.EOF after
// the last. The slice holds until Next is called again. What is no table is an
// *Error with its place.
func (r *Reader) Next() ([]string, error) {
	r.begin = int(r.csv.InputOffset())
	record, err := r.csv.Read()
	if errors.Is(err, io.EOF) {
		return nil, io.EOF
	}
	if err != nil {
		return nil, r.fault(err)
	}
	for i, v := range record {
		record[i] = strings.TrimSpace(r.decode(v))
	}
	return record, nil
}

func (r *Reader) decode(field string) string {
	if r.utf8(field) {
		return field
	}
	var out strings.Builder
	for i := range len(field) {
		out.WriteRune(r.charset.DecodeByte(field[i]))
	}
	return out.String()
}

// utf8 tells whether a field is read as UTF-8.
func (r *Reader) utf8(field string) bool {
	return r.charset == nil || r.mixed && utf8.ValidString(field)
}

// mostlyUTF8 tells whether a table that is not UTF-8 was until rows of another were put into
// it: no text in other letters has more of its signs by chance than not.
func mostlyUTF8(data []byte) bool {
	right, wrong := 0, 0
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		switch {
		case c < utf8.RuneSelf:
		case c == utf8.RuneError && size == 1:
			wrong++
		default:
			right++
		}
		i += size
	}
	return right >= wrong && right > 0
}

// Error is what is wrong with a table as a table.
type Error struct {
	At   diagnostic.Position
	What string
}

func (e *Error) Error() string { return e.At.String() + ": " + e.What }

func (r *Reader) fault(err error) error {
	var pe *csv.ParseError
	if !errors.As(err, &pe) {
		return err
	}
	at := diagnostic.Position{File: r.name, Line: pe.Line + r.lines, Column: pe.Column}
	return &Error{at, pe.Err.Error() + "; write a quotation mark inside a quoted field twice"}
}

// At is the place of a field of the last row, counted from 0. Columns are counted
// in bytes.
func (r *Reader) At(i int) diagnostic.Position {
	line, col := r.csv.FieldPos(i)
	return diagnostic.Position{File: r.name, Line: line + r.lines, Column: col}
}

// Bytes is where the last row begins in the file, and where the next one does.
func (r *Reader) Bytes() (start, end int) {
	return r.begin + r.skipped, int(r.csv.InputOffset()) + r.skipped
}

// Cell is where a field of the last row stands in the file, with its quotation marks
// and without the space around it.
func (r *Reader) Cell(i, fields int) (start, end int) {
	if r.starts == nil {
		r.starts = []int{0}
		for at, c := range r.rest {
			if c == '\n' {
				r.starts = append(r.starts, at+1)
			}
		}
	}
	start, end = r.offset(i), int(r.csv.InputOffset())
	if i+1 < fields {
		end = bytes.LastIndexByte(r.rest[:r.offset(i+1)], byte(r.csv.Comma))
	}
	end = start + len(bytes.TrimRight(r.rest[start:end], "\r\n \t")) // no field between tabs ends in one
	return start + r.skipped, end + r.skipped
}

func (r *Reader) offset(i int) int {
	line, col := r.csv.FieldPos(i)
	return r.starts[line-1] + col - 1
}

// UTF8 tells whether the table is written in UTF-8.
func (r *Reader) UTF8() bool { return r.charset == nil }
