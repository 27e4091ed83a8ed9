package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) inviteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "invite ADDRESS", Short: "Mail somebody who has left, and asks to come back, one mail with one button",
		Long: `Mail somebody who has left, or whose data was erased, and who asks to come back, one
mail with one button. Nobody else can bring them back; the link works for seven days, and
no second mail goes to them in that time. Write to nobody who has not asked you.`,
		Args: args(cobra.ExactArgs(1), "suppressions invite takes one address"),
		RunE: e.on(func(ctx context.Context, a *app.App, typed []string) error {
			key, err := address(typed[0])
			if err != nil {
				return err
			}
			if err := a.People.Invite(ctx, key, typed[0]); err != nil {
				return err
			}
			fmt.Fprintf(e.stdout, "%s is mailed a button that brings them back; until they press it, nothing else is mailed to them.\n", key)
			return nil
		}),
	}
}
