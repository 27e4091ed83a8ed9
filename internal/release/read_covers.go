package release

import (
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// covers reads the cover notes; main ones say to whom they go, and in which phase.
func (r *reader) covers(t *frontmatter.Table, v *Version, main bool) {
	for i, c := range t.Tables("cover") {
		if main {
			expect(c, "cover")
		} else {
			r.expectTranslated(c, "cover")
		}
		id := c.Line("id")
		if main {
			if id == "" {
				id = fmt.Sprintf("cover-%d", i+1)
			}
			r.cover(c, id)
		} else if !r.hasCover(id) {
			c.Errorf("id", "cover", "no cover has the id %q in %s", id, r.rel.File)
		}
		if hasCoverText(v, id) {
			c.Errorf("id", "cover", "two cover notes have the id %q; give each its own", diagnostic.Word(id))
		}
		text := c.String("text")
		if strings.TrimSpace(text) == "" {
			c.Errorf("text", "cover", "a cover note needs text")
		}
		v.Covers = append(v.Covers, CoverText{ID: id, Text: parseMarkdown(r.source(c, "text", text, "a cover note"))})
	}
}

// cover reads what is the same in every language.
func (r *reader) cover(c *frontmatter.Table, id string) {
	cover := Cover{ID: id, To: r.audiences(c, "to"), Phase: Phase(c.Line("phase"))}
	if strings.Contains(id, ",") {
		c.Errorf("id", "cover", "the id of a cover note has no comma in it, as in trusted-note")
	}
	if len(cover.To) == 0 {
		c.Errorf("to", "cover", "a cover note needs to: the lists or segments that get it")
	}
	switch cover.Phase {
	case PhaseAdvance:
		if len(r.rel.Advance) == 0 {
			c.Report().Warnf(c.ValueAt("phase"), "cover",
				"nobody gets this note: there are no advance copies; add advance = […], or write phase = \"release\"")
		}
	case PhaseRelease:
	case "":
		if cover.Phase = r.phaseOf(cover.To); c.Has("phase") {
			c.Errorf("phase", "cover", `phase is "advance" or "release"; leave it out for %q`, cover.Phase)
		}
	default:
		c.Errorf("phase", "cover", `phase is "advance" (above the copies under embargo) or "release" (above the release), not %q`,
			diagnostic.Word(string(cover.Phase)))
	}
	r.rel.Covers = append(r.rel.Covers, cover)
}

// phaseOf is the phase of a note that names none: one for those who get advance
// copies stands above these.
func (r *reader) phaseOf(to []Audience) Phase {
	for _, a := range to {
		if slices.ContainsFunc(r.rel.Advance, func(b Audience) bool { return a.Name == b.Name }) {
			return PhaseAdvance
		}
	}
	return PhaseRelease
}

func (r *reader) hasCover(id string) bool {
	return slices.ContainsFunc(r.rel.Covers, func(c Cover) bool { return c.ID == id })
}
