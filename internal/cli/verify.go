package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/provenance"
	"pressroom/internal/release"
	"pressroom/internal/verify"
)

func (e *env) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "verify FILE", Short: "Whether words are those that were sent, and what was said of them since",
		Long: `Whether words are those that were sent: a PDF, Word file, mail or web page, or words
that somebody pasted (- reads them from the input). It says of which release and
mailing, word for word or where they differ, and whether that was corrected or
withdrawn since.

Line ends, kinds of quotation marks and hyphens, list marks and the > of whoever
forwarded it make no difference; a figure, a name or a "not" does. Paragraphs may be
missing ("4 of 9 paragraphs, unchanged"), and other lines stand beside them. Of a
PDF the words are looked at that a screen reader reads: only a file that is, byte for
byte, one that was sent is sure to show them.

It ends with 1 where words differ, or are of nothing that was sent.`,
		Example: "  pressroom verify release.pdf\n  pbpaste | pressroom verify -",
		Args:    args(cobra.ExactArgs(1), "verify takes one file, or - for the input"),
		RunE: e.on(func(ctx context.Context, a *app.App, args []string) error {
			data, err := e.handedIn(args[0])
			if err != nil {
				return err
			}
			found, err := a.Verify(ctx, filepath.Base(args[0]), data)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			verdict := e.showVerdict(found, len(strings.Fields(string(data))) < provenance.LeastWords)
			if found == nil {
				return verdict
			}
			return cmp.Or(e.showStanding(ctx, a, found), verdict)
		}),
	}
}

// handedIn is a file, or the input for "-".
func (e *env) handedIn(name string) ([]byte, error) {
	var in io.Reader = e.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, provenance.MaxBytes+1))
	if err == nil && len(data) > provenance.MaxBytes {
		err = errors.New("it is larger than what a release can be")
	}
	return data, err
}

func (e *env) showVerdict(f *provenance.Finding, short bool) error {
	if f == nil {
		fmt.Fprintln(e.Stdout, "Not known: these words were not found in what was sent.")
		if short {
			fmt.Fprintf(e.Stdout, "They are few: what has less than %d words may not be found. Hand in more of it.\n", provenance.LeastWords)
		}
		return console.QuietError{}
	}
	zone := f.Of.Location()
	fmt.Fprintf(e.Stdout, "%s, %s, of %s: %s.\n", f.Of.ID, f.Language, f.Sent().In(zone).Format(dispatch.Instant), f.Result)
	if f.File {
		fmt.Fprintln(e.Stdout, "This very file was sent.")
	}
	for _, c := range f.Result.Changes {
		fmt.Fprintf(e.Stdout, "  paragraph %d\n    sent: %s\n    here: %s\n", c.Paragraph, orNothing(c.Ours), orNothing(c.Theirs))
	}
	if len(f.Result.Left) > 0 {
		fmt.Fprintln(e.Stdout, "Between them it leaves out:")
		for _, l := range f.Result.Left {
			fmt.Fprintln(e.Stdout, "  "+l)
		}
	}
	if len(f.Result.Beside) > 0 {
		fmt.Fprintln(e.Stdout, "Beside them stand words that were not sent:")
		for _, l := range f.Result.Beside {
			fmt.Fprintln(e.Stdout, "  "+l)
		}
	}
	for _, s := range f.Since {
		fmt.Fprintf(e.Stdout, "Since then, %s: %s", s.At.In(zone).Format(dispatch.Instant), gradeWords[s.Grade])
		if text := s.Sentences[f.Language]; text != "" {
			fmt.Fprintf(e.Stdout, ": %s", text)
		}
		fmt.Fprintln(e.Stdout)
	}
	if f.Result.Verdict < verify.Unchanged {
		return console.QuietError{}
	}
	return nil
}

// showStanding says of a release that is not public how it stands: whoever asks has an advance
// copy of it.
func (e *env) showStanding(ctx context.Context, a *app.App, f *provenance.Finding) error {
	d, err := a.Ledger.Basis(ctx, f.Of.Slug)
	if err != nil || d == nil || !d.LiftedAt.IsZero() {
		return err
	}
	if n := len(f.Since); n > 0 && f.Since[n-1].Grade == string(release.GradeWithdrawal) {
		return nil
	}
	held, err := a.Ledger.OnHold(ctx, f.Of.Slug)
	if err != nil {
		return err
	}
	zone := d.Location()
	switch {
	case d.State == ledger.Cancelled:
		fmt.Fprintln(e.Stdout, "It was cancelled before it was public.")
	case !d.ReleaseAt.IsZero():
		fmt.Fprintf(e.Stdout, "It is not public; it is planned for %s.\n", d.ReleaseAt.In(zone).Format(dispatch.Instant))
	}
	if !held.IsZero() {
		fmt.Fprintf(e.Stdout, "On hold since %s: who has a copy was asked to wait.\n", held.In(zone).Format(dispatch.Instant))
	}
	return nil
}

func orNothing(s string) string {
	if s == "" {
		return "(nothing)"
	}
	return s
}

// gradeWords say what was said of a release.
var gradeWords = map[string]string{
	string(release.GradeNote): "a note on its page", string(release.GradeUpdate): "an update", string(release.GradeCorrection): "a correction",
	string(release.GradeHold): "on hold, while it is checked", string(release.GradeHoldEnd): "may be used as it was sent",
	string(release.GradeWithdrawal): "WITHDRAWN, not to be used",
}
