package coalition

import (
	"context"
	"errors"

	"pressroom/internal/submission"
)

// ProposeText is Propose for words as the lead has written them, which keep the
// quote's style.
func (d *Desk) ProposeText(ctx context.Context, slug, name, text, note string) (*Request, error) {
	found, err := d.Find(ctx, slug, name)
	if err != nil {
		return nil, err
	}
	cat := d.workspace.Settings.Languages.Of(d.workspace.Settings.Organization.Language)
	w := Latest(found)
	style := w.Style
	w.Text, w.Source = text, ""
	w, problems := submission.Clean(w, cat)
	w.Style = style
	for _, p := range problems {
		if !p.Advice {
			return nil, errors.New(p.Message)
		}
	}
	return d.Propose(ctx, slug, name, 0, w, note)
}

// Latest are the newest words of a request: what is proposed, else what the partner
// has written.
func Latest(r *Request) submission.Words {
	if r.Proposal != nil {
		return *r.Proposal
	}
	return r.Draft
}
