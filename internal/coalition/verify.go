package coalition

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/check"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// receiptBlock is what a receipt holds for a program to read.
func receiptBlock(e *Event) string {
	return fmt.Sprintf("release:  %s\nquote:    %s\nlanguage: %s\nsigned:   %s\nby:       %s\nwords:    %s\nentry:    %d\nchain:    %s\n",
		e.Slug, e.Quote, e.Language, e.At.Format(time.RFC3339), e.Actor, e.After, e.Number, e.Hash)
}

// Receipt is what a partner holds as proof.
type Receipt struct {
	Slug, Quote, Language, Words, Hash string
	Number                             int64
}

var receiptLine = pattern.New(`(?m)^[>\s]*(release|quote|language|words|entry|chain):[ \t]+(\S+)[ \t\r]*$`)

// ParseReceipt finds the proof in the text of a receipt, also where it was quoted
// or forwarded.
func ParseReceipt(data []byte) (*Receipt, error) {
	if len(data) > 1<<20 {
		return nil, fmt.Errorf("this is larger than a receipt is")
	}
	text := strings.ReplaceAll(strings.ReplaceAll(string(data), "=\r\n", ""), "=\n", "") // quoted-printable
	var r Receipt
	for _, m := range receiptLine.FindAllStringSubmatch(text, -1) {
		switch m[1] {
		case "release":
			r.Slug = m[2]
		case "quote":
			r.Quote = m[2]
		case "language":
			r.Language = m[2]
		case "words":
			r.Words = m[2]
		case "chain":
			r.Hash = m[2]
		case "entry":
			n, err := strconv.ParseInt(m[2], 10, 64)
			if err != nil {
				return nil, fmt.Errorf("the receipt's entry %q is no number", m[2])
			}
			r.Number = n
		}
	}
	if r.Slug == "" || r.Quote == "" || r.Number == 0 || !strings.HasPrefix(r.Words, "sha256:") || !strings.HasPrefix(r.Hash, "sha256:") {
		return nil, fmt.Errorf("there is no receipt in it: the lines release, quote, words, entry and chain are wanted")
	}
	return &r, nil
}

// Report is what a verification found.
type Report struct {
	Events    int      // in the history
	Quotes    int      // in the file, with a sign-off that holds
	Snapshots int      // that went out, or wait to, and were compared
	Receipts  int      // that hold
	Faults    []string // what does not hold; each names quote, organisation and signer
}

// Verify holds the history of a release's quotes against itself, the file, what
// was stored when the release was sent, and receipts of partners. What cannot be
// read or matched is a fault; the error is for a database that does not answer.
func (d *Desk) Verify(ctx context.Context, slug string, receipts []*Receipt) (*Report, error) {
	list, err := keptEvents(ctx, d.db.Reader(), `slug = ? ORDER BY number`, slug)
	if err != nil {
		return nil, err
	}
	known, err := d.known(ctx, slug, list)
	if err != nil {
		return nil, err
	}
	out := &Report{Events: len(list), Faults: known.Faults}
	rel, err := d.read(slug)
	if err != nil {
		out.fault("in the file: it cannot be read: %v", err)
	} else {
		d.inFile(rel, known, out)
	}
	if err := d.keptWords(ctx, list, rel, out); err != nil {
		return nil, err
	}
	if err := d.requestsMatch(ctx, slug, known, list, out); err != nil {
		return nil, err
	}
	if err := d.whatWasSent(ctx, slug, list, out); err != nil {
		return nil, err
	}
	for _, u := range known.Unsettled {
		out.fault("%s; quotes settle says how it was settled", u)
	}
	for _, r := range receipts {
		if fault := holds(r, list); fault != "" {
			out.Faults = append(out.Faults, fault)
			continue
		}
		out.Receipts++
	}
	return out, nil
}

func (r *Report) fault(format string, args ...any) {
	r.Faults = append(r.Faults, fmt.Sprintf(format, args...))
}

// inFile holds the release as it stands in the folder against what was signed.
func (d *Desk) inFile(rel *release.Release, known *release.Known, out *Report) {
	for _, f := range check.Signoffs(rel, known) {
		if f.Rule != "unsigned" && f.Rule != "history" && f.Rule != "unsettled" {
			out.fault("in the file: %s", f.Message)
		}
	}
	for _, v := range rel.Versions {
		for _, q := range v.Quotes {
			a, ok := known.Approvals[release.QuoteKey{Quote: q.ID, Language: v.Language}]
			if ok && a.Given && q.Signoff != nil && release.SignoffDigest(rel.Slug, v.Language, q) == a.Digest {
				out.Quotes++
			}
		}
	}
}

// keptWords holds what events hold, and the photos that they name, against the
// digests that stand beside them. Of words in another language than the release's
// own, those with markup were signed as they stand in that language's file: inFile
// holds them against it.
func (d *Desk) keptWords(ctx context.Context, list []*Event, rel *release.Release, out *Report) error {
	for _, e := range list {
		about := fmt.Sprintf("event %d (%s, %s of %s by %s)", e.Number, e.Quote, e.What, d.orgName(e.Org), e.Actor)
		switch {
		case e.damage != nil:
			out.fault("%s cannot be read: %v", about, e.damage)
		case !e.What.known():
			out.fault("%s is of a kind that is not known here", about)
		case e.What.approves() && e.Words == nil:
			out.fault("%s has no words", about)
		case e.What.approves():
			exact := e.Words.Source == "" && e.Words.Attribution == "" || rel != nil && e.Language == rel.Main().Language
			if got := release.SignoffDigest(e.Slug, e.Language, e.Words.Quote(e.Quote)); exact && got != e.After {
				out.fault("event %d: the words kept of %s (%s, signed by %s) are not those of its digest", e.Number, e.Quote, d.orgName(e.Org), e.Actor)
			}
		case e.What == WasPhotoed && e.Detail == "": // it was taken away
		case e.What == WasPhotoed:
			if err := d.keptFile(ctx, about+": the photo", strings.TrimPrefix(e.Detail, "sha256:"), out); err != nil {
				return err
			}
		}
	}
	return nil
}

// keptFile reads a blob; one that is gone or is another is a fault.
func (d *Desk) keptFile(ctx context.Context, what, digest string, out *Report) error {
	_, err := d.ledger.BlobOf(ctx, "", what, digest)
	var damaged *blob.DamagedError
	if errors.As(err, &damaged) {
		out.fault("%v", err)
		return nil
	}
	return err
}

// requestsMatch holds how far requests are against the history that has brought
// them there: an end that was cut off, and its trace with it, shows in them.
func (d *Desk) requestsMatch(ctx context.Context, slug string, known *release.Known, list []*Event, out *Report) error {
	requests, err := d.Requests(ctx, slug)
	if err != nil {
		out.fault("%v", err)
		return ctx.Err()
	}
	photos := make(map[string]string)
	for _, e := range list {
		if e.What == WasPhotoed {
			photos[e.Quote] = strings.TrimPrefix(e.Detail, "sha256:")
		}
	}
	for _, r := range requests {
		given, taken := false, false
		for key, a := range known.Approvals {
			if key.Quote == r.Quote {
				given, taken = given || a.Given, taken || !a.Given
			}
		}
		name := fmt.Sprintf("%s of %s is %s", r.Quote, d.orgName(r.Org), r.State)
		switch {
		case r.State == Signed && !given:
			out.fault("%s, and the history has no sign-off of it", name)
		case (r.State == Declined || r.State == Withdrawn) && !taken:
			out.fault("%s, and the history does not say so", name)
		case r.Photo != photos[r.Quote]:
			out.fault("%s, and its photo is not the one that the history names", name)
		}
	}
	return nil
}

// holds compares a receipt with the history; "" if it holds.
func holds(r *Receipt, list []*Event) string {
	if r.Number < 1 || r.Number > int64(len(list)) {
		return fmt.Sprintf("the receipt of %s names entry %d, and the history has %d: entries were deleted", r.Quote, r.Number, len(list))
	}
	e := list[r.Number-1]
	switch {
	case e.Quote != r.Quote || e.Slug != r.Slug:
		return fmt.Sprintf("entry %d is about %s of %s, and the receipt about %s of %s", r.Number, e.Quote, e.Slug, r.Quote, r.Slug)
	case e.After != r.Words:
		return fmt.Sprintf("entry %d (%s, signed by %s) has other words than the receipt", r.Number, e.Quote, e.Actor)
	case e.Hash != r.Hash:
		return fmt.Sprintf("entry %d (%s, signed by %s), or one before it, was changed since the receipt was given", r.Number, e.Quote, e.Actor)
	}
	return ""
}
