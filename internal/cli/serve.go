package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/workspace"
)

func (e *env) serveCommand() *cobra.Command {
	var desk, public string
	c := &cobra.Command{
		// it begins a workspace in an empty folder
		Use: "serve", Annotations: anywhere, Short: "Deliver what is scheduled, and serve the desk and the public pages",
		Long: app.WhatServeDoes,
		Args: args(cobra.NoArgs, "serve takes no argument"),
		RunE: func(cmd *cobra.Command, args []string) error {
			said := false // where the desk is stays the same
			serving := app.Serving{
				Desk: desk, Public: public, Front: new(app.Front), Ready: e.delivering,
				Tell: func(line string) { fmt.Fprintln(e.Stderr, line) },
				AtDesk: func(address string) {
					if !said {
						fmt.Fprintf(e.Stdout, "The desk: %s\n", address)
					}
					said = true
				},
				AtPublic: func(address string) { fmt.Fprintf(e.Stdout, "Public pages: %s\n", address) },
				AtPlain:  func(address string) { fmt.Fprintf(e.Stdout, "Sent on to them over TLS: %s\n", address) },
			}
			defer serving.Front.Close()
			err := e.serve(cmd, args, serving)
			if outside := (*app.NotLocalError)(nil); errors.As(err, &outside) {
				return console.Usage(outside)
			}
			return err
		},
	}
	c.Flags().StringVar(&desk, "desk", "", "address of the desk (default from pressroom.toml, 127.0.0.1:8025)")
	c.Flags().StringVar(&public, "listen", "", "address of the public pages (default from pressroom.toml; none)")
	e.logFlags(c)
	return c
}

// serve begins a workspace where there is none, and serves it; anew, with other settings,
// when somebody asks for that in the browser.
func (e *env) serve(cmd *cobra.Command, args []string, s app.Serving) error {
	if app.Unbegun(e.Dir) {
		if err := app.First(cmd.Context(), e.Dir, e.World(), s); err != nil {
			if cmd.Context().Err() != nil { // told to end before it was begun
				return nil
			}
			return err
		}
	}
	if err := workspace.Check(e.Dir); err != nil {
		return err
	}
	for {
		err := e.on(func(ctx context.Context, a *app.App, _ []string) error { return a.Serve(ctx, s) })(cmd, args)
		if !errors.Is(err, app.ErrAgain) {
			return err
		}
	}
}
