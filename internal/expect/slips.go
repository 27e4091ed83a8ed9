package expect

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Slips tells, for a golden file, what is said of a text in which one piece is missing,
// and of one in which it stands twice: of each piece in turn, those in a row of which the
// same is said in one line. pieces divides the text, as Letters and Words do. What is said
// is told beside what is said of the whole text: "as before", "likewise" where the same
// piece is missing from it, or stands twice in it, or where the two differ.
func Slips(text string, pieces func(string) []string, said func(text string) string) string {
	return slips(text, pieces, said, missing, twice)
}

// Missing tells as Slips does of a text in which one piece is missing, and of none in which
// one stands twice: it takes half the time.
func Missing(text string, pieces func(string) []string, said func(text string) string) string {
	return slips(text, pieces, said, missing)
}

// slip is what a piece of a text becomes.
type slip struct {
	name string
	with func(piece string) string
}

var (
	missing = slip{"missing", func(string) string { return "" }}
	twice   = slip{"twice", func(piece string) string { return piece + piece }}
)

func slips(text string, pieces func(string) []string, said func(text string) string, kinds ...slip) string {
	var b strings.Builder
	whole := said(text)
	fmt.Fprintf(&b, "whole: %s\n", whole)
	all, long := pieces(text), make(map[string]string)
	for _, kind := range kinds {
		r := rows{b: &b, name: kind.name, told: long}
		at := 0
		for _, piece := range all {
			with := kind.with(piece)
			now := said(text[:at] + with + text[at+len(piece):])
			at += len(piece)
			r.add(piece, beside(whole, now, piece, with))
		}
		r.tell()
	}
	return b.String()
}

// Turns tells the same of a text in which one piece is written in another way: its first
// letter small or capital, all of it in capitals, behind the next one, set in brackets,
// with a comma or a stop behind it, ending its line or its paragraph, its number one more
// or one less. Of what is as before nothing is told.
func Turns(text string, pieces func(string) []string, said func(text string) string) string {
	var b strings.Builder
	whole := said(text)
	fmt.Fprintf(&b, "whole: %s\n", whole)
	all, long := pieces(text), make(map[string]string)
	told := map[string]bool{text: true}
	for _, kind := range turns {
		r := rows{b: &b, name: kind.name, quiet: true, told: long}
		at := 0
		for i, piece := range all {
			before, after := text[:at], text[at+len(piece):]
			at += len(piece)
			next := ""
			if i+1 < len(all) {
				next, after = all[i+1], after[len(all[i+1]):]
			}
			word := strings.TrimRight(piece, " \n")
			with := kind.turn(word, piece[len(word):], next)
			if word == "" || told[before+with+after] {
				r.pass(piece)
				continue
			}
			told[before+with+after] = true
			r.add(piece, beside(whole, said(before+with+after), piece+next, with))
		}
		r.tell()
	}
	return b.String()
}

// rows are the lines of one kind: pieces in a row of which the same is told are one.
type rows struct {
	b         *strings.Builder
	name      string
	quiet     bool // nothing is told of what is as before
	run, last string
	passed    string            // pieces behind the run of which there is nothing to tell
	told      map[string]string // where what is long was told first
}

// longRow is from where on what is told is not told twice.
const longRow = 60

func (r *rows) add(piece, told string) {
	if told != r.last {
		r.tell()
		r.last = told
	}
	if r.run != "" {
		r.run += r.passed
	}
	r.run, r.passed = r.run+piece, ""
}

func (r *rows) pass(piece string) { r.passed += piece }

func (r *rows) tell() {
	if r.run != "" && !(r.quiet && r.last == asBefore) {
		row := fmt.Sprintf("%s %q", r.name, short(r.run))
		told := r.last
		if len(told) > longRow {
			if first := r.told[told]; first != "" {
				told = "the same as " + first
			} else {
				r.told[told] = row
			}
		}
		fmt.Fprintf(r.b, "%s: %s\n", row, told)
	}
	r.run, r.passed = "", ""
}

// turns write a word, what stands between it and the next, and the next.
var turns = []struct {
	name string
	turn func(word, gap, next string) string
}{
	{"other case", func(word, gap, next string) string { return otherCase(word) + gap + next }},
	{"capitals", func(word, gap, next string) string { return strings.ToUpper(word) + gap + next }},
	{"behind the next", func(word, gap, next string) string {
		behind := strings.TrimRight(next, " \n")
		return behind + gap + word + next[len(behind):]
	}},
	{"in brackets", func(word, gap, next string) string { return "(" + word + ")" + gap + next }},
	{"comma", func(word, gap, next string) string { return word + "," + gap + next }},
	{"stop", func(word, gap, next string) string { return word + "." + gap + next }},
	{"end of line", func(word, _, next string) string { return word + "\n" + next }},
	{"end of paragraph", func(word, _, next string) string { return word + "\n\n" + next }},
	{"one more", func(word, gap, next string) string { return counted(word, 1) + gap + next }},
	{"one less", func(word, gap, next string) string { return counted(word, -1) + gap + next }},
}

// counted adds to the first number of a word, where it has one.
func counted(word string, by int) string {
	from := strings.IndexAny(word, "0123456789")
	if from < 0 {
		return word
	}
	digits := len(word[from:]) - len(strings.TrimLeft(word[from:], "0123456789"))
	n, err := strconv.Atoi(word[from : from+digits])
	if err != nil {
		return word
	}
	return fmt.Sprintf("%s%0*d%s", word[:from], digits, n+by, word[from+digits:])
}

// otherCase turns a small first letter into a capital, and a capital into a small one.
func otherCase(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	if up := unicode.ToUpper(first); up != first {
		return string(up) + word[size:]
	}
	return string(unicode.ToLower(first)) + word[size:]
}

// Letters are the characters of a text.
func Letters(text string) []string { return strings.Split(text, "") }

// Words are the words of a text, each with the white space behind it.
func Words(text string) []string {
	var out []string
	for len(text) > 0 {
		end := len(text)
		if i := strings.IndexAny(text, " \n"); i >= 0 {
			end = i + len(text[i:]) - len(strings.TrimLeft(text[i:], " \n"))
		}
		out, text = append(out, text[:end]), text[end:]
	}
	return out
}

func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:20]) + "…" + string(r[len(r)-19:])
	}
	return s
}

// Apart tells, for a golden file, what is said of each text of a file: texts that lie
// close to others and are not taken for the same. Each stands below a line with "=== " and
// a name, such as its language; the golden file has how it begins, and where.
func Apart(file string, said func(name, text string) string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	line := 1
	for _, part := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		name, text, _ := strings.Cut(part, "\n")
		fmt.Fprintf(&b, "=== %d %s %q\n%s\n", line, name, short(text), said(name, text))
		line += strings.Count(part, "\n") + 1
	}
	return b.String(), nil
}
