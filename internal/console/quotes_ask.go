package console

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/coalition"
	"pressroom/internal/wording"
)

// QuoteRequest is what is told of a request for quotes: the ids of the organizations that are
// asked, or all; by when an answer is asked for and when the link closes, as they were typed,
// and "" for when that is by itself; a few lines for the mail; who asks, "" for the sender of
// mail; how much of the draft is shown, headline or full; how long the quote should be, in
// words.
type QuoteRequest struct {
	Orgs                         []string
	Soft, Hard, Note, From, Show string
	Words                        int
}

// RequestQuotes asks organizations for a quote, by mail.
func (t *Terminal) RequestQuotes(ctx context.Context, a *app.App, slug string, f QuoteRequest) error {
	if len(f.Orgs) == 0 {
		return Usage(fmt.Errorf("quotes request needs --org: the ids of organizations in pressroom.toml, or all"))
	}
	if err := a.Coalition.Reachable(); err != nil {
		return err
	}
	if f.Show != string(coalition.ShowHeadline) && f.Show != string(coalition.ShowFull) {
		return Usage(fmt.Errorf("--show is headline or full, not %q", f.Show))
	}
	call := coalition.Call{Slug: slug, Words: f.Words, Show: coalition.Show(f.Show), Note: f.Note, Asker: f.From, Orgs: f.Orgs}
	if len(f.Orgs) == 1 && f.Orgs[0] == "all" {
		call.Orgs = a.Workspace.Settings.OrgIDs()
	}
	zone, err := a.Coalition.Complete(&call, f.Soft, f.Hard)
	if wrong := (*coalition.CallError)(nil); errors.As(err, &wrong) {
		return Usage(fmt.Errorf("--%s: %w; see quotes request --help", wrong.Part, err))
	}
	if err != nil {
		return err
	}
	asked, extended, err := a.Coalition.Ask(ctx, call)
	if err != nil {
		return err
	}
	again := make(map[string]bool)
	for _, id := range extended {
		again[id] = true
	}
	for _, r := range asked {
		what := "asked"
		if again[r.Org] {
			what = "asked again"
		}
		fmt.Fprintf(t.Stdout, "%s %s: by %s, closed %s\n", what, r.Org, coalition.Stamp(r.Soft, zone), coalition.Stamp(r.Hard, zone))
	}
	if a.Ledger.WorkersForAll(ctx) == 0 {
		fmt.Fprintf(t.Stderr, "Partners reach the portal while %s serve runs: start it, and leave it running.\n", t.program())
	}
	return t.sendLetters(ctx, a, slug)
}

// RemindQuotes reminds those who have not answered or, where any are named, those organizations.
func (t *Terminal) RemindQuotes(ctx context.Context, a *app.App, slug string, orgs []string) error {
	reminded, err := a.Coalition.Remind(ctx, slug, orgs)
	if err != nil {
		return err
	}
	if len(reminded) == 0 {
		fmt.Fprintln(t.Stdout, "Nobody is to be reminded: all have answered, or their links are closed.")
		return nil
	}
	for _, r := range reminded {
		fmt.Fprintf(t.Stdout, "reminded %s\n", r.Org)
	}
	return t.sendLetters(ctx, a, slug)
}

// sendLetters sends the mails that were written, if no worker runs that would.
func (t *Terminal) sendLetters(ctx context.Context, a *app.App, slug string) error {
	left, err := a.SendLetters(ctx, slug)
	if err == nil && left > 0 {
		err = fmt.Errorf("%s could not be sent yet; pressroom serve goes on trying", wording.Count(left, "mail"))
	}
	return err
}
