package dispatch

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/people"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
)

// snapshot is all that made the artefacts, as it is kept.
type snapshot struct {
	Revision string           `json:"revision"`
	Sources  []release.Source `json:"sources"`
	Settings release.Settings `json:"settings"`
}

// write stores one mailing without its recipients.
func (p *Plan) write(ctx context.Context, m *Mailing) (string, error) {
	in := p.Input
	kept, err := json.Marshal(snapshot{in.Revision, in.Sources, in.Settings})
	if err != nil {
		return "", fmt.Errorf("making the snapshot: %w", err)
	}
	artefacts, err := p.artefacts(ctx, m)
	if err != nil {
		return "", err
	}
	return p.ledger.Create(ctx, ledger.Draft{
		Slug: in.Release.Slug, Revision: in.Revision, Headline: in.Release.Main().Headline, Kind: m.Kind,
		ReleaseAt: m.At, ClosesAt: p.closes(m), Grace: p.settings.Mail.Grace, Zone: in.Release.Zone.String(), Sender: p.settings.Mail.From,
		Snapshot: kept, Artefacts: artefacts,
	})
}

// closes is when a mailing ends by itself: that of advance copies with the embargo.
func (p *Plan) closes(m *Mailing) time.Time {
	if m.Kind != embargo.Advance {
		return time.Time{}
	}
	return p.at()
}

// artefacts compiles what a mailing needs: every form of its messages, and the
// documents in every language.
func (p *Plan) artefacts(ctx context.Context, m *Mailing) (map[string][]byte, error) {
	in := p.Input
	var variants []release.Variant
	for _, l := range in.Release.Languages() {
		variants = append(variants, release.Variant{Phase: m.Phase, Language: l})
	}
	all, err := in.All(ctx, []compile.Format{compile.PDF, compile.Web, compile.Text}, variants)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]byte)
	for _, a := range all {
		out[string(a.Format)+"/"+a.Variant.Language] = a.Data
	}
	if m.Kind == embargo.Release {
		if err := p.editions(ctx, out); err != nil {
			return nil, err
		}
	}
	for _, f := range p.forms(m) {
		if out[f.Name()], err = p.template(m, f, out, nil); err != nil {
			return nil, err
		}
	}
	return out, p.replacements(ctx, m, out)
}

// template makes the message of a form, with a note about this copy above it.
func (p *Plan) template(m *Mailing, f Form, artefacts map[string][]byte, note []string) ([]byte, error) {
	in := p.Input
	document := "pdf/" + f.Language
	if f.Local != "" {
		in = in.Local(f.Local)
		document += "@" + f.Local
		if f.Attach && artefacts[document] == nil {
			var err error
			if artefacts[document], err = in.One(compile.PDF, release.Variant{Phase: m.Phase, Language: f.Language}); err != nil {
				return nil, err
			}
		}
	}
	var covers []string
	if f.Covers != "" {
		covers = strings.Split(f.Covers, ",")
	}
	bodies, err := in.Bodies(release.Variant{Phase: m.Phase, Language: f.Language}, email.Above{Covers: covers, Note: note})
	if err != nil {
		return nil, err
	}
	if m.Kind == embargo.Test {
		bodies.Subject = "[TEST] " + bodies.Subject
	}
	cat := in.Release.Version(f.Language).Catalogue()
	parts := mail.Parts{
		From: p.settings.Mail.From, ReplyTo: p.settings.Mail.ReplyTo, Language: f.Language, Bodies: bodies, TextOnly: f.TextOnly,
		SentTo: strings.ReplaceAll(cat.Say(language.SentTo, "\x00", strings.ReplaceAll(in.Release.Issuer.Name, "%", "%%")), "\x00", "%s"),
	}
	if public := p.settings.Server.PublicURL; public != "" {
		parts.Links = mail.Links{
			Leave: public + people.LeavePath, LeaveText: cat.Say(language.LeaveLink), Details: public + people.DetailsPath, DetailsText: cat.Say(language.DetailsLink),
		}
	} else {
		parts.Links.LeaveText = cat.Say(language.LeaveList)
	}
	if f.Attach {
		name := in.Release.Slug
		if f.Language != in.Release.Main().Language {
			name += "." + f.Language
		}
		parts.Attachments = []mail.Attachment{{Name: name + ".pdf", Type: "application/pdf", Data: artefacts[document]}}
	}
	t, err := mail.Build(parts)
	if err != nil {
		return nil, err
	}
	return t.Marshal()
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
			Follow: follow,
			Key:    j.Key, Address: envelopeAddress(j), Name: j.Name, Language: r.Form.Language, Template: r.Form.Name(), Lists: j.Lists, Priority: j.Priority,
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
