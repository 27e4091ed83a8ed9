package check

import (
	"cmp"
	"slices"

	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
)

// Signoffs checks that what was signed is what stands in the release. known is
// what the database says: its last decision about a quote counts, whatever the
// file holds. Without it the file is held against its own sign-offs.
func Signoffs(r *release.Release, known *release.Known) diagnostic.List {
	return quotesOf(r, known, r.Pending(known))
}

// quotesOf is Signoffs for a release whose quotes without sign-off were looked for
// before those that are left out were taken from it.
func quotesOf(r *release.Release, known *release.Known, pending []release.Pending) diagnostic.List {
	c := &signoffs{r: r, known: known, pending: pending}
	if known == nil {
		c.known = &release.Known{}
	}
	for _, f := range c.known.Faults {
		c.diags.Errorf(r.Main().HeadlineAt, "history", "%s; pressroom quotes verify %s says more", f, r.Slug)
	}
	for _, u := range c.known.Unsettled {
		c.diags.Warnf(r.Main().HeadlineAt, "unsettled", "%s; a correction settles it, or pressroom quotes settle %s QUOTE --note \"…\"", u,
			r.Slug)
	}
	c.unwritten()
	for _, v := range r.Versions {
		for _, q := range v.Quotes {
			if c.waits(release.QuoteKey{Quote: q.ID, Language: v.Language}) {
				continue // what stands in the file is not what was decided last
			}
			// A quote without words in a language is printed in the main one.
			if (v == r.Main() || !slices.Contains(r.Main().Quotes, q)) && !c.left(q.ID, v.Language) {
				c.quote(v, q)
			}
		}
	}
	c.tellPending()
	c.missing()
	return c.diags
}

type signoffs struct {
	diags diagnostic.List
	r     *release.Release
	known *release.Known
	// pending are those without sign-off.
	pending []release.Pending
}

// unwritten tells of what was decided and does not stand in the file yet.
func (c *signoffs) unwritten() {
	for _, u := range c.known.Unwritten {
		at := c.r.Main().HeadlineAt
		if v := c.r.Version(u.Key.Language); v != nil {
			for _, q := range v.Quotes {
				if q.ID == u.Key.Quote {
					at = q.At
				}
			}
		}
		c.diags.Errorf(at, "signed", "%s is kept, and does not stand in the file yet: writing it was broken off; pressroom quotes list %s "+
			"writes it",
			u.What, c.r.Slug)
	}
}

// waits tells whether the last decision about a quote is yet to be written.
func (c *signoffs) waits(key release.QuoteKey) bool {
	return slices.ContainsFunc(c.known.Unwritten, func(u release.Unwritten) bool { return u.Key == key })
}

func (c *signoffs) quote(v *release.Version, q *release.Quote) {
	got := release.SignoffDigest(c.r.Slug, v.Language, q)
	decision, ok := c.known.Decision(release.QuoteKey{Quote: q.ID, Language: v.Language})
	at := q.At
	switch {
	case ok && !decision.Given:
		c.diags.Errorf(at, "signed", "%s has %s its quote %s (%s); take it out, or send --without %s", decision.Org, decision.How, q.ID,
			decision.By, q.ID)
	case ok && got != decision.Digest:
		c.diags.Errorf(at, "signed", "the words of the quote %s of %s are not those that %s signed off; restore them, or ask for a new "+
			"sign-off (pressroom quotes list %s shows them)", q.ID, decision.Org, decision.By, c.r.Slug)
	case ok && q.Signoff == nil:
		c.diags.Errorf(at, "signed", "the quote %s of %s was signed off by %s, and its [quote.signoff] is gone; restore it, or send --without %s",
			q.ID, decision.Org, decision.By, q.ID)
	case ok && q.Signoff.Digest != decision.Digest:
		c.diags.Errorf(at, "signed", "the sign-off of the quote %s of %s is not the one that %s gave; restore its digest %s", q.ID, decision.Org,
			decision.By, decision.Digest)
	case ok:
	case q.Signoff == nil:
	case got != q.Signoff.Digest:
		c.diags.Errorf(at, "signed", "the words of the quote %s of %s are not those that %s signed off; restore them, or ask for a new sign-off",
			q.ID, q.Org, q.Signoff.By)
	case c.known.Asked:
		c.diags.Errorf(at, "signed", "the sign-off of the quote %s of %s by %s is not known here: the database has no such event; ask for it "+
			"again", q.ID, q.Org, q.Signoff.By)
	}
}

// left tells whether a quote is left out, since nobody signed it off.
func (c *signoffs) left(quote, lang string) bool {
	return slices.ContainsFunc(c.pending, func(p release.Pending) bool {
		return p.Does == release.LeaveOut && p.Key.Quote == quote && (p.Key.Language == lang || p.Key.Language == c.r.Main().Language)
	})
}

const (
	fewUnsigned   = 3 // so many quotes without sign-off are told of one by one
	namedUnsigned = 8 // and so many are named where there are more
)

// tellPending tells of the quotes without sign-off, of those apart of which something else
// becomes: each at its place where they are few, and else all at the first, so that what
// else is found stays to be seen.
func (c *signoffs) tellPending() {
	type kind struct {
		does                 release.Policy
		absent, stale, asked bool
	}
	kinds := make(map[kind][]release.Pending)
	var order []kind
	for _, p := range c.pending {
		kind := kind{p.Does, p.Absent, p.Stale, p.OrgID != "" && !p.Stale}
		if kinds[kind] == nil {
			order = append(order, kind)
		}
		kinds[kind] = append(kinds[kind], p)
	}
	for _, kind := range order {
		tell := c.diags.Warnf
		if kind.does == release.Refuse {
			tell = c.diags.Errorf
		}
		list := kinds[kind]
		if len(list) > fewUnsigned && !kind.stale {
			tell(list[0].At, "unsigned", "%s", release.SayAll(list, c.r.Slug, namedUnsigned))
			continue
		}
		for _, p := range list {
			tell(p.At, "unsigned", "%s", p.Says(c.r.Slug))
		}
	}
}

// missing finds quotes that were signed off and do not stand in the release.
func (c *signoffs) missing() {
	var keys []release.QuoteKey
	for k, a := range c.known.Approvals {
		if a.Given && k.Language == c.r.Main().Language {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b release.QuoteKey) int { return cmp.Compare(a.Quote, b.Quote) })
	for _, k := range keys {
		found := c.r.LeavesOut(k.Quote, c.known.Approvals[k].Org) || c.waits(k) || c.known.Approvals[k].AskedBack
		for _, q := range c.r.Main().Quotes {
			found = found || q.ID == k.Quote
		}
		if a := c.known.Approvals[k]; !found {
			c.diags.Errorf(c.r.Main().HeadlineAt, "signed", "the quote %s of %s, signed off by %s, does not stand in the release; restore it, "+
				"or send --without %s", k.Quote, a.Org, a.By, k.Quote)
		}
	}
}
