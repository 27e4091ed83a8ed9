package today

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"pressroom/internal/ledger"
	"pressroom/internal/release"
)

// Draft is the state of a release of which nothing was scheduled.
const Draft ledger.State = "draft"

// States are those that releases can be looked for by, in the order of their lives.
var States = []ledger.State{
	Draft, ledger.Scheduled, ledger.Armed, ledger.Held, ledger.Paused, ledger.Missed, ledger.Sending, ledger.Done, ledger.Failed,
	ledger.Cancelled,
}

// Search is what is looked for among the releases.
type Search struct {
	Text  string       // in headline or slug; "" for all
	State ledger.State // "" for all
	Page  int          // from 0
	// Words tells whether headlines that are not public may be shown, and found.
	Words bool
	// Reads tells of which releases they may be shown, where not of all; nil for none.
	Reads func(slug string) bool
}

// Found is a page of releases.
type Found struct {
	All   []ledger.Head
	Total int // how many there are, on all pages
	Pages int
}

// perPage is how many releases a page lists.
const perPage = 50

// Releases finds releases: those of the folder, and those of which anything was scheduled.
// What is not finished comes first, and the newest before the older.
func (d *Desk) Releases(ctx context.Context, s Search) (*Found, error) {
	heads, err := d.Ledger.Heads(ctx)
	if err != nil {
		return nil, err
	}
	var slugs []string
	if d.Workspace != nil {
		if slugs, err = d.Workspace.Releases(); err != nil {
			return nil, err
		}
	}
	for _, slug := range slugs {
		if _, known := heads[slug]; !known {
			heads[slug] = ledger.Head{Slug: slug, State: Draft}
		}
	}
	text := strings.ToLower(strings.TrimSpace(s.Text))
	var all []ledger.Head
	for _, h := range heads {
		if s.State != "" && h.State != s.State {
			continue
		}
		switch {
		case !s.Words && !h.Public:
			h.Headline = ""
		case h.State == Draft && text != "":
			h.Headline = d.headline(h.Slug)
		}
		if text == "" || strings.Contains(strings.ToLower(h.Slug+" "+h.Headline), text) {
			all = append(all, h)
		}
	}
	slices.SortFunc(all, func(a, b ledger.Head) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), b.ReleaseAt.Compare(a.ReleaseAt), strings.Compare(a.Slug, b.Slug))
	})
	found := &Found{Total: len(all), Pages: (len(all) + perPage - 1) / perPage}
	from := min(max(0, s.Page)*perPage, len(all))
	found.All = all[from:min(from+perPage, len(all))]
	for i, h := range found.All {
		if h.Headline != "" || !s.Words && (s.Reads == nil || !s.Reads(h.Slug)) {
			continue
		}
		if found.All[i].Headline = heads[h.Slug].Headline; h.State == Draft {
			found.All[i].Headline = d.headline(h.Slug)
		}
	}
	return found, nil
}

func rank(h ledger.Head) int {
	switch {
	case h.State == Draft:
		return 1
	case h.State.Finished():
		return 2
	}
	return 0
}

// headline is that of a draft; "" where its file cannot be read.
func (d *Desk) headline(slug string) string {
	sources, err := d.Workspace.Sources(slug)
	if err != nil {
		return ""
	}
	r, _ := release.Read(slug, sources, d.Workspace.Settings.Settings)
	if r == nil || len(r.Versions) == 0 {
		return ""
	}
	return r.Main().Headline
}
