package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
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
			return e.ListAgreements(ctx, a, slugOf(arg), asJSON)
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// slugOf is the release that an argument names, "" for all.
func slugOf(arg []string) string {
	if len(arg) == 0 {
		return ""
	}
	return strings.TrimSuffix(strings.TrimPrefix(arg[0], "releases/"), ".md")
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
			return e.AddAgreement(ctx, a, arg[0], slugOf(arg[1:]), how)
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
				return e.CheckAgreements(ctx, a, check)
			}
			return e.ExportAgreements(ctx, a, slugOf(arg))
		}),
	}
	c.Flags().StringVar(&check, "check", "", "hold an export against its own digests, and against the record here")
	return c
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
			return e.ShowReaders(ctx, a, slugOf(arg), reason)
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
				return e.ShowBars(ctx, a)
			case end:
				return e.Unbar(ctx, a, arg[0])
			}
			return e.Bar(ctx, a, arg[0], reason, until)
		}),
	}
	c.Flags().StringVar(&reason, "reason", "", "why, as in \"broke the embargo of 3 May\"")
	c.Flags().StringVar(&until, "until", "", "the last day of it, as in 2027-05-31")
	c.Flags().BoolVar(&end, "end", false, "end it now")
	return c
}
