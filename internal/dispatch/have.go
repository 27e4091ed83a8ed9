package dispatch

import (
	"context"
	"maps"
	"slices"
	"strings"

	"pressroom/internal/agreement"
	"pressroom/internal/audience"
	"pressroom/internal/blob"
	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
)

// leaveOut takes those out of a mailing who have what it brings already, and marks
// the advance copies that replace an earlier one.
func (p *Plan) leaveOut(m *Mailing) error {
	if m.Kind == embargo.Advance && p.people.Any() {
		m.texts = make(map[string][]byte)
		for _, l := range p.Input.Release.Languages() {
			text, err := p.Input.One(compile.Text, release.Variant{Phase: m.Phase, Language: l})
			if err != nil {
				return err
			}
			m.texts[l] = text
		}
	}
	kept := m.Recipients[:0]
	for _, r := range m.Recipients {
		has := p.people.Reached(r.Journalist.Key)
		switch {
		case r.Suppressed:
		case m.Kind == embargo.Notice && has.Notified:
			m.Skipped = append(m.Skipped, Skipped{r.Journalist, wasAsked})
			continue
		case m.Kind == embargo.Advance && has.Off:
			m.Skipped = append(m.Skipped, Skipped{r.Journalist, ledger.WasTakenOff})
			continue
		case m.Kind == embargo.Release && has.Release, m.Kind == embargo.Advance && has.Advance &&
			has.Words == blob.Digest(m.texts[r.Form.Language]):
			m.Skipped = append(m.Skipped, Skipped{r.Journalist, hasIt})
			continue
		case m.Kind == embargo.Advance && has.Advance:
			r.Replaces = has.Words
		}
		kept = append(kept, r)
	}
	m.Recipients = kept
	return nil
}

// Replacing counts the advance copies that take the place of an earlier one.
func (m *Mailing) Replacing() int {
	n := 0
	for _, r := range m.Recipients {
		if r.Replaces != "" && r.Mailed() {
			n++
		}
	}
	return n
}

// replacements are, for every form of the advance copies, those that say that they
// replace an earlier copy and what changed: one for each text that somebody may hold
// when the mailing is scheduled.
func (p *Plan) replacements(ctx context.Context, m *Mailing, c *composer) ([]audience.Form, error) {
	if m.Kind != embargo.Advance || !p.people.Any() {
		return nil, nil
	}
	texts, err := p.ledger.AdvanceTexts(ctx, p.Input.Release.Slug)
	if err != nil {
		return nil, err
	}
	unrepeated, err := p.ledger.Unrepeated(ctx, p.Input.Release.Slug)
	if err != nil {
		return nil, err
	}
	c.notes = make(map[string][]string)
	seen := make(map[audience.Form]bool)
	var out []audience.Form
	for _, r := range m.Recipients {
		for _, old := range slices.Sorted(maps.Keys(texts)) {
			now := m.texts[r.Form.Language]
			f := r.Form
			f.Note = strings.TrimPrefix(ledger.CopyName("", old), ledger.CopyMark)
			if old == blob.Digest(now) || seen[f] {
				continue
			}
			seen[f] = true
			out = append(out, f)
			if key := noteKey(f.Language, f.Note); c.notes[key] == nil {
				c.notes[key] = p.replaceNote(f.Language, texts[old], now, unrepeated)
			}
		}
	}
	return out, nil
}

// replaceNote is what stands above a copy that replaces another. Texts in two
// languages are not compared, nor is one of which words are not to be shown again.
func (p *Plan) replaceNote(lang string, before ledger.AdvanceText, now []byte, unrepeated bool) []string {
	cat := p.Input.Release.Version(lang).Catalogue()
	if before.Language != lang || unrepeated {
		return []string{cat.Say(language.Replaces)}
	}
	return append([]string{cat.Say(language.Replaced)}, agreement.Changes(cat, before.Text, now)...)
}
