package cli

import (
	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) serveCommand() *cobra.Command {
	var desk, public string
	c := &cobra.Command{
		// it begins a workspace in an empty folder
		Use: "serve", Annotations: anywhere, Short: "Deliver what is scheduled, and serve the desk and the public pages",
		Long: app.WhatServeDoes,
		Args: args(cobra.NoArgs, "serve takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return e.Serve(cmd.Context(), desk, public) },
	}
	c.Flags().StringVar(&desk, "desk", "", "address of the desk (default from pressroom.toml, 127.0.0.1:8025)")
	c.Flags().StringVar(&public, "listen", "", "address of the public pages (default from pressroom.toml; none)")
	e.logFlags(c)
	return c
}
