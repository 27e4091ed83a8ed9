package app

import (
	"cmp"
	"context"
	"errors"

	"pressroom/internal/diagnostic"
	"pressroom/internal/dispatch"
)

// ErrNoReleases is returned where a workspace has none.
var ErrNoReleases = errors.New("there are no releases here yet; pressroom new SLUG begins one, pressroom init makes a workspace")

// Slugs turns slugs and files into slugs; without any, it lists all releases.
func (a *App) Slugs(args []string) ([]string, error) {
	if len(args) == 0 {
		all, err := a.Workspace.Releases()
		if err == nil && len(all) == 0 {
			err = ErrNoReleases
		}
		return all, err
	}
	var out []string
	for _, arg := range args {
		slug, err := a.Workspace.SlugOf(arg)
		if err != nil {
			return nil, err
		}
		out = append(out, slug)
	}
	return out, nil
}

// Check looks at releases as send would: all, or those that the arguments mean.
// lists is what is wrong with the press lists, whoever is on them; with arguments
// it is nil, since what touches a release is said of it.
func (a *App) Check(ctx context.Context, args []string) (checked []dispatch.Checked, lists diagnostic.List, err error) {
	slugs, err := a.Slugs(args)
	if none := errors.Is(err, ErrNoReleases); err != nil && !none {
		return nil, nil, err
	} else if none {
		if book, found, readErr := a.Workspace.Contacts(); readErr != nil || len(book.Lists()) == 0 && len(found) == 0 {
			return nil, nil, cmp.Or(readErr, err)
		}
	}
	changes, err := a.Changes(ctx)
	if err != nil {
		return nil, nil, err
	}
	now, err := a.now(ctx)
	if err != nil {
		return nil, nil, err
	}
	checker, err := dispatch.NewChecker(ctx, a.Workspace, a.Ledger, changes, now)
	if err != nil {
		return nil, nil, err
	}
	checker.Known = a.Known
	if checked, err = checker.All(ctx, slugs); err != nil || len(args) > 0 {
		return checked, nil, err
	}
	return checked, checker.Lists(), nil
}
