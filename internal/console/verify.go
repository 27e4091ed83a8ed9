package console

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"pressroom/internal/app"
	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/provenance"
	"pressroom/internal/release"
	"pressroom/internal/verify"
)

// Verify says whether words are those that were sent, where they differ, and what was said of
// them since; "-" is stdin. It is a QuietError where they differ.
func (t *Terminal) Verify(ctx context.Context, a *app.App, file string) error {
	data, err := t.handedIn(file)
	if err != nil {
		return err
	}
	found, err := a.Verify(ctx, filepath.Base(file), data)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	verdict := t.showVerdict(found, len(strings.Fields(string(data))) < provenance.LeastWords)
	if found == nil {
		return verdict
	}
	return cmp.Or(t.showStanding(ctx, a, found), verdict)
}

func (t *Terminal) showVerdict(f *provenance.Finding, short bool) error {
	if f == nil {
		fmt.Fprintln(t.Stdout, "Not known: these words were not found in what was sent.")
		if short {
			fmt.Fprintf(t.Stdout, "They are few: what has less than %d words may not be found. Hand in more of it.\n", provenance.LeastWords)
		}
		return QuietError{}
	}
	zone := f.Of.Location()
	fmt.Fprintf(t.Stdout, "%s, %s, of %s: %s.\n", f.Of.ID, f.Language, f.Sent().In(zone).Format(dispatch.Instant), f.Result)
	if f.File {
		fmt.Fprintln(t.Stdout, "This very file was sent.")
	}
	for _, c := range f.Result.Changes {
		fmt.Fprintf(t.Stdout, "  paragraph %d\n    sent: %s\n    here: %s\n", c.Paragraph, orNothing(c.Ours), orNothing(c.Theirs))
	}
	if len(f.Result.Left) > 0 {
		fmt.Fprintln(t.Stdout, "Between them it leaves out:")
		for _, l := range f.Result.Left {
			fmt.Fprintln(t.Stdout, "  "+l)
		}
	}
	if len(f.Result.Beside) > 0 {
		fmt.Fprintln(t.Stdout, "Beside them stand words that were not sent:")
		for _, l := range f.Result.Beside {
			fmt.Fprintln(t.Stdout, "  "+l)
		}
	}
	for _, s := range f.Since {
		fmt.Fprintf(t.Stdout, "Since then, %s: %s", s.At.In(zone).Format(dispatch.Instant), gradeWords[s.Grade])
		if text := s.Sentences[f.Language]; text != "" {
			fmt.Fprintf(t.Stdout, ": %s", text)
		}
		fmt.Fprintln(t.Stdout)
	}
	if f.Result.Verdict < verify.Unchanged {
		return QuietError{}
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

// showStanding says of a release that is not public how it stands: whoever asks has an advance
// copy of it.
func (t *Terminal) showStanding(ctx context.Context, a *app.App, f *provenance.Finding) error {
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
		fmt.Fprintln(t.Stdout, "It was cancelled before it was public.")
	case !d.ReleaseAt.IsZero():
		fmt.Fprintf(t.Stdout, "It is not public; it is planned for %s.\n", d.ReleaseAt.In(zone).Format(dispatch.Instant))
	}
	if !held.IsZero() {
		fmt.Fprintf(t.Stdout, "On hold since %s: who has a copy was asked to wait.\n", held.In(zone).Format(dispatch.Instant))
	}
	return nil
}

// handedIn is a file, or the input for "-".
func (t *Terminal) handedIn(name string) ([]byte, error) {
	var in io.Reader = t.Stdin
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
