package app

import (
	"cmp"
	"context"

	"pressroom/internal/coverage"
	"pressroom/internal/language"
	"pressroom/internal/report"
)

// Report says what became of a release that is out, for partners and funders.
func (a *App) Report(ctx context.Context, arg string) (*report.Report, error) {
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return nil, err
	}
	return a.reports().Gather(ctx, slug)
}

func (a *App) reports() *report.Office {
	return &report.Office{Ledger: a.Ledger, People: a.People, Read: a.Workspace.ReadOwn, Edit: a.Workspace.EditFile}
}

// Cover writes down where a release that is out was printed.
func (a *App) Cover(ctx context.Context, slug string, row coverage.Row) error {
	return a.reports().Cover(ctx, slug, row)
}

// Uncover takes back that it was printed at an address.
func (a *App) Uncover(ctx context.Context, slug, address string) error {
	return a.reports().Uncover(ctx, slug, address)
}

// ReportIn is a report as a file in a language, "" for the release's own. ending, as .pdf,
// says in which form.
func (a *App) ReportIn(r *report.Report, ending, tag string) ([]byte, error) {
	set, err := a.Workspace.Templates()
	if err != nil {
		return nil, err
	}
	return r.Form(ending, a.reportLanguage(r, tag), set["web/page.css"], a.Workspace.Fonts)
}

func (a *App) reportLanguage(r *report.Report, tag string) *language.Catalogue {
	return a.Workspace.Settings.Languages.Of(cmp.Or(tag, r.Language))
}
