package workspace

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// writePrivate writes a file that its owner alone can read, whole or not at all.
func writePrivate(name, text string) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".secret-*") // is made for its owner alone
	if err != nil {
		return fmt.Errorf("keeping a secret: %w", err)
	}
	_, err = f.WriteString(text)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("keeping a secret: %w", err)
	}
	return nil
}
