// Package diagnostic holds what is said about a file that somebody wrote:
// where, how bad, what is wrong and what to write instead.
package diagnostic

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"pressroom/internal/saying"
)

// Severity says whether a diagnostic stops the work.
type Severity int

// The two severities: an Error stops, a Warning is shown and work goes on.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Position is a place in a file. Line and Column count from 1, columns in
// characters (Unicode code points). The zero Line means "the file as a whole".
type Position struct {
	File   string
	Line   int
	Column int
}

func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// At returns the position of the byte at offset in src. An offset outside src
// is moved to its nearest end.
func At(file string, src []byte, offset int) Position {
	offset = max(0, min(offset, len(src)))
	before := src[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return Position{
		File:   file,
		Line:   bytes.Count(before, []byte{'\n'}) + 1,
		Column: utf8.RuneCount(before[start:]) + 1,
	}
}

// Diagnostic is one finding.
type Diagnostic struct {
	Position
	Severity Severity
	Message  string
	Rule     string // short name of the rule, as in [unknown-key]
	// Instead is what an editor can write for whoever asks for it; empty where only they know.
	Instead Instead

	said *saying.Sentence // whose English Message is; nil where it is no more than that
}

// Instead is a text at the place of a finding, and what to write in its stead.
type Instead struct {
	Old     string // as it stands in the file, behind a quotation mark where one is there
	New, Or string // Or is a second choice, "" for none
}

func (d Diagnostic) String() string {
	s := fmt.Sprintf("%s: %s: %s", d.Position, d.Severity, d.Message)
	if d.Rule != "" {
		s += " [" + d.Rule + "]"
	}
	return s
}

// Said is the message as a sentence.
func (d Diagnostic) Said() saying.Sentence {
	if d.said == nil || d.said.String() != d.Message {
		return saying.Word(d.Message).Said()
	}
	return *d.said
}

// Say has a finding say something else.
func (d *Diagnostic) Say(said saying.Sentence) { d.Message, d.said = said.String(), &said }

// same tells whether two findings say the same.
func (d Diagnostic) same(other Diagnostic) bool {
	d.said, other.said = nil, nil
	return d == other
}

// List is a set of findings. A List with errors can be returned as an error.
type List []Diagnostic

// Errorf adds an error.
func (l *List) Errorf(at Position, rule, format string, args ...any) {
	l.add(at, Error, rule, saying.Of(format, args...))
}

// Warnf adds a warning.
func (l *List) Warnf(at Position, rule, format string, args ...any) {
	l.add(at, Warning, rule, saying.Of(format, args...))
}

func (l *List) add(at Position, how Severity, rule string, said saying.Sentence) {
	*l = append(*l, Diagnostic{Position: at, Severity: how, Message: said.String(), Rule: rule, said: &said})
}

// Write adds to the finding that was added last what to write instead of what stands at
// its place.
func (l List) Write(instead Instead) {
	if len(l) > 0 {
		l[len(l)-1].Instead = instead
	}
}

// HasErrors tells whether any finding is an error.
func (l List) HasErrors() bool {
	for _, d := range l {
		if d.Severity == Error {
			return true
		}
	}
	return false
}

// Sort orders the findings by file, line and column and drops repetitions.
func (l List) Sort() List {
	sort.SliceStable(l, func(i, j int) bool {
		a, b := l[i], l[j]
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
	out := l[:0]
	for i, d := range l {
		if i == 0 || !d.same(l[i-1]) {
			out = append(out, d)
		}
	}
	return out
}

// Error makes a List an error: its findings, a line each.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, d := range l {
		lines[i] = d.String()
	}
	return strings.Join(lines, "\n")
}

// Err returns the List as an error if it holds an error, else nil.
func (l List) Err() error {
	if l.HasErrors() {
		return l
	}
	return nil
}

// Nearest returns the candidate most like word, or "" if none is near: at most
// a third of its letters may differ.
func Nearest(word string, candidates []string) string {
	best, bestCost := "", len(word)/3+1
	if len(word) > 64 {
		return ""
	}
	for _, c := range candidates {
		if cost := editDistance(word, c); cost < bestCost || cost == bestCost && best == "" {
			best, bestCost = c, cost
		}
	}
	return best
}

// editDistance is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours cost one each.
func editDistance(a, b string) int {
	prev2, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(b)]
}
