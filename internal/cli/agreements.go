package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/agreement"
	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
)

func (e *env) agreementsCommand() *cobra.Command {
	c := group("agreements", "Who has agreed to an embargo, when, and to which words",
		e.agreementsListCommand(), e.agreementsAddCommand(), e.agreementsExportCommand(), e.agreementsReadersCommand(),
		e.agreementsBarCommand())
	c.Long = `Who has agreed to an embargo, when, and to which words.

Who is yes in the column embargo of a press list, or has agreed to all releases, gets
advance copies. Who is blank is asked, where [server] public_url is set: they get a
notice without a word of the release, and a link with the terms and one button. Who
presses it gets the copy at once. Who is no gets the release at release time. With
[embargo] agreement = "release" everybody but no is asked for each release.`
	return c
}

func (e *env) agreementsListCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list [SLUG]", Short: "What was said of embargoes, and who has not answered yet",
		Args: args(cobra.MaximumNArgs(1), "agreements list takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			slug := slugOf(arg)
			all, err := a.Agreements.All(ctx, slug)
			if err != nil {
				return err
			}
			silent, err := unanswered(ctx, a, slug)
			if err != nil {
				return err
			}
			if asJSON {
				return e.JSON(map[string]any{"agreements": agreement.Rows(all), "unanswered": silent})
			}
			if len(all)+len(silent) == 0 {
				return e.noAgreements(ctx, a, slug)
			}
			return agreement.Show(e.Stdout, all, silent, a.ZoneOf(ctx, ""))
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// noAgreements says how it stands where nothing is written down.
func (e *env) noAgreements(ctx context.Context, a *app.App, slug string) error {
	book, _, err := a.Book(ctx)
	if err != nil {
		return err
	}
	var l agreement.Listed
	for _, j := range book.Journalists {
		switch {
		case j.Embargo:
			l.Yes++
		case j.NoEmbargo:
			l.No++
		default:
			l.Blank++
		}
	}
	fmt.Fprintln(e.Stderr, agreement.Nothing(slug, l, a.Workspace.Settings.Embargo))
	return nil
}

// slugOf is the release that an argument names, "" for all.
func slugOf(arg []string) string {
	if len(arg) == 0 {
		return ""
	}
	return strings.TrimSuffix(strings.TrimPrefix(arg[0], "releases/"), ".md")
}

// unanswered are the addresses of those who were asked about a release, and have not
// answered.
func unanswered(ctx context.Context, a *app.App, slug string) ([]string, error) {
	if slug == "" {
		return []string{}, nil
	}
	return a.Ledger.Unanswered(ctx, slug)
}

func (e *env) agreementsAddCommand() *cobra.Command {
	var how string
	c := &cobra.Command{
		Use: "add ADDRESS [SLUG] --how TEXT", Short: "Write down that somebody has agreed, as on the telephone",
		Long: `Write down that somebody has agreed, to one release or, without SLUG, to all: as on
the telephone, or by a mail of theirs. The advance copy that waits for it leaves at
once. Who was not asked gets theirs with pressroom send SLUG --more ADDRESS.`,
		Args: args(cobra.RangeArgs(1, 2), "agreements add takes an address and, for one release alone, its name"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			if strings.TrimSpace(how) == "" {
				return console.Usage(errors.New(`say how they have agreed, as in --how "phone, 16:10"`))
			}
			if _, err := address(arg[0]); err != nil {
				return err
			}
			g := agreement.Given{Address: arg[0], Slug: slugOf(arg[1:]), How: agreement.ByHand, Note: how}
			copies, err := a.AddAgreement(ctx, g)
			if err != nil {
				return err
			}
			fmt.Fprintln(e.Stdout, g.Added(copies))
			return nil
		}),
	}
	c.Flags().StringVar(&how, "how", "", `how they have agreed, as in "phone, 16:10"`)
	return c
}

func (e *env) agreementsExportCommand() *cobra.Command {
	var check string
	c := &cobra.Command{
		Use: "export [SLUG] [--check FILE]", Short: "What was agreed to, as JSON that anybody can check",
		Long: `What was agreed to, as JSON: who, when, how, from where, and the wording of the terms.
Each agreement holds its own SHA-256 and that of the one before it, so that anybody
can see that none was changed and none taken out; --check FILE does that, and says
whether the record here goes on from it. Of people whose data was erased the digests
are left.`,
		Args: args(cobra.MaximumNArgs(1), "agreements export takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			if check != "" {
				return e.checkAgreements(ctx, a, check)
			}
			out, err := a.Agreements.Export(ctx, slugOf(arg))
			if err != nil {
				return err
			}
			return e.JSON(out)
		}),
	}
	c.Flags().StringVar(&check, "check", "", "hold an export against its own digests, and against the record here")
	return c
}

func (e *env) checkAgreements(ctx context.Context, a *app.App, name string) error {
	info, err := os.Stat(name)
	if err == nil && info.Size() > agreement.MaxExport {
		err = fmt.Errorf("%s is too large to be an export of agreements", name)
	}
	if err != nil {
		return err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	found, err := agreement.CheckExport(data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	fmt.Fprintf(e.Stdout, "%s: %s\n", name, found)
	holds, err := a.Agreements.Holds(ctx, found.Head)
	if err == nil && !holds {
		err = fmt.Errorf("%s ends in an agreement that is not in the record of this workspace", name)
	}
	return err
}

func (e *env) agreementsReadersCommand() *cobra.Command {
	var reason string
	c := &cobra.Command{
		Use: "readers SLUG --reason TEXT", Short: "What was opened of advance copies, where that is recorded",
		Long: `What was opened of the pages of advance copies, and downloaded from them, where
[embargo] record = true has it recorded and the pages say so. That somebody looked,
and why, is written down, and shown here too.`,
		Args: args(cobra.ExactArgs(1), "agreements readers takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			if strings.TrimSpace(reason) == "" {
				return console.Usage(errors.New("say why you look at what people have read, with --reason; it is written down"))
			}
			slug := slugOf(arg)
			opened, err := a.Agreements.Readers(ctx, slug, reason)
			if err != nil {
				return err
			}
			looks, err := a.Agreements.Looks(ctx, slug)
			if err != nil {
				return err
			}
			return agreement.ShowReaders(e.Stdout, opened, looks, a.ZoneOf(ctx, ""))
		}),
	}
	c.Flags().StringVar(&reason, "reason", "", "why you look; it is written down")
	return c
}

func (e *env) agreementsBarCommand() *cobra.Command {
	var reason, until string
	var end bool
	c := &cobra.Command{
		Use:   "bar [ADDRESS|@DOMAIN --reason TEXT --until DAY]",
		Short: "Let somebody get nothing before an embargo ends; without one, who is barred",
		Long: `Let an address, or everybody at a domain, get nothing before an embargo ends: neither
notice nor advance copy, whatever they have agreed to and whatever waits for them. They
get the release at release time. --end takes it back. Without an address, who is barred.`,
		Args: args(cobra.MaximumNArgs(1), "agreements bar takes one address, or one @domain"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			switch {
			case len(arg) == 0:
				return e.showBars(ctx, a)
			case end:
				return e.unbar(ctx, a, arg[0])
			}
			return e.bar(ctx, a, arg[0], reason, until)
		}),
	}
	c.Flags().StringVar(&reason, "reason", "", "why, as in \"broke the embargo of 3 May\"")
	c.Flags().StringVar(&until, "until", "", "the last day of it, as in 2027-05-31")
	c.Flags().BoolVar(&end, "end", false, "end it now")
	return c
}

// barred is whom an argument bars: an address key, or @domain.
func barred(arg string) (string, error) {
	domain, all := strings.CutPrefix(arg, "@")
	if !all {
		return address(arg)
	}
	key, err := contacts.AddressKey("x@" + domain)
	if err != nil {
		return "", console.Usage(fmt.Errorf("%q is no domain; write it as in @paper.example", arg))
	}
	return strings.TrimPrefix(key, "x"), nil
}

func (e *env) bar(ctx context.Context, a *app.App, arg, reason, until string) error {
	subject, err := barred(arg)
	if err != nil {
		return err
	}
	zone := a.ZoneOf(ctx, "")
	day, err := time.ParseInLocation(time.DateOnly, until, zone)
	if err != nil || strings.TrimSpace(reason) == "" {
		return console.Usage(errors.New(`say why, and until when, as in --reason "broke the embargo of 3 May" --until 2027-05-31`))
	}
	day = day.AddDate(0, 0, 1)
	if !day.After(e.Now()) {
		return console.Usage(fmt.Errorf("%s has passed; write the last day on which it is to hold", until))
	}
	stopped, err := a.Ledger.Bar(ctx, ledger.Bar{Subject: subject, Reason: reason, Until: day})
	if err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "%s gets nothing before an embargo ends, until %s has passed; mails that waited and do not leave: %d\n", subject,
		until, stopped)
	return nil
}

func (e *env) unbar(ctx context.Context, a *app.App, arg string) error {
	subject, err := barred(arg)
	if err != nil {
		return err
	}
	found, err := a.Ledger.Unbar(ctx, subject)
	if err == nil && !found {
		err = fmt.Errorf("%s is not barred; pressroom agreements bar lists who is", subject)
	}
	if err == nil {
		fmt.Fprintf(e.Stdout, "%s is not barred any more; what was cancelled meanwhile stays so.\n", subject)
	}
	return err
}

func (e *env) showBars(ctx context.Context, a *app.App) error {
	all, err := a.Ledger.Bars(ctx)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		fmt.Fprintln(e.Stderr, "Nobody is barred.")
		return nil
	}
	zone := a.ZoneOf(ctx, "")
	t := e.Table()
	for _, b := range all {
		fmt.Fprintf(t, "%s\tuntil the end of %s\t%s\n", b.Subject, b.LastDay(zone), b.Reason)
	}
	return t.Flush()
}
