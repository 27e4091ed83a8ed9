package dispatch

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// Volume is how much a mailing sends.
type Volume struct {
	Messages  int
	Largest   int   // bytes of the largest message
	Total     int64 // bytes of all of them
	Files     []VolumeFile
	Attaching int // how many get attachments
	Asking    int // how many get no attachments, and are told whom to ask for these files
}

// VolumeFile is an attachment beside the release as PDF.
type VolumeFile struct {
	Name string
	Size int // bytes of the file
}

// Volume composes the forms of a mailing's messages to see how large they are.
func (p *Plan) Volume(ctx context.Context, m *Mailing) (Volume, error) {
	var v Volume
	mailed := make(map[audience.Form]int)
	for _, r := range m.Recipients {
		if !r.Mailed() {
			continue
		}
		f := r.Form
		f.Note = "" // a few lines
		mailed[f]++
		v.Messages++
		if f.Attach {
			v.Attaching++
		}
	}
	v.Asking = v.Messages - v.Attaching
	for _, e := range p.Input.Enclosed(false) {
		v.Files = append(v.Files, VolumeFile{e.Name, len(e.Data())})
	}
	if len(v.Files) == 0 {
		v.Asking = 0
	}
	sizes, err := p.sizes(ctx, m, mailed)
	if err != nil {
		return v, err
	}
	for f, n := range mailed {
		v.Largest = max(v.Largest, sizes[f])
		v.Total += int64(n) * int64(sizes[f])
	}
	return v, nil
}

// sizes are those of the messages in each form, to one recipient.
func (p *Plan) sizes(ctx context.Context, m *Mailing, forms map[audience.Form]int) (map[audience.Form]int, error) {
	c := p.composer(m)
	var list []audience.Form
	out := make(map[string][]byte)
	for f := range forms {
		list = append(list, f)
		if f.Attach && out[c.documentOf(f)] == nil {
			data, err := c.sent().Local(f.Local).One(compile.PDF, release.Variant{Phase: m.Phase, Language: f.Language})
			if err != nil {
				return nil, err
			}
			out[c.documentOf(f)] = data
		}
	}
	if err := c.messages(ctx, list, out); err != nil {
		return nil, err
	}
	files := &mail.Files{Open: func(digest string) ([]byte, error) { return c.blobs[digest], nil }}
	sizes := make(map[audience.Form]int)
	for _, f := range list {
		t, err := mail.Unmarshal(out[f.Name()], files)
		if err != nil {
			return nil, fmt.Errorf("measuring %s: %w", f.Name(), err)
		}
		to := t.Recipient(make([]byte, 32), 1_000_000, p.Input.Release.Slug+"/release-1", "", "A Journalist", "a.journalist@paper.example",
			t.From)
		message, err := t.Message(nil, to, m.At)
		if err != nil {
			return nil, fmt.Errorf("measuring %s: %w", f.Name(), err)
		}
		sizes[f] = message.Len()
	}
	return sizes, nil
}

// composer composes a mailing of the plan.
func (p *Plan) composer(m *Mailing) *composer {
	return newComposer(p.Input, m.Kind, m.Phase, p.settings)
}

// newComposer composes what a mailing of an input sends.
func newComposer(in *compile.Input, kind embargo.Kind, phase release.Phase, settings workspace.Settings) *composer {
	return &composer{
		in: in, kind: kind, phase: phase, embargo: settings.Embargo, blobs: make(map[string][]byte), notes: make(map[string][]string),
		mail: mailSettings{
			From: settings.Mail.From, ReplyTo: settings.Mail.ReplyTo, PublicURL: settings.Server.PublicURL,
			Address: settings.Organization.Address, Privacy: settings.Privacy,
			Page: kind == embargo.Advance && settings.Server.PublicURL != "",
		},
	}
}

// Rate is how many messages leave in a minute at most; 0 for no limit.
func (p *Plan) Rate() int { return p.settings.Mail.Rate }

// Connections is over how many connections a mailing leaves.
func (p *Plan) Connections() int { return p.settings.Mail.Connections }

// What a relay is taken to take on one connection, where the settings name no rate.
const (
	relayPause = 100 * time.Millisecond // for each message
	relaySpeed = 1 << 20                // bytes a second
)

// Arrivals are the first and the last expected arrival of a mailing: at the
// configured rate, and no faster than its connections carry that volume.
func (p *Plan) Arrivals(m *Mailing, v Volume) (first, last time.Time) {
	if v.Messages < 2 {
		return m.At, m.At
	}
	connections := time.Duration(max(1, p.settings.Mail.Connections))
	bytes := float64(v.Total) / float64(v.Messages) * float64(v.Messages-1)
	carried := time.Duration(v.Messages-1)*relayPause + time.Duration(bytes/relaySpeed*float64(time.Second))
	last = m.At.Add(carried / connections)
	if rate := p.settings.Mail.Rate; rate > 0 {
		if limited := m.At.Add(time.Duration(v.Messages-1) * time.Minute / time.Duration(rate)); limited.After(last) {
			last = limited
		}
	}
	return m.At, last
}
