package console

import (
	"context"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/lists"
	"pressroom/internal/wording"
)

// Disclose shows all that is known of one person, as JSON.
func (t *Terminal) Disclose(ctx context.Context, a *app.App, key, typed string) error {
	files, err := lists.Everywhere(a.Workspace)
	if err != nil {
		return err
	}
	data, err := a.People.Export(ctx, key, files)
	if err != nil {
		return err
	}
	if data.Empty() {
		fmt.Fprintf(t.Stderr, "Nothing is known of %s.\n", typed)
	}
	return t.json(data)
}

// Erase takes a person out of the database for good and, where fromFiles is set, out of the
// press lists; otherwise it says where those have them.
func (t *Terminal) Erase(ctx context.Context, a *app.App, key string, fromFiles bool) error {
	n, err := a.People.Erase(ctx, key)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "Erased from the database; it stood in %s.\n", wording.Count(int(n), "delivery"))
	files, err := lists.Erase(a.Workspace, key, fromFiles)
	left := 0
	for _, f := range files {
		if f.Removed > 0 {
			fmt.Fprintf(t.Stdout, "%s: removed %s\n", f.Name, wording.Count(f.Removed, "entry"))
		}
		for _, line := range f.Left {
			fmt.Fprintf(t.Stdout, "%s:%d: still names them\n", f.Name, line)
		}
		left += len(f.Left)
	}
	if left > 0 {
		fmt.Fprintf(t.Stderr, "%s in files still; pressroom contacts erase --files removes them.\n", wording.Count(left, "entry"))
	}
	return err
}
