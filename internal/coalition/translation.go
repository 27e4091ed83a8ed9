package coalition

import (
	"context"
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/submission"
)

// A translation is made of words, and these can change afterwards: then it says what
// nobody says any more. So whatever changes a quote first remembers which words the
// translations that stand in the release were made of, and whoever signs a translation
// signs it beside the words that it is shown with. The last that was said about the same
// translation counts.

// originalDetail begins the Detail of an event that says which words a translation was
// made of; their digest follows.
const originalDetail = "of "

// originals are the digests of the words that translations were made of, by those of the
// translations.
func originals(list []*Event) map[string]string {
	out := make(map[string]string)
	for _, e := range list {
		if e.What != WasTranslated && e.What != WasSigned {
			continue
		}
		if digest, ok := strings.CutPrefix(e.Detail, originalDetail); ok && strings.HasPrefix(digest, "sha256:") {
			out[e.After] = digest
		}
	}
	return out
}

// rendition is a translation of a quote, as it stands in the release.
type rendition struct {
	language string
	of, q    *release.Quote
}

// renditions are the translations of the quote, in the order of the release's languages.
func (v *Visit) renditions() []rendition {
	if v.Release == nil {
		return nil
	}
	var out []rendition
	for _, other := range v.Release.Versions[1:] {
		if of, q := v.Translation(other.Language); q != nil {
			out = append(out, rendition{other.Language, of, q})
		}
	}
	return out
}

// digests name the translation, and the words beside which it stands.
func (r rendition) digests(v *Visit) (translation, original string) {
	slug := v.Request.Slug
	return release.SignoffDigest(slug, r.language, r.q), release.SignoffDigest(slug, v.Language(), r.of)
}

// remember keeps which words the translations in the release were made of, before
// something changes those. What is remembered already stays.
func (d *Desk) remember(ctx context.Context, tx *store.Tx, v *Visit) error {
	all := v.renditions()
	if len(all) == 0 {
		return nil
	}
	list, err := events(ctx, tx, `slug = ? AND quote = ? ORDER BY number`, v.Request.Slug, v.Request.Quote)
	if err != nil {
		return err
	}
	known := originals(list)
	for _, r := range all {
		translation, original := r.digests(v)
		if _, ok := known[translation]; ok {
			continue
		}
		if err := d.append(ctx, tx, v.translated(r.language, translation, original)); err != nil {
			return err
		}
	}
	return nil
}

func (v *Visit) translated(lang, translation, original string) *Event {
	e := v.leadEvent(WasTranslated)
	e.Language, e.After, e.Detail = lang, translation, originalDetail+original
	return e
}

// Fits says, for the lead, that a translation still says what the words say as they
// stand now.
func (d *Desk) Fits(ctx context.Context, slug, name, lang string) (*Request, error) {
	return d.lead(ctx, slug, name, 0, func(tx *store.Tx, v *Visit) error {
		of, q := v.Translation(lang)
		if q == nil {
			return Refuse(ErrState, "the quote %s has no words in %q", v.Request.Quote, lang)
		}
		translation, original := rendition{lang, of, q}.digests(v)
		return d.append(ctx, tx, v.translated(lang, translation, original))
	})
}

// SignTranslation approves the words of the quote in another language of the
// release, as they stand in its file. shown is the digest of the words that the page
// showed, and original that of those in the release's own language beside them.
func (d *Desk) SignTranslation(ctx context.Context, secret, lang, shown, original string) (*Visit, error) {
	return d.act(ctx, secret, 0, inTime, func(tx *store.Tx, v *Visit) error {
		of, q := v.Translation(lang)
		if q == nil {
			return ErrState
		}
		digest, beside := rendition{lang, of, q}.digests(v)
		if digest != shown || beside != original {
			return ErrWords
		}
		if l := v.Latest; l != nil && l.What == WasSigned && l.Link == v.link && l.Language == lang && l.After == digest {
			return nil // the button was pressed twice
		}
		w := submission.FromQuote(q)
		e := v.event(WasSigned)
		e.Language, e.After, e.Words, e.Detail = lang, digest, &w, originalDetail+beside
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		if err := d.promise(ctx, tx, e); err != nil {
			return err
		}
		if err := d.lateForSend(ctx, tx, v, e); err != nil {
			return err
		}
		return d.receipt(ctx, tx, v, e)
	})
}

// Rendition is a translation of the quote as a partner is shown it.
type Rendition struct {
	Language, Name string
	Words          *release.Quote
	Digest         string         // of its words
	Original       string         // of the words beside it
	Beside         *release.Quote // in the release's own language
	Signed         bool           // it has a sign-off of its own that holds
	// Stale tells that the words in the release's own language were changed since; Was
	// are those that it was made of, nil if they are not kept.
	Stale bool
	Was   *submission.Words
	// Does is what becomes of it without a sign-off.
	Does release.Policy
	// Follows tells that it is not printed since the words themselves are not, as it
	// stands before send.
	Follows bool
	// Fate is what becomes of it after send; nothing where that is what the page says of
	// translations anyway.
	Fate language.Said
}

// Renditions are the translations of the quote, each beside the words as they stand.
func (d *Desk) Renditions(ctx context.Context, v *Visit) ([]Rendition, error) {
	all := v.renditions()
	if len(all) == 0 {
		return nil, nil
	}
	known, err := d.Known(ctx, v.Request.Slug)
	if err != nil {
		return nil, err
	}
	list, err := d.Events(ctx, v.Request.Slug)
	if err != nil {
		return nil, err
	}
	pending := v.Release.Pending(known)
	var out []Rendition
	for _, r := range all {
		o := Rendition{Language: r.language, Name: v.Release.Version(r.language).Catalogue().Name, Words: r.q, Beside: r.of, Does: release.Warn}
		o.Digest, o.Original = r.digests(v)
		decision, ok := known.Decision(release.QuoteKey{Quote: v.Request.Quote, Language: r.language})
		o.Signed = ok && decision.Given && decision.Digest == o.Digest
		for _, p := range pending {
			if p.Key == (release.QuoteKey{Quote: v.Request.Quote, Language: r.language}) && p.Stale {
				o.Stale, o.Signed, o.Does = true, false, p.Does
				o.Was = wordsOf(list, v.Request.Quote, known.Originals[o.Digest])
			}
			o.Follows = o.Follows || v.Standing == nil && p.Key.Language == v.Language() && p.Key.Quote == v.Request.Quote && !p.Absent &&
				p.Does == release.LeaveOut
		}
		if s := v.Standing; s != nil && !s.Unread && (o.Signed || s.Prints() && !s.HasIn(r.language, v.Request.Quote, o.Digest)) {
			o.Fate = v.becomes(r.language, o.Digest)
		}
		out = append(out, o)
	}
	return out, nil
}

// wordsOf are the words that a digest names, nil if no event keeps them.
func wordsOf(list []*Event, quote, digest string) *submission.Words {
	for _, e := range list {
		if e.Quote == quote && e.After == digest && e.Words != nil {
			return e.Words
		}
	}
	return nil
}
