package cli

import (
	"bufio"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/diagnostic"
	"pressroom/internal/dispatch"
	"pressroom/internal/wording"
)

func (e *env) checkCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "check [FILE…]", Short: "Say what is wrong with releases and press lists, and where",
		Long: `Say what is wrong with releases and press lists, and where:
file:line:col: error|warning: what is wrong and what to write instead [rule].
Then, for each release, when it goes out, or why nothing will be sent. It looks as
send does: what it passes without "send will refuse this", send sends.
A FILE is a release's path or slug; without one, everything is checked,
press lists too; with one, what is wrong on a list that could touch it.`,
		RunE: e.looking(func(ctx context.Context, a *app.App, files []string) error {
			checked, lists, err := a.Check(ctx, files)
			if err != nil {
				return err
			}
			return e.showFindings(checked, lists, asJSON)
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// going is when a release goes out, as check --json writes it.
type going struct {
	Release string `json:"release"`
	Goes    string `json:"goes"`
}

func (e *env) showFindings(checked []dispatch.Checked, lists diagnostic.List, asJSON bool) error {
	diags, goes := lists, []going{}
	for _, c := range checked {
		diags = append(diags, c.Findings...)
		goes = append(goes, going{c.Slug, c.Goes.String()})
	}
	diags = diags.Sort()
	errs := diags.Errors()
	if asJSON {
		if err := e.JSON(map[string]any{"findings": diags.Rows(), "releases": goes}); err != nil {
			return err
		}
	} else {
		out := bufio.NewWriter(e.Stdout)
		for _, d := range diags {
			fmt.Fprintln(out, d)
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("writing the findings: %w", err)
		}
		said := bufio.NewWriter(e.Stderr)
		for _, g := range goes {
			fmt.Fprintf(said, "%s: %s\n", g.Release, g.Goes)
		}
		fmt.Fprintf(said, "%s: %s, %s\n", wording.Count(len(checked), "release"), wording.Count(errs, "error"),
			wording.Count(len(diags)-errs, "warning"))
		if err := said.Flush(); err != nil {
			return fmt.Errorf("writing when the releases go out: %w", err)
		}
	}
	if errs > 0 {
		return console.QuietError{}
	}
	return nil
}
