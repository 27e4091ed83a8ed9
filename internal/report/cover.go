package report

import (
	"cmp"
	"context"
	"net/url"
	"strings"
	"time"

	"pressroom/internal/coverage"
)

// Cover writes down where a release that is out was printed or broadcast, in the table of
// its coverage. The address is enough: without an outlet it is the one whose pages these
// are, and without a date it is today in the release's zone. What is wrong is a
// diagnostic.List, and then nothing is written.
func (o *Office) Cover(ctx context.Context, slug string, row coverage.Row) error {
	s, err := o.published(ctx, slug)
	if err != nil {
		return err
	}
	if row.Date == "" {
		now, err := o.Ledger.Now(ctx)
		if err != nil {
			return err
		}
		row.Date = now.In(s.Input.Release.Zone).Format(time.DateOnly)
	}
	row = whole(row)
	file := CoverageFile(slug)
	return o.Edit(ctx, file, func(data []byte) ([]byte, error) {
		out, found := coverage.Add(file, data, row, names(s.Input.Release, s.Input.Settings))
		return out, found.Err()
	})
}

// whole is a piece with what its address tells of it.
func whole(row coverage.Row) coverage.Row {
	if row.Address = strings.TrimSpace(row.Address); row.Address != "" && !strings.Contains(row.Address, "://") {
		row.Address = "https://" + row.Address
	}
	if u, err := url.Parse(row.Address); err == nil {
		row.Outlet = cmp.Or(strings.TrimSpace(row.Outlet), strings.TrimPrefix(u.Hostname(), "www."))
	}
	return row
}

// Uncover takes the piece at an address out of the table of a release's coverage.
func (o *Office) Uncover(ctx context.Context, slug, address string) error {
	file := CoverageFile(slug)
	return o.Edit(ctx, file, func(data []byte) ([]byte, error) {
		if data == nil {
			return nil, nil
		}
		out, found := coverage.Remove(file, data, address)
		return out, found.Err()
	})
}
