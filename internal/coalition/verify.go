package coalition

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

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
// was stored when the release was sent, and receipts of partners.
func (d *Desk) Verify(ctx context.Context, slug string, receipts []*Receipt) (*Report, error) {
	list, err := d.Events(ctx, slug)
	if err != nil {
		return nil, err
	}
	known, err := d.Known(ctx, slug)
	if err != nil {
		return nil, err
	}
	out := &Report{Events: len(list), Faults: known.Faults}
	out.Faults = append(out.Faults, d.keptWords(list)...)
	rel, err := d.read(slug)
	if err != nil {
		return nil, err
	}
	diags := check.Signoffs(rel, known)
	for _, f := range diags {
		if f.Rule != "unsigned" && f.Rule != "history" {
			out.Faults = append(out.Faults, "in the file: "+f.Message)
		}
	}
	for _, v := range rel.Versions {
		for _, q := range v.Quotes {
			if a, ok := known.Approvals[release.QuoteKey{Quote: q.ID, Language: v.Language}]; ok && a.Given && q.Signoff != nil && release.SignoffDigest(slug, v.Language, q) == a.Digest {
				out.Quotes++
			}
		}
	}
	if err := d.snapshots(ctx, slug, list, out); err != nil {
		return nil, err
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

// keptWords compares the words of events with the digest that stands beside them.
func (d *Desk) keptWords(list []*Event) []string {
	var out []string
	for _, e := range list {
		if e.What.approves() && e.Words != nil && e.Language != "" {
			if got := release.SignoffDigest(e.Slug, e.Language, e.Words.Quote(e.Quote)); got != e.After && e.Words.Source == "" {
				out = append(out, fmt.Sprintf("event %d: the words kept of %s (%s, signed by %s) are not those of its digest", e.Number, e.Quote, d.orgName(e.Org), e.Actor))
			}
		}
	}
	return out
}

// snapshots holds what was stored at send against what was signed then.
func (d *Desk) snapshots(ctx context.Context, slug string, list []*Event, out *Report) error {
	all, err := d.ledger.Dispatches(ctx, slug)
	if err != nil {
		return err
	}
	for _, dispatch := range all {
		if dispatch.Kind == "test" || dispatch.State.Void() {
			continue
		}
		data, err := d.ledger.Snapshot(ctx, dispatch.ID)
		if err != nil {
			return err
		}
		var kept struct {
			Sources  []release.Source `json:"sources"`
			Settings release.Settings `json:"settings"`
		}
		if err := json.NewDecoder(bytes.NewReader(data)).Decode(&kept); err != nil || len(kept.Sources) == 0 {
			continue // written by a version that kept something else
		}
		rel, _ := release.Read(slug, kept.Sources, kept.Settings)
		if rel == nil {
			out.Faults = append(out.Faults, dispatch.ID+": what was stored cannot be read any more")
			continue
		}
		var then []*Event
		for _, e := range list {
			if !e.At.After(dispatch.CreatedAt) {
				then = append(then, e)
			}
		}
		signed := approvals(then, d.orgName)
		for _, v := range rel.Versions {
			for _, q := range v.Quotes {
				a, ok := signed[release.QuoteKey{Quote: q.ID, Language: v.Language}]
				if got := release.SignoffDigest(slug, v.Language, q); ok && a.Given && got != a.Digest {
					out.Faults = append(out.Faults, fmt.Sprintf("%s went out with other words of %s (%s) than %s had signed", dispatch.ID, q.ID, a.Org, a.By))
				}
			}
		}
		out.Snapshots++
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
