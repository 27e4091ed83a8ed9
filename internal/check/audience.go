package check

import (
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
)

// audience looks at whom the release names: lists and segments that do not exist,
// those that pick nobody, and whether there is anybody to mail at all.
func (c *checker) audience() {
	r := c.Release
	known, people := true, 0
	for _, list := range [][]release.Audience{r.To, r.Advance} {
		for _, a := range list {
			picked, ok := c.pick(a)
			known, people = known && ok, people+c.mailed(picked)
		}
	}
	for _, cover := range r.Covers {
		for _, a := range cover.To {
			c.pick(a)
		}
	}
	switch {
	case len(r.To) == 0 && len(r.Advance) == 0:
		c.refuse(c.toAt(), "to", "to names nobody: the release can be built, and nobody would be mailed; add to = [\"…\"]")
	case len(r.To) == 0:
		c.diags.Warnf(c.toAt(), "to",
			"to names nobody: the advance copies are mailed, and the release only to those of advance who have not agreed; add to = [\"…\"]")
	}
	if first := append(append([]release.Audience{}, r.To...), r.Advance...); known && people == 0 && len(first) > 0 && !c.Public {
		c.refuse(first[0].At, "nobody", "nobody would be mailed: the lists and segments in to and advance hold nobody who may be")
	}
}

// toAt is where to stands, or the headline where it is missing.
func (c *checker) toAt() diagnostic.Position {
	if root := c.files[0].doc.Root(); root.Has("to") {
		return root.ValueAt("to")
	}
	return c.Release.Main().HeadlineAt
}

// pick is whom an audience names. ok is false, and said why, where it cannot be told.
func (c *checker) pick(a release.Audience) (picked []*contacts.Journalist, ok bool) {
	if !c.Book.Has(a.Name) {
		c.unknown(a)
		return nil, false
	}
	picked, err := c.Book.Pick(a.Name)
	if err != nil {
		c.diags.Errorf(a.At, "audience", "%v", err)
		return nil, false
	}
	if len(picked) == 0 {
		c.diags.Warnf(a.At, "nobody", "%q picks nobody: put somebody on the list, or mend the segment's rule", a.Name)
	}
	return picked, true
}

func (c *checker) mailed(list []*contacts.Journalist) int {
	if c.Unmailed == nil {
		return len(list)
	}
	n := 0
	for _, j := range list {
		if !c.Unmailed(j.Key) {
			n++
		}
	}
	return n
}

func (c *checker) unknown(a release.Audience) {
	if near := diagnostic.Nearest(a.Name, c.Book.Names()); near != "" {
		c.diags.Errorf(a.At, "audience", "no press list or segment is called %q; did you mean %s?", a.Name, near)
		c.diags.Write(diagnostic.Instead{Old: a.Name, New: near})
		return
	}
	names := strings.Join(c.Book.Names(), ", ")
	if names == "" {
		names = "none yet; put a CSV file into contacts/"
	}
	c.diags.Errorf(a.At, "audience", "no press list or segment is called %q; there are: %s", a.Name, names)
}
