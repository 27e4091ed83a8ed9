package dispatch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"

	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/wording"
)

// who reads how far the release has come to everybody.
func (p *Plan) who(ctx context.Context, slug string) (err error) {
	if p.reached, err = p.ledger.Reached(ctx, slug); err != nil {
		return err
	}
	p.persons, err = p.ledger.Persons(ctx)
	return err
}

// reachedBy is how far the release has come to whoever has an address.
func (p *Plan) reachedBy(key string) ledger.Reached {
	if person, ok := p.persons[key]; ok {
		key = person
	}
	return p.reached[key]
}

// leaveOut takes those out of a mailing who have what it brings already, and marks
// the advance copies that replace an earlier one.
func (p *Plan) leaveOut(m *Mailing) error {
	if m.Kind == embargo.Advance && len(p.reached) > 0 {
		m.texts = make(map[string]string)
		for _, l := range p.Input.Release.Languages() {
			text, err := p.Input.One(compile.Text, release.Variant{Phase: m.Phase, Language: l})
			if err != nil {
				return err
			}
			m.texts[l] = digest(text)
		}
	}
	kept := m.Recipients[:0]
	for _, r := range m.Recipients {
		has := p.reachedBy(r.Journalist.Key)
		switch {
		case r.Suppressed:
		case m.Kind == embargo.Release && has.Release, m.Kind == embargo.Advance && has.Advance && has.Words == m.texts[r.Form.Language]:
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

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Replacing counts the advance copies that take the place of an earlier one.
func (m *Mailing) Replacing() int {
	n := 0
	for _, r := range m.Recipients {
		if r.Replaces != "" && !r.Suppressed {
			n++
		}
	}
	return n
}

// maxChanges is how many changes the note above a replaced copy lists.
const maxChanges = 12

// replacements makes, for every form of the advance copies, the message that says
// that it replaces an earlier copy and what changed: one for each text that
// somebody may hold when the mailing is scheduled.
func (p *Plan) replacements(ctx context.Context, m *Mailing, artefacts map[string][]byte) error {
	if m.Kind != embargo.Advance || len(p.reached) == 0 {
		return nil
	}
	texts, err := p.ledger.AdvanceTexts(ctx, p.Input.Release.Slug)
	if err != nil {
		return err
	}
	forms := make(map[string]Form)
	for _, r := range m.Recipients {
		forms[r.Form.Name()] = r.Form
	}
	for name, f := range forms {
		now := artefacts["text/"+f.Language]
		for old, before := range texts {
			if old == digest(now) {
				continue
			}
			marked := ledger.CopyName(name, old)
			if artefacts[marked], err = p.template(m, f, artefacts, p.replaceNote(f.Language, before, now)); err != nil {
				return err
			}
		}
	}
	return nil
}

// replaceNote is what stands above a copy that replaces another. Texts in two
// languages are not compared.
func (p *Plan) replaceNote(lang string, before ledger.AdvanceText, now []byte) []string {
	cat := p.Input.Release.Version(lang).Catalogue()
	if before.Language != lang {
		return []string{cat.Say(language.Replaces)}
	}
	changes := wording.Changes(string(before.Text), string(now))
	note := []string{cat.Say(language.Replaced)}
	for i, c := range changes {
		if i == maxChanges {
			note = append(note, fmt.Sprintf("… (+%d)", len(changes)-i))
			break
		}
		quoted := func(s string) string { return cat.Open + s + cat.Close }
		switch {
		case c.Before == "":
			note = append(note, "+ "+quoted(c.After))
		case c.After == "":
			note = append(note, "− "+quoted(c.Before))
		default:
			note = append(note, quoted(c.Before)+" → "+quoted(c.After))
		}
	}
	return note
}

// forms are the forms that a mailing's messages have, in a fixed order.
func (p *Plan) forms(m *Mailing) []Form {
	seen := make(map[string]Form)
	for _, r := range m.Recipients {
		seen[r.Form.Name()] = r.Form
	}
	if m.Kind == embargo.Release {
		for _, other := range p.Mailings {
			if other.Kind != embargo.Advance {
				continue
			}
			for _, r := range other.Recipients { // they may have to get the release here
				seen[r.Follow.Name()] = r.Follow
			}
		}
	}
	names := make([]string, 0, len(seen))
	for n := range seen {
		names = append(names, n)
	}
	sort.Strings(names)
	out := make([]Form, len(names))
	for i, n := range names {
		out[i] = seen[n]
	}
	return out
}
