package console

import (
	"context"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/contacts"
	"pressroom/internal/wording"
)

// Address is the key of an address that was typed: the same for each way of writing it. It is a
// UsageError where that is none. Methods that take a key of somebody want this one.
func Address(typed string) (string, error) {
	key, err := contacts.AddressKey(typed)
	if err != nil {
		return "", Usage(err)
	}
	return key, nil
}

// ListStale shows whom nothing was sent to, and who said nothing, for so many months that they
// may be let go.
func (t *Terminal) ListStale(ctx context.Context, a *app.App, months int, asJSON bool) error {
	book, berr := t.book(ctx, a)
	if book == nil {
		return berr
	}
	list, err := a.People.Stale(ctx, book.Journalists, months)
	if err != nil {
		return err
	}
	if asJSON {
		return t.json(map[string]any{"stale": list})
	}
	for _, s := range list {
		fmt.Fprintln(t.Stdout, s)
	}
	fmt.Fprintf(t.Stderr, "%s of %d; pressroom contacts erase ADDRESS takes one out\n", wording.Count(len(list), "journalist"),
		len(book.Journalists))
	return berr
}
