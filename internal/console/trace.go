package console

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"pressroom/internal/app"
	"pressroom/internal/release"
)

// Trace says whose advance copy a file is, or whose a reference; "-" is stdin. It is a
// QuietError where nobody's is known.
func (t *Terminal) Trace(ctx context.Context, a *app.App, of string, asJSON bool) error {
	data, err := t.handedIn(of)
	if errors.Is(err, fs.ErrNotExist) && len(release.References(of)) == 1 {
		data, err = []byte(of), nil
	}
	if err != nil {
		return err
	}
	found, err := a.Trace(ctx, filepath.Base(of), data)
	if err != nil {
		return fmt.Errorf("%s: %w", of, err)
	}
	if asJSON {
		return errors.Join(t.json(found), orQuiet(len(found) > 0))
	}
	for _, h := range found {
		fmt.Fprintf(t.Stdout, "%s: %s, of %s, who first downloaded something of it at %s\n", h.Reference, h.Release, h.Address,
			h.At.In(a.Zone()).Format("2006-01-02 15:04:05 MST"))
	}
	if len(found) == 0 {
		fmt.Fprintln(t.Stdout, "No reference in it stands for somebody.")
	}
	return orQuiet(len(found) > 0)
}

// orQuiet ends a command with 1 where nothing was found, which is said already.
func orQuiet(found bool) error {
	if found {
		return nil
	}
	return QuietError{}
}
