package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/people"
)

func (e *env) contactsCommand() *cobra.Command {
	var asJSON bool
	list := &cobra.Command{
		Use: "list [LIST|SEGMENT]", Short: "Who is on what, with counts",
		Args: args(cobra.MaximumNArgs(1), "contacts list takes one list or segment"),
		RunE: e.looking(func(ctx context.Context, a *app.App, name []string) error {
			if len(name) == 0 {
				return e.ListLists(ctx, a, asJSON)
			}
			return e.ListJournalists(ctx, a, name[0], asJSON)
		}),
	}
	list.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	history := e.person("contacts history", "What happened to one address, ever: every mailing, try and reply", "", e.History)
	return group("contacts", "Press lists: who is on what, from and to other programs; one person's history, disclosure and erasure",
		list, e.contactsImportCommand(), e.contactsExportCommand(), e.staleCommand(), history, e.discloseCommand(), e.eraseCommand())
}

func (e *env) segmentsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "segments", Short: "The segments, their rules, and how many they pick",
		Args: args(cobra.NoArgs, "segments takes no argument"),
		RunE: e.looking(func(ctx context.Context, a *app.App, _ []string) error { return e.ListSegments(ctx, a) }),
	}
}

func (e *env) suppressionsCommand() *cobra.Command {
	var asJSON bool
	list := &cobra.Command{
		Use: "list", Short: "Who is not mailed, and why",
		Args: args(cobra.NoArgs, "suppressions list takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.ListSuppressions(ctx, a, asJSON) }),
	}
	list.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	var unsubscribed bool
	add := &cobra.Command{
		Use: "add ADDRESS [WHY]", Short: "Never mail an address again",
		Args: args(cobra.RangeArgs(1, 2), "suppressions add takes an address and, if you like, a reason in quotation marks"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			key, err := console.Address(arg[0])
			if err != nil {
				return err
			}
			detail := ""
			if len(arg) == 2 {
				detail = arg[1]
			}
			return e.Suppress(ctx, a, key, detail, unsubscribed)
		}),
	}
	var yes bool
	remove := e.person("suppressions remove", "Allow an address to be mailed again; asks", "",
		func(ctx context.Context, a *app.App, key, _ string) error { return e.Allow(ctx, a, key, yes) })
	remove.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	add.Flags().BoolVar(&unsubscribed, "unsubscribed", false, "they asked for it themselves: suppressions remove will refuse to undo it")
	return group("suppressions", "Who is not mailed, and why", list, add, remove,
		e.person("suppressions invite", "Mail somebody who asks to come back one mail with one button", people.Inviting, e.Invite))
}
