package console

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"pressroom/internal/app"
)

// Report shows what became of a release or, where files are named, writes it to them in the
// form of their endings. The tag is of its language, "" for the release's own.
func (t *Terminal) Report(ctx context.Context, a *app.App, slug, tag string, files []string, asJSON bool) error {
	if _, ok := a.Workspace.Settings.Languages.For(tag); tag != "" && !ok {
		return Usage(fmt.Errorf("there is no language %q; pressroom languages lists them", tag))
	}
	r, err := a.Report(ctx, slug)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		ending := ".txt"
		if asJSON {
			ending = ".json"
		}
		data, err := a.ReportIn(r, ending, tag)
		if err == nil {
			_, err = t.Stdout.Write(data)
		}
		return err
	}
	for _, f := range files {
		data, err := a.ReportIn(r, filepath.Ext(f), tag)
		if err != nil {
			return err
		}
		if err := os.WriteFile(f, data, 0o644); err != nil {
			return err
		}
		fmt.Fprintln(t.Stdout, f)
	}
	return nil
}
