package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
)

func (e *env) correctCommand() *cobra.Command {
	var w dispatch.Wish
	var f console.Manner
	var file string
	given := make(map[string]*string)
	c := &cobra.Command{
		Use: "correct SLUG --note|--update [--mail]|--correction", Short: "Put right what has gone out", Long: dispatch.Correcting,
		Args: args(cobra.ExactArgs(1), "correct takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			if err := w.Check(); err != nil {
				if w == (dispatch.Wish{}) {
					return e.on(func(ctx context.Context, p *app.App, a []string) error { return e.ShowDifferences(ctx, p, a[0]) })(cmd, a)
				}
				return console.Usage(err)
			}
			return e.on(func(ctx context.Context, p *app.App, a []string) error {
				sentences, err := dispatch.ReadSentences(file, given)
				if err != nil {
					return err
				}
				return e.Correct(ctx, p, a[0], w, sentences, f)
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
	c.Flags().BoolVar(&f.DryRun, "dry-run", false, "show what it would do and stop")
	c.Flags().BoolVarP(&f.Yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&f.Wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	return c
}
