package release

import (
	"strings"

	"pressroom/internal/frontmatter"
)

// advance reads who gets advance copies, and when.
func (r *reader) advance(t *frontmatter.Table) {
	r.rel.Advance = r.audiences(t, "advance")
	if len(r.rel.Advance) > 0 && r.rel.Timing.Kind != Embargoed && !t.Has("embargo") {
		t.Report().Errorf(t.At("advance"), "advance", "advance copies need an embargo; add embargo = …, or move these lists to to")
	}
	r.advanceAt(t)
}

// advanceAt reads when advance copies leave.
func (r *reader) advanceAt(t *frontmatter.Table) {
	const key = "advance_at"
	m, ok := moment(t, key)
	if !ok {
		return
	}
	switch {
	case len(r.rel.Advance) == 0:
		t.Errorf(key, "advance", "advance_at is when advance copies leave, and nobody gets any; add advance = […], or take it out")
		return
	case m.IsDate():
		t.Errorf(key, "time", "advance_at needs a time of day, as in 2026-07-25T09:00:00")
		return
	case m.kind == localDateTime && !t.Has("timezone") && r.settings.Organization.Timezone == "":
		t.Errorf(key, "time", "a local time needs timezone = \"America/Los_Angeles\" (or another IANA name), or write the offset: %s-07:00",
			m.wall.Format("2006-01-02T15:04:05"))
		return
	}
	at, err := m.In(r.rel.Zone)
	switch {
	case err != nil:
		t.Errorf(key, "time", "%v", err)
	case !r.rel.Timing.At.IsZero() && !at.Before(r.rel.Timing.At):
		t.Errorf(key, "time", "advance copies leave before the embargo ends, which is %s; set an earlier time",
			r.rel.Timing.At.Format("2006-01-02 15:04 MST"))
	default:
		r.rel.AdvanceAt = at
	}
}

// maxNotice bounds what a notice says in its author's words, in bytes.
const maxNotice = 4000

// notice reads what those are told beforehand who have not agreed to the embargo.
func (r *reader) notice(t *frontmatter.Table, v *Version) {
	n := t.Table("notice")
	if n == nil {
		return
	}
	v.Notice = Notice{Headline: n.Line("headline"), Text: strings.TrimSpace(n.String("text"))}
	if len(v.Notice.Text) > maxNotice {
		n.Errorf("text", "notice", "a notice is short: at most %d bytes of text", maxNotice)
	}
	n.Done(hint("", "[notice]", frontmatter.Shape{}))
}

// NoticeIn is what the notice says in its author's words to readers of a language: the
// main version's, where that language has none.
func (r *Release) NoticeIn(language string) Notice {
	if v := r.Version(language); v != nil && v.Notice != (Notice{}) {
		return v.Notice
	}
	return r.Main().Notice
}
