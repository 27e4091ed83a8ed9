package contacts

import (
	"path"
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
)

// fault is a row of which something was said: whose it is, "" where that cannot be
// told.
type fault struct{ key string }

// Touching are those of the findings about press lists that could touch a mailing to
// these lists and segments: what is wrong on a list that it names, on any list where
// it names a segment, and about an address that it mails, wherever that stands. Of a
// list that could not be read whole nobody knows whom it names: with advance, where
// its "no" to embargoes would count, it touches every mailing.
func (b *Book) Touching(found diagnostic.List, audience []string, advance bool) diagnostic.List {
	if len(found) == 0 {
		return nil
	}
	segment := false
	for _, name := range audience {
		_, list := b.lists[name]
		segment = segment || !list
	}
	mailed := func(key string) bool {
		return slices.ContainsFunc(audience, func(name string) bool {
			return slices.ContainsFunc(b.lists[name], func(j *Journalist) bool { return j.Key == key })
		})
	}
	var out diagnostic.List
	for _, d := range found {
		base := path.Base(d.File)
		row, isRow := b.faults[d.Position]
		switch {
		case segment, slices.Contains(audience, strings.TrimSuffix(base, path.Ext(base))):
		case base == SegmentsFile:
			continue
		case isRow && (row.key == "" || !mailed(row.key)), !isRow && !advance:
			continue
		}
		out = append(out, d)
	}
	return out
}
