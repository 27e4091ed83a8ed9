package release

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"pressroom/internal/language"
	"pressroom/internal/wording"
)

// Grade is how much a change of what went out weighs.
type Grade string

// The grades.
const (
	GradeNote       Grade = "note"       // a slip: the page alone says so
	GradeUpdate     Grade = "update"     // something is new
	GradeCorrection Grade = "correction" // something was wrong
	GradeHold       Grade = "hold"       // it is being checked: nobody is to use it for now
	GradeHoldEnd    Grade = "hold-end"   // it stands as it was
	GradeWithdrawal Grade = "withdrawal" // nobody is to use it any more
)

// Amendment is what was said once about a release that had gone out.
type Amendment struct {
	Grade Grade     `json:"grade"`
	At    time.Time `json:"at"`
	// Sentences say, by language, what was wrong and what is right, or what is new. A
	// language that has none reads as it did.
	Sentences map[string]string `json:"sentences,omitempty"`
}

// Amended is how a release came to what it says now.
type Amended struct {
	// All is what was said of it, oldest first; the last is about this revision.
	All []Amendment `json:"all"`
	// Before are the words as they first went out, by language, passage by passage:
	// what differs from them is marked. A language without them has no marks.
	Before map[string][]string `json:"before,omitempty"`
	// Earlier: the revision is an earlier one, and the last of All made another of it.
	Earlier bool `json:"earlier,omitempty"`
	// Bare: it is a letter to those who have the release, without the words of it.
	Bare bool `json:"bare,omitempty"`
	// Out is when it first went out, as it was mailed; zero where it has not.
	Out time.Time `json:"out,omitzero"`
	// Instead is where what stands in the place of a release is that was withdrawn.
	Instead string `json:"instead,omitempty"`
}

// Last is the newest that was said of the release.
func (a *Amended) Last() *Amendment { return &a.All[len(a.All)-1] }

// Modified is when the release became what it says now: its instant where it was not
// changed since it went out.
func (r *Release) Modified() time.Time {
	if r.Amended == nil || len(r.Amended.All) == 0 {
		return r.Timing.At
	}
	return r.Amended.Last().At
}

// Amend is the release with what was said of it after it went out, and with marks around
// the words that are others now. The release itself is not changed.
func (r *Release) Amend(a *Amended) *Release {
	if a == nil {
		return r
	}
	if a.Last().Grade == GradeWithdrawal {
		return r.withdrawn(a)
	}
	if a.Bare {
		return r.letter(a, func(v *Version) string { return v.Headline })
	}
	out := *r
	out.Amended, out.Versions = a, slices.Clone(r.Versions)
	for i, v := range r.Versions {
		if before := a.Before[v.Language]; before != nil {
			out.Versions[i] = r.marked(v, before)
		}
	}
	return &out
}

// withdrawn is the notice that stands in the place of a release: whom to ask, and nothing
// of its words but the subject under which they were sent.
func (r *Release) withdrawn(a *Amended) *Release {
	return r.letter(a, func(v *Version) string { return v.Catalogue().Correction(language.WithdrawnWord) })
}

// letter is what is said of a release, under a headline and without its words.
func (r *Release) letter(a *Amended, headline func(*Version) string) *Release {
	out := *r
	out.Amended, out.Versions = a, nil
	out.Signatories, out.Late, out.Documents, out.Covers, out.Partners = nil, nil, nil, nil, nil
	for _, v := range r.Versions {
		out.Versions = append(out.Versions, &Version{
			Language: v.Language, Headline: headline(v), Subject: v.Subject, ContactWords: v.ContactWords,
			HeadlineAt: v.HeadlineAt, catalogue: v.catalogue,
		})
	}
	return &out
}

// marked is a version with marks around the words that are not in a text before it.
func (r *Release) marked(v *Version, before []string) *Version {
	var now []string
	for _, p := range r.Passages(v) {
		now = append(now, p.Text)
	}
	others := make(map[string][][]bool) // by passage: of each of its words, whether it is another, for each time it stands
	for i, words := range Others(before, now) {
		others[now[i]] = append(others[now[i]], words)
	}
	next := func(text string) []bool { // the same text may stand in several places
		key := strings.Join(strings.Fields(text), " ")
		all := others[key]
		if len(all) == 0 {
			return nil
		}
		others[key] = all[1:]
		return all[0]
	}
	marks, unseen := make(map[string][]Inline), make(map[string][]Inline)
	m := &passages{
		change: func(text string, in []Inline) []Inline { return mark(text, in, next(text)) },
		plain: func(text string, seen bool) {
			words := next(text)
			if !slices.Contains(words, true) {
				return
			}
			to := marks
			if !seen {
				to = unseen
			}
			to[text] = mark(text, []Inline{&Text{text}}, words)
		},
	}
	out := m.version(r, v)
	out.marks = marks
	if out.hasMarks(r) { // else no form says that there are any
		maps.Copy(marks, unseen)
	}
	return out
}

// Line is a line of plain text of the version, as its headline or a caption, with marks
// around the words that are others than those that went out first.
func (v *Version) Line(text string) []Inline {
	if marked := v.marks[text]; marked != nil {
		return marked
	}
	return []Inline{&Text{text}}
}

// Parts are parts of such a line, in the order in which they stand in it: of a press
// contact the name, the role and so on, each with its own marks.
func (v *Version) Parts(line string, parts []string) [][]Inline {
	marked, at := v.Line(line), 0
	out := make([][]Inline, len(parts))
	for i, part := range parts {
		begins := strings.Index(line[at:], part)
		if begins < 0 {
			out[i] = []Inline{&Text{part}}
			continue
		}
		out[i] = clip(marked, at+begins, at+begins+len(part))
		at += begins + len(part)
	}
	return out
}

// clip is what stands between two bytes of a line as Line gives it.
func clip(line []Inline, from, to int) []Inline {
	var out []Inline
	at := 0
	for _, in := range line {
		text := PlainText([]Inline{in})
		begin, end := max(from, at), min(to, at+len(text))
		if begin < end {
			piece := &Text{text[begin-at : end-at]}
			if e, ok := in.(*Emphasis); ok {
				out = append(out, &Emphasis{Changed: e.Changed, Children: []Inline{piece}})
			} else {
				out = append(out, piece)
			}
		}
		at += len(text)
	}
	return out
}

// Lines are lines in a row, with something between them.
func (v *Version) Lines(texts []string, between string) []Inline {
	var out []Inline
	for i, text := range texts {
		if i > 0 {
			out = append(out, &Text{between})
		}
		out = append(out, v.Line(text)...)
	}
	return merged(out)
}

// Around is a line with something of ours before and behind it, which has no marks.
func Around(before string, line []Inline, behind string) []Inline {
	return merged(slices.Concat([]Inline{&Text{before}}, line, []Inline{&Text{behind}}))
}

// merged is inlines without texts that stand beside one another, or that are empty.
func merged(in []Inline) []Inline {
	var out []Inline
	for _, i := range in {
		t, plain := i.(*Text)
		if plain && t.S == "" {
			continue
		}
		if n := len(out); n > 0 && plain {
			if last, ok := out[n-1].(*Text); ok {
				out[n-1] = &Text{last.S + t.S}
				continue
			}
		}
		out = append(out, i)
	}
	return out
}

// Others tells of each word of each passage whether it was not there before.
func Others(before, now []string) [][]bool {
	old, _ := run(before)
	words, places := run(now)
	out := make([][]bool, len(now))
	for i, p := range now {
		out[i] = make([]bool, len(wording.Split(p)))
	}
	for _, e := range wording.Edits(old, words) {
		for n := e.NewFrom; n < e.NewTo; n++ {
			if p := places[n]; p.word >= 0 {
				out[p.passage][p.word] = true
			}
		}
	}
	return out
}

// place is which word of which passage one of a run is; word is -1 for the end of one.
type runPlace struct{ passage, word int }

// passageEnd stands between passages in a run of words.
const passageEnd = "¶"

// run is the words of passages in a row.
func run(passages []string) (words []string, places []runPlace) {
	for i, p := range passages {
		for n, w := range wording.Split(p) {
			words, places = append(words, w.Text), append(places, runPlace{i, n})
		}
		words, places = append(words, passageEnd), append(places, runPlace{i, -1})
	}
	return words, places
}

// mark puts Emphasis around the words of a passage that are others.
func mark(text string, in []Inline, others []bool) []Inline {
	words := wording.Split(text)
	if len(words) != len(others) {
		return in
	}
	var stretches [][2]int // bytes of text
	for i := 0; i < len(words); i++ {
		if !others[i] {
			continue
		}
		from := words[i].Start
		for i+1 < len(words) && others[i+1] {
			i++
		}
		stretches = append(stretches, [2]int{from, words[i].End})
	}
	m := &marking{passage: text, stretches: stretches}
	return m.inlines(in)
}

type marking struct {
	passage   string
	at        int // bytes of the passage that were passed
	stretches [][2]int
}

func (m *marking) inlines(in []Inline) []Inline {
	var out []Inline
	for _, i := range in {
		switch i := i.(type) {
		case *Text:
			out = append(out, m.text(i.S)...)
		case *Emphasis:
			e := *i
			e.Children = m.inlines(i.Children)
			out = append(out, &e)
		case *Link:
			l := *i
			if l.Children = m.inlines(i.Children); i.Bare() {
				l.Children = i.Children // an address stays whole
			}
			out = append(out, &l)
		case *CodeSpan:
			out = append(out, m.whole(i, len(i.S)))
		default: // a line break
			m.at++
			out = append(out, i)
		}
	}
	return out
}

// whole marks what is not cut, so many bytes of the passage, where a mark touches it.
func (m *marking) whole(in Inline, long int) Inline {
	from := m.at
	m.at += long
	if slices.ContainsFunc(m.stretches, func(w [2]int) bool { return w[0] < m.at && from < w[1] }) {
		return &Emphasis{Changed: true, Children: []Inline{in}}
	}
	return in
}

// text cuts a text where a mark begins or ends.
func (m *marking) text(s string) []Inline {
	var out []Inline
	end := m.at + len(s)
	done := m.at
	for _, w := range m.stretches {
		from, to := max(w[0], done), min(w[1], end)
		if from >= to {
			continue
		}
		if from > done {
			out = append(out, &Text{s[done-m.at : from-m.at]})
		}
		done = to
		if piece := s[from-m.at : to-m.at]; spoken(piece) || !spoken(m.passage[w[0]:w[1]]) {
			out = append(out, &Emphasis{Changed: true, Children: []Inline{&Text{piece}}})
		} else { // the full stop behind a link
			out = append(out, &Text{piece})
		}
	}
	if done < end {
		out = append(out, &Text{s[done-m.at:]})
	}
	m.at = end
	return out
}

// spoken tells whether a text has letters or digits, and not marks alone.
func spoken(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}
