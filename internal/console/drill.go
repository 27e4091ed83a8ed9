package console

import (
	"context"
	"fmt"

	"pressroom/internal/app"
)

// Drill rehearses an embargo, says meanwhile what is asked, and shows what was found; it is a
// QuietError if something was.
func (t *Terminal) Drill(ctx context.Context, o app.Drilling, asJSON bool) error {
	o.Tell = func(format string, args ...any) { fmt.Fprintf(t.Stderr, format+"\n", args...) }
	r, err := app.Drill(ctx, t.Dir, t.World(), o)
	if err != nil {
		return err
	}
	if asJSON {
		data, err := r.JSON()
		if err != nil {
			return err
		}
		if _, err := t.Stdout.Write(data); err != nil {
			return err
		}
	} else if _, err := t.Stdout.Write(r.Text()); err != nil {
		return err
	}
	for _, name := range r.Files {
		fmt.Fprintf(t.Stderr, "written: %s\n", name)
	}
	if len(r.Faults) > 0 {
		return QuietError{}
	}
	return nil
}
