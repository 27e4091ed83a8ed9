// Package provenance says whether words are those that were sent: of which release, in
// which revision, word for word or with what difference, and what was said of it since.
//
// Index notes by what each mailing is found, and Find looks a file up.
package provenance

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/importer"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/verify"
	"pressroom/internal/verify/pdftext"
)

// Desk looks words up.
type Desk struct {
	Ledger *ledger.Ledger
	// Open tells what whoever asks may know of a mailing: whether there is one, and how its
	// words read. Nil is for the press office, which may know of all. What they may not know
	// of is as if it did not exist: it is neither noted nor compared on their behalf.
	Open func(ctx context.Context, dispatch string) (known, shown bool, err error)
	// Languages are those of the workspace; nil is those of the program.
	Languages *language.Set
}

// open is Open, or what holds without it.
func (d *Desk) open(ctx context.Context, dispatch string) (known, shown bool, err error) {
	if d.Open == nil {
		return true, true, nil
	}
	return d.Open(ctx, dispatch)
}

// Finding is what a file is.
type Finding struct {
	Of       *ledger.Dispatch
	Language string
	Form     string // the artefact that it is most like
	// File tells that it is, byte for byte, a file that was sent.
	File   bool
	Result verify.Result
	// Hidden tells that how the words read is not to be shown.
	Hidden bool
	// Since is what was said of the release after these words had gone out.
	Since []ledger.Amendment
}

// MaxBytes bounds a file that is looked up.
const MaxBytes = importer.MaxBytes

// ErrNoWords is returned for a file without any.
var ErrNoWords = errors.New("there are no words in it that could be looked up")

// input is a file as words; of a mail each of its texts.
type input struct {
	digest string
	kind   string // the form that its references are looked for in first: pdf, docx, web, mail or text
	docs   []*verify.Doc
	text   string // all of it, for what stands on somebody's own copy
}

func read(name string, data []byte) (*input, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("it is larger than %d MiB", MaxBytes>>20)
	}
	in := &input{digest: blob.Digest(data)}
	doc, text, kind, err := docs(name, data)
	if err != nil {
		return nil, err
	}
	in.docs, in.kind = doc, kind
	in.text = strings.Join(text, "\n")
	words := 0
	for _, d := range in.docs {
		words += d.Words()
	}
	if words == 0 {
		return nil, ErrNoWords
	}
	return in, nil
}

// docs are the words of a file, its texts, and which form it has.
func docs(name string, data []byte) (out []*verify.Doc, text []string, kind string, err error) {
	if strings.HasPrefix(string(data[:min(len(data), 5)]), "%PDF-") {
		t, err := pdftext.Read(data)
		if err != nil {
			return nil, nil, "", fmt.Errorf("the PDF cannot be read: %w; copy its words, and hand those in", err)
		}
		return []*verify.Doc{verify.Split(t.Paragraphs)}, t.Paragraphs, "pdf", nil
	}
	shown, err := importer.ShownBy(name, data)
	if err != nil {
		return nil, nil, "", err
	}
	kind = "text"
	for _, s := range shown {
		text = append(append(text, s.Plain), s.Paragraphs...)
		if s.Paragraphs == nil {
			out = append(out, verify.Plain(s.Plain))
		} else {
			kind = "web"
			out = append(out, verify.Split(s.Paragraphs))
		}
	}
	switch {
	case strings.HasPrefix(string(data[:min(len(data), 4)]), "PK\x03\x04"):
		kind = "docx"
	case len(shown) > 1:
		kind = "mail"
	}
	return out, text, kind, nil
}

// Limits of how much is compared.
const (
	mostCandidates = 8
	mostOfOne      = 200 // mailings that share one place, as boilerplate does
	leastShared    = 2   // places
	fewWords       = 40  // and below, of which each place is looked for
)

// LeastWords is how many words of what was sent, in a row, are found again. Of less, some
// are.
const LeastWords = verify.LeastWords

// Find looks a file up. name's ending tells its form where its content does not. What it
// finds is nil where the words are of nothing that was sent.
func (d *Desk) Find(ctx context.Context, name string, data []byte) (*Finding, error) {
	in, err := read(name, data)
	if err != nil {
		return nil, &UnreadableError{err}
	}
	if err := d.Index(ctx); err != nil {
		return nil, err
	}
	candidates, err := d.candidates(ctx, in)
	if err != nil {
		return nil, err
	}
	var best *Finding
	for _, c := range candidates {
		f, err := d.compare(ctx, in, c)
		if err != nil {
			return nil, err
		}
		if f != nil && (best == nil || better(f, best)) {
			best = f
		}
	}
	if best == nil || best.Result.Verdict == verify.Unknown {
		return nil, nil
	}
	_, shown, err := d.open(ctx, best.Of.ID)
	if err != nil {
		return nil, err
	}
	if best.Hidden = !shown; best.Hidden {
		best.Result.Changes, best.Result.Left = nil, nil
	}
	best.Since, err = d.since(ctx, best.Of)
	return best, err
}

// better tells which of two says more; of two that say the same, what went to everybody,
// and that first.
func better(a, b *Finding) bool {
	switch {
	case a.File != b.File:
		return a.File
	case a.Result.Better(b.Result):
		return true
	case b.Result.Better(a.Result):
		return false
	}
	return a.Of.Kind == embargo.Release && (b.Of.Kind != embargo.Release || a.Of.CreatedAt.Before(b.Of.CreatedAt))
}

// since is what was said of a release after the words of a dispatch.
func (d *Desk) since(ctx context.Context, of *ledger.Dispatch) ([]ledger.Amendment, error) {
	all, err := d.Ledger.Amendments(ctx, of.Slug)
	if err != nil {
		return nil, err
	}
	if d.Open != nil {
		all = ledger.Told(all)
	}
	return slices.DeleteFunc(all, func(a ledger.Amendment) bool {
		return !a.At.After(of.CreatedAt) || a.Dispatch == of.ID || a.Mailing == of.ID
	}), nil
}

// candidate is a mailing that shares words with a file.
type candidate struct {
	dispatch string
	shared   int
}

func (d *Desk) candidates(ctx context.Context, in *input) ([]candidate, error) {
	shared := make(map[string]int)
	same, err := d.Ledger.WithArtefact(ctx, in.digest)
	if err != nil {
		return nil, err
	}
	for _, id := range same {
		shared[id] += 1 << 20
	}
	least := leastShared
	for _, doc := range in.docs {
		places := doc.Sample()
		if doc.Words() < fewWords {
			places, least = doc.Places(), 1
		}
		for _, place := range places {
			if err := d.at(ctx, place, func(id string) { shared[id]++ }); err != nil {
				return nil, err
			}
		}
	}
	var out []candidate
	for id, n := range shared {
		if n >= least {
			out = append(out, candidate{id, n})
		}
	}
	slices.SortFunc(out, func(a, b candidate) int {
		if a.shared != b.shared {
			return b.shared - a.shared
		}
		return strings.Compare(a.dispatch, b.dispatch)
	})
	return d.mayKnow(ctx, out)
}

// mayKnow are the candidates that whoever asks may know of, the best. It asks as often
// where there are none: how long an answer takes does not tell what is not public.
func (d *Desk) mayKnow(ctx context.Context, all []candidate) (out []candidate, err error) {
	for i := 0; i < max(len(all), mostCandidates) && len(out) < mostCandidates; i++ {
		c := candidate{dispatch: "none/release-1"}
		if i < len(all) {
			c = all[i]
		}
		known, _, err := d.open(ctx, c.dispatch)
		if err != nil {
			return nil, err
		}
		if known && i < len(all) {
			out = append(out, c)
		}
	}
	return out, nil
}

// at lists the mailings that have a place.
func (d *Desk) at(ctx context.Context, place int64, each func(dispatch string)) error {
	rows, err := d.Ledger.DB().Reader().QueryContext(ctx, `SELECT dispatch FROM sampled WHERE place = ? LIMIT ?`, place, mostOfOne)
	if err != nil {
		return fmt.Errorf("looking words up: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return fmt.Errorf("looking words up: %w", err)
		}
		each(id)
	}
	return rows.Err()
}

// compare holds a file against each form of a mailing.
func (d *Desk) compare(ctx context.Context, in *input, c candidate) (*Finding, error) {
	of, err := d.Ledger.Dispatch(ctx, c.dispatch)
	if err != nil {
		return nil, err
	}
	names, err := d.Ledger.ArtefactNames(ctx, of.ID)
	if err != nil {
		return nil, err
	}
	files := &pmail.Files{Open: func(digest string) ([]byte, error) {
		return d.Ledger.BlobOf(ctx, of.ID, "a file of the messages", digest)
	}}
	var best *Finding
	for _, n := range names {
		form, tag, ok := strings.Cut(n, "/")
		if !ok || !slices.Contains([]string{"text", "web", "docx", "pdf", "mail", "eml"}, form) || !fits(in.kind, form) {
			continue
		}
		data, err := d.Ledger.Artefact(ctx, of.ID, n)
		if err != nil {
			return nil, err
		}
		tag, _, _ = strings.Cut(tag, ".")
		cat := d.Languages.Of(tag)
		refs, err := references(n, data, files, cat)
		if err != nil {
			return nil, fmt.Errorf("%s of %s: %w", n, of.ID, err)
		}
		for _, r := range refs { // a copy may be somebody's own, and says so beside the words
			r.Running = append(r.Running, release.ReferenceLines(cat, in.text)...)
		}
		f := &Finding{Of: of, Language: tag, Form: n, File: blob.Digest(data) == in.digest, Result: against(refs, in.docs)}
		if best == nil || better(f, best) {
			best = f
		}
	}
	return best, nil
}

// fits tells whether a file of a kind is held against a form: what was copied from
// anywhere against all of them.
func fits(kind, form string) bool {
	switch kind {
	case "text":
		return form != "eml"
	case "web":
		return form == "web" || form == "mail"
	case "mail":
		return form == "mail" || form == "eml" || form == "text" || form == "web"
	}
	return kind == form
}

// against is the least of what each of a file's texts is: what one reader sees and
// another does not must be the same words.
func against(refs []*verify.Reference, docs []*verify.Doc) verify.Result {
	var least verify.Result
	for i, doc := range docs {
		var best verify.Result
		for _, ref := range refs {
			if r := verify.Compare(ref, doc); r.Better(best) {
				best = r
			}
		}
		if i == 0 || best.Verdict < least.Verdict {
			least = best
		}
	}
	return least
}

// Sent is when the words of a finding went out, or were composed.
func (f *Finding) Sent() time.Time {
	if !f.Of.LiftedAt.IsZero() {
		return f.Of.LiftedAt
	}
	return f.Of.CreatedAt
}
