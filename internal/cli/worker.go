package cli

import (
	"context"
	"fmt"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"pressroom/internal/app"
	"pressroom/internal/console"
)

func (e *env) workerCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "worker", Short: "Deliver what is scheduled, without the desk",
		Long: app.WhatWorkerDoes,
		Args: args(cobra.NoArgs, "worker takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.Work(ctx, a) }),
	}
	e.logFlags(c)
	return c
}

// logFlags has a command be told how much it says in its log, and in which form.
func (e *env) logFlags(c *cobra.Command) {
	e.Log = console.Log{Level: slog.LevelWarn, Format: "text"}
	c.Flags().Var((*levelValue)(&e.Log.Level), "log-level", "debug, info, warn or error; debug names addresses")
	c.Flags().StringVar(&e.Log.Format, "log-format", e.Log.Format, "text or json")
}

// levelValue is a pflag.Value for a level of logging.
type levelValue slog.Level

var _ pflag.Value = (*levelValue)(nil)

func (v *levelValue) String() string { return strings.ToLower(slog.Level(*v).String()) }
func (v *levelValue) Type() string   { return "level" }

func (v *levelValue) Set(s string) error {
	if err := (*slog.Level)(v).UnmarshalText([]byte(s)); err != nil {
		return fmt.Errorf("%q is no level", s)
	}
	return nil
}
