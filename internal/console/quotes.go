package console

import (
	"context"
	"fmt"
	"os"
	"strings"

	"pressroom/internal/app"
	"pressroom/internal/coalition"
	"pressroom/internal/wording"
)

// ListQuotes shows how far each quote of a release is, and its words.
func (t *Terminal) ListQuotes(ctx context.Context, a *app.App, slug string, asJSON bool) error {
	if err := a.Coalition.Recover(ctx); err != nil {
		fmt.Fprintln(t.Stderr, "error:", err)
	}
	all, err := a.Coalition.Requests(ctx, slug)
	if err != nil {
		return err
	}
	if asJSON {
		return t.json(map[string]any{"quotes": a.Coalition.Rows(all)})
	}
	if len(all) == 0 {
		fmt.Fprintf(t.Stdout, "No quote was asked for %s yet: pressroom quotes request %s --org all\n", slug, slug)
		return nil
	}
	zone := a.Zone()
	states := map[string]int{}
	for _, r := range all {
		states[string(r.State)]++
		fmt.Fprint(t.Stdout, a.Coalition.Describe(r, zone))
		if err := a.Coalition.Say(ctx, t.Stdout, r, strings.Repeat(" ", 25)); err != nil {
			return err
		}
	}
	for _, says := range a.Coalition.Info(slug).Behind(ctx) {
		fmt.Fprintln(t.Stdout, says)
	}
	fmt.Fprintf(t.Stderr, "%s: %s\n", wording.Count(len(all), "quote"), wording.Tally(states))
	return nil
}

// VerifyQuotes holds what was signed against the release's file, what went out, and the
// receipts in the files. It is a QuietError where something was changed.
func (t *Terminal) VerifyQuotes(ctx context.Context, a *app.App, slug string, files []string) error {
	var receipts []*coalition.Receipt
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("reading the receipt: %w", err)
		}
		r, err := coalition.ParseReceipt(data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		receipts = append(receipts, r)
	}
	report, err := a.Coalition.Verify(ctx, slug, receipts)
	if err != nil {
		return err
	}
	for _, f := range report.Faults {
		fmt.Fprintln(t.Stdout, "FAULT: "+f)
	}
	fmt.Fprintf(t.Stdout, "%s: %s, %s in the file word for word as signed, %s compared, %s\n", slug,
		wording.Count(report.Events, "event"), wording.Count(report.Quotes, "quote"),
		wording.Count(report.Snapshots, "mailing"), wording.Count(report.Receipts, "receipt"))
	if len(report.Faults) > 0 {
		return QuietError{}
	}
	return nil
}

// ExportQuotes shows the whole history of a release's quotes as JSON.
func (t *Terminal) ExportQuotes(ctx context.Context, a *app.App, slug string) error {
	events, err := a.Coalition.Events(ctx, slug)
	if err != nil {
		return err
	}
	if events == nil {
		events = []*coalition.Event{}
	}
	return t.json(map[string]any{"release": slug, "events": events})
}
