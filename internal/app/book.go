package app

import (
	"context"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
)

// Book is the press lists with what journalists have changed themselves, and what
// is wrong with the lists. It is shared, and not to be changed.
func (a *App) Book(ctx context.Context) (*contacts.Book, diagnostic.List, error) {
	changes, err := a.Changes(ctx)
	if err != nil {
		return nil, nil, err
	}
	return a.lists.Book(changes)
}

// Changes are what journalists have changed themselves, by address key; none where
// there is no database yet.
func (a *App) Changes(ctx context.Context) (map[string]contacts.Change, error) {
	if a.People == nil {
		return nil, nil
	}
	return a.People.Changes(ctx)
}
