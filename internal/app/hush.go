package app

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"pressroom/internal/hush"
	"pressroom/internal/ledger"
	"pressroom/internal/workspace"
)

// hushed is a log that names nothing that is not public, unless the settings say so.
func hushed(log *slog.Logger, w *workspace.Workspace, l *ledger.Ledger) *slog.Logger {
	if w.Settings.Notify.Headlines {
		return log
	}
	return slog.New(hush.NewHandler(log.Handler(), func(ctx context.Context) (hush.Words, error) { return secrets(ctx, w, l) }))
}

// secretsWithin is how long a line of a log waits for what must not be in it.
const secretsWithin = 2 * time.Second

// secrets are the words of all that is not public: what was sent of it, and the names of
// drafts.
func secrets(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger) (hush.Words, error) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), secretsWithin)
	defer stop()
	drafts, err := w.Releases()
	words, lerr := l.Secrets(ctx, drafts...)
	return words, errors.Join(err, lerr)
}

// QuietError is an error of a process that others look after, which names nothing that is
// not public.
type QuietError struct {
	err  error
	text string
}

func (e *QuietError) Error() string { return e.text }
func (e *QuietError) Unwrap() error { return e.err }

// quiet is an error as it may stand in a log.
func (a *App) quiet(err error) error {
	if err == nil || a.Workspace.Settings.Notify.Headlines {
		return err
	}
	return &QuietError{err, a.hush(err.Error())}
}

// hush is a line as it may stand in a log.
func (a *App) hush(line string) string {
	if a.Workspace.Settings.Notify.Headlines {
		return line
	}
	words, err := secrets(context.Background(), a.Workspace, a.Ledger)
	return hush.Text(line, words, err)
}

// Meant is what an argument of a command means: a name, or the number by which something
// was told of.
func (a *App) Meant(ctx context.Context, arg string) (string, error) {
	if a.Ledger == nil {
		return arg, nil
	}
	drafts, err := a.Workspace.Releases()
	if err != nil {
		return "", err
	}
	name, err := a.Ledger.Numbered(ctx, arg, drafts...)
	if err != nil || name == "" {
		return arg, err
	}
	return name, nil
}

// Release is the slug of the release in the folder that an argument of a command means:
// by its name, its file, or its number or that of a mailing of it.
func (a *App) Release(ctx context.Context, arg string) (string, error) {
	arg, err := a.release(ctx, arg)
	if err != nil {
		return "", err
	}
	return a.Workspace.SlugOf(arg)
}

// release is an argument that means a release, with its name in the place of a number.
func (a *App) release(ctx context.Context, arg string) (string, error) {
	name, err := a.Meant(ctx, arg)
	if err == nil && name != arg {
		name, _, _ = strings.Cut(name, "/")
	}
	return name, err
}
