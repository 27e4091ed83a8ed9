// Package report says what became of a release, for partners and funders: whom its
// mailings reached, what failed and why, who left, how often its page and files were
// fetched, what was corrected, and where it was printed. It counts, and holds nothing of
// a person who was mailed.
//
// Gather makes a Report. Text, HTML and PDF show it in a language, and as JSON it is what
// scripts read.
package report

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"pressroom/internal/bounce"
	"pressroom/internal/coverage"
	"pressroom/internal/delivery"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/fetches"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
	"pressroom/internal/release"
)

// Report is what became of a release. Fields are added, never removed.
type Report struct {
	Slug     string `json:"release"`
	Language string `json:"language"` // the release's own
	Headline string `json:"headline"`
	// Out is when it was published, and At that of which the report is, both in the
	// release's zone.
	Out         time.Time    `json:"published"`
	At          time.Time    `json:"as_of"`
	Mailings    []Mailing    `json:"mailings"`
	Causes      []Cause      `json:"failed_by_cause"`
	CameBack    int          `json:"came_back"` // after the server had taken it
	Left        int          `json:"left"`
	Forms       []Form       `json:"fetches_by_form"`
	Days        []Day        `json:"fetches_by_day"`
	Corrections []Correction `json:"corrections"`
	Quoted      []Quoted     `json:"quoted"`
	Coverage    []Piece      `json:"coverage"`

	issuer release.Organization
	print  release.Print
	assets release.Assets
	titles map[string]string // headlines by language
}

// Mailing counts the people of all mailings of a kind.
type Mailing struct {
	Kind      embargo.Kind `json:"kind"`
	Accepted  int          `json:"accepted"`
	InDoubt   int          `json:"in_doubt"`
	Waiting   int          `json:"waiting"`
	Failed    int          `json:"failed"`
	NotMailed int          `json:"not_mailed"`
}

// Cause is why so many were not reached.
type Cause struct {
	Cause delivery.Cause `json:"cause"`
	N     int            `json:"number"`
}

// Form is how often a form was fetched, in all languages.
type Form struct {
	Form    string `json:"form"`
	Readers int    `json:"readers"`
	Robots  int    `json:"robots"`
}

// Day is how often anything was fetched on a day of the release's zone, but by robots.
type Day struct {
	Day     string `json:"day"`
	Readers int    `json:"readers"`
}

// Correction is what was said of the release after it had gone out.
type Correction struct {
	Grade     release.Grade     `json:"grade"`
	At        time.Time         `json:"at"`
	Sentences map[string]string `json:"sentences,omitempty"`
}

// Quoted is in how many pieces an organization's quote ran.
type Quoted struct {
	Org    string `json:"organization"`
	Pieces int    `json:"pieces"`
}

// Piece is where the release was printed or broadcast.
type Piece struct {
	Address string   `json:"address"`
	Outlet  string   `json:"outlet"`
	Date    string   `json:"date"`
	Quoted  []string `json:"quoted,omitempty"`
}

// Office is where reports are made.
type Office struct {
	Ledger *ledger.Ledger
	People *people.Desk
	// Read reads a file of the workspace; fs.ErrNotExist where there is none.
	Read func(name string) ([]byte, error)
	// Edit changes a file of the workspace, nil where there is none; nil where nothing is
	// written.
	Edit func(ctx context.Context, name string, edit func(data []byte) ([]byte, error)) error
}

// ErrNotOut is returned for a release that nobody can read yet.
var ErrNotOut = errors.New("it has not been published yet, so there is nothing to report")

// CoverageFile is the name of the table of a release's coverage, in the workspace.
func CoverageFile(slug string) string { return "coverage/" + slug + ".csv" }

// Gather makes the report on a release as it stands. What is wrong with the table of its
// coverage is a diagnostic.List.
func (o *Office) Gather(ctx context.Context, slug string) (*Report, error) {
	s, err := o.published(ctx, slug)
	if err != nil {
		return nil, err
	}
	now, err := o.Ledger.Now(ctx)
	if err != nil {
		return nil, err
	}
	rel := s.Input.Release
	r := &Report{
		Slug: slug, Language: rel.Main().Language, Headline: rel.Main().Headline, At: now.In(rel.Zone), issuer: rel.Issuer, print: rel.Print,
		assets: release.Assets{}, titles: make(map[string]string),
	}
	for _, key := range []string{release.LogoKey(rel.Issuer.Logo), release.LogoPixels(rel.Issuer.Logo)} {
		if a, ok := s.Input.Assets[key]; ok {
			r.assets[key] = a
		}
	}
	for _, v := range rel.Versions {
		r.titles[v.Language] = v.Headline
	}
	for _, gather := range []func(context.Context, *Report) error{o.out(rel.Zone), o.mailings, o.fetches, o.corrections} {
		if err := gather(ctx, r); err != nil {
			return nil, err
		}
	}
	return r, o.coverage(r, names(rel, s.Input.Settings))
}

// published is the release as it is public.
func (o *Office) published(ctx context.Context, slug string) (*dispatch.Snapshot, error) {
	_, id, err := o.Ledger.Published(ctx, slug)
	if err != nil {
		return nil, err
	}
	if id == "" {
		return nil, fmt.Errorf("%s: %w", slug, ErrNotOut)
	}
	return dispatch.ReadSnapshot(ctx, o.Ledger, id)
}

// out finds when the release was published first.
func (o *Office) out(zone *time.Location) func(context.Context, *Report) error {
	return func(ctx context.Context, r *Report) error {
		all, err := o.Ledger.Dispatches(ctx, r.Slug)
		for _, d := range all {
			if d.Kind == embargo.Release && !d.LiftedAt.IsZero() && (r.Out.IsZero() || d.LiftedAt.Before(r.Out)) {
				r.Out = d.LiftedAt.In(zone)
			}
		}
		return err
	}
}

// told is the order in which kinds of mailings are told.
var told = []embargo.Kind{embargo.Advance, embargo.Release, embargo.Correction, embargo.Withdrawal, embargo.Notice}

func (o *Office) mailings(ctx context.Context, r *Report) error {
	all, err := o.Ledger.CountPeople(ctx, r.Slug)
	if err != nil {
		return err
	}
	for _, c := range all {
		r.Mailings = append(r.Mailings, Mailing{c.Kind, c.Accepted, c.InDoubt, c.Waiting, c.Failed, c.NotMailed})
	}
	slices.SortFunc(r.Mailings, func(a, b Mailing) int { return slices.Index(told, a.Kind) - slices.Index(told, b.Kind) })
	failed, err := o.Ledger.Unreached(ctx, r.Slug)
	if err != nil {
		return err
	}
	causes := make(map[delivery.Cause]int)
	for _, e := range failed {
		causes[delivery.CauseOf(e)]++
	}
	for _, c := range delivery.Causes {
		if causes[c] > 0 {
			r.Causes = append(r.Causes, Cause{c, causes[c]})
		}
	}
	if r.CameBack, err = o.cameBack(ctx, r.Slug); err != nil {
		return err
	}
	r.Left, err = o.Ledger.LeftAfter(ctx, r.Slug, r.Out)
	return err
}

// cameBack counts the addresses from which a mail came back that their server had taken.
func (o *Office) cameBack(ctx context.Context, slug string) (int, error) {
	all, err := o.Ledger.Dispatches(ctx, slug)
	if err != nil {
		return 0, err
	}
	back := make(map[string]bool)
	for _, d := range all {
		if d.Kind == embargo.Test {
			continue
		}
		replies, err := o.People.RepliesIn(ctx, d.ID)
		if err != nil {
			return 0, err
		}
		for _, reply := range replies {
			if reply.Kind == bounce.Hard || reply.Kind == bounce.Soft {
				back[d.ID+" "+reply.Key] = true
			}
		}
	}
	return len(back), nil
}

func (o *Office) fetches(ctx context.Context, r *Report) error {
	all, err := fetches.Of(ctx, o.Ledger.DB(), r.Slug)
	if err != nil {
		return err
	}
	forms := make(map[string]*Form)
	for _, c := range all { // the first day first
		f := forms[c.Form]
		if f == nil {
			f = &Form{Form: c.Form}
			forms[c.Form] = f
		}
		if c.Robot {
			f.Robots += c.N
			continue
		}
		f.Readers += c.N
		if n := len(r.Days); n == 0 || r.Days[n-1].Day != c.Day {
			r.Days = append(r.Days, Day{Day: c.Day})
		}
		r.Days[len(r.Days)-1].Readers += c.N
	}
	for _, f := range forms {
		r.Forms = append(r.Forms, *f)
	}
	slices.SortFunc(r.Forms, func(a, b Form) int {
		return cmp.Or(slices.Index(formOrder, a.Form)-slices.Index(formOrder, b.Form), cmp.Compare(a.Form, b.Form))
	})
	return nil
}

func (o *Office) corrections(ctx context.Context, r *Report) error {
	said, err := o.Ledger.Amendments(ctx, r.Slug)
	for _, a := range said {
		r.Corrections = append(r.Corrections, Correction{release.Grade(a.Grade), a.At.In(r.At.Location()), a.Sentences})
	}
	return err
}

// names are those who may be said to be quoted: who is, in the release as it is public.
func names(rel *release.Release, settings release.Settings) []coverage.Name {
	var out []coverage.Name
	for _, v := range rel.Versions {
		for _, q := range v.Quotes {
			org := cmp.Or(q.Org, q.Speaker)
			if org == "" {
				continue
			}
			i := slices.IndexFunc(out, func(n coverage.Name) bool { return n.Org == org })
			if i < 0 {
				i, out = len(out), append(out, coverage.Name{Org: org})
			}
			out[i].Also = append(out[i].Also, q.ID, q.Speaker)
			for _, o := range settings.Orgs {
				if o.Name == org {
					out[i].Also = append(out[i].Also, o.ID)
				}
			}
		}
	}
	return out
}

func (o *Office) coverage(r *Report, quoted []coverage.Name) error {
	for _, q := range quoted {
		r.Quoted = append(r.Quoted, Quoted{Org: q.Org})
	}
	file := CoverageFile(r.Slug)
	data, err := o.Read(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	pieces, found := coverage.Read(file, data, quoted)
	if err := found.Err(); err != nil {
		return err
	}
	for _, p := range pieces {
		r.Coverage = append(r.Coverage, Piece{p.Address, p.Outlet, p.Date.Format(time.DateOnly), p.Quoted})
		for i := range r.Quoted {
			if slices.Contains(p.Quoted, r.Quoted[i].Org) {
				r.Quoted[i].Pieces++
			}
		}
	}
	slices.SortStableFunc(r.Quoted, func(a, b Quoted) int { return b.Pieces - a.Pieces })
	return nil
}
