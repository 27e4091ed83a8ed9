package console

import (
	"bufio"
	"context"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/diagnostic"
	"pressroom/internal/dispatch"
	"pressroom/internal/wording"
)

// Check says what is wrong with releases and press lists, all where no files are named, and
// when the releases go out.
func (t *Terminal) Check(ctx context.Context, a *app.App, files []string, asJSON bool) error {
	checked, lists, err := a.Check(ctx, files)
	if err != nil {
		return err
	}
	return t.showFindings(checked, lists, asJSON)
}

// going is when a release goes out, as check --json writes it.
type going struct {
	Release string `json:"release"`
	Goes    string `json:"goes"`
}

func (t *Terminal) showFindings(checked []dispatch.Checked, lists diagnostic.List, asJSON bool) error {
	diags, goes := lists, []going{}
	for _, c := range checked {
		diags = append(diags, c.Findings...)
		goes = append(goes, going{c.Slug, c.Goes.String()})
	}
	diags = diags.Sort()
	errs := diags.Errors()
	if asJSON {
		if err := t.json(map[string]any{"findings": diags.Rows(), "releases": goes}); err != nil {
			return err
		}
	} else {
		out := bufio.NewWriter(t.Stdout)
		for _, d := range diags {
			fmt.Fprintln(out, d)
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("writing the findings: %w", err)
		}
		said := bufio.NewWriter(t.Stderr)
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
		return QuietError{}
	}
	return nil
}
