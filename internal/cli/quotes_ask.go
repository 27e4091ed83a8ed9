package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/coalition"
	"pressroom/internal/console"
	"pressroom/internal/wording"
)

func (e *env) quotesRequest() *cobra.Command {
	var f requestFlags
	c := &cobra.Command{
		Use: "request RELEASE --org ID…", Short: "Ask organizations for a quote, by mail, with a link of their own",
		Long: `Ask organizations for a quote. Each person that their [[org]] names under contact
gets a mail with a link of their own: no account, no password. The words they sign
off go into the release by themselves, and nobody changes them without them.

Asking again sends a new link with the new deadlines: so a closed one opens again.
Those who have not answered are reminded before the first deadline and when it has
passed. Times are read in the release's zone: 2026-07-25T18:00, or 6h, or 2d.`,
		Args: args(cobra.ExactArgs(1), "quotes request takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quotes, _ []string) error { return e.requestQuotes(ctx, q, f) }),
	}
	fs := c.Flags()
	fs.StringSliceVar(&f.orgs, "org", nil, "whom to ask: ids of [[org]] in pressroom.toml, several with commas; all for everybody")
	fs.StringVar(&f.soft, "soft", "", "by when an answer is asked for (default: a day before the link closes)")
	fs.StringVar(&f.hard, "hard", "", "when the link closes (default: an hour before the release goes out, or less if that is soon)")
	fs.IntVar(&f.words, "words", 60, "how long the quote should be, in words")
	fs.StringVar(&f.note, "note", "", "a few lines of your own for the mail")
	fs.StringVar(&f.from, "from", "", "who asks, and whom answers go to: \"Name <address>\" (default: reply_to or from of [mail])")
	fs.StringVar(&f.show, "show", "headline", "how much of the draft partners see: headline, or full")
	return c
}

// requestFlags are what quotes request is told.
type requestFlags struct {
	orgs                         []string
	soft, hard, note, from, show string
	words                        int
}

func (e *env) requestQuotes(ctx context.Context, q *quotes, f requestFlags) error {
	if len(f.orgs) == 0 {
		return console.Usage(fmt.Errorf("quotes request needs --org: the ids of organizations in pressroom.toml, or all"))
	}
	if err := q.Coalition.Reachable(); err != nil {
		return err
	}
	if f.show != string(coalition.ShowHeadline) && f.show != string(coalition.ShowFull) {
		return console.Usage(fmt.Errorf("--show is headline or full, not %q", f.show))
	}
	call := coalition.Call{Slug: q.slug, Words: f.words, Show: coalition.Show(f.show), Note: f.note, Asker: f.from, Orgs: f.orgs}
	if len(f.orgs) == 1 && f.orgs[0] == "all" {
		call.Orgs = q.Workspace.Settings.OrgIDs()
	}
	zone, err := q.Coalition.Complete(&call, f.soft, f.hard)
	if wrong := (*coalition.CallError)(nil); errors.As(err, &wrong) {
		return console.Usage(fmt.Errorf("--%s: %w; see quotes request --help", wrong.Part, err))
	}
	if err != nil {
		return err
	}
	asked, extended, err := q.Coalition.Ask(ctx, call)
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
		fmt.Fprintf(e.Stdout, "%s %s: by %s, closed %s\n", what, r.Org, coalition.Stamp(r.Soft, zone), coalition.Stamp(r.Hard, zone))
	}
	if q.Ledger.WorkersForAll(ctx) == 0 {
		fmt.Fprintf(e.Stderr, "Partners reach the portal while %s serve runs: start it, and leave it running.\n", e.Program())
	}
	return e.sendLetters(ctx, q)
}

// sendLetters sends the mails that were written, if no worker runs that would.
func (e *env) sendLetters(ctx context.Context, q *quotes) error {
	left, err := q.SendLetters(ctx, q.slug)
	if err == nil && left > 0 {
		err = fmt.Errorf("%s could not be sent yet; pressroom serve goes on trying", wording.Count(left, "mail"))
	}
	return err
}

func (e *env) quotesRemind() *cobra.Command {
	var orgs []string
	c := &cobra.Command{
		Use: "remind RELEASE", Short: "Remind those who have not answered, now",
		Args: args(cobra.ExactArgs(1), "quotes remind takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quotes, a []string) error {
			reminded, err := q.Coalition.Remind(ctx, q.slug, orgs)
			if err != nil {
				return err
			}
			if len(reminded) == 0 {
				fmt.Fprintln(e.Stdout, "Nobody is to be reminded: all have answered, or their links are closed.")
				return nil
			}
			for _, r := range reminded {
				fmt.Fprintf(e.Stdout, "reminded %s\n", r.Org)
			}
			return e.sendLetters(ctx, q)
		}),
	}
	c.Flags().StringSliceVar(&orgs, "org", nil, "only these organizations, by their ids")
	return c
}
