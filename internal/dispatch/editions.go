package dispatch

import (
	"context"

	"pressroom/internal/coalition"
	"pressroom/internal/compile"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
)

// editions compiles every partner's own edition, for their links to hand out from
// the lift on.
func (c *composer) editions(ctx context.Context, out map[string][]byte) error {
	in := c.in
	for _, o := range in.WithEdition() {
		own, err := in.Edition(o.ID)
		if err != nil {
			return err
		}
		for _, l := range in.Release.Languages() {
			variant := release.Variant{Phase: release.PhaseRelease, Language: l}
			name := own.Release.FileName(variant)
			all, err := own.All(ctx, []compile.Format{compile.PDF, compile.Web, compile.Text}, []release.Variant{variant})
			if err != nil {
				return err
			}
			var document []byte
			for _, a := range all {
				out[coalition.EditionName(o.ID, name+a.Format.Ending())] = a.Data
				if a.Format == compile.PDF {
					document = a.Data
				}
			}
			bodies, err := own.Bodies(variant, email.Above{Enclosed: own.Enclosures(true, false)})
			if err != nil {
				return err
			}
			// A mail without sender and recipient: whoever opens it sends it on.
			draft, err := mail.Draft(bodies, l, own.Attachments(l, document, false), in.Release.Timing.At)
			if err != nil {
				return err
			}
			out[coalition.EditionName(o.ID, name+".eml")] = draft
		}
	}
	return nil
}
