package app

import (
	"context"
	"path/filepath"
	"strings"

	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
)

// Plan plans the mailing of a release, by its slug or file. without names the
// organizations whose quotes, or quotes, are left out.
func (a *App) Plan(ctx context.Context, arg string, without []string) (*dispatch.Plan, error) {
	slug, err := a.Release(ctx, arg)
	if err != nil {
		return nil, err
	}
	changes, err := a.Changes(ctx)
	if err != nil {
		return nil, err
	}
	known, err := a.Known(ctx, slug)
	if err != nil {
		return nil, err
	}
	now, err := a.Ledger.Now(ctx)
	if err != nil {
		return nil, err
	}
	p, err := dispatch.Prepare(ctx, a.Workspace, a.Ledger, slug, changes, known, now, without...)
	return a.planned(p, err)
}

// PlanMore plans what is mailed of a release that has gone out to those who come to
// it later: its audience as it is now, or those who are given.
func (a *App) PlanMore(ctx context.Context, arg string, given []dispatch.Given) (*dispatch.Plan, error) {
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return nil, err
	}
	changes, err := a.Changes(ctx)
	if err != nil {
		return nil, err
	}
	now, err := a.Ledger.Now(ctx)
	if err != nil {
		return nil, err
	}
	p, err := dispatch.PrepareMore(ctx, a.Workspace, a.Ledger, slug, given, changes, now)
	return a.planned(p, err)
}

// planned is a plan of whoever works with the program.
func (a *App) planned(p *dispatch.Plan, err error) (*dispatch.Plan, error) {
	if p != nil {
		p.By = a.world.User
	}
	return p, err
}

// PlanAgain plans the repetition of one person's copy.
func (a *App) PlanAgain(ctx context.Context, arg, address string) (*dispatch.Again, error) {
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return nil, err
	}
	now, err := a.Ledger.Now(ctx)
	if err != nil {
		return nil, err
	}
	again, err := dispatch.PrepareAgain(ctx, a.Workspace, a.Ledger, slug, address, now)
	if again != nil {
		again.By = a.world.User
	}
	return again, err
}

// Word is a release that waits for a word, composed for the day that it is.
func (a *App) Word(ctx context.Context, arg string) (*dispatch.Word, error) {
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return nil, err
	}
	word, err := dispatch.Ready(ctx, a.Ledger, slug)
	if err != nil {
		return nil, err
	}
	// A folder that cannot be read keeps nothing from going that is in the database.
	differs, err := dispatch.Differing(ctx, a.Workspace, a.Ledger, []*ledger.Dispatch{word.Of}, a.Known)
	word.Differs = err == nil && differs[word.Of.ID]
	return word, nil
}

// SendAgain schedules a repetition, at once, and returns the dispatch's id.
func (a *App) SendAgain(ctx context.Context, again *dispatch.Again) (id string, err error) {
	now, err := a.Ledger.Now(ctx)
	if err != nil {
		return "", err
	}
	return again.Send(ctx, now)
}

// Known is what the database knows of the quotes of a release; nil if none were
// asked for.
func (a *App) Known(ctx context.Context, slug string) (*release.Known, error) {
	if a.Coalition == nil {
		return nil, nil
	}
	return a.Coalition.Known(ctx, slug)
}

// Sent is the release that an argument means, whose file may be gone by now.
func (a *App) Sent(ctx context.Context, arg string) (string, error) {
	arg, err := a.release(ctx, arg)
	if err != nil {
		return "", err
	}
	slug := strings.TrimSuffix(filepath.Base(arg), ".md")
	all, err := a.Ledger.Dispatches(ctx, slug)
	if err != nil || len(all) > 0 {
		return slug, err
	}
	return a.Workspace.SlugOf(arg)
}
