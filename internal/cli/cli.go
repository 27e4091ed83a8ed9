// Package cli is the commands of the program, with their arguments, flags and help. Each
// reads what it was given and calls one function: of the console, which shows and asks
// what there is to show and ask.
package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
	_ "time/tzdata" // zones are known wherever the program runs

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/workspace"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// env is what a command has of the world, and what it shows and asks there.
type env struct{ console.Terminal }

// Main runs a command line and returns the exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ended := make(chan struct{})
	defer close(ended)
	context.AfterFunc(ctx, func() {
		stop() // a second signal ends the program at once
		endWithin(stopWithin, ended, stderr)
	})
	e := &env{console.Terminal{
		Stdin: stdin, Stdout: stdout, Stderr: stderr, Log: console.Log{Level: slog.LevelWarn}, Now: time.Now, Told: ctx.Done(),
	}}
	root := e.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	return e.report(err)
}

// stopWithin is how long a command has to end once it is told to: whoever stops
// programs kills them after ten seconds.
const stopWithin = 9 * time.Second

// endWithin ends the program if what it does has not ended by then: it waits for
// something that does not listen, as a pipe that nobody writes to.
func endWithin(d time.Duration, ended <-chan struct{}, stderr io.Writer) {
	select {
	case <-ended:
	case <-time.After(d):
		fmt.Fprintln(stderr, "pressroom: told to end, and still waiting for something; it ends all the same. The next start finds "+
			"what was in hand.")
		os.Exit(exitFailed)
	}
}

// report shows an error and chooses the exit code.
func (e *env) report(err error) int {
	switch {
	case err == nil:
		return exitDone
	case e.ShowError(err):
		return exitUsage
	}
	return exitFailed
}

func (e *env) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "pressroom",
		Short: "From a draft to journalists' inboxes, at the second it may be read",
		Long: `Pressroom takes a press release from a Markdown file to journalists' inboxes,
at the second it may be read.

Begin with:
  pressroom demo               the whole thing on sample data; nothing leaves the machine
  pressroom init newsroom      a workspace of your own, with a sample to change
  pressroom -C newsroom check  what is wrong with its releases, and where`,
		Version:      app.Version(),
		SilenceUsage: true, SilenceErrors: true,
		Args: noCommand, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }, Annotations: anywhere,
	}
	root.PersistentPreRunE = e.within
	root.PersistentFlags().StringVarP(&e.Dir, "directory", "C", ".", "the workspace's folder")
	root.SetHelpCommand(helpCommand())
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return console.Usage(fmt.Errorf("%w; see %s --help", err, cmd.CommandPath()))
	})
	root.AddCommand(e.initCommand(), e.newCommand(), e.importCommand(), e.checkCommand(), e.buildCommand(), e.previewCommand(),
		e.contactsCommand(),
		e.segmentsCommand(), e.languagesCommand(), e.quotesCommand(), e.suppressionsCommand(), e.repliesCommand(), e.sendCommand(),
		e.goCommand(), e.embargoCommand(), e.correctCommand(), e.withdrawCommand(), e.statusCommand(), e.cancelCommand(), e.pauseCommand(),
		e.resumeCommand(), e.retryCommand(), e.approveCommand(), e.agreementsCommand(), e.serveCommand(), e.workerCommand(), e.databaseCommand(),
		e.archiveCommand(), e.revisionsCommand(), e.verifyCommand(), e.reportCommand(), e.traceCommand(), e.lspCommand(),
		e.usersCommand(), e.doctorCommand(), e.demoCommand())
	return root
}

// helpCommand shows the help of a command, and knows which there are.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: "Help about any command", Annotations: anywhere,
		RunE: func(cmd *cobra.Command, words []string) error {
			c, rest, err := cmd.Root().Find(words)
			if err != nil || len(rest) > 0 && c.HasSubCommands() {
				return noCommand(cmp.Or(c, cmd.Root()), rest)
			}
			c.InitDefaultHelpFlag()
			return c.Help()
		},
	}
}

// args makes cobra's argument checks usage errors.
func args(check cobra.PositionalArgs, hint string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, a []string) error {
		if err := check(cmd, a); err != nil {
			return console.Usage(fmt.Errorf("%s; see %s --help", hint, cmd.CommandPath()))
		}
		return nil
	}
}

// noCommand is what is said where a subcommand is none.
func noCommand(cmd *cobra.Command, a []string) error {
	if len(a) > 0 {
		return console.Usage(fmt.Errorf("there is no command %q; %s --help lists them", a[0], cmd.CommandPath()))
	}
	return nil
}

// group is a command that has only subcommands.
func group(use, short string, sub ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{
		Use: use, Short: short, Args: noCommand, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }, Annotations: anywhere,
	}
	c.AddCommand(sub...)
	return c
}

// anywhere marks a command that works in a folder that is no workspace.
var anywhere = map[string]string{"anywhere": "yes"}

// within has every other command refuse to work there: it would show an empty newsroom,
// and leave one behind.
func (e *env) within(cmd *cobra.Command, _ []string) error {
	for c := cmd; c.HasParent(); c = c.Parent() {
		if c.Name() == "completion" || strings.HasPrefix(c.Name(), "__") { // cobra's own
			return nil
		}
	}
	if cmd.Annotations["anywhere"] != "" {
		return nil
	}
	return workspace.Check(e.Dir)
}

// command is what a command does with the program, put together on its workspace.
type command func(ctx context.Context, a *app.App, args []string) error

// on runs a command on the workspace and its database.
func (e *env) on(run command) func(*cobra.Command, []string) error { return e.opened(app.Open, run) }

// looking runs a command that only reads; where there is no database, none is made.
func (e *env) looking(run command) func(*cobra.Command, []string) error {
	return e.opened(app.Look, run)
}

func (e *env) opened(
	open func(context.Context, string, app.World) (*app.App, error), run command,
) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		a, err := open(cmd.Context(), e.Dir, e.World())
		if err != nil {
			return err
		}
		defer a.Close()
		return run(cmd.Context(), a, args)
	}
}
