package console

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"pressroom/internal/app"
	"pressroom/internal/diagnostic"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

// Init makes a workspace in a folder, with a sample in it unless it is to be empty, and asks
// for what is not said of whose it is.
func (t *Terminal) Init(dir string, empty bool, who app.Identity) error {
	if err := app.Vacant(dir); err != nil {
		return err
	}
	err := who.Look()
	if err == nil && t.interactive() {
		err = who.Ask(t.Stdin, t.Stderr)
	}
	if wrong := (*app.IdentityError)(nil); errors.As(err, &wrong) {
		return Usage(wrong)
	}
	if err != nil {
		return err
	}
	if err := app.Init(dir, app.Beginning{Empty: empty, Who: who, Embargo: app.NextMorning(t.Now())}); err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "%s is a workspace.\n", dir)
	if empty {
		who.Lacking(t.Stderr, filepath.Join(dir, workspace.SettingsFile))
		fmt.Fprintf(t.Stdout, "Next: pressroom -C %s new my-release\n", dir)
		return nil
	}
	fmt.Fprintln(t.Stdout, "The release, press lists and partners in it are a sample, and invented; init --empty begins without them.")
	fmt.Fprintf(t.Stdout, "Next: pressroom -C %s check\n      pressroom -C %s build\n      pressroom -C %s send %s --dry-run\n", dir, dir,
		dir, app.SampleSlug)
	return nil
}

// New begins a release from a skeleton. Its file's name is what scripts get.
func (t *Terminal) New(a *app.App, slug string) error {
	name, err := a.NewRelease(slug)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.Stdout, name)
	fmt.Fprintf(t.Stderr, "Next: write in it what it leaves open; pressroom check %s tells what is left\n", slug)
	return nil
}

// Build compiles releases, all where no files are named, and says which of them cannot be, and
// which have errors.
func (t *Terminal) Build(ctx context.Context, a *app.App, files []string, b app.Building) error {
	slugs, err := a.Slugs(files)
	if err != nil {
		return err
	}
	var whole []string
	for _, slug := range slugs {
		built, err := a.Build(ctx, slug, b)
		for _, d := range built.Findings {
			fmt.Fprintln(t.Stderr, d)
		}
		for _, name := range built.Files {
			fmt.Fprintln(t.Stdout, name)
		}
		if err != nil {
			t.unbuilt(slug, err)
			continue
		}
		whole = append(whole, slug)
	}
	if err := t.unready(ctx, a, whole); err != nil {
		return err
	}
	if len(whole) < len(slugs) {
		return QuietError{}
	}
	return nil
}

// unbuilt says why nothing was built of a release.
func (t *Terminal) unbuilt(slug string, err error) {
	t.ShowError(err)
	if found := diagnostic.List(nil); errors.As(err, &found) {
		fmt.Fprintf(t.Stderr, "%s: nothing is built of it, it has %s\n", slug, wording.Count(found.Errors(), "error"))
	}
}

// unready says which of the releases that were compiled have errors, which the documents do
// not show: a draft can be looked at, and is not to be handed out.
func (t *Terminal) unready(ctx context.Context, a *app.App, slugs []string) error {
	if len(slugs) == 0 {
		return nil
	}
	checked, _, err := a.Check(ctx, slugs)
	if err != nil {
		return err
	}
	for _, c := range checked {
		if n := c.Findings.Errors(); n > 0 {
			fmt.Fprintf(t.Stderr, "%s: not to be sent yet, it has %s; pressroom check %[1]s tells what to write\n",
				c.Slug, wording.Count(n, "error"))
		}
	}
	return nil
}
