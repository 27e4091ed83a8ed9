package audience

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"sync"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/workspace"
)

// Lists is the press lists of a workspace: read once, and again when a file or what a
// journalist changed is another.
type Lists struct {
	w *workspace.Workspace

	mu      sync.Mutex
	of      [sha256.Size]byte // the files and the changes that were read
	settled bool              // the files had not just been written
	book    *contacts.Book
	byKey   map[string]*contacts.Journalist
	found   diagnostic.List
	reads   int
}

// NewLists are the press lists of a workspace.
func NewLists(w *workspace.Workspace) *Lists { return &Lists{w: w} }

// Book reads the press lists of a workspace, with what journalists changed themselves
// (by address key), and what is wrong with the lists.
func Book(w *workspace.Workspace, changes map[string]contacts.Change) (*contacts.Book, diagnostic.List, error) {
	book, found, err := w.Contacts()
	if err != nil {
		return nil, nil, err
	}
	book.Apply(changes)
	return book, found, nil
}

// Book is the press lists with what journalists changed themselves, by address key,
// and what is wrong with the lists. It is shared, and not to be changed.
func (l *Lists) Book(changes map[string]contacts.Change) (*contacts.Book, diagnostic.List, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.read(changes); err != nil {
		return nil, nil, err
	}
	return l.book, append(diagnostic.List{}, l.found...), nil
}

// Find is what the press lists say of an address, by its key; nil if none names it.
func (l *Lists) Find(key string, changes map[string]contacts.Change) (*contacts.Journalist, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.read(changes); err != nil {
		return nil, err
	}
	return l.byKey[key], nil
}

// read reads the lists, unless they are as they were.
func (l *Lists) read(changes map[string]contacts.Change) error {
	files, settled, err := l.w.ContactsState()
	if err != nil {
		return err
	}
	own, err := json.Marshal(changes)
	if err != nil {
		return fmt.Errorf("reading press lists: %w", err)
	}
	of := sha256.Sum256(append([]byte(files+"\x00"), own...))
	if l.book != nil && l.settled && l.of == of {
		return nil
	}
	book, found, err := Book(l.w, changes)
	if err != nil {
		return err
	}
	l.book, l.found, l.of, l.settled = book, found, of, settled
	l.byKey = make(map[string]*contacts.Journalist, len(book.Journalists))
	for _, j := range book.Journalists {
		l.byKey[j.Key] = j
	}
	l.reads++
	return nil
}
