package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) serveCommand() *cobra.Command {
	var desk, public string
	c := &cobra.Command{
		Use: "serve", Short: "Deliver what is scheduled, and serve the desk and the public pages",
		Long: app.WhatServeDoes,
		Args: args(cobra.NoArgs, "serve takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			err := a.Serve(ctx, app.Serving{
				Desk: desk, Public: public, Ready: e.delivering, Tell: func(line string) { fmt.Fprintln(e.stderr, line) },
				AtDesk:   func(address string) { fmt.Fprintf(e.stdout, "The desk: %s\n", address) },
				AtPublic: func(address string) { fmt.Fprintf(e.stdout, "Public pages: %s\n", address) },
				AtPlain:  func(address string) { fmt.Fprintf(e.stdout, "Sent on to them over TLS: %s\n", address) },
			})
			if outside := (*app.NotLocalError)(nil); errors.As(err, &outside) {
				return usageError{outside}
			}
			return err
		}),
	}
	c.Flags().StringVar(&desk, "desk", "", "address of the desk (default from pressroom.toml, 127.0.0.1:8025)")
	c.Flags().StringVar(&public, "listen", "", "address of the public pages (default from pressroom.toml; none)")
	e.log.flags(c)
	return c
}
