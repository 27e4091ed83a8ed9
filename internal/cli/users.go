package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

func (e *env) usersCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "users", Short: "Who works in the press office from elsewhere, and what they did",
		Long: `Who works in the press office from elsewhere, and what they did.

[[user]] in pressroom.toml names them, with their roles. They come in under
server.public_url and /office by a code that is mailed to them, or by one of the
codes that "users codes" prints, for the night on which mail is down.`,
		Args: args(cobra.NoArgs, "users takes a command"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			t := e.Table()
			for _, u := range a.Workspace.Settings.Users {
				sessions, err := a.Office.Sessions(ctx, u.Email)
				if err != nil {
					return err
				}
				left, err := a.Office.Left(ctx, u.Email)
				if err != nil {
					return err
				}
				fmt.Fprintf(t, "%s\t%s\t%s\tin %s\t%s\n", u.Email, u.Name, u.Role, wording.Count(len(sessions), "browser"),
					wording.Count(left, "printed code"))
			}
			if len(a.Workspace.Settings.Users) == 0 {
				fmt.Fprintln(e.Stderr, "There are no users: the press office is on this machine alone. [[user]] in pressroom.toml names them.")
			}
			return t.Flush()
		}),
	}
	c.AddCommand(&cobra.Command{
		Use: "codes ADDRESS", Short: "Print codes with which a user comes in when their mail is down",
		Long: "Print codes with which a user comes in when their mail is down, each of them once. Those that\n" +
			"were printed before open nothing any more.",
		Args: args(cobra.ExactArgs(1), "users codes takes the address of a user"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			codes, err := a.Office.Print(ctx, arg[0])
			for _, code := range codes {
				fmt.Fprintln(e.Stdout, code)
			}
			return err
		}),
	}, &cobra.Command{
		Use: "out ADDRESS", Short: "End all sessions of a user",
		Long: "End all sessions of a user. Who is to stay out is taken out of pressroom.toml.",
		Args: args(cobra.ExactArgs(1), "users out takes the address of a user"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			n, err := a.Office.PutOut(ctx, arg[0])
			if err == nil {
				fmt.Fprintf(e.Stdout, "%s ended\n", wording.Count(int(n), "session"))
			}
			return err
		}),
	}, e.usersTrailCommand())
	return c
}

func (e *env) usersTrailCommand() *cobra.Command {
	most := 100
	c := &cobra.Command{
		Use: "trail", Short: "Who did what in the press office, when and from where",
		Args: args(cobra.NoArgs, "users trail takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			all, err := a.Office.Trail(ctx, most)
			if err != nil {
				return err
			}
			t := e.Table()
			for _, d := range all {
				fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\n", status.Stamp(d.At, a.Zone()), d.Name, d.Act, d.Path, d.Came(), d.Origin)
			}
			return t.Flush()
		}),
	}
	c.Flags().IntVar(&most, "last", most, "how many rows")
	return c
}
