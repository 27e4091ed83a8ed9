package release

import (
	"fmt"
	"strings"
	"testing"
	"time"

	golden "pressroom/internal/expect"
)

// What stands above a release that was changed after it went out, for each kind of change,
// in a mail and elsewhere, and in a line of a list.
func TestWhatStandsAboveAChangedRelease(t *testing.T) {
	rel, diags := readFiles(readSlips(t))
	if rel == nil {
		t.Fatal(diags)
	}
	out := rel.Timing.At.UTC() // whoever wrote it down had no zone
	var b strings.Builder
	for _, grade := range []Grade{GradeNote, GradeUpdate, GradeCorrection, GradeHold, GradeHoldEnd, GradeWithdrawal} {
		last := Amendment{Grade: grade, At: out.Add(26 * time.Hour), Sentences: map[string]string{"en": "It is forty."}}
		before := func(grade Grade) Amendment {
			return Amendment{Grade: grade, At: out.Add(time.Hour), Sentences: map[string]string{"en": "It was " + fmt.Sprint(grade) + "."}}
		}
		for _, c := range []struct {
			name string
			a    Amended
		}{
			{"alone", Amended{All: []Amendment{last}}},
			{"at its own instant", Amended{All: []Amendment{{Grade: grade, At: out, Sentences: last.Sentences}}}},
			{"an earlier one", Amended{All: []Amendment{last}, Earlier: true}},
			{"with another in its place", Amended{All: []Amendment{last}, Instead: "https://a.example/other"}},
			{"behind others", Amended{All: []Amendment{before(GradeNote), before(GradeUpdate), before(GradeCorrection), before(GradeHold), {Grade: GradeUpdate, At: out}, last}}},
		} {
			for _, v := range rel.Versions {
				r := *rel
				r.Amended = &c.a
				r.Amended.Out = out
				for _, mail := range []bool{true, false} {
					fmt.Fprintf(&b, "%v %s, %s, mail %v: %s\n", grade, c.name, v.Language, mail, strings.Join(r.Statement(v, mail).Lines(), " | "))
				}
			}
		}
		for _, v := range rel.Versions {
			none := Amendment{Grade: grade, At: last.At}
			fmt.Fprintf(&b, "%v, %s: %s; %s; %s\n", grade, v.Language, last.Subject(v.Catalogue(), "Buses"), last.Line(v.Catalogue(), "en", rel.Zone), none.Line(v.Catalogue(), "en", rel.Zone))
		}
	}
	// A release that bears a day alone went out at an instant, where that is known.
	for _, kind := range []Timing{{Kind: Immediate, At: rel.Timing.At}, {Kind: Embargoed, At: rel.Timing.At}} {
		for _, at := range []time.Time{{}, out, out.Add(9*time.Hour + 41*time.Minute)} {
			r := *rel
			r.Timing = kind
			r.Amended = &Amended{All: []Amendment{{Grade: GradeCorrection, At: out.Add(26 * time.Hour)}}, Out: at}
			for _, v := range rel.Versions {
				fmt.Fprintf(&b, "timing %v, out %v, %s: %s\n", kind.Kind, at, v.Language, strings.Join(r.Statement(v, true).Lines(), " | "))
			}
		}
	}
	for _, at := range []time.Time{out.Add(-49 * time.Hour), out.Add(26 * time.Hour)} {
		r := rel.Amend(&Amended{All: []Amendment{{Grade: GradeWithdrawal, At: at}}})
		fmt.Fprintf(&b, "withdrawn %v: %s\n", at, r.ReleaseLine(r.Main().Catalogue(), PhaseRelease))
	}
	if s := rel.Statement(rel.Main(), true); s != nil {
		t.Errorf("above a release that nobody changed: %v", s)
	}
	for _, bare := range []bool{false, true} {
		r := rel.Amend(&Amended{All: []Amendment{{Grade: GradeUpdate, At: out.Add(time.Hour)}}, Bare: bare, Before: map[string][]string{"en": {"other words"}}})
		for _, v := range r.Versions {
			fmt.Fprintf(&b, "bare %v, %s: modified %v, %s, %d blocks, marks %v\n", bare, v.Language, r.Modified(), v.Headline, len(v.Body), v.hasMarks(r))
		}
	}
	golden.File(t, "statements.golden.txt", b.String())
}

// Words of a line that are marked, one at a time and two, whatever they stand in.
func TestWhichWordsOfALineAreMarked(t *testing.T) {
	in := []Inline{
		&Text{"One two "}, &Emphasis{Strong: true, Children: []Inline{&Text{"three four"}}}, &Text{", "}, &CodeSpan{"five"}, &Break{},
		&Link{Href: "https://a.example", Children: []Inline{&Text{"six seven"}}}, &Text{". "}, &Link{Href: "https://b.example", Children: []Inline{&Text{"https://b.example"}}}, &Text{"."},
	}
	var shown func(in []Inline) string
	shown = func(in []Inline) (s string) {
		for _, i := range in {
			switch i := i.(type) {
			case *Text:
				s += i.S
			case *Emphasis:
				if i.Changed {
					s += "[" + shown(i.Children) + "]"
				} else {
					s += "*" + shown(i.Children) + "*"
				}
			case *Link:
				s += "<" + shown(i.Children) + ">"
			case *CodeSpan:
				s += "`" + i.S + "`"
			case *Break:
				s += "/"
			}
		}
		return s
	}
	text := PlainText(in)
	n := len(strings.Fields(text))
	var b strings.Builder
	for first := range n {
		for last := first; last < n; last++ {
			others := make([]bool, n)
			others[first], others[last] = true, true
			fmt.Fprintf(&b, "%d and %d: %s\n", first+1, last+1, shown(mark(text, in, others)))
		}
	}
	if got := shown(mark(text, in, make([]bool, n))); got != shown(in) {
		t.Errorf("where no word is another: %s", got)
	}
	golden.File(t, "marked.golden.txt", b.String())
}
