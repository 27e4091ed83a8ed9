package console

import (
	"context"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/dispatch"
)

// ShowDifferences shows what changed since a release went out, and asks what that is.
func (t *Terminal) ShowDifferences(ctx context.Context, a *app.App, slug string) error {
	plan, err := a.PlanAmendment(ctx, slug, dispatch.Wish{Update: true})
	if err != nil {
		return err
	}
	plan.DescribeDifferences(t.Stdout)
	fmt.Fprintln(t.Stdout)
	return Usage(dispatch.Wish{}.Check())
}

// Correct shows what putting a release right would do, asks for the sentences that are lacking,
// asks, and schedules it. The sentences are by language, "" for the release's own.
func (t *Terminal) Correct(ctx context.Context, a *app.App, arg string, w dispatch.Wish, sentences map[string]string, f Manner) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	plan, err := a.PlanAmendment(ctx, arg, w)
	if err != nil {
		return err
	}
	plan.Describe(t.Stdout)
	if !f.Yes && !f.DryRun && t.interactive() {
		for _, lang := range plan.Asks(sentences) {
			line, err := t.Answer(fmt.Sprintf("What was wrong and what is right, in one sentence in %s.\n%s", lang, plan.Proposed(lang)))
			if err != nil {
				return err
			}
			sentences[lang] = plan.Begun(lang, line)
		}
	}
	if err := plan.Say(sentences); err != nil && (!f.DryRun || len(sentences) > 0) {
		return Usage(err)
	}
	plan.DescribeSentences(t.Stdout)
	if f.DryRun {
		return nil
	}
	if err := t.sure("Do this, now?", f.Yes); err != nil {
		return err
	}
	held, err := a.Ledger.OnHold(ctx, plan.Input.Release.Slug)
	if err != nil {
		return err
	}
	since, err := a.Ledger.Now(ctx)
	if err != nil {
		return err
	}
	done, err := plan.Schedule(ctx)
	if err != nil {
		return err
	}
	for _, id := range done.IDs() {
		fmt.Fprintf(t.Stdout, "scheduled %s\n", id)
	}
	var letters []string
	if !held.IsZero() { // to those who were asked to wait, and need not any more
		if letters, err = t.writeLetters(ctx, a, plan.Input.Release.Slug, since); err != nil {
			return err
		}
	}
	return t.afterScheduling(ctx, a, append(done.IDs(), letters...), f.Wait)
}
