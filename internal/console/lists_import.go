package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"pressroom/internal/app"
	"pressroom/internal/contacts/intake"
	"pressroom/internal/lists"
	"pressroom/internal/wording"
)

// ImportList makes a press list of somebody's table, or brings one up to date: it shows what
// was understood, asks on a terminal what columns hold of which that is not sure, says what
// would change, and asks. The file "-" is stdin.
func (t *Terminal) ImportList(ctx context.Context, a *app.App, file string, req lists.Request, yes, dry bool) error {
	var err error
	if req.File, req.Data, err = t.readTable(file, intake.MaxBytes); err != nil {
		return err
	}
	i, err := a.Desk.Read(req)
	if err != nil {
		return err
	}
	i, kept, err := t.askColumns(a, req, i, yes || dry)
	if err != nil {
		return err
	}
	err = t.importList(ctx, a, i, yes, dry)
	if kept && errors.As(err, new(unwrittenError)) {
		fmt.Fprintf(t.Stderr, "What you said of the columns is kept in %s.\n", i.Kept())
	}
	return err
}

// askColumns asks on a terminal what the columns hold of which that is not sure, and reads
// the file again with what was said. That is kept, whatever becomes of the import; kept tells
// whether there was anything.
func (t *Terminal) askColumns(a *app.App, req lists.Request, i *lists.Import, silent bool) (out *lists.Import, kept bool, err error) {
	if silent || !t.interactive() {
		return i, false, nil
	}
	said := make(map[string]string)
	for c := i.Ask(said); c != nil; c = i.Ask(said) {
		if err := t.askColumn(i, c, said); err != nil {
			return nil, false, errors.Join(err, i.Keep(said))
		}
		maps.Copy(req.As, said)
		if i, err = a.Desk.Read(req); err != nil {
			return nil, false, err
		}
	}
	if len(said) == 0 {
		return i, false, nil
	}
	return i, true, i.Keep(said)
}

// askColumn asks what one column holds, until the answer can be that.
func (t *Terminal) askColumn(i *lists.Import, c *intake.Column, said map[string]string) error {
	fmt.Fprintf(t.Stderr, "%s holds %s\n", c.Head(), i.Sample(*c))
	for {
		typed, err := t.Answer(lists.Question(c))
		if err != nil {
			return err
		}
		if said[c.Head()], err = i.Answer(c, typed); err == nil {
			return nil
		}
		fmt.Fprintln(t.Stderr, err)
	}
}

// readTable reads a file, or standard input, up to what can be imported.
func (t *Terminal) readTable(name string, most int64) (string, []byte, error) {
	in := t.Stdin
	if name == "-" {
		name = "pasted"
	} else {
		f, err := os.Open(name)
		if err != nil {
			return "", nil, err
		}
		defer f.Close()
		switch info, err := f.Stat(); {
		case err != nil:
		case !info.Mode().IsRegular():
			return "", nil, fmt.Errorf("%s is no file", name)
		case info.Size() > most:
			return "", nil, fmt.Errorf("%s is larger than %d MiB; divide it", name, most>>20)
		}
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	return filepath.Base(name), data, err
}

func (t *Terminal) importList(ctx context.Context, a *app.App, i *lists.Import, yes, dry bool) error {
	t.showReading(i)
	if err := t.showLeft(ctx, a, i); err != nil {
		return err
	}
	leaving, err := i.Leaving(ctx, a.Ledger)
	if err != nil {
		return err
	}
	for _, s := range lists.Stopping(leaving) {
		t.showSome(s.Says+" (pressroom suppressions list)", s.Addresses)
	}
	what := i.Says()
	if i.Exists {
		t.showSome("not in the file, and stay", i.Changes.Elsewhere)
		t.showSome("taken off since the last time, and stay off", i.Changes.Off)
		if i.Changes.None() && len(leaving) == 0 {
			fmt.Fprintf(t.Stdout, "%s. Nothing to do.\n", what)
			if dry {
				return nil
			}
			return i.Write() // so that the next file is held against this one
		}
	}
	fmt.Fprintln(t.Stdout, what)
	if dry {
		fmt.Fprintln(t.Stderr, "Nothing was written.")
		return nil
	}
	if !yes {
		switch ok, err := t.Ask("Write it?", "--yes"); {
		case err != nil:
			return err
		case !ok:
			fmt.Fprintf(t.Stderr, "Nothing was written: %s. To write it, answer y.\n", i.Still())
			return unwrittenError{}
		}
	}
	if err := t.barLeaving(ctx, a, i, len(leaving)); err != nil {
		return err
	}
	return i.Write()
}

// unwrittenError ends an import that somebody did not want written, which was said.
type unwrittenError struct{}

func (unwrittenError) Error() string { return QuietError{}.Error() }

// Unwrap has it shown no second time.
func (unwrittenError) Unwrap() error { return QuietError{} }

// barLeaving keeps from being mailed who wants no mail, before anybody is on a list; a database
// is made for it where there is none.
func (t *Terminal) barLeaving(ctx context.Context, a *app.App, i *lists.Import, leaving int) error {
	if leaving > 0 && a.Ledger == nil {
		whole, err := app.Open(ctx, t.Dir, t.World())
		if err != nil {
			return err
		}
		defer whole.Close()
		a = whole
	}
	if leaving == 0 {
		return nil
	}
	return i.Bar(ctx, a.Ledger)
}

// most is how many of a kind are shown.
const most = 20

func (t *Terminal) showSome(what string, addresses []string) {
	if len(addresses) == 0 {
		return
	}
	if len(addresses) < 4 {
		fmt.Fprintf(t.Stderr, "%d %s: %s\n", len(addresses), what, strings.Join(addresses, ", "))
		return
	}
	fmt.Fprintf(t.Stderr, "%d %s:\n", len(addresses), what)
	for _, line := range wording.Lines(addresses[:min(len(addresses), most)], 76) {
		fmt.Fprintln(t.Stderr, "  "+line)
	}
	if more := len(addresses) - most; more > 0 {
		fmt.Fprintf(t.Stderr, "  and %d more\n", more)
	}
}

// showReading says what was understood of a file, and what is left out.
func (t *Terminal) showReading(i *lists.Import) {
	i.Understood(t.Stdout)
	for _, line := range i.Remarks(most) {
		fmt.Fprintln(t.Stderr, line)
	}
}

// showLeft names those in a file who have left the lists, or cannot be reached.
func (t *Terminal) showLeft(ctx context.Context, a *app.App, i *lists.Import) error {
	if a.Ledger == nil {
		return nil
	}
	left, err := i.Barred(ctx, a.Ledger)
	if err != nil {
		return err
	}
	t.showSome("not mailed, whatever the list says (pressroom suppressions list)", left)
	return nil
}
