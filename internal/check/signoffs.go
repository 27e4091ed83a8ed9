package check

import (
	"slices"
	"sort"

	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/wording"
)

// Signoffs checks that what was signed is what stands in the release. known is
// what the database says: its last decision about a quote counts, whatever the
// file holds. Without it the file is held against its own sign-offs.
func Signoffs(r *release.Release, known *release.Known) diagnostic.List {
	c := &signoffs{r: r, known: known}
	if known == nil {
		c.known = &release.Known{}
	}
	for _, f := range c.known.Faults {
		c.diags.Errorf(r.Main().HeadlineAt, "history", "%s; pressroom quotes verify %s says more", f, r.Slug)
	}
	c.unwritten()
	for _, v := range r.Versions {
		for _, q := range v.Quotes {
			if c.waits(release.QuoteKey{Quote: q.ID, Language: v.Language}) {
				continue // what stands in the file is not what was decided last
			}
			// A quote without words in a language is printed in the main one.
			if v == r.Main() || !slices.Contains(r.Main().Quotes, q) {
				c.quote(v, q)
			}
		}
	}
	c.tellLacking()
	c.missing()
	return c.diags
}

type signoffs struct {
	diags diagnostic.List
	r     *release.Release
	known *release.Known
	// lacking are the quotes without sign-off.
	lacking []*release.Quote
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
	decision, ok := c.known.Approvals[release.QuoteKey{Quote: q.ID, Language: v.Language}]
	if !ok {
		decision, ok = c.known.Approvals[release.QuoteKey{Quote: q.ID}]
	}
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
		c.unsigned(v, q)
	case got != q.Signoff.Digest:
		c.diags.Errorf(at, "signed", "the words of the quote %s of %s are not those that %s signed off; restore them, or ask for a new sign-off",
			q.ID, q.Org, q.Signoff.By)
	case c.known.Asked:
		c.diags.Errorf(at, "signed", "the sign-off of the quote %s of %s by %s is not known here: the database has no such event; ask for it "+
			"again", q.ID, q.Org, q.Signoff.By)
	}
}

func (c *signoffs) unsigned(v *release.Version, q *release.Quote) {
	switch {
	case v != c.r.Main(): // printed as translated
	case q.Org == c.r.Issuer.Name: // whoever sends the release signs for itself
	default:
		c.lacking = append(c.lacking, q)
	}
}

const (
	fewUnsigned   = 3 // so many quotes without sign-off are told of one by one
	namedUnsigned = 8 // and so many are named where there are more
)

// tellLacking tells of the quotes without sign-off: each at its place where they are
// few, and else all at the first, so that what else is found stays to be seen.
func (c *signoffs) tellLacking() {
	tell, tail := c.diags.Warnf, ""
	if c.r.Unsigned == release.Refuse {
		tell, tail = c.diags.Errorf, ", and [quotes] unsigned = \"refuse\""
	}
	if n := len(c.lacking); n > fewUnsigned {
		orgs := make([]string, n)
		for i, q := range c.lacking {
			orgs[i] = q.Org
		}
		tell(c.lacking[0].At, "unsigned", "%d quotes have no sign-off%s: those of %s", n, tail, wording.Some(orgs, namedUnsigned))
		return
	}
	for _, q := range c.lacking {
		tell(q.At, "unsigned", "the quote of %s has no sign-off%s", q.Org, tail)
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
	sort.Slice(keys, func(i, j int) bool { return keys[i].Quote < keys[j].Quote })
	for _, k := range keys {
		found := c.r.LeavesOut(k.Quote, c.known.Approvals[k].Org) || c.waits(k)
		for _, q := range c.r.Main().Quotes {
			found = found || q.ID == k.Quote
		}
		if a := c.known.Approvals[k]; !found {
			c.diags.Errorf(c.r.Main().HeadlineAt, "signed", "the quote %s of %s, signed off by %s, does not stand in the release; restore it, "+
				"or send --without %s", k.Quote, a.Org, a.By, k.Quote)
		}
	}
}
