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
// same is said in one line. pieces divides the text, as Letters and Words do.
func Slips(text string, pieces func(string) []string, said func(text string) string) string {
	var b strings.Builder
	whole := said(text)
	fmt.Fprintf(&b, "whole: %s\n", whole)
	all := pieces(text)
	for _, kind := range []struct {
		name string
		with func(before, piece, after string) string
	}{
		{"missing", func(before, _, after string) string { return before + after }},
		{"twice", func(before, piece, after string) string { return before + piece + piece + after }},
	} {
		at, from := 0, 0
		last := ""
		for i := 0; i <= len(all); i++ {
			now := ""
			if i < len(all) {
				now = said(kind.with(text[:at], all[i], text[at+len(all[i]):]))
				at += len(all[i])
			}
			if i > 0 && (i == len(all) || now != last) {
				if last == whole {
					last = "as before"
				}
				fmt.Fprintf(&b, "%s %q: %s\n", kind.name, short(strings.Join(all[from:i], "")), last)
				from = i
			}
			last = now
		}
	}
	return b.String()
}

// Turns tells the same of a text in which one piece is written in another way: its first
// letter small or capital, all of it in capitals, behind the next one, set in brackets,
// with a comma or a stop behind it, ending its line or its paragraph, its number one more
// or one less.
func Turns(text string, pieces func(string) []string, said func(text string) string) string {
	var b strings.Builder
	whole := said(text)
	fmt.Fprintf(&b, "whole: %s\n", whole)
	all := pieces(text)
	told := map[string]bool{text: true}
	for _, kind := range turns {
		last, at := "", 0
		var run []string
		tell := func() {
			if len(run) > 0 && last != whole {
				fmt.Fprintf(&b, "%s %q: %s\n", kind.name, short(strings.Join(run, "")), last)
			}
			run = nil
		}
		for i, piece := range all {
			before, after := text[:at], text[at+len(piece):]
			at += len(piece)
			next := ""
			if i+1 < len(all) {
				next, after = all[i+1], after[len(all[i+1]):]
			}
			word := strings.TrimRight(piece, " \n")
			turned := before + kind.turn(word, piece[len(word):], next) + after
			if word == "" || told[turned] {
				tell()
				continue
			}
			told[turned] = true
			if now := said(turned); now != last {
				tell()
				last = now
			}
			run = append(run, piece)
		}
		tell()
	}
	return b.String()
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
// a name, such as its language.
func Apart(file string, said func(name, text string) string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, part := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		name, text, _ := strings.Cut(part, "\n")
		fmt.Fprintf(&b, "=== %s %q\n%s\n", name, text, said(name, text))
	}
	return b.String(), nil
}
