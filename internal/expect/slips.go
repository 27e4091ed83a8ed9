package expect

import (
	"fmt"
	"strings"
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
