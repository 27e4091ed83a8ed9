package contacts

import (
	"path"
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
)

// fault is a row of which something was said.
type fault struct {
	row     *Journalist // what of it could be read; nil where its cells cannot be told apart
	list    string
	columns []string // those that could not be read
}

// key is the address that the row means, "" where that cannot be told.
func (f fault) key() string {
	if f.row == nil {
		return ""
	}
	return f.row.Key
}

// Touching are those of the findings about press lists that could touch a mailing to
// these lists and segments: what is wrong on a list that it names, with a row that
// one of its segments could pick, and about an address that it mails, wherever that
// stands. Of a list that could not be read whole nobody knows whom it names: it
// touches whatever goes to a segment, and with advance, where its "no" to embargoes
// would count, every mailing. A file that cannot be read at all touches every one.
func (b *Book) Touching(found diagnostic.List, audience []string, advance bool) diagnostic.List {
	segment := slices.ContainsFunc(audience, func(name string) bool { _, list := b.lists[name]; return !list })
	unknown := slices.ContainsFunc(audience, func(name string) bool { return !b.Has(name) })
	var out diagnostic.List
	for _, d := range found {
		base := path.Base(d.File)
		row, isRow := b.faults[d.Position]
		touches := segment || advance || d.Line == 0
		switch {
		case base == SegmentsFile:
			touches = unknown
		case isRow:
			touches = slices.ContainsFunc(audience, func(name string) bool { return b.couldMail(name, row) })
		}
		if touches || slices.Contains(audience, strings.TrimSuffix(base, path.Ext(base))) {
			out = append(out, d)
		}
	}
	return out
}

// couldMail tells whether a mailing to a list or segment could mean a row.
func (b *Book) couldMail(name string, f fault) bool {
	if picked, err := b.Pick(name); err == nil && f.key() != "" && b.keys(name, picked)[f.key()] {
		return true
	}
	s := b.segments[name]
	switch {
	case s == nil:
		_, list := b.lists[name]
		return !list || name == f.list // what is neither may be a segment that could not be read
	case f.row == nil, slices.ContainsFunc(f.columns, func(c string) bool { return strings.Contains(s.Where, c) }):
		return true
	}
	j := *f.row
	j.Lists = []string{f.list}
	if i := slices.IndexFunc(b.Journalists, func(o *Journalist) bool { return o.Key == j.Key }); i >= 0 {
		old := b.Journalists[i]
		j.Beats, j.Tags, j.Lists = slices.Concat(old.Beats, j.Beats), slices.Concat(old.Tags, j.Tags), slices.Concat(old.Lists, j.Lists)
	}
	picked, err := s.picks(b, &j)
	return err != nil || picked
}

// keys are the addresses of a list or segment, gathered once.
func (b *Book) keys(name string, picked []*Journalist) map[string]bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.byName[name] == nil {
		if b.byName == nil {
			b.byName = make(map[string]map[string]bool)
		}
		all := make(map[string]bool, len(picked))
		for _, j := range picked {
			all[j.Key] = true
		}
		b.byName[name] = all
	}
	return b.byName[name]
}
