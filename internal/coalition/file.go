package coalition

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/draft"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
	"pressroom/internal/submission"
)

// ConflictError says that the release holds words that nobody here knows, so that
// nothing is written over them.
type ConflictError struct {
	File, Quote string
	Words       submission.Words // that stand there
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("the quote %s was changed in %s meanwhile; nothing was written over", e.Quote, e.File)
}

// placing is a quote that is to be written into a release, with its sign-off.
type placing struct {
	slug, language string
	quote          *release.Quote
	org            string // as the file names it
	signoff        release.Signoff
	// known tells whether words that stand in the file already may be replaced: by
	// their digest.
	known func(digest string) bool
	// of is, for a translation, the quote in the release's own language: its
	// organisation and speaker hold there too.
	of *release.Quote
}

// place writes a quote and its sign-off into the front matter and touches no other
// byte. Words that stand there and are the same stay as they are written.
func (p *placing) place(doc *frontmatter.Document, settings release.Settings) ([]byte, error) {
	name := doc.Name
	signoff := fmt.Sprintf("by = %s\nat = %s\ndigest = %s\n", frontmatter.Quote(p.signoff.By), p.signoff.At.UTC().Format(time.RFC3339),
		frontmatter.Quote(p.signoff.Digest))
	i, there := find(doc, p.quote.ID)
	if !there && p.of != nil {
		return nil, fmt.Errorf("%s has no words of %s to sign off", name, p.quote.ID)
	}
	if !there {
		return doc.Append("quote", submission.TOML(p.quote, p.org)+"[quote.signoff]\n"+signoff)
	}
	path := frontmatter.Index("quote", i)
	have := quoteAt(doc, i, settings)
	if p.of != nil {
		have.Org, have.Speaker, have.Style = p.of.Org, p.of.Speaker, p.of.Style
	}
	if got := release.SignoffDigest(p.slug, p.language, have); got != p.signoff.Digest {
		if p.of != nil || !p.known(got) {
			return nil, &ConflictError{File: name, Quote: p.quote.ID, Words: submission.FromQuote(have)}
		}
		var err error
		if doc, err = p.replace(doc, path, have); err != nil {
			return nil, err
		}
	}
	if _, signed := doc.Lookup(path + ".signoff"); !signed {
		return doc.AddTable(path, "signoff", signoff)
	}
	for _, kv := range [][2]string{
		{"by", frontmatter.Quote(p.signoff.By)},
		{"at", p.signoff.At.UTC().Format(time.RFC3339)},
		{"digest", frontmatter.Quote(p.signoff.Digest)},
	} {
		out, err := doc.Set(path+".signoff", kv[0], kv[1])
		if doc, err = reread(name, out, err); err != nil {
			return nil, err
		}
	}
	return doc.Src, nil
}

// replace sets the keys of a quote's table that differ.
func (p *placing) replace(doc *frontmatter.Document, path string, have *release.Quote) (*frontmatter.Document, error) {
	for _, kv := range []struct{ key, value, before string }{
		{"org", p.org, ""},
		{"speaker", p.quote.Speaker, have.Speaker},
		{"title", p.quote.Title, have.Title},
		{"attribution", p.quote.Attribution, have.Attribution},
		{"style", string(p.quote.Style), string(have.Style)},
		{"text", p.quote.Text, have.Text},
	} {
		if kv.value == kv.before || kv.key == "org" && have.Org == p.quote.Org {
			continue
		}
		out, err := doc.Set(path, kv.key, frontmatter.Quote(kv.value))
		if doc, err = reread(doc.Name, out, err); err != nil {
			return nil, err
		}
	}
	return doc, nil
}

// find is the place of a quote among the tables.
func find(doc *frontmatter.Document, id string) (int, bool) {
	list, _ := doc.Tree()["quote"].([]map[string]any)
	for i, t := range list {
		got, ok := t["id"].(string)
		if !ok || got == "" {
			org, _ := t["org"].(string)
			got = release.Slugify(org)
		}
		if got == id {
			return i, true
		}
	}
	return 0, false
}

// quoteAt is a quote as it stands in front matter.
func quoteAt(doc *frontmatter.Document, i int, settings release.Settings) *release.Quote {
	list, _ := doc.Tree()["quote"].([]map[string]any)
	get := func(key string) string { s, _ := list[i][key].(string); return s }
	q := &release.Quote{
		ID: get("id"), Org: settings.OrgName(get("org")), Speaker: get("speaker"), Title: get("title"), Text: get("text"),
		Attribution: get("attribution"), Style: release.Style(get("style")),
	}
	if q.ID == "" {
		q.ID = release.Slugify(get("org"))
	}
	if q.Style == "" {
		q.Style = release.StyleSaid
	}
	return q
}

// could tells of a quote that it cannot stand in the release, where that is so.
func (c *change) could(err error) error {
	if unread := (*draft.UnreadableError)(nil); c.quote && errors.As(err, &unread) {
		return fmt.Errorf("the quote cannot stand in the release: %w", unread.Findings)
	}
	return err
}

// signOn puts an organisation on the list of signatories or, where the release has
// gone out, beside it with the day.
func (d *Desk) signOn(doc *frontmatter.Document, e *Event) ([]byte, error) {
	mine := frontmatter.Quote(e.Org)
	if day, late := strings.CutPrefix(e.Detail, lateDetail); late {
		list, _ := doc.Tree()["signatory"].([]map[string]any)
		if slices.ContainsFunc(list, func(t map[string]any) bool { return t["org"] == e.Org }) {
			return doc.Src, nil
		}
		return doc.Append("signatory", "org = "+mine+"\non = "+day+"\n")
	}
	list, _ := doc.Tree()["signatories"].([]any)
	var names []string
	for _, e := range list {
		name, ok := e.(string)
		if !ok {
			return nil, fmt.Errorf("signatories in %s holds something that is no name", doc.Name)
		}
		names = append(names, frontmatter.Quote(name))
	}
	if slices.Contains(names, mine) || slices.Contains(names, frontmatter.Quote(d.orgName(e.Org))) {
		return doc.Src, nil
	}
	return doc.Set("", "signatories", "["+strings.Join(append(names, mine), ", ")+"]")
}

// lateDetail begins the Detail of a SignedOn after the release had gone out; the day
// follows.
const lateDetail = "late, "

// ordered writes the order of the quotes, and the lot that it was drawn by.
func ordered(doc *frontmatter.Document, order release.Order, lot string) ([]byte, error) {
	keys := [][2]string{{"order", frontmatter.Quote(string(order))}}
	if order == release.OrderLot {
		keys = append([][2]string{{"lot", frontmatter.Quote(lot)}}, keys...)
	}
	for _, kv := range keys {
		out, err := setIn(doc, "quotes", kv[0], kv[1])
		if doc, err = reread(doc.Name, out, err); err != nil {
			return nil, err
		}
	}
	return doc.Src, nil
}

// setIn sets a key of a top table, which is made if it is not there.
func setIn(doc *frontmatter.Document, table, key, value string) ([]byte, error) {
	if _, ok := doc.Lookup(table); ok {
		return doc.Set(table, key, value)
	}
	return doc.AppendTable(table, key+" = "+value+"\n")
}

// isConflict unpacks a ConflictError.
func isConflict(err error) (*ConflictError, bool) {
	var c *ConflictError
	return c, errors.As(err, &c)
}

// reread reads a file that was edited, so that it can be edited further.
func reread(name string, out []byte, err error) (*frontmatter.Document, error) {
	if err != nil {
		return nil, err
	}
	doc, diags := frontmatter.Split(name, out)
	if doc == nil {
		return nil, diags
	}
	return doc, nil
}
