package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"pressroom/internal/archive"
	"pressroom/internal/seal"
)

// Archive is what went out, as it is kept.
func (a *App) Archive() *archive.Office {
	agreements := func(ctx context.Context, slug string) (string, any, error) {
		list, err := a.Agreements.Export(ctx, slug)
		return "agreements.json", list, err
	}
	readers := func(ctx context.Context, slug string) (string, any, error) {
		list, err := a.Agreements.Readers(ctx, slug, lookedFor)
		told := make([]opened, len(list))
		for i, o := range list {
			told[i] = opened{o.At, o.Key, o.What}
		}
		return "readers.json", map[string]any{"release": slug, "opened": told}, err
	}
	return &archive.Office{
		Ledger: a.Ledger, Quotes: a.Coalition, Now: a.world.Now,
		Also: []func(context.Context, string) (string, any, error){agreements, readers},
	}
}

// lookedFor is written down as the reason for which it was looked at what people read.
const lookedFor = "archive export"

type opened struct {
	At      time.Time `json:"at"`
	Address string    `json:"address"`
	What    string    `json:"what"` // the page, or a file
}

// Export writes all that is kept of a release into a file that is not there yet, its
// owner's alone. What is not whole is not left behind.
func (a *App) Export(ctx context.Context, slug, file string) error {
	key, err := seal.Own(ctx, a.DB())
	if err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already, and evidence is not written over; choose another name with --out", file)
	}
	if err != nil {
		return err
	}
	err = a.Archive().Export(ctx, slug, key, f)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(file))
	}
	return nil
}

// CheckArchive looks at every byte of an archive. keyFile is the public key of the press
// office that it should be of; "" if that is to be compared by whoever asks.
func CheckArchive(file, keyFile string) (*archive.Checked, error) {
	var trusted *seal.Public
	if keyFile != "" {
		text, err := os.ReadFile(keyFile)
		if err != nil {
			return nil, err
		}
		key, err := seal.ReadPublic(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", keyFile, err)
		}
		trusted = &key
	}
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no file", file)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return archive.Check(f, trusted)
}
