package cli

import (
	"context"
	"fmt"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"pressroom/internal/app"
)

func (e *env) workerCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "worker", Short: "Deliver what is scheduled, without the desk",
		Long: app.WhatWorkerDoes,
		Args: args(cobra.NoArgs, "worker takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			return a.Work(ctx, app.Work{Ready: e.delivering, Jobs: true})
		}),
	}
	e.log.flags(c)
	return c
}

func (e *env) delivering() { fmt.Fprintln(e.stderr, "Delivering. Ctrl-C ends it.") }

// logging is how much a command says on stderr, and in which form. At info and
// above it names no addresses.
type logging struct {
	level  slog.Level
	format string
}

func (g *logging) flags(c *cobra.Command) {
	g.level, g.format = slog.LevelWarn, "text"
	c.Flags().Var((*levelValue)(&g.level), "log-level", "debug, info, warn or error; debug names addresses")
	c.Flags().StringVar(&g.format, "log-format", g.format, "text or json")
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

func (e *env) logger() *slog.Logger {
	o := &slog.HandlerOptions{Level: e.log.level}
	if e.log.format == "json" {
		return slog.New(slog.NewJSONHandler(e.stderr, o))
	}
	return slog.New(slog.NewTextHandler(e.stderr, o))
}
