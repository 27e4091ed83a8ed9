package coalition

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/compile"
	"pressroom/internal/ledger"
	"pressroom/internal/photo"
	"pressroom/internal/release"
	"pressroom/internal/store"
)

// SignOn puts the organisation on the release's list of signatories. After the
// release has gone out it is added with the day; nobody is mailed again.
func (d *Desk) SignOn(ctx context.Context, secret string) (*Visit, error) {
	return d.act(ctx, secret, 0, anyTime, func(tx *store.Tx, v *Visit) error {
		if v.SignedOn {
			return nil
		}
		if errors.Is(v.Closed, ErrClosed) {
			return v.Closed
		}
		e := v.event(SignedOn)
		if errors.Is(v.Closed, ErrSent) {
			e.Detail = lateDetail + d.now().In(v.releaseZone()).Format(time.DateOnly)
		}
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		return d.promise(ctx, tx, e)
	})
}

// Draft is the release's page for the holder of a link, if the lead shows it:
// without quotes of others that are not signed off.
func (d *Desk) Draft(ctx context.Context, secret string) ([]byte, error) {
	v, err := d.Visit(ctx, secret)
	if err != nil {
		return nil, err
	}
	return d.DraftOf(v)
}

// DraftOf is Draft, for who stands in the place of the link's holder.
func (d *Desk) DraftOf(v *Visit) ([]byte, error) {
	if v.Request.Show != ShowFull || v.Release == nil || v.Request.State == Revoked {
		return nil, ErrUnknown
	}
	var without []string
	for _, q := range v.Release.Main().Quotes {
		if q.Signoff == nil && q.ID != v.Request.Quote {
			without = append(without, q.ID)
		}
	}
	text, err := d.texts.Read(v.Request.Slug, without...)
	if err != nil {
		return nil, err
	}
	in := text.Input
	if in == nil {
		return nil, text.Findings
	}
	phase := release.PhaseRelease
	if in.Release.Timing.Kind == release.Embargoed {
		phase = release.PhaseAdvance
	}
	return in.One(compile.Web, release.Variant{Phase: phase, Language: v.Language()})
}

// mostPhotos is how many photos one quote can be given, one after the other.
const mostPhotos = 10

// Photo keeps a photo for the quote: encoded anew, with its text in the file.
func (d *Desk) Photo(ctx context.Context, secret string, data []byte, text PhotoText) (*Visit, error) {
	if text.Caption == "" || text.Credit == "" {
		return nil, RefusePartner(ErrWords, "refused_photo_text")
	}
	d.photos.Lock() // one at a time: decoding takes memory by the pixel
	prepared, err := photo.Prepare(data, photo.Text{Caption: text.Caption, Credit: text.Credit, Rights: text.Rights})
	d.photos.Unlock()
	if refused := (*photo.RefusedError)(nil); errors.As(err, &refused) {
		return nil, &RefusedError{Code: ErrWords, Message: refused.Error(), Say: refused.Say}
	}
	if err != nil {
		return nil, err
	}
	return d.act(ctx, secret, 0, inTime, func(tx *store.Tx, v *Visit) error {
		var given int
		err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM quote_event WHERE slug = ? AND quote = ? AND what = ?`, v.Request.Slug,
			v.Request.Quote, WasPhotoed).Scan(&given)
		if err != nil {
			return fmt.Errorf("counting photos: %w", err)
		}
		if given >= mostPhotos {
			return RefusePartner(ErrState, "refused_photos", "n", mostPhotos, "asker", email(v.Request.Asker))
		}
		name, err := blob.Put(ctx, tx, prepared)
		if err != nil {
			return fmt.Errorf("keeping the photo: %w", err)
		}
		v.Request.Photo, v.Request.PhotoText = name, text
		e := v.event(WasPhotoed)
		e.Detail = "sha256:" + name
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		return d.save(ctx, tx, v.Request)
	})
}

// PhotoAway takes the photo of a quote away again.
func (d *Desk) PhotoAway(ctx context.Context, secret string) (*Visit, error) {
	return d.act(ctx, secret, 0, inTime, func(tx *store.Tx, v *Visit) error {
		if v.Request.Photo == "" {
			return nil
		}
		v.Request.Photo, v.Request.PhotoText = "", PhotoText{}
		if err := d.append(ctx, tx, v.event(WasPhotoed)); err != nil {
			return err
		}
		return d.save(ctx, tx, v.Request)
	})
}

// PhotoOf is the photo that was handed in with a quote, nil if there is none.
func (d *Desk) PhotoOf(ctx context.Context, r *Request) ([]byte, error) {
	if r.Photo == "" {
		return nil, nil
	}
	return blob.Get(ctx, d.db.Reader(), "", "the photo of "+r.Quote, r.Photo)
}

// Edition is a file of a partner's own edition of the release. It is had from the
// lift on, never before: the gate passes it.
func (d *Desk) Edition(ctx context.Context, v *Visit, name string) ([]byte, error) {
	pass, id, err := d.ledger.InForce(ctx, v.Request.Slug)
	if err != nil {
		return nil, err
	}
	if !pass.Covers(id) {
		return nil, ErrUnknown
	}
	data, err := d.ledger.Artefact(ctx, id, EditionName(v.Org.ID, name))
	if errors.Is(err, ledger.ErrNoArtefact) {
		return nil, ErrUnknown
	}
	return data, err
}

// Editions lists the files of a partner's own edition, once the release is out.
func (d *Desk) Editions(ctx context.Context, v *Visit) ([]string, error) {
	pass, id, err := d.ledger.InForce(ctx, v.Request.Slug)
	if err != nil || !pass.Covers(id) {
		return nil, err
	}
	names, err := d.ledger.ArtefactNames(ctx, id)
	var out []string
	for _, n := range names {
		if file, ok := strings.CutPrefix(n, EditionName(v.Org.ID, "")); ok {
			out = append(out, file)
		}
	}
	return out, err
}

// EditionName is what a file of a partner's edition is called among a dispatch's
// artefacts.
func EditionName(org, file string) string { return "edition/" + org + "/" + file }
