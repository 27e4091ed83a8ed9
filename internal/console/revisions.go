package console

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"text/tabwriter"

	"pressroom/internal/app"
	"pressroom/internal/dispatch"
	"pressroom/internal/draft"
	"pressroom/internal/revisions"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

// RevisionWish is what is wanted of the earlier texts of a release, one thing at a time; they are
// listed where nothing is. Language is of the file, "" for the release's own. Restore and Undo are
// numbers of texts, and From is that with which a text is compared in the place of the one before.
// Keep keeps what the file holds now.
type RevisionWish struct {
	Language            string
	From, Restore, Undo int
	Keep                bool
}

// Revisions lists the earlier texts of a release, compares one with another, or takes one
// back. The args are the release and, where a text is compared, its number.
func (t *Terminal) Revisions(ctx context.Context, a *app.App, args []string, w RevisionWish) error {
	wishes := 0
	for _, wish := range []bool{w.Restore != 0, w.Undo != 0, w.Keep, len(args) > 1} {
		if wish {
			wishes++
		}
	}
	if wishes > 1 {
		return Usage(errors.New("revisions does one thing at a time: show a text, --restore one, --undo one, or --keep"))
	}
	slug, err := a.Release(ctx, args[0])
	if err != nil {
		return err
	}
	switch {
	case w.Restore != 0:
		now, err := a.Revisions.Take(ctx, slug, w.Language, w.Restore, "", t.World().User)
		return t.wrote(now, err, fmt.Sprintf("text %d is in the file again", w.Restore))
	case w.Undo != 0:
		now, err := a.Revisions.Undo(ctx, slug, w.Language, w.Undo, t.World().User)
		return t.wrote(now, err, fmt.Sprintf("text %d is undone", w.Undo))
	case w.Keep:
		file, n, err := a.Revisions.Hold(ctx, slug, w.Language, t.World().User)
		if err == nil && n == 0 {
			fmt.Fprintf(t.Stdout, "%s is kept already\n", file)
		} else if err == nil {
			fmt.Fprintf(t.Stdout, "%s is kept as text %d\n", file, n)
		}
		return err
	case len(args) > 1:
		n, err := strconv.Atoi(args[1])
		if err != nil || n < 1 {
			return Usage(fmt.Errorf("%q is no number of a text; pressroom revisions %s lists them", args[1], slug))
		}
		return t.compareRevisions(ctx, a, slug, w.Language, cmp.Or(w.From, n-1), n)
	}
	return t.listRevisions(ctx, a, slug, w.Language)
}

func (t *Terminal) listRevisions(ctx context.Context, a *app.App, slug, lang string) error {
	list, err := a.Revisions.List(ctx, slug, lang)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		fmt.Fprintf(t.Stderr, "Nothing of %s was saved in the press office's pages yet; from then on each text is kept.\n", slug)
	}
	w := tabwriter.NewWriter(t.Stdout, 0, 0, 2, ' ', 0)
	for _, r := range list {
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\n", r.N, r.At.In(a.Zone()).Format(status.Clock), r.Says(), r.Who)
	}
	return w.Flush()
}

// compareRevisions shows what changed from one text to another.
func (t *Terminal) compareRevisions(ctx context.Context, a *app.App, slug, lang string, from, to int) error {
	after, err := a.Revisions.Text(ctx, slug, lang, to)
	if err != nil {
		return err
	}
	before, err := a.Revisions.Text(ctx, slug, lang, from)
	var gone *revisions.NotKeptError
	if errors.As(err, &gone) && from == to-1 { // it is the oldest
		_, err = t.Stdout.Write(after)
		return err
	}
	if err != nil {
		return err
	}
	list := wording.Passages(string(before), string(after))
	if len(list) == 0 {
		fmt.Fprintf(t.Stdout, "text %d is text %d, byte for byte\n", to, from)
	}
	for _, p := range list {
		shown := dispatch.Shown(p.Stretches)
		if p.Bare() {
			shown = "spaces or empty lines alone"
		}
		fmt.Fprintf(t.Stdout, "line %d: %s\n", p.Line, shown)
	}
	return nil
}

// wrote says that a file was written.
func (t *Terminal) wrote(now *revisions.Written, err error, what string) error {
	var changed *draft.ChangedError
	switch {
	case errors.As(err, &changed):
		return fmt.Errorf("%s was changed in the same lines since; nothing was written: write it by hand", changed.Now.Name)
	case err != nil:
		return err
	case now.N == 0:
		fmt.Fprintf(t.Stdout, "%s is like that already\n", now.Name)
	case now.Merged:
		fmt.Fprintf(t.Stdout, "%s: %s, with what was saved since; it is text %d now\n", now.Name, what, now.N)
	default:
		fmt.Fprintf(t.Stdout, "%s: %s; it is text %d now\n", now.Name, what, now.N)
	}
	return nil
}
