package dispatch

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// kept is what the database keeps of a dispatch beside its artefacts: all that made
// them.
type kept struct {
	compile.Record
	Kind  embargo.Kind  `json:"kind"`
	Phase release.Phase `json:"phase"`
	Mail  mailSettings  `json:"mail"`
	// Embargo are, of a notice, the terms to which its readers agree.
	Embargo *workspace.Embargo `json:"embargo,omitempty"`
	// Notes stand above forms of the messages, by language and Form.Note.
	Notes map[string][]string `json:"notes,omitempty"`
	// Prior is what was public of the release before.
	Prior *prior `json:"prior,omitempty"`
}

// write stores one mailing without its recipients.
func (p *Plan) write(ctx context.Context, m *Mailing) (string, error) {
	in := p.Input
	c := p.composer(m)
	forms := p.forms(m)
	replacing, err := p.replacements(ctx, m, c)
	if err != nil {
		return "", err
	}
	artefacts, err := c.artefacts(ctx, append(forms, replacing...))
	if err != nil {
		return "", err
	}
	if err := p.origins(ctx, m, artefacts); err != nil {
		return "", err
	}
	snapshot, err := c.keep(artefacts)
	if err != nil {
		return "", err
	}
	return p.ledger.Create(ctx, ledger.Draft{
		Slug: in.Release.Slug, Revision: in.Revision, Headline: in.Release.Main().Headline, Kind: m.Kind,
		Round: roundOf(m), ReleaseAt: m.At, ClosesAt: p.closes(m), Grace: p.settings.Mail.Grace, Zone: in.Release.Zone.String(),
		Sender: p.settings.Mail.From, Snapshot: snapshot, Artefacts: artefacts, Blobs: c.blobs,
	})
}

// origins keeps beside the messages where each address comes from, and which were
// never written to before. They are facts of that moment: nothing compiles them again.
func (p *Plan) origins(ctx context.Context, m *Mailing, artefacts map[string][]byte) error {
	key, err := p.ledger.Key(ctx)
	if err != nil {
		return err
	}
	before, err := p.ledger.EverMailed(ctx)
	if err != nil {
		return err
	}
	var o mail.Origins
	for _, r := range m.Recipients {
		o.Add(key, r.Journalist.Key, r.Journalist.Source, !before[r.Journalist.Key])
	}
	artefacts[mail.OriginsName], err = o.Marshal()
	return err
}

// roundOf is the round of a mailing, "" for the one of its kind.
func roundOf(m *Mailing) string {
	if m.Kind == embargo.Notice {
		return ledger.NoticeRound
	}
	return ""
}

// closes is when a mailing ends by itself: that of advance copies, and the notice of them,
// with the embargo.
func (p *Plan) closes(m *Mailing) time.Time {
	if m.Kind != embargo.Advance && m.Kind != embargo.Notice {
		return time.Time{}
	}
	if !p.closing.IsZero() {
		return p.closing
	}
	return p.Input.Release.Timing.At
}

// forms are those that a mailing stores: of everybody on it, and of those who may
// come to it later. Whoever stands on the advance mailing may come to the release.
func (p *Plan) forms(m *Mailing) []audience.Form {
	today := make(map[audience.Form]bool)
	for _, r := range m.Recipients {
		today[r.Form] = true
	}
	if m.Kind == embargo.Test || m.Kind == embargo.Notice {
		return slices.Collect(maps.Keys(today))
	}
	for _, other := range p.Mailings {
		for _, r := range other.Recipients {
			today[p.form.Of(r.Journalist, m.Phase)] = true
		}
	}
	return p.form.Every(today, m.Phase)
}

// Snapshot is what was stored of a dispatch, read and checked. All that the dispatch
// sends is compiled from it.
type Snapshot struct {
	Dispatch string
	Input    *compile.Input
	Kind     embargo.Kind
	Phase    release.Phase

	kept kept
}

// ReadSnapshot reads what was stored of a dispatch, out of the database alone: no folder,
// font or pattern of this machine is read. It is compile.ErrPartial for a dispatch that an
// earlier version of the program wrote, and a blob.DamagedError where something is gone or
// is not what was stored.
func ReadSnapshot(ctx context.Context, l *ledger.Ledger, id string) (*Snapshot, error) {
	data, err := l.Snapshot(ctx, id)
	if err != nil {
		return nil, err
	}
	r, err := compile.ReadRecord(data)
	if err != nil {
		return nil, fmt.Errorf("the snapshot of %s: %w", id, err)
	}
	s := &Snapshot{Dispatch: id}
	if err := json.Unmarshal(data, &s.kept); err != nil {
		return nil, fmt.Errorf("the snapshot of %s cannot be read: %w", id, err)
	}
	s.Input, err = r.Input(func(what, digest string) ([]byte, error) { return l.BlobOf(ctx, id, what, digest) })
	if err != nil {
		return nil, fmt.Errorf("the snapshot of %s: %w", id, err)
	}
	s.Kind, s.Phase = s.kept.Kind, s.kept.Phase
	return s, nil
}

// Message compiles a form of the dispatch's messages, whether it was stored or not:
// the template, and the pictures and attachments that it names, by their digest.
func (s *Snapshot) Message(ctx context.Context, f audience.Form) (template []byte, files map[string][]byte, err error) {
	c := s.composer()
	out := make(map[string][]byte)
	if f.Attach {
		document := map[string]audience.Form{c.documentOf(f): f}
		err = each(ctx, document, func(name string, f audience.Form) error {
			out[name], err = c.sent().Local(f.Local).One(compile.PDF, release.Variant{Phase: c.phase, Language: f.Language})
			return err
		})
	}
	if err == nil {
		err = c.messages(ctx, []audience.Form{f}, out)
	}
	return out[f.Name()], c.blobs, err
}

// Artefacts compiles all that was stored of the dispatch again, by name, but for the
// origins of the addresses.
func (s *Snapshot) Artefacts(ctx context.Context) (map[string][]byte, error) {
	forms, err := s.forms()
	if err != nil {
		return nil, err
	}
	return s.composer().artefacts(ctx, forms)
}

// forms are those whose messages were stored.
func (s *Snapshot) forms() ([]audience.Form, error) {
	var forms []audience.Form
	for _, name := range slices.Sorted(maps.Keys(s.kept.Artefacts)) {
		if !strings.HasPrefix(name, "mail/") {
			continue
		}
		f, ok := audience.ParseForm(name)
		if !ok {
			return nil, fmt.Errorf("%s of %s is no form of a message", name, s.Dispatch)
		}
		forms = append(forms, f)
	}
	return forms, nil
}

func (s *Snapshot) composer() *composer {
	c := &composer{
		in: s.Input, kind: s.Kind, phase: s.Phase, mail: s.kept.Mail, notes: s.kept.Notes, prior: s.kept.Prior,
		blobs: make(map[string][]byte),
	}
	if s.kept.Embargo != nil {
		c.embargo = *s.kept.Embargo
	}
	return c
}

func (p *Plan) recipients(m *Mailing) []ledger.Recipient {
	out := make([]ledger.Recipient, len(m.Recipients))
	for i, r := range m.Recipients {
		j := r.Journalist
		follow := ""
		if m.Kind == embargo.Advance {
			follow = r.Follow.Name()
		}
		out[i] = ledger.Recipient{
			Follow: follow, Asked: r.Asked,
			Key: j.Key, Address: envelopeAddress(j), Name: j.Name, Outlet: j.Outlet, Language: r.Form.Language, Template: r.Form.Name(),
			Lists: j.Lists, Priority: j.Priority,
		}
	}
	return out
}

// envelopeAddress is the address as it was written, with its domain as A-labels.
func envelopeAddress(j *contacts.Journalist) string {
	local, _, _ := strings.Cut(j.Email, "@")
	_, domain, _ := strings.Cut(j.Key, "@")
	return local + "@" + domain
}
