package release

import (
	"slices"
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/wording"
)

// ChangedPassage is a passage of which words are others than they were.
type ChangedPassage struct {
	Place     Place
	Stretches []wording.Stretch
}

// Difference is what changed between two lists of passages, passage by passage. Words
// that were taken out with their whole passage stand where that was.
func Difference(before, now []Passage) []ChangedPassage {
	texts := func(list []Passage) []string {
		out := make([]string, len(list))
		for i, p := range list {
			out[i] = p.Text
		}
		return out
	}
	old, _ := run(texts(before))
	words, places := run(texts(now))
	d := &differ{now: now, changed: make(map[int]bool), stretches: make(map[int][]wording.Stretch)}
	next := 0
	for _, e := range wording.Edits(old, words) {
		d.kept(words[next:e.NewFrom], places[next:e.NewFrom])
		d.out(old[e.OldFrom:e.OldTo], places, e.NewFrom)
		d.in(words[e.NewFrom:e.NewTo], places[e.NewFrom:e.NewTo])
		next = e.NewTo
	}
	d.kept(words[next:], places[next:])
	var out []ChangedPassage
	for i, p := range now {
		if d.changed[i] {
			out = append(out, ChangedPassage{p.Place, d.stretches[i]})
		}
	}
	return out
}

type differ struct {
	now       []Passage
	changed   map[int]bool
	stretches map[int][]wording.Stretch
}

func (d *differ) add(passage int, word string, old, fresh bool) {
	list := d.stretches[passage]
	if n := len(list); n > 0 && list[n-1].Old == old && list[n-1].New == fresh {
		list[n-1].Text += " " + word
	} else {
		list = append(list, wording.Stretch{Text: word, Old: old, New: fresh})
	}
	d.stretches[passage] = list
	d.changed[passage] = d.changed[passage] || old || fresh
}

func (d *differ) kept(words []string, places []runPlace) {
	for i, w := range words {
		if places[i].word >= 0 {
			d.add(places[i].passage, w, false, false)
		}
	}
}

func (d *differ) in(words []string, places []runPlace) {
	for i, w := range words {
		if places[i].word >= 0 {
			d.add(places[i].passage, w, false, true)
		}
	}
}

// out notes words that were taken out before the word with the number at.
func (d *differ) out(words []string, places []runPlace, at int) {
	passage := len(d.now) - 1
	if at < len(places) {
		passage = places[at].passage
	}
	for _, w := range words {
		if w != passageEnd && passage >= 0 {
			d.add(passage, w, true, false)
		}
	}
}

// PlaceNames are the places of passages as readers of a version name them, each once.
func (r *Release) PlaceNames(v *Version, changed []ChangedPassage) []string {
	var out []string
	for _, c := range changed {
		if name := c.Place.Name(v.Catalogue(), r.Issuer.Name); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// Sentence is the line that says what was wrong and what is right: what somebody wrote,
// after the places that it is about, where they are one or two and it does not name them.
func (r *Release) Sentence(v *Version, changed []ChangedPassage, written string) string {
	written = strings.TrimSpace(written)
	names := r.PlaceNames(v, changed)
	if len(names) == 0 || len(names) > 2 {
		return written
	}
	for _, n := range names {
		if strings.HasPrefix(strings.ToLower(written), strings.ToLower(n)) {
			return written
		}
	}
	return v.Catalogue().Correction(language.WordSubject, strings.Join(names, v.Catalogue().ListComma()), written)
}
