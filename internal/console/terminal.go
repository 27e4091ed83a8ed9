// Package console is what a command shows, asks and waits for on a terminal once it has been
// chosen: results on stdout, everything else on stderr. A Terminal is what it has of the
// world; each conversation is a method of it that is given the program, and calls the services
// that it takes. Which commands, arguments and flags there are is told in internal/cli.
package console

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"golang.org/x/term"

	"pressroom/internal/app"
	"pressroom/internal/diagnostic"
)

// Terminal is what a command has of the world. Stdin, Stdout and Stderr may be files, which are
// looked at for whether they are terminals, or anything else.
type Terminal struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Dir is the folder of the workspace, as it was named; "." where none was.
	Dir string
	Log Log
	Now func() time.Time
	// Told is closed when the program is told to end. Nil is never told.
	Told <-chan struct{}
}

// Log is how much a command says in its log, on stderr, and in which form: "json", and text for
// any other. At info and above it names no addresses.
type Log struct {
	Level  slog.Level
	Format string
}

// UsageError says that a command was used wrongly. What it was made of is not looked into by
// errors.Is and errors.As.
type UsageError struct{ error }

// Usage makes an error one of usage.
func Usage(err error) error { return UsageError{err} }

// QuietError ends a command as failed whose reason has been shown.
type QuietError struct{}

func (QuietError) Error() string { return "failed" }

// ShowError says why a command failed, unless that has been shown. It tells whether the command
// was used wrongly.
func (t *Terminal) ShowError(err error) (misused bool) {
	var usage UsageError
	var findings diagnostic.List
	var quiet QuietError
	var fault *diagnostic.PanicError
	switch {
	case errors.As(err, &quiet):
	case errors.As(err, &usage):
		fmt.Fprintf(t.Stderr, "pressroom: %v\n", err)
		return true
	case errors.As(err, &fault):
		fmt.Fprintf(t.Stderr, "pressroom: %v\n\n%s", err, fault.Stack)
	case errors.As(err, &findings):
		fmt.Fprintln(t.Stderr, findings.Error())
	default:
		fmt.Fprintf(t.Stderr, "pressroom: %v\n", err)
	}
	return false
}

// World is what the program is put together with: the clock, who works with it by
// PRESSROOM_USER, the log, and stderr for what it wants to say.
func (t *Terminal) World() app.World {
	return app.World{Now: t.Now, User: app.UserOf(os.Getenv("PRESSROOM_USER")), Log: t.Logger(), Say: t.Stderr}
}

// Logger writes to stderr what Log lets through.
func (t *Terminal) Logger() *slog.Logger {
	o := &slog.HandlerOptions{Level: t.Log.Level}
	if t.Log.Format == "json" {
		return slog.New(slog.NewJSONHandler(t.Stderr, o))
	}
	return slog.New(slog.NewTextHandler(t.Stderr, o))
}

// program is how the program is called for this workspace: with the folder where one was
// named.
func (t *Terminal) program() string {
	if t.Dir == "." {
		return "pressroom"
	}
	return "pressroom -C " + t.Dir
}

// json writes a value as indented JSON to stdout.
func (t *Terminal) json(v any) error {
	enc := json.NewEncoder(t.Stdout)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// table writes lines of cells, which tabs divide, to stdout in columns once it is flushed.
func (t *Terminal) table() *tabwriter.Writer { return tabwriter.NewWriter(t.Stdout, 0, 4, 2, ' ', 0) }

// interactive tells whether there is somebody to ask: stdin and stderr are both terminals.
func (t *Terminal) interactive() bool { return isTerminal(t.Stdin) && isTerminal(t.Stderr) }

// isTerminal tells whether a stream is a terminal.
func isTerminal(v any) bool {
	f, ok := v.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Ask puts a yes-or-no question. Without a terminal it is a UsageError that names the flag to
// answer with.
func (t *Terminal) Ask(question, flag string) (bool, error) {
	if !t.interactive() {
		return false, UsageError{fmt.Errorf("this asks before it goes on, and there is no terminal to ask on; add %s", flag)}
	}
	answer, err := t.Answer(question + " [y/N] ")
	return answer == "y" || answer == "Y" || answer == "yes", err
}

// Answer asks for a line on the terminal, and is it without the spaces around it. It is an error
// where the program is told to end before there is one.
func (t *Terminal) Answer(question string) (string, error) {
	fmt.Fprint(t.Stderr, question)
	answers := make(chan string, 1)
	go func() { answers <- line(t.Stdin) }()
	select {
	case answer := <-answers:
		return answer, nil
	case <-t.Told:
		fmt.Fprintln(t.Stderr)
		return "", errors.New("told to end before there was an answer; nothing was done")
	}
}

// line reads a line, and no byte of the next one.
func line(r io.Reader) string {
	var out []byte
	for b := make([]byte, 1); ; {
		if n, err := r.Read(b); n > 0 && b[0] == '\n' || err != nil {
			return strings.TrimSpace(string(out))
		} else if n > 0 {
			out = append(out, b[0])
		}
	}
}

// Confirm asks before something is done, unless the answer was given with the command. It is a
// QuietError where the answer is no.
func (t *Terminal) Confirm(question string, yes bool) error {
	if yes {
		return nil
	}
	ok, err := t.Ask(question, "--yes")
	if err == nil && !ok {
		fmt.Fprintln(t.Stderr, "Nothing was done.")
		err = QuietError{}
	}
	return err
}
