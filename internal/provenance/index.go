package provenance

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"pressroom/internal/importer"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/store"
	"pressroom/internal/verify"
	"pressroom/internal/verify/pdftext"
)

// references are the texts that a stored form shows.
func references(name string, data []byte, files *pmail.Files, cat *language.Catalogue) ([]*verify.Reference, error) {
	form, _, _ := strings.Cut(name, "/")
	switch form {
	case "pdf":
		t, err := pdftext.Read(data)
		if err != nil {
			return nil, err
		}
		return []*verify.Reference{{Doc: verify.Split(t.Paragraphs), Running: append(t.Running, t.Captions...)}}, nil
	case "mail":
		t, err := pmail.Unmarshal(data, files)
		if err == nil {
			data, err = t.Words(time.Time{})
		}
		if err != nil {
			return nil, err
		}
		refs, err := shown("mail.eml", data)
		for _, r := range refs {
			r.Running = t.Foot(verify.Any)
		}
		return refs, err
	case "web":
		return shown("page.html", data, sizesApart(cat))
	case "eml":
		return shown("mail.eml", data)
	}
	return shown("text."+form, data)
}

// sizesApart parts what a public page says of a picture's original from the caption before
// it: a page that was built, or saved, need not say it.
func sizesApart(cat *language.Catalogue) func([]string) []string {
	size := regexp.MustCompile(` ` + regexp.QuoteMeta(cat.Say(language.FullSize)) + ` \(\d+ × \d+\)$`)
	return func(paragraphs []string) (out []string) {
		for _, p := range paragraphs {
			if at := size.FindStringIndex(p); at != nil {
				out = append(out, p[:at[0]])
				p = p[at[0]+1:]
			}
			out = append(out, p)
		}
		return out
	}
}

// shown are the texts that a page or mail shows; parted may divide their paragraphs.
func shown(name string, data []byte, parted ...func([]string) []string) (out []*verify.Reference, err error) {
	list, err := importer.ShownBy(name, data)
	for _, s := range list {
		for _, part := range parted {
			s.Paragraphs = part(s.Paragraphs)
		}
		doc := verify.Plain(s.Plain)
		if s.Paragraphs != nil {
			doc = verify.Split(s.Paragraphs)
		}
		out = append(out, &verify.Reference{Doc: doc})
	}
	return out, err
}

// Index notes by what mailings are found that were scheduled since it was last called.
func (d *Desk) Index(ctx context.Context) error {
	all, err := d.missing(ctx)
	if err != nil {
		return err
	}
	for some := range slices.Chunk(all, atOnce) {
		noted := make(map[string][]int64, len(some))
		for _, id := range some {
			if noted[id], err = d.places(ctx, id); err != nil {
				return fmt.Errorf("noting by what %s is found: %w", id, err)
			}
		}
		if err := d.note(ctx, noted); err != nil {
			return fmt.Errorf("noting by what mailings are found: %w", err)
		}
	}
	return nil
}

// atOnce is how many mailings are noted in one transaction: whoever else writes waits for
// it.
const atOnce = 100

// missing are the mailings that are not noted yet.
func (d *Desk) missing(ctx context.Context) (out []string, err error) {
	ids, err := d.Ledger.Scheduled(ctx)
	if err != nil {
		return nil, err
	}
	done := make(map[string]bool)
	rows, err := d.Ledger.DB().Reader().QueryContext(ctx, `SELECT dispatch FROM sampled WHERE place = 0`)
	if err != nil {
		return nil, fmt.Errorf("listing what can be looked up: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("listing what can be looked up: %w", err)
		}
		done[id] = true
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("listing what can be looked up: %w", err)
	}
	for _, id := range ids {
		if done[id] {
			continue
		}
		known, _, err := d.open(ctx, id)
		if err != nil {
			return nil, err
		}
		if known {
			out = append(out, id)
		}
	}
	return out, nil
}

// places are those by which a mailing is found; 0 among them says that it was noted at all.
func (d *Desk) places(ctx context.Context, id string) ([]int64, error) {
	names, err := d.Ledger.ArtefactNames(ctx, id)
	if err != nil {
		return nil, err
	}
	places := map[int64]bool{0: true}
	for _, n := range names {
		if !strings.HasPrefix(n, "text/") {
			continue
		}
		data, err := d.Ledger.Artefact(ctx, id, n)
		if errors.Is(err, ledger.ErrNoArtefact) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, p := range verify.Plain(string(data)).Sample() {
			places[p] = true
		}
	}
	return slices.Sorted(maps.Keys(places)), nil
}

func (d *Desk) note(ctx context.Context, noted map[string][]int64) error {
	return d.Ledger.DB().Tx(ctx, func(tx *store.Tx) error {
		for id, places := range noted {
			for _, p := range places {
				if _, err := tx.ExecContext(ctx, `INSERT INTO sampled (place, dispatch) VALUES (?, ?) ON CONFLICT DO NOTHING`, p, id); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
