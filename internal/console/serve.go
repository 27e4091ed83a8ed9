package console

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/workspace"
)

// Serve delivers what is scheduled, and serves the desk and the public pages, until it is told to
// end. Their addresses are "" for those of the settings.
func (t *Terminal) Serve(ctx context.Context, desk, public string) error {
	said := false // where the desk is stays the same
	serving := app.Serving{
		Desk: desk, Public: public, Front: new(app.Front), Ready: t.delivering,
		Tell: func(line string) { fmt.Fprintln(t.Stderr, line) },
		AtDesk: func(address string) {
			if !said {
				fmt.Fprintf(t.Stdout, "The desk: %s\n", address)
			}
			said = true
		},
		AtPublic: func(address string) { fmt.Fprintf(t.Stdout, "Public pages: %s\n", address) },
		AtPlain:  func(address string) { fmt.Fprintf(t.Stdout, "Sent on to them over TLS: %s\n", address) },
	}
	defer serving.Front.Close()
	err := t.serve(ctx, serving)
	if outside := (*app.NotLocalError)(nil); errors.As(err, &outside) {
		return Usage(outside)
	}
	return err
}

// serve begins a workspace where there is none, and serves it; anew, with other settings,
// when somebody asks for that in the browser.
func (t *Terminal) serve(ctx context.Context, s app.Serving) error {
	if app.Unbegun(t.Dir) {
		if err := app.First(ctx, t.Dir, t.World(), s); err != nil {
			if ctx.Err() != nil { // told to end before it was begun
				return nil
			}
			return err
		}
	}
	if err := workspace.Check(t.Dir); err != nil {
		return err
	}
	for {
		err := t.serveOnce(ctx, s)
		if !errors.Is(err, app.ErrAgain) {
			return err
		}
	}
}

// serveOnce serves the workspace with the settings that it has now.
func (t *Terminal) serveOnce(ctx context.Context, s app.Serving) error {
	a, err := app.Open(ctx, t.Dir, t.World())
	if err != nil {
		return err
	}
	defer a.Close()
	return a.Serve(ctx, s)
}

// Work delivers what is scheduled, and nothing else, until it is told to end.
func (t *Terminal) Work(ctx context.Context, a *app.App) error {
	return a.Work(ctx, app.Work{Ready: t.delivering, Jobs: true})
}

func (t *Terminal) delivering() { fmt.Fprintln(t.Stderr, "Delivering. Ctrl-C ends it.") }

// Preview shows a release in the browser while it is written, and says where.
func (t *Terminal) Preview(ctx context.Context, a *app.App, p app.Previewing) error {
	p.At = func(link string) { fmt.Fprintf(t.Stdout, "Preview: %s\n", link) }
	return a.Preview(ctx, p)
}
