package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/contacts/intake"
	"pressroom/internal/lists"
	"pressroom/internal/wording"
)

func (e *env) contactsImportCommand() *cobra.Command {
	var req lists.Request
	var columns []string
	var yes, dry bool
	c := &cobra.Command{
		Use: "import FILE", Short: "Make a press list of somebody's table, or bring one up to date",
		Long: lists.Importing,
		Example: `  pressroom contacts import "Press 2026.xlsx" --list national --country GB
  pressroom contacts import list.csv --column "Kürzel=-" --column "Blatt=outlet" --yes`,
		Args: args(cobra.ExactArgs(1), "contacts import takes one file"),
		RunE: e.looking(func(ctx context.Context, a *app.App, file []string) error {
			var err error
			if req.As, err = lists.Columns(columns); err != nil {
				return console.Usage(err)
			}
			if req.File, req.Data, err = e.readTable(file[0], intake.MaxBytes); err != nil {
				return err
			}
			i, err := a.Desk.Read(req)
			if err != nil {
				return err
			}
			i, kept, err := e.askColumns(a, req, i, yes || dry)
			if err != nil {
				return err
			}
			err = e.importList(ctx, a, i, yes, dry)
			if kept && errors.As(err, new(unwrittenError)) {
				fmt.Fprintf(e.Stderr, "What you said of the columns is kept in %s.\n", i.Kept())
			}
			return err
		}),
	}
	f := c.Flags()
	f.StringVar(&req.List, "list", "", "the press list (default: the file's name)")
	f.StringVar(&req.Sheet, "sheet", "", "the sheet of an Excel file (default: the first that holds addresses)")
	f.StringVar(&req.Country, "country", "", "country of telephone numbers without a plus, as in US")
	f.StringVar(&req.Source, "source", "", "where the addresses come from that are new (default: the file's name)")
	f.StringArrayVar(&columns, "column", nil, `what a column holds, as in "Blatt=outlet"; "Blatt=-" leaves it out`)
	f.BoolVar(&dry, "dry-run", false, "only say what would be done")
	f.BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

// askColumns asks on a terminal what the columns hold of which that is not sure, and reads
// the file again with what was said. That is kept, whatever becomes of the import; kept tells
// whether there was anything.
func (e *env) askColumns(a *app.App, req lists.Request, i *lists.Import, silent bool) (out *lists.Import, kept bool, err error) {
	if silent || !e.Interactive() {
		return i, false, nil
	}
	said := make(map[string]string)
	for c := i.Ask(said); c != nil; c = i.Ask(said) {
		if err := e.askColumn(i, c, said); err != nil {
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
func (e *env) askColumn(i *lists.Import, c *intake.Column, said map[string]string) error {
	fmt.Fprintf(e.Stderr, "%s holds %s\n", c.Head(), i.Sample(*c))
	for {
		typed, err := e.Answer(lists.Question(c))
		if err != nil {
			return err
		}
		if said[c.Head()], err = i.Answer(c, typed); err == nil {
			return nil
		}
		fmt.Fprintln(e.Stderr, err)
	}
}

// readTable reads a file, or standard input, up to what can be imported.
func (e *env) readTable(name string, most int64) (string, []byte, error) {
	in := e.Stdin
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

func (e *env) importList(ctx context.Context, a *app.App, i *lists.Import, yes, dry bool) error {
	e.showReading(i)
	if err := e.showLeft(ctx, a, i); err != nil {
		return err
	}
	leaving, err := i.Leaving(ctx, a.Ledger)
	if err != nil {
		return err
	}
	for _, s := range lists.Stopping(leaving) {
		e.showSome(s.Says+" (pressroom suppressions list)", s.Addresses)
	}
	what := i.Says()
	if i.Exists {
		e.showSome("not in the file, and stay", i.Changes.Elsewhere)
		e.showSome("taken off since the last time, and stay off", i.Changes.Off)
		if i.Changes.None() && len(leaving) == 0 {
			fmt.Fprintf(e.Stdout, "%s. Nothing to do.\n", what)
			if dry {
				return nil
			}
			return i.Write() // so that the next file is held against this one
		}
	}
	fmt.Fprintln(e.Stdout, what)
	if dry {
		fmt.Fprintln(e.Stderr, "Nothing was written.")
		return nil
	}
	if !yes {
		switch ok, err := e.Ask("Write it?", "--yes"); {
		case err != nil:
			return err
		case !ok:
			fmt.Fprintf(e.Stderr, "Nothing was written: %s. To write it, answer y.\n", i.Still())
			return unwrittenError{}
		}
	}
	if err := e.barLeaving(ctx, a, i, len(leaving)); err != nil {
		return err
	}
	return i.Write()
}

// unwrittenError ends an import that somebody did not want written, which was said.
type unwrittenError struct{ console.QuietError }

// barLeaving keeps from being mailed who wants no mail, before anybody is on a list; a database
// is made for it where there is none.
func (e *env) barLeaving(ctx context.Context, a *app.App, i *lists.Import, leaving int) error {
	if leaving > 0 && a.Ledger == nil {
		whole, err := app.Open(ctx, e.Dir, e.World())
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

func (e *env) showSome(what string, addresses []string) {
	if len(addresses) == 0 {
		return
	}
	if len(addresses) < 4 {
		fmt.Fprintf(e.Stderr, "%d %s: %s\n", len(addresses), what, strings.Join(addresses, ", "))
		return
	}
	fmt.Fprintf(e.Stderr, "%d %s:\n", len(addresses), what)
	for _, line := range wording.Lines(addresses[:min(len(addresses), most)], 76) {
		fmt.Fprintln(e.Stderr, "  "+line)
	}
	if more := len(addresses) - most; more > 0 {
		fmt.Fprintf(e.Stderr, "  and %d more\n", more)
	}
}

// showReading says what was understood of a file, and what is left out.
func (e *env) showReading(i *lists.Import) {
	i.Understood(e.Stdout)
	for _, line := range i.Remarks(most) {
		fmt.Fprintln(e.Stderr, line)
	}
}

// showLeft names those in a file who have left the lists, or cannot be reached.
func (e *env) showLeft(ctx context.Context, a *app.App, i *lists.Import) error {
	if a.Ledger == nil {
		return nil
	}
	left, err := i.Barred(ctx, a.Ledger)
	if err != nil {
		return err
	}
	e.showSome("not mailed, whatever the list says (pressroom suppressions list)", left)
	return nil
}

func (e *env) contactsExportCommand() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use: "export LIST|SEGMENT", Short: "A press list or segment as CSV or Excel",
		Long:    lists.Exporting,
		Example: `  pressroom contacts export trusted --to trusted.xlsx`,
		Args:    args(cobra.ExactArgs(1), "contacts export takes one list or segment"),
		RunE: e.looking(func(ctx context.Context, a *app.App, name []string) error {
			if strings.Contains(name[0], "@") {
				return console.Usage(errors.New("what is known of one person is given by: pressroom contacts disclose " + name[0]))
			}
			if to != "" && !lists.CanExport(to) {
				return console.Usage(fmt.Errorf("--to names a file that ends in .csv or .xlsx, not %q", to))
			}
			book, berr := e.book(ctx, a)
			if book == nil {
				return berr
			}
			n, err := lists.ExportTo(a.Workspace, book, name[0], to, e.Stdout)
			if err == nil && to != "" {
				fmt.Fprintf(e.Stderr, "%s: %s\n", to, wording.Count(n, "journalist"))
			}
			return errors.Join(err, berr)
		}),
	}
	c.Flags().StringVar(&to, "to", "", "the file, in .csv or .xlsx; it must not be there yet")
	return c
}
