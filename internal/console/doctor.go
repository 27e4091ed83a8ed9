package console

import (
	"context"
	"fmt"
	"strings"

	"pressroom/internal/app"
	"pressroom/internal/doctor"
)

// Doctor shows what would stop a send, and what to do about it; it is a QuietError if
// something would.
func (t *Terminal) Doctor(ctx context.Context, a *app.App, asJSON bool) error {
	findings, err := a.Examine(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		if err := t.json(map[string]any{"findings": findings}); err != nil {
			return err
		}
	} else {
		for _, f := range findings {
			mark := map[doctor.Level]string{doctor.OK: "ok     ", doctor.Warning: "warning", doctor.Failure: "FAILS  "}[f.Level]
			fmt.Fprintf(t.Stdout, "%s  %s: %s\n", mark, f.Subject, f.Text)
			if f.Fix != "" {
				fmt.Fprintf(t.Stdout, "         → %s\n", strings.ReplaceAll(f.Fix, "\n", "\n           "))
			}
		}
	}
	if doctor.Worst(findings) == doctor.Failure {
		return QuietError{}
	}
	return nil
}
