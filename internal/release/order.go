package release

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// Order is the order of a coalition's quotes and signatories.
type Order string

// The orders.
const (
	OrderPlaced       Order = "placed"       // as they stand in the file
	OrderAlphabetical Order = "alphabetical" // by printed name, as the release's language sorts
	OrderLot          Order = "lot"          // drawn: by SHA-256 over the lot and the organisation
)

// quotesTable reads [quotes].
func (r *reader) quotesTable(t *frontmatter.Table) {
	r.rel.Withdrawn, r.rel.Order = TakeOut, OrderPlaced
	q, isArray := t.Raw("quotes")
	if q == nil {
		return
	}
	if _, ok := q.([]map[string]any); ok && isArray {
		return // it has been told
	}
	qt := t.Table("quotes")
	if qt == nil {
		return
	}
	if s := qt.Line("unsigned"); s != "" {
		r.rel.Unsigned = Policy(s)
		if r.rel.Unsigned != Warn && r.rel.Unsigned != LeaveOut && r.rel.Unsigned != Refuse {
			qt.Errorf("unsigned", "unsigned", `unsigned is "warn", "leave-out" or "refuse", not %q`, diagnostic.Word(s))
		}
	}
	if s := qt.Line("withdrawn"); s != "" {
		if r.rel.Withdrawn = Policy(s); r.rel.Withdrawn != TakeOut && r.rel.Withdrawn != Hold {
			qt.Errorf("withdrawn", "withdrawn", `withdrawn is "leave-out" or "hold", not %q`, diagnostic.Word(s))
		}
	}
	r.rel.Lot = qt.Line("lot")
	if s := qt.Line("order"); s != "" {
		r.rel.Order = Order(s)
		switch {
		case r.rel.Order != OrderPlaced && r.rel.Order != OrderAlphabetical && r.rel.Order != OrderLot:
			qt.Errorf("order", "order", `order is "placed", "alphabetical" or "lot", not %q`, diagnostic.Word(s))
		case r.rel.Order == OrderLot && r.rel.Lot == "":
			qt.Errorf("order", "order", `order = "lot" needs the lot that was drawn: pressroom quotes order %s lot draws one and writes it`,
				r.rel.Slug)
		}
	}
	r.rel.Local = qt.Bool("local", false)
	qt.Done(hint("", "[quotes]", frontmatter.Shape{}))
}

// InOrder sorts by the release's order. key is what a lot is drawn over, name what
// the alphabet sorts.
func InOrder[T any](r *Release, tag string, list []T, key, name func(T) string) {
	switch r.Order {
	case OrderAlphabetical:
		c := collate.New(language.Make(tag), collate.IgnoreCase)
		slices.SortStableFunc(list, func(a, b T) int { return c.CompareString(name(a), name(b)) })
	case OrderLot:
		slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(Draw(r.Lot, key(a)), Draw(r.Lot, key(b))) })
	}
}

// Draw is where the lot puts an organisation: the lower comes first. Anybody can
// draw it again from the lot, which stands in the release.
func Draw(lot, key string) string {
	sum := sha256.Sum256([]byte("pressroom lot 1\n" + lot + "\n" + key))
	return hex.EncodeToString(sum[:])
}

// ordered puts the quotes of the main version and the signatories in order.
func (r *reader) ordered(v *Version) {
	InOrder(r.rel, v.Language, v.Quotes, func(q *Quote) string { return q.ID }, func(q *Quote) string { return q.Org })
	InOrder(r.rel, v.Language, r.rel.Signatories, func(s string) string { return Slugify(s) }, func(s string) string { return s })
}

// LeavesOut tells whether a quote, by its id or its organisation's printed name, is
// left out of this sending.
func (r *Release) LeavesOut(quote, org string) bool {
	return slices.ContainsFunc(r.Without, func(w string) bool { return w == quote || strings.EqualFold(w, org) })
}

// left tells whether a quote is left out of this sending.
func (r *reader) left(q *Quote) bool {
	for _, w := range r.leaveOut {
		if w != "" && (w == q.ID || strings.EqualFold(w, q.Org) || r.settings.OrgName(w) == q.Org) {
			return true
		}
	}
	return false
}

// asTranslated tells whether a sign-off of a translation holds no more.
func (r *reader) asTranslated(id, lang string) bool {
	return slices.Contains(r.leaveOut, asTranslatedEntry(id, lang))
}

// leftIn tells whether a quote is left out of one language alone.
func (r *reader) leftIn(id, lang string) bool {
	return slices.Contains(r.leaveOut, TranslationEntry(id, lang))
}
