// Package coalition is how quotes of partners come about: they are asked for,
// written, looked at and signed off, and what was signed goes into the release's
// front matter.
//
// A Desk acts for the lead (Ask, Propose, Accept …) and for whoever holds a link
// (Visit, Save, Sign …). Every act is an Event; the last event about a quote is
// what counts, and the file is a copy of it.
package coalition

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	netmail "net/mail"
	"strings"
	"sync"
	"time"

	"pressroom/internal/draft"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/store"
	"pressroom/internal/submission"
	"pressroom/internal/workspace"
)

// State is how far a quote is.
type State string

// The states of a request.
const (
	Asked     State = "asked"
	Draft     State = "draft"     // words were saved and not handed in
	Submitted State = "submitted" // handed in, for somebody else to sign off
	Proposed  State = "proposed"  // the lead has written words for the partner to sign off
	SentBack  State = "sent-back" // the lead asks for a change
	Signed    State = "signed"
	Declined  State = "declined"
	Withdrawn State = "withdrawn"
	Revoked   State = "revoked" // the lead took the request back
)

// Open tells whether the partner still has something to do.
func (s State) Open() bool {
	return s == Asked || s == Draft || s == Submitted || s == Proposed || s == SentBack
}

// Show is how much of the draft a partner sees.
type Show string

// What can be shown.
const (
	ShowHeadline Show = "headline" // headline and subhead
	ShowFull     Show = "full"     // the whole text, without quotes of others that are not signed
)

// Request is a quote that an organisation was asked for.
type Request struct {
	ID          int64
	Slug        string
	Org         string // id in the settings
	Quote       string // id in the release
	State       State
	Version     int64
	Words       int       // how many were asked for
	Soft, Hard  time.Time // UTC
	Show        Show
	Asker, Note string
	Draft       submission.Words
	Proposal    *submission.Words // the lead's, nil if there is none
	Message     string            // what the lead wrote with it
	Accepted    bool
	Photo       string // digest of a blob
	PhotoText   PhotoText
	Created     time.Time
	Updated     time.Time
}

// PhotoText is what goes with a photo.
type PhotoText struct {
	Caption string `json:"caption,omitempty"`
	Credit  string `json:"credit,omitempty"`
	Rights  string `json:"rights,omitempty"`
}

// ToJudge tells whether words wait for the lead to look at them.
func (r *Request) ToJudge() bool { return (r.State == Signed || r.State == Submitted) && !r.Accepted }

func (r *Request) late(now time.Time) bool { return r.State.Open() && now.After(r.Soft) }

// Late tells whether a partner has let the soft deadline pass.
func (d *Desk) Late(r *Request) bool { return r.late(d.now()) }

// Desk is the coalition of one workspace.
type Desk struct {
	ledger    *ledger.Ledger
	db        *store.DB
	workspace *workspace.Workspace
	now       func() time.Time
	publicURL string

	// Log takes what goes wrong while a partner waits who cannot mend it. New sets one
	// that says nothing.
	Log *slog.Logger

	texts     *draft.Folder
	snapshots snapshots
	photos    sync.Mutex
	settling  sync.Mutex        // one at a time writes into files
	at        func(step string) // tests break off here
}

// New returns the coalition of a workspace. now is the wall clock; publicURL is
// where partners reach the portal, "" if they cannot.
func New(l *ledger.Ledger, w *workspace.Workspace, now func() time.Time, publicURL string) *Desk {
	return &Desk{
		ledger: l, db: l.DB(), workspace: w, now: now, publicURL: publicURL,
		Log: slog.New(slog.DiscardHandler), texts: draft.New(w), at: func(string) {},
	}
}

// Path of the portal, before the link's secret.
const Path = "/quote/"

// Errors that a page or a command shows in its own words.
var (
	ErrUnknown = errors.New("this link is not valid")
	ErrClosed  = errors.New("the deadline for this quote has passed")
	ErrSent    = errors.New("the release has gone out")
	ErrChanged = saying.Errorf("somebody else changed this quote meanwhile")
	ErrWords   = errors.New("the words are not those that were shown")
	ErrState   = errors.New("this is not possible now")
)

// NotFoundError says that no quote of a release was asked for under a name.
type NotFoundError struct {
	Slug, Name string
	Known      []string
}

func (e *NotFoundError) Error() string {
	if len(e.Known) == 0 {
		return fmt.Sprintf("no quote was asked for %s yet; pressroom quotes request %s --org ID asks", e.Slug, e.Slug)
	}
	return fmt.Sprintf("no quote of %s is called %q; there are %s", e.Slug, e.Name, strings.Join(e.Known, ", "))
}

const requestColumns = `id, slug, org, quote, state, version, words, soft_at, hard_at, shows, asker, note, draft, proposal, message, ` +
	`accepted, photo, photo_text, created_at, updated_at`

func scanRequest(row interface{ Scan(...any) error }) (*Request, error) {
	var r Request
	var soft, hard, created, updated int64
	var draft, proposal, photo string
	var accepted int
	err := row.Scan(&r.ID, &r.Slug, &r.Org, &r.Quote, &r.State, &r.Version, &r.Words, &soft, &hard, &r.Show, &r.Asker, &r.Note,
		&draft, &proposal, &r.Message, &accepted, &r.Photo, &photo, &created, &updated)
	if err != nil {
		return nil, err
	}
	r.Soft, r.Hard, r.Created, r.Updated = store.Time(soft), store.Time(hard), store.Time(created), store.Time(updated)
	r.Accepted = accepted != 0
	if err := json.Unmarshal([]byte(draft), &r.Draft); err != nil {
		return nil, err
	}
	if proposal != "" {
		r.Proposal = new(submission.Words)
		if err := json.Unmarshal([]byte(proposal), r.Proposal); err != nil {
			return nil, err
		}
	}
	if photo != "" {
		err = json.Unmarshal([]byte(photo), &r.PhotoText)
	}
	return &r, err
}

// Requests lists what was asked for a release, or with "" for all, by organisation.
func (d *Desk) Requests(ctx context.Context, slug string) ([]*Request, error) {
	rows, err := d.db.Reader().QueryContext(ctx, `SELECT `+requestColumns+` FROM quote_request WHERE ? = '' OR slug = ? ORDER BY slug, org`,
		slug, slug)
	if err != nil {
		return nil, fmt.Errorf("listing quotes: %w", err)
	}
	defer rows.Close()
	var out []*Request
	for rows.Next() {
		r, err := scanRequest(rows)
		if err != nil {
			return nil, fmt.Errorf("listing quotes: %w", err)
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// Find finds the request for a quote by its id, or by its organisation's.
func (d *Desk) Find(ctx context.Context, slug, name string) (*Request, error) {
	all, err := d.Requests(ctx, slug)
	if err != nil {
		return nil, err
	}
	e := &NotFoundError{Slug: slug, Name: name}
	for _, r := range all {
		if r.Quote == name || r.Org == name {
			return r, nil
		}
		e.Known = append(e.Known, r.Quote)
	}
	return nil, e
}

// locked reads a request inside a transaction and keeps others from it.
func locked(ctx context.Context, tx *store.Tx, id int64) (*Request, error) {
	r, err := scanRequest(tx.QueryRowContext(ctx, `SELECT `+requestColumns+` FROM quote_request WHERE id = ? /* for update */`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrUnknown
	}
	if err != nil {
		return nil, fmt.Errorf("reading a quote's request: %w", err)
	}
	return r, nil
}

// save writes what can change of a request.
func (d *Desk) save(ctx context.Context, tx *store.Tx, r *Request) error {
	draft, err := json.Marshal(r.Draft)
	if err != nil {
		return fmt.Errorf("keeping a quote: %w", err)
	}
	proposal, photo := "", ""
	if r.Proposal != nil {
		data, err := json.Marshal(r.Proposal)
		if err != nil {
			return fmt.Errorf("keeping a quote: %w", err)
		}
		proposal = string(data)
	}
	if r.Photo != "" {
		data, err := json.Marshal(r.PhotoText)
		if err != nil {
			return fmt.Errorf("keeping a quote: %w", err)
		}
		photo = string(data)
	}
	accepted := 0
	if r.Accepted {
		accepted = 1
	}
	r.Version++
	r.Updated = d.now()
	_, err = tx.ExecContext(ctx, `UPDATE quote_request SET state = ?, version = ?, words = ?, soft_at = ?, hard_at = ?, shows = ?, asker
		= ?, note = ?, draft = ?,
		proposal = ?, message = ?, accepted = ?, photo = ?, photo_text = ?, updated_at = ? WHERE id = ?`, r.State, r.Version, r.Words,
		store.Micros(r.Soft), store.Micros(r.Hard),
		r.Show, r.Asker, r.Note, string(draft), proposal, r.Message, accepted, r.Photo, photo, store.Micros(r.Updated), r.ID)
	if err != nil {
		return fmt.Errorf("keeping a quote: %w", err)
	}
	return nil
}

// newLink makes a link for one person and returns its secret.
func (d *Desk) newLink(ctx context.Context, tx *store.Tx, request int64, person string) (string, error) {
	var b [32]byte
	rand.Read(b[:])
	secret := base64.RawURLEncoding.EncodeToString(b[:])
	_, err := tx.ExecContext(ctx, `INSERT INTO quote_link (digest, request, person, made_at) VALUES (?, ?, ?, ?)`, digest(secret), request,
		person, store.Micros(d.now()))
	if err != nil {
		return "", fmt.Errorf("making a link: %w", err)
	}
	return secret, nil
}

func digest(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// org is an organisation of the settings.
func (d *Desk) org(id string) (release.Org, bool) { return d.workspace.Settings.Org(id) }

// orgName is an organisation as it is printed.
func (d *Desk) orgName(id string) string {
	if o, ok := d.org(id); ok {
		return o.Name
	}
	return id
}

// email is the address alone.
func email(person string) string {
	if a, err := netmail.ParseAddress(person); err == nil {
		return a.Address
	}
	return person
}

// read is the release as it stands in the folder.
func (d *Desk) read(slug string) (*release.Release, error) {
	r, found, err := d.texts.Release(slug)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, found
	}
	return r, nil
}
