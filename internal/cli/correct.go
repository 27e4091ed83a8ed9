package cli

import (
	"bufio"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
)

func (e *env) correctCommand() *cobra.Command {
	var w dispatch.Wish
	f := sendFlags{}
	var file string
	given := make(map[string]*string)
	c := &cobra.Command{
		Use: "correct SLUG --note|--update [--mail]|--correction", Short: "Put right what has gone out", Long: dispatch.Correcting,
		Args: args(cobra.ExactArgs(1), "correct takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			if err := w.Check(); err != nil {
				if w == (dispatch.Wish{}) {
					return e.on(e.differences)(cmd, a)
				}
				return console.Usage(err)
			}
			return e.on(func(ctx context.Context, p *app.App, a []string) error {
				sentences, err := dispatch.ReadSentences(file, given)
				if err != nil {
					return err
				}
				return e.correct(ctx, p, a[0], w, sentences, f)
			})(cmd, a)
		},
	}
	c.Flags().BoolVar(&w.Note, "note", false, "a slip: the page alone is changed, with the day")
	c.Flags().BoolVar(&w.Update, "update", false, "something is new: the page is changed")
	c.Flags().BoolVar(&w.Correction, "correction", false, "something was wrong: the page is changed, and who has it is mailed")
	c.Flags().BoolVar(&w.Mail, "mail", false, "with --update: mail those who have other words")
	c.Flags().BoolVar(&w.NoRepeat, "no-repeat", false, "do not show any more what was wrong")
	given[""] = c.Flags().String("sentence", "", "what was wrong and what is right, in the main language (--sentence-es and so on for others)")
	e.perLanguage(c, "sentence", given)
	c.Flags().StringVar(&file, "sentences", "", "a file with the sentences: a line for each language, as in es = \"…\"")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "show what it would do and stop")
	c.Flags().BoolVarP(&f.yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&f.wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	return c
}

// differences shows what changed since a release went out, and asks what that is.
func (e *env) differences(ctx context.Context, a *app.App, args []string) error {
	plan, err := a.PlanAmendment(ctx, args[0], dispatch.Wish{Update: true})
	if err != nil {
		return err
	}
	plan.DescribeDifferences(e.Stdout)
	fmt.Fprintln(e.Stdout)
	return console.Usage(dispatch.Wish{}.Check())
}

func (e *env) correct(ctx context.Context, a *app.App, arg string, w dispatch.Wish, sentences map[string]string, f sendFlags) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	plan, err := a.PlanAmendment(ctx, arg, w)
	if err != nil {
		return err
	}
	plan.Describe(e.Stdout)
	if !f.yes && !f.dryRun && e.Interactive() {
		in := bufio.NewReader(e.Stdin)
		for _, lang := range plan.Asks(sentences) {
			fmt.Fprintf(e.Stderr, "What was wrong and what is right, in one sentence in %s.\n%s", lang, plan.Proposed(lang))
			line, err := in.ReadString('\n')
			if err != nil {
				return fmt.Errorf("reading the sentence: %w", err)
			}
			sentences[lang] = plan.Begun(lang, line)
		}
	}
	if err := plan.Say(sentences); err != nil && (!f.dryRun || len(sentences) > 0) {
		return console.Usage(err)
	}
	plan.DescribeSentences(e.Stdout)
	if f.dryRun {
		return nil
	}
	if err := e.sure("Do this, now?", f.yes); err != nil {
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
		fmt.Fprintf(e.Stdout, "scheduled %s\n", id)
	}
	var letters []string
	if !held.IsZero() { // to those who were asked to wait, and need not any more
		if letters, err = e.writeLetters(ctx, a, plan.Input.Release.Slug, since); err != nil {
			return err
		}
	}
	return e.afterScheduling(ctx, a, append(done.IDs(), letters...), f.wait)
}
