package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) usersCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "users", Short: "Who works in the press office from elsewhere, and what they did",
		Long: `Who works in the press office from elsewhere, and what they did.

[[user]] in pressroom.toml names them, with their roles. They come in under
server.public_url and /office by a code that is mailed to them, or by one of the
codes that "users codes" prints, for the night on which mail is down.`,
		Args: args(cobra.NoArgs, "users takes a command"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.ListUsers(ctx, a) }),
	}
	c.AddCommand(&cobra.Command{
		Use: "codes ADDRESS", Short: "Print codes with which a user comes in when their mail is down",
		Long: "Print codes with which a user comes in when their mail is down, each of them once. Those that\n" +
			"were printed before open nothing any more.",
		Args: args(cobra.ExactArgs(1), "users codes takes the address of a user"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.PrintCodes(ctx, a, arg[0]) }),
	}, &cobra.Command{
		Use: "out ADDRESS", Short: "End all sessions of a user",
		Long: "End all sessions of a user. Who is to stay out is taken out of pressroom.toml.",
		Args: args(cobra.ExactArgs(1), "users out takes the address of a user"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.PutOut(ctx, a, arg[0]) }),
	}, e.usersTrailCommand())
	return c
}

func (e *env) usersTrailCommand() *cobra.Command {
	most := 100
	c := &cobra.Command{
		Use: "trail", Short: "Who did what in the press office, when and from where",
		Args: args(cobra.NoArgs, "users trail takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.ShowTrail(ctx, a, most) }),
	}
	c.Flags().IntVar(&most, "last", most, "how many rows")
	return c
}
