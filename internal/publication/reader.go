package publication

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// Book is what a Reader asks of the ledger.
type Book interface {
	// Passed is the gate's pass for what a dispatch sends, and since when it can be read;
	// one that covers nothing before the dispatch's latch is set.
	Passed(ctx context.Context, dispatch string) (embargo.Pass, time.Time, error)
	// Latches is another number whenever a latch was set.
	Latches(ctx context.Context) (int64, error)
	// Artefacts are the digests of what a dispatch has, by name.
	Artefacts(ctx context.Context, dispatch string) (map[string]string, error)
	// BlobOf is what is kept under a digest.
	BlobOf(ctx context.Context, dispatch, form, digest string) ([]byte, error)
}

// Release is a release that everybody can read.
type Release struct {
	Row
	Listing
	Pass  embargo.Pass
	Since time.Time // when it became public: when the latch was set, or that of its first words

	digests map[string]string
}

// Reader knows what is public. It holds that in memory, so that whoever asks for what
// is not learns nothing from how long the answer takes: the database is asked only for
// the bytes of what is.
type Reader struct {
	db    *store.DB
	book  Book
	log   *slog.Logger
	index atomic.Pointer[Index]
	wake  chan struct{}

	mark   mark // of the last look; only Run and the first Refresh touch it
	failed bool
}

// Index is what is public at a moment. It does not change.
type Index struct {
	Releases []*Release // the newest first
	// Number is another one in the life of a process whenever there is something else.
	Number int

	bySlug map[string]*Release
	places map[string]Place
	topics []*Topic
}

// Place is what an address below the newsroom shows.
type Place struct {
	Release *Release
	Version *Version // nil for a file
	Form    Form     // of a file: its address, artefact and type
	Earlier bool     // a page as it was before the release was amended
}

// Kind is what an address shows, as fetches are counted by: page, the ending of a form's
// address as in pdf, and of files the folder that they are in.
func (p Place) Kind() string {
	switch {
	case p.Form.Page || p.Earlier:
		return "page"
	case p.Version == nil:
		return path.Base(path.Dir(p.Form.Address))
	}
	return strings.TrimPrefix(path.Ext(p.Form.Address), ".")
}

// mark is another value whenever there may be something else to read.
type mark struct{ latches, rows, changed, ended int64 }

// New returns a reader that knows of nothing yet.
func New(db *store.DB, book Book, log *slog.Logger) *Reader {
	r := &Reader{db: db, book: book, log: log, wake: make(chan struct{}, 1)}
	r.index.Store(newIndex(nil, 0))
	return r
}

// Wake has it looked at once what is public: a latch was set.
func (r *Reader) Wake() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// lookEvery is how soon it is seen what another process has let out.
const lookEvery = 200 * time.Millisecond

// Run keeps up with the database until ctx ends.
func (r *Reader) Run(ctx context.Context) {
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		case <-r.wake:
		}
		err := r.Refresh(ctx)
		if err != nil && !r.failed && ctx.Err() == nil {
			r.log.Error("looking for what is public", "error", err)
		}
		r.failed = err != nil
	}
}

// Index is what is public, as of the last look.
func (r *Reader) Index() *Index { return r.index.Load() }

// Refresh looks at what is public. What was so before stays where it cannot. It must
// not run twice at once.
func (r *Reader) Refresh(ctx context.Context) error {
	m, err := r.look(ctx)
	if err != nil || m == r.mark {
		return err
	}
	rows, err := r.rows(ctx)
	if err != nil {
		return err
	}
	before := r.Index()
	var all []*Release
	var errs []error
	for _, row := range rows {
		if known := before.bySlug[row.Slug]; known != nil && known.Row == row {
			all = append(all, known)
			continue
		}
		p, err := r.release(ctx, row)
		switch {
		case err != nil:
			errs = append(errs, err)
		case p != nil:
			all = append(all, p)
		}
	}
	if x := newIndex(all, before.Number+1); !slices.Equal(x.Releases, before.Releases) {
		r.index.Store(x)
	}
	if len(errs) == 0 {
		r.mark = m
	}
	return errors.Join(errs...)
}

func (r *Reader) look(ctx context.Context) (m mark, err error) {
	if m.latches, err = r.book.Latches(ctx); err != nil {
		return m, err
	}
	m.latches++ // the zero mark is that of no look
	err = r.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*), COALESCE(MAX(changed_at), 0),
		COALESCE(SUM(CASE WHEN became = '' THEN 0 ELSE 1 END), 0) FROM publication`).Scan(&m.rows, &m.changed, &m.ended)
	if err != nil {
		return m, fmt.Errorf("looking for what is public: %w", err)
	}
	return m, nil
}

// rows are the publications that stand, whether their instant has come or not.
func (r *Reader) rows(ctx context.Context) ([]Row, error) {
	rows, err := r.db.Reader().QueryContext(ctx, `SELECT dispatch, slug, revision FROM publication WHERE became = ''`)
	if err != nil {
		return nil, fmt.Errorf("listing what is public: %w", err)
	}
	defer rows.Close()
	var out []Row
	for rows.Next() {
		var row Row
		if err := rows.Scan(&row.Dispatch, &row.Slug, &row.Revision); err != nil {
			return nil, fmt.Errorf("listing what is public: %w", err)
		}
		out = append(out, row)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("listing what is public: %w", err)
	}
	return out, nil
}

// release is what a row says, nil if the gate gives no pass for it.
func (r *Reader) release(ctx context.Context, row Row) (*Release, error) {
	pass, since, err := r.book.Passed(ctx, row.Dispatch)
	if err != nil || !pass.Covers(row.Dispatch) {
		return nil, err
	}
	p := &Release{Row: row, Pass: pass, Since: since}
	if p.digests, err = r.book.Artefacts(ctx, row.Dispatch); err != nil {
		return nil, err
	}
	data, err := r.Read(ctx, pass, p, ListingName)
	if err == nil {
		p.Listing, err = ReadListing(data)
	}
	if err == nil && !p.First.IsZero() {
		p.Since = p.First
	}
	if err != nil {
		return nil, fmt.Errorf("opening the page of %s: %w", row.Dispatch, err)
	}
	return p, nil
}

// NoPassError is returned where something is read without a pass for it.
type NoPassError struct{ Dispatch string }

func (e *NoPassError) Error() string { return "nobody may read " + e.Dispatch + " yet" }

// Read is an artefact of a release. Other bytes than were stored are a
// blob.DamagedError, and without a pass for the release it is a NoPassError.
func (r *Reader) Read(ctx context.Context, pass embargo.Pass, p *Release, artefact string) ([]byte, error) {
	if !pass.Covers(p.Dispatch) {
		return nil, &NoPassError{p.Dispatch}
	}
	return r.book.BlobOf(ctx, p.Dispatch, artefact, p.digests[artefact])
}

// Digest names the bytes of an artefact.
func (p *Release) Digest(artefact string) string { return p.digests[artefact] }

func newIndex(all []*Release, number int) *Index {
	x := &Index{Releases: all, Number: number, bySlug: make(map[string]*Release), places: make(map[string]Place)}
	slices.SortFunc(all, func(a, b *Release) int { return cmp.Or(b.Since.Compare(a.Since), cmp.Compare(a.Slug, b.Slug)) })
	x.topics = topicsOf(all)
	for _, p := range all {
		x.bySlug[p.Slug] = p
		for i := range p.Versions {
			for _, f := range p.Versions[i].Forms {
				x.places[f.Address] = Place{Release: p, Version: &p.Versions[i], Form: f}
			}
		}
		for _, f := range p.Files {
			x.places[f.Address] = Place{Release: p, Form: Form{Address: f.Address, Artefact: f.Artefact, Type: f.Type}}
		}
		for _, f := range p.Earlier {
			x.places[f.Address] = Place{Release: p, Form: f.Form, Earlier: true}
		}
	}
	return x
}

// Of is the release of a slug, nil if it is not public.
func (x *Index) Of(slug string) *Release { return x.bySlug[slug] }

// PageIn is the address of its page in a language, or of the main one's where it is not
// written in that.
func (p *Release) PageIn(language string) string {
	for _, wanted := range []string{language, p.Versions[0].Language} {
		for _, v := range p.Versions {
			if v.Language != wanted {
				continue
			}
			for _, f := range v.Forms {
				if f.Page {
					return f.Address
				}
			}
		}
	}
	return ""
}

// At is what an address below the newsroom shows, as harbor-report.es.pdf.
func (x *Index) At(address string) (Place, bool) {
	p, ok := x.places[address]
	return p, ok
}
