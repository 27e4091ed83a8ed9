package coalition

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"pressroom/internal/chain"
	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/submission"
)

// What happened to a quote.
type What string

// The events. Those with a star decide what may be printed.
const (
	WasAsked     What = "asked"
	WasExtended  What = "extended"
	WasReminded  What = "reminded"
	WasHandedOn  What = "handed-on"
	WasSaved     What = "saved"
	WasSubmitted What = "submitted"
	WasProposed  What = "proposed"
	WasSentBack  What = "sent-back"
	WasAccepted  What = "accepted"
	WasSigned    What = "signed"    // *
	WasRecorded  What = "recorded"  // * the lead wrote down a sign-off given by voice
	WasDeclined  What = "declined"  // *
	WasWithdrawn What = "withdrawn" // *
	WasRevoked   What = "revoked"
	WasPhotoed   What = "photo"
	WasOrdered   What = "ordered" // the order of the quotes was chosen
	WasKept      What = "kept"    // the partner keeps its own words
	SignedOn     What = "signed-on"
	AskedAfter   What = "withdrawal-asked"
	WasSettled   What = "settled" // the lead says how a difference from what was printed was settled
	// WasTranslated says which words a translation was made of.
	WasTranslated What = "translated"
)

// decides tells whether an event says what may be printed.
func (w What) decides() bool {
	return w == WasSigned || w == WasRecorded || w == WasDeclined || w == WasWithdrawn
}

// known tells whether this version of the program writes such events.
func (w What) known() bool {
	switch w {
	case WasAsked, WasExtended, WasReminded, WasHandedOn, WasSaved, WasSubmitted, WasProposed, WasSentBack, WasAccepted, WasSigned,
		WasRecorded,
		WasDeclined, WasWithdrawn, WasRevoked, WasPhotoed, WasOrdered, WasKept, SignedOn, AskedAfter, WasSettled, WasTranslated:
		return true
	}
	return false
}

// approves tells whether it says that the words may be printed.
func (w What) approves() bool { return w == WasSigned || w == WasRecorded }

// Event is one step, as it is kept. Number counts from 1 within a release.
type Event struct {
	Slug     string            `json:"release"`
	Number   int64             `json:"number"`
	At       time.Time         `json:"at"` // UTC, microseconds
	What     What              `json:"what"`
	Actor    string            `json:"actor"`          // an address, or "lead"
	Link     string            `json:"link,omitempty"` // the first 12 characters of the SHA-256 of the link
	Org      string            `json:"org"`
	Quote    string            `json:"quote"`
	Language string            `json:"language,omitempty"`
	Before   string            `json:"before,omitempty"` // digest of the words, as in the sign-off
	After    string            `json:"after,omitempty"`
	Words    *submission.Words `json:"words,omitempty"`
	Detail   string            `json:"detail,omitempty"`
	Previous string            `json:"previous"` // hash of the event before, "" for the first
	Hash     string            `json:"hash"`
	words    string            // as it is kept
	damage   error             // why it cannot be read whole
}

// hash is SHA-256 over "pressroom event 1\n" and then, each as its length in
// bytes, a colon and its bytes: previous hash, release, number, time (RFC 3339
// with six digits of the second, UTC), what, actor, link, org, quote, language,
// before, after, words (JSON), detail.
func (e *Event) hash() string {
	h := sha256.New()
	h.Write([]byte("pressroom event 1\n"))
	for _, s := range []string{
		e.Previous, e.Slug, strconv.FormatInt(e.Number, 10), e.At.UTC().Format("2006-01-02T15:04:05.000000Z"), string(e.What), e.Actor, e.Link,
		e.Org, e.Quote, e.Language, e.Before, e.After, e.words, e.Detail,
	} {
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// append writes an event at the end of the release's chain.
func (d *Desk) append(ctx context.Context, tx *store.Tx, e *Event) error {
	if err := tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(number), 0) + 1 FROM quote_event WHERE slug = ?`,
		e.Slug).Scan(&e.Number); err != nil {
		return fmt.Errorf("keeping an event: %w", err)
	}
	if e.Number > 1 {
		if err := tx.QueryRowContext(ctx, `SELECT hash FROM quote_event WHERE slug = ? AND number = ?`, e.Slug,
			e.Number-1).Scan(&e.Previous); err != nil {
			return fmt.Errorf("keeping an event: %w", err)
		}
	}
	if e.Words != nil {
		data, err := json.Marshal(e.Words)
		if err != nil {
			return fmt.Errorf("keeping an event: %w", err)
		}
		e.words = string(data)
	}
	e.At = d.now().UTC().Truncate(time.Microsecond)
	e.Hash = e.hash()
	_, err := tx.ExecContext(ctx, `INSERT INTO quote_event (slug, number, at, what, actor, link, org, quote, language, before, after,
		words, detail, previous, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, e.Slug, e.Number, store.Micros(e.At), e.What, e.Actor, e.Link, e.Org, e.Quote,
		e.Language,
		e.Before, e.After, e.words, e.Detail, e.Previous, e.Hash)
	if err != nil {
		return fmt.Errorf("keeping an event: %w", err)
	}
	return chain.SetHead(ctx, tx, e.Slug, e.head())
}

// Events lists the events of a release, oldest first.
func (d *Desk) Events(ctx context.Context, slug string) ([]*Event, error) {
	return events(ctx, d.db.Reader(), `slug = ? ORDER BY number`, slug)
}

// events are those that a condition picks; one that cannot be read is an error.
func events(ctx context.Context, q store.Querier, where string, args ...any) ([]*Event, error) {
	list, err := keptEvents(ctx, q, where, args...)
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		if e.damage != nil {
			return nil, fmt.Errorf("reading event %d of %s: %w", e.Number, e.Slug, e.damage)
		}
	}
	return list, nil
}

// keptEvents is events, with those that cannot be read: they say why.
func keptEvents(ctx context.Context, q store.Querier, where string, args ...any) ([]*Event, error) {
	rows, err := q.QueryContext(ctx, `SELECT slug, number, at, what, actor, link, org, quote, language, before, after, words, detail,
		previous, hash FROM quote_event WHERE `+where, args...)
	if err != nil {
		return nil, fmt.Errorf("reading events: %w", err)
	}
	defer rows.Close()
	var out []*Event
	for rows.Next() {
		var e Event
		var at any
		err := rows.Scan(&e.Slug, &e.Number, &at, &e.What, &e.Actor, &e.Link, &e.Org, &e.Quote, &e.Language, &e.Before, &e.After, &e.words,
			&e.Detail, &e.Previous, &e.Hash)
		if err != nil {
			return nil, fmt.Errorf("reading events: %w", err)
		}
		if us, ok := at.(int64); ok {
			e.At = store.Time(us)
		} else {
			e.damage = errors.New("its time is no number")
		}
		if e.words != "" {
			e.Words = new(submission.Words)
			if err := json.Unmarshal([]byte(e.words), e.Words); err != nil {
				e.Words, e.damage = nil, fmt.Errorf("its words: %w", err)
			}
		}
		out = append(out, &e)
	}
	return out, rows.Err()
}

// lastDecision is the event that says what may be printed of a quote, nil if there
// is none.
func lastDecision(ctx context.Context, q store.Querier, slug, quote, lang string) (*Event, error) {
	list, err := events(ctx, q, `slug = ? AND quote = ? AND (language = ? OR language = '') ORDER BY number DESC`, slug, quote, lang)
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		if e.What.decides() {
			return e, nil
		}
	}
	return nil, nil
}

// Known is what the database knows of a release's quotes, for the checks.
func (d *Desk) Known(ctx context.Context, slug string) (*release.Known, error) {
	list, err := d.Events(ctx, slug)
	if err != nil {
		return nil, err
	}
	return d.known(ctx, slug, list)
}

// known is Known by a history that was read already.
func (d *Desk) known(ctx context.Context, slug string, list []*Event) (*release.Known, error) {
	k := &release.Known{}
	if broken := chainFault(list); broken != "" {
		k.Faults = append(k.Faults, broken)
	}
	short, err := missingEnd(ctx, d.db.Reader(), slug, list)
	if err != nil {
		return nil, err
	}
	k.Approvals = approvals(list, d.orgName)
	k.Originals = originals(list)
	n := 0
	if k.Requests, n, err = d.asking(ctx, slug); err != nil {
		return nil, err
	}
	if short == "" && n > 0 && len(list) == 0 {
		short = historyGone
	}
	if short != "" {
		k.Faults = append(k.Faults, short)
	}
	if k.Unwritten, err = d.notInFile(ctx, slug, list); err != nil {
		return nil, err
	}
	if len(list) > 0 {
		k.Head = list[len(list)-1].head()
	}
	k.Asked = n > 0 || len(list) > 0
	open, err := d.unsettled(ctx, d.db.Reader(), slug, list)
	for _, u := range open {
		k.Unsettled = append(k.Unsettled, u.What)
	}
	return k, err
}

// asking are the requests that count, and how many there are with those that were taken
// back.
func (d *Desk) asking(ctx context.Context, slug string) (out []release.Asking, all int, err error) {
	rows, err := d.db.Reader().QueryContext(ctx, `SELECT org, quote, state FROM quote_request WHERE slug = ? ORDER BY org`, slug)
	if err != nil {
		return nil, 0, fmt.Errorf("reading requests: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var a release.Asking
		if err := rows.Scan(&a.OrgID, &a.Quote, &a.State); err != nil {
			return nil, 0, fmt.Errorf("reading requests: %w", err)
		}
		all++
		if State(a.State) != Revoked {
			a.Org, a.Open = d.orgName(a.OrgID), State(a.State).Open()
			out = append(out, a)
		}
	}
	return out, all, rows.Err()
}

// approvals are the last decisions, by quote and language.
func approvals(list []*Event, name func(org string) string) map[release.QuoteKey]release.Approval {
	out := make(map[release.QuoteKey]release.Approval)
	for _, e := range list {
		if e.What == AskedAfter {
			for key, a := range out {
				if a.AskedBack = true; key.Quote == e.Quote {
					out[key] = a
				}
			}
		}
		if !e.What.decides() {
			continue
		}
		a := release.Approval{
			Given: e.What.approves(), Recorded: e.What == WasRecorded, By: e.Actor, Org: name(e.Org), Digest: e.After, At: e.At,
			How: string(e.What),
		}
		if e.What == WasRecorded {
			a.By = e.Detail
		}
		if e.Language == "" { // for every language
			for key := range out {
				if key.Quote == e.Quote {
					delete(out, key)
				}
			}
		} else {
			delete(out, release.QuoteKey{Quote: e.Quote})
		}
		out[release.QuoteKey{Quote: e.Quote, Language: e.Language}] = a
	}
	return out
}

// head names the history up to an event.
func (e *Event) head() string { return fmt.Sprintf("%d %s", e.Number, e.Hash) }

// missingEnd says whether a history is shorter than it was.
func missingEnd(ctx context.Context, q store.Querier, slug string, list []*Event) (string, error) {
	head, err := chain.Head(ctx, q, slug)
	if err != nil {
		return "", err
	}
	if len(list) > 0 {
		if last := list[len(list)-1]; head != last.head() {
			return fmt.Sprintf("the quotes' history ends with event %d (%s by %s, %s), and it was longer or another one", last.Number, last.What,
				last.Actor, last.Org), nil
		}
	} else if head != "" {
		return historyGone, nil
	}
	return "", nil
}

const historyGone = "the quotes' history is gone"

// chainFault says where a chain of events is broken, "" if it is whole.
func chainFault(list []*Event) string {
	previous := ""
	for i, e := range list {
		switch {
		case e.Number != int64(i+1):
			return fmt.Sprintf("event %d of the quotes' history is missing", i+1)
		case e.Previous != previous:
			return fmt.Sprintf("event %d of the quotes' history does not follow the one before it (%s by %s, %s)", e.Number, e.What, e.Actor, e.Org)
		case e.hash() != e.Hash:
			return fmt.Sprintf("event %d of the quotes' history was changed (%s by %s, %s)", e.Number, e.What, e.Actor, e.Org)
		}
		previous = e.Hash
	}
	return ""
}
