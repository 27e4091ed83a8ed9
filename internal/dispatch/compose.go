package dispatch

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"pressroom/internal/audience"
	"pressroom/internal/blob"
	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/internal/spread"
	"pressroom/internal/workspace"
)

// composer compiles what a mailing sends, and nothing else goes into that.
type composer struct {
	in    *compile.Input
	kind  embargo.Kind
	phase release.Phase
	mail  mailSettings
	notes map[string][]string // by noteKey
	// embargo has, of a notice, the terms to which its readers agree.
	embargo workspace.Embargo
	prior   *prior // what was public of it before; nil for what was not

	mu    sync.Mutex
	blobs map[string][]byte // pictures and attachments of the messages, by digest
}

// mailSettings are the settings that stand in messages.
type mailSettings struct {
	From      string `json:"from"`
	ReplyTo   string `json:"reply_to,omitempty"`
	PublicURL string `json:"public_url,omitempty"`
	Address   string `json:"address,omitempty"` // of the organisation, by post
	Privacy   string `json:"privacy,omitempty"` // where its privacy notice is
	// Page: advance copies have a page, which their mail links.
	Page bool `json:"page,omitempty"`
}

// put keeps bytes beside the artefacts, and returns the digest that names them.
func (c *composer) put(data []byte) string {
	digest := blob.Digest(data)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.blobs[digest] = data
	return digest
}

// artefacts compiles all that is stored of a mailing: the documents in every
// language, the forms of its messages, and for the release the partners' editions.
func (c *composer) artefacts(ctx context.Context, forms []audience.Form) (map[string][]byte, error) {
	if c.kind == embargo.Notice {
		out := make(map[string][]byte)
		return out, c.notices(forms, out)
	}
	var variants []release.Variant
	for _, l := range c.in.Release.Languages() {
		variants = append(variants, release.Variant{Phase: c.phase, Language: l})
	}
	all, err := c.in.All(ctx, []compile.Format{compile.PDF, compile.Web, compile.Text}, variants)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]byte)
	for _, a := range all {
		out[string(a.Format)+"/"+a.Variant.Language] = a.Data
	}
	if c.kind == embargo.Advance && c.mail.Page {
		if err := c.early(ctx, out); err != nil {
			return nil, err
		}
	}
	if c.kind == embargo.Correction { // by it the ledger tells one's words from another's: it has no marks
		for _, v := range variants {
			if out[string(compile.Text)+"/"+v.Language], err = c.in.Plain().One(compile.Text, v); err != nil {
				return nil, err
			}
		}
	}
	if c.kind == embargo.Release {
		err = errors.Join(c.editions(ctx, out), c.public(ctx, out))
	} else if c.kind == embargo.Withdrawal && c.prior != nil {
		err = c.public(ctx, out)
	}
	if err != nil {
		return nil, err
	}
	if err := c.localDocuments(ctx, forms, out); err != nil {
		return nil, err
	}
	return out, c.messages(ctx, forms, out)
}

// documentOf is what the PDF of a form is called among the artefacts.
func (c *composer) documentOf(f audience.Form) string {
	name := string(compile.PDF) + "/" + f.Language
	if c.fresh() {
		name += "/fresh"
	}
	if f.Local != "" {
		name += "@" + f.Local
	}
	return name
}

// fresh tells whether messages go to those who have nothing of a release that was amended:
// theirs is right from the beginning, and says nothing of what was wrong before.
func (c *composer) fresh() bool { return !c.kind.ToHolders() && c.in.Release.Amended != nil }

// sent is the input of what is mailed.
func (c *composer) sent() *compile.Input {
	if c.fresh() {
		return c.in.Plain()
	}
	return c.in
}

// localDocuments compiles the PDFs in which a region's quote comes first.
func (c *composer) localDocuments(ctx context.Context, forms []audience.Form, out map[string][]byte) error {
	wanted := make(map[string]audience.Form)
	for _, f := range forms {
		if f.Attach && out[c.documentOf(f)] == nil {
			wanted[c.documentOf(f)] = f
		}
	}
	return each(ctx, wanted, func(name string, f audience.Form) error {
		data, err := c.sent().Local(f.Local).One(compile.PDF, release.Variant{Phase: c.phase, Language: f.Language})
		c.mu.Lock()
		defer c.mu.Unlock()
		out[name] = data
		return err
	})
}

// words is what the bodies of a message depend on. Whether files are attached, and
// whether the mail shows pictures, counts only where there are files.
type words struct {
	language, covers, local, note string
	attach, textOnly              bool
}

// noteKey names a note in a language.
func noteKey(language, note string) string { return language + ledger.CopyMark + note }

// messages compiles the forms of the messages: those of the same words have the
// same bodies.
func (c *composer) messages(ctx context.Context, forms []audience.Form, out map[string][]byte) error {
	if c.kind == embargo.Notice {
		return c.notices(forms, out)
	}
	byWords := make(map[words][]audience.Form)
	files := len(c.in.Enclosed(true)) > 0
	for _, f := range forms {
		w := words{f.Language, f.Covers, f.Local, f.Note, files && f.Attach, files && f.TextOnly}
		byWords[w] = append(byWords[w], f)
	}
	return each(ctx, byWords, func(w words, forms []audience.Form) error {
		bodies, err := c.bodies(w)
		if err != nil {
			return err
		}
		for _, f := range forms {
			c.mu.Lock()
			document := out[c.documentOf(f)]
			c.mu.Unlock()
			data, err := c.template(f, bodies, document)
			if err != nil {
				return fmt.Errorf("composing %s: %w", f.Name(), err)
			}
			c.mu.Lock()
			out[f.Name()] = data
			c.mu.Unlock()
		}
		return nil
	})
}

func (c *composer) bodies(w words) (*email.Bodies, error) {
	in := c.sent()
	if w.local != "" {
		in = in.Local(w.local)
	}
	variant := release.Variant{Phase: c.phase, Language: w.language}
	above := email.Above{Enclosed: in.MailEnclosures(variant, c.address(), w.attach, w.textOnly)}
	if w.covers != "" {
		above.Covers = strings.Split(w.covers, ",")
	}
	if c.kind.ToHolders() {
		above.Note, above.Framed = in.Release.Statement(in.Release.Version(w.language), true).Lines(), true
	}
	switch w.note {
	case "":
	case audience.NoteAgain:
		above.Note = append([]string{in.Release.Version(w.language).Catalogue().Say(language.SentAgain)}, above.Note...)
	default:
		if above.Note = c.notes[noteKey(w.language, w.note)]; above.Note == nil {
			return nil, fmt.Errorf("the note %s of the copies in %s is missing", w.note, w.language)
		}
	}
	bodies, err := in.Bodies(variant, above)
	if err == nil && c.kind == embargo.Test {
		bodies.Subject = "[TEST] " + bodies.Subject
	}
	return bodies, err
}

func (c *composer) template(f audience.Form, bodies *email.Bodies, document []byte) ([]byte, error) {
	cat := c.catalogue(f.Language)
	foot := c.sender().Foot(cat, c.pageWords(cat))
	parts := mail.Parts{
		From: c.mail.From, ReplyTo: c.mail.ReplyTo, Language: f.Language, Bodies: bodies, TextOnly: f.TextOnly, Key: c.put,
		SentTo: foot.SentTo, Legal: foot.Legal, Links: foot.Links,
	}
	if f.Attach {
		parts.Attachments = c.in.Attachments(f.Language, document, f.TextOnly)
	}
	t, err := mail.Build(parts)
	if err != nil {
		return nil, err
	}
	return t.Marshal()
}

// sender is the press office as it stands under its mails.
func (c *composer) sender() mail.Sender {
	return mail.Sender{Name: c.in.Release.Issuer.Name, Address: c.mail.Address, Privacy: c.mail.Privacy, PublicURL: c.mail.PublicURL}
}

// pageWords are those of the link to the recipient's own page, "" where there is none.
func (c *composer) pageWords(cat *language.Catalogue) string {
	switch {
	case c.kind == embargo.Notice:
		return cat.Embargo(language.NoticeAgree)
	case c.kind == embargo.Advance && c.mail.Page:
		return cat.Embargo(language.CopyPageLink)
	}
	return ""
}

// each does something for every entry of a map, several at once.
func each[K comparable, V any](ctx context.Context, all map[K]V, do func(K, V) error) error {
	keys := slices.Collect(maps.Keys(all))
	return spread.Over(ctx, len(keys), compile.AtOnce, func(i int) error { return do(keys[i], all[keys[i]]) })
}
